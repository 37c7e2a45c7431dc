import type { Block } from './ast.js';
import { mapBlocks, stringify } from './walk.js';

/**
 * Renumbers the levels of the headings in `blocks` so that they start at 1 and skip none: `#`, `###` becomes 1, 2. Screen
 * readers and PDF/UA (ISO 14289-1, 7.4.2) require it. Headings inside quotations, lists and cells become bold paragraphs: there
 * they are no part of the text's outline.
 */
export function closeHeadingGaps(blocks: Block[]): Block[] {
  const open: number[] = [];
  const close = (list: Block[]): Block[] =>
    list.map((block) => {
      if (block.t === 'Div') return { t: 'Div', c: [block.c[0], close(block.c[1])] };
      if (block.t !== 'Header') return mapBlocks([block], demoteHeadings)[0]!;
      const [level, attr, inlines] = block.c;
      while (open.length > 0 && open.at(-1)! >= level) open.pop();
      open.push(level);
      return { t: 'Header', c: [open.length, attr, inlines] };
    });
  return close(blocks);
}

function demoteHeadings(list: Block[]): Block[] {
  return list.map((block) =>
    block.t === 'Header'
      ? { t: 'Para', c: [{ t: 'Span', c: [[block.c[1][0], [], []], [{ t: 'Strong', c: block.c[2] }]] }] }
      : block,
  );
}

/** Level, identifier and text of every heading in `blocks`, in order. */
export function outlineOf(blocks: Block[]): { level: number; id: string; text: string }[] {
  return blocks.flatMap((block) => {
    if (block.t === 'Div') return outlineOf(block.c[1]);
    return block.t === 'Header' ? [{ level: block.c[0], id: block.c[1][0], text: stringify(block.c[2]) }] : [];
  });
}
