/** Cyrillic letters and the Latin ones that nobody can tell from them, place for place. */
const cyrillic = 'аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТУХ';
const latin = 'aeopcyxijshdqwABESIJKMHOPCTYX';

const toLatin = new Map([...cyrillic].map((letter, index) => [letter, latin[index]!]));
const toCyrillic = new Map([...latin].map((letter, index) => [letter, cyrillic[index]!]));

/** A text without a match has no word of two alphabets. */
export const mayBeMixed = /[A-Za-zÀ-ɏ\u1e00-\u1eff][\u0400-\u052f]|[\u0400-\u052f][A-Za-zÀ-ɏ\u1e00-\u1eff]/;
const mixed =
  /(?<![A-Za-zÀ-ɏ\u1e00-\u1eff\u0400-\u052f])(?=[A-Za-zÀ-ɏ\u1e00-\u1eff]{1,40}[\u0400-\u052f]|[\u0400-\u052f]{1,40}[A-Za-zÀ-ɏ\u1e00-\u1eff])[A-Za-zÀ-ɏ\u1e00-\u1eff\u0400-\u052f]{2,60}/g;
const isCyrillic = (letter: string) => letter >= '\u0400' && letter <= '\u052f';

/** Letters in a row that belong to another alphabet than the word around them, and only look like its own. */
export interface OtherAlphabet {
  from: number;
  to: number;
  word: string;
  /** The alphabet of the word. */
  alphabet: 'latin' | 'cyrillic';
  expected: string;
}

/**
 * Words of one alphabet in which letters of the other stand in for their own. `writesCyrillic`: whether the manuscript's language does, which decides
 * where both are equally many, and hangs its endings on foreign words: “в SQLе”.
 */
export function* otherAlphabet(text: string, writesCyrillic: boolean): Generator<OtherAlphabet> {
  if (!mayBeMixed.test(text)) return;
  for (const { 0: word, index } of text.matchAll(mixed)) {
    const foreign = [...word].filter(isCyrillic).length;
    const home = word.length - foreign;
    const alphabet = foreign > home || (foreign === home && writesCyrillic) ? 'cyrillic' : 'latin';
    const table = alphabet === 'latin' ? toLatin : toCyrillic;
    const runs = alphabet === 'latin' ? /[\u0400-\u052f]+/g : /[A-Za-zÀ-ɏ\u1e00-\u1eff]+/g;
    const odd = [...word.matchAll(runs)];
    if (odd.some(({ 0: run }) => [...run].some((letter) => !table.has(letter)))) continue;
    const isEnding = odd.length === 1 && odd[0]!.index > 0 && odd[0]!.index + odd[0]![0].length === word.length;
    if (writesCyrillic && alphabet === 'latin' && isEnding) continue;
    for (const { 0: run, index: at } of odd) {
      const expected = [...run].map((letter) => table.get(letter)!).join('');
      yield { from: index + at, to: index + at + run.length, word, alphabet, expected };
    }
  }
}

/** Whether a language, by its BCP 47 tag, is written in Cyrillic letters. */
export const isCyrillicLanguage = (lang: string): boolean =>
  /^(?:ru|uk|be|bg|mk|sr(?!-latn)|kk|ky|tg|mn|tt|ba|cv|os|rue|ab)\b/i.test(lang);
