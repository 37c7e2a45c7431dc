import { bytesIn, decoded, windowsBytes } from './encodings.js';
import { isReadable } from './latin.js';
import type { Misreading, Sign } from './misreadings.js';

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const half = /[\uff61-\uff9f]/;

/** Bytes of Shift_JIS taken for Latin-1, where most first bytes are no characters at all: “A\u0082Ì”. */
function shiftJis(run: string): Misreading | undefined {
  const signs = run.match(/[\u0080-\u009f‚ƒ•–—Š‹ŒŽ]/gu)?.length ?? 0;
  if (signs < 2 || !/[\u0080-\u009f]/.test(run)) return undefined;
  const bytes = windowsBytes(run);
  const expected = bytes && decoded('shift_jis', bytes);
  if (expected && (kana.test(expected) || isReadable(expected)) && !half.test(expected))
    return { kind: 'misread', expected };
  return signs > 2 ? { kind: 'garbled' } : undefined;
}

/** Bytes of EUC-JP taken for Shift_JIS: nearly every kana becomes ､ and a half-width one. */
function eucAsShiftJis(run: string): Misreading | undefined {
  const from = run.search(half);
  const to = run.length - [...run].reverse().join('').search(half);
  const part = run.slice(from, to);
  const pairs = part.match(/､[\uff61-\uff9f]/g)?.length ?? 0;
  if (from < 0 || pairs < 2) return undefined;
  const bytes = bytesIn('shift_jis', part);
  const expected = bytes && decoded('euc-jp', bytes);
  const read = expected && (expected.match(/\p{Script=Hiragana}/gu)?.length ?? 0) >= 2 && !half.test(expected);
  if (read) return { kind: 'misread', expected, from, to };
  return pairs * 5 >= part.length ? { kind: 'garbled', from, to } : undefined;
}

/** Bytes of UTF-8 taken for Windows-1252, of which some were no characters there and are lost. */
export const withHoles: Sign = {
  pattern: /[\u00e0-\u00ef][\u0080-\u00bf\u00e0-\u00ef€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]{4,400}/gu,
  needs: /[\u00e0-\u00ef\u0080-\u00bf€-™]\ufffd/,
  judge: (run) =>
    run.includes('\ufffd') && (run.match(/[\u00e0-\u00ef]/gu)?.length ?? 0) > 1 ? { kind: 'garbled' } : undefined,
};

/** Signs of the character sets of Japan and Korea that were taken for another. */
export const eastAsianSigns: readonly Sign[] = [
  {
    pattern:
      /(?:[\u0081-\u009f\u00e0-\u00ef‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][\u0040-\u007e\u0080-\u00fc€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2,200}/gu,
    needs: /[\u0080-\u009f]/,
    judge: shiftJis,
  },
  {
    pattern: /[\p{Script=Han}\uff61-\uff9f\ufffd]{4,400}/gu,
    needs: /､[\uff61-\uff9f]/,
    judge: eucAsShiftJis,
  },
  // Half-width kana have no place in Korean: bytes of its character set taken for Shift_JIS.
  {
    pattern: /[\uff61-\uff9f](?:[\p{Script=Han}\uff61-\uff9f\ufffd ]{0,200}[\uff61-\uff9f\ufffd])/gu,
    needs: half,
    judge: (run, { lang }) => {
      if (!/^ko\b/i.test(lang) || (run.match(/[\uff61-\uff9f]/g)?.length ?? 0) < 3) return undefined;
      const bytes = bytesIn('shift_jis', run);
      const expected = bytes && decoded('euc-kr', bytes);
      return expected && /^[\p{Script=Hangul}\p{P} ]+$/u.test(expected)
        ? { kind: 'misread', expected }
        : { kind: 'garbled' };
    },
  },
  // Question marks for what a character set lacks, in the middle of a sentence.
  {
    pattern:
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、，。\uFFFC`”』」)\d ]|^|\n)\?{4,200}(?=\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul})|(?<=[\p{L}\p{N}.,)"'’*_`\uFFFC])\?{4,200}(?=[\p{L}，、；：（(「“$\uFFFC])|(?<=\p{L} )\?{4,200}(?= \p{L})|\?{8,200}/gu,
    needs: /\?{4}/,
    judge: () => ({ kind: 'garbled' }),
  },
];
