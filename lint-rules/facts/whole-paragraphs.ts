import { hashOf } from './hash.js';
import type { Match } from './matches.js';
import { moved, type Passage, passagesOf } from './passages.js';
import { type Part, partOf, type Stream } from './stream.js';
import type { Trace } from './types.js';

/** Letters that a paragraph must have. */
const least = 60;
/** Letters beyond a paragraph on either side that are compared as well. */
const beyond = 400;

/** Two paragraphs that are likely of the same letters: manuscript, first letter and number of letters of the later one, and where the earlier one is. */
interface Pair {
  manuscript: number;
  from: number;
  length: number;
  other: number;
  there: number;
}

/**
 * Passages of every paragraph and the nearest earlier one of the very same letters. In text that consists of set phrases every gram stands in many places,
 * and those that two copies share may not be among the nearest; a whole paragraph is found all the same. What lies in one of the passages `known` letter
 * for letter is not paired again, or a long copy would be gone through once for each of its paragraphs. Linear in the letters.
 */
export function repeatedParagraphs(traces: readonly Trace[], starts: Int32Array, known: readonly Passage[]): Passage[] {
  const pairs = pairsIn(traces, starts, known);
  const part = partOf(traces, new Set(pairs.flatMap(({ manuscript, other }) => [manuscript, other])));
  const to = (one: number) => {
    const manuscript = part.members[one]!;
    return { by: starts[manuscript]! - part.stream.starts[one]!, manuscript };
  };
  return pairs.flatMap((pair) => {
    const match = matchOf(part, pair);
    return match ? passagesOf(part.stream, match).map((passage) => moved(passage, to)) : [];
  });
}

function pairsIn(traces: readonly Trace[], starts: Int32Array, known: readonly Passage[]): Pair[] {
  const copies = known.flatMap(({ later, agreement }) => (agreement === 1 ? [later] : []));
  copies.sort((a, b) => a.from - b.from);
  let copy = 0;
  let copiedTo = 0;
  const last = new Map<number, { manuscript: number; from: number }>();
  const found: Pair[] = [];
  for (const [manuscript, { letters, paragraphs }] of traces.entries()) {
    for (let index = 0; index < paragraphs.length; index++) {
      const from = paragraphs[index]!;
      const to = paragraphs[index + 1] ?? letters.length;
      const length = to - from;
      if (length < least) continue;
      const hash = hashOf(letters, from, to);
      const earlier = last.get(hash);
      last.set(hash, { manuscript, from });
      const start = starts[manuscript]! + from;
      for (; copy < copies.length && copies[copy]!.from <= start; copy++)
        copiedTo = Math.max(copiedTo, copies[copy]!.to);
      if (start + length <= copiedTo || !earlier) continue;
      found.push({ manuscript, from, length, other: earlier.manuscript, there: earlier.from });
    }
  }
  return found;
}

/** The match of two paragraphs, widened; none when they are not the same. */
function matchOf({ stream, indexes }: Part, { manuscript, from, length, other, there }: Pair): Match | undefined {
  const { letters, starts } = stream;
  const p = starts[indexes.get(manuscript)!]! + from;
  const q = starts[indexes.get(other)!]! + there;
  for (let at = 0; at < length; at++) if (letters[p + at] !== letters[q + at]) return undefined;
  return widest(stream, p, q, length);
}

function widest({ letters }: Stream, p: number, q: number, length: number): Match {
  const alike = (a: number, b: number) => letters[a] === letters[b] && letters[a]! > 0;
  let back = 0;
  while (back < beyond && q - back > 0 && alike(p - back - 1, q - back - 1)) back++;
  let ahead = length;
  while (ahead < length + beyond && alike(p + ahead, q + ahead)) ahead++;
  const count = back + ahead;
  const [p0, q0] = [p - back, q - back];
  return { p0, p1: p + ahead, q0, q1: q + ahead, count, longestAt: p0, longestIn: q0, longest: count, runs: 1 };
}
