import { type OwnRuleId, ownRules } from '../../../lint-rules/ids.js';
import { type Alarm, isReal } from './alarms.js';
import { isGate } from './run.js';
import type { Outcome } from './score.js';

/** Of the defects planted for a rule how many were found, and of its findings how many were right. */
export interface Counts {
  planted: number;
  found: number;
  right: number;
  wrong: number;
}

/** By rule, and there by language; `all` is their sum. */
export type RuleFigures = Record<string, Record<string, Counts>>;

const none = (): Counts => ({ planted: 0, found: 0, right: 0, wrong: 0 });
export const recall = ({ planted, found }: Counts): number => (planted === 0 ? Number.NaN : found / planted);
export const precision = ({ right, wrong }: Counts): number =>
  right + wrong === 0 ? Number.NaN : right / (right + wrong);

/** Sums up outcomes. Findings count for the rule that made them, whatever was planted. */
export function ruleFigures(outcomes: readonly Outcome[]): RuleFigures {
  const figures: RuleFigures = {};
  const at = (rule: string, lang: string): Counts => {
    figures[rule] ??= {};
    figures[rule][lang] ??= none();
    return figures[rule][lang];
  };
  for (const { rule, lang, found, right, wrong } of outcomes) {
    for (const column of ['all', lang]) {
      const own = at(rule, column);
      own.planted++;
      if (found) own.found++;
      for (const { ruleId } of right) at(ruleId, column).right++;
      for (const { ruleId } of wrong) at(ruleId, column).wrong++;
    }
  }
  return figures;
}

/** The gate's rules taken together, by language. */
export function gateFigures(figures: RuleFigures): Record<string, Counts> {
  const gate: Record<string, Counts> = {};
  for (const [rule, byLanguage] of Object.entries(figures)) {
    if (!isGate(rule)) continue;
    for (const [lang, counts] of Object.entries(byLanguage)) {
      gate[lang] ??= none();
      for (const key of ['planted', 'found', 'right', 'wrong'] as const) gate[lang][key] += counts[key];
    }
  }
  return gate;
}

/** False alarms on text without planted defects. */
export interface CleanFigures {
  characters: number;
  /** False alarms of the gate; what someone judged to be a real defect of the text is not among them. */
  gate: number;
  real: number;
  advice: number;
  /** By rule, how many. */
  rules: Record<string, number>;
}

/** By origin and language. */
export function cleanFigures(alarms: readonly Alarm[]): Record<string, CleanFigures> {
  const figures: Record<string, CleanFigures> = {};
  for (const alarm of alarms) {
    const { lang, origin, characters, findings } = alarm;
    const key = `${origin} ${lang}`;
    figures[key] ??= { characters: 0, gate: 0, real: 0, advice: 0, rules: {} };
    const own = figures[key];
    own.characters += characters;
    for (const finding of findings) {
      const { ruleId } = finding;
      if (isReal(alarm, finding)) {
        own.real++;
        continue;
      }
      own[isGate(ruleId) ? 'gate' : 'advice']++;
      own.rules[ruleId] = (own.rules[ruleId] ?? 0) + 1;
    }
  }
  return figures;
}

/** Rules in the order of the table of ids, those of remark-lint behind. */
export const inOrder = (figures: RuleFigures): string[] => [
  ...(Object.keys(ownRules) as OwnRuleId[]).filter((id) => figures[id]),
  ...Object.keys(figures)
    .filter((id) => !(id in ownRules))
    .sort(),
];
