/** What of a text can speak: not only its letters, since words can be put together from flags, boxes and pictures, too. */
const speaking = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{Z}\p{C}$+<=>^`|~]+/gu, '')
    .toLowerCase();

/** Names of code points, as in `U+200B U+200D`, and sizes: they are nobody's words. */
const harmless = /^(?:(?:U\+[0-9A-F]{4,6} ?)+|\d+(?:\.\d+)? (?:B|KB|MB))$/;

/** Tells whether what a report quotes stands in a text that is known. */
export class Quotations {
  readonly #speaking = new Map<string, string>();

  /**
   * Whether what `text` says stands in one of the sources, in this order and without anything between but punctuation and space; `…` and `¶` in it stand for
   * what a quotation leaves out.
   */
  isQuoted(text: string, sources: readonly string[]): boolean {
    if (harmless.test(text)) return true;
    const pieces = text.split(/[…¶]/).map(speaking);
    return pieces.every((piece) => piece === '' || sources.some((source) => this.#speakingOf(source).includes(piece)));
  }

  #speakingOf(source: string): string {
    const known = this.#speaking.get(source) ?? speaking(source);
    this.#speaking.set(source, known);
    return known;
  }
}

/** The arguments of a sentence when all of their texts are known; a suggestion that is not known is left out. */
export function knownArguments(args: object, isKnown: (text: string) => boolean): object | undefined {
  const { suggestion, ...needed } = args as { suggestion?: string };
  const kept = suggestion !== undefined && isKnown(suggestion) ? args : needed;
  return [...textsIn(kept)].every(isKnown) ? kept : undefined;
}

/** The texts that come from somewhere: what names a kind of evidence is one of a few words. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) if (key !== 'kind') yield* textsIn(one);
}
