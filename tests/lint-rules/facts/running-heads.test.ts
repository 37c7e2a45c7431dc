import { expect, test } from 'vitest';
import { factsFor } from '../support/facts.js';

const page = (head: string, words: string) => `${head}\n\n${words}是一段正文，说的是沿江的水利。\n\n`;

test('a line that recurs in a manuscript, alike but for its digits, is a running head', () => {
  const text = ['甲', '乙', '丙'].map((word, index) => page(`沿江水利志 ${index * 2 + 1}`, word)).join('');
  const { runningHeads } = factsFor('a.md', { 'a.md': text });
  expect(runningHeads.map(({ text, count }) => [text, count])).toEqual([
    ['沿江水利志 1', 3],
    ['沿江水利志 3', 3],
    ['沿江水利志 5', 3],
  ]);
});

test('a line that recurs through the volume is one where it stands more than once', () => {
  const twice = (word: string) =>
    page('Proceedings of the River Board', word) + page('Proceedings of the River Board', word);
  const { runningHeads } = factsFor('a.md', { 'a.md': twice('甲'), 'b.md': twice('乙') });
  expect(runningHeads).toHaveLength(2);
  expect(runningHeads[0]).toMatchObject({ text: 'Proceedings of the River Board', count: 4 });
});

test.each([
  '记者：',
  '图 1 水位',
  '（掌声）',
  '他点了点头。',
  '—— 县志',
  '[查看原文](https://example.org)',
  '第 3 页',
  '# 小结',
])('%s may recur', (line) => {
  const text = ['甲', '乙', '丙', '丁'].map((word) => page(line, word)).join('');
  const { runningHeads } = factsFor('a.md', { 'a.md': text });
  expect(runningHeads).toEqual([]);
});
