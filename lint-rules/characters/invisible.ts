import { windowsOf } from './encodings.js';

/** Characters that show nothing, or obey: https://www.unicode.org/reports/tr36/ and the Unicode property Default_Ignorable_Code_Point. */
export const invisibles =
  /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]+/gu;

/** A text without a match has none of them; found faster than they are. */
export const mayBeInvisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\udb40-\udb43]/;

/** Marks that turn the direction of text, dangerous also where text is quoted as code: https://trojansource.codes */
export const turnsDirection = (character: string): boolean => /[\u202a-\u202e\u2066-\u2069]/.test(character);

/** What a run of invisible characters is, for the reader; the gravest of them decides. */
export type InvisibleKind =
  | 'direction'
  | 'control'
  | 'soft-hyphen'
  | 'byte-order-mark'
  | 'zero-width'
  | 'selector'
  | 'line-separator'
  | 'tag'
  | 'filler';

const kinds: [pattern: RegExp, kind: InvisibleKind][] = [
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, 'direction'],
  [/[\u0000-\u001f\u007f-\u009f]/u, 'control'],
  [/\u00ad/u, 'soft-hyphen'],
  [/\ufeff/u, 'byte-order-mark'],
  [/[\u2028\u2029]/u, 'line-separator'],
  [/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d]/u, 'selector'],
  [/[\u{e0000}-\u{e007f}]/u, 'tag'],
  [/[\u115f\u1160\u3164\uffa0]/u, 'filler'],
];

/** Which kind a run is. */
export const kindOfInvisible = (run: string): InvisibleKind =>
  kinds.find(([pattern]) => pattern.test(run))?.[1] ?? 'zero-width';

const before = (text: string, index: number): string =>
  /(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])$/.exec(text.slice(Math.max(0, index - 2), index))?.[0] ?? '';
const after = (text: string, index: number): string => {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u20e3\ufe0f]/u;
/** Scripts whose letters join, and need to be told where they must and must not. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Scripts without spaces, where a break between words must be marked. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const jamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
const latin = /\p{Script=Latin}/u;
/** Units around a mark of direction in which words from right to left are looked for. */
const context = 200;

/**
 * Whether an invisible character is lawful where it stands: within emoji, behind a Han character as its variant, in scripts that join letters or
 * have no spaces, and for the direction of text that has words from right to left. `lang`: BCP 47 of the manuscript.
 */
export function isLawfulInvisible(character: string, text: string, index: number, lang: string): boolean {
  const left = before(text, index);
  const right = after(text, index + character.length);
  const code = character.codePointAt(0)!;
  if (code >= 0xe0100 && code <= 0xe01ef) return /\p{Script=Han}/u.test(left);
  if (code >= 0xfe00 && code <= 0xfe0d)
    return /[0\p{Script=Han}\p{S}\p{P}\p{Script=Myanmar}\p{Script=Phags_Pa}]/u.test(left);
  // A digit is a picture only as a key: 1️⃣.
  if (code === 0xfe0e || code === 0xfe0f)
    return /[0-9#*]/.test(left) ? right === '\u20e3' : /[\p{Emoji}\p{S}\p{P}]/u.test(left);
  if (code === 0x200d)
    return (pictograph.test(left) && pictograph.test(right)) || joining.test(left) || joining.test(right);
  if (code >= 0xe0020 && code <= 0xe007f) return isFlag(text, index);
  if (code >= 0x180b && code <= 0x180f) return /\p{Script=Mongolian}/u.test(left);
  if (code === 0x200c)
    return joining.test(left) || joining.test(right) || (/^de\b/i.test(lang) && latin.test(left) && latin.test(right));
  if (code === 0x200b) return unspaced.test(left) || unspaced.test(right);
  if (code === 0x034f) return /\p{M}/u.test(left) || /\p{M}/u.test(right);
  if (code === 0x115f || code === 0x1160) return jamo.test(left) || jamo.test(right);
  if (/[\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069]/.test(character))
    return rightToLeft.test(text.slice(Math.max(0, index - context), index + context));
  return false;
}

/** Whether the tags before a place follow a flag, as in the flag of Scotland. A flag has at most seven. */
function isFlag(text: string, index: number): boolean {
  return /🏴[\u{e0020}-\u{e007e}]{0,7}$/u.test(text.slice(Math.max(0, index - 16), index));
}

/** What a control character of Windows stands for, when its byte was taken for Latin-1: \u0093 for “. */
export function windowsCharacter(run: string): string | undefined {
  if (!/^[\u0080-\u009f]+$/.test(run)) return undefined;
  const text = Array.from(run, (one) => windowsOf(one.charCodeAt(0))).join('');
  return /[\u0080-\u009f]/.test(text) ? undefined : text;
}
