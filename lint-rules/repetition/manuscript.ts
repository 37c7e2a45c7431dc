import type { Lexicon } from '../text/lexicon.js';

/** How often a string stands in the manuscript. */
export type Count = (text: string) => number;

/** What the dictionary counted less often is hardly a word. */
export const hardlyAWord = 50;

/** Whether the manuscript has the doubled character in these surroundings more than once: then it is a name or a term. */
export function isUsual(text: string, start: number, count: Count): boolean {
  const around = text.slice(Math.max(0, start - 1), start + 3);
  return around.length === 4 && count(around) > 1;
}

/** Whether words that are hardly any are a name, which the manuscript has with the character once: 克莱莱姆. */
export function isOfName(
  text: string,
  start: number,
  first: string,
  second: string,
  words: Lexicon,
  count: Count,
): boolean {
  if ([first, second].some((word) => word.length > 1 && words.frequency(word) > hardlyAWord)) return false;
  const around = text.slice(start - 1, start + 3);
  return /^\p{Script=Han}{4}$/u.test(around) && count(around) === 1 && count(around.slice(0, 2) + around.slice(3)) > 1;
}

/** Whether the manuscript has the same words elsewhere with the character only once. */
export function hasRightForm(text: string, start: number, before: number, after: number, count: Count): boolean {
  if (start - before < 2 || after - start < 4) return false;
  const right = text.slice(start - 2, start + 1) + text.slice(start + 2, start + 4);
  return count(right) > 0 && count(text.slice(start - 1, start + 3)) === 1;
}
