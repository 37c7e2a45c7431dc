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

/** Whether colours may be written to `stream`: it is a terminal, and neither NO_COLOR nor TERM=dumb is set. */
export function takesColor(stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && stream.hasColors();
}
