import { type Lexicon, lexicon } from '../text/lexicon.js';
import type { Block, Prose } from '../text/prose.js';
import { isHanOrKana } from '../text/scripts.js';

/** A place where the end of `word` and one more character are `term`, so that `word` + `term` may be meant. */
export interface Merged {
  block: Block;
  from: number;
  to: number;
  word: string;
  term: string;
}

/**
 * Characters that make a noun of a word of two, as in 组织力: what is lost in a merger is nearly always such a noun. Three Han stand before it and no
 * word that begins with it comes behind.
 */
const suffix = /[力性化度率感权權观觀论論法制学學型式者家员員]/g;
const around = 8;
/** Mergers cost a look at the whole manuscript each; a manuscript that has more of them than this is not Chinese prose. */
const most = 100;

const found = new WeakMap<Prose, Merged[]>();

/**
 * Finds words of three or four characters with one character behind that may be the rest of a second word whose beginning was swallowed
 * (haplography). Looked for once, for the rule and for what the volume is to count.
 */
export function mergersIn(prose: Prose): Merged[] {
  const known = found.get(prose);
  if (known) return known;
  const candidates = candidatesIn(chineseOf(prose));
  found.set(prose, candidates);
  return candidates;
}

const chineseOf = ({ blocks }: Prose): Block[] =>
  blocks.filter(({ cjk, text }) => cjk && !/[\u3041-\u3096]/.test(text));

/**
 * The mergers whose second word, the last two characters and the one, stands by itself elsewhere at least `minUses` times: in the manuscript, or
 * `inVolume`, which says it by what stands in the merger's place.
 */
export function mergedTerms(prose: Prose, minUses: number, inVolume: Readonly<Record<string, number>>): Merged[] {
  const candidates = mergersIn(prose);
  if (candidates.length === 0) return [];
  let all: string | undefined;
  const counted = new Map<string, number>();
  const usesOf = (text: string) => {
    all ??= chineseOf(prose)
      .map((block) => block.text)
      .join('\n');
    const uses = counted.get(text) ?? all.split(text).length - 1;
    counted.set(text, uses);
    return uses;
  };
  return candidates.filter(({ word, term }) => {
    const merger = word + term.at(-1)!;
    return (inVolume[merger] ?? 0) >= minUses || usesOf(term) - usesOf(merger) >= minUses;
  });
}

function candidatesIn(chinese: readonly Block[]): Merged[] {
  const candidates: Merged[] = [];
  const endings = new Map<string, boolean>();
  for (const block of chinese) {
    const { text } = block;
    suffix.lastIndex = 0;
    while (candidates.length < most && suffix.test(text)) {
      const at = suffix.lastIndex - 1;
      if (at < 3 || !isHanOrKana(text, at - 1) || !isHanOrKana(text, at - 2) || !isHanOrKana(text, at - 3)) continue;
      const ending = text.slice(at - 2, at + 1);
      let mayBeRest = endings.get(ending);
      if (mayBeRest === undefined) {
        mayBeRest = lexicon().has(ending.slice(0, 2)) && !lexicon().has(ending);
        endings.set(ending, mayBeRest);
      }
      const merged = mayBeRest && mergedAt(block, at, lexicon());
      if (merged) candidates.push(merged);
    }
  }
  return candidates;
}

function mergedAt(block: Block, at: number, words: Lexicon): Merged | undefined {
  const { text } = block;
  for (const length of [4, 3]) {
    const from = at - length;
    const word = text.slice(from, at);
    if (from < 0 || !words.has(word)) continue;
    const term = word.slice(-2) + text[at]!;
    return standsBetween(text, from, at, words) ? { block, from, to: at + 1, word, term } : undefined;
  }
  return undefined;
}

/** Whether the likeliest reading of the clause has the word from `from` to `at`, and the character behind it by itself. */
function standsBetween(text: string, from: number, at: number, words: Lexicon): boolean {
  const start = Math.max(0, from - around);
  let place = start;
  const bounds = new Set([place]);
  for (const word of words.words(text.slice(start, at + 1 + around))) {
    place += word.length;
    bounds.add(place);
  }
  const whole = bounds.has(from) && bounds.has(at) && bounds.has(at + 1);
  for (let inside = from + 1; inside < at; inside++) if (bounds.has(inside)) return false;
  return whole;
}
