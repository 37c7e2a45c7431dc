import type { Heading, Root } from 'mdast';
import remarkLintFinalNewline from 'remark-lint-final-newline';
import remarkLintHeadingIncrement from 'remark-lint-heading-increment';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoDuplicateHeadings from 'remark-lint-no-duplicate-headings';
import remarkLintNoEmptyUrl from 'remark-lint-no-empty-url';
import remarkLintNoHeadingLikeParagraph from 'remark-lint-no-heading-like-paragraph';
import remarkLintNoHiddenTableCell from 'remark-lint-no-hidden-table-cell';
import remarkLintNoReferenceLikeUrl from 'remark-lint-no-reference-like-url';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { documentationUrl } from './documentation.js';
import type { Severity } from './ids.js';
import { sayUpstream } from './messages/index.js';
import type { Fix, RuleData, RuleMessage } from './rule.js';
import { localeFor } from './text/language.js';
import { proseOf } from './text/prose.js';

/** The rules of remark-lint that a manuscript needs, with their severity here. */
export const upstreamRules = {
  'final-newline': 'warning',
  'heading-increment': 'warning',
  'no-duplicate-headings': 'warning',
  'no-undefined-references': 'error',
  'no-duplicate-definitions': 'error',
  'no-unused-definitions': 'advice',
  'no-empty-url': 'error',
  'no-hidden-table-cell': 'error',
  'no-heading-like-paragraph': 'warning',
  'no-reference-like-url': 'error',
} as const satisfies Record<string, Severity>;

export type UpstreamRuleId = keyof typeof upstreamRules;

/** Their plugins, as remark-lint publishes them. */
export const upstreamPlugins: Record<UpstreamRuleId, Plugin<[], Root>> = {
  'final-newline': remarkLintFinalNewline,
  'heading-increment': remarkLintHeadingIncrement,
  'no-duplicate-headings': remarkLintNoDuplicateHeadings,
  'no-undefined-references': remarkLintNoUndefinedReferences,
  'no-duplicate-definitions': remarkLintNoDuplicateDefinitions,
  'no-unused-definitions': remarkLintNoUnusedDefinitions,
  'no-empty-url': remarkLintNoEmptyUrl,
  'no-hidden-table-cell': remarkLintNoHiddenTableCell,
  'no-heading-like-paragraph': remarkLintNoHeadingLikeParagraph,
  'no-reference-like-url': remarkLintNoReferenceLikeUrl,
};

const isUpstream = (id: string | undefined): id is UpstreamRuleId =>
  id !== undefined && Object.hasOwn(upstreamRules, id);

/**
 * Says the findings of remark-lint's own rules in the manuscript's language, with why and what to do, a link to a page in both languages, and the
 * fix where it is known. Takes out what they see in brackets that are ordinary text, such as `[sic]` and `[1]`.
 */
export function explainUpstream(tree: Root, file: VFile): void {
  const messages = file.messages as RuleMessage[];
  if (!messages.some(({ ruleId }) => isUpstream(ruleId))) return;
  const prose = proseOf(tree, file);
  const locale = (file.data.galley as RuleData | undefined)?.locale ?? localeFor(prose.lang);
  file.messages = messages.filter((message) => {
    const id = message.ruleId;
    if (!isUpstream(id) || message.kind) return true;
    const { start, end } = rangeOf(message, prose.source.length);
    const text = prose.source.slice(start, end);
    if (id === 'no-undefined-references' && !/\]\[[^\]]+\]$/.test(text)) return false;
    const args = { text: text.length > 60 ? `${text.slice(0, 60)}…` : text };
    const said = sayUpstream(locale, id, args);
    const fix = fixOf(id, message, tree, prose.source);
    message.message = said.message;
    message.reason = said.message;
    message.note = said.note;
    message.url = documentationUrl(id);
    message.kind = id;
    message.args = args;
    message.actual = text;
    message.place = prose.place(start, end);
    if (fix) {
      message.fix = fix;
      message.expected = [fix.text];
    }
    return true;
  });
}

function rangeOf({ place }: RuleMessage, length: number): { start: number; end: number } {
  if (!place) return { start: 0, end: 0 };
  const [start, end] = 'start' in place ? [place.start, place.end] : [place, place];
  return { start: start.offset ?? length, end: end.offset ?? length };
}

function fixOf(id: UpstreamRuleId, message: RuleMessage, tree: Root, source: string): Fix | undefined {
  if (id === 'final-newline') return { start: source.length, end: source.length, text: '\n', safety: 'safe' };
  if (id !== 'heading-increment') return undefined;
  const { start } = rangeOf(message, source.length);
  const rank = Number(message.reason.match(/`(\d)`\D*$/)?.[1]);
  const marker = /^#{1,6}(?=[ \t])/.exec(source.slice(start, start + 8))?.[0];
  const isHeading = tree.children.some(
    (node): node is Heading => node.type === 'heading' && node.position?.start.offset === start,
  );
  if (!marker || !rank || !isHeading) return undefined;
  return { start, end: start + marker.length, text: '#'.repeat(rank), safety: 'suggest' };
}
