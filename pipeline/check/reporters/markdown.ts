import type { ListItem, Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { code, countTable, folded, heading, link, paragraph, strong, text } from '../../markdown-tree.js';
import { say } from '../../messages/index.js';
import type { FileFindings, Finding, LintResult } from '../finding.js';
import { countsOf } from './counts.js';
import type { ReportOptions } from './options.js';
import { shownPath } from './paths.js';

const writer = unified().use(remarkStringify, { bullet: '-' }).use(remarkGfm);

/**
 * Findings as Markdown, for a job's summary or a file. It is written from a tree, and what is quoted from a manuscript stands in code, so
 * that nothing quoted can break out of its place. Of more findings than `most`, the first ones are shown, and all are counted.
 */
export function report(result: LintResult, options: ReportOptions, most = Number.POSITIVE_INFINITY): string {
  const { language } = options;
  const { files, error: errors, warning: warnings, advice } = countsOf(result);
  const total = errors + warnings + advice;
  const shown = firstOf(result.files, most);
  const part = (wanted: (finding: Finding) => boolean) =>
    shown.flatMap((file) => fileParts(file, wanted, result, options));
  const head =
    total === 0
      ? say(language, 'findings-none', { files })
      : say(language, 'findings-count', { errors, warnings, advice, files });
  const tree: Root = {
    type: 'root',
    children: [
      heading(2, say(language, 'report-heading', {})),
      paragraph(text(head)),
      ...(total > 0 ? [ruleTable(result, options)] : []),
      ...part(({ severity }) => severity !== 'advice'),
      ...(advice > 0
        ? folded(
            say(language, 'queries-heading', {}),
            part(({ severity }) => severity === 'advice'),
          )
        : []),
      ...(total > most ? [paragraph(text(say(language, 'findings-not-shown', { count: total - most })))] : []),
    ],
  };
  return writer.stringify(tree);
}

/** Files with their first findings, `most` in all. */
function firstOf(files: readonly FileFindings[], most: number): FileFindings[] {
  let left = most;
  return files.map(({ path, messages }) => {
    const kept = messages.slice(0, left);
    left -= kept.length;
    return { path, messages: kept };
  });
}

function ruleTable(result: LintResult, { language }: ReportOptions): Table {
  const counts = new Map<string, { finding: Finding; count: number }>();
  for (const finding of result.files.flatMap(({ messages }) => messages)) {
    const known = counts.get(finding.ruleId);
    if (known) known.count++;
    else counts.set(finding.ruleId, { finding, count: 1 });
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return countTable([
    (['report-rule', 'report-severity', 'report-count'] as const).map((id) => [text(say(language, id, {}))]),
    ...rows.map(([rule, { finding, count }]) => [
      [link(finding.url, code(rule))],
      [text(say(language, `severity-${finding.severity}`, {}))],
      [text(String(count))],
    ]),
  ]);
}

function fileParts(
  { path, messages }: FileFindings,
  wanted: (finding: Finding) => boolean,
  result: LintResult,
  options: ReportOptions,
): RootContent[] {
  const findings = messages.filter(wanted);
  if (findings.length === 0) return [];
  const lines = result.sourceOf(path).split(/\r\n|\r|\n/);
  return [
    { type: 'heading', depth: 3, children: [code(shownPath(result, path, options.cwd))] },
    { type: 'list', ordered: false, spread: true, children: findings.map((one) => item(one, lines, result, options)) },
  ];
}

function item(
  finding: Finding,
  lines: readonly string[],
  result: LintResult,
  { language, cwd }: ReportOptions,
): ListItem {
  const { ruleId, severity, line, column, message, note, url, cause } = finding;
  const place = say(language, 'report-line', { line, column });
  const other = cause && `${shownPath(result, cause.path, cwd)}:${cause.line}:${cause.column}`;
  return {
    type: 'listItem',
    spread: true,
    children: [
      paragraph(strong(say(language, `severity-${severity}`, {})), text(` · ${place} · `), link(url, code(ruleId))),
      paragraph(text(message)),
      paragraph(code(around(lines[line - 1] ?? '', column - 1))),
      ...(note ? [paragraph(text(note))] : []),
      ...(other ? [paragraph(text(say(language, 'finding-other-place', { place: other })))] : []),
    ],
  };
}

/** Some characters of a line around an index. */
function around(line: string, index: number): string {
  const characters = [...line.slice(Math.max(0, index - 30), index + 60)];
  return characters.join('').toWellFormed().trim() || '¶';
}
