import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../lint-rules/text/lexicon.js';
import { packWordList, readWordList } from '../../../lint-rules/text/word-list.js';

const words = lexicon();

describe('the Chinese word list', () => {
  test('knows words in Simplified and Traditional characters, and their frequencies', () => {
    for (const word of ['党组织', '黨組織', '因为', '因為', '的']) expect(words.has(word)).toBe(true);
    expect(words.frequency('组织')).toBe(words.frequency('組織'));
    expect(words.frequency('經濟')).toBeGreaterThan(1000);
  });

  test('does not know what is no word', () => {
    for (const text of ['', '织党', 'abc', '\ud842', '员作用机']) {
      expect(words.has(text)).toBe(false);
      expect(words.frequency(text)).toBe(0);
    }
  });

  test('counts a Traditional character alone as often as its Simplified form', () => {
    for (const [traditional, simplified] of ['這这', '個个', '來来', '說说', '為为'] as unknown as [string, string][])
      expect(words.frequency(traditional)).toBe(words.frequency(simplified));
  });
});

describe('scores', () => {
  test('divide a clause into its likeliest words', () => {
    expect(words.words('各级党组织要发挥作用')).toEqual(['各级', '党组织', '要', '发挥', '作用']);
    expect(words.words('這個團隊在2019年解散')).toEqual(['這個', '團隊', '在', '2019', '年', '解散']);
  });

  test('are the sum over the words, and rank a sound reading above a damaged one', () => {
    const parts = words.words('各级党组织要发挥作用');
    expect(words.score('各级党组织要发挥作用')).toBeCloseTo(parts.reduce((sum, word) => sum + words.score(word), 0));
    expect(words.score('省委书记')).toBeGreaterThan(words.score('省委委书记') + 8);
    expect(words.score('上海市级机关')).toBeLessThan(words.score('上海市市级机关') + 4);
  });

  test('cost nothing for punctuation and stay finite for anything at all', () => {
    expect(words.score('，。')).toBe(0);
    expect(words.score('')).toBe(0);
    for (const text of ['\ud800', '𠮷野家', 'ﬁ\u0000', '한국어 текст', '\udc00党'])
      expect(words.score(text)).toBeGreaterThan(-200);
    expect(words.words('𠮷\ud800a')).toEqual(['𠮷', '\ud800', 'a']);
  });
});

describe('junctions', () => {
  test('find the word that a break cuts', () => {
    expect(words.spanning('强化理论武', '装，引导干部')).toMatchObject({ word: '武装' });
    expect(words.spanning('强化理论武', '装，引导干部')!.gain).toBeGreaterThan(6);
    expect(words.spanning('要突出全局', '性，紧扣')).toMatchObject({ word: '全局性' });
  });

  test('find no word where none spans', () => {
    expect(words.spanning('工作要求。', '各地认真落实')).toBeUndefined();
    expect(words.spanning('', '')).toBeUndefined();
    expect(words.lost('。', '，')).toBeUndefined();
  });

  test('find what stands on both sides', () => {
    const found = words.overlap('机关基层党组织', '织，坚决落实');
    expect(found!.text).toBe('织');
    expect(found!.gain).toBeGreaterThan(8);
    expect(words.overlap('推动基层党组织', '组织建设')!.text).toBe('组织');
    expect(words.overlap('此致', '敬礼')).toBeUndefined();
  });

  test('find the character that was lost', () => {
    const found = words.lost('直属机关工作委', '会、');
    expect(found).toMatchObject({ word: '委员会', character: '员' });
    expect(found!.gain).toBeGreaterThan(6);
  });
});

test('a packed list gives back every word at its place, from any multiple of four', () => {
  const packed = packWordList(
    new Map([
      ['乙', 2],
      ['甲乙', 3],
      ['甲', 1],
    ]),
    6,
  );
  const bytes = new Uint8Array(packed.length + 8);
  bytes.set(packed, 8);
  const list = readWordList(bytes.buffer, 8);
  expect([...list.frequencies]).toEqual([2, 1, 3]);
  expect(String.fromCharCode(...list.letters)).toBe('乙甲甲乙');
  expect(list.total).toBe(6);
  expect(list.firsts['甲'.charCodeAt(0)]).toBe(1);
  expect(list.firsts['甲'.charCodeAt(0) + 1]).toBe(3);
});
