import type { Block, Inline } from './ast.js';
import { stringifyBlocks } from './walk.js';

/** `Plain` blocks as paragraphs. */
export function paragraphs(blocks: Block[]): Block[] {
  return blocks.map((block) => (block.t === 'Plain' ? { t: 'Para', c: block.c } : block));
}

/** The identifier that pandoc gives to a heading without one (extension `auto_identifiers`). */
export function identifierFor(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_.\-\s]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return words.replace(/^[^\p{L}]+/u, '') || 'section';
}

/** The text of blocks as one line of inlines. */
export function inlinesIn(blocks: Block[]): Inline[] {
  return trimmed(
    blocks.flatMap((block, index): Inline[] => {
      const between: Inline[] = index === 0 ? [] : [{ t: 'Space' }];
      if (block.t === 'Plain' || block.t === 'Para') return [...between, ...block.c];
      if (block.t === 'Header') return [...between, ...block.c[2]];
      if (block.t === 'Div' || block.t === 'BlockQuote')
        return [...between, ...inlinesIn(block.t === 'Div' ? block.c[1] : block.c)];
      if (block.t === 'Figure') return [...between, ...inlinesIn(block.c[2])];
      const text = stringifyBlocks([block]);
      return text ? [...between, { t: 'Str', c: text.replace(/\s+/g, ' ') }] : [];
    }),
  );
}

const isSpace = (inline: Inline | undefined) => inline?.t === 'Space' || inline?.t === 'SoftBreak';

/** Inlines without white space at either end. */
export function trimmed(inlines: Inline[]): Inline[] {
  let start = 0;
  let end = inlines.length;
  while (start < end && isSpace(inlines[start])) start++;
  while (end > start && isSpace(inlines[end - 1])) end--;
  return inlines.slice(start, end);
}
