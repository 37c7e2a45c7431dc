#!/usr/bin/env node
import { precompiled, run } from './precompiled.js';
import { tuneForShortRun } from './short-run.js';

/* Takes the place of `cli.js` when `bundle.js` has run. */

const script = precompiled();
// Not before, since V8's code is only taken with the flags with which it was kept.
tuneForShortRun();
run(script);
