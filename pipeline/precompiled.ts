import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import * as child from './child.js';
import * as faults from './faults.js';

/*
 * Runs what `bundle.js` puts into one file. What V8 made of it when it was built is kept beside it: reading so much program anew takes longer than checking a
 * manuscript. V8 takes that only for the very same program and from the very same V8; without it everything works the same and starts more slowly.
 */

const dist = new URL('../', import.meta.url);
const file = fileURLToPath(new URL('pipeline/bundle/cli.cjs', dist));
/** Where V8's code is kept: by version and machine, so that what is carried elsewhere is not even tried. */
export const codeFile = `${file}.${process.version}-${process.platform}-${process.arch}.cache`;

/** Modules of which all commands must have the same one. */
const shared: Record<string, unknown> = { '../child.js': child, '../faults.js': faults };
const require = createRequire(import.meta.url);

/** The program as a script, not yet run. */
export function precompiled(): Script {
  const source = `(function (require, exports, dist, load) {${readFileSync(file, 'utf8')}\n})`;
  return new Script(source, { filename: file, cachedData: readKept(codeFile) });
}

/** Starts the program as `process.argv` says. */
export function run(script: Script): void {
  const load = (name: string) => import(new URL(name, import.meta.url).href);
  script.runInThisContext()((name: string) => shared[name] ?? require(name), {}, dist.href, load);
}

function readKept(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
