import * as faults from './faults.js';
import * as processGroups from './process-groups.js';
import { tuneForShortRun } from './short-run.js';

/*
 * Runs what `bundle.js` puts into one file. What V8 made of it when it was built is kept beside it: reading so much program anew takes longer than checking a
 * manuscript. V8 takes that only for the very same program and from the very same V8; without it everything works the same and starts more slowly.
 */

// Not imported: for an import Node gathers all that a module of its own has, and loads for that what nobody asks for.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { createRequire } = process.getBuiltinModule('node:module');
const { fileURLToPath } = process.getBuiltinModule('node:url');
const { Script } = process.getBuiltinModule('node:vm');

const dist = new URL('../', import.meta.url);
const file = fileURLToPath(new URL('pipeline/bundle/cli.cjs', dist));
/** Where V8's code is kept: by version and machine, so that what is carried elsewhere is not even tried. */
export const codeFile = `${file}.${process.version}-${process.platform}-${process.arch}.cache`;

/** Modules of which all commands must have the same one. */
const shared: Record<string, unknown> = { '../process-groups.js': processGroups, '../faults.js': faults };
/** Modules of Node that few runs need, loaded when something of theirs is asked for. */
const seldom = new Set(['node:child_process', 'node:timers/promises', 'node:worker_threads', 'node:zlib']);
const require = createRequire(import.meta.url);

/** The program as a script, not yet run. */
export function precompiled(): InstanceType<typeof Script> {
  // Before, since V8 only takes what it kept with the same settings.
  tuneForShortRun();
  // In Latin-1 no letter takes more than a byte, so that nothing is to be decoded.
  const source = `(function (require, exports, dist, load, part) {${readFileSync(file, 'latin1')}\n})`;
  return new Script(source, { filename: file, cachedData: readKept(codeFile) });
}

/** Starts one of its parts: the command line, as `process.argv` says, or a thread that checks manuscripts. */
export function run(part: 'cli' | 'worker', script = precompiled()): void {
  const load = (name: string) => import(new URL(name, import.meta.url).href);
  script.runInThisContext()(provide, {}, dist.href, load, part);
}

function provide(name: string): unknown {
  if (!seldom.has(name)) return shared[name] ?? require(name);
  return new Proxy({}, { get: (_, key) => Reflect.get(require(name), key) });
}

function readKept(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
