import type { Term } from '../../../lint-rules/facts/types.js';

/** A manuscript as the bench hands it to the planters and the rules. */
export interface Manuscript {
  /** Relative to the volume, and unique in the bench. */
  path: string;
  /** BCP 47. */
  lang: string;
  /** `sample`: of the project's own volume; `composed`: written by the bench; `clean`: edited text that lies beside the project. */
  origin: 'sample' | 'composed' | 'clean';
  source: string;
  /** What may be referred to: files beside it and keys of its bibliography. */
  files: readonly string[];
  citationKeys: readonly string[];
  terms: readonly Term[];
  /** Other manuscripts of the same volume. */
  beside: readonly Manuscript[];
}

/** Columns of the tables: the language without its region, Chinese in Traditional script apart. */
export const languageOf = ({ lang }: { lang: string }): string => (lang === 'zh-TW' ? 'zh-TW' : lang.split('-')[0]!);
