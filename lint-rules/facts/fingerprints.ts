import { gramWeights, hanInGrams } from './letters.js';
import type { Stream } from './stream.js';

/** Letters of a gram, in Han letters: a gram is the shortest stretch of at least this weight from its first letter on. */
const gramWeight = 8 * hanInGrams;
/** Of so many neighbouring grams one is kept. */
const window = 4;
const base = 0x01000193;

export interface Fingerprints {
  /** The hash of each kept gram. */
  hashes: Uint32Array;
  /** Where it begins, rising. */
  positions: Int32Array;
  /** Index of the nearest earlier one with the same hash, or -1. */
  earlier: Int32Array;
  /** How many earlier ones there are; 255 stands for more. */
  copies: Uint8Array;
}

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003): of every `window`
 * neighbouring grams the one with the least hash is kept, so that two equal stretches of `gramWeight` and `window` - 1 letters more are sure to
 * share one. `grams`: their hashes; `steps`: how many letters each begins behind the one before it, at most `window`. Linear in time and memory.
 */
export function winnow(letters: Uint16Array): { grams: Uint32Array; steps: Uint8Array } {
  const weight = gramWeights();
  const powers = powersOf(base, gramWeight);
  const grams = new Uint32Array(letters.length);
  const steps = new Uint8Array(letters.length);
  let count = 0;
  let keptAt = 0;

  const recent = new Uint32Array(window);
  let start = 0;
  let carried = 0;
  let hash = 0;
  let least = 0;
  let leastAt = -1;
  const keep = () => {
    grams[count] = least;
    steps[count++] = leastAt - keptAt;
    keptAt = leastAt;
  };

  for (let end = 0; end < letters.length; end++) {
    const letter = letters[end]!;
    hash = (Math.imul(hash, base) + letter) | 0;
    carried += weight[letter]!;
    while (carried >= gramWeight) {
      const value = mixed(hash);
      recent[start % window] = value;
      if (leastAt < 0 || value < least) {
        least = value;
        leastAt = start;
      } else if (leastAt <= start - window) {
        leastAt = start;
        least = value;
        for (let back = start - 1; back > start - window; back--) {
          if (recent[back % window]! < least) {
            least = recent[back % window]!;
            leastAt = back;
          }
        }
      }
      if (start + 1 >= window && (count === 0 || leastAt !== keptAt)) keep();
      const first = letters[start]!;
      hash = (hash - Math.imul(first, powers[end - start]!)) | 0;
      carried -= weight[first]!;
      start++;
    }
  }
  if (count === 0 && leastAt >= 0) keep();
  return { grams: grams.slice(0, count), steps: steps.slice(0, count) };
}

/** The grams of all manuscripts in a row, in time and memory linear in their number. */
export function fingerprintsOf({ traces, starts }: Pick<Stream, 'traces' | 'starts'>): Fingerprints {
  const count = traces.reduce((sum, { grams }) => sum + grams.length, 0);
  const hashes = new Uint32Array(count);
  const positions = new Int32Array(count);
  let at = 0;
  for (const [index, { grams, steps }] of traces.entries()) {
    hashes.set(grams, at);
    let position = starts[index]!;
    for (let gram = 0; gram < steps.length; gram++) {
      position += steps[gram]!;
      positions[at++] = position;
    }
  }
  const earlier = earlierOf(hashes);
  return { hashes, positions, earlier, copies: copiesOf(earlier) };
}

/** Powers of the base, for grams of so many letters at most: no letter weighs less than 1. */
function powersOf(factor: number, count: number): Int32Array {
  const powers = new Int32Array(count + 1);
  powers[0] = 1;
  for (let index = 1; index < powers.length; index++) powers[index] = Math.imul(powers[index - 1]!, factor);
  return powers;
}

/** The finalizer of MurmurHash3: spreads the hash, so that its least values are chosen evenly. */
function mixed(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function copiesOf(earlier: Int32Array): Uint8Array {
  const copies = new Uint8Array(earlier.length);
  for (let index = 0; index < earlier.length; index++) {
    const before = earlier[index]!;
    if (before >= 0) copies[index] = Math.min(255, copies[before]! + 1);
  }
  return copies;
}

const partBits = 8;
const parts = 1 << partBits;
/** So many hashes have one table that stays in the processor's cache. */
const fewHashes = 1 << 18;

/**
 * For each hash the index of the nearest earlier equal one, or -1. Many hashes are dealt out to parts by their low bits, in order, so that the
 * table of one part stays in the processor's cache.
 */
export function earlierOf(hashes: Uint32Array): Int32Array {
  const { length } = hashes;
  const earlier = new Int32Array(length);
  if (length <= fewHashes) {
    link(hashes, undefined, 0, length, tableFor(length), earlier);
    return earlier;
  }
  const begins = new Int32Array(parts + 1);
  for (let index = 0; index < length; index++) begins[(hashes[index]! & (parts - 1)) + 1]!++;
  let largest = 0;
  for (let part = 0; part < parts; part++) {
    largest = Math.max(largest, begins[part + 1]!);
    begins[part + 1]! += begins[part]!;
  }
  const dealt = new Int32Array(length);
  const next = begins.slice();
  for (let index = 0; index < length; index++) dealt[next[hashes[index]! & (parts - 1)]!++] = index;

  const table = tableFor(largest);
  for (let part = 0; part < parts; part++) link(hashes, dealt, begins[part]!, begins[part + 1]!, table, earlier);
  return earlier;
}

const tableFor = (hashes: number): Int32Array => new Int32Array(1 << Math.ceil(Math.log2(hashes * 2 + 2)));

/** Fills in `earlier` for the hashes from `from` to `to` of those that are `dealt`, or of all in their order. */
function link(
  hashes: Uint32Array,
  dealt: Int32Array | undefined,
  from: number,
  to: number,
  table: Int32Array,
  earlier: Int32Array,
): void {
  const last = table.length - 1;
  table.fill(-1);
  for (let at = from; at < to; at++) {
    const index = dealt ? dealt[at]! : at;
    const hash = hashes[index]!;
    let slot = (hash >>> partBits) & last;
    while (table[slot]! >= 0 && hashes[table[slot]!] !== hash) slot = (slot + 1) & last;
    earlier[index] = table[slot]!;
    table[slot] = index;
  }
}
