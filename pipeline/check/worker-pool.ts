import { Worker } from 'node:worker_threads';
import { unpackTrace } from '../../lint-rules/facts/pack.js';
import type { ManuscriptFacts } from '../../lint-rules/facts/types.js';
import type { InVolumeResult } from './examine.js';
import type { InVolumeJob, TextJob, TextOutcome } from './examiner.js';
import { RuleFault, type RunSettings } from './run-rules.js';

/** A manuscript as it is sent to a thread. */
export interface SentJob {
  path: string;
  source: string;
  /** Root of the files that it may refer to, and its folder among them. */
  root: string;
  folder: string;
  facts?: ManuscriptFacts;
}

/** What a thread is asked: what texts give by themselves, or what the rules find that look beyond them. */
export interface Question {
  kind: 'texts' | 'in-volume';
  jobs: SentJob[];
}

/** What a text gave as it is sent back: with its trace packed. */
export type SentOutcome = Omit<TextOutcome, 'trace'> & { trace: Uint8Array };

/** What it answers: as many results as there were jobs, or the fault of a rule. */
export type Reply =
  | { results: SentOutcome[] | InVolumeResult[] }
  | { fault: { ruleId: string; path: string; error: Error } };

/** Characters that are sent to a thread at once: enough that sending costs nothing, few enough that all threads end together. */
const portion = 60_000;

/** Threads that run the rules. */
export class WorkerPool {
  readonly #workers: Worker[];

  constructor(
    settings: RunSettings,
    threads: number,
    readonly signal?: AbortSignal,
  ) {
    this.#workers = Array.from({ length: threads }, () => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: settings });
      worker.unref();
      return worker;
    });
  }

  async texts(jobs: readonly TextJob[], onDone: (path: string) => void): Promise<TextOutcome[]> {
    const outcomes = await this.#share<SentOutcome>('texts', jobs, onDone);
    return outcomes.map((outcome) => ({ ...outcome, trace: unpackTrace(outcome.trace) }));
  }

  inVolume(jobs: readonly InVolumeJob[]): Promise<InVolumeResult[]> {
    return this.#share('in-volume', jobs, () => {});
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #share<R>(
    kind: Question['kind'],
    jobs: readonly (TextJob & { facts?: ManuscriptFacts | undefined })[],
    onDone: (path: string) => void,
  ): Promise<R[]> {
    const results: R[] = new Array(jobs.length);
    const portions = portionsOf(jobs).entries();
    await Promise.all(
      this.#workers.map(async (worker) => {
        for (const [, { from, jobs: part }] of portions) {
          this.signal?.throwIfAborted();
          const question: Question = { kind, jobs: part.map(sent) };
          const reply = await this.#ask(worker, question);
          if ('fault' in reply) throw new RuleFault(reply.fault.ruleId, reply.fault.path, reply.fault.error);
          reply.results.forEach((result, index) => {
            results[from + index] = result as R;
            onDone(part[index]!.target.path);
          });
        }
      }),
    );
    return results;
  }

  #ask(worker: Worker, question: Question): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const settle = <T>(action: (value: T) => void) => {
        return (value: T) => {
          worker.off('message', done).off('error', failed).off('exit', gone);
          this.signal?.removeEventListener('abort', aborted);
          worker.unref();
          action(value);
        };
      };
      const done = settle(resolve);
      const failed = settle(reject);
      const gone = settle(() => reject(new Error('a thread that ran rules ended too early')));
      const aborted = settle(() => reject(this.signal!.reason));
      worker.on('message', done).on('error', failed).on('exit', gone);
      this.signal?.addEventListener('abort', aborted);
      worker.ref();
      worker.postMessage(question);
    });
  }
}

function sent({ target, source, facts }: TextJob & { facts?: ManuscriptFacts | undefined }): SentJob {
  return {
    path: target.path,
    source,
    root: target.files.root,
    folder: target.folder,
    ...(facts && { facts }),
  };
}

function portionsOf<J extends TextJob>(jobs: readonly J[]): { from: number; jobs: J[] }[] {
  const portions: { from: number; jobs: J[] }[] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const [index, job] of jobs.entries()) {
    if (characters >= portion) {
      portions.push({ from: index, jobs: [] });
      characters = 0;
    }
    portions.at(-1)!.jobs.push(job);
    characters += job.source.length;
  }
  return portions;
}
