import { gramWeights, hanInGrams } from './letters.js';

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
 * share one. The letter 0 parts texts: no gram reaches over it. Linear in time and memory.
 */
export function fingerprintsOf(letters: Uint16Array): Fingerprints {
  const { hashes, positions } = winnow(letters);
  const earlier = earlierOf(hashes);
  return { hashes, positions, earlier, copies: copiesOf(earlier) };
}

/** The kept grams alone: which there are, and where. */
export function winnow(letters: Uint16Array): { hashes: Uint32Array; positions: Int32Array } {
  const weight = gramWeights();
  const powers = powersOf(base, gramWeight);
  let hashes = new Uint32Array(Math.ceil(letters.length * 0.5) + 16);
  let positions = new Int32Array(hashes.length);
  let count = 0;

  const recent = new Uint32Array(window);
  let start = 0;
  let carried = 0;
  let hash = 0;
  let grams = 0;
  let least = 0;
  let leastAt = -1;
  let keptAt = -1;

  for (let end = 0; end <= letters.length; end++) {
    // The end of the last text is one, too.
    const letter = end < letters.length ? letters[end]! : 0;
    if (count + 1 >= hashes.length) {
      hashes = grown(hashes, new Uint32Array(count * 2));
      positions = grown(positions, new Int32Array(count * 2));
    }
    if (letter === 0) {
      if (grams > 0 && grams < window) {
        hashes[count] = least;
        positions[count++] = leastAt;
      }
      start = end + 1;
      carried = 0;
      hash = 0;
      grams = 0;
      leastAt = -1;
      continue;
    }
    hash = (Math.imul(hash, base) + letter) | 0;
    carried += weight[letter]!;
    while (carried >= gramWeight) {
      const value = mixed(hash);
      recent[start % window] = value;
      grams++;
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
      if (grams >= window && leastAt !== keptAt) {
        hashes[count] = least;
        positions[count++] = leastAt;
        keptAt = leastAt;
      }
      const first = letters[start]!;
      hash = (hash - Math.imul(first, powers[end - start]!)) | 0;
      carried -= weight[first]!;
      start++;
    }
  }
  return { hashes: hashes.subarray(0, count), positions: positions.subarray(0, count) };
}

function grown<A extends Uint32Array | Int32Array>(from: A, into: A): A {
  into.set(from);
  return into;
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

/**
 * For each hash the index of the nearest earlier equal one, or -1. The hashes are dealt out to parts by their low bits, in order, so that the
 * table of one part stays in the processor's cache.
 */
function earlierOf(hashes: Uint32Array): Int32Array {
  const { length } = hashes;
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

  const slots = 1 << Math.ceil(Math.log2(largest * 2 + 2));
  const table = new Int32Array(slots);
  const earlier = new Int32Array(length);
  for (let part = 0; part < parts; part++) {
    table.fill(-1);
    for (let at = begins[part]!; at < begins[part + 1]!; at++) {
      const index = dealt[at]!;
      const hash = hashes[index]!;
      let slot = (hash >>> partBits) & (slots - 1);
      while (table[slot]! >= 0 && hashes[table[slot]!] !== hash) slot = (slot + 1) & (slots - 1);
      earlier[index] = table[slot]!;
      table[slot] = index;
    }
  }
  return earlier;
}
