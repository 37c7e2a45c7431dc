#!/usr/bin/env node
import { precompiled, run } from './precompiled.js';

/* Takes the place of `cli.js` when `bundle.js` has run. */

run(precompiled());
