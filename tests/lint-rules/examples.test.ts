import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../lint-rules/apply-fixes.js';
import type { Documentation, Example } from '../../lint-rules/documentation.js';
import { ownRules } from '../../lint-rules/ids.js';
import type { Fix, Rule, RuleMessage } from '../../lint-rules/rule.js';
import { factsFor } from './support/facts.js';
import { lintWith, reported } from './support/lint.js';

const folder = fileURLToPath(new URL('../../lint-rules/', import.meta.url));
const ids = readdirSync(folder)
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => name in ownRules);

interface RuleFile {
  default: Rule<object>;
  documentation: Documentation;
}

for (const id of ids) {
  const file = (await import(`../../lint-rules/${id}.ts`)) as RuleFile;
  const { documentation, default: rule } = file;
  describe(id, () => {
    test('is the rule that its file is named for', () => expect(rule.id).toBe(id));

    test('says what it finds and what it leaves alone, in both languages', () => {
      expect(documentation.examples.filter(({ finds }) => finds.length > 0).length).toBeGreaterThanOrEqual(2);
      expect(documentation.examples.filter(({ finds }) => finds.length === 0).length).toBeGreaterThanOrEqual(3);
      for (const words of [documentation.summary, documentation.details]) {
        expect(words.en).not.toBe('');
        expect(words.zh).toMatch(/\p{Script=Han}/u);
      }
      expect(Object.keys(documentation.options ?? {})).toEqual(Object.keys(rule.defaults));
    });

    documentation.examples.forEach((example, index) => {
      const verb = example.finds.length > 0 ? 'finds' : 'leaves alone';
      test(`${verb} ${JSON.stringify(example.text.slice(0, 50))} (example ${index + 1})`, () => check(rule, example));
    });
  });
}

function check(rule: Rule<object>, example: Example): void {
  const run = (text: string) => {
    const data = example.beside && { facts: factsFor('paper.md', { 'paper.md': text, ...example.beside }) };
    return lintWith(rule, text, example.options, data);
  };
  const messages = run(example.text);
  expect(messages.map((message) => reported(message, example.text))).toEqual(example.finds);
  for (const message of messages) {
    expect(message).toMatchObject({ ruleId: rule.id, source: 'remark-lint' });
    expect(message.url).toContain(rule.id);
    expect(message.note).toMatch(/[.。]$/);
  }
  if (example.fixed !== undefined) expect(settled(run, example.text, ['safe'])).toBe(example.fixed);
  if (example.suggested !== undefined) expect(settled(run, example.text, ['safe', 'suggest'])).toBe(example.suggested);
}

/** The text after its fixes; a second run must find no more of them. */
function settled(run: (text: string) => RuleMessage[], text: string, safeties: Fix['safety'][]): string {
  const fixesIn = (source: string) =>
    run(source).flatMap(({ fix }) => (fix && safeties.includes(fix.safety) ? [fix] : []));
  const result = applyFixes(text, fixesIn(text)).text;
  expect(fixesIn(result)).toEqual([]);
  return result;
}
