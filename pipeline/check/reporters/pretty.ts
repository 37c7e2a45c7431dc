import { styleText } from 'node:util';
import type { Severity } from '../../../lint-rules/ids.js';
import { say } from '../../messages/index.js';
import { printable } from '../../terminal-text.js';
import { fitText, textWidth } from '../../text-width.js';
import type { FileFindings, Finding, LintResult } from '../finding.js';
import { countsOf } from './counts.js';
import { excerpt } from './excerpt.js';
import type { ReportOptions } from './options.js';
import { shownPath } from './paths.js';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const colors: Record<Severity, Style> = { error: 'red', warning: 'yellow', advice: 'cyan' };
const severities: Severity[] = ['error', 'warning', 'advice'];

/**
 * Findings for a person at a terminal: file by file, each with its line and a marker under the place, why it happens and what to do. Advice
 * comes behind everything else, as queries for the editor.
 */
export function report(result: LintResult, options: ReportOptions): string {
  const paint: Paint = options.color
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
  const gate = result.files.map((file) => only(file, ({ severity }) => severity !== 'advice'));
  const queries = result.files.map((file) => only(file, ({ severity }) => severity === 'advice'));
  const hasQueries = queries.some(({ messages }) => messages.length > 0);
  return [
    ...gate.map((file) => fileText(file, result, options, paint)),
    ...(hasQueries ? [`${paint('bold', say(options.language, 'queries-heading', {}))}\n\n`] : []),
    ...queries.map((file) => fileText(file, result, options, paint)),
    summary(result, options, paint),
  ].join('');
}

const only = ({ path, messages }: FileFindings, wanted: (finding: Finding) => boolean): FileFindings => ({
  path,
  messages: messages.filter(wanted),
});

function fileText({ path, messages }: FileFindings, result: LintResult, options: ReportOptions, paint: Paint): string {
  if (messages.length === 0) return '';
  const lines = result.sourceOf(path).split(/\r\n|\r|\n/);
  const name = printable(shownPath(result, path, options.cwd));
  return messages.map((finding) => findingText(name, finding, lines, result, options, paint)).join('');
}

function findingText(
  name: string,
  finding: Finding,
  lines: readonly string[],
  result: LintResult,
  { language, columns, cwd }: ReportOptions,
  paint: Paint,
): string {
  const { ruleId, severity, line, column, message, note, cause } = finding;
  const color = colors[severity];
  const place = `${name.startsWith(':') ? './' : ''}${name}:${line}:${column}`;
  const width = Math.max(20, columns - 4);
  const { line: shown, indent, width: marked } = excerpt(lines, finding, width);
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const bar = paint('dim', '│');
  const body = (text: string) =>
    wrap(printable(text), width - number.length).map((part) => `${gutter} ${bar} ${part}\n`);
  return [
    `${paint('bold', place)}  ${paint(color, say(language, `severity-${severity}`, {}))}  ${paint('dim', ruleId)}\n`,
    ...wrap(printable(message), columns).map((part) => `${part}\n`),
    `${paint('dim', number)} ${bar} ${shown}\n`,
    `${gutter} ${bar} ${' '.repeat(indent)}${paint(color, '^'.repeat(marked))}\n`,
    ...fixText(finding, language, width).flatMap((text) => body(text)),
    ...(note ? body(note) : []),
    ...(cause ? body(say(language, 'finding-other-place', { place: placeOf(cause, result, cwd) })) : []),
    '\n',
  ].join('');
}

function placeOf(cause: NonNullable<Finding['cause']>, result: LintResult, cwd: string): string {
  return `${shownPath(result, cause.path, cwd)}:${cause.line}:${cause.column}`;
}

function fixText({ fix, expected }: Finding, language: ReportOptions['language'], width: number): string[] {
  const text = expected?.[0];
  if (text === undefined) return [];
  const safe = fix?.safety === 'safe';
  if (!text.trim()) return fix?.text === '' ? [say(language, 'finding-delete', { safe })] : [];
  return [say(language, 'finding-replace-by', { text: fitText(text.replace(/\s*\n\s*/g, ' ¶ '), width - 30), safe })];
}

/** A text in lines of at most `width` columns, broken at spaces and between Han characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.match(
    /[\u2e80-\u9fff\uff00-\uffef“‘（《]?[^\s\u2e80-\u9fff\uff00-\uffef]*[\u3001\u3002\uff01-\uff0f\uff1a-\uff1f”’）》]*\s*/gu,
  ) ?? []) {
    const size = textWidth(word.trimEnd());
    if (used + size > width && line) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += word;
    used += textWidth(word);
  }
  return [...lines, ...(line.trim() ? [line.trimEnd()] : [])];
}

function summary(result: LintResult, { language }: ReportOptions, paint: Paint): string {
  const counts = countsOf(result);
  const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
  const { files, safe, suggested } = counts;
  const { error: errors, warning: warnings, advice } = counts;
  const waived = Object.entries(result.waived).filter(([, count]) => count > 0);
  const head =
    total === 0
      ? say(language, 'findings-none', { files })
      : say(language, 'findings-count', { errors, warnings, advice, files });
  return [
    paint('bold', head),
    ...(safe + suggested > 0 ? [say(language, 'findings-fixable', { safe, suggested })] : []),
    ...(waived.length > 0 ? [say(language, 'findings-waived', { rules: waived })] : []),
    '',
  ].join('\n');
}
