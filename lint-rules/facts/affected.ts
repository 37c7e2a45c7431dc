import { type Fingerprints, winnow } from './fingerprints.js';
import { common, depth } from './matches.js';
import type { Stream } from './stream.js';
import type { Trace } from './types.js';

const filterBits = 16;

/**
 * The manuscripts, by index, whose matches may be other ones than before: those that changed, and those that have a gram which a changed one has or had,
 * with fewer equal ones between them than are looked at, or one that has come to be common, or no longer is, since a changed one has it more often or less.
 * `changed`: what they were before. Linear in the grams.
 */
export function affected(stream: Stream, prints: Fingerprints, changed: ReadonlyMap<number, Trace>): Set<number> {
  const found = new Set<number>(changed.keys());
  const { hashes, positions, copies } = prints;
  /** Of each gram that a changed manuscript has or had, how often it has stood since. */
  const since = new Map<number, number>();
  const filter = new Uint8Array(1 << filterBits);
  /** How much more often each of these stands in the changed manuscripts than it did. */
  const more = new Map<number, number>();
  const note = (hash: number, by: number) => {
    since.set(hash, 0);
    more.set(hash, (more.get(hash) ?? 0) + by);
    filter[hash & (filter.length - 1)] = 1;
  };
  let print = 0;
  for (let index = 0; index < stream.traces.length; index++) {
    const end = stream.starts[index + 1]!;
    const before = changed.get(index);
    for (; print < positions.length && positions[print]! < end; print++) {
      const hash = hashes[print]!;
      if (before) note(hash, 1);
      else if (filter[hash & (filter.length - 1)] === 1) {
        const between = since.get(hash) ?? depth;
        const now = copies[print]!;
        if (between < depth || now < common !== now - (more.get(hash) ?? 0) < common) found.add(index);
        if (since.has(hash)) since.set(hash, between + 1);
      }
    }
    if (before) for (const hash of winnow(before.letters).hashes) note(hash, -1);
  }
  return found;
}
