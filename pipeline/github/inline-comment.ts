import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Locale } from '../../lint-rules/text/language.js';
import { html, paragraph, strong, text } from '../markdown-tree.js';
import { say } from '../messages/index.js';
import type { Group } from './groups.js';
import { findingBlocks, type Links, markdownOf } from './tree.js';

/** So many findings are spelled out in one comment. */
const mostFindings = 10;
const longest = 60_000;

const marker = ({ state, locale, names }: Marked) => `<!-- galley:finding v1 ${state} ${locale} ${names.join(' ')} -->`;

/** What a comment of ours is about. */
export interface Marked {
  names: string[];
  locale: Locale;
  /** `settled`: it says that it is mended, or told elsewhere. */
  state: 'open' | 'settled';
}

/** Reads the mark of a comment's first line, or `undefined` where it has none. Whoever wrote the comment must be checked beside. */
export function markOf(body: string): Marked | undefined {
  const found = /^<!-- galley:finding v1 (open|settled) (zh|en) ([0-9a-f: ]{1,20000}) -->/.exec(body);
  if (!found) return undefined;
  return {
    state: found[1] as Marked['state'],
    locale: found[2] as Locale,
    names: found[3]!.split(' ').filter(Boolean),
  };
}

/** The comment about a paragraph, in the language of its manuscript. */
export function inlineComment(group: Group, links: Links): string {
  const { findings, names, suggestion } = group;
  const { locale } = findings[0]!;
  const shown = findings.slice(0, mostFindings);
  const rest = findings.length - shown.length;
  const blocks = shown.map((finding) => findingBlocks(finding, links, locale));
  const proposal =
    suggestion && suggestion.text.length < longest / 2
      ? [
          paragraph(
            text(
              say(locale, 'feedback-suggestion', {
                count: suggestion.edits,
                of: findings.length,
                empty: suggestion.text === '',
              }),
            ),
          ),
          { type: 'code' as const, lang: 'suggestion', value: suggestion.text },
        ]
      : [];
  return markdownOf([
    html(marker({ state: 'open', locale, names })),
    ...(blocks.length === 1
      ? blocks[0]!
      : [
          {
            type: 'list' as const,
            ordered: false,
            spread: true,
            children: blocks.map((children) => ({ type: 'listItem' as const, spread: true, children })),
          },
        ]),
    ...(rest > 0 ? [paragraph(text(say(locale, 'feedback-more-here', { count: rest })))] : []),
    ...proposal,
  ]);
}

/** What becomes of a comment that somebody has answered, once there is nothing left to say: its words stay for those who read the answer. */
export function settledComment(body: string, why: 'feedback-mended' | 'feedback-moved'): string {
  const { names, locale } = markOf(body)!;
  const blocks = reader.parse(body).children;
  // With a suggestion goes the sentence that leads to it.
  const isProposal = (index: number) => [index, index + 1].some((at) => blocks[at] && isSuggestion(blocks[at]));
  const said = blocks.filter((node, index) => node.type !== 'html' && !isProposal(index));
  return markdownOf([
    html(marker({ state: 'settled', locale, names })),
    paragraph(strong(say(locale, why, {}))),
    ...said,
  ]);
}

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const isSuggestion = (node: RootContent) => node.type === 'code' && node.lang === 'suggestion';
