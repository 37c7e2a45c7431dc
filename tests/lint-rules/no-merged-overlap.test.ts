import { expect, test } from 'vitest';
import rule from '../../lint-rules/no-merged-overlap.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string, options?: object) =>
  lintWith(rule, text, options).map((message) => reported(message, text));
const uses = '组织力是关键。各地都在增强组织力。\n\n';

test('asks only where the manuscript has the shorter word often enough', () => {
  expect(found(`${uses}不断提升基层党组织力。\n`)).toEqual(['党组织力']);
  expect(found('组织力是关键。不断提升基层党组织力。\n')).toEqual([]);
  expect(found('组织力是关键。不断提升基层党组织力。\n', { minUses: 1 })).toEqual(['党组织力']);
});

test('does not count the merged places themselves as uses', () => {
  expect(found('提升基层党组织力，增强党组织力，检验党组织力。\n')).toEqual([]);
});

test('leaves a character alone that begins the next word, across a line end and in Japanese', () => {
  expect(found(`${uses}各级党组织力争上游。\n`)).toEqual([]);
  expect(found(`${uses}各级党组织\n力争上游。\n`)).toEqual([]);
  expect(found('組織力が重要だ。組織力を高める。労働組合の党組織力について。\n')).toEqual([]);
});

test('reads a large manuscript of nothing else', () => {
  const start = performance.now();
  expect(found(`${uses}${'提升基层党组织力，'.repeat(20_000)}\n`).length).toBeLessThanOrEqual(100);
  expect(performance.now() - start).toBeLessThan(20_000);
});
