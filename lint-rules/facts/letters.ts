/**
 * Weight of a letter in a repeated passage, in fifths of a Han letter: kana and Hangul count alike, a letter of Latin, Cyrillic or Greek says less.
 * Thresholds are in Han letters, so that they ask for about as much text in every script.
 */
export const hanWeight = 5;
const otherWeight = 4;
/** Likewise in a gram: words of alphabets are long, and there must not be too many grams that stand everywhere. */
export const hanInGrams = 10;
const otherInGrams = 7;

const unknown = 0;
const none = 1;
/** What each UTF-16 unit folds to; filled as units are met. */
const folded = new Uint16Array(0x10000);
const letter = /^[\p{L}\p{N}]$/u;

/**
 * The UTF-16 unit of a text at a place as it is compared, or 0 when it is no letter or digit: without case, width, diacritics of the European scripts,
 * or the compatibility forms of a single character. The halves of a letter beyond U+FFFF stay as they are.
 */
export function foldAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
  if (unit >= 0x61 && unit <= 0x7a) return unit;
  if (unit >= 0xd800 && unit <= 0xdfff) return isHalfOfLetter(text, index) ? unit : 0;
  const known = folded[unit]!;
  if (known !== unknown) return known === none ? 0 : known;
  const value = foldSlowly(unit);
  folded[unit] = value || none;
  return value;
}

function foldSlowly(unit: number): number {
  const character = String.fromCharCode(unit);
  if (!letter.test(character)) return 0;
  const plain = character.normalize('NFKC');
  const base = unit < 0x530 || (unit >= 0x1e00 && unit < 0x2000) ? plain.normalize('NFD') : plain;
  const lower = base.charAt(0).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function isHalfOfLetter(text: string, index: number): boolean {
  const start = text.charCodeAt(index) >= 0xdc00 ? index - 1 : index;
  const code = start < 0 ? 0 : text.codePointAt(start)!;
  return code > 0xffff && letter.test(String.fromCodePoint(code));
}

let thresholds: Uint8Array | undefined;
let grams: Uint8Array | undefined;

/** Weight of each folded unit in a passage, in fifths of a Han letter; the halves of a surrogate pair together one. */
export function weights(): Uint8Array {
  thresholds ??= weightsOf(hanWeight, otherWeight);
  return thresholds;
}

/** Weight of each folded unit in a gram, in tenths of a Han letter. */
export function gramWeights(): Uint8Array {
  grams ??= weightsOf(hanInGrams, otherInGrams);
  return grams;
}

function weightsOf(han: number, other: number): Uint8Array {
  const table = new Uint8Array(0x10000).fill(other);
  table.fill(han, 0x2e80, 0xa000);
  table.fill(han, 0xac00, 0xd7b0);
  table.fill(han - 1, 0xd800, 0xdc00);
  table.fill(1, 0xdc00, 0xe000);
  table.fill(han, 0xf900, 0xfb00);
  table[0] = 0;
  return table;
}

/** Whether a folded unit is Han, kana or Hangul: written without case, and mostly without spaces. */
export const isWide = (unit: number): boolean => unit >= 0x2e80 && unit < 0xfb00;
