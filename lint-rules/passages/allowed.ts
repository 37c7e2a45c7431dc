import { foldAt } from '../facts/letters.js';

/** Whether a passage holds one of the texts that may stand twice. Case, spaces and punctuation do not count. */
export function isAllowed(passage: string, allow: readonly string[]): boolean {
  if (allow.length === 0) return false;
  const letters = foldedLetters(passage);
  return allow.some((text) => {
    const wanted = foldedLetters(text);
    return wanted !== '' && letters.includes(wanted);
  });
}

function foldedLetters(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const letter = foldAt(text, index);
    if (letter > 0) folded += String.fromCharCode(letter);
  }
  return folded;
}
