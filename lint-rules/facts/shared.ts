import { affected } from './affected.js';
import { fingerprintsOf } from './fingerprints.js';
import { findMatches } from './matches.js';
import { type Passage, passagesOf } from './passages.js';
import { lastNotAbove, type Stream } from './stream.js';
import type { Trace } from './types.js';
import { type Difference, differencesIn } from './variants.js';

/** What one manuscript has in common with itself and with earlier ones. Places are letters of the manuscripts. Plain data. */
export interface Shared {
  /** In its own letters the later side, in those of the other manuscript the earlier one. */
  passages: Passage[];
  /** Five numbers each: the letter here, the index of the other manuscript and the letter there, how many letters differ here and there. */
  differences: number[];
}

/** What an earlier run found out about the same manuscripts, by their indexes, and the traces that those had then which have changed since. */
export interface Earlier {
  shared: readonly Shared[];
  changed: ReadonlyMap<number, Trace>;
}

/**
 * What each manuscript has in common with itself and with earlier ones. With what an `earlier` run found out only the manuscripts are gone through that
 * have changed, or may have been compared with one that has; the result is the same.
 */
export function sharedBy(stream: Stream, earlier?: Earlier): Shared[] {
  const { letters, traces, starts } = stream;
  const prints = fingerprintsOf(letters);
  const anew = earlier && affected(stream, prints, earlier.changed);
  const shared = traces.map((_, index): Shared => {
    return earlier && !anew!.has(index) ? earlier.shared[index]! : { passages: [], differences: [] };
  });
  const close: Parameters<typeof findMatches>[2] = (match) => {
    const index = lastNotAbove(starts, match.p0);
    const { passages, differences } = shared[index]!;
    const from = starts[index]!;
    for (const { p, q, inP, inQ } of differencesIn(stream, match)) {
      const other = lastNotAbove(starts, q);
      differences.push(p - from, other, q - starts[other]!, inP, inQ);
    }
    for (const passage of passagesOf(stream, match)) passages.push(moved(passage, starts, -1));
  };
  findMatches(letters, prints, close, undefined, {
    starts,
    ...(anew && { passesOver: (index: number) => !anew.has(index) }),
  });
  return shared;
}

/** The passages of all manuscripts, in the order in which they were found, with their places in the stream. */
export function passagesIn({ starts }: Stream, shared: readonly Shared[]): Passage[] {
  return shared.flatMap(({ passages }) => passages.map((passage) => moved(passage, starts, 1)));
}

/** The differences, likewise. */
export function differencesOf({ starts }: Stream, shared: readonly Shared[]): Difference[] {
  const found: Difference[] = [];
  for (const [index, { differences }] of shared.entries()) {
    for (let at = 0; at < differences.length; at += 5) {
      const [p, other, q, inP, inQ] = differences.slice(at, at + 5) as [number, number, number, number, number];
      found.push({ p: p + starts[index]!, q: q + starts[other]!, inP, inQ });
    }
  }
  return found;
}

function moved(passage: Passage, starts: Int32Array, direction: 1 | -1): Passage {
  const move = (side: Passage['later']) => {
    const by = starts[side.manuscript]! * direction;
    return { ...side, from: side.from + by, to: side.to + by };
  };
  return { ...passage, later: move(passage.later), earlier: move(passage.earlier) };
}
