import { expect, test } from 'vitest';
import rule from '../../lint-rules/no-cjk-broken-emphasis.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string) => lintWith(rule, text).map((message) => reported(message, text));

test('a mark that lost its partner is found before a comma within a sentence', () => {
  expect(found('沿河的人每年春天都要清理闸门，老人说从那时起**，船才走得快。\n')).toEqual(['**']);
});

test('behind the names of authors it leads to a note', () => {
  expect(found('作者甲**，某某大学图书馆；作者乙*，某某研究所资料室与编目组\n')).toEqual([]);
});
