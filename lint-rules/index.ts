import type { Root } from 'mdast';
import remarkLint from 'remark-lint';
import type { Plugin, Preset } from 'unified';
import type { VFile } from 'vfile';
import * as consistentTerms from './consistent-terms.js';
import type { Documentation } from './documentation.js';
import { type OwnRuleId, ownRules, type Severity } from './ids.js';
import * as manuscriptFrontMatter from './manuscript-front-matter.js';
import { summarizeUpstream } from './messages/index.js';
import * as noBrokenEnumeration from './no-broken-enumeration.js';
import * as noCjkBrokenEmphasis from './no-cjk-broken-emphasis.js';
import * as noCompatCodepoints from './no-compat-codepoints.js';
import * as noConsecutiveBlankLines from './no-consecutive-blank-lines.js';
import * as noDuplicatePassage from './no-duplicate-passage.js';
import * as noInvisibleCharacters from './no-invisible-characters.js';
import * as noMergedOverlap from './no-merged-overlap.js';
import * as noMissingResource from './no-missing-resource.js';
import * as noMixedSeparators from './no-mixed-separators.js';
import * as noMixedWidthPunctuation from './no-mixed-width-punctuation.js';
import * as noMojibake from './no-mojibake.js';
import * as noPageFurniture from './no-page-furniture.js';
import * as noPhraseVariant from './no-phrase-variant.js';
import * as noRelativeDate from './no-relative-date.js';
import * as noRepeatedWords from './no-repeated-words.js';
import * as noSimilarPassage from './no-similar-passage.js';
import * as noSplitParagraph from './no-split-paragraph.js';
import * as noTruncatedEnding from './no-truncated-ending.js';
import * as noUnbalancedPairs from './no-unbalanced-pairs.js';
import * as noUnevenRunInHeadings from './no-uneven-run-in-headings.js';
import * as noUnmarkedHeading from './no-unmarked-heading.js';
import * as noUnterminatedParagraph from './no-unterminated-paragraph.js';
import type { Rule, RuleMessage } from './rule.js';
import { settleFindings } from './settle.js';
import type { Locale } from './text/language.js';
import { proseOf } from './text/prose.js';
import { explainUpstream, type UpstreamRuleId, upstreamPlugins, upstreamRules } from './upstream.js';

export { type OwnRuleId, ownRules, type Severity } from './ids.js';

export interface RuleModule {
  default: Rule<object>;
  documentation: Documentation;
}

/** Galley's own rules with their documentation. */
export const ruleModules = {
  'no-split-paragraph': noSplitParagraph,
  'no-duplicate-passage': noDuplicatePassage,
  'no-page-furniture': noPageFurniture,
  'no-truncated-ending': noTruncatedEnding,
  'no-unbalanced-pairs': noUnbalancedPairs,
  'no-compat-codepoints': noCompatCodepoints,
  'no-invisible-characters': noInvisibleCharacters,
  'no-mojibake': noMojibake,
  'no-cjk-broken-emphasis': noCjkBrokenEmphasis,
  'manuscript-front-matter': manuscriptFrontMatter,
  'no-missing-resource': noMissingResource,
  'no-similar-passage': noSimilarPassage,
  'no-unterminated-paragraph': noUnterminatedParagraph,
  'no-repeated-words': noRepeatedWords,
  'no-broken-enumeration': noBrokenEnumeration,
  'no-unmarked-heading': noUnmarkedHeading,
  'no-mixed-width-punctuation': noMixedWidthPunctuation,
  'consistent-terms': consistentTerms,
  'no-phrase-variant': noPhraseVariant,
  'no-merged-overlap': noMergedOverlap,
  'no-mixed-separators': noMixedSeparators,
  'no-uneven-run-in-headings': noUnevenRunInHeadings,
  'no-relative-date': noRelativeDate,
  'no-consecutive-blank-lines': noConsecutiveBlankLines,
} as unknown as Readonly<Record<OwnRuleId, RuleModule>>;

/** Every rule of the preset with its severity: Galley's own, and those that remark-lint brings. */
export const severities: Readonly<Record<OwnRuleId | UpstreamRuleId, Severity>> = { ...ownRules, ...upstreamRules };

/** One line that says what a rule finds; `undefined` for an id that is none. */
export function summaryOf(id: string, locale: Locale): string | undefined {
  if (Object.hasOwn(ruleModules, id)) return ruleModules[id as OwnRuleId].documentation.summary[locale];
  return Object.hasOwn(upstreamRules, id) ? summarizeUpstream(locale, id as UpstreamRuleId) : undefined;
}

/** remark-lint knows two severities, so advice is a warning there. */
const label = (severity: Severity) => (severity === 'error' ? 'error' : 'warn');

/** Takes out findings that another one explains, and says remark-lint's own in the manuscript's language. Comes behind the rules. */
export const settle: Plugin<[], Root> = () => (tree: Root, file: VFile) => {
  explainUpstream(tree, file);
  const messages = file.messages as RuleMessage[];
  const placed = messages.flatMap((message) => {
    const { place, ruleId } = message;
    if (!ruleId || !place || !('start' in place)) return [];
    return [{ message, ruleId, start: place.start.offset ?? 0, end: place.end.offset ?? 0 }];
  });
  const kept = new Set(settleFindings(placed, proseOf(tree, file).blocks).map(({ message }) => message));
  const gone = new Set(placed.flatMap(({ message }) => (kept.has(message) ? [] : [message])));
  file.messages = messages.filter((message) => !gone.has(message));
};

/** The preset: `unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(preset)`. */
const preset: Preset = {
  plugins: [
    ...Object.values(ruleModules).map(({ default: rule }): [Plugin, unknown] => [
      rule as Plugin,
      [label(ownRules[rule.id])],
    ]),
    ...Object.entries(upstreamPlugins).map(([id, plugin]): [Plugin, unknown] => [
      plugin as Plugin,
      [label(upstreamRules[id as UpstreamRuleId])],
    ]),
    settle as Plugin,
    remarkLint as Plugin,
  ],
};

export default preset;
