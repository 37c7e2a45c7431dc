import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { proseOf, sourceRange } from '../../../lint-rules/text/prose.js';

function read(source: string) {
  const file = new VFile(source);
  return proseOf(unified().use(remarkParse).parse(file), file);
}

/** The source of each unit of the first block's text. */
function sources(source: string): string[] {
  const block = read(source).blocks[0]!;
  return [...block.text].map((_, index) => {
    const { start, end } = sourceRange(block, index, index + 1);
    return source.slice(start, end);
  });
}

describe('prose', () => {
  test('maps text through emphasis, escapes and character references to its source', () => {
    expect(sources('a\\*b&amp;**c**d')).toEqual(['a', '\\*', 'b', '&amp;', 'c', 'd']);
  });
  test('maps lines in quotes and lists', () => {
    expect(sources('> 甲\n> 乙').join('')).toBe('甲\n乙');
    expect(sources('- ab\n   cd').join('')).toBe('ab\ncd');
    expect(sources('a\r\nb').at(-1)).toBe('b');
  });
  test('covers a range through markup', () => {
    const source = '一**二三**四';
    const { start, end } = sourceRange(read(source).blocks[0]!, 0, 4);
    expect(source.slice(start, end)).toBe(source);
    const inner = sourceRange(read(source).blocks[0]!, 1, 3);
    expect(source.slice(inner.start, inner.end)).toBe('二三');
  });
  test('shows what is no prose as opaque, unit for unit', () => {
    expect(read('见 [@li2020, 第 3 页] 与 https://a.org/b，`x`').blocks[0]!.text).toBe(
      `见 ${'\uFFFC'.repeat('[@li2020, 第 3 页]'.length)} 与 ${'\uFFFC'.repeat('https://a.org/b'.length)}，\uFFFC`,
    );
  });
  test('counts from behind a byte order mark', () => {
    const source = '\uFEFF甲乙';
    const block = read(source).blocks[0]!;
    expect(source.slice(block.start, block.end)).toBe('甲乙');
    expect(sources(source)).toEqual(['甲', '乙']);
  });
  test('tells sections and contexts', () => {
    const prose = read('# 甲\n\n乙\n\n> 丙\n\n# 丁\n\n- 戊');
    expect(prose.blocks.map(({ text, section, context }) => [text, section, context])).toEqual([
      ['甲', 0, 'flow'],
      ['乙', 1, 'flow'],
      ['丙', 1, 'quote'],
      ['丁', 1, 'flow'],
      ['戊', 2, 'list'],
    ]);
  });
});
