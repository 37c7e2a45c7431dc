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
}

/** What is a duplicate for certain. */
export const duplicate: Thresholds = { letters: 100, paragraph: 40, share: 0.8, agreement: 0.86 };
/** What is likely one. */
export const similar: Thresholds = { letters: 60, paragraph: 40, share: 0.8, agreement: 0.6 };

/** Lists of short items have much in common by right. */
const shortItem = 25;

/** Whether a passage is long enough, or takes enough of a paragraph, to be told of. */
export function counts(passage: RepeatedPassage, { letters, paragraph, share, agreement }: Thresholds): boolean {
  if (passage.kind === 'doubled') return true;
  if (passage.paragraph < shortItem) return false;
  if (passage.longest >= letters) return true;
  if (passage.letters >= letters) return passage.agreement >= agreement;
  if (passage.agreement < 1 - (1 - agreement) / 2) return false;
  return (
    passage.paragraph >= paragraph &&
    passage.share >= share &&
    passage.letters >= paragraph * (passage.agreement === 1 ? share : 1)
  );
}
