import { endingOf, isTerminated } from '../text/endings.js';
import type { Block, Prose } from '../text/prose.js';
import { isHangul } from '../text/scripts.js';

/** How often a word stands in the manuscript, letter case set aside; how often in lower case, and how often with a capital within a sentence. */
export interface WordUse {
  count: number;
  lower: number;
  capitalInside: number;
}

const words = /(?<inside>[\p{L}\p{N},;] +)?(?<word>[\p{L}\p{M}]{2,40}(?:[-‐][\p{L}\p{M}]{2,40}){0,3})/gu;
/** Look-ups in the whole manuscript that a manuscript may cost. What is asked beyond that counts as absent. */
const maxLookUps = 300;

/** Paragraphs without a stop that say nothing of the others. */
const forgiven = 2;

const read = new WeakMap<Prose, Manuscript>();

/** The manuscript of a prose, the same for all rules. */
export function manuscriptOf(prose: Prose): Manuscript {
  const known = read.get(prose);
  if (known) return known;
  const manuscript = new Manuscript(prose);
  read.set(prose, manuscript);
  return manuscript;
}

/** What a manuscript says about its own language: its words, its strings, and whether its paragraphs end in stops. Worked out when first asked. */
export class Manuscript {
  readonly #prose: Prose;
  #words: Map<string, WordUse> | undefined;
  #joined: string | undefined;
  #share: number | undefined;
  readonly #counted = new Map<string, number>();

  constructor(prose: Prose) {
    this.#prose = prose;
  }

  get lang(): string {
    return this.#prose.lang;
  }

  /** How a word is used, or `undefined`; hyphenated compounds are words, too. The pieces at a break count as well. */
  use(word: string): WordUse | undefined {
    this.#words ??= this.#readWords();
    return this.#words.get(word.toLowerCase());
  }

  /** How often a string stands in the text, line ends left out, up to three times. */
  occurrences(text: string): number {
    const known = this.#counted.get(text);
    if (known !== undefined || this.#counted.size >= maxLookUps) return known ?? 0;
    this.#joined ??= this.#prose.blocks.map((block) => block.text.replaceAll('\n', '')).join('\n');
    let count = 0;
    for (let at = this.#joined.indexOf(text); at >= 0 && count < 3; at = this.#joined.indexOf(text, at + 1)) count++;
    this.#counted.set(text, count);
    return count;
  }

  /**
   * The share of its long paragraphs that end in a stop or a colon, from 0 to 1; 1 where there are too few to tell. The few that end in none are what is looked for,
   * not how the manuscript writes, as long as others end in one.
   */
  get terminated(): number {
    if (this.#share === undefined) {
      const long = this.#prose.flow.filter(isLong);
      // A formula or a program at the end says nothing.
      const told = long.filter((block) => endingOf(block.text) !== 'opaque' && !isBeforeFormula(block));
      const ended = told.filter(({ text }) => isTerminated(text)).length;
      const open = Math.max(0, told.length - ended - (ended > forgiven ? forgiven : 0));
      this.#share = told.length < 5 ? 1 : ended / (ended + open);
    }
    return this.#share;
  }

  #readWords(): Map<string, WordUse> {
    const found = new Map<string, WordUse>();
    for (const { text } of this.#prose.blocks) {
      for (const { groups } of text.matchAll(words)) {
        const word = groups!.word!;
        const lower = word.toLowerCase();
        const use = found.get(lower) ?? { count: 0, lower: 0, capitalInside: 0 };
        use.count++;
        if (word === lower) use.lower++;
        else if (groups!.inside) use.capitalInside++;
        found.set(lower, use);
      }
    }
    return found;
  }
}

/** Whether a formula of its own follows, with which the sentence goes on. */
const isBeforeFormula = ({ parent, index }: Block): boolean => parent.children[index + 1]?.type === 'math';

const isLong = ({ kind, text, cjk }: Block): boolean =>
  kind === 'paragraph' && text.length >= (cjk ? 50 : isHangul(text, text.length >> 1) ? 70 : 150);
