import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { suggestionFor } from '../../pipeline/github/suggestion.js';
import { markdownOf } from '../../pipeline/github/tree.js';

/** An edit of `source` that puts `text` in the place of `found`. */
function edit(source: string, found: string, text: string) {
  const start = source.indexOf(found);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + found.length, text };
}

describe('a suggestion', () => {
  it('gives the whole line with all its edits', () => {
    const source = '甲\n他紧跟紧跟时代，the the end。\n乙\n';
    const edits = [edit(source, '紧跟紧跟', '紧跟'), edit(source, 'the the', 'the')];
    expect(suggestionFor(source, edits)).toEqual({ first: 2, last: 2, text: '他紧跟时代，the end。', edits: 2 });
  });

  it('takes in all lines of a paragraph that is joined', () => {
    const source = '甲\n\n工作委\n\n会议。\n\n乙\n';
    expect(suggestionFor(source, [edit(source, '\n\n会', '会')])).toMatchObject({
      first: 3,
      last: 5,
      text: '工作委会议。',
    });
  });

  it('of two edits that overlap makes the first', () => {
    const source = 'abcdef\n';
    expect(suggestionFor(source, [edit(source, 'abcd', 'x'), edit(source, 'cdef', 'y')])).toMatchObject({
      text: 'xef',
      edits: 1,
    });
  });

  it('S1: of lines with fences of code in them stays one block', () => {
    const source = 'a\n````md\n```js\nthe the\n```\n````\nb\n';
    const { text } = suggestionFor(source, [edit(source, '````md\n```js\nthe the', '````md\n```js\nthe')])!;
    const body = markdownOf([{ type: 'code', lang: 'suggestion', value: text }]);
    expect(unified().use(remarkParse).parse(body).children).toMatchObject([
      { type: 'code', lang: 'suggestion', value: text },
    ]);
  });

  it('S2: takes lines out by putting nothing in their place', () => {
    const source = '甲\n— 12 —\n乙\n';
    expect(suggestionFor(source, [edit(source, '— 12 —\n', '')])).toMatchObject({ first: 2, last: 2, text: '' });
  });

  it('S2: keeps an empty line by showing the one above it, too', () => {
    const source = '甲\n\u3000\u3000\n乙\n';
    expect(suggestionFor(source, [edit(source, '\u3000\u3000', '')])).toMatchObject({
      first: 1,
      last: 2,
      text: '甲\n',
    });
  });

  it('S3: keeps the spaces at the end of a line and the indentation', () => {
    const source = '  - the the end  \n';
    expect(suggestionFor(source, [edit(source, 'the the', 'the')])?.text).toBe('  - the end  ');
  });

  it('S4: that equals what is there is none', () => {
    const source = 'abc\ndef';
    expect(suggestionFor(source, [edit(source, 'abc', 'abc')])).toBeUndefined();
    expect(suggestionFor(source, [{ start: source.length, end: source.length, text: '\n' }])).toBeUndefined();
  });

  it('S5: of more than twenty lines is none', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    expect(suggestionFor(lines, [{ start: 0, end: lines.indexOf('line 20'), text: '' }])).toMatchObject({
      last: 20,
    });
    expect(suggestionFor(lines, [{ start: 0, end: lines.indexOf('line 21'), text: '' }])).toBeUndefined();
  });

  it('S6: that would hold a mark of direction or a control character is none', () => {
    const source = 'a \u202Ereversed the the\n';
    expect(suggestionFor(source, [edit(source, 'the the', 'the')])).toBeUndefined();
    expect(suggestionFor(source, [edit(source, '\u202E', '')])).toMatchObject({ text: 'a reversed the the' });
  });

  it.each(['<!-- galley:finding v1 open zh 0 -->', '@everyone', '<details>', '#1 and [a](https://example.org)'])(
    'S6: of a line with %s in it is a block of code and nothing else',
    (evil) => {
      const source = `a\n${evil} the the ${evil}\n\n${evil}\n`;
      const { text } = suggestionFor(source, [edit(source, 'the the', 'the')])!;
      expect(text).toBe(`${evil} the ${evil}`);
      const body = markdownOf([{ type: 'code', lang: 'suggestion', value: text }]);
      expect(unified().use(remarkParse).parse(body).children).toMatchObject([{ type: 'code', value: text }]);
    },
  );

  it('S6: that would leave half a character is none', () => {
    const source = '\u{20BB7} the the\n';
    expect(suggestionFor(source, [{ start: 0, end: 1, text: '' }])).toBeUndefined();
  });

  it('D10: keeps the line ends of Windows', () => {
    const source = 'a\r\nthe the\r\nb\r\n';
    expect(suggestionFor(source, [edit(source, 'the the', 'the')])).toMatchObject({ first: 2, last: 2, text: 'the' });
    expect(suggestionFor(source, [edit(source, '\r\nthe the', '')])).toMatchObject({ first: 1, last: 2, text: 'a' });
  });

  it('D11: works on a last line without an end', () => {
    expect(suggestionFor('a\nthe the', [edit('a\nthe the', 'the the', 'the')])).toMatchObject({
      first: 2,
      text: 'the',
    });
  });
});
