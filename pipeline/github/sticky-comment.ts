import { createHash } from 'node:crypto';
import type { BlockContent, RootContent } from 'mdast';
import type { Locale } from '../../lint-rules/text/language.js';
import { gravity } from '../check/finding.js';
import { code, folded, html, link, paragraph, text } from '../markdown-tree.js';
import { say } from '../messages/index.js';
import type { Told } from './confirm.js';
import { introduction } from './introduction.js';
import { quotation, sayTree } from './saying.js';
import type { Summary } from './summary.js';
import { type Links, listOf, markdownOf, placeLink, ruleLink } from './tree.js';

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

function lookedAt({ locale, state, doubt }: Summary, links: Links): RootContent {
  const commit = link(`${links.server}/${links.repository}/commit/${links.head}`, code(links.head.slice(0, 7)));
  const all = [text(' · '), link(links.run, text(say(locale, 'feedback-summary-link', {})))];
  const hasResult = (state === 'findings' || state === 'clean') && !doubt;
  return paragraph(text(`${say(locale, 'feedback-looked-at', {})} `), commit, ...(hasResult ? all : []));
}
