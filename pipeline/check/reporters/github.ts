import type { Severity } from '../../../lint-rules/ids.js';
import type { Fault } from '../../faults.js';
import { type Language, say, sayFault } from '../../messages/index.js';
import type { Finding, LintResult } from '../finding.js';
import type { ReportOptions } from './options.js';
import { repositoryAround, shownPath } from './paths.js';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', advice: 'notice' };
const gravest: Severity[] = ['error', 'warning', 'advice'];

/** GitHub shows so many annotations of each kind for a step, and drops the others without a word. */
export const shownAnnotations = 10;

/**
 * Findings as workflow commands, which GitHub shows as annotations on the files of the repository; the gravest come first. Those beyond the number that
 * it shows are ordinary lines of the log.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function report(result: LintResult, { cwd, language }: ReportOptions): string {
  const repository = repositoryAround(result.root) ?? cwd;
  const findings = result.files.flatMap(({ path, messages }) =>
    messages.map((finding) => ({ file: shownPath(result, path, repository), finding })),
  );
  const bySeverity = gravest.map((severity) => findings.filter(({ finding }) => finding.severity === severity));
  const shown = bySeverity.flatMap((all) => all.slice(0, shownAnnotations));
  const rest = bySeverity.flatMap((all) => all.slice(shownAnnotations));
  return [
    ...shown.map(({ file, finding }) => annotation(file, finding)),
    ...(rest.length > 0 ? [say(language, 'annotations-rest', { count: rest.length })] : []),
    ...rest.map(({ file, finding }) => logLine(file, finding, say(language, `severity-${finding.severity}`, {}))),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What keeps the volume at `root` from being read, in the same way. */
export function faultReport(faults: readonly Fault[], root: string, language: Language): string {
  const repository = repositoryAround(root) ?? root;
  const located = faults.filter(({ place, severity }) => place && severity === 'error').slice(0, shownAnnotations);
  return located
    .map((fault) => {
      const { path, line = 1 } = fault.place!;
      return `${command('error', { file: shownPath({ root }, path, repository), line }, sayFault(language, fault))}\n`;
    })
    .join('');
}

function annotation(file: string, finding: Finding): string {
  const { ruleId, severity, line, column, endLine, endColumn, message, note } = finding;
  const sameLine = line === endLine;
  const properties = {
    file,
    line,
    endLine,
    // Columns are only shown for a range within one line.
    ...(sameLine && { col: column, endColumn: Math.max(column, endColumn - 1) }),
    title: ruleId,
  };
  return command(commands[severity], properties, [message, note].filter(Boolean).join('\n'));
}

function command(name: string, properties: Record<string, string | number>, text: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(text)}`;
}

/** A finding as a line that is no command, whatever the manuscript's name and text are. */
const logLine = (file: string, { line, column, ruleId, message }: Finding, severity: string) =>
  ` ${file}:${line}:${column} ${severity} ${ruleId}: ${message}`.replace(/[\r\n]+/g, ' ');

/** As GitHub's own toolkit escapes them. */
const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
