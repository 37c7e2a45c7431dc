import { error, type Fault, InputError } from '../faults.js';
import { openEmbedded } from './pandoc/embedded.js';
import { describePandoc, oldestVersion, type PandocChoice } from './pandoc/find.js';
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
 * Opens pandoc's command line, the one that `describePandoc` chooses. Returns as soon as the choice is made; jobs wait for the process to be ready.
 * Throws an `InputError` when there is none, or none as GALLEY_PANDOC asks for.
 */
export async function openPandoc(options: PandocOptions = {}): Promise<PandocDoor> {
  const choice = await describePandoc(options.env ?? process.env);
  if (choice.kind === 'native') return openNative(choice, options);
  if (choice.kind === 'embedded') return openEmbedded(choice.version, options);
  throw new InputError([noPandoc(choice)]);
}

/** Why there is no pandoc to use. */
export function noPandoc({ wanted, passedOver }: Extract<PandocChoice, { kind: 'none' }>): Fault {
  if (wanted === undefined) return error('package-missing', { name: 'pandoc-wasm' });
  return error('pandoc-not-usable', { wanted, oldest: oldestVersion, ...passedOver });
}
