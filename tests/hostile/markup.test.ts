import { testVolumes } from './test-volumes.js';
import { markupVolumes } from './volumes/markup.js';

testVolumes('text that a backend would obey, or hang on', markupVolumes);
