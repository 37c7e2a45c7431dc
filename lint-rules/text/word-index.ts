import type { WordList } from './word-list.js';

/** Words that begin at one place: of each length one, and no word is longer. */
export const mostWords = 32;

/** Finds words of a sorted list by what they begin with. A word is named by its index in the list. */
export class WordIndex {
  /** What `wordsFrom` found: the words, and where they end. Kept, since it is asked at every character. */
  readonly indexes = new Uint32Array(mostWords);
  readonly ends = new Uint32Array(mostWords);

  constructor(readonly list: WordList) {}

  /** Finds each word that begins at a place of a text, the shortest first, with where it ends; says how many there are. */
  wordsFrom(text: string, at: number): number {
    const { firsts, starts } = this.list;
    const unit = text.charCodeAt(at);
    let count = 0;
    let low = firsts[unit]!;
    let high = firsts[unit + 1]!;
    for (let length = 1; low < high && count < mostWords; length++) {
      // The shortest of the words that begin alike stands first.
      if (starts[low + 1]! - starts[low]! === length) {
        this.indexes[count] = low++;
        this.ends[count++] = at + length;
      }
      if (at + length >= text.length) break;
      const next = text.charCodeAt(at + length);
      low = this.#bound(low, high, length, next);
      high = this.#bound(low, high, length, next + 1);
    }
    return count;
  }

  /** The range of words that begin with a stretch of a text. */
  withPrefix(text: string, start: number, end: number): [number, number] {
    const { firsts, starts } = this.list;
    let low = firsts[text.charCodeAt(start)]!;
    let high = firsts[text.charCodeAt(start) + 1]!;
    for (let length = 1; start + length < end && low < high; length++) {
      while (low < high && starts[low + 1]! - starts[low]! === length) low++;
      low = this.#bound(low, high, length, text.charCodeAt(start + length));
      high = this.#bound(low, high, length, text.charCodeAt(start + length) + 1);
    }
    return [low, high];
  }

  /** The first of the words from `low` to `high`, all longer than `position`, whose unit there is at least `unit`. */
  #bound(low: number, high: number, position: number, unit: number): number {
    const { starts, letters } = this.list;
    let first = low;
    let last = high;
    while (first < last) {
      const middle = (first + last) >> 1;
      if (letters[starts[middle]! + position]! < unit) first = middle + 1;
      else last = middle;
    }
    return first;
  }

  /** The word itself, or -1. */
  find(word: string): number {
    if (word === '') return -1;
    const [low, high] = this.withPrefix(word, 0, word.length);
    const { starts } = this.list;
    return low < high && starts[low + 1]! - starts[low]! === word.length ? low : -1;
  }
}
