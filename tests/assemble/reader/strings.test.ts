import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../pipeline/assemble/reader/ast.js';
import {
  joinLines,
  mergeStrings,
  plainInlines,
  restoreTildeRanges,
} from '../../../pipeline/assemble/reader/strings.js';
import { stringify } from '../../../pipeline/assemble/reader/walk.js';
import { softBreak, space, str } from './nodes.js';

describe('a line break in the source', () => {
  const cases: [before: string, after: string, eastAsian: boolean, printed: string][] = [
    ['机关', '党建', true, '机关党建'],
    ['句号。', '“引文”', true, '句号。“引文”'],
    ['他说', 'Galley', true, '他说Galley'],
    ['引文”', '“引文', true, '引文”“引文'],
    ['two', 'words', true, 'two words'],
    ['two', 'words', false, 'two words'],
    ['the “end”', 'of it', false, 'the “end” of it'],
    ['a dash —', 'and on', false, 'a dash — and on'],
    ['かな', 'カナ', true, 'かなカナ'],
    ['한국', '말', true, '한국 말'],
  ];
  it.each(cases)('between %s and %s (East Asian: %s) prints %s', (before, after, eastAsian, printed) => {
    expect(stringify(joinLines([str(before), softBreak, str(after)], { eastAsian }))).toBe(printed);
  });

  it('looks past emphasis for its neighbours', () => {
    const list: Inline[] = [{ t: 'Strong', c: [str('粗体')] }, softBreak, str('正文')];
    expect(stringify(joinLines(list, { eastAsian: true }))).toBe('粗体正文');
  });
});

describe('tildes', () => {
  const subscript = (text: string): Inline => ({ t: 'Subscript', c: [str(text)] });
  it('of a range in Chinese are no subscript', () => {
    expect(stringify(restoreTildeRanges([str('3'), subscript('5天，8'), str('10天')]))).toBe('3~5天，8~10天');
  });
  it('between digits are no subscript', () => {
    expect(stringify(restoreTildeRanges([str('3'), subscript('5,8'), str('10')]))).toBe('3~5,8~10');
  });
  it('of H₂O stay one', () => {
    const water = [str('H'), subscript('2'), str('O')];
    expect(restoreTildeRanges(water)).toEqual(water);
  });
});

it('neighbouring strings and spaces become one', () => {
  expect(mergeStrings([str('a/'), str('/b'), space, space, str(''), str('c')])).toEqual([str('a//b'), space, str('c')]);
});

it('plain text becomes words and single spaces', () => {
  expect(plainInlines('  one\n two ')).toEqual([str('one'), space, str('two')]);
});
