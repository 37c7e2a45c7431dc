import { opaque } from './mask.js';

export const han = String.raw`\p{Script=Han}`;
/** Letters that are written without spaces between words. */
export const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー々〆ヶ`;

const hanPattern = /^\p{Script=Han}$/u;
const cjkPattern = new RegExp(`^[${cjk}]$`, 'u');
const letterPattern = /^[\p{L}\p{N}\p{M}]$/u;

/** Whether a character (one code point) is Han, as in 党. */
export const isHan = (character: string): boolean => hanPattern.test(character);
/** Whether a character (one code point) is Han, kana or bopomofo. */
export const isCjk = (character: string): boolean => cjkPattern.test(character);
/** Whether a character (one code point) is a letter, a digit or a mark. */
export const isLetter = (character: string): boolean => letterPattern.test(character);

/** The last code point of a text, or `''`. */
export function lastCharacter(text: string): string {
  const unit = text.charCodeAt(text.length - 1);
  const pair = unit >= 0xdc00 && unit <= 0xdfff && text.length > 1;
  return text.slice(pair ? -2 : -1);
}

/** The first code point of a text, or `''`. */
export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

const sample = 400;
const cjkLetters = new RegExp(`[${cjk}]`, 'gu');
const otherLetters = /[\p{L}]/gu;

/** Whether a text is mostly written in Han or kana, counting a Han character as two Latin letters. Looks at its first 400 units. */
export function isMostlyCjk(text: string): boolean {
  const start = text.slice(0, sample);
  const wide = start.match(cjkLetters)?.length ?? 0;
  if (wide === 0) return false;
  return wide * 2 >= (start.match(otherLetters)?.length ?? 0) - wide;
}

/** Text without what is no prose. */
export const withoutOpaque = (text: string): string => text.replaceAll(opaque, '');
