import type { Point } from 'unist';

/** A stretch of a manuscript of the volume. Paths are relative to the volume's root, POSIX. */
export interface VolumePlace {
  path: string;
  start: Point;
  end: Point;
}

/** A stretch of this manuscript that stands a second time, here or in another one. */
export interface RepeatedPassage {
  /** Source offsets, UTF-16. */
  start: number;
  end: number;
  other: VolumePlace;
  /** Whether the other copy stands in this manuscript too. */
  inside: boolean;
  /** Letters and digits that both have in common, counted in Han letters: see `weights`. */
  letters: number;
  /** The longest stretch that both have in common letter for letter, counted likewise. */
  longest: number;
  /** The letters of that stretch, one by one. */
  verbatim: number;
  /** Letters of the whole sentences in that stretch, one by one: from where a sentence begins in both copies to where one ends. */
  sentences: number;
  /** Letters and digits that both have in common, one by one, for the reader. */
  count: number;
  /** Share of its paragraph's letters that the stretch takes, from 0 to 1; of the largest one when it spans several. */
  share: number;
  /** Share of the stretch's letters that both have in common: 1 when the copy is letter for letter. */
  agreement: number;
  /** Letters of that paragraph, counted in Han letters. */
  paragraph: number;
  /** `same`: letter for letter; `edited`: with small changes; `doubled`: printed twice in succession. */
  kind: 'same' | 'edited' | 'doubled';
  /** Whether this copy, not the other, is likely the one that does not belong. */
  intruder: boolean;
  /** What speaks for that, for the reader. */
  evidence: Evidence[];
}

export type Evidence =
  /** An enumerator in this copy has nothing before it to continue, while the other copy's has. */
  | { kind: 'stray-enumerator'; marker: string }
  /** A name that this manuscript has only in the copy, and the other throughout. */
  | { kind: 'foreign-name'; name: string; inside: number; outside: number }
  /** It is a whole sentence that starts in the middle of another one. */
  | { kind: 'starts-mid-sentence' }
  /** It is a part of a sentence that starts behind the end of another one. */
  | { kind: 'starts-as-fragment' };

/** Two nearly identical phrases, this one and one elsewhere in the volume. */
export interface PhraseVariant {
  /** Source offsets of the differing words with a letter on either side. */
  start: number;
  end: number;
  /** The differing words, here and there. */
  here: string;
  there: string;
  /** The phrases with some context. */
  phrase: string;
  otherPhrase: string;
  other: VolumePlace;
  /** Whether the other phrase stands in this manuscript too. */
  inside: boolean;
}

/** A line that recurs through the volume like a running head. */
export interface RunningHead {
  start: number;
  end: number;
  text: string;
  count: number;
}

/** A term of the volume's `terms.yml`. */
export interface Term {
  /** The right form. */
  term: string;
  /** Edits (inserted, deleted, replaced characters) that still count as a near miss; by default a quarter of the length, at least 1. */
  max?: number;
  /** Near misses that are right. */
  allow?: string[];
}

/** What the whole volume says about one manuscript. It is handed to the rules, which never fetch it. */
export interface ManuscriptFacts {
  passages: RepeatedPassage[];
  variants: PhraseVariant[];
  runningHeads: RunningHead[];
  /**
   * How often the volume has the words that may have been swallowed in part, by what stands in their place: 组织力 by 党组织力. Absent where the manuscript
   * has no such place.
   */
  uses?: Readonly<Record<string, number>>;
}

/**
 * What one manuscript contributes to the facts, from its text alone. Plain data and typed arrays: it can be stored by the text's hash and handed
 * between threads. The letters of its prose stand in a row; what they are compared by is in `letters`, how they stand in the source in `marks`.
 */
export interface Trace {
  path: string;
  /** Folded letters and digits of its paragraphs, in order. */
  letters: Uint16Array;
  /** For each letter the bits of `mark`: what stands before it, and how it stands. */
  marks: Uint8Array;
  /** Gaps that do not fit into a mark, in order. */
  gaps: Uint32Array;
  /** Index of the first letter of each paragraph. */
  paragraphs: Uint32Array;
  /** For each paragraph the enumerator that opens it, and whether it ends with a stop: see `feature`. */
  features: Uint16Array;
  /** The grams by which its letters are found elsewhere, and how many letters each begins behind the one before: see `winnow`. */
  grams: Uint32Array;
  steps: Uint8Array;
  /** Source offset of the start of each line. */
  lines: Uint32Array;
  /** Short lines that could be running heads. */
  heads: ShortLine[];
  /** Words that may have swallowed part of the next one, with its last character: 党组织力. */
  mergers: string[];
}

/** A short paragraph or line that stands alone: source offsets. */
export interface ShortLine {
  text: string;
  start: number;
  end: number;
}
