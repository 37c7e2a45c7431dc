import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { fitText, textWidth } from '../pipeline/text-width.js';

it('takes every character for as wide as the reference does, alone and between others', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  expect(units.filter((unit) => textWidth(unit) !== stringWidth(unit))).toEqual([]);
  // What joins the character before it, and what does not.
  const marks = ['\u0301', '\ufe0f', '\u200d', '\u20e3', '\u3099', '\uff9e', '\u0903', '👍', 'ｱ', '。', 'a'];
  for (const before of ['1', 'a', '中', 'か', '〈', 'Ａ', '“', '—', '👩']) {
    for (const mark of marks) {
      for (const text of [before + mark, mark + before, `中${before}${mark}文`])
        expect(textWidth(text), JSON.stringify(text)).toBe(stringWidth(text));
    }
  }
});

it('cuts a text at the width of a terminal', () => {
  expect(fitText('短的', 4)).toBe('短的');
  expect(fitText('这一句太长', 6)).toBe('这一…');
  expect(fitText('abcdef', 0)).toBe('');
});
