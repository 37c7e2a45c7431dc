import { spawn } from 'node:child_process';
import { ChildTimeout } from './child.js';
import { killGroup, register } from './process-groups.js';

export interface ProgramOptions {
  cwd?: string;
  /** The whole environment. */
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface ProgramResult {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Characters kept of each stream. */
const kept = 100_000;

/**
 * Runs `file` with `args`, never through a shell, in a process group of its own. Throws `ChildTimeout` when it takes too long and the signal's
 * reason when that is aborted, both after the whole group was ended; the system's error when it cannot be started.
 */
export function runProgram(
  file: string,
  args: string[],
  { cwd, env, timeoutMs, signal }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    register(child);
    const text = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (data: string) => {
        text[name] = (text[name] + data).slice(-kept);
      });
    }

    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      act();
    };
    const end = (reason: unknown) => {
      if (child.pid !== undefined) killGroup(child.pid);
      const give = () => settle(() => reject(reason));
      // Its own end is waited for; that of a stream is not, which a process that left the group could keep open.
      if (child.exitCode !== null || child.signalCode !== null) give();
      else child.once('exit', give);
    };
    const abort = () => end(signal?.reason);
    const timer = setTimeout(() => end(new ChildTimeout(file, timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', abort);
    child.on('error', (fault) => settle(() => reject(fault)));
    child.on('close', (code) => settle(() => resolve({ code, ...text })));
  });
}
