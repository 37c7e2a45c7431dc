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

const hanOrKana = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /^\p{Script=Hangul}/u;
const characterAt = (text: string, index: number): string => String.fromCodePoint(text.codePointAt(index)!);

/**
 * Whether the character at a place of a text is Han or kana. Nearly always told by its number, since this is asked of every character and the
 * engine is slow with the properties of Unicode.
 */
export function isHanOrKana(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  // Also where the text has ended.
  if (!(unit >= 0x2e80)) return false;
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)) return true;
  if ((unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa)) return true;
  if ((unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xff01 && unit <= 0xff20)) return false;
  if ((unit >= 0x3008 && unit <= 0x3011) || (unit >= 0x3000 && unit <= 0x3002) || unit === 0xfffc) return false;
  return hanOrKana.test(characterAt(text, index));
}

/** Whether the character at a place of a text is Hangul. */
export function isHangul(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (!(unit >= 0x1100) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x302d)) return false;
  if (unit >= 0xac00 && unit <= 0xd7a3) return true;
  if ((unit >= 0x2000 && unit <= 0x206f) || (unit >= 0xff01 && unit <= 0xff5e) || unit === 0xfffc) return false;
  return hangul.test(characterAt(text, index));
}

const sample = 400;

/**
 * Whether a text is mostly written in Han or kana, counting a Han character as two Latin letters. Looks at its first 400 units, one by one, since
 * it is asked of every paragraph.
 */
export function isMostlyCjk(text: string): boolean {
  let wide = 0;
  let other = 0;
  const end = Math.min(text.length, sample);
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (isWide(unit)) wide++;
    else if (isNarrowLetter(unit)) other++;
  }
  return wide > 0 && wide * 2 >= other;
}

/** Han in the basic plane or the first half of one beyond it, kana, bopomofo. */
const isWide = (unit: number) =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0x3041 && unit <= 0x312f) ||
  (unit >= 0xd840 && unit <= 0xd888) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0x2e80 && unit <= 0x2fdf);

/** A letter of an alphabet: Latin, Greek, Cyrillic, Hebrew, Arabic, Indic and so on, and Hangul. */
const isNarrowLetter = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0xc0 && unit <= 0x1fff) ||
  (unit >= 0xac00 && unit <= 0xd7a3);

/** Text without what is no prose. */
export const withoutOpaque = (text: string): string => text.replaceAll(opaque, '');
