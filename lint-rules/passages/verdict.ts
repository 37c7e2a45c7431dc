import type { RepeatedPassage } from '../facts/types.js';

/** From when on a passage counts. Letters are Han letters: a letter of another script counts less, see `lint-rules/facts/letters.ts`. */
export interface Thresholds {
  /** Letters in common. */
  letters: number;
  /** Letters of a paragraph that counts when most of it is copied. */
  paragraph: number;
  /** How much of it. */
  share: number;
  /** How much of an edited copy must agree; of one that has fewer letters only half as much may differ. */
  agreement: number;
  /** Letters, each counted as one in every script, that are alike without a difference. */
  verbatim?: number;
  /** Likewise, of whole sentences. */
  sentences?: number;
}

/** What is a duplicate for certain. */
export const duplicate = {
  letters: 100,
  verbatim: 100,
  paragraph: 40,
  share: 0.8,
  agreement: 0.86,
} satisfies Thresholds;
/** What is likely one. */
export const similar = { letters: 60, paragraph: 40, share: 0.8, agreement: 0.6, sentences: 60 } satisfies Thresholds;

/** Lists of short items have much in common by right. */
const shortItem = 25;
/** Edited copies of fewer Han letters than this must agree in more: pieces of set phrases follow each other by chance. */
const long = { letters: 100, agreement: 0.9 };
/** Letters of an alphabet that a whole paragraph has for each Han letter asked for: phrases of a few words come again by themselves. */
const alphabetic = 1.5;

/** Whether a passage is long enough, or takes enough of a paragraph, to be told of. */
export function counts(passage: RepeatedPassage, thresholds: Thresholds): boolean {
  const { letters, paragraph, share, agreement, verbatim = Infinity, sentences = Infinity } = thresholds;
  if (passage.kind === 'doubled') return true;
  if (passage.paragraph < shortItem) return false;
  if (passage.longest >= letters || passage.verbatim >= verbatim || passage.sentences >= sentences) return true;
  if (passage.letters >= letters && passage.agreement >= (passage.letters < long.letters ? long.agreement : agreement))
    return true;
  if (passage.agreement < 1 - (1 - agreement) / 2) return false;
  if (passage.count > passage.letters * 1.1 && passage.count < paragraph * alphabetic) return false;
  return (
    passage.paragraph >= paragraph &&
    passage.share >= share &&
    passage.letters >= paragraph * (passage.agreement === 1 ? share : 1)
  );
}
