import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../lint-rules/apply-fixes.js';
import { changeOf, unifiedDiff } from '../../pipeline/check/fixes.js';

const fix = (start: number, end: number, text: string) => ({ start, end, text, safety: 'safe' as const });

describe('edits by offset', () => {
  test('change only what they name', () => {
    expect(applyFixes('一二三四', [fix(2, 3, '叁'), fix(0, 1, '')]).text).toBe('二叁四');
  });
  test('that overlap are refused but for the first', () => {
    const { text, applied, refused } = applyFixes('abcdef', [fix(0, 3, 'x'), fix(2, 4, 'y'), fix(3, 3, 'z')]);
    expect(text).toBe('xzdef');
    expect(applied).toHaveLength(2);
    expect(refused).toEqual([fix(2, 4, 'y')]);
  });
  test('that lie outside of the text are refused', () => {
    expect(applyFixes('ab', [fix(1, 9, 'x'), fix(-1, 1, 'y')]).text).toBe('ab');
  });
});

describe('a diff', () => {
  test('is one that patch programs take', () => {
    expect(unifiedDiff({ before: 'a\nb\nc\n', after: 'a\nB\nc\n' }, 'm/x.md')).toBe(
      '--- a/m/x.md\n+++ b/m/x.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
    );
  });
  test('of one change shows some text around it, and line ends', () => {
    const source = '# 题\n\n强化理论武\n\n装，引导\n下一行';
    const start = source.indexOf('\n\n装');
    expect(changeOf({ fix: fix(start, start + 2, '') }, source)).toEqual({
      before: ['强化理论武', '¶', '装，引导'],
      after: ['强化理论武', '', '装，引导'],
    });
  });
  test('shows what cannot be seen', () => {
    expect(changeOf({ fix: fix(2, 6, '\n\n') }, '一。\n\n\n\n二').before).toEqual(['一。', '¶¶¶', '二']);
    expect(changeOf({ fix: fix(3, 4, '') }, '一。\n \n二').before).toEqual(['', '␣', '']);
  });
});
