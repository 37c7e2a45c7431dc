import { describe, expect, it } from 'vitest';
import { joinNames, printedDate, wordsFor } from '../../pipeline/assemble/words.js';

describe('printed words', () => {
  it.each([
    ['zh', '目录'],
    ['zh-CN', '目录'],
    ['zh-Hans', '目录'],
    ['zh-TW', '目錄'],
    ['zh-Hant-HK', '目錄'],
    ['en-GB', 'Contents'],
    ['fr', 'Contents'],
    ['zhx', 'Contents'],
  ])('in %s', (lang, contents) => {
    expect(wordsFor(lang).contents).toBe(contents);
  });
});

describe('names in a row', () => {
  it.each([
    ['en', ['A'], 'A'],
    ['en', ['A', 'B'], 'A and B'],
    ['en', ['A', 'B', 'C'], 'A, B and C'],
    ['zh-CN', ['甲', '乙', '丙'], '甲、乙、丙'],
    ['en', [], ''],
  ])('%s %j', (lang, names, expected) => {
    expect(joinNames(names, wordsFor(lang))).toBe(expected);
  });
});

describe('a printed date', () => {
  it.each([
    ['2024-05-12', '12 May 2024', '2024年5月12日'],
    ['2024-05', 'May 2024', '2024年5月'],
    ['2024', '2024', '2024年'],
    ['2024-05-12/2024-05-14', '12–14 May 2024', '2024年5月12日至14日'],
    ['2024-05-30/2024-06-02', '30 May – 2 June 2024', '2024年5月30日至6月2日'],
    ['2023-12-30/2024-01-02', '30 December 2023 – 2 January 2024', '2023年12月30日至2024年1月2日'],
    ['2024-05/2024-06', 'May–June 2024', '2024年5月至6月'],
    ['2023/2024', '2023–2024', '2023年至2024年'],
    ['2024-13-01', '2024-13-01', '2024-13-01'],
    ['spring 2024', 'spring 2024', 'spring 2024'],
  ])('%s', (iso, english, chinese) => {
    expect(printedDate(iso, 'en')).toBe(english);
    expect(printedDate(iso, 'zh-CN')).toBe(chinese);
  });
});
