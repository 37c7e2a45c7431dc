import type { LintResult } from '../finding.js';

/** Findings as a JSON array, a file an entry, for programs: the same bytes for the same findings. */
export function report({ files }: LintResult): string {
  return `${JSON.stringify(files, undefined, 2)}\n`;
}
