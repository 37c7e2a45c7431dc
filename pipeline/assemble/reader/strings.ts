import type { Inline } from './ast.js';
import { stringify } from './walk.js';

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
/** Punctuation that Chinese shares with Latin scripts, so that only the language tells how wide it is. */
const ambiguous = /[“”‘’—…·]/u;

/**
 * Drops the line breaks of the source that are no space: one beside a Han or kana character or full-width punctuation, and in East
 * Asian text also one beside a quotation mark or dash. Every other one becomes a space.
 */
export function joinLines(list: Inline[], lang: { eastAsian: boolean }): Inline[] {
  return list.flatMap((node, index): Inline[] => {
    if (node.t !== 'SoftBreak') return [node];
    const before = [...stringify(list.slice(0, index))].at(-1) ?? '';
    const after = [...stringify(list.slice(index + 1))][0] ?? '';
    const joined = [before, after].some(
      (character) => eastAsian.test(character) || (lang.eastAsian && ambiguous.test(character)),
    );
    return joined ? [] : [{ t: 'Space' }];
  });
}

/** Joins neighbouring strings into one, as a writer expects them: it escapes each by itself. */
export function mergeStrings(list: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of list) {
    const last = merged.at(-1);
    if (node.t === 'Str' && node.c === '') continue;
    if (node.t === 'Str' && last?.t === 'Str') merged[merged.length - 1] = { t: 'Str', c: last.c + node.c };
    else if (node.t === 'Space' && last?.t === 'Space') continue;
    else merged.push(node);
  }
  return merged;
}

/**
 * Puts back the tildes of `3~5天，8~10天`, a range that pandoc reads as a subscript: one that holds Han or full-width
 * punctuation, or stands between two digits.
 */
export function restoreTildeRanges(list: Inline[]): Inline[] {
  return list.flatMap((node, index): Inline[] => {
    if (node.t !== 'Subscript') return [node];
    const before = stringify(list.slice(0, index));
    const after = stringify(list.slice(index + 1));
    const range = eastAsian.test(stringify(node.c)) || (/\d$/.test(before) && /^\d/.test(after));
    return range ? [{ t: 'Str', c: '~' }, ...node.c, { t: 'Str', c: '~' }] : [node];
  });
}

/** Plain text as inlines, words parted by single spaces. */
export function plainInlines(text: string): Inline[] {
  return text
    .trim()
    .split(/[ \t\n]+/)
    .filter(Boolean)
    .flatMap((word, index): Inline[] => (index === 0 ? [] : [{ t: 'Space' } as Inline]).concat({ t: 'Str', c: word }));
}
