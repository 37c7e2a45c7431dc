import { endingOf, isHeadingLike, isTerminated } from '../text/endings.js';
import type { Line } from './lines.js';

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Length of a text in Latin letters: a Han character, kana or Hangul says as much as two. */
export const weight = (text: string): number => text.length + (text.slice(0, 200).match(wide)?.length ?? 0);

/** Whether a text is long enough to be a paragraph or a line of running prose. */
export const isProse = (text: string): boolean => weight(text) >= 40;

/** Whether a sentence begins before the line and goes on behind it, so that the line came in between. Wrapped lines do so by right, unless they are short. */
export function breaksSentence({ before, after, alone, text }: Line): boolean {
  if (!before || !after || !isProse(before) || isTerminated(before)) return false;
  if (!alone && text.length > 0.7 * Math.min(before.length, after.length)) return false;
  const ending = endingOf(before);
  if (ending !== 'letter' && ending !== 'comma' && ending !== 'hyphen' && ending !== 'opening') return false;
  if (/^\s*\p{Ll}/u.test(after)) return true;
  return /^\s*[\p{Script=Han}，、；。”」』）]/u.test(after) && (ending === 'comma' || !isHeadingLike(before));
}
