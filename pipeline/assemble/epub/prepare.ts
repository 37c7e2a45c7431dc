import type { Attr, Block, Inline, Pandoc } from '../reader/ast.js';
import type { Document } from '../reader/document.js';
import { transform } from '../reader/walk.js';
import { extractNotes, mark } from './notes.js';

/** Parts of a manuscript that one run of pandoc turns to XHTML; the page takes them apart again by these names. */
export const partNames = ['title', 'subtitle', 'abstract', 'notes'] as const;
export type PartName = (typeof partNames)[number];

const keptPairs = new Set(['width', 'lang', 'alt', 'number']);
/** Of pandoc's own: it would change what our passes look for. */
const pandocClasses = new Set(['math', 'footnotes', 'footnote-ref']);

/**
 * One tree for pandoc's HTML writer: title, subtitle and abstract in marked blocks, then the text with its headings under the
 * title's, then the notes. Attributes that the reader should have kept out are dropped once more.
 */
export function prepare(document: Document): Pandoc {
  const scrubbed = (blocks: Block[]) => transform(blocks, { blocks: scrubBlocks, inlines: scrubInlines });
  const part = (name: PartName, blocks: Block[]): Block[] =>
    blocks.length > 0 ? [{ t: 'Div', c: [['', [], [[mark, name]]], blocks] }] : [];
  const line = (inlines: Inline[]): Block[] => (inlines.length > 0 ? [{ t: 'Plain', c: inlines }] : []);

  const { blocks, notes } = extractNotes([
    ...part('title', scrubbed(line(document.title))),
    ...part('subtitle', scrubbed(line(document.subtitle))),
    ...part('abstract', scrubbed(document.abstract)),
    ...scrubbed(document.blocks),
  ]);
  return { 'pandoc-api-version': [1, 23, 1], meta: {}, blocks: [...blocks, ...part('notes', notes)] };
}

function scrub([id, classes, pairs]: Attr): Attr {
  return [id, classes.filter((name) => !pandocClasses.has(name)), pairs.filter(([key]) => keptPairs.has(key))];
}

function scrubBlocks(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.t) {
      case 'RawBlock':
        return [];
      case 'CodeBlock':
        return [{ t: 'CodeBlock', c: [scrub(block.c[0]), block.c[1]] }];
      case 'Header':
        return [{ t: 'Header', c: [Math.min(block.c[0] + 1, 6), scrub(block.c[1]), block.c[2]] }];
      case 'Div':
        return [{ t: 'Div', c: [scrub(block.c[0]), block.c[1]] }];
      case 'Figure':
        return [{ t: 'Figure', c: [scrub(block.c[0]), block.c[1], block.c[2]] }];
      case 'Table': {
        const [attr, ...rest] = block.c;
        return [{ t: 'Table', c: [scrub(attr), ...rest] }];
      }
      default:
        return [block];
    }
  });
}

function scrubInlines(inlines: Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    switch (inline.t) {
      case 'RawInline':
        return [];
      case 'Code':
        return [{ t: 'Code', c: [scrub(inline.c[0]), inline.c[1]] }];
      case 'Span':
        return [{ t: 'Span', c: [scrub(inline.c[0]), inline.c[1]] }];
      case 'Link':
        return [{ t: 'Link', c: [scrub(inline.c[0]), inline.c[1], inline.c[2]] }];
      case 'Image':
        return [{ t: 'Image', c: [scrub(inline.c[0]), inline.c[1], inline.c[2]] }];
      default:
        return [inline];
    }
  });
}
