import { bytesIn, decoded, type Encoding, windowsBytes } from './encodings.js';
import { isCyrillicWord } from './latin.js';
import type { Misreading, Sign } from './misreadings.js';
import { isCyrillicLanguage } from './other-alphabet.js';
import { asUtf8, within } from './utf8.js';

/** What the bytes 0x80 to 0xBF are in Windows-1251 and on an old Macintosh: the later bytes of a character of UTF-8. */
const cyrillicTrails = '\u00a0-\u00bbЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї';
const macTrails = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø';

/** Languages that have Š and Ž of their own. */
const writesCarons = /^(?:cs|sk|sl|hr|bs|sr|lt|lv|et|fi)\b/i;

const isLatin = (character: string): boolean => /\p{Script=Latin}/u.test(character);

/** Signs of letters of an alphabet that were read as those of another character set. */
export const alphabetSigns: readonly Sign[] = [
  // Bytes of UTF-8 taken for Windows-1251.
  {
    pattern: new RegExp(`(?:[РСВ][${cyrillicTrails}]){3,200}`, 'gu'),
    needs: /[РСВ]/,
    judge: (run) => within('windows-1251', run),
  },
  // The same of single letters and marks among Latin ones: Г© for é, вЂ™ for ’.
  {
    pattern: new RegExp(`(?:[В-Н][${cyrillicTrails}]|[а-п][${cyrillicTrails}]{2}){1,200}`, 'gu'),
    needs: /[В-Нб-в][^\s\wА-Яа-я.,]/,
    judge: (run, { before, after }) => {
      const found = asUtf8('windows-1251', run);
      if (found?.kind !== 'misread' || !/^[\p{Script=Latin}\p{P}]+$/u.test(found.expected)) return undefined;
      return /вЂ/.test(run) || isLatin(before) || isLatin(after) ? found : undefined;
    },
  },
  // One byte of Windows-1252 taken for Windows-1251, in the middle of a word: trиs for très. Letters that look Latin are no-compat-codepoints'.
  {
    pattern: /(?<=[a-zß-öø-ÿ])[бвгджзийклмнптфцчшщъыьэюяё](?=[a-zß-öø-ÿ])/gu,
    needs: /[a-zß-öø-ÿ][б-яё][a-zß-öø-ÿ]/,
    judge: (run, { lang }) => (isCyrillicLanguage(lang) ? undefined : oneByte('windows-1251', 'windows-1252', run)),
  },
  // One byte of an old Macintosh taken for Windows-1252: dŽmon for démon, quÕune for qu’une.
  {
    pattern: /(?<=\p{Ll})[ˆ‡‰‹›ŽŸŠÕÏ](?=\p{Ll})/gu,
    needs: /[ˆ‡‰‹›ŽŸŠÕÏ]/,
    judge: (run, { lang }) => (writesCarons.test(lang) ? undefined : oneByte('windows-1252', 'macintosh', run)),
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
  {
    pattern: /(?<![А-яЁё])[А-ЯЁ]{7,40}(?![А-яЁё])/gu,
    needs: /[А-ЯЁ]{7}/,
    judge: (run) => (isCyrillicWord(run.toLowerCase()) ? undefined : fromExchanged(run)),
  },
  // Bytes of UTF-8 taken for those of an old Macintosh: √º for ü, ‚Äô for ’.
  {
    pattern: new RegExp(`(?:[¬√ƒ≈][${macTrails}]|[·‚][${macTrails}]{2}){1,200}`, 'gu'),
    needs: /[¬√ƒ≈·][^\s\d]|‚Ä/,
    judge: (run, { before, after }) =>
      /^√[†©™´¨®•¶ß]|‚Ä/.test(run) || isLatin(before) || isLatin(after) ? asUtf8('macintosh', run) : undefined,
  },
  // And of Cyrillic letters, which become dashes: –ü—Ä–∏–≤–µ—Ç.
  {
    pattern: new RegExp(`(?:[–—][${macTrails}]){3,200}`, 'gu'),
    needs: /[–—][^\s\w]/,
    judge: (run) => asUtf8('macintosh', run),
  },
];

/** A letter or apostrophe that one byte is in another character set. */
function oneByte(read: Encoding, written: Encoding, run: string): Misreading | undefined {
  const bytes = read === 'windows-1252' ? windowsBytes(run) : bytesIn(read, run);
  const expected = bytes && decoded(written, bytes);
  return expected && /^[\p{Ll}’]$/u.test(expected) ? { kind: 'misread', expected } : undefined;
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
