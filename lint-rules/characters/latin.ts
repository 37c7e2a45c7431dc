import { lexicon } from '../text/lexicon.js';
import { decoded, windowsBytes } from './encodings.js';
import type { Misreading, Surroundings } from './misreadings.js';

/** Letters and the marks of print, nothing that controls. */
export const plausible = /^[\p{L}\p{M}\p{N}\p{P}\p{Sc}\p{Sm}\p{So}\p{Sk}\p{Zs}]+$/u;
export const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff\uff00-\uff5e“”‘’…—·]+$/u;

/** Signs that print as closing marks, dashes or spaces, as may lawfully follow a letter with an accent: “CAFÉ”, « combiné ». */
const printed = /[\u00a0‘’“”»«…—–]/;

/** What bytes of UTF-8 were that were read as Windows-1252, perhaps several times over. */
export function fromWindows(run: string, { before, after }: Surroundings): Misreading | undefined {
  let expected = run;
  for (let round = 0; round < 3; round++) {
    const bytes = windowsBytes(expected);
    const text = bytes && decoded('utf-8', bytes);
    if (!text || text === expected) break;
    expected = text;
  }
  if (expected === run || !plausible.test(expected)) return undefined;
  // What was misread twice has no other reading.
  if (/^Ãƒ/.test(run)) return { kind: 'misread', expected };
  // Quotation marks and dashes of print, whatever stands around them: lâ€™école.
  if (/^(?:â[€\u0080].){1,20}$/u.test(run)) return { kind: 'misread', expected };
  // Other letters of the same kind around it: a longer stretch in another character set.
  const beforeLetter = /^[ÃÅÄ].$/u.test(run) && /[a-z]/.test(before) && /[ß-öø-ÿ]/.test(after);
  const behindLetter = /^Ã[©¨¶¼¤³±]$/u.test(run) && /[ß-öø-ÿ]/.test(before) && isSmall(after);
  if (
    (/[\u00a1-\u00ff]/.test(before) && !behindLetter) ||
    (/[\u00a1-\u00ba\u00bc-\u00ff]/.test(after) && !beforeLetter)
  )
    return undefined;
  if (run.length === 2 && !isTwoBytes(run, before, after)) return undefined;
  const isVietnamese = /^(?:áº|á»)/.test(run) && (isSmall(before) || isSmall(after)) && !printed.test(run[2] ?? '');
  if (run.length === 3 && !/^â[€‚ƒ„†‡ˆ]/.test(run) && printed.test(run) && !isVietnamese) return undefined;
  return { kind: 'misread', expected };
}

const isSmall = (character: string): boolean => /\p{Ll}/u.test(character);

function isTwoBytes(run: string, before: string, after: string): boolean {
  const inWord = isSmall(before) && isSmall(after);
  if (/^Æ[¡°]/.test(run)) return isSmall(before);
  if (printed.test(run)) return inWord || (/^[ÃÂ]/.test(run) && !/\p{Lu}/u.test(before));
  const inCapitals = /\p{Lu}/u.test(before) && !isSmall(after);
  if (/^Â/.test(run)) return /[\u0080-\u00bf]$/.test(run) && !(inCapitals && /[´¨¸·]$/.test(run));
  return /^[ÃÄÅÎÏÐÑ]/.test(run) && !(inCapitals && /[°ºª²³¹·´¨¸]$/.test(run));
}

/** What bytes of a character set of East Asia, or of Russian, were that were read as Latin-1. */
export function fromLatin(run: string, { lang }: Surroundings): Misreading | undefined {
  const bytes = windowsBytes(run);
  if (!bytes || isAlphabet(run)) return undefined;
  const russian = decoded('windows-1251', bytes);
  if (russian && isCyrillicWord(russian)) return { kind: 'misread', expected: russian };
  if (!/[\u00a1-\u00bf\u00d0\u00d7\u00de\u00f0\u00f7\u00fe]/.test(run) && !isUnpronounceable(run)) return undefined;
  for (const [encoding, accepts] of candidates(lang)) {
    const expected = decoded(encoding, bytes);
    if (expected && accepts(expected)) return { kind: 'misread', expected };
  }
  return run.length >= 8 ? { kind: 'garbled' } : undefined;
}

type Candidate = [encoding: string, accepts: (text: string) => boolean];

/** The character sets in the order in which the manuscript's language makes them likely. */
function candidates(lang: string): Candidate[] {
  const chinese: Candidate = ['gbk', (text) => eastAsian.test(text) && isReadable(text)];
  const traditional: Candidate = ['big5', (text) => eastAsian.test(text) && isReadable(text)];
  const japanese: Candidate = [
    'euc-jp',
    (text) => eastAsian.test(text) && /[\p{Script=Hiragana}\p{Script=Katakana}]|^\p{Script=Han}+$/u.test(text),
  ];
  const korean: Candidate = ['euc-kr', (text) => /^[\p{Script=Hangul}\p{P}]+$/u.test(text)];
  if (/^ko\b/i.test(lang)) return [korean, chinese, japanese];
  if (/^ja\b/i.test(lang)) return [japanese, chinese, korean];
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(lang)) return [traditional, chinese, japanese, korean];
  return [chinese, korean, japanese];
}

/** More capitals with accents behind each other than a word of any language has. */
const isUnpronounceable = (run: string) => /[\u00c0-\u00df][\u00e0-\u00ff]|[\u00c0-\u00de]{3}/.test(run);

/** Letters with accents in the order of the alphabet, as a text about letters lists them. */
function isAlphabet(run: string): boolean {
  if (!/^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+$/.test(run)) return false;
  const most = (run.length - 1) * 0.75;
  return rises(run) >= most || rises(run.toLowerCase()) >= most || new Set(run.toLowerCase()).size * 2 === run.length;
}

/** How many letters come behind one that the character set has before them. */
function rises(run: string): number {
  let count = 0;
  for (let at = 1; at < run.length; at++) if (run[at]! > run[at - 1]!) count++;
  return count;
}

/** Whether a word has the case, the vowels and the common letters of Russian and its neighbours. */
export function isCyrillicWord(word: string): boolean {
  if (word.length < 5 || !/^[А-ЯЁІЇЄҐЎа-яёіїєґў][а-яёіїєґў]+$/.test(word)) return false;
  const count = (letters: RegExp) => (word.match(letters)?.length ?? 0) / word.length;
  const vowels = count(/[аеёиоуыэюяіїє]/giu);
  return vowels >= 0.25 && vowels <= 0.65 && count(/[оеаинтсрвлі]/giu) >= 0.5 && !/[^аеёиоуыэюяіїє]{5}/iu.test(word);
}

/** Whether a text is made of characters in use. */
export function isReadable(text: string): boolean {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return true;
  const words = lexicon();
  const letters = [...text].filter((one) => /\p{Script=Han}/u.test(one));
  return letters.length > 0 && letters.filter((one) => words.beginning(one) > 100).length >= letters.length * 0.7;
}
