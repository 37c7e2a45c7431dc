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
  /** Letters and digits that both have in common. */
  letters: number;
  /** Share of its paragraph's letters that the stretch takes, from 0 to 1; of the largest one when it spans several. */
  share: number;
  /** `same`: letter for letter; `edited`: with small changes. */
  kind: 'same' | 'edited';
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
  /** It starts in the middle of a sentence that does not fit. */
  | { kind: 'starts-mid-sentence' };

/** Two nearly identical phrases, this one and one elsewhere in the volume. */
export interface PhraseVariant {
  start: number;
  end: number;
  /** The differing words, here and there. */
  here: string;
  there: string;
  /** The phrases with some context. */
  phrase: string;
  otherPhrase: string;
  other: VolumePlace;
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
}
