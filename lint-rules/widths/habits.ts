import type { Prose } from '../text/prose.js';
import { isHanOrKana } from '../text/scripts.js';

/** What a manuscript does by habit, so that what it does throughout is taken for its style. */
export interface Habits {
  /** Half-width marks among Han and kana. */
  halfMarks: ReadonlySet<string>;
  /** None but half-width question marks, so that one with a space behind it is a style. */
  spacedQuestions: boolean;
  halfBrackets: boolean;
  wideLetters: boolean;
  /** Full-width marks behind Hangul. */
  fullMarks: boolean;
  /** Two dots for an ellipsis behind Hangul. */
  twoDots: boolean;
}

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー`;
const wideMark = `”’」』》〉）】〕，。、；：！？…—“‘「『《〈（【〔`;
const wideLetter = /[０-９Ａ-Ｚａ-ｚ]+/g;
const narrowInCjk = new RegExp(`(?<=[${cjk}${wideMark}] ?)[0-9A-Za-z]+`, 'gu');

/** Each half-width mark, with the emphasis that may end beside it, and those of full width that say the same. */
const marks: readonly (readonly [mark: string, half: RegExp, full: RegExp])[] = [
  [',', /, ?/g, /[，、]/g],
  ['.', /\. ?/g, /[。．]/g],
  [';', /; ?/g, /；/g],
  [':', /\*{0,2}:\*{0,2} ?/g, /\*{0,2}：\*{0,2}/g],
];

/** Tells the habits of a manuscript by counting. */
export function habitsOf({ source }: Prose): Habits {
  const halfMarks = new Set<string>();
  for (const [mark, half, full] of marks) {
    const count = countBeside(source, half, true, true);
    if (count >= 4 && count * 2 > countBeside(source, full, true, true)) halfMarks.add(mark);
  }
  const questions = countBeside(source, /[?!]/g, true, false);
  const fullQuestions = count(source, /[？！]/g);
  if (questions >= 3 && questions > fullQuestions) halfMarks.add('?').add('!');
  const brackets = countBeside(source, /\(/g, false, true);
  const wide = count(source, wideLetter);
  // Every place of the text is looked behind for these, so not without need.
  const korean = /[\uac00-\ud7a3]/.test(source);
  const full = korean ? count(source, /(?<=[\uac00-\ud7a3])[，。；：！？、．（]/g) : 0;
  return {
    halfMarks,
    spacedQuestions: fullQuestions === 0,
    halfBrackets: brackets >= 3 && brackets > countBeside(source, /（/g, false, true),
    wideLetters: wide >= 3 && wide * 2 > count(source, narrowInCjk),
    fullMarks: full >= 4 && full * 2 > count(source, /(?<=[\uac00-\ud7a3])[,.;:!?(]/g),
    twoDots: korean && count(source, /(?<=[\uac00-\ud7a3])\.\.(?!\.)/g) >= 4,
  };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How often something stands in a text directly behind Han or kana, before them, or both. */
function countBeside(source: string, pattern: RegExp, behind: boolean, before: boolean): number {
  let count = 0;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const { index } = match;
    if ((!behind || isWide(source, index - 1)) && (!before || isWide(source, index + match[0].length))) count++;
  }
  return count;
}

const isWide = (text: string, index: number): boolean =>
  isHanOrKana(text, text.charCodeAt(index) >>> 10 === 0x37 ? index - 1 : index) || text[index] === 'ー';
