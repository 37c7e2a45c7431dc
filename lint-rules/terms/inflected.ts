/** Letters that the longer and the shorter of two endings may have: "künstliche" and "künstlichem", "новый" and "нового". */
const endings = { latin: [2, 1], cyrillic: [3, 3] } as const;

/**
 * Whether a wording differs from a term in the endings of its words only, as in "künstlicher Intelligenz": in languages with spaces that is grammar and no
 * mistake.
 */
export function isInflected(wording: string, term: string): boolean {
  const [here, there] = [wordsOf(wording), wordsOf(term)];
  return here.length === there.length && here.every((word, index) => sameStem(word, there[index]!));
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[\s-]+/);

function sameStem(word: string, other: string): boolean {
  if (word === other) return true;
  if (
    !/^[\p{L}]+$/u.test(word) ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)
  ) {
    return false;
  }
  let stem = 0;
  while (stem < word.length && word[stem] === other[stem]) stem++;
  const [long, short] = /\p{Script=Cyrillic}/u.test(word) ? endings.cyrillic : endings.latin;
  const [left, right] = [word.length - stem, other.length - stem];
  return stem >= 3 && Math.max(left, right) <= long && Math.min(left, right) <= short;
}
