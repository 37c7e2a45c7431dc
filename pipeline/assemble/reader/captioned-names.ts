import type { Block, Inline } from './ast.js';
import { trimmed } from './text-of-blocks.js';
import { mapInlines } from './walk.js';

/** Whether an inline is nothing but a name for what it stands in. */
export function isAnchor(node: Inline): boolean {
  return node.t === 'Span' && node.c[1].length === 0 && node.c[0][0] !== '';
}

/** The description of an image is text for the ear; a label in its caption names the figure, not the description. */
export function withoutAnchorsInImage(node: Inline): Inline {
  if (node.t !== 'Image' || !node.c[1].some(isAnchor)) return node;
  return { t: 'Image', c: [node.c[0], trimmed(node.c[1].filter((inner) => !isAnchor(inner))), node.c[2]] };
}

/** A name at the end of a caption, `{#fig:x}`, or right behind an image, `![…](…)\label{fig:x}`, is the figure's or the table's. */
export function nameCaptioned(block: Block): Block {
  if (block.t === 'Para') {
    const [image, ...rest] = block.c.filter((node) => node.t !== 'Space' && node.t !== 'SoftBreak');
    if (image?.t !== 'Image' || rest.length === 0 || !rest.every(isAnchor)) return block;
    return {
      t: 'Figure',
      c: [['', [], []], [null, [{ t: 'Plain', c: [...image.c[1], ...rest] }]], [{ t: 'Plain', c: [image] }]],
    };
  }
  if (block.t !== 'Figure' && block.t !== 'Table') return block;
  const [short, long] = block.c[1];
  const last = long.at(-1);
  if (last?.t !== 'Plain' && last?.t !== 'Para') return block;
  const named = { ...block, c: [...block.c] } as typeof block;
  named.c[1] = [short, [...long.slice(0, -1), { t: last.t, c: withTypedName(last.c) }]];
  if (named.t !== 'Figure') return named;
  named.c[2] = mapInlines(named.c[2], (list) =>
    list.map((node) =>
      node.t === 'Image'
        ? { t: 'Image', c: [node.c[0], withTypedName(node.c[1]).filter((inner) => !isAnchor(inner)), node.c[2]] }
        : node,
    ),
  );
  return named;
}

function withTypedName(inlines: Inline[]): Inline[] {
  const last = inlines.at(-1);
  const match = last?.t === 'Str' ? /^(.*)\{#([^\s{}]+)\}$/.exec(last.c) : null;
  if (!match) return inlines;
  const text: Inline[] = match[1] ? [{ t: 'Str', c: match[1] }] : [];
  return [...trimmed([...inlines.slice(0, -1), ...text]), { t: 'Span', c: [[match[2]!, [], []], []] }];
}
