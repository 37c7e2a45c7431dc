import type { Attr, Block, Inline } from '../../reader/ast.js';

/** No identifier, classes or attributes. */
export const plain: Attr = ['', [], []];

/** `text` as a Typst string literal: the only way in which text from a manuscript enters Typst code of ours. */
export function typstString(text: string): string {
  const literal = (character: string): string => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return /\p{Surrogate}/u.test(character) ? '\ufffd' : `\\u{${character.codePointAt(0)!.toString(16)}}`;
  };
  return `"${text.replace(/["\\\p{Cc}\p{Surrogate}\u2028\u2029]/gu, literal)}"`;
}

/** Typst code in a line. Only code written in these passes may be given, never text of a manuscript. */
export function code(typst: string): Inline {
  return { t: 'RawInline', c: ['typst', typst] };
}

/** Typst code between blocks; as `code`. */
export function codeBlock(typst: string): Block {
  return { t: 'RawBlock', c: ['typst', typst] };
}

/**
 * `content` as the body of a call of the template's function `name`.
 * An empty expression stands first, for pandoc does not know that the bracket makes a new line, where `= x` would be a heading.
 */
export function call(name: string, args: string[], content: Inline[]): Inline[] {
  return [code(`#${name}(${args.map(typstString).join(', ')})[#none;`), ...content, code('];')];
}

/** As `call`, around blocks. */
export function callBlock(name: string, args: string[], content: Block[]): Block[] {
  return [codeBlock(`#${name}(${args.map(typstString).join(', ')})[`), ...content, codeBlock(']')];
}

/** A place that links may point to. */
export function anchor(id: string): Inline {
  return code(`#anchor(${typstString(id)});`);
}
