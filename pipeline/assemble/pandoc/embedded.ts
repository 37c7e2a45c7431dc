import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, ChildFault, ChildTimeout, startChild } from '../../child.js';
import { InputError } from '../../faults.js';
import { packageRoot } from '../../package-root.js';
import {
  type PandocDoor,
  type PandocJob,
  type PandocOptions,
  type PandocResult,
  runFault,
  timeLimit,
  timeoutFault,
} from '../pandoc.js';
import type { EmbeddedRequest, EmbeddedResponse } from './embedded-process.js';

interface Waiting {
  job: PandocJob;
  resolve(result: PandocResult): void;
  reject(fault: unknown): void;
}

type Worker = Child<EmbeddedRequest, EmbeddedResponse>;

/** Jobs that must wait before a second process is worth its start, 0.4 s and 370 MB. */
const worthASecond = 20;

/** A WebAssembly memory never shrinks; a process whose memory has grown past this many bytes is replaced. */
const memoryLimit = 1.5 * 2 ** 30;

/** The version of pandoc in the package. */
export function embeddedVersion(): string {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('pandoc-wasm')));
  const files = [folder, path.dirname(folder)].map((place) => path.join(place, 'pandoc-version.txt'));
  for (const file of files) {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      // The package keeps it beside its entry or one folder above.
    }
  }
  return 'unknown';
}

/** Opens the embedded pandoc: one process at once, a second where many jobs wait and there is a core for it. */
export function openEmbedded(options: PandocOptions): PandocDoor {
  const queue: Waiting[] = [];
  const workers = new Set<Worker>();
  const most = Math.min(2, availableParallelism());
  let closed = false;

  const start = (): Worker =>
    startChild(path.join(packageRoot, 'dist/pipeline/assemble/pandoc/embedded-process.js'), {
      env: { SOURCE_DATE_EPOCH: '0' },
      label: 'pandoc',
    });

  const employ = (worker: Worker) => {
    workers.add(worker);
    void serveQueue(worker);
  };

  /** Takes jobs until none waits; a process that was killed or has grown too large is replaced, the others' jobs go on. */
  const serveQueue = async (first: Worker) => {
    let worker = first;
    for (let next = queue.shift(); next && !closed; next = queue.shift()) {
      const { job, resolve, reject } = next;
      if (!worker.alive) {
        workers.delete(worker);
        worker = start();
        workers.add(worker);
      }
      try {
        const { defaults, input, files } = job;
        const request = { defaults, input, ...(files && { files }) };
        const response = await worker.call(request, {
          timeoutMs: timeLimit(job, options),
          ...(options.signal && { signal: options.signal }),
        });
        if (response.memory > memoryLimit) worker.kill();
        if (response.error !== undefined) reject(new InputError([runFault(job, response.error)]));
        else resolve({ output: response.output, warnings: response.warnings });
      } catch (fault) {
        worker.kill();
        if (fault instanceof ChildTimeout) reject(new InputError([timeoutFault(job, fault.milliseconds)]));
        else reject(fault instanceof ChildFault ? new InputError([runFault(job, fault.message)]) : fault);
      }
    }
    workers.delete(worker);
    if (closed) await worker.close();
    else idle.push(worker);
  };

  // A process without a job waits here, warm.
  const idle: Worker[] = [start()];

  return {
    kind: 'embedded',
    version: embeddedVersion(),
    run(job) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Error('pandoc was closed'));
        queue.push({ job, resolve, reject });
        const warm = idle.shift();
        if (warm) employ(warm);
        else if (workers.size < most && queue.length > worthASecond) employ(start());
      });
    },
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new Error('pandoc was closed'));
      for (const worker of workers) worker.kill();
      await Promise.all(idle.map((worker) => worker.close()));
    },
  };
}
