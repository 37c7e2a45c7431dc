import { isHanOrKana } from './scripts.js';
import { mostWords, WordIndex } from './word-index.js';
import { loadWordList, type WordList } from './word-list.js';

/** A word that stands across a junction, and by how many nats it makes the text easier to read. */
export interface Spanning {
  word: string;
  gain: number;
}

/**
 * Chinese words with their frequencies: jieba's dictionary (MIT licence), Simplified and Traditional, and what follows from them by a unigram
 * model. Scores are natural logarithms of probabilities, gains are in nats. Texts are meant to be short: a clause, not a document.
 */
export interface Lexicon {
  has(word: string): boolean;
  /** How often the dictionary counted a word; 0 when it does not know it. */
  frequency(word: string): number;
  /** How often the dictionary counted the words that begin so, all in all. */
  beginning(prefix: string): number;
  /** The logarithm of the probability of the best division into words. Punctuation and blanks cost nothing. */
  score(text: string): number;
  /** That division. Runs of other letters and digits, and each other character, are a word. */
  words(text: string): string[];
  /**
   * The word across the junction of two texts for which reading them as one gains most over reading them apart, even when that is a loss.
   * Looks at 8 characters on either side.
   */
  spanning(left: string, right: string): Spanning | undefined;
  /**
   * Up to 4 characters that end the one text and begin the other, and what is gained when they stand only once: the choice that gains most.
   */
  overlap(left: string, right: string): { text: string; gain: number } | undefined;
  /** The word across the junction that needs one more character there, and what is gained by it over reading the two texts apart. */
  lost(left: string, right: string): (Spanning & { character: string }) | undefined;
}

let known: Lexicon | undefined;

/** The lexicon; read when it is first asked for. It takes some milliseconds, so ask only when there is something to look up. */
export function lexicon(): Lexicon {
  known ??= new UnigramLexicon(loadWordList());
  return known;
}

const window = 8;
const longestOverlap = 4;
const longestWord = 8;
const letter = /^[\p{L}\p{N}\p{M}]/u;

interface Junction {
  left: string;
  right: string;
  before: Float64Array;
  after: Float64Array;
  apart: number;
}

/** The best division of a text: its scores and the starts of its last words, by place. */
interface Division {
  best: Float64Array;
  from: Int32Array;
}

/** Divisions that are remembered: several questions are asked of each clause. */
const mostDivided = 64;

class UnigramLexicon implements Lexicon {
  readonly #divided = new Map<string, Division>();
  /** The junction that was looked at last: several questions are asked of each. */
  #last: Junction | undefined;
  readonly #index: WordIndex;
  readonly #logTotal: number;
  /** For what the dictionary does not know: as if it had been seen once. */
  readonly #floor: number;
  /** Where the pieces end that were found last, and what they score. Kept, since it is asked at every character. */
  readonly #ends = new Uint32Array(mostWords + 1);
  readonly #costs = new Float64Array(mostWords + 1);

  constructor(list: WordList) {
    this.#index = new WordIndex(list);
    this.#logTotal = Math.log(list.total);
    this.#floor = -this.#logTotal;
  }

  has(word: string): boolean {
    return this.#index.find(word) >= 0;
  }

  frequency(word: string): number {
    const index = this.#index.find(word);
    return index < 0 ? 0 : this.#index.list.frequencies[index]!;
  }

  beginning(prefix: string): number {
    if (prefix === '') return 0;
    const [low, high] = this.#index.withPrefix(prefix, 0, prefix.length);
    let sum = 0;
    for (let index = low; index < high; index++) sum += this.#index.list.frequencies[index]!;
    return sum;
  }

  score(text: string): number {
    return this.#forward(text).best[text.length]!;
  }

  words(text: string): string[] {
    const { from } = this.#forward(text);
    const words: string[] = [];
    for (let end = text.length; end > 0; end = from[end]!) words.push(text.slice(from[end]!, end));
    return words.reverse();
  }

  spanning(left: string, right: string): Spanning | undefined {
    const junction = this.#junction(left, right);
    let best: Spanning | undefined;
    const text = junction.left + junction.right;
    for (let back = 1; back <= Math.min(longestWord - 1, junction.left.length); back++) {
      const start = junction.left.length - back;
      const count = this.#index.wordsFrom(text, start);
      for (let found = 0; found < count; found++) {
        const end = this.#index.ends[found]!;
        const ahead = end - junction.left.length;
        if (ahead < 1) continue;
        const index = this.#index.indexes[found]!;
        const gain = junction.before[start]! + this.#logOf(index) + junction.after[ahead]! - junction.apart;
        if (!best || gain > best.gain) best = { word: text.slice(start, end), gain };
      }
    }
    return best;
  }

  overlap(left: string, right: string): { text: string; gain: number } | undefined {
    const { left: l, right: r } = this.#junction(left, right);
    let best: { text: string; gain: number } | undefined;
    let both: number | undefined;
    for (let length = 1; length <= Math.min(longestOverlap, l.length, r.length); length++) {
      const text = r.slice(0, length);
      if (!l.endsWith(text)) continue;
      both ??= this.score(l + r);
      const gain = this.score(l + r.slice(length)) - both;
      if (!best || gain > best.gain) best = { text, gain };
    }
    return best;
  }

  lost(left: string, right: string): (Spanning & { character: string }) | undefined {
    const junction = this.#junction(left, right);
    const { left: l, right: r } = junction;
    const { starts, letters } = this.#index.list;
    let best: (Spanning & { character: string }) | undefined;
    for (let back = 1; back <= Math.min(longestWord - 2, l.length); back++) {
      const start = l.length - back;
      const [low, high] = this.#index.withPrefix(l, start, l.length);
      for (let index = low; index < high; index++) {
        const ahead = starts[index + 1]! - starts[index]! - back - 1;
        if (ahead < 1 || ahead > r.length) continue;
        const rest = starts[index]! + back + 1;
        let same = 0;
        while (same < ahead && letters[rest + same] === r.charCodeAt(same)) same++;
        if (same < ahead) continue;
        const gain = junction.before[start]! + this.#logOf(index) + junction.after[ahead]! - junction.apart;
        if (best && gain <= best.gain) continue;
        const character = String.fromCharCode(letters[starts[index]! + back]!);
        best = { word: l.slice(start) + character + r.slice(0, ahead), character, gain };
      }
    }
    return best;
  }

  /** The text around a junction, the scores of what ends and begins at each place of it, and the score of the two sides read apart. */
  #junction(left: string, right: string): Junction {
    const l = left.slice(-window);
    const r = right.slice(0, window);
    if (this.#last?.left === l && this.#last.right === r) return this.#last;
    const before = this.#forward(l).best;
    const after = this.#backward(r);
    this.#last = { left: l, right: r, before, after, apart: before[l.length]! + after[0]! };
    return this.#last;
  }

  /** For each place of a text, the score of the best division of what is before it, and where its last word begins. */
  #forward(text: string): Division {
    const known = this.#divided.get(text);
    if (known) return known;
    const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(text.length + 1);
    best[0] = 0;
    for (let at = 0; at < text.length; at++) {
      if (best[at] === Number.NEGATIVE_INFINITY) continue;
      const count = this.#piecesFrom(text, at);
      for (let found = 0; found < count; found++) {
        const end = this.#ends[found]!;
        const score = best[at]! + this.#costs[found]!;
        if (score <= best[end]!) continue;
        best[end] = score;
        from[end] = at;
      }
    }
    if (this.#divided.size >= mostDivided) this.#divided.clear();
    this.#divided.set(text, { best, from });
    return { best, from };
  }

  /** For each place of a text, the score of the best division of what is behind it. */
  #backward(text: string): Float64Array {
    const best = new Float64Array(text.length + 1);
    for (let at = text.length - 1; at >= 0; at--) {
      let most = Number.NEGATIVE_INFINITY;
      const count = this.#piecesFrom(text, at);
      for (let found = 0; found < count; found++) {
        most = Math.max(most, best[this.#ends[found]!]! + this.#costs[found]!);
      }
      best[at] = most;
    }
    return best;
  }

  /** Finds each word, character or run that may begin at a place of a text, with where it ends and its score; says how many there are. */
  #piecesFrom(text: string, at: number): number {
    const next = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    if (isHanOrKana(text, at)) {
      const words = this.#index.wordsFrom(text, at);
      for (let found = 0; found < words; found++) {
        this.#ends[found] = this.#index.ends[found]!;
        this.#costs[found] = this.#logOf(this.#index.indexes[found]!);
      }
      this.#ends[words] = next;
      this.#costs[words] = this.#floor;
      return words + 1;
    }
    const end = endOfRun(text, at);
    this.#ends[0] = end > at ? end : next;
    this.#costs[0] = end > at ? this.#floor : 0;
    return 1;
  }

  #logOf(index: number): number {
    return Math.log(this.#index.list.frequencies[index]! || 1) - this.#logTotal;
  }
}

/** Where the letters and digits end that begin at a place and are not written without spaces: there itself when there are none. */
function endOfRun(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const plain = isPlainLetter(unit);
    if (!plain && (unit < 0x80 || isHanOrKana(text, end))) break;
    const character = plain ? '' : String.fromCodePoint(text.codePointAt(end)!);
    if (!plain && !letter.test(character)) break;
    end += character.length || 1;
  }
  return end;
}

const isPlainLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
