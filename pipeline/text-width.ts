import stringWidth from 'string-width';

// Apart from the other texts for terminals: the patterns for emoji take longer to load than a manuscript to check, and most outputs need no widths.

/** Columns that `text` takes on a terminal: two for a Han character, none for a combining mark or a colour. */
export const textWidth = stringWidth;

/** `text` cut to at most `width` columns, an ellipsis in place of what is left out. */
export function fitText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let fitted = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    fitted += segment;
  }
  return width < 1 ? '' : `${fitted}…`;
}

/** `text` with spaces after it until it takes `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** `text` with spaces before it until it takes `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}
