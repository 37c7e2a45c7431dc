import type { List, Nodes, Parents, Root } from 'mdast';
import { announces } from './runs.js';
import { type Fault, findFaults } from './sequence.js';

/** A number of an ordered list of Markdown that is out of sequence: source offsets. */
export interface ListFault {
  start: number;
  end: number;
  text: string;
  previous: string | undefined;
  fault: Fault;
}

/** More than this is a year, or a number with a meaning of its own. */
const largest = 99;

/**
 * Finds ordered lists that skip, repeat or exchange numbers, or that start elsewhere than at 1 and continue no earlier list. Lists that give every item the
 * same number leave counting to the program, and a list that starts at 0 counts from there.
 */
export function findListFaults(tree: Root, source: string): ListFault[] {
  const found: ListFault[] = [];
  /** Last numbers of the lists so far, and where they end: a later list may go on from any of them, if it is announced from a near one. */
  const ends = new Map<number, number>();
  const visit = (parent: Parents): void => {
    let before: Nodes | undefined;
    for (const node of parent.children) {
      if (node.type === 'list' && node.ordered) {
        const announced = before?.type === 'paragraph' && announces(sourceEnd(before, source));
        checkList(node, source, ends, found, announced);
      }
      before = node;
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table')
        visit(node as Nodes as Parents);
    }
  };
  visit(tree);
  return found;
}

/** What an author says between two points of one list is shorter: UTF-16 units. */
const near = 1_500;

/** The last words of a paragraph, as they are written. */
const sourceEnd = ({ position }: Nodes, source: string): string =>
  source.slice(Math.max(position?.start.offset ?? 0, (position?.end.offset ?? 0) - 60), position?.end.offset);

/** Numbers in brackets like that of the only item of a list, where a clause begins within its first line. */
function numbersInside(source: string, list: List, first: string) {
  if (!first.endsWith(')')) return [];
  const { start, end } = list.position!;
  const line = source.slice(start.offset!, end.offset!).split('\n', 1)[0]!;
  return [...line.matchAll(/(?<=[.;,。；，] ?)\d{1,2}\)(?=\s?\p{L})/gu)].map(({ 0: text, index }) => ({
    start: start.offset! + index,
    text,
    number: Number(text.slice(0, -1)),
  }));
}

function checkList(
  list: List,
  source: string,
  ends: Map<number, number>,
  found: ListFault[],
  announced: boolean,
): void {
  const items = list.children.flatMap((item) => {
    const start = item.position?.start.offset ?? 0;
    const text = /^\d{1,9}[.)]/.exec(source.slice(start, start + 12))?.[0];
    return text ? [{ start, text, number: Number(text.slice(0, -1)) }] : [];
  });
  // Of "1) paper 2) thread" in a paragraph Markdown takes the first number for a list's.
  if (items.length === 1) items.push(...numbersInside(source, list, items[0]!.text));
  const first = items[0];
  if (!first) return;
  const last = items.at(-1)!.number;
  const end = ends.get(first.number - 1);
  const continues = first.number < 2 || (end !== undefined && (!announced || first.start - end < near));
  ends.set(last, list.position?.end.offset ?? 0);
  if (items.some(({ number }) => number > largest)) return;
  const lazy =
    items.slice(1).every(({ number }) => number === items[1]!.number) && items.length > 1 && items[1]!.number <= 1;
  if (lazy || (items.length === 1 && continues)) return;

  // Counted from 1, whatever the list's first number is allowed to be.
  const shift = first.number === 0 ? -1 : continues ? first.number - 1 : 0;
  const counted = items.map(({ number }) => ({ number: number - shift, adjacent: true }));
  for (const fault of findFaults(counted, true)) {
    const { start, text } = items[fault.index]!;
    const previous = items[fault.index - 1]?.text;
    found.push({
      start,
      end: start + text.length,
      text,
      previous,
      fault: { ...fault, expected: fault.expected + shift },
    });
  }
}
