import { expect, test } from 'vitest';
import { type Settleable, settleFindings } from '../../lint-rules/settle.js';

const finding = (ruleId: string, start: number, end: number): Settleable => ({ ruleId, start, end });
const ids = (findings: Settleable[]) => findings.map(({ ruleId }) => ruleId);
const extents = [
  { start: 0, end: 100 },
  { start: 102, end: 200 },
  { start: 202, end: 300 },
];

test('a copied passage explains the stray enumerator inside it', () => {
  const stray = finding('no-broken-enumeration', 110, 112);
  const other = finding('no-broken-enumeration', 250, 252);
  expect(settleFindings([stray, finding('no-duplicate-passage', 50, 200), other], extents)).toEqual([
    finding('no-duplicate-passage', 50, 200),
    other,
  ]);
});

test('text that was misread explains odd characters near it in its paragraph, and none further off', () => {
  const misread = finding('no-mojibake', 20, 30);
  const beside = finding('no-invisible-characters', 34, 35);
  const further = finding('no-compat-codepoints', 90, 91);
  expect(settleFindings([misread, beside, further], extents)).toEqual([misread, further]);
});

test('a split paragraph explains why its first half looks like a heading or stops short', () => {
  const split = finding('no-split-paragraph', 98, 104);
  const heading = finding('no-unmarked-heading', 0, 100);
  expect(ids(settleFindings([heading, split, finding('no-truncated-ending', 99, 100)], extents))).toEqual([
    'no-split-paragraph',
  ]);
  expect(ids(settleFindings([split, finding('no-unmarked-heading', 202, 300)], extents))).toEqual([
    'no-split-paragraph',
    'no-unmarked-heading',
  ]);
});

test('a split paragraph explains the quotation marks that it parts, one for one', () => {
  const split = finding('no-split-paragraph', 98, 104);
  const open = finding('no-unbalanced-pairs', 40, 41);
  const closed = finding('no-unbalanced-pairs', 120, 121);
  expect(ids(settleFindings([open, split, closed], extents))).toEqual(['no-split-paragraph']);
  expect(ids(settleFindings([open, split], extents))).toEqual(['no-unbalanced-pairs', 'no-split-paragraph']);
});

test('a line of the printed page lies between the halves of a split paragraph and is never one of them', () => {
  const furniture = finding('no-page-furniture', 102, 200);
  expect(ids(settleFindings([finding('no-split-paragraph', 98, 204), furniture], extents))).toEqual([
    'no-split-paragraph',
  ]);
  expect(ids(settleFindings([finding('no-split-paragraph', 198, 204), furniture], extents))).toEqual([
    'no-page-furniture',
  ]);
  expect(ids(settleFindings([finding('no-split-paragraph', 98, 104), furniture], extents))).toEqual([
    'no-page-furniture',
  ]);
});

test('a mark that faces the wrong way at the end of a paragraph is no opening one', () => {
  const split = finding('no-split-paragraph', 99, 104);
  const mark = finding('no-unbalanced-pairs', 60, 100);
  expect(settleFindings([split, { ...mark, kind: 'reversed' }], extents)).toEqual([{ ...mark, kind: 'reversed' }]);
  expect(settleFindings([split, { ...mark, kind: 'unclosed' }], extents)).toHaveLength(2);
});

test('findings that only stand side by side stay', () => {
  const both = [finding('no-invisible-characters', 5, 7), finding('no-mixed-width-punctuation', 7, 8)];
  expect(settleFindings(both, extents)).toEqual(both);
});

test('the work grows with the findings, not with their square', () => {
  const many = Array.from({ length: 40_000 }, (_, index) =>
    finding(index % 2 ? 'no-mojibake' : 'no-invisible-characters', index * 3, index * 3 + 2),
  );
  expect(settleFindings([finding('no-duplicate-passage', 0, 120_000), ...many], [])).toHaveLength(40_001);
});
