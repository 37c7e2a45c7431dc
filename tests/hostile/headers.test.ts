import { testVolumes } from './test-volumes.js';
import { headerVolumes } from './volumes/headers.js';

testVolumes('headers that would give orders', headerVolumes);
