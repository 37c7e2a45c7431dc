/** Differences beyond which two stretches are not compared to the end. */
const mostDifferences = 400;

/**
 * How many letters two stretches have in common, in order: the length of their longest common subsequence, by the greedy algorithm of Myers, "An O(ND)
 * Difference Algorithm and Its Variations", Algorithmica 1 (1986). At least `known`, which is the answer when they differ too much to tell; time
 * grows with their length times their differences.
 */
export function lettersInCommon(
  letters: Uint16Array,
  { p0, p1, q0, q1 }: { p0: number; p1: number; q0: number; q1: number },
  known: number,
): number {
  const [inP, inQ] = [p1 - p0, q1 - q0];
  const most = Math.min(mostDifferences, inP + inQ - 2 * known);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let differences = 0; differences <= most; differences++) {
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down = diagonal === -differences;
      const right = diagonal === differences;
      const below = furthest[middle + diagonal + 1]!;
      const beside = furthest[middle + diagonal - 1]! + 1;
      let x = down || (!right && beside <= below) ? below : beside;
      let y = x - diagonal;
      while (x < inP && y < inQ && y >= 0 && letters[p0 + x] === letters[q0 + y]) {
        x++;
        y++;
      }
      furthest[middle + diagonal] = x;
      if (x >= inP && y >= inQ) return (inP + inQ - differences) / 2;
    }
  }
  return known;
}
