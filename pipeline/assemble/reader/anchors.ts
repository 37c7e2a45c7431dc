import type { Block, Caption, Inline } from './ast.js';
import { mapBlocks, mapInlines } from './walk.js';

type Anchor = Inline & { t: 'Span' };

/**
 * Gives names that stand in a paragraph of their own to what they name: a target of MyST (class `target`) or an `<a id>` to what follows it, a
 * `\label` to the figure, table or formula before it, else to what follows.
 */
export function attachAnchors(blocks: Block[]): Block[] {
  const attached = mapBlocks(blocks, (list) => {
    const done: Block[] = [];
    let waiting: Anchor[] = [];
    for (const block of list) {
      const anchors = anchorsOnly(block);
      if (anchors) {
        const last = done.at(-1);
        if (waiting.length === 0 && last && takesLabelBehind(last) && !anchors.some(isTarget)) {
          done[done.length - 1] = named(last, anchors);
        } else waiting.push(...anchors);
        continue;
      }
      done.push(waiting.length > 0 ? named(block, waiting) : block);
      waiting = [];
    }
    return waiting.length > 0 ? [...done, { t: 'Para', c: waiting }] : done;
  });
  return mapInlines(attached, (list) => {
    if (!list.some((inline) => inline.t === 'Span' && isTarget(inline))) return list;
    return list.map((inline) => {
      if (inline.t !== 'Span' || !isTarget(inline)) return inline;
      return { t: 'Span', c: [[inline.c[0][0], [], []], inline.c[1]] };
    });
  });
}

function isTarget(anchor: Anchor): boolean {
  return anchor.c[0][1].includes('target');
}

/** The anchors of a paragraph that holds nothing else. */
function anchorsOnly(block: Block): Anchor[] | undefined {
  if (block.t !== 'Para' && block.t !== 'Plain') return undefined;
  const anchors: Anchor[] = [];
  for (const inline of block.c) {
    if (inline.t === 'Span' && inline.c[1].length === 0 && inline.c[0][0]) anchors.push(inline);
    else if (inline.t !== 'Space' && inline.t !== 'SoftBreak') return undefined;
  }
  return anchors.length > 0 ? anchors : undefined;
}

function takesLabelBehind(block: Block): boolean {
  return block.t === 'Figure' || block.t === 'Table' || formulaOf(block) !== undefined;
}

/** The formula that is all of a paragraph. */
function formulaOf(block: Block): Inline | undefined {
  if (block.t !== 'Para' && block.t !== 'Plain') return undefined;
  const [only, ...others] = block.c.filter((inline) => inline.t !== 'Space' && inline.t !== 'SoftBreak');
  return others.length === 0 && only?.t === 'Math' && only.c[0].t === 'DisplayMath' ? only : undefined;
}

/** A block that carries the anchors' names. */
function named(block: Block, anchors: Anchor[]): Block {
  const formula = formulaOf(block);
  if (formula) {
    const [first, ...others] = anchors;
    return { t: 'Para', c: [...others, { t: 'Span', c: [first!.c[0], [formula]] }] };
  }
  switch (block.t) {
    case 'Header':
      return { t: 'Header', c: [block.c[0], block.c[1], [...anchors, ...block.c[2]]] };
    case 'Para':
    case 'Plain':
      return { t: block.t, c: [...anchors, ...block.c] };
    case 'Figure':
      return { t: 'Figure', c: [block.c[0], captionWith(block.c[1], anchors), block.c[2]] };
    case 'Table': {
      const [attr, caption, ...rest] = block.c;
      return { t: 'Table', c: [attr, captionWith(caption, anchors), ...rest] };
    }
    default:
      return anchors.reduceRight<Block>(
        (inner, anchor) => ({ t: 'Div', c: [[anchor.c[0][0], [], []], [inner]] }),
        block,
      );
  }
}

function captionWith([short, long]: Caption, anchors: Anchor[]): Caption {
  const last = long.at(-1);
  if (last?.t !== 'Plain' && last?.t !== 'Para') return [short, [...long, { t: 'Plain', c: anchors }]];
  return [short, [...long.slice(0, -1), { t: last.t, c: [...last.c, ...anchors] }]];
}
