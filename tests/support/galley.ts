import { spawn } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../pipeline/package-root.js';

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const cli = path.join(packageRoot, 'dist/pipeline/cli.js');

/** Runs the compiled command line as a process of its own, in English unless `env` says otherwise. */
export function galley(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: options.cwd ?? packageRoot,
      env: { ...process.env, GALLEY_LANG: 'en', CI: '1', NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (data) => (run.stdout += data));
    child.stderr.setEncoding('utf8').on('data', (data) => (run.stderr += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...run }));
  });
}
