#!/usr/bin/env node
import { run } from './precompiled.js';

/* Takes the place of `cli.js` when `bundle.js` has run. */

run('cli');
