import { describe, expect, test } from 'vitest';
import { findFaults } from '../../../lint-rules/enumeration/sequence.js';

const faults = (numbers: number[], strict = true) =>
  findFaults(
    numbers.map((number) => ({ number, adjacent: true })),
    strict,
  ).map(({ index, kind, expected }) => `${kind} at ${index}, expected ${expected}`);

describe('numbers that should count up', () => {
  test.each([[[1]], [[1, 2, 3]], [[1, 2, 1, 2, 3]], [[1, 1, 1]], [[1, 2, 1, 2, 3, 3]], [[]]])(
    '%j is in order',
    (numbers) => {
      expect(faults(numbers)).toEqual([]);
    },
  );

  test.each([
    [[1, 2, 4, 5], 'missing at 2, expected 3'],
    [[1, 3], 'missing at 1, expected 2'],
    [[3], 'stray at 0, expected 1'],
    [[2, 3], 'stray at 0, expected 1'],
    [[1, 2, 2, 3], 'repeated at 2, expected 3'],
    [[1, 2, 2, 4], 'repeated at 2, expected 3'],
    [[1, 1, 2], 'repeated at 1, expected 2'],
    [[1, 3, 2, 4], 'order at 1, expected 2'],
    [[2, 1, 3], 'order at 0, expected 1'],
    [[1, 4, 3, 2, 5], 'order at 1, expected 2'],
    [[1, 2, 5, 4], 'order at 2, expected 3'],
    [[1, 2, 3, 2, 3], 'stray at 3, expected 4'],
  ])('%j has one fault', (numbers, fault) => {
    expect(faults(numbers)).toEqual([fault]);
  });

  test('what has other uses is no sequence before its first number', () => {
    expect(faults([2, 3, 7], false)).toEqual([]);
    expect(faults([3, 1, 2, 4], false)).toEqual(['missing at 3, expected 3']);
  });

  test('a number far beyond the others is not of the sequence', () => {
    expect(faults([1, 2, 11, 3])).toEqual([]);
  });
});
