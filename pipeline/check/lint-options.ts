import { kindOf } from '../../lint-rules/front-matter/findings.js';
import { closest } from '../../lint-rules/front-matter/keys.js';
import { error, type Fault } from '../faults.js';
import type { LintSection } from '../volume/volume-file.js';
import { knownRules, type RunnableRule, runnableRules } from './rules.js';

/** How a rule may be graded in volume.yml. */
export const grades = ['error', 'warning', 'advice', 'off'] as const;
export type Grade = (typeof grades)[number];

/** What volume.yml says of the rules. Plain data. */
export interface LintOptions {
  grades: Record<string, Grade>;
  options: Record<string, Record<string, unknown>>;
}

/**
 * Reads `lint:` of volume.yml: a rule's id with its grade, or with a map of `severity` and the rule's own options, which have the types of their
 * defaults. Every fault is told with its place; what is faulty is left out.
 */
export function readLintOptions(
  section: LintSection | undefined,
  rules: readonly RunnableRule[] = runnableRules,
): { lint: LintOptions; faults: Fault[] } {
  const lint: LintOptions = { grades: {}, options: {} };
  const faults: Fault[] = [];
  const gradeAt = (id: string, value: unknown, path: string[]) => {
    const grade = grades.find((one) => one === value);
    if (grade) lint.grades[id] = grade;
    else faults.push(error('lint-grade-unknown', { rule: id, value: shown(value) }, section!.at(path)));
  };
  for (const [id, value] of Object.entries(section?.value ?? {})) {
    if (!knownRules.has(id)) {
      const suggestion = closest(id, knownRules.keys());
      faults.push(error('lint-rule-unknown', { rule: id, ...(suggestion && { suggestion }) }, section!.atKey([id])));
    } else if (!isMap(value)) gradeAt(id, value, [id]);
    else {
      const defaults = rules.find((rule) => rule.id === id)?.defaults ?? {};
      for (const [name, given] of Object.entries(value)) {
        if (name === 'severity') gradeAt(id, given, [id, name]);
        else if (!Object.hasOwn(defaults, name)) {
          const known = ['severity', ...Object.keys(defaults)];
          const suggestion = closest(name, known);
          const args = { rule: id, option: name, known, ...(suggestion && { suggestion }) };
          faults.push(error('lint-option-unknown', args, section!.atKey([id, name])));
        } else {
          const option = likeDefault(given, defaults[name]);
          if (option === undefined) {
            const args = { rule: id, option: name, expected: typeOf(defaults[name]), found: shown(given) };
            faults.push(error('lint-option-shape', args, section!.at([id, name])));
          } else lint.options[id] = { ...lint.options[id], [name]: option };
        }
      }
    }
  }
  return { lint, faults };
}

/** What an option holds, for the sentence that asks for it. */
export type OptionType = 'number' | 'flag' | 'text' | 'texts';

function typeOf(value: unknown): OptionType {
  if (Array.isArray(value)) return 'texts';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'flag' : 'text';
}

/** A value of volume.yml, where everything is text, list or map, as the type that the option's default has. */
function likeDefault(given: unknown, standard: unknown): unknown {
  switch (typeOf(standard)) {
    case 'texts':
      if (typeof given === 'string') return [given];
      return Array.isArray(given) && given.every((one) => typeof one === 'string') ? given : undefined;
    case 'number':
      return typeof given === 'string' && /^-?\d{1,9}(?:\.\d{1,9})?$/.test(given) ? Number(given) : undefined;
    case 'flag':
      return given === 'true' ? true : given === 'false' ? false : undefined;
    case 'text':
      return typeof given === 'string' ? given : undefined;
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => (typeof value === 'string' ? value : kindOf(value));
