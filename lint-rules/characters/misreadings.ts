import { alphabetSigns } from './alphabets.js';
import { decoded, hanAt, windowsBytes } from './encodings.js';
import { fromLatin, fromWindows } from './latin.js';
import { within } from './utf8.js';

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
  /** Characters of which a text must have one, where they are so many that a pattern of them would be slow. */
  anyOf?(): string;
  /** What a text must have for this, where that is told faster than the pattern is looked for. */
  needs?: Pick<RegExp, 'test'>;
  /** Languages whose text alone is looked at. */
  lang?: RegExp;
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
  ...alphabetSigns,
  // Kana of Shift_JIS taken for Windows-1252: ‚ or ƒ before each.
  {
    pattern: /(?:[‚ƒ][@-~\u0080-\u00fc€„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){3,200}/gu,
    needs: /[‚ƒ]/,
    judge: fromShiftJis,
  },
];

function fromShiftJis(run: string): Misreading | undefined {
  const bytes = windowsBytes(run);
  const expected = bytes && decoded('shift_jis', bytes);
  return expected && /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(expected)
    ? { kind: 'misread', expected }
    : undefined;
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

let shiftJis: Sign[] | undefined;

/** Bytes of UTF-8 taken for Shift_JIS: half-width kana, full-width letters and signs among Han. */
export function utf8AsShiftJis(): readonly Sign[] {
  if (shiftJis) return shiftJis;
  // The first two bytes of a kanji look like a rare one; Chinese and old spellings have some of these.
  const letters = hanAt('shift_jis', [0xe4, 0xe9], [0x80, 0xbf]);
  const rareLetter = new RegExp(`[${letters}]`, 'gu');
  const broken = /\p{Script=Han}[\uff61-\uff9f]{1,3}[\p{Script=Han}\ufffd]|[縺繧繝][\uff61-\uff9f\ufffd]/u;
  const pattern =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\u2200-\u257f\uff10-\uff5a\uff61-\uff9f\ufffd・→←↑↓■□▲△▼▽◆◇○●◎★☆♂♀※〒×÷±°′″℃￥＄￠￡％＃＆＊＠§]{4,400}/gu;
  const judge = (run: string, { lang }: Surroundings): Misreading | undefined => {
    const leads = run.match(/[縺繧繝]/gu)?.length ?? 0;
    const isRare = leads < 2 && lang.startsWith('ja') && leads + (run.match(rareLetter)?.length ?? 0) > 1;
    if (leads < 2 && !isRare && !broken.test(run)) return undefined;
    const found = within('shift_jis', run);
    if (found) return wholeDamage(run, found, shiftJisSign);
    return leads >= 3 && leads * 8 >= run.length ? { kind: 'garbled' } : undefined;
  };
  shiftJis = [
    { pattern, lang: /^(?!ja)/, needs: /[縺繧繝\uff61-\uff9f]/, judge },
    { pattern, lang: /^ja/, needs: new RegExp(`[縺繧繝\\uff61-\\uff9f${letters}]`), judge },
  ];
  return shiftJis;
}

let gbk: Sign | undefined;
/** Signs that stand among Han where the bytes of two characters meet. */
const gbkSigns = '‖°′″℃♀☉⊕※№☆★〒\u2170-\u2179\u2488-\u2497㈠-㈩\u2500-\u25e5\u0391-\u03a9\u0410-\u0451';

/** Bytes of UTF-8 taken for GBK: Han characters that begin as those of UTF-8 do. */
export function utf8AsGbk(): Sign {
  if (gbk) return gbk;
  // What the first two bytes of a Han character, of kana and of full-width marks look like.
  const letters = hanAt('gbk', [0xe3, 0xef], [0x80, 0xbf]);
  const set = new Set(letters);
  const goesOn = new Set([...letters, ...'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ︽︶︻︼︿﹀\ufffd']);
  gbk = {
    pattern: new RegExp(
      `[${letters}][\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3105-\u3129€${gbkSigns}\ufe30-\ufe44\uff41-\uff5a\uff21-\uff3a\ufffd]{2,400}`,
      'gu',
    ),
    anyOf: () => letters,
    judge: (run) => {
      const found = within('gbk', run, (unit) => set.has(unit));
      return found && wholeDamage(run, found, goesOn);
    },
  };
  return gbk;
}
