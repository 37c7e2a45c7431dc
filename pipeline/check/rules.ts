import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { ruleModules, type Severity, severities } from '../../lint-rules/index.js';
import { type UpstreamRuleId, upstreamPlugins } from '../../lint-rules/upstream.js';

/** One rule as the program runs it. */
export interface RunnableRule {
  id: string;
  plugin: Plugin<[unknown?], Root>;
  severity: Severity;
  /** Its options with their defaults; remark-lint's own rules are taken without options. */
  defaults: Readonly<Record<string, unknown>>;
  /** What a text must have for the rule to find anything, where that is soon told. */
  needs?: RegExp;
  /** Whether what it finds depends on more than the manuscript: on the other ones, or on the files beside it. */
  volumeWide: boolean;
}

/** Rules whose findings change when another manuscript or a file beside the manuscript changes. */
export const volumeWide: ReadonlySet<string> = new Set([
  'no-duplicate-passage',
  'no-similar-passage',
  'no-phrase-variant',
  'no-page-furniture',
  'no-missing-resource',
  'consistent-terms',
  'no-merged-overlap',
]);

/** Says what the comments of a manuscript that waive findings are worth; no rule of remark-lint's kind, since it looks at the others' findings. */
export const unusedWaiver = 'no-unused-waiver';

/** Marks without which there is no heading, link, definition or table for these rules to look at: going through a tree takes longer. */
const needs: Partial<Record<UpstreamRuleId, RegExp>> = {
  'heading-increment': /#|[=-][ \t]*$/m,
  'no-duplicate-headings': /#|[=-][ \t]*$/m,
  'no-heading-like-paragraph': /#{7}/,
  'no-undefined-references': /\]/,
  'no-duplicate-definitions': /\]:/,
  'no-unused-definitions': /\]:/,
  'no-empty-url': /\]/,
  'no-reference-like-url': /\]/,
  'no-hidden-table-cell': /\|/,
};

/** Every rule of the preset. */
export const runnableRules: readonly RunnableRule[] = [
  ...Object.entries(ruleModules).map(([id, { default: rule }]) => ({
    plugin: rule as RunnableRule['plugin'],
    id,
    defaults: rule.defaults as Record<string, unknown>,
  })),
  ...Object.entries(upstreamPlugins).map(([id, plugin]) => ({
    plugin: plugin as RunnableRule['plugin'],
    id,
    defaults: {},
    needs: needs[id as UpstreamRuleId],
  })),
].map((rule) => ({
  ...rule,
  severity: severities[rule.id as keyof typeof severities],
  volumeWide: volumeWide.has(rule.id),
}));

/** Every id that a comment or volume.yml may name, with its severity. */
export const knownRules: ReadonlyMap<string, Severity> = new Map([
  ...Object.entries(severities),
  [unusedWaiver, 'warning'],
]);
