import { expect, it } from 'vitest';
import { closeHeadingGaps, outlineOf } from '../../../pipeline/assemble/reader/headings.js';
import { header, none, para, str } from './nodes.js';

const levels = (given: number[]) =>
  outlineOf(closeHeadingGaps(given.map((level) => header(level, `h${level}`, 'x')))).map(({ level }) => level);

it.each([
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [2, 4, 2],
    [1, 2, 1],
  ],
  [
    [3, 1, 3],
    [1, 1, 2],
  ],
  [
    [1, 3, 3, 2],
    [1, 2, 2, 2],
  ],
  [[6], [1]],
])('levels %j become %j', (given, expected) => {
  expect(levels(given)).toEqual(expected);
});

it('a heading inside a quotation is a bold paragraph, not part of the outline', () => {
  const [quote] = closeHeadingGaps([{ t: 'BlockQuote', c: [header(1, 'q', 'Quoted')] }]);
  expect(outlineOf([quote!])).toEqual([]);
  expect(JSON.stringify(quote)).toContain('"Strong"');
});

it('headings inside a div belong to the outline', () => {
  const blocks = closeHeadingGaps([
    header(1, 'a', 'A'),
    { t: 'Div', c: [none, [header(3, 'b', 'B'), para(str('x'))]] },
  ]);
  expect(outlineOf(blocks)).toEqual([
    { level: 1, id: 'a', text: 'A' },
    { level: 2, id: 'b', text: 'B' },
  ]);
});
