import type { Severity } from '../../../lint-rules/ids.js';
import type { LintResult } from '../finding.js';

export interface Counts extends Record<Severity, number> {
  files: number;
  /** Findings with a fix that is certain, and with one that a person must accept. */
  safe: number;
  suggested: number;
}

/** How many findings a run has of each kind. */
export function countsOf(result: LintResult): Counts {
  const counts: Counts = { error: 0, warning: 0, advice: 0, files: result.files.length, safe: 0, suggested: 0 };
  for (const { messages } of result.files) {
    for (const { severity, fix } of messages) {
      counts[severity]++;
      if (fix?.safety === 'safe') counts.safe++;
      if (fix?.safety === 'suggest') counts.suggested++;
    }
  }
  return counts;
}
