import type { Nodes, Parents } from 'mdast';
import { isImprint, isPageNumberLine } from '../text/furniture.js';
import { opaque } from '../text/mask.js';
import type { Block, Prose } from '../text/prose.js';

/**
 * Two pieces of text that a page break may have torn apart. `between`: what stands there: `nothing`, a line of page `furniture` (a page number, a
 * running head, a rule or a comment), a short `line` that may be one, a `figure` or a table, the mark of the next `item` of a list, or the `edge` of a list, a
 * quotation or a heading.
 */
export interface Junction {
  left: Block;
  right: Block;
  between: 'nothing' | 'furniture' | 'line' | 'figure' | 'item' | 'edge';
  /** That line. */
  line?: Block;
  /** Empty lines between the two, when nothing else stands there. */
  blankLines: number;
}

/** Where a piece of text ends: its junction with what follows, and with what follows behind a short line. */
export interface Place {
  direct?: Junction;
  across?: Junction;
}

/** The places of a manuscript behind pieces that may go on, in order. `recurs` tells whether a short line is a running head. */
export function* junctionsOf({ blocks, source }: Prose, recurs: (block: Block) => boolean): Generator<Place> {
  for (let index = 0; index + 1 < blocks.length; index++) {
    const left = blocks[index]!;
    if (left.kind === 'cell' || left.context === 'table') continue;
    const right = blocks[index + 1]!;
    if (isFinished(left.text)) continue;
    if (isPageNumber(left, source)) continue;
    const across = acrossLine(left, right, blocks[index + 2], source, recurs);
    // A page number or a running head is no piece of text.
    const known = across?.between === 'furniture' || isPageNumber(right, source);
    const direct = known ? undefined : junction(left, right, source);
    if (direct || across) yield { ...(direct && { direct }), ...(across && { across }) };
  }
}

/** The junction of a piece with the second paragraph behind it, when what is between the two may be a line of the printed page. */
function acrossLine(
  left: Block,
  line: Block,
  right: Block | undefined,
  source: string,
  recurs: (block: Block) => boolean,
): Junction | undefined {
  if (!right || line.text.length > (line.cjk ? longestLine.wide : longestLine.narrow) || !isBetween(left, line, right))
    return undefined;
  const between = kindOfLine(line, source, recurs);
  return between && { left, right, between, line, blankLines: 0 };
}

/** A cheap first look: whether a text ends in a stop that nothing but a small letter could contradict. */
function isFinished(text: string): boolean {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  return end > 0 && finals.has(text[end - 1]!);
}

const finals = new Set('。！？：!?:…｡');
const longestLine = { wide: 60, narrow: 100 };

function kindOfLine(line: Block, source: string, recurs: (block: Block) => boolean): Junction['between'] | undefined {
  const { text } = line;
  if (isPageNumber(line, source)) return 'furniture';
  if (line.kind !== 'paragraph' || text.includes('\n')) return undefined;
  // Markdown takes the title of a chapter with its number for a list.
  if (line.context === 'list') return recurs(line) ? 'furniture' : undefined;
  if (text.replaceAll(opaque, '').trim() === '') return isCommand(line) ? 'furniture' : 'figure';
  return isImprint(text) || recurs(line) ? 'furniture' : 'line';
}

/** Whether a block is a page number. Markdown takes "- 12 -" for an item of a list, so its whole line is looked at. */
export function isPageNumber({ text, start, end }: Block, source: string): boolean {
  if (text.length > longestLine.wide || !/[\divxlcIVXLC０-９一二三四五六七八九十]/u.test(text)) return false;
  return isPageNumberLine(text) || isPageNumberLine(source.slice(source.lastIndexOf('\n', start) + 1, end));
}

/** TeX that breaks the page, such as `\newpage`. */
const isCommand = ({ text, start, end }: Block): boolean => text.length === end - start && text.length <= 30;

/** Whether of three blocks the second, alone in its node, stands between two paragraphs under one parent. */
function isBetween(left: Block, line: Block, right: Block): boolean {
  if (right.kind !== 'paragraph' || left.kind !== 'paragraph' || left.parent !== right.parent) return false;
  return right.index === left.index + 2 && (line.parent === left.parent || line.context === 'list');
}

function junction(left: Block, right: Block, source: string): Junction | undefined {
  if (right.kind !== 'paragraph' || right.context === 'table') return undefined;
  if (left.kind === 'heading') {
    const follows = left.parent === right.parent && right.index === left.index + 1;
    return follows ? { left, right, between: 'edge', blankLines: 0 } : undefined;
  }
  if (left.parent === right.parent) {
    const between = whatStandsBetween(left.parent, left.index + 1, right.index);
    const blankLines = between === 'nothing' ? countLines(source, left.end, right.start) - 1 : 0;
    return between && { left, right, between, blankLines };
  }
  if (areItems(left, right, source)) return { left, right, between: 'item', blankLines: 0 };
  return isEdge(left, right, source) ? { left, right, between: 'edge', blankLines: 0 } : undefined;
}

/** Whether only the mark of an item stands between two blocks: "- " or "2. ". */
const areItems = (left: Block, right: Block, source: string): boolean =>
  left.context === 'list' &&
  right.context === 'list' &&
  right.index === 0 &&
  right.start - left.end < 16 &&
  /^\s+(?:[-*+]|\d{1,3}[.)])\s+$/.test(source.slice(left.end, right.start));

/** Whether the last paragraph of a list or a quotation meets what follows it, or a quotation the next. */
function isEdge(left: Block, right: Block, source: string): boolean {
  if (left.context !== 'list' && left.context !== 'quote') return false;
  if (left.parent.children.at(-1) !== left.node) return false;
  if (left.context === 'quote' && right.context === 'quote') {
    return right.index === 0 && /^[\s>]*$/.test(source.slice(left.end, right.start));
  }
  const before = right.parent.children[right.index - 1];
  const start = before?.position?.start.offset;
  const end = before?.position?.end.offset;
  return start !== undefined && end !== undefined && start <= left.start && left.end <= end + 1;
}

function whatStandsBetween(parent: Parents, from: number, to: number): Junction['between'] | undefined {
  let found: Junction['between'] = 'nothing';
  if (to - from > 3) return undefined;
  for (let index = from; index < to; index++) {
    const kind = standing(parent.children[index]!);
    if (!kind) return undefined;
    if (kind === 'figure' || found === 'nothing') found = kind;
  }
  return found;
}

function standing(node: Nodes): 'furniture' | 'figure' | undefined {
  if (node.type === 'thematicBreak') return 'furniture';
  if (node.type === 'html') return /^<!--[\s\S]{0,200}-->\s*$/.test(node.value) ? 'furniture' : 'figure';
  return node.type === 'table' ? 'figure' : undefined;
}

function countLines(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = source.indexOf('\n', from); at >= 0 && at < to; at = source.indexOf('\n', at + 1)) count++;
  return count;
}
