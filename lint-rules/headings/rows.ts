import type { Heading, Root } from 'mdast';
import { isTerminated } from '../text/endings.js';
import { chineseValue } from '../text/numerals.js';
import type { Block, Prose } from '../text/prose.js';
import { isBody } from './candidates.js';

/** A line that carries the number which the marked headings around it leave out. */
export interface LeftOut {
  block: Block;
  number: number;
  /** Depth of the headings of its row. */
  depth: number;
}

interface Entry extends LeftOut {
  marked: boolean;
}

const numerals = '[一二三四五六七八九十]{1,3}';
const forms = new RegExp(
  [
    String.raw`^(?<above>(?:\d{1,2}[.．]){0,4})(?<digits>\d{1,2})(?<sign>[.．、]?)(?:[ \t\u3000]+(?=\S)|(?<=[.．、])(?=[^\s\d]))`,
    `^(?<zh>${numerals})(?<stop>[、.．]|(?=[ \\u3000]))`,
    `^[（(](?<inside>${numerals}|\\d{1,2})[)）]`,
    `^第 ?(?<nth>${numerals}|\\d{1,2}) ?(?<unit>\\p{Script=Han})`,
  ].join('|'),
  'u',
);

/** The number that opens a line, and its form: lines of one form are counted together. */
function numberOf(text: string): { form: string; number: number } | undefined {
  const read = forms.exec(text)?.groups;
  if (!read) return undefined;
  const { above, digits, sign, zh, stop, inside, nth, unit } = read;
  const value = (written: string): number => Number(written) || chineseValue(written);
  if (digits) return { form: `${above}0${above ? '' : sign}`, number: Number(digits) };
  if (zh) return { form: `一${stop}`, number: chineseValue(zh) };
  if (inside) return { form: /\d/.test(inside) ? '(1)' : '（一）', number: value(inside) };
  return { form: `第…${unit}`, number: value(nth!) };
}

/** Longest line that is looked at: UTF-16 units. */
const longest = { cjk: 60, other: 100 };

/**
 * Paragraphs, and items of lists that do not count with them, whose numbers fill the gaps in rows of numbered headings: "二、办法" between the headings 一 and 三.
 */
export function headingsLeftOut(tree: Root, prose: Prose): LeftOut[] {
  const rows = new Map<string, Entry[]>();
  const put = (block: Block, text: string, marked: boolean) => {
    const read = numberOf(text);
    if (!read || read.number === 0) return;
    const entry = { block, number: read.number, marked, depth: marked ? (block.node as Heading).depth : 0 };
    const row = rows.get(read.form);
    if (row) row.push(entry);
    else rows.set(read.form, [entry]);
  };
  const lone = loneItems(tree, prose.source);
  for (const block of prose.blocks) {
    if (block.kind === 'heading') put(block, block.text, true);
    else if (block.kind === 'paragraph' && isLine(block)) {
      const start = block.context === 'list' ? lone.get(block.parent) : block.start;
      if (start === undefined || (start === block.start && block.context !== 'flow')) continue;
      const sign = prose.source.slice(start, block.start);
      put(sign ? { ...block, start } : block, sign + block.text, false);
    }
  }
  return [...rows.values()].flatMap((row) => fillings(row, prose.blocks));
}

const isLine = ({ text, cjk }: Block): boolean =>
  text.length <= (cjk ? longest.cjk : longest.other) &&
  !text.includes('\n') &&
  !/[。；;：:，,]/.test(text.slice(-1)) &&
  (!isTerminated(text) || /[?？]$/.test(text));

/** The last items of the document's ordered lists, where they do not go on counting, and where they begin in the source. */
function loneItems(tree: Root, source: string): Map<unknown, number> {
  const lone = new Map<unknown, number>();
  for (const node of tree.children) {
    if (node.type !== 'list' || !node.ordered) continue;
    const [item, before] = [node.children.at(-1), node.children.at(-2)];
    const start = item?.position?.start.offset;
    if (start === undefined || item!.children.length !== 1) continue;
    const last = before ? numberAt(source, before.position?.start.offset ?? 0) : Number.NaN;
    const number = numberAt(source, start);
    if (number !== last && number !== last + 1) lone.set(item, start);
  }
  return lone;
}

const numberAt = (source: string, start: number): number => Number.parseInt(source.slice(start, start + 9), 10);

/** Most headings in a row that may have lost their marks together. */
const most = 3;

/** The unmarked lines of a row that stand alone between two marked ones and have just the numbers that are not there. */
function fillings(row: Entry[], blocks: readonly Block[]): LeftOut[] {
  const found: LeftOut[] = [];
  for (let from = 0; from < row.length; from++) {
    if (row[from]!.marked) continue;
    let to = from;
    while (row[to + 1]?.marked === false) to++;
    const before = row[from - 1];
    const after = row[to + 1];
    const group = row.slice(from, to + 1);
    from = to;
    const first = group[0]!.number;
    const last = group.at(-1)!.number;
    if (group.length > most || group.some(({ number }, index) => number !== first + index)) continue;
    const continues = before?.number === first - 1;
    const goesOn = after?.number === last + 1;
    if (first !== 1 && before && !continues) continue;
    if (after && !goesOn && after.number !== 1) continue;
    const { depth } = (goesOn ? after : before) ?? group[0]!;
    if (goesOn || continues) {
      for (const entry of group)
        if (hasBody(entry.block, blocks, goesOn)) found.push({ block: entry.block, number: entry.number, depth });
    }
  }
  return found;
}

/** Whether something stands under a line: text of its own, or, where the numbers leave no doubt, anything. */
function hasBody({ order, text, section }: Block, blocks: readonly Block[], sure: boolean): boolean {
  const next = blocks[order + 1];
  if (!next) return false;
  return sure || (next.kind === 'paragraph' && next.section === section && isBody(next.text, text));
}
