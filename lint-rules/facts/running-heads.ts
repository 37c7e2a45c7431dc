import type { RunningHead, Trace } from './types.js';

/** A line recurs when it stands so often in one manuscript, or in so many places of the volume and more than once here. */
const often = { here: 3, volume: 4, again: 2 };

/** Short lines that recur, alike but for their digits, by path of the manuscript. */
export function recurringHeads(traces: readonly Pick<Trace, 'path' | 'heads'>[]): Map<string, RunningHead[]> {
  const total = new Map<string, number>();
  const keys = traces.map(({ heads }) => heads.map(({ text }) => alike(text)));
  for (const key of keys.flat()) count(total, key);
  const found = new Map<string, RunningHead[]>();
  for (const [manuscript, { path, heads }] of traces.entries()) {
    const here = new Map<string, number>();
    for (const key of keys[manuscript]!) count(here, key);
    const recurring = heads.flatMap((line, index) => {
      const inside = here.get(keys[manuscript]![index]!)!;
      const all = total.get(keys[manuscript]![index]!)!;
      const recurs = inside >= often.here || (inside >= often.again && all >= often.volume);
      return recurs ? [{ ...line, count: all }] : [];
    });
    if (recurring.length > 0) found.set(path, recurring);
  }
  return found;
}

function alike(text: string): string {
  return text.replace(/\d+/g, '0').replace(/\s+/g, ' ').toLowerCase();
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
