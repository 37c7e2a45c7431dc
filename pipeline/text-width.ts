import stringWidth from 'string-width';

// Apart from the other texts for terminals: the patterns for emoji take longer to load than a manuscript to check, and most outputs need no widths.

/** Columns that `text` takes on a terminal: two for a Han character, none for a combining mark or a colour. */
export function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const columns = columnsOf(text.charCodeAt(index));
    if (columns === 0) return stringWidth(text);
    width += columns;
  }
  return width;
}

/** Columns of a character that never joins its neighbours to one sign, or 0 for all others: looking up what Unicode says of each takes far longer. */
function columnsOf(unit: number): number {
  if (unit < 0x7f) return unit < 0x20 ? 0 : 1;
  if (unit >= 0x4e00 && unit <= 0x9fff) return 2;
  // Punctuation, kana without the marks that are put on them, and the full-width forms of ASCII.
  if (unit >= 0x3000 && unit <= 0x30ff)
    return unit <= 0x3029 || (unit >= 0x3041 && unit <= 0x3096) || unit >= 0x30a0 ? 2 : 0;
  if (unit >= 0xff01 && unit <= 0xff5e) return 2;
  // ‘’“”…—
  return unit === 0x2014 || unit === 0x2026 || (unit >= 0x2018 && unit <= 0x201d) ? 1 : 0;
}

/** `text` cut to at most `width` columns, an ellipsis in place of what is left out. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let fitted = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += textWidth(segment);
    if (used > width - 1) break;
    fitted += segment;
  }
  return width < 1 ? '' : `${fitted}…`;
}

/** `text` with spaces after it until it takes `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** `text` with spaces before it until it takes `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}
