/**
 * How many of `count` things come before a point, where those that do stand first: `isBefore` is asked of indexes, and once it is false it stays so.
 * Binary search, as C++ has it in std::partition_point.
 */
export function partitionPoint(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
