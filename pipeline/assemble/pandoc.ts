import { error, type Fault, InputError } from '../faults.js';
import { openEmbedded } from './pandoc/embedded.js';
import { findNative } from './pandoc/find.js';
import { withoutFileName } from './pandoc/log.js';
import { openNative } from './pandoc/native.js';

/** One run of pandoc. */
export interface PandocJob {
  /** Named in errors: the manuscript's path. */
  label: string;
  /** A defaults file's content (`pandoc --defaults`): from, to, citeproc, bibliography, csl, metadata, … */
  defaults: Record<string, unknown>;
  input: string;
  /** Files that the run may read, by relative path; nothing else exists for the embedded pandoc. */
  files?: Record<string, Uint8Array>;
}

export interface PandocWarning {
  message: string;
  /** Kind as pandoc names it in its JSON log: CiteprocWarning, CouldNotConvertTeXMath, … */
  type?: string;
  line?: number;
  column?: number;
}

export interface PandocResult {
  output: string;
  warnings: PandocWarning[];
}

/** The only door to pandoc. */
export interface PandocDoor {
  kind: 'native' | 'embedded';
  version: string;
  /** Runs one job; many may be under way at once. Throws an `InputError` that names the job's label. */
  run(job: PandocJob): Promise<PandocResult>;
  /** Ends every child. */
  close(): Promise<void>;
}

export interface PandocOptions {
  signal?: AbortSignal;
  /** Limit for one job; without it, 30 s and a second more for every 10,000 characters. */
  jobTimeoutMs?: number;
  /** Where PATH and GALLEY_PANDOC are read from. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Opens pandoc's command line: a native one of the PATH when it is new enough, else the embedded build. GALLEY_PANDOC chooses otherwise: `embedded`,
 * `native`, or the path of a pandoc. Returns as soon as the choice is made; jobs wait for the process to be ready.
 * Throws an `InputError` when GALLEY_PANDOC names one that cannot be used.
 */
export async function openPandoc(options: PandocOptions = {}): Promise<PandocDoor> {
  const env = options.env ?? process.env;
  const { native, rejected } = await findNative(env);
  if (!native && env.GALLEY_PANDOC && env.GALLEY_PANDOC !== 'embedded') {
    throw new InputError([error('pandoc-not-usable', { wanted: env.GALLEY_PANDOC, reason: rejected ?? '' })]);
  }
  return native ? openNative(native, options) : openEmbedded(options);
}

/** How long one job may take: what was asked for, else by the length of its input in characters. */
export function timeLimit(job: PandocJob, { jobTimeoutMs }: PandocOptions): number {
  return jobTimeoutMs ?? 30_000 + Math.ceil(job.input.length / 10_000) * 1000;
}

/** A failed run as a fault of the manuscript, with the line where pandoc gives one. */
export function runFault(job: PandocJob, message: string): Fault {
  const [, line, column] = /line (\d+),? column (\d+)/.exec(message) ?? [];
  const text = withoutFileName(message).replace(/\s+/g, ' ').trim();
  return error(
    'pandoc-failed',
    { message: text },
    {
      path: job.label,
      ...(line && { line: Number(line), column: Number(column) }),
    },
  );
}

/** A run that was ended because it took too long. */
export function timeoutFault(job: PandocJob, milliseconds: number): Fault {
  return error('pandoc-timeout', { seconds: Math.round(milliseconds / 1000) }, { path: job.label });
}
