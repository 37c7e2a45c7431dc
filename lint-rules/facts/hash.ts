/** A number for some numbers in their order, of 52 bits: other ones have another, but for a chance of one in 10^15. */
export function hashOf(values: ArrayLike<number>, from = 0, to = values.length): number {
  let low = 0;
  let high = to - from;
  for (let at = from; at < to; at++) {
    low = Math.imul(low ^ values[at]!, 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ values[at]!, 0xc2b2ae35);
    high ^= high >>> 13;
  }
  return (low >>> 0) + (high & 0xfffff) * 2 ** 32;
}
