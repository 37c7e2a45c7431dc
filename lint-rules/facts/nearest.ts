import { earlierOf, type Fingerprints } from './fingerprints.js';
import { GramFilter } from './gram-filter.js';
import { depth } from './matches.js';
import { type Part, partOf } from './stream.js';
import type { Trace } from './types.js';

/**
 * Of a volume what is needed to find the matches of some of its manuscripts: these, those that have one of the nearest earlier grams like theirs, and of all
 * grams these. Linear in the grams.
 */
export function nearest(traces: readonly Trace[], wanted: ReadonlySet<number>): { part: Part; prints: Fingerprints } {
  const slots = new Map<number, number>();
  for (const index of wanted)
    for (const hash of traces[index]!.grams) if (!slots.has(hash)) slots.set(hash, slots.size);
  const filter = new GramFilter(slots.keys());
  /** How often each has stood, and the nearest of these, by their numbers. */
  const counts = new Uint32Array(slots.size);
  const latest = new Int32Array(slots.size * depth);
  const needed = new Uint8Array(traces.reduce((sum, { grams }) => sum + grams.length, 0));
  let number = 0;
  for (const [index, { grams }] of traces.entries()) {
    const isWanted = wanted.has(index);
    for (let gram = 0; gram < grams.length; gram++, number++) {
      const slot = filter.mayHave(grams[gram]!) ? slots.get(grams[gram]!) : undefined;
      if (slot === undefined) continue;
      const before = counts[slot]!++;
      if (isWanted) {
        // One more than 1, up to what a byte holds.
        needed[number] = Math.min(255, before + 1);
        for (let back = 1; back <= Math.min(depth, before); back++) {
          const earlier = latest[slot * depth + ((before - back) % depth)]!;
          needed[earlier] ||= 1;
        }
      }
      latest[slot * depth + (before % depth)] = number;
    }
  }
  return gather(traces, needed);
}

/** `needed`: of each gram 0 when it is not, else one more than there are earlier ones that matter. */
function gather(traces: readonly Trace[], needed: Uint8Array): { part: Part; prints: Fingerprints } {
  const count = needed.reduce((sum, one) => (one > 0 ? sum + 1 : sum), 0);
  const members: number[] = [];
  const hashes = new Uint32Array(count);
  const positions = new Int32Array(count);
  const copies = new Uint8Array(count);
  let [number, start, kept] = [0, 0, 0];
  for (const [index, { grams, steps, letters }] of traces.entries()) {
    const before = kept;
    let place = start;
    for (let gram = 0; gram < grams.length; gram++, number++) {
      place += steps[gram]!;
      if (needed[number] === 0) continue;
      hashes[kept] = grams[gram]!;
      positions[kept] = place;
      copies[kept++] = needed[number]! - 1;
    }
    if (kept === before) continue;
    members.push(index);
    start += letters.length + 1;
  }
  return { part: partOf(traces, members), prints: { hashes, positions, copies, earlier: earlierOf(hashes) } };
}
