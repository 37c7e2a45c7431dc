import type { Block, Caption, Cell, Inline, Row } from './ast.js';

/** Functions that receive every list of nodes, innermost first, and return what stands in its place. */
export interface Visitor {
  inlines?: (list: Inline[]) => Inline[];
  blocks?: (list: Block[]) => Block[];
}

/** Rebuilds a tree bottom-up with what `visitor` returns for each list of nodes. The input is left as it is. */
export function transform(blocks: Block[], visitor: Visitor): Block[] {
  const list = blocks.map((block) => transformBlock(block, visitor));
  return visitor.blocks ? visitor.blocks(list) : list;
}

/** As `transform`, for inlines alone, such as a title. */
export function transformInlines(inlines: Inline[], visitor: Visitor): Inline[] {
  const list = inlines.map((inline) => transformInline(inline, visitor));
  return visitor.inlines ? visitor.inlines(list) : list;
}

/** `transform` for lists of inlines only. */
export function mapInlines(blocks: Block[], f: (list: Inline[]) => Inline[]): Block[] {
  return transform(blocks, { inlines: f });
}

/** `transform` for lists of blocks only. */
export function mapBlocks(blocks: Block[], f: (list: Block[]) => Block[]): Block[] {
  return transform(blocks, { blocks: f });
}

/** Calls `visit` with every node of the tree, in the order of the text; captions before what they caption. */
export function visit(
  blocks: Block[],
  each: { block?: (block: Block) => void; inline?: (inline: Inline) => void },
): void {
  // Lists are visited bottom-up by `transform`; reading order needs the nodes top-down, so the children are walked here.
  for (const block of blocks) {
    each.block?.(block);
    for (const child of childrenOf(block)) {
      if (child.blocks) visit(child.blocks, each);
      if (child.inlines) visitInlines(child.inlines, each);
    }
  }
}

/** As `visit`, for inlines alone. */
export function visitInlines(
  inlines: Inline[],
  each: { block?: (block: Block) => void; inline?: (inline: Inline) => void },
): void {
  for (const inline of inlines) {
    each.inline?.(inline);
    if (inline.t === 'Note') visit(inline.c, each);
    else {
      const children = inlineChildren(inline);
      if (children) visitInlines(children, each);
    }
  }
}

/** The text of inlines as a reader hears it; footnotes left out, math as its TeX, breaks as spaces. */
export function stringify(inlines: Inline[]): string {
  return inlines.map(textOf).join('');
}

/** The text of blocks, paragraphs separated by a line feed. */
export function stringifyBlocks(blocks: Block[]): string {
  const parts: string[] = [];
  visit(blocks, {
    block: (block) => {
      if (block.t === 'Plain' || block.t === 'Para') parts.push(stringify(block.c));
      if (block.t === 'Header') parts.push(stringify(block.c[2]));
      if (block.t === 'CodeBlock') parts.push(block.c[1]);
      if (block.t === 'LineBlock') parts.push(block.c.map(stringify).join('\n'));
    },
  });
  return parts.join('\n');
}

function textOf(inline: Inline): string {
  switch (inline.t) {
    case 'Str':
      return inline.c;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Code':
    case 'Math':
      return inline.c[1];
    case 'RawInline':
    case 'Note':
      return '';
    case 'Quoted':
      return inline.c[0].t === 'DoubleQuote' ? `“${stringify(inline.c[1])}”` : `‘${stringify(inline.c[1])}’`;
    default:
      return stringify(inlineChildren(inline) ?? []);
  }
}

function inlineChildren(inline: Inline): Inline[] | undefined {
  switch (inline.t) {
    case 'Emph':
    case 'Underline':
    case 'Strong':
    case 'Strikeout':
    case 'Superscript':
    case 'Subscript':
    case 'SmallCaps':
      return inline.c;
    case 'Quoted':
    case 'Cite':
    case 'Link':
    case 'Image':
    case 'Span':
      return inline.c[1];
    default:
      return undefined;
  }
}

interface Children {
  blocks?: Block[];
  inlines?: Inline[];
}

function childrenOf(block: Block): Children[] {
  switch (block.t) {
    case 'Plain':
    case 'Para':
      return [{ inlines: block.c }];
    case 'LineBlock':
      return block.c.map((inlines) => ({ inlines }));
    case 'BlockQuote':
      return [{ blocks: block.c }];
    case 'OrderedList':
      return block.c[1].map((blocks) => ({ blocks }));
    case 'BulletList':
      return block.c.map((blocks) => ({ blocks }));
    case 'DefinitionList':
      return block.c.flatMap(([inlines, items]) => [{ inlines }, ...items.map((blocks) => ({ blocks }))]);
    case 'Header':
      return [{ inlines: block.c[2] }];
    case 'Figure':
      return [{ blocks: block.c[1][1] }, { blocks: block.c[2] }];
    case 'Div':
      return [{ blocks: block.c[1] }];
    case 'Table': {
      const [, caption, , [, head], bodies, [, foot]] = block.c;
      const rows = [...head, ...bodies.flatMap((body) => [...body[2], ...body[3]]), ...foot];
      return [{ blocks: caption[1] }, ...rows.flatMap(([, cells]) => cells.map((cell) => ({ blocks: cell[4] })))];
    }
    default:
      return [];
  }
}

function transformInline(inline: Inline, visitor: Visitor): Inline {
  const inlines = (list: Inline[]) => transformInlines(list, visitor);
  switch (inline.t) {
    case 'Emph':
    case 'Underline':
    case 'Strong':
    case 'Strikeout':
    case 'Superscript':
    case 'Subscript':
    case 'SmallCaps':
      return { t: inline.t, c: inlines(inline.c) };
    case 'Quoted':
      return { t: 'Quoted', c: [inline.c[0], inlines(inline.c[1])] };
    case 'Cite':
      return { t: 'Cite', c: [inline.c[0], inlines(inline.c[1])] };
    case 'Link':
    case 'Image':
      return { t: inline.t, c: [inline.c[0], inlines(inline.c[1]), inline.c[2]] };
    case 'Span':
      return { t: 'Span', c: [inline.c[0], inlines(inline.c[1])] };
    case 'Note':
      return { t: 'Note', c: transform(inline.c, visitor) };
    default:
      return inline;
  }
}

function transformBlock(block: Block, visitor: Visitor): Block {
  const inlines = (list: Inline[]) => transformInlines(list, visitor);
  const blocks = (list: Block[]) => transform(list, visitor);
  switch (block.t) {
    case 'Plain':
    case 'Para':
      return { t: block.t, c: inlines(block.c) };
    case 'LineBlock':
      return { t: 'LineBlock', c: block.c.map(inlines) };
    case 'BlockQuote':
      return { t: 'BlockQuote', c: blocks(block.c) };
    case 'OrderedList':
      return { t: 'OrderedList', c: [block.c[0], block.c[1].map(blocks)] };
    case 'BulletList':
      return { t: 'BulletList', c: block.c.map(blocks) };
    case 'DefinitionList':
      return { t: 'DefinitionList', c: block.c.map(([term, items]) => [inlines(term), items.map(blocks)]) };
    case 'Header':
      return { t: 'Header', c: [block.c[0], block.c[1], inlines(block.c[2])] };
    case 'Figure':
      return { t: 'Figure', c: [block.c[0], transformCaption(block.c[1], visitor), blocks(block.c[2])] };
    case 'Div':
      return { t: 'Div', c: [block.c[0], blocks(block.c[1])] };
    case 'Table': {
      const [attr, caption, columns, [headAttr, head], bodies, [footAttr, foot]] = block.c;
      const rows = (list: Row[]): Row[] =>
        list.map(([a, cells]) => [a, cells.map((cell) => transformCell(cell, visitor))]);
      return {
        t: 'Table',
        c: [
          attr,
          transformCaption(caption, visitor),
          columns,
          [headAttr, rows(head)],
          bodies.map(([a, n, h, b]) => [a, n, rows(h), rows(b)]),
          [footAttr, rows(foot)],
        ],
      };
    }
    default:
      return block;
  }
}

function transformCaption([short, long]: Caption, visitor: Visitor): Caption {
  return [short && transformInlines(short, visitor), transform(long, visitor)];
}

function transformCell([attr, alignment, rowSpan, colSpan, blocks]: Cell, visitor: Visitor): Cell {
  return [attr, alignment, rowSpan, colSpan, transform(blocks, visitor)];
}
