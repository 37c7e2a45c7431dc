import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Child, ChildFault, ChildTimeout, startChild } from '../../child.js';
import { error, InputError } from '../../faults.js';
import { packageRoot } from '../../package-root.js';
import type { PandocDoor, PandocJob, PandocOptions, PandocResult } from '../pandoc.js';
import type { EmbeddedRequest, EmbeddedResponse } from './embedded-process.js';
import { crashFault, runFault, timeLimit, timeoutFault } from './job.js';

interface Waiting {
  job: PandocJob;
  resolve(result: PandocResult): void;
  reject(fault: unknown): void;
}

/** A place in which one job runs at a time; its process may be replaced by another. */
interface Seat {
  child: Child<EmbeddedRequest | 'start', EmbeddedResponse>;
  /** Settles when the process can take jobs, so that its start counts against none. */
  ready: Promise<unknown>;
}

/** Jobs that must wait before a second process is worth its start, 0.4 s and 370 MB. */
const worthASecond = 20;

const startTimeout = 60_000;

/** A WebAssembly memory never shrinks; a process whose memory has grown past this many bytes is replaced. */
const memoryLimit = 1.5 * 2 ** 30;

/** Opens the embedded pandoc: one process at once, a second where many jobs wait and there is a core for it. */
export function openEmbedded(version: string, options: PandocOptions): PandocDoor {
  const { signal } = options;
  const most = Math.min(2, availableParallelism());
  const queue: Waiting[] = [];
  const seats: Seat[] = [];
  const idle = new Set<Seat>();
  let closed = false;

  const addSeat = (): Seat => {
    const seat = startPandoc(signal);
    seats.push(seat);
    return seat;
  };

  /** Takes jobs in their order until none waits. */
  const serveQueue = async (seat: Seat) => {
    idle.delete(seat);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { job, resolve, reject } = next;
      await runJob(seat, job, options, () => closed).then(resolve, reject);
    }
    idle.add(seat);
  };

  idle.add(addSeat());

  return {
    kind: 'embedded',
    version,
    run(job) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(closedFault());
        queue.push({ job, resolve, reject });
        const [warm] = idle;
        if (warm) void serveQueue(warm);
        else if (seats.length < most && queue.length > worthASecond) void serveQueue(addSeat());
      });
    },
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(closedFault());
      // They hold nothing worth an orderly end, and one that is still starting would make it wait.
      for (const { child } of seats) child.kill();
      await Promise.all(seats.map(({ child }) => child.close()));
    },
  };
}

function startPandoc(signal?: AbortSignal): Seat {
  const child: Seat['child'] = startChild(
    path.join(packageRoot, 'dist/pipeline/assemble/pandoc/embedded-process.js'),
    // Of all that it writes here nothing bears a date; should anything, it is not the clock's.
    { env: { SOURCE_DATE_EPOCH: '0' }, label: 'pandoc' },
  );
  const ready = child.call('start', { timeoutMs: startTimeout, ...(signal && { signal }) });
  ready.catch(() => {}); // Told to the job that waits for it.
  return { child, ready };
}

/**
 * Runs one job. After a time limit the process is gone and the next job gets a new one. A process that broke down is replaced and the job tried
 * once more, since what ran before it may have used up the memory.
 */
async function runJob(
  seat: Seat,
  job: PandocJob,
  options: PandocOptions,
  isClosed: () => boolean,
  lastChance = false,
): Promise<PandocResult> {
  const { signal } = options;
  signal?.throwIfAborted();
  if (!seat.child.alive) Object.assign(seat, startPandoc(signal));
  const { child } = seat;
  await seat.ready.catch((fault: Error) => {
    if (isClosed()) throw closedFault();
    signal?.throwIfAborted();
    child.kill();
    throw new InputError([error('pandoc-not-started', { detail: fault.message })]);
  });
  try {
    const { defaults, input, files } = job;
    const request = { defaults, input, ...(files && { files }) };
    const response = await child.call(request, { timeoutMs: timeLimit(job, options), ...(signal && { signal }) });
    if (response.memory > memoryLimit) child.kill();
    if (response.error !== undefined) throw new InputError([runFault(job, response.error)]);
    return { output: response.output, warnings: response.warnings };
  } catch (fault) {
    if (fault instanceof ChildTimeout) throw new InputError([timeoutFault(job, fault.milliseconds)]);
    if (!(fault instanceof ChildFault)) throw fault;
    if (isClosed()) throw closedFault();
    child.kill();
    if (lastChance) throw new InputError([crashFault(job, fault.message)]);
    return runJob(seat, job, options, isClosed, true);
  }
}

function closedFault(): Error {
  return new Error('pandoc was closed');
}
