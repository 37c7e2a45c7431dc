import { run } from '../precompiled.js';

/* Takes the place of `worker.js` when `bundle.js` has run. */

run('worker');
