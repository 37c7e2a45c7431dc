import { testVolumes } from './test-volumes.js';
import { fileVolumes } from './volumes/files.js';

testVolumes('files that are not what they seem', fileVolumes);
