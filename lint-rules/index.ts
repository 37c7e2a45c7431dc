import type { Root } from 'mdast';
import remarkLint from 'remark-lint';
import type { Plugin, Preset } from 'unified';
import type { VFile } from 'vfile';
import type { Documentation } from './documentation.js';
import { type OwnRuleId, ownRules, type Severity } from './ids.js';
import { sayUpstream } from './messages/index.js';
import * as noBrokenEnumeration from './no-broken-enumeration.js';
import * as noConsecutiveBlankLines from './no-consecutive-blank-lines.js';
import * as noDuplicatePassage from './no-duplicate-passage.js';
import * as noRepeatedWords from './no-repeated-words.js';
import * as noSimilarPassage from './no-similar-passage.js';
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
  'no-duplicate-passage': noDuplicatePassage,
  'no-similar-passage': noSimilarPassage,
  'no-repeated-words': noRepeatedWords,
  'no-broken-enumeration': noBrokenEnumeration,
  'no-consecutive-blank-lines': noConsecutiveBlankLines,
} as unknown as Record<OwnRuleId, RuleModule>;

/** Every rule of the preset with its severity: Galley's own, and those that remark-lint brings. */
export const severities: Readonly<Record<OwnRuleId | UpstreamRuleId, Severity>> = { ...ownRules, ...upstreamRules };

/** One line that says what a rule finds; `undefined` for an id that is none. */
export function summaryOf(id: string, locale: Locale): string | undefined {
  if (Object.hasOwn(ruleModules, id)) return ruleModules[id as OwnRuleId].documentation.summary[locale];
  return Object.hasOwn(upstreamRules, id)
    ? sayUpstream(locale, id as UpstreamRuleId, { text: '…' }).message
    : undefined;
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
