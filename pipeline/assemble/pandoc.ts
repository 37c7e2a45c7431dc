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
