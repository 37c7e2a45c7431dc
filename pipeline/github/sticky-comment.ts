import { createHash } from 'node:crypto';
import type { BlockContent, PhrasingContent, RootContent, Table } from 'mdast';
import type { Severity } from '../../lint-rules/ids.js';
import type { Locale } from '../../lint-rules/text/language.js';
import type { ReportedFault } from '../check/feedback-report.js';
import { gravity } from '../check/finding.js';
import { code, countTable, folded, heading, html, link, paragraph, strong, text } from '../markdown-tree.js';
import { say } from '../messages/index.js';
import type { Told } from './confirm.js';

import { quotation, ruleSummary, sayFaultTree, sayTree } from './saying.js';
import { gap, type Links, linesUrl, markdownOf, ruleLink } from './tree.js';

/** Why a run's result proves nothing: the pull request changes the workflows that check it, or too much for anybody to tell whether it does. */
export type Doubt = 'own-checks' | 'too-many-files';

/** What the one comment sums up. */
export interface Summary {
  state: 'clean' | 'findings' | 'failed';
  locale: Locale;
  /** In changed paragraphs, told in comments on their lines, and those whose place takes none. Errors and warnings. */
  inline: Told[];
  elsewhere: Told[];
  /** In paragraphs that did not change. Errors and warnings. */
  unchanged: Told[];
  /** Advice, all of it. */
  advice: Told[];
  /** How many comments have a suggestion. */
  suggestions: number;
  waived: Record<string, number>;
  truncated: boolean;
  doubt: Doubt | undefined;
  /** Where a run that has no result stopped; paths relative to the repository. */
  faults: ReportedFault[];
}

/** GitHub takes no longer comment. */
const longest = 65_536;
const mark = /^<!-- galley:summary v1 ([0-9a-f]{16}) -->/;

/** The digest of what a comment of ours says, or `undefined` for another comment. Whoever wrote it must be checked beside. */
export const digestIn = (body: string): string | undefined => mark.exec(body)?.[1];

/**
 * The comment that sums everything up. Its first line holds a digest of what it says: links to runs and proofs aside, which another run over the same text
 * changes without saying anything new.
 */
export function stickyComment(summary: Summary, links: Links): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([summary, links.head, links.proof !== undefined]))
    .digest('hex')
    .slice(0, 16);
  const head = [html(`<!-- galley:summary v1 ${digest} -->`), ...introduction(summary, links)];
  const sections = [
    section(summary, summary.elsewhere, 'feedback-rest', links),
    section(summary, summary.unchanged, 'feedback-unchanged', links),
    section(summary, summary.advice, 'feedback-advice', links),
  ];
  return fitted(head, sections, [lookedAt(summary, links)], summary.locale);
}

interface Section {
  title: (count: number) => string;
  rows: BlockContent[][];
}

/** The whole comment, with as many rows as there is room for. */
function fitted(head: RootContent[], sections: Section[], end: RootContent[], locale: Locale): string {
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  for (let most = total; ; most >>= 1) {
    let left = most;
    const parts = sections.flatMap(({ title, rows }) => {
      const shown = rows.slice(0, left);
      left -= shown.length;
      return rows.length === 0 ? [] : folded(title(rows.length), shown.length > 0 ? [listOf(shown)] : []);
    });
    const cut = total > most ? [paragraph(text(say(locale, 'feedback-cut', { count: total - most })))] : [];
    const body = markdownOf([...head, ...parts, ...cut, ...end]);
    if (body.length <= longest || most === 0) return body;
  }
}

const listOf = (items: BlockContent[][]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children })),
});

function introduction(summary: Summary, links: Links): RootContent[] {
  const { locale, state, inline, elsewhere, suggestions } = summary;
  const gate = [...inline, ...elsewhere];
  const title = (value: string) => heading(3, value);
  if (state === 'failed') {
    return [
      title(say(locale, 'feedback-heading-failed', {})),
      paragraph(
        text(`${say(locale, 'feedback-failed', {})}${gap(locale)}`),
        link(links.run, text(say(locale, 'feedback-log-link', {}))),
      ),
      ...faultList(summary, links),
    ];
  }
  if (summary.doubt && gate.length === 0) return [title(say(locale, 'feedback-heading-doubt', {})), ...doubt(summary)];
  if (gate.length === 0) {
    const id = summary.advice.length > 0 ? 'feedback-heading-advice' : 'feedback-heading-clean';
    return [
      title(say(locale, id, {})),
      paragraph(text(say(locale, 'feedback-clean', {}))),
      ...proof(summary, links),
      ...waived(summary),
    ];
  }
  const count = (severity: Severity) => gate.filter((finding) => finding.severity === severity).length;
  return [
    title(say(locale, 'feedback-heading-findings', { count: gate.length })),
    ...doubt(summary),
    paragraph(strong(say(locale, 'feedback-counts', { errors: count('error'), warnings: count('warning') }))),
    paragraph(text(say(locale, 'feedback-next', { inline: inline.length, suggestions }))),
    ...proof(summary, links),
    ruleTable(gate, summary, links),
    ...waived(summary),
    ...(summary.truncated ? [paragraph(text(say(locale, 'feedback-truncated', {})))] : []),
    paragraph(text(say(locale, 'feedback-waive', {}))),
    { type: 'code', value: `<!-- lint ignore ${gate[0]!.rule} -->` },
  ];
}

function faultList({ locale, faults }: Summary, links: Links): RootContent[] {
  const told = faults.filter(({ path, id }) => path !== undefined || id !== undefined);
  if (told.length === 0) return [];
  return [
    paragraph(text(say(locale, 'feedback-failed-places', {}))),
    listOf(
      told.map(({ id, args, path, line = 1 }) => {
        const place =
          path === undefined ? [] : [placeLink(path, line, line, links), text(locale === 'zh' ? '：' : ': ')];
        return [
          paragraph(
            ...place,
            ...(id && args ? sayFaultTree(locale, id, args) : [text(say(locale, 'feedback-log-link', {}))]),
          ),
        ];
      }),
    ),
  ];
}

function doubt({ locale, doubt }: Summary): RootContent[] {
  return doubt ? [paragraph(strong(say(locale, `feedback-${doubt}`, {})))] : [];
}

function proof({ locale, doubt }: Summary, { proof: url, run }: Links): RootContent[] {
  // What a run of the pull request's own left behind may be anything.
  if (doubt) return [];
  if (url !== undefined) {
    return [
      paragraph(
        text(`${say(locale, 'feedback-proof', {})}${gap(locale)}`),
        link(url, strong(say(locale, 'feedback-proof-link', {}))),
        text(`${gap(locale)}${say(locale, 'feedback-proof-note', {})}`),
      ),
    ];
  }
  const log = text(say(locale, 'feedback-log-link', {}));
  return [paragraph(text(`${say(locale, 'feedback-no-proof', {})}${gap(locale)}`), link(run, log))];
}

function waived({ locale, waived }: Summary): RootContent[] {
  const rules = Object.entries(waived).filter(([, count]) => count > 0);
  return rules.length > 0 ? [paragraph(text(say(locale, 'findings-waived', { rules })))] : [];
}

function ruleTable(findings: readonly Told[], { locale }: Summary, links: Links): Table {
  const byRule = new Map<string, Told[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const rows = [...byRule.values()].sort(
    ([a], [b]) => gravity[a!.severity] - gravity[b!.severity] || (a!.rule < b!.rule ? -1 : 1),
  );
  return countTable([
    (['feedback-rule', 'feedback-severity', 'feedback-count'] as const).map((id) => [text(say(locale, id, {}))]),
    ...rows.map((all) => {
      const { rule, severity } = all[0]!;
      return [
        [text(`${ruleSummary(locale, rule)} `), ruleLink(rule, links)],
        [text(say(locale, `severity-${severity}`, {}))],
        [text(String(all.length))],
      ];
    }),
  ]);
}

function section(
  { locale }: Summary,
  findings: readonly Told[],
  id: 'feedback-rest' | 'feedback-unchanged' | 'feedback-advice',
  links: Links,
): Section {
  const sorted = [...findings].sort(
    (a, b) =>
      gravity[a.severity] - gravity[b.severity] || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line),
  );
  return { title: (count) => say(locale, id, { count }), rows: sorted.map((finding) => [row(finding, links)]) };
}

function row(finding: Told, links: Links): BlockContent {
  const { path, line, endLine, rule, kind, args, locale, exact } = finding;
  const place = exact ? placeLink(path, line, endLine, links) : quotation(path);
  return paragraph(
    place,
    text(locale === 'zh' ? '：' : ': '),
    ...sayTree(locale, rule, kind, args).message,
    text(' · '),
    ruleLink(rule, links),
  );
}

function placeLink(path: string, line: number, endLine: number, links: Links): PhrasingContent {
  return link(linesUrl(links, path, line, endLine), quotation(`${path}:${line}`));
}

function lookedAt({ locale }: Summary, links: Links): RootContent {
  const commit = link(`${links.server}/${links.repository}/commit/${links.head}`, code(links.head.slice(0, 7)));
  const all = text(say(locale, 'feedback-summary-link', {}));
  return paragraph(text(`${say(locale, 'feedback-looked-at', {})} `), commit, text(' · '), link(links.run, all));
}
