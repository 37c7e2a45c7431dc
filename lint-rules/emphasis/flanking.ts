const space = /^[\s\p{Zs}]$/u;
const punctuation = /^[\p{P}\p{S}]$/u;

/** White space, and the start or end of a line or text. */
export const isSpace = (character: string): boolean => character === '' || space.test(character);
/** Punctuation and symbols, which CommonMark treats alike. */
export const isPunctuation = (character: string): boolean => punctuation.test(character);

/**
 * Whether a run of marks between two characters can open emphasis, by https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run: `mark` is one
 * of its characters, `before` and `after` what stands around it, `''` for nothing.
 */
export function canOpen(mark: string, before: string, after: string): boolean {
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  return mark !== '_' || !left ? left : !canCloseOtherwise(before, after) || isPunctuation(before);
}

/** Whether a run of marks can close emphasis; see {@link canOpen}. */
export function canClose(mark: string, before: string, after: string): boolean {
  const right = canCloseOtherwise(before, after);
  return mark !== '_' || !right ? right : !canOpen('*', before, after) || isPunctuation(after);
}

const canCloseOtherwise = (before: string, after: string): boolean =>
  !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
