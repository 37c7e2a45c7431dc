import { bytesIn, decoded, type Encoding, windowsBytes } from './encodings.js';
import { eastAsian, fromLatin, fromWindows, isCyrillicWord, isReadable, plausible } from './latin.js';

/** What a suspicious run turned out to be; `from` and `to` when it is only a part of the run. `expected`: what it was before it was misread. */
export type Misreading = { from?: number; to?: number } & (
  | { kind: 'replacement' | 'filler' | 'garbled' | 'private' }
  | { kind: 'misread'; expected: string }
);

/** What stands around a run: the characters next to it, `''` for none, and the manuscript's language. */
export interface Surroundings {
  before: string;
  after: string;
  lang: string;
}

/** A look that many characters of wrongly read text have, and a careful look at what has it. Every pattern is bounded. */
export interface Sign {
  pattern: RegExp;
  /** What a text must have for this, where that is told faster than the pattern is looked for. */
  needs?: RegExp;
  judge(run: string, surroundings: Surroundings): Misreading | undefined;
}

const trails = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Characters that could not be read. Those within a longer damage belong to it, so this is the last thing to look for. */
export const replacements: Sign = { pattern: /\ufffd+/gu, needs: /\ufffd/, judge: () => ({ kind: 'replacement' }) };

/** Signs of every kind but UTF-8 read as GBK, which takes a table. */
export const signs: readonly Sign[] = [
  {
    pattern: /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]+/gu,
    needs: /[\ue000-\uf8ff\udb80-\udbff]/,
    judge: () => ({ kind: 'private' }),
  },
  {
    pattern: /(?:锟斤拷){1,60}|锟斤|烫{3,60}|屯{3,60}|(?:錕斤拷){1,60}/gu,
    needs: /[锟烫屯錕]/,
    judge: () => ({ kind: 'filler' }),
  },
  // Bytes of UTF-8 taken for Windows-1252: a lead byte and as many trail bytes as it calls for.
  {
    pattern: new RegExp(
      `(?:[\\u00c2-\\u00df][${trails}]|[\\u00e0-\\u00ef][${trails}]{1,2}|[\\u00f0-\\u00f4][${trails}]{2,3}){1,200}`,
      'gu',
    ),
    needs: /[\u00c2-\u00f4]/,
    judge: fromWindows,
  },
  // What is left of a no-break space when the space itself was mended.
  { pattern: /(?<=[\p{Ll}\p{N}.,;:!?)])Â (?=\S)/gu, needs: /Â /, judge: () => ({ kind: 'misread', expected: ' ' }) },
  // Bytes of GBK or EUC-JP taken for Latin-1: letters with accents and signs in a row, as no language has them.
  { pattern: /[\u00a1-\u00ff]{4,400}/gu, needs: /[\u00a1-\u00ff]{4}/, judge: fromLatin },
  // Bytes of UTF-8 taken for Windows-1251.
  {
    pattern: /(?:[РСВ][\u00a0-\u00bbЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]){3,200}/gu,
    needs: /[РСВ]/,
    judge: (run) => within('windows-1251', run),
  },
  // Bytes of UTF-8 taken for KOI8-R: п and я with frames of tables between them.
  {
    pattern:
      /(?:[пя][\u00a0\u00a9\u00b0\u00b2\u00b7\u00f7ёЁ\u2219\u221a\u2248\u2264\u2265\u2320\u2321\u2500-\u25a0]){2,200}/gu,
    needs: /[\u00f7\u2219\u2500-\u25a0]/,
    judge: (run) => asUtf8('koi8-r', run),
  },
  // One character set of Russian taken for the other: small letters become capitals, capitals small ones.
  { pattern: /(?<![А-яЁё])[а-яё][А-ЯЁ]{4,40}(?![А-яЁё])/gu, needs: /[а-яё][А-ЯЁ]{4}/, judge: fromExchanged },
  // Bytes of UTF-8 taken for those of an old Macintosh: √º for ü, ‚Äô for ’.
  {
    pattern: /(?:√[ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©´¨ÆØ¥ªºæø∂]|‚Ä[ìîòôú¶¢ùüû]){1,200}/gu,
    needs: /√[^\s\d]|‚Ä/,
    judge: (run, { before, after }) =>
      /‚Ä/.test(run) || /\p{Script=Latin}/u.test(before + after) ? asUtf8('macintosh', run) : undefined,
  },
  // Kana of Shift_JIS taken for Windows-1252: ‚ or ƒ before each.
  {
    pattern: /(?:[‚ƒ][@-~\u0080-\u00fc€„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){3,200}/gu,
    needs: /[‚ƒ]/,
    judge: fromShiftJis,
  },
  // Bytes of UTF-8 taken for Shift_JIS: half-width kana and full-width letters among Han.
  {
    pattern:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uff10-\uff5a\uff61-\uff9f\ufffd・→←↑↓■□▲△▼▽◆◇○●◎★☆♂♀※〒×÷±≠≦≧∞∴°′″℃￥＄￠￡％＃＆＊＠§]{4,400}/gu,
    needs: /[縺繧繝\uff61-\uff9f]/,
    judge: (run) => {
      const leads = run.match(/[縺繧繝]/gu)?.length ?? 0;
      const broken = /\p{Script=Han}[\uff61-\uff9f]{1,3}[\p{Script=Han}\ufffd]|[縺繧繝][\uff61-\uff9f\ufffd]/u;
      if (leads < 2 && !broken.test(run)) return undefined;
      const found = within('shift_jis', run);
      if (found) return wholeDamage(run, found, shiftJisSign);
      return leads >= 3 && leads * 8 >= run.length ? { kind: 'garbled' } : undefined;
    },
  },
];

/** The bytes of `encoding` that a run was made of, as UTF-8. */
function asUtf8(encoding: Encoding, run: string): Misreading | undefined {
  const bytes = bytesIn(encoding, run);
  const expected = bytes && decoded('utf-8', bytes);
  return expected && plausible.test(expected) ? { kind: 'misread', expected } : undefined;
}

function fromShiftJis(run: string): Misreading | undefined {
  const bytes = windowsBytes(run);
  const expected = bytes && decoded('shift_jis', bytes);
  return expected && /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(expected)
    ? { kind: 'misread', expected }
    : undefined;
}

/** A word of which capitals and small letters are exchanged, as between the two character sets of Russian. */
function fromExchanged(run: string): Misreading | undefined {
  for (const [read, written] of [
    ['windows-1251', 'koi8-r'],
    ['koi8-r', 'windows-1251'],
  ] as const) {
    const bytes = bytesIn(read, run);
    const expected = bytes && decoded(written, bytes);
    if (expected && isCyrillicWord(expected)) return { kind: 'misread', expected };
  }
  return undefined;
}

/** Units of a run that natural text before the damage may take. */
const longestLead = 40;

/**
 * The part of a run of which the bytes, in `encoding`, are UTF-8: from the first place where that gives a text of at least two characters, as far as
 * it goes.
 */
function within(encoding: Encoding, run: string, starts?: (unit: string) => boolean): Misreading | undefined {
  for (let from = 0; from < Math.min(run.length - 2, longestLead); from++) {
    if (starts && !starts(run[from]!)) continue;
    const rest = run.slice(from, from + 240);
    const bytes: number[] = [];
    const ends: number[] = [];
    for (const character of rest) {
      const own = bytesIn(encoding, character);
      if (!own) break;
      bytes.push(...own);
      ends.push(bytes.length);
    }
    // The first bytes of a character may have been lost.
    const cut = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
    if (cut > 1) continue;
    const valid = cut + utf8Prefix(bytes.slice(cut), encoding === 'windows-1251' ? 2 : 3);
    if (valid - cut < 6) continue;
    const expected = decoded('utf-8', Uint8Array.from(bytes.slice(cut, valid)));
    if (!expected || [...expected].length < 2 || !plausible.test(expected)) continue;
    if (encoding !== 'windows-1251' && !(eastAsian.test(expected) && isReadable(expected))) continue;
    // A character of which only the first bytes are left belongs to the damage.
    const whole = ends.findIndex((end) => end >= valid);
    const place = { from, to: from + whole + 1 };
    return cut > 0 ? { kind: 'garbled', ...place } : { kind: 'misread', expected, ...place };
  }
  return undefined;
}

/** What shows, where UTF-8 was taken for Shift_JIS, that the damage goes on. */
const shiftJisSign = /[縺繧繝\uff61-\uff9f\uff41-\uff5a\ufffd]/u;
/** Units without such a sign that may lie between two. */
const longestGap = 6;

/** The misreading as far as its signs go on around the part that can be read back: bytes that were lost in it are not to be had again. */
function wholeDamage(run: string, found: Misreading, sign: RegExp | ReadonlySet<string>): Misreading {
  const { from = 0, to = run.length } = found;
  const isSign = (unit: string) => (sign instanceof RegExp ? sign.test(unit) : sign.has(unit));
  let end = to;
  for (let at = to; at < run.length && at - end < longestGap; at++) if (isSign(run[at]!)) end = at + 1;
  let start = from;
  for (let at = from - 1; at >= 0 && start - at < longestGap; at--) if (isSign(run[at]!)) start = Math.max(0, at - 1);
  return end === to && start === from ? found : { kind: 'garbled', from: start, to: end };
}

/** How many bytes from the first on are whole characters of UTF-8 that have at least so many bytes; those of Chinese and Japanese have three. */
function utf8Prefix(bytes: readonly number[], least: 2 | 3): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length =
      lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    if (length < least || at + length > bytes.length) return at;
    for (let next = 1; next < length; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return at;
    at += length;
  }
  return at;
}

let gbk: Sign | undefined;

/** Bytes of UTF-8 taken for GBK: Han characters that begin as those of UTF-8 do. */
export function utf8AsGbk(): Sign {
  if (gbk) return gbk;
  const decoder = new TextDecoder('gbk');
  // What the first two bytes of a Han character, of kana and of full-width marks look like.
  const leads = new Set<string>();
  for (let lead = 0xe3; lead <= 0xef; lead++) {
    for (let trail = 0x80; trail <= 0xbf; trail++) leads.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  const letters = [...leads].filter((one) => /^\p{Script=Han}$/u.test(one));
  const set = new Set(letters);
  const goesOn = new Set([...letters, ...'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ︽︶︻︼︿﹀\ufffd']);
  gbk = {
    pattern: new RegExp(
      `[${letters.join('')}][\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3105-\u3129€\ufe30-\ufe44\uff41-\uff5a\uff21-\uff3a\ufffd]{2,400}`,
      'gu',
    ),
    needs: new RegExp(`[${letters.join('')}]`),
    judge: (run) => {
      const found = within('gbk', run, (unit) => set.has(unit));
      return found && wholeDamage(run, found, goesOn);
    },
  };
  return gbk;
}
