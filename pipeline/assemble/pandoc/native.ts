import { setMaxListeners } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { ChildTimeout } from '../../child.js';
import { InputError } from '../../faults.js';
import { type ProgramResult, runProgram } from '../../run-program.js';
import type { PandocDoor, PandocJob, PandocOptions, PandocResult } from '../pandoc.js';
import type { PandocChoice } from './find.js';
import { runFault, timeLimit, timeoutFault } from './job.js';
import { warningsFrom } from './log.js';

type NativePandoc = Extract<PandocChoice, { kind: 'native' }>;

/**
 * Opens a native pandoc: a process a job, as many side by side as there are cores, each in a private folder that holds the job's files
 * and nothing else. What it reads from a manuscript it reads with `--sandbox`.
 */
export function openNative({ file, version }: NativePandoc, options: PandocOptions): PandocDoor {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  setMaxListeners(0, signal); // One a process, and there are as many as cores.
  const running = new Set<Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let free = availableParallelism();

  const inTurn = async (job: PandocJob) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await runJob(file, job, options, signal);
    } finally {
      // The place goes to the next in line, or back.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };

  return {
    kind: 'native',
    version,
    run(job) {
      const result = inTurn(job);
      running.add(result);
      const done = () => running.delete(result);
      result.then(done, done);
      return result;
    },
    async close() {
      stop.abort(new Error('pandoc was closed'));
      await Promise.allSettled(running);
    },
  };
}

async function runJob(
  file: string,
  job: PandocJob,
  options: PandocOptions,
  signal: AbortSignal,
): Promise<PandocResult> {
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
    const { code, stderr } = await runPandoc(file, folder, job, options, signal);
    if (code !== 0) throw new InputError([runFault(job, stderr.trim() || `exit ${code}`)]);
    const output = await readFile(path.join(folder, 'galley-output'), 'utf8');
    const log = await readFile(path.join(folder, 'galley-log.json'), 'utf8').catch(() => '');
    return { output, warnings: warningsFrom(log) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runPandoc(
  file: string,
  folder: string,
  job: PandocJob,
  options: PandocOptions,
  signal: AbortSignal,
): Promise<ProgramResult> {
  const { PATH } = options.env ?? process.env;
  try {
    return await runProgram(file, ['--defaults', 'galley-job.json'], {
      cwd: folder,
      env: { PATH, HOME: folder, LANG: 'C.UTF-8', SOURCE_DATE_EPOCH: '0' },
      timeoutMs: timeLimit(job, options),
      signal,
    });
  } catch (fault) {
    if (fault instanceof ChildTimeout) throw new InputError([timeoutFault(job, fault.milliseconds)]);
    if (signal.aborted) throw signal.reason;
    throw new InputError([runFault(job, (fault as Error).message)]);
  }
}
