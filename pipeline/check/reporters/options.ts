import type { Language } from '../../messages/index.js';

/** How a report is to be written. */
export interface ReportOptions {
  /** Of the report's own words; findings come in the language of their manuscript. */
  language: Language;
  color: boolean;
  /** Width of the terminal. */
  columns: number;
  /** Folder that paths are shown relative to; absolute. */
  cwd: string;
}
