import type { LintResult } from '../finding.js';

/** Findings as a JSON array, a file an entry, for programs: the same bytes for the same findings. */
export function report({ files }: LintResult): string {
  const printed = files.map(({ path, messages }) => ({
    path,
    messages: messages.map(({ said, ...finding }) => finding),
  }));
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}
