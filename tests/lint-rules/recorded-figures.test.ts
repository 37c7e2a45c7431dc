import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { precision, recall } from '../bench/rules/figures.js';
import { type Figures, figuresFile, measureQuick } from '../bench/rules/measure.js';
import { examineSource } from '../bench/rules/source.js';

const recorded = JSON.parse(readFileSync(figuresFile, 'utf8')) as { full: Figures; quick: Figures };
const now = (await measureQuick()).figures;

/** A figure that does not exist, since nothing was planted or found, is no worse than any. */
const atLeast = (value: number, figure: number): boolean => Number.isNaN(figure) || value >= figure - 1e-9;

describe('defects planted into composed text', () => {
  for (const [rule, languages] of Object.entries(recorded.quick.rules)) {
    test(`${rule} finds as many as were recorded, and as few that are none`, () => {
      for (const [language, before] of Object.entries(languages)) {
        // The sum over the languages grows with each that has no record yet.
        if (language === 'all') continue;
        const after = now.rules[rule]?.[language] ?? { planted: 0, found: 0, right: 0, wrong: 0 };
        expect(after.planted, `${language}: the bench plants something else; record its figures anew`).toBe(
          before.planted,
        );
        expect(atLeast(recall(after), recall(before)), `${language}: found ${after.found} of ${after.planted}`).toBe(
          true,
        );
        expect(atLeast(precision(after), precision(before)), `${language}: ${after.wrong} false`).toBe(true);
      }
    });
  }

  test('no rule speaks falsely that did not before', () => {
    const spoke = (figures: Figures) =>
      Object.keys(figures.rules).filter((rule) => figures.rules[rule]!.all!.wrong > 0);
    expect(spoke(recorded.quick)).toEqual(expect.arrayContaining(spoke(now)));
  });
});

describe('text without planted defects', () => {
  test.each(Object.keys(now.clean))('%s has no more false alarms than were recorded', (text) => {
    expect(now.clean[text]!.gate).toBeLessThanOrEqual(recorded.quick.clean[text]?.gate ?? 0);
  });

  test('the sample volume has none', () => {
    for (const text of Object.keys(now.clean).filter((name) => name.startsWith('sample')))
      expect(now.clean[text]!.gate).toBe(0);
  });
});

const source = await examineSource();

describe('the source text', () => {
  test.skipIf(!source)(
    'has every known defect found that was found before (skipped where the text is not beside the project)',
    () => {
      for (const before of recorded.full.source ?? []) {
        const after = source!.find(({ text }) => text === before.text)!;
        expect(after.found).toEqual(expect.arrayContaining(before.found));
      }
    },
  );

  test.skipIf(!source)(
    'has nothing reported by the gate that is none (skipped where the text is not beside the project)',
    () => {
      for (const { text, wrong } of source!) {
        const before = recorded.full.source?.find((one) => one.text === text);
        expect(before?.wrong ?? []).toEqual(expect.arrayContaining(wrong));
      }
    },
  );
});
