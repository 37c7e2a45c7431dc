import { isDeepStrictEqual } from 'node:util';
import type { Severity } from '../../lint-rules/ids.js';
import type { Locale } from '../../lint-rules/text/language.js';
import {
  cutArguments,
  type FeedbackReport,
  type ReportedFile,
  type ReportedFinding,
} from '../check/feedback-report.js';
import type { Range } from '../check/finding.js';
import { onlyChanged } from '../check/only-changed.js';
import type { RuleFinding } from '../check/run-rules.js';
import { changedLines, type Hunk, hunksOf, shownText } from './diff.js';
import type { PullFile } from './pull-request.js';
import { knownArguments, Quotations } from './quotations.js';
import { ownSide } from './sides.js';
import type { Rechecked } from './trusted-volume.js';

/** A finding of a report that may be told, and how. Paths are relative to the repository. */
export interface Told extends Range {
  rule: string;
  severity: Severity;
  path: string;
  locale: Locale;
  kind: string;
  /** What goes into its sentence; `undefined` where it could not be made sure of, so that only the rule may be told. */
  args: object | undefined;
  cause?: Range & { path: string };
  fix?: { start: number; end: number; text: string };
  /** Whether the pull request changed its paragraph. */
  changed: boolean;
  /** Whether its lines are the lines of the pull request's text. */
  exact: boolean;
}

/** A file of the pull request that findings are told of. */
export interface ToldFile {
  path: string;
  hunks: Hunk[];
  /** Its text at the pull request's head with its paragraphs, where it was read. */
  text?: string;
  rechecked?: Rechecked;
}

export interface Confirmation {
  findings: Told[];
  files: Map<string, ToldFile>;
}

/** What findings are held against. */
export interface Evidence {
  report: FeedbackReport;
  /** The pull request's files, as GitHub lists them. */
  files: readonly PullFile[];
  /** From the top of the repository to the volume, with a slash at its end unless it is empty. */
  prefix: string;
  /** Texts at the pull request's head, and what the rules say of each, by path in the repository. */
  texts: ReadonlyMap<string, { text: string; rechecked: Rechecked }>;
  severityOf: (rule: string) => Severity | 'off';
  /** Text of a manuscript of the default branch, by its path in the volume. */
  trustedText: (path: string) => string | undefined;
  terms: readonly string[];
  /** Whether the report may be the pull request's own work: then only what the rules say again is told. */
  doubted: boolean;
}

/**
 * Holds a report against what GitHub and the rules themselves say. What is about another file than the pull request's is left out. An argument is only
 * told when the rules, run over the pull request's text, say the same, or when its words stand in a text that is known, and another place only when there is
 * such a manuscript: a report can then say nothing that the pull request does not say itself.
 */
export function confirm(evidence: Evidence): Confirmation {
  const { report, prefix } = evidence;
  const listed = new Map(
    evidence.files.filter(({ removed }) => !removed).map((file) => [file.path.normalize('NFC'), file]),
  );
  const fileOf = (path: string) => listed.get(`${prefix}${path}`.normalize('NFC'));
  const isKnown = (path: string) => fileOf(path) !== undefined || evidence.trustedText(path) !== undefined;
  const quotations = new Quotations();
  const files = new Map<string, ToldFile>();
  const findings: Told[] = [];
  for (const reported of report.files) {
    for (const { path, finding } of reported.findings.flatMap((one) =>
      ownSide(reported.path, one, (at) => fileOf(at) !== undefined),
    )) {
      const severity = evidence.severityOf(finding.rule);
      const file = fileOf(path);
      if (severity === 'off' || !file) continue;
      if (!files.has(file.path)) files.set(file.path, toldFile(file, evidence));
      const here = files.get(file.path)!;
      const swapped = path !== reported.path;
      const sameText = swapped ? here.text !== undefined : file.blob === reported.blob;
      const known = finding.cause && !isKnown(finding.cause.path) ? { ...finding, cause: undefined } : finding;
      const one = told(known, { file, here, severity, reported, sameText, evidence, quotations });
      if (one) findings.push(one);
    }
  }
  return { findings: markChanged(findings, files, evidence), files };
}

function toldFile({ path, patch }: PullFile, { texts }: Evidence): ToldFile {
  const known = texts.get(path);
  return {
    path,
    hunks: patch === undefined ? [] : hunksOf(patch),
    ...(known && { text: known.text, rechecked: known.rechecked }),
  };
}

interface Context {
  file: PullFile;
  here: ToldFile;
  severity: Severity;
  reported: ReportedFile;
  /** Whether the lines of the finding are counted in the text at hand. */
  sameText: boolean;
  evidence: Evidence;
  quotations: Quotations;
}

function told(
  finding: ReportedFinding,
  { file, here, severity, reported, sameText, evidence, quotations }: Context,
): Told | undefined {
  const { rule, kind, cause } = finding;
  const same = closest(finding, here.rechecked?.findings ?? [], sameText);
  if (evidence.doubted && !same) return undefined;
  const { line, column, endLine, endColumn } = same ?? finding;
  const fix = same?.fix ?? (sameText ? harmlessFix(finding, here.text ?? '', evidence.terms) : undefined);
  return {
    rule,
    severity,
    path: file.path,
    locale: reported.locale,
    kind,
    args: same?.args ?? quotedArguments(finding, { file, here, evidence, quotations }),
    line,
    column,
    endLine,
    endColumn,
    ...(cause && { cause: { ...cause, path: `${evidence.prefix}${cause.path}` } }),
    ...(fix && { fix: { start: fix.start, end: fix.end, text: fix.text } }),
    changed: false,
    exact: sameText || same !== undefined,
  };
}

/** The arguments of a finding that the rules do not say again, when their words stand in a text that is known. */
function quotedArguments(
  { args, cause }: ReportedFinding,
  { file, here, evidence, quotations }: Pick<Context, 'file' | 'here' | 'evidence' | 'quotations'>,
): object | undefined {
  const sources = [
    here.text ?? (file.patch && shownText(file.patch)),
    cause && evidence.trustedText(cause.path),
    cause && evidence.texts.get(`${evidence.prefix}${cause.path}`)?.text,
    ...evidence.terms,
  ].filter((one) => one !== undefined);
  return knownArguments(args, (text) => text === cause?.path || quotations.isQuoted(text, sources));
}

/** What the rules say again: at the same place, or, where the text was merged with changes of others, at the place that is nearest. */
function closest(finding: ReportedFinding, found: readonly RuleFinding[], sameText: boolean): RuleFinding | undefined {
  const { rule, kind, line, column, args } = finding;
  const distance = (one: RuleFinding) => Math.abs(one.line - line);
  return found
    .filter(
      (one) => one.ruleId === rule && one.kind === kind && (!sameText || (one.line === line && one.column === column)),
    )
    .filter((one) => isDeepStrictEqual(cutArguments(one.args ?? {}), args))
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** A fix that brings no words along: it takes something out, or puts white space or a term of the volume in its place. */
function harmlessFix({ fix }: ReportedFinding, text: string, terms: readonly string[]): ReportedFinding['fix'] {
  if (!fix || fix.end > text.length) return undefined;
  return /^[ \n\u3000]*$/.test(fix.text) || terms.includes(fix.text) ? fix : undefined;
}

/** Marks the findings whose paragraph the pull request changed. */
function markChanged(
  findings: readonly Told[],
  files: ReadonlyMap<string, ToldFile>,
  { files: pull }: Evidence,
): Told[] {
  const patches = new Map(pull.map(({ path, patch }) => [path, patch]));
  const changed = (path: string) => {
    const file = files.get(path);
    if (!file) return [];
    // Where GitHub shows no patch, the file is too large for one, or as it was.
    return patches.get(path) === undefined ? 'everything' : changedLines(file.hunks);
  };
  const marked = new Set<Told>();
  for (const [path, { text, rechecked }] of files) {
    const own = findings.filter((finding) => finding.path === path);
    const manuscript = { path, source: text ?? '', extents: rechecked?.extents ?? [], findings: own };
    for (const finding of onlyChanged(manuscript, changed)) marked.add(finding);
  }
  // Of what has no place in the text at hand, nobody can tell.
  return findings.map((finding) => ({ ...finding, changed: marked.has(finding) || !finding.exact }));
}
