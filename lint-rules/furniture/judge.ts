import { endingOf, isHeadingLike, isTerminated } from '../text/endings.js';
import { isHangul, isHanOrKana } from '../text/scripts.js';
import type { Line } from './lines.js';

const sample = 200;

/** Length of a text in Latin letters: a Han character, kana or Hangul says as much as two. */
export function weight(text: string): number {
  let weight = text.length;
  const end = Math.min(text.length, sample);
  for (let index = 0; index < end; index++) if (isHanOrKana(text, index) || isHangul(text, index)) weight++;
  return weight;
}

/** Whether a text is long enough to be a paragraph or a line of running prose. */
export const isProse = (text: string): boolean => text.length >= 40 || weight(text) >= 40;

/** Whether a sentence begins before the line and goes on behind it, so that the line came in between. Wrapped lines do so by right, unless they are short. */
export function breaksSentence({ before, after, alone, text }: Line): boolean {
  if (!before || !after || !isProse(before) || isTerminated(before)) return false;
  if (!alone && text.length > 0.7 * Math.min(before.length, after.length)) return false;
  const ending = endingOf(before);
  if (ending !== 'letter' && ending !== 'comma' && ending !== 'hyphen' && ending !== 'opening') return false;
  if (/^\s*\p{Ll}/u.test(after)) return true;
  return /^\s*[\p{Script=Han}，、；。”」』）]/u.test(after) && (ending === 'comma' || !isHeadingLike(before));
}
