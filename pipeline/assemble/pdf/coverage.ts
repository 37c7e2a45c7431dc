import { type CodePointSet, has, readCoverage } from './cmap.js';
import { type FontFile, fontFiles } from './fonts.js';

/** A character that no packaged font has, and where it stands in the text that was given, in UTF-16 units. */
export interface UncoveredCharacter {
  character: string;
  codePoint: number;
  index: number;
}

let coverage: CodePointSet | undefined;

/**
 * What text of any weight and style may hold. Typst takes of each family the font next to what is asked for and, where that lacks a
 * character, goes on to the next family, not to another weight; so the sets of a style are joined, and those of the styles intersected.
 * Every stack of the templates ends in the same families.
 */
function packagedCoverage(): CodePointSet {
  if (coverage) return coverage;
  const sets = new Map(fontFiles.map(({ file }) => [file, readCoverage(file)]));
  const families = [...new Set(fontFiles.map(({ family }) => family))];
  const styles = [400, 700].flatMap((weight) =>
    (['normal', 'italic'] as const).map((style) => {
      const next = families.map((family) => sets.get(nearest(family, weight, style).file)!);
      return next[0]!.map((byte, at) => next.reduce((bits, set) => bits | set[at]!, byte));
    }),
  );
  coverage = styles[0]!.map((byte, at) => styles.reduce((bits, set) => bits & set[at]!, byte));
  return coverage;
}

function nearest(family: string, weight: number, style: FontFile['style']): FontFile {
  const distance = (font: FontFile) => (font.style === style ? 0 : 1000) + Math.abs(font.weight - weight);
  return fontFiles.filter((font) => font.family === family).sort((a, b) => distance(a) - distance(b))[0]!;
}

/** Spaces are made where a font lacks them; what is to be ignored leaves no mark. */
const invisible = /[\p{Zs}\t\n\r\p{Default_Ignorable_Code_Point}\p{Variation_Selector}]/u;

/** Whether a packaged font has `codePoint`, or it needs no glyph. */
export function isCovered(codePoint: number): boolean {
  return has(packagedCoverage(), codePoint) || invisible.test(String.fromCodePoint(codePoint));
}

/**
 * The characters of `text` that no packaged font has. As the compiler does, it takes a composed letter for covered when its parts are,
 * and a mark when the letter composed with it is.
 */
export function uncoveredCharacters(text: string): UncoveredCharacter[] {
  const found: UncoveredCharacter[] = [];
  const set = packagedCoverage();
  let before = '';
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index)!;
    const character = String.fromCodePoint(codePoint);
    if (!has(set, codePoint) && !isCovered(codePoint) && !isComposable(before, character)) {
      found.push({ character, codePoint, index });
    }
    before = character;
    index += character.length;
  }
  return found;
}

/** A non-breaking hyphen is shown by the hyphen. */
const substitutes: Record<string, string> = { '\u2011': '\u2010' };

function isComposable(before: string, character: string): boolean {
  const parts = substitutes[character] ?? character.normalize('NFD');
  if (parts !== character && [...parts].every((part) => isCovered(part.codePointAt(0)!))) return true;
  const composed = (before + character).normalize('NFC');
  return before !== '' && [...composed].length === 1 && isCovered(composed.codePointAt(0)!);
}
