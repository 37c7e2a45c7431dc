import { createHash } from 'node:crypto';
import { type Locale, languageIn, localeFor } from '../../lint-rules/text/language.js';
import type { Fault } from '../faults.js';
import { volume } from '../messages/en/volume.js';
import { galleyVersion } from '../version.js';
import { type FileFindings, type Finding, gravity, type LintResult, type Range } from './finding.js';

/**
 * What one job tells another one of a run: which sentences of the catalogue apply where, and never a sentence itself, since whoever reads it has no
 * reason to believe whoever wrote it. Paths are relative to the volume's root.
 */
export interface FeedbackReport {
  schema: 1;
  tool: string;
  /** Commit that was looked at, and the one it is to be merged into: 40 hexadecimal digits. */
  head: string;
  base: string;
  /** `failed`: the input could not be worked with; `faults` tells where. */
  outcome: 'complete' | 'failed';
  /** Whether findings were left out because there are too many. */
  truncated: boolean;
  /** How many manuscripts were looked at. */
  manuscripts: number;
  /** Findings that comments waive, by rule. */
  waived: Record<string, number>;
  files: ReportedFile[];
  faults: ReportedFault[];
}

export interface ReportedFile {
  path: string;
  /** Git's name of the text that the lines are counted in. */
  blob: string;
  /** Language to speak about it in. */
  locale: Locale;
  findings: ReportedFinding[];
}

export interface ReportedFinding extends Range {
  rule: string;
  kind: string;
  args: object;
  cause?: Range & { path: string };
  /** Offsets in UTF-16 units of the file. */
  fix?: { start: number; end: number; text: string; safety: 'safe' | 'suggest' };
}

export interface ReportedFault {
  /** Which sentence about a volume it is, and what goes into it. */
  id?: string;
  args?: object;
  path?: string;
  line?: number;
}

/** How much a report may hold; what has more is cut by who writes it and refused by who reads it. */
export const reportLimits = { bytes: 1024 * 1024, findings: 500, text: 200, texts: 20, files: 3000, faults: 50 };

/** The commits that a run is about. */
export interface Commits {
  head: string;
  base: string;
}

/** The report on a run; where there are too many findings, the gravest stay. */
export function feedbackReport(result: LintResult, commits: Commits): FeedbackReport {
  const all = [...result.files, ...(result.unchanged ?? [])].flatMap(({ path, messages }) =>
    messages.flatMap((finding) => (finding.said ? [{ path, finding }] : [])),
  );
  const kept = all
    .sort((a, b) => gravity[a.finding.severity] - gravity[b.finding.severity])
    .slice(0, reportLimits.findings);
  const byPath = new Map<string, Finding[]>();
  for (const { path, finding } of kept) byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  const report: FeedbackReport = {
    ...emptyReport(commits),
    outcome: 'complete',
    truncated: kept.length < all.length,
    manuscripts: result.files.length,
    waived: result.waived,
    files: [...byPath].map(([path, messages]) => reportedFile({ path, messages }, result.sourceOf(path))),
  };
  return withinSize(report);
}

/** The report on a run that could not be, with what stopped it. */
export function failureReport(faults: readonly Fault[], commits: Commits): FeedbackReport {
  const reported = faults.slice(0, reportLimits.faults).map(({ id, args, place }): ReportedFault => {
    return {
      ...(Object.hasOwn(volume, id) && { id, args: cutArguments(args) }),
      ...(place?.path !== undefined && { path: place.path }),
      ...(place?.line !== undefined && { line: place.line }),
    };
  });
  return { ...emptyReport(commits), faults: reported };
}

const emptyReport = ({ head, base }: Commits): FeedbackReport => ({
  schema: 1,
  tool: galleyVersion(),
  head,
  base,
  outcome: 'failed',
  truncated: false,
  manuscripts: 0,
  waived: {},
  files: [],
  faults: [],
});

/** Drops findings from the end until the report is small enough to be read. */
function withinSize(report: FeedbackReport): FeedbackReport {
  while (Buffer.byteLength(JSON.stringify(report)) > reportLimits.bytes && report.files.length > 0) {
    const last = report.files.at(-1)!;
    last.findings.length >>= 1;
    if (last.findings.length === 0) report.files.pop();
    report.truncated = true;
  }
  return report;
}

function reportedFile({ path, messages }: FileFindings, source: string): ReportedFile {
  return {
    path,
    blob: gitBlob(source),
    locale: localeFor(languageIn(source)),
    findings: messages.map(reportedFinding),
  };
}

function reportedFinding({ ruleId, said, line, column, endLine, endColumn, cause, fix }: Finding): ReportedFinding {
  return {
    rule: ruleId,
    kind: said!.kind,
    args: cutArguments(said!.args),
    line,
    column,
    endLine,
    endColumn,
    ...(cause && { cause }),
    ...(fix && fix.text.length <= reportLimits.text && { fix }),
  };
}

/** Arguments of a sentence with every text cut to what a report may hold. */
export function cutArguments<T>(value: T): T {
  if (typeof value === 'string') return cutText(value) as T;
  if (Array.isArray(value)) return value.slice(0, reportLimits.texts).map(cutArguments) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key, cutArguments(one)])) as T;
}

function cutText(text: string): string {
  const whole = text.toWellFormed();
  if (whole.length <= reportLimits.text) return whole;
  return `${whole.slice(0, reportLimits.text - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The name that Git gives to a file's bytes: SHA-1 of its length and them. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function gitBlob(source: string): string {
  const bytes = Buffer.from(source, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
