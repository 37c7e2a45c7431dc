import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partitionPoint } from '../../../lint-rules/text/partition-point.js';

test('a partition point is how many come before it, none and all among them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: -1, max: 21 }), (numbers, value) => {
      const rising = numbers.toSorted((a, b) => a - b);
      const found = partitionPoint(rising.length, (index) => rising[index]! < value);
      expect(found).toBe(numbers.filter((number) => number < value).length);
    }),
  );
});
