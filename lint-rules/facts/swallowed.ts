import type { Trace } from './types.js';

/** Letters of the words that are counted: 组织力. */
const length = 3;

/**
 * How often the volume has the words that may have been swallowed in part, by manuscript and by what stands in their place there; places where they seem
 * swallowed do not count. One pass over the letters for each character that such words end in.
 */
export function usesOfSwallowed(traces: readonly Trace[]): Map<string, Record<string, number>> {
  const wanted = new Map<number, Counted[]>();
  const ends = new Set<number>();
  const byMerger = new Map<string, Counted>();
  for (const merger of traces.flatMap(({ mergers }) => mergers)) {
    if (byMerger.has(merger)) continue;
    const units = Uint16Array.from(merger, (letter) => letter.charCodeAt(0));
    const counted = { before: units.subarray(0, -length), count: 0 };
    byMerger.set(merger, counted);
    const key = keyAt(units, units.length - 1);
    wanted.set(key, [...(wanted.get(key) ?? []), counted]);
    ends.add(units.at(-1)!);
  }
  for (const { letters } of traces) countIn(letters, wanted, ends);
  const found = new Map<string, Record<string, number>>();
  for (const { path, mergers } of traces) {
    if (mergers.length === 0) continue;
    found.set(path, Object.fromEntries(mergers.map((merger) => [merger, byMerger.get(merger)!.count])));
  }
  return found;
}

interface Counted {
  /** The letters of the merger that stand before the word. */
  before: Uint16Array;
  count: number;
}

function countIn(letters: Uint16Array, wanted: ReadonlyMap<number, Counted[]>, ends: ReadonlySet<number>): void {
  for (const end of ends) {
    for (let at = letters.indexOf(end, length - 1); at >= 0; at = letters.indexOf(end, at + 1)) {
      for (const counted of wanted.get(keyAt(letters, at)) ?? []) {
        const { before } = counted;
        const start = at - length + 1 - before.length;
        if (!before.every((letter, index) => letters[start + index] === letter)) counted.count++;
      }
    }
  }
}

/** The three letters that end at a place, as one number. */
const keyAt = (letters: Uint16Array, at: number): number =>
  (letters[at - 2]! * 0x10000 + letters[at - 1]!) * 0x10000 + letters[at]!;
