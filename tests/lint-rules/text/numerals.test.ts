import { expect, test } from 'vitest';
import { chineseValue, romanValue, writeChinese, writeRoman } from '../../../lint-rules/text/numerals.js';

test('Chinese numbers are read as they are written', () => {
  for (let value = 1; value < 100; value++) expect(chineseValue(writeChinese(value))).toBe(value);
  expect(chineseValue('一百零三')).toBe(103);
  expect(chineseValue('一〇三')).toBe(103);
  expect(chineseValue('页')).toBe(0);
});

test('Roman numbers are read as they are written, in one case', () => {
  for (let value = 1; value < 400; value++) expect(romanValue(writeRoman(value))).toBe(value);
  expect(romanValue('XIV')).toBe(14);
  expect(romanValue('Xiv')).toBe(0);
  expect(romanValue('iiii')).toBe(0);
  expect(romanValue('civil')).toBe(0);
});
