import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

export interface NativePandoc {
  file: string;
  version: string;
}

/** The oldest pandoc whose Typst writer gives alternative texts and labels as the templates expect them. */
export const oldestVersion = '3.2';

/**
 * Looks for a native pandoc that can be used: the one that GALLEY_PANDOC names, else the first on the PATH.
 * Returns it, or why there is none, as a short reason for people who read the output of `galley doctor`.
 */
export async function findNative(env: NodeJS.ProcessEnv): Promise<{ native?: NativePandoc; rejected?: string }> {
  const wanted = env.GALLEY_PANDOC;
  if (wanted === 'embedded') return {};
  const file = wanted && wanted !== 'native' ? path.resolve(wanted) : onPath('pandoc', env.PATH ?? '');
  if (!file || !isExecutable(file)) return wanted ? { rejected: wanted } : {};
  const version = await versionOf(file);
  if (!version) return { rejected: file };
  return isNewEnough(version) ? { native: { file, version } } : { rejected: `${file} ${version} < ${oldestVersion}` };
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

function versionOf(file: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: 10_000, killSignal: 'SIGKILL' }, (fault, stdout) => {
      resolve(fault ? undefined : /^pandoc(?:\.exe)?\s+v?(\d+(?:\.\d+)+)/m.exec(stdout)?.[1]);
    });
  });
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
