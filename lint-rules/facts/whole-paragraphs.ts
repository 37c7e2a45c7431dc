import type { Match } from './matches.js';
import type { Passage } from './passages.js';
import type { Stream } from './stream.js';

/** Letters that a paragraph must have. */
const least = 60;
/** Letters beyond a paragraph on either side that are compared as well. */
const beyond = 400;

/**
 * Pairs every paragraph with the nearest earlier one of the very same letters. In text that consists of set phrases every gram stands in many places,
 * and those that two copies share may not be among the nearest; a whole paragraph is found all the same. What lies in one of the passages `known` letter
 * for letter is not paired again, or a long copy would be gone through once for each of its paragraphs. Linear in the letters.
 */
export function repeatedParagraphs(stream: Stream, known: readonly Passage[]): Match[] {
  const { letters, paragraphs } = stream;
  const copies = known.flatMap(({ later, agreement }) => (agreement === 1 ? [later] : []));
  copies.sort((a, b) => a.from - b.from);
  let copy = 0;
  let copiedTo = 0;
  const last = new Map<number, number>();
  const found: Match[] = [];
  for (let index = 0; index < paragraphs.length - 1; index++) {
    const p = paragraphs[index]!;
    let end = paragraphs[index + 1]!;
    if (letters[end - 1] === 0) end--;
    const length = end - p;
    if (length < least) continue;
    let hash = length;
    for (let at = p; at < end; at++) hash = (Math.imul(hash, 0x01000193) + letters[at]!) | 0;
    const q = last.get(hash);
    last.set(hash, p);
    for (; copy < copies.length && copies[copy]!.from <= p; copy++) copiedTo = Math.max(copiedTo, copies[copy]!.to);
    if (end <= copiedTo) continue;
    if (q !== undefined && isSame(letters, p, q, length)) found.push(widest(letters, p, q, length));
  }
  return found;
}

function isSame(letters: Uint16Array, p: number, q: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (letters[p + at] !== letters[q + at]) return false;
  return true;
}

function widest(letters: Uint16Array, p: number, q: number, length: number): Match {
  const alike = (a: number, b: number) => letters[a] === letters[b] && letters[a]! > 0;
  let back = 0;
  while (back < beyond && q - back > 0 && alike(p - back - 1, q - back - 1)) back++;
  let ahead = length;
  while (ahead < length + beyond && alike(p + ahead, q + ahead)) ahead++;
  const count = back + ahead;
  const [p0, q0] = [p - back, q - back];
  return { p0, p1: p + ahead, q0, q1: q + ahead, count, longestAt: p0, longestIn: q0, longest: count, runs: 1 };
}
