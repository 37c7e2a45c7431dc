import { testVolumes } from './test-volumes.js';
import { figureVolumes } from './volumes/figures.js';

testVolumes('figures that reach out, or are none', figureVolumes);
