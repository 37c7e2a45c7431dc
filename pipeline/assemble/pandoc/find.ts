import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../../run-program.js';

/** A pandoc that was found and cannot be used; without a version, it did not say one. */
export interface PassedOver {
  file: string;
  version?: string;
}

/** Which pandoc a build uses, and why not the native one. With `none`, there is no build: what GALLEY_PANDOC wants, or the package, is missing. */
export type PandocChoice =
  | { kind: 'native'; file: string; version: string }
  | { kind: 'embedded'; version: string; passedOver?: PassedOver }
  | { kind: 'none'; wanted?: string; passedOver?: PassedOver };

/** The oldest pandoc whose Typst writer gives alternative texts and labels as the templates expect them. */
export const oldestVersion = '3.2';

const versionTimeout = 10_000;

/**
 * Chooses a pandoc: the first on the PATH when it is new enough, else the embedded one. GALLEY_PANDOC chooses otherwise: `embedded`, `native`,
 * or the path of a pandoc.
 */
export async function describePandoc(env: NodeJS.ProcessEnv): Promise<PandocChoice> {
  const wanted = env.GALLEY_PANDOC;
  if (wanted === 'embedded') return embedded();
  const file = wanted && wanted !== 'native' ? path.resolve(wanted) : onPath('pandoc', env.PATH ?? '');
  if (!file || !isExecutable(file)) return wanted ? { kind: 'none', wanted } : embedded();
  const version = await versionOf(file, env);
  if (version && isNewEnough(version)) return { kind: 'native', file, version };
  const passedOver = { file, ...(version && { version }) };
  return wanted ? { kind: 'none', wanted, passedOver } : embedded(passedOver);
}

/** Compares dotted version numbers part by part. */
export function isNewEnough(version: string, oldest = oldestVersion): boolean {
  const [a, b] = [version, oldest].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let index = 0; index < b.length; index++) {
    const difference = (a[index] ?? 0) - b[index]!;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function embedded(passedOver?: PassedOver): PandocChoice {
  try {
    const file = new URL('../pandoc-version.txt', import.meta.resolve('pandoc-wasm'));
    return { kind: 'embedded', version: readFileSync(file, 'utf8').trim(), ...(passedOver && { passedOver }) };
  } catch {
    return { kind: 'none', ...(passedOver && { passedOver }) };
  }
}

async function versionOf(file: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const { code, stdout } = await runProgram(file, ['--version'], {
      env: { PATH: env.PATH, HOME: tmpdir(), LANG: 'C.UTF-8' },
      timeoutMs: versionTimeout,
    });
    return code === 0 ? /^pandoc(?:\.exe)?\s+v?(\d+(?:\.\d+)+)/m.exec(stdout)?.[1] : undefined;
  } catch {
    return undefined;
  }
}

function onPath(command: string, search: string): string | undefined {
  const names = process.platform === 'win32' ? [`${command}.exe`] : [command];
  return search
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
