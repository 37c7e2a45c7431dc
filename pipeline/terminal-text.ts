import stringWidth from 'string-width';

/**
 * Characters that a terminal or a log obeys instead of showing: controls, marks that turn the direction of text, characters of no
 * width, line separators, half characters and tags. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const unprintable =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** `text` with every character that a terminal would obey written out, as in `\u{202e}`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

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

/** Whether colours may be written to `stream`: it is a terminal, and neither NO_COLOR nor TERM=dumb is set. */
export function takesColor(stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && stream.hasColors();
}
