import { readFileSync } from 'node:fs';

/**
 * A sorted list of words with their frequencies that is ready for use as it is read, without parsing. Little-endian, in this order:
 * three 32-bit numbers (words, letters, sum of the frequencies); the index of the first word for each first UTF-16 unit, and of the end
 * (65,537 × 32 bit); where each word's letters begin, and the end (32 bit each); the frequencies (32 bit each); the letters (UTF-16).
 */
export interface WordList {
  total: number;
  firsts: Uint32Array;
  starts: Uint32Array;
  frequencies: Uint32Array;
  letters: Uint16Array;
}

const header = 12;
const units = 0x10000;

/** The list as bytes. `total` is the sum of the frequencies of the text that the words were counted in. */
export function packWordList(frequencies: ReadonlyMap<string, number>, total: number): Uint8Array {
  const words = [...frequencies.keys()].sort();
  const length = words.reduce((sum, word) => sum + word.length, 0);
  const bytes = new ArrayBuffer(header + 4 * (units + 1) + 4 * (words.length + 1) + 4 * words.length + 2 * length);
  new Uint32Array(bytes, 0, 3).set([words.length, length, total]);
  const list = readWordList(bytes);
  let at = 0;
  words.forEach((word, index) => {
    list.starts[index] = at;
    list.frequencies[index] = frequencies.get(word)!;
    for (let i = 0; i < word.length; i++) list.letters[at++] = word.charCodeAt(i);
    list.firsts[word.charCodeAt(0) + 1]!++;
  });
  list.starts[words.length] = at;
  for (let unit = 1; unit <= units; unit++) list.firsts[unit]! += list.firsts[unit - 1]!;
  return new Uint8Array(bytes);
}

/** Views on the packed list; nothing is copied. The bytes must begin at a multiple of four. */
export function readWordList(buffer: ArrayBuffer, offset = 0): WordList {
  const [count, length, total] = new Uint32Array(buffer, offset, 3) as unknown as [number, number, number];
  const firsts = new Uint32Array(buffer, offset + header, units + 1);
  const starts = new Uint32Array(buffer, firsts.byteOffset + firsts.byteLength, count + 1);
  const frequencies = new Uint32Array(buffer, starts.byteOffset + starts.byteLength, count);
  const letters = new Uint16Array(buffer, frequencies.byteOffset + frequencies.byteLength, length);
  return { total, firsts, starts, frequencies, letters };
}

/** The list that comes with the rules. */
export function loadWordList(): WordList {
  const compiled = import.meta.url.includes('/dist/lint-rules/');
  const file = readFileSync(
    new URL(compiled ? './words.bin' : '../../dist/lint-rules/text/words.bin', import.meta.url),
  );
  // Node reads large files into a buffer of their own, so this is no copy; small ones may lie anywhere in a shared one.
  const aligned = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  return readWordList(aligned.buffer as ArrayBuffer, aligned.byteOffset);
}
