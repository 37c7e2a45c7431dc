import type { Nodes, Parents } from 'mdast';
import type { Block } from '../text/prose.js';

/** A run of marks of emphasis in the source, such as `**`. Source offsets. */
export interface Run {
  start: number;
  end: number;
  /** Whether the parser left it, or part of it, as text. */
  literal: boolean;
}

/** The runs of marks in a block, in order: those that the parser took for emphasis and those that it left. Code, addresses and escapes have none. */
export function runsIn(block: Block, source: string): Run[] {
  const pieces: Run[] = [];
  const shift = block.start - (block.node.position?.start.offset ?? block.start);
  const visit = (parent: Parents): void => {
    for (const node of parent.children as Nodes[]) {
      const start = (node.position?.start.offset ?? 0) + shift;
      const end = (node.position?.end.offset ?? 0) + shift;
      if (node.type === 'text') pieces.push(...leftOver(source, start, end));
      else if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
        const width = node.type === 'strong' || (node.type === 'delete' && source[start + 1] === '~') ? 2 : 1;
        pieces.push({ start, end: start + width, literal: false });
        visit(node);
        pieces.push({ start: end - width, end, literal: false });
      } else if ('children' in node && !(node.type === 'link' && source[start] !== '[')) visit(node as Parents);
    }
  };
  if ('children' in block.node) visit(block.node as Parents);
  return joined(pieces, source);
}

function* leftOver(source: string, start: number, end: number): Generator<Run> {
  for (const match of source.slice(start, end).matchAll(/\*+|_+|~+/g)) {
    // An author who escapes the first mark of a run wants to see all of it.
    const from = start + match.index;
    if (!isEscaped(source, from)) yield { start: from, end: from + match[0].length, literal: true };
  }
}

/** Whether an odd number of backslashes stands before a place. Looks at eight of them at most. */
function isEscaped(source: string, at: number): boolean {
  const slashes = /\\{0,8}$/.exec(source.slice(Math.max(0, at - 8), at))![0].length;
  return slashes % 2 === 1;
}

/** Pieces of the same mark that touch are one run. */
function joined(pieces: Run[], source: string): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last && last.end === piece.start && source[last.start] === source[piece.start]) {
      last.end = piece.end;
      last.literal ||= piece.literal;
    } else runs.push({ ...piece });
  }
  return runs;
}
