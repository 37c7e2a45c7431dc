import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../lint-rules/apply-fixes.js';
import rule from '../../../lint-rules/no-invisible-characters.js';
import { lintWith, reported } from '../support/lint.js';

const found = (text: string) => lintWith(rule, text).map((message) => reported(message, text));
const mended = (text: string) =>
  applyFixes(
    text,
    lintWith(rule, text).flatMap(({ fix }) => (fix?.safety === 'safe' ? [fix] : [])),
  ).text;

describe('an invisible character is found', () => {
  test.each([
    ['in a heading', '# 标\u200b题\n'],
    ['in a list', '- 列\u200b表\n'],
    ['in a table', '| a\u200bb | c |\n|-|-|\n| d | e |\n'],
    ['in a note', '文[^1]。\n\n[^1]: 注\u200b文。\n'],
    ['in a link’s address', 'See [x](https://exam\u200bple.org/).\n'],
    ['in a bare address', '见 https://exam\u200bple.org/a 。\n'],
    ['in a DOI', 'doi:10.5555/12\u200b34.\n'],
    ['in a citation', 'See [@li\u200b2020].\n'],
    ['in the words of a picture', '![a\u200bb](c.png)\n'],
    ['in a header', '---\ntitle: a\u200bb\n---\n\nText.\n'],
    ['behind a byte order mark', '\ufeff正\u200b文。\n'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual(['\u200b']);
    expect(mended(text)).toBe(text.replace('\u200b', ''));
  });

  test('that turns the direction of text, in code and comments too', () => {
    for (const text of [
      '```js\nif (a\u202eb) {}\n```\n',
      '`a\u202eb`\n',
      '<!-- a\u202eb -->\n',
      '> ```\n> a\u202eb\n> ```\n',
    ])
      expect(found(text)).toEqual(['\u202e']);
  });

  test('behind one that belongs there, and without taking that away', () => {
    expect(mended('❤\ufe0f\u200b好\n')).toBe('❤\ufe0f好\n');
    expect(mended('葛\u{e0100}\u200b城\n')).toBe('葛\u{e0100}城\n');
  });

  test('that cannot be seen to be read at all', () => expect(found('a\u0000b\n')).toEqual(['\u0000']));

  test('that ended a line in a word processor, with a space where words need one', () => {
    expect(lintWith(rule, 'one\u000btwo\n')[0]?.fix).toMatchObject({ text: ' ', safety: 'suggest' });
    expect(lintWith(rule, '第一\u000c第二\n')[0]?.fix).toMatchObject({ text: '', safety: 'suggest' });
    expect(mended('第一段。\n\u000c\n第二段。\n')).toBe('第一段。\n\n第二段。\n');
  });
});

test.each([
  '👩\u200d💻 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 ©\ufe0f 👍🏽 ❤\ufe0e\n',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}\n',
  '辻\u{e0101}と芦\ufe00、∑\ufe00、0\ufe00\n',
  'ᠮᠣᠩᠭᠣᠯ\u180bᠤᠨ\n',
  'क्\u200dष और क्\u200cष, می\u200cخواهم\n',
  'ภาษา\u200bไทย\n',
  'ᄒ\u1160ᆫ\n',
  'العربية\u200f (test)\u200e ok\n',
  'a&nbsp;b &shy; &zwj; c\n',
  '```\n\u200b\n```\n',
  'Il dit\u00a0: «\u00a0oui\u00a0» 10\u00a0000\u00a0€\u202f!\n',
])('%j is lawful', (text) => expect(found(text)).toEqual([]));

describe('a line of blanks', () => {
  test.each([
    ['at the start', '  \n一。\n', '\n一。\n'],
    ['at the end of a quotation', '> 一。\n  \n二。\n', '> 一。\n\n二。\n'],
    ['between paragraphs', '一。\n\t\n二。\n', '一。\n\n二。\n'],
    ['of full-width spaces', '一。\n\u3000\u3000\n二。\n', '一。\n\n二。\n'],
    ['of no-break spaces', '一。\n\u00a0\n二。\n', '一。\n\n二。\n'],
    ['in a list', '1. 一。\n   \n   二。\n', '1. 一。\n\n   二。\n'],
    ['in a note', '文[^1]。\n\n[^1]: 注。\n  \n    续。\n', '文[^1]。\n\n[^1]: 注。\n\n    续。\n'],
    ['behind code', '```\nx\n```\n  \n正文。\n', '```\nx\n```\n\n正文。\n'],
    ['with a carriage return', '一。\r\n \r\n二。\r\n', '一。\r\n\r\n二。\r\n'],
  ])('is found %s', (_, text, expected) => {
    expect(found(text)).toHaveLength(1);
    expect(mended(text)).toBe(expected);
  });

  test.each(['```\na\n  \nb\n```\n', '    a\n  \n    b\n', '$$\na\n \nb\n$$\n', '<!-- a\n \nb -->\n'])(
    'is left alone in %j',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('a space between Han characters', () => {
  test.each([
    '党的建\u00a0设工作\n',
    '- 要加强思\u00a0想建设；\n',
    '# 加强思\u00a0想建设\n',
    '要加强思\u3000想建设。\n',
    'これはとても簡\u00a0単な例です。\n',
  ])('is found in %j', (text) => expect(found(text)).toHaveLength(1));

  test.each([
    '\u3000\u3000段首空两格。\n',
    '第一章\u3000总则\n',
    '第一条\u3000各单位应当遵守本办法。\n',
    '主持人\u3000大家好，请坐。\n',
    '王\u3000刚、李建国、张\u3000明出席会议。\n',
    '白日依山尽\u3000黄河入海流。\n',
    '本当か！\u3000そうだ。\n',
    '# 新征程\u3000新作为\n',
    '使用\u00a0Git\u00a0工具。\n',
    '| 王\u3000刚 | 主任 |\n|-|-|\n| 张\u3000明 | 委员 |\n',
  ])('is lawful in %j', (text) => expect(found(text)).toEqual([]));
});
