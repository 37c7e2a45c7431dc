import { availableParallelism } from 'node:os';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { ManuscriptFacts, Trace } from '../../lint-rules/facts/types.js';
import type { InVolumeResult } from './examine.js';
import type { AloneResult, ParsedManuscript, RuleRunner, RunSettings } from './run-rules.js';
import type { Target } from './selection.js';
import type { WorkerPool } from './worker-pool.js';

export interface TextJob {
  target: Target;
  source: string;
}

export interface InVolumeJob extends TextJob {
  facts: ManuscriptFacts | undefined;
}

/** What a text gave. `inVolume` is there when the rules that look beyond it have been tried as well, on the guess that the volume has nothing to say. */
export interface TextOutcome {
  alone: AloneResult;
  trace: Trace;
  inVolume?: InVolumeResult;
}

export interface ExaminerOptions {
  signal?: AbortSignal;
  /** Told of each manuscript whose text has been examined. */
  onExamined?: (path: string) => void;
  /** Threads to use where there is much to do; by default as many as the machine has, four at most. */
  threads?: number;
}

/** Characters of text up to which the trees of all manuscripts stay in memory, about 300 bytes a character, so that none is parsed twice. */
const keptCharacters = 1_000_000;
/** Characters from which on threads save more time than it takes to start them. */
const worthThreads = 1_000_000;
/** Milliseconds of work after which a signal or a timer gets its turn. */
const turn = 50;

type Loaded = typeof import('./examine.js') & typeof import('./run-rules.js') & { runner: RuleRunner };

/** Runs the rules over texts, in this thread or in several. Only what really runs rules loads them. */
export class Examiner {
  readonly #kept = new Map<string, ParsedManuscript>();
  #loaded: Promise<Loaded> | undefined;
  #pool: WorkerPool | undefined;
  #turnEnds = 0;

  constructor(
    readonly settings: RunSettings,
    readonly options: ExaminerOptions = {},
  ) {}

  /** What each text gives by itself, in the order of `jobs`. */
  async texts(jobs: readonly TextJob[]): Promise<TextOutcome[]> {
    const characters = jobs.reduce((sum, { source }) => sum + source.length, 0);
    const pool = jobs.length > 1 && characters > worthThreads ? await this.#openPool() : undefined;
    if (pool) return pool.texts(jobs, (path) => this.options.onExamined?.(path));

    const outcomes: TextOutcome[] = [];
    for (const { target, source } of jobs) {
      const { examineText, examineInVolume, runner } = await this.#load();
      const { alone, trace, manuscript } = await examineText(target.path, source, runner);
      if (characters <= keptCharacters) {
        this.#kept.set(target.path, manuscript);
        outcomes.push({ alone, trace });
      } else {
        outcomes.push({ alone, trace, inVolume: examineInVolume(manuscript, undefined, target, runner) });
      }
      this.options.onExamined?.(target.path);
      await this.#giveWay();
    }
    return outcomes;
  }

  /** What the rules find in each manuscript that look beyond it, in the order of `jobs`. */
  async inVolume(jobs: readonly InVolumeJob[]): Promise<InVolumeResult[]> {
    if (this.#pool) return this.#pool.inVolume(jobs);
    const results: InVolumeResult[] = [];
    for (const { target, source, facts } of jobs) {
      const { parseManuscript, examineInVolume, runner } = await this.#load();
      const manuscript = this.#kept.get(target.path) ?? (await parseManuscript(target.path, source));
      results.push(examineInVolume(manuscript, facts, target, runner));
      await this.#giveWay();
    }
    return results;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
    this.#kept.clear();
  }

  async #openPool(): Promise<WorkerPool | undefined> {
    const threads = this.options.threads ?? Math.min(availableParallelism(), 4);
    if (threads < 2) return undefined;
    const { WorkerPool } = await import('./worker-pool.js');
    this.#pool = new WorkerPool(this.settings, threads, this.options.signal);
    return this.#pool;
  }

  #load(): Promise<Loaded> {
    this.#loaded ??= (async () => {
      const [examine, run] = await Promise.all([import('./examine.js'), import('./run-rules.js')]);
      return { ...examine, ...run, runner: new run.RuleRunner(this.settings) };
    })();
    return this.#loaded;
  }

  async #giveWay(): Promise<void> {
    if (performance.now() < this.#turnEnds) return;
    await otherWork();
    this.options.signal?.throwIfAborted();
    this.#turnEnds = performance.now() + turn;
  }
}
