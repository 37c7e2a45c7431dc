import type { Severity } from '../../lint-rules/ids.js';
import type { Fix } from '../../lint-rules/rule.js';

/** How grave findings are: the gravest has the least number. */
export const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** A range of a file: 1-based, columns in UTF-16 units, end exclusive. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** What a rule says of one place, as `galley lint --reporter json` prints it. Keys stand in this order. */
export interface Finding extends Range {
  ruleId: string;
  severity: Severity;
  /** Plain text: what is there. */
  message: string;
  /** What stands there, and what should: alternatives, best first. */
  actual?: string;
  expected?: string[];
  /** Plain text: why it happens and what to do. */
  note?: string;
  url: string;
  /** The other place of a finding that has two; `path` relative to the volume's root. */
  cause?: Range & { path: string };
  /** Offsets in UTF-16 units of the file. */
  fix?: Fix;
  /** Which sentence `message` and `note` are, and what goes into it: for a program that says them elsewhere. Not printed. */
  said?: Saying;
}

/** A sentence of the catalogue of messages by the kind of finding, with its arguments; plain data. */
export interface Saying {
  kind: string;
  args: object;
}

export interface FileFindings {
  /** Relative to the volume's root, POSIX. */
  path: string;
  /** Sorted by place, then rule. */
  messages: Finding[];
}

/** What a run of the rules over a volume found. */
export interface LintResult {
  /** Absolute path of the volume's root. */
  root: string;
  /** BCP 47 tag of the volume's language, where it says one. */
  lang?: string;
  /** Files with findings or without, in the order of the volume. */
  files: FileFindings[];
  /** When only changes were asked for: the findings of manuscripts that changed which lie in paragraphs that did not. */
  unchanged?: FileFindings[];
  /** Findings that a comment in the manuscript waives, by rule. */
  waived: Record<string, number>;
  /** The text of a file that was linted, for showing its lines. */
  sourceOf(path: string): string;
}
