import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjacentRepeats, cutsLatin } from '../../../lint-rules/repetition/scan.js';

test('finds a doubled character, word and phrase, with the whole stretch that is in step', () => {
  expect(adjacentRepeats('我们的的书')).toEqual([{ start: 2, period: 1, length: 2 }]);
  expect(adjacentRepeats('行动上紧跟紧跟。')).toEqual([{ start: 3, period: 2, length: 4 }]);
  expect(adjacentRepeats('推动高质量推动高质量发展')).toEqual([{ start: 0, period: 5, length: 10 }]);
  expect(adjacentRepeats('哈哈哈哈')).toEqual([{ start: 0, period: 1, length: 4 }]);
  expect(adjacentRepeats('使用 Git 的使用 Git 的人')).toEqual([{ start: 0, period: 8, length: 16 }]);
});

test('does not look across punctuation, nor at Latin letters alone', () => {
  expect(adjacentRepeats('用心用力，用心用力')).toEqual([]);
  expect(adjacentRepeats('book ff')).toEqual([]);
});

test('every run repeats itself and stays within the text', () => {
  const text = fc.array(fc.constantFrom('的', '紧', '跟', 'は', 'a', ' ', '，', '\ud842'), { maxLength: 300 });
  fc.assert(
    fc.property(text, (units) => {
      const joined = units.join('');
      for (const { start, period, length } of adjacentRepeats(joined)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(2 * period);
        expect(start + length).toBeLessThanOrEqual(joined.length);
        expect(joined.slice(start, start + length - period)).toBe(joined.slice(start + period, start + length));
      }
    }),
  );
});

test('tells where a stretch would cut a Latin word', () => {
  expect(cutsLatin('用Git的', 1, 4)).toBe(true);
  expect(cutsLatin('用Git的', 1, 5)).toBe(false);
  expect(cutsLatin('用Git的', 2, 5)).toBe(true);
});
