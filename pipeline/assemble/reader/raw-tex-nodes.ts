import type { Attr, Block, Caption, Citation, Inline } from './ast.js';
import { trimmed } from './text-of-blocks.js';
import { transform } from './walk.js';

/** Makes what pandoc's LaTeX reader gives look as if an author had written it in Markdown. */
export function asMarkdownNodes(blocks: Block[]): Block[] {
  return transform(blocks, {
    inlines: (list) => list.map(asMarkdownInline),
    blocks: (list) => list.map(asMarkdownBlock),
  });
}

function pair(attr: Attr, key: string): string | undefined {
  return attr[2].find(([name]) => name === key)?.[1];
}

function asMarkdownInline(inline: Inline): Inline {
  if (inline.t === 'Link') {
    const reference = pair(inline.c[0], 'reference');
    if (reference === undefined) return inline;
    const [form, key] = reference.includes('|') ? reference.split('|', 2) : ['ref', reference];
    return { t: 'Link', c: [['', [form!], []], [], [`#${key}`, '']] };
  }
  if (inline.t === 'Span' && pair(inline.c[0], 'label') !== undefined) {
    return { t: 'Span', c: [[inline.c[0][0], [], []], []] };
  }
  if (inline.t === 'Cite') return { t: 'Cite', c: [inline.c[0], [{ t: 'Str', c: asWritten(inline.c[0]) }]] };
  return inline;
}

/** A citation as Markdown writes it, for where no bibliography knows it. */
function asWritten(citations: Citation[]): string {
  return `[${citations.map((citation) => `@${citation.citationId}`).join('; ')}]`;
}

function asMarkdownBlock(block: Block): Block {
  if (block.t === 'Figure') return { t: 'Figure', c: [[block.c[0][0], [], []], tidyCaption(block.c[1]), block.c[2]] };
  if (block.t === 'Table') {
    const [attr, caption, ...rest] = block.c;
    return { t: 'Table', c: [attr, tidyCaption(caption), ...rest] };
  }
  if (block.t === 'CodeBlock') {
    const [[id, classes], code] = block.c;
    const caption = pair(block.c[0], 'caption');
    const listing: Block = { t: 'CodeBlock', c: [[caption ? '' : id, classes, []], code] };
    if (!caption) return listing;
    return { t: 'Figure', c: [[id, [], []], [null, [{ t: 'Plain', c: [{ t: 'Str', c: caption }] }]], [listing]] };
  }
  return block;
}

/** A caption without the space that stood before its label. */
function tidyCaption([short, long]: Caption): Caption {
  return [
    short,
    long.map((block) => (block.t === 'Plain' || block.t === 'Para' ? { t: block.t, c: trimmed(block.c) } : block)),
  ];
}

/** Whether anything in `blocks` would be seen or pointed at. */
export function printsNothing(blocks: Block[]): boolean {
  let seen = false;
  transform(blocks, {
    inlines: (list) => {
      if (
        list.some(
          (node) =>
            node.t !== 'Space' &&
            node.t !== 'SoftBreak' &&
            !(node.t === 'Span' && node.c[1].length === 0 && !node.c[0][0]),
        )
      )
        seen = true;
      return list;
    },
    blocks: (list) => {
      if (list.some((block) => block.t === 'CodeBlock' || block.t === 'HorizontalRule')) seen = true;
      return list;
    },
  });
  return !seen;
}

/** Whether blocks can stand in running text. */
export function runsInText(blocks: Block[]): boolean {
  return blocks.every((block) => block.t === 'Para' || block.t === 'Plain');
}
