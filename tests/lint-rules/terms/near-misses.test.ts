import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostEdits, nearMisses } from '../../../lint-rules/terms/near-misses.js';

const han = fc.noBias(fc.integer({ min: 0x4e00, max: 0x4e00 + 400 })).map((code) => String.fromCharCode(code));
const letters = (min: number, max: number) =>
  fc.array(han, { minLength: min, maxLength: max }).map((all) => all.join(''));

test('a term with one letter replaced, lost or added in its middle is found, and nothing else', () => {
  fc.assert(
    fc.property(letters(6, 14), letters(30, 200), fc.nat(), fc.nat(), fc.nat(2), (term, text, to, where, kind) => {
      const inside = 2 + (where % (term.length - 4));
      const kept = kind === 1 ? '' : kind === 2 ? `${term[inside]}鰐` : '鰐';
      const miss = term.slice(0, inside) + kept + term.slice(inside + 1);
      const at = to % text.length;
      const found = nearMisses(text.slice(0, at) + miss + text.slice(at), {
        letters: term,
        most: mostEdits(term.length),
      });
      expect(found).toHaveLength(1);
      expect(found[0]!.edits).toBe(1);
      expect([found[0]!.from, found[0]!.to]).toEqual([at, at + miss.length]);
    }),
    { numRuns: 300, seed: 31 },
  );
});

test('the term itself is no near miss of it, nor is a part of it', () => {
  const term = { letters: '工作委员会', most: 1 };
  expect(nearMisses('各县工作委员会每月开会', term)).toEqual([]);
  expect(nearMisses('作委员会每月开会工作委员', term)).toEqual([]);
  expect(nearMisses('工作\0员会', term)).toEqual([]);
});

test('of overlapping near misses the nearest counts', () => {
  expect(nearMisses('工作委委员会', { letters: '工作委员会', most: 1 })).toEqual([{ from: 0, to: 6, edits: 1 }]);
});
