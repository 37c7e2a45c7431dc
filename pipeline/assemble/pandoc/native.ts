import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { killGroup, register } from '../../child.js';
import { InputError } from '../../faults.js';
import {
  type PandocDoor,
  type PandocJob,
  type PandocOptions,
  type PandocResult,
  runFault,
  timeLimit,
  timeoutFault,
} from '../pandoc.js';
import type { NativePandoc } from './find.js';
import { warningsFrom } from './log.js';

/**
 * Opens a native pandoc: a process a job, as many side by side as there are cores, each in a private folder that holds the job's files
 * and nothing else. What it reads from a manuscript it reads with `--sandbox`.
 */
export function openNative({ file, version }: NativePandoc, options: PandocOptions): PandocDoor {
  const free = { slots: availableParallelism() };
  const waiting: (() => void)[] = [];
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;

  const enter = () =>
    new Promise<void>((resolve) => {
      if (free.slots-- > 0) resolve();
      else waiting.push(resolve);
    });
  const leave = () => {
    free.slots++;
    waiting.shift()?.();
  };

  return {
    kind: 'native',
    version,
    async run(job) {
      await enter();
      try {
        return await runJob(file, job, timeLimit(job, options), signal);
      } finally {
        leave();
      }
    },
    async close() {
      stop.abort(new Error('pandoc was closed'));
    },
  };
}

async function runJob(file: string, job: PandocJob, limit: number, signal: AbortSignal): Promise<PandocResult> {
  signal.throwIfAborted();
  const folder = await mkdtemp(path.join(tmpdir(), 'galley-pandoc-'));
  try {
    for (const [name, content] of Object.entries(job.files ?? {})) {
      const target = path.join(folder, path.join('/', name));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    const defaults = {
      ...job.defaults,
      'input-files': ['galley-input'],
      'output-file': 'galley-output',
      'log-file': 'galley-log.json',
      // Citations are set on a tree of ours and need the bibliography, which the sandbox would hide.
      sandbox: job.defaults.from !== 'json',
    };
    await writeFile(path.join(folder, 'galley-input'), job.input);
    await writeFile(path.join(folder, 'galley-job.json'), JSON.stringify(defaults));
    const { code, stderr } = await spawnPandoc(file, folder, job, limit, signal);
    if (code !== 0) throw new InputError([runFault(job, stderr.trim() || `exit ${code}`)]);
    const output = await readFile(path.join(folder, 'galley-output'), 'utf8');
    const log = await readFile(path.join(folder, 'galley-log.json'), 'utf8').catch(() => '');
    return { output, warnings: warningsFrom(log) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function spawnPandoc(
  file: string,
  folder: string,
  job: PandocJob,
  limit: number,
  signal: AbortSignal,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, ['--defaults', 'galley-job.json'], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', SOURCE_DATE_EPOCH: '0' },
    });
    register(child);
    let stderr = '';
    let ended: unknown;
    const end = (reason: unknown) => {
      ended = reason;
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const timer = setTimeout(() => end(new InputError([timeoutFault(job, limit)])), limit);
    const abort = () => end(signal.reason);
    signal.addEventListener('abort', abort);
    child.stderr.on('data', (data) => {
      stderr = (stderr + data).slice(-20_000);
    });
    child.on('error', (fault) => {
      ended ??= new InputError([runFault(job, fault.message)]);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      if (ended) reject(ended);
      else resolve({ code, stderr });
    });
  });
}
