import { describe, expect, it } from 'vitest';
import { changedLines, hunkAround, hunksOf, shownText } from '../../pipeline/github/diff.js';

const patch = [
  '@@ -1,4 +1,5 @@ heading',
  ' one',
  '-two',
  '+TWO',
  '+more',
  ' three',
  ' four',
  '@@ -20,2 +21,1 @@',
  ' twenty',
  '-gone',
].join('\n');

describe('the patch of a file', () => {
  it('shows which lines take a comment: added ones and those around, hunk by hunk', () => {
    expect(hunksOf(patch).map(({ first, last }) => [first, last])).toEqual([
      [1, 5],
      [21, 21],
    ]);
    expect(hunkAround(hunksOf(patch), 2, 4)).toBeDefined();
    expect(hunkAround(hunksOf(patch), 6, 6)).toBeUndefined();
  });

  it('D2: takes no comment across two hunks', () => {
    expect(hunkAround(hunksOf(patch), 5, 21)).toBeUndefined();
  });

  it('counts a line as changed when it is new or when something beside it was taken out', () => {
    expect(changedLines(hunksOf(patch))).toEqual([
      [1, 3],
      [21, 21],
    ]);
  });

  it('D14: may leave out the counts of one line', () => {
    expect(hunksOf('@@ -1 +1 @@\n-a\n+b')).toEqual([{ first: 1, last: 1, changed: [1] }]);
  });

  it('D8: of a new file shows all of it', () => {
    expect(hunksOf('@@ -0,0 +1,3 @@\n+a\n+b\n+c')).toEqual([{ first: 1, last: 3, changed: [1, 2, 3] }]);
  });

  it('D7: of a file that is gone shows nothing', () => {
    expect(hunksOf('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual([]);
  });

  it('D11: may end without the end of a line', () => {
    const hunks = hunksOf('@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file');
    expect(hunks).toEqual([{ first: 1, last: 2, changed: [1, 2] }]);
  });

  it('D10: keeps carriage returns out of its counting', () => {
    expect(shownText('@@ -1 +1,2 @@\n a\r\n+b\r')).toBe('a\r\nb\r');
  });

  it('is not misled by lines that look like the head of a hunk', () => {
    expect(hunksOf('@@ -1 +1,3 @@\n a\n+@@ -9 +90 @@\n+c')).toEqual([{ first: 1, last: 3, changed: [2, 3] }]);
  });

  it('that is none shows nothing', () => {
    for (const text of ['', 'Binary files differ', '@@', '+a\n-b']) expect(hunksOf(text)).toEqual([]);
  });
});
