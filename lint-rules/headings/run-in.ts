import type { PhrasingContent } from 'mdast';
import { weight } from '../furniture/judge.js';
import { opaque } from '../text/mask.js';
import type { Block, Prose } from '../text/prose.js';

/** A short opening of a paragraph that names what it is about: "聚合思想。", "**Glue.** …". Positions in `block.text`. */
export interface RunInHead {
  block: Block;
  text: string;
  end: number;
  mark: 'strong' | 'emphasis' | 'none';
  /** Its length in letters, or in words where words are divided by spaces. */
  size: number;
}

/** What is wrong with one head of a row, and a sibling that has it right. */
export interface Uneven {
  kind: 'unmarked' | 'marked' | 'shorter';
  head: RunInHead;
  sibling: RunInHead;
}

const longest = { cjk: 24, other: 60 };
const firstSentence = /^([^。！？；：，、.!?;:,\n\u3000]{2,60})(?:[。.]|[\u3000])(?=[\s\u3000]*[^\s\u3000])/u;
/** What follows a head says more than the head. */
const least = 40;

/** Paragraphs that stand in a row and open with heads, of which one is not like the others: unmarked, marked in another way, or shorter. */
export function findUneven({ flow }: Prose): Uneven[] {
  const found: Uneven[] = [];
  let row: (RunInHead | undefined)[] = [];
  let last: Block | undefined;
  const close = () => {
    found.push(...unevenIn(row));
    row = [];
  };
  for (const block of flow) {
    if (block.kind !== 'paragraph' || (last && (block.section !== last.section || block.index !== last.index + 1)))
      close();
    last = block;
    if (block.kind === 'paragraph') row.push(readHead(block));
  }
  close();
  return found;
}

function readHead(block: Block): RunInHead | undefined {
  const { text, cjk } = block;
  const limit = cjk ? longest.cjk : longest.other;
  const children = (block.node as { children?: PhrasingContent[] }).children ?? [];
  const first = children[0];
  if ((first?.type === 'strong' || first?.type === 'emphasis') && children.length > 1) {
    const end = plain(first).length;
    if (end < 2 || end > limit || weight(text) - end < least) return undefined;
    return { block, text: text.slice(0, end), end, mark: first.type, size: sizeOf(text.slice(0, end), cjk) };
  }
  const head = firstSentence.exec(text.slice(0, limit + 4))?.[1];
  if (!head || head.length > limit || head.includes(opaque) || weight(text) - weight(head) < least) return undefined;
  return { block, text: head, end: head.length, mark: 'none', size: sizeOf(head, cjk) };
}

function plain(node: PhrasingContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

const sizeOf = (text: string, cjk: boolean): number =>
  cjk ? (text.match(/\p{L}/gu)?.length ?? 0) : text.trim().split(/\s+/u).length;

function unevenIn(row: (RunInHead | undefined)[]): Uneven[] {
  const heads = row.filter((head) => head !== undefined);
  if (heads.length < 3) return [];
  return otherMark(row) ?? otherSize(heads);
}

/** In a row where the others are marked alike: the one that is not. */
function otherMark(row: (RunInHead | undefined)[]): Uneven[] | undefined {
  for (const mark of ['strong', 'emphasis'] as const) {
    const marked = row.flatMap((head, index) => (head?.mark === mark ? [index] : []));
    if (marked.length < 2) continue;
    const [first, last] = [marked[0]!, marked.at(-1)!];
    const largest = Math.max(...marked.map((index) => row[index]!.size));
    const inside = row.slice(first, last + 1).filter((head) => head?.mark !== mark);
    // A paragraph without any head between the marked ones shows that not every paragraph has one.
    if (inside.some((head) => !head || (head.mark === 'none' && head.size > Math.max(largest, 3) + 1))) return [];
    const beside = [row[first - 1], row[last + 1]].filter(
      (head) => head && (head.mark !== 'none' || head.size <= largest),
    );
    const odd = inside.length > 0 ? inside : beside;
    const head = odd[0];
    if (odd.length !== 1 || !head) return [];
    return [{ kind: head.mark === 'none' ? 'unmarked' : 'marked', head, sibling: row[first]! }];
  }
  return undefined;
}

/** In a row of parallel heads, which have a character in common and else one length: the one that is shorter. */
function otherSize(heads: RunInHead[]): Uneven[] {
  const found: Uneven[] = [];
  const short = heads.filter(({ block, size }) => block.cjk && size >= 2 && size <= 10);
  for (let index = 0; index + 2 < short.length; index++) {
    const group = short.slice(index, index + 3);
    const ends = group.map(({ text }) => text.replace(/\P{L}/gu, ''));
    const parallel = [0, -1].some((at) => new Set(ends.map((text) => text.at(at))).size === 1);
    const size = Math.max(...group.map((head) => head.size));
    const odd = group.filter((head) => head.size < size);
    if (!parallel || odd.length !== 1) continue;
    found.push({ kind: 'shorter', head: odd[0]!, sibling: group.find((head) => head.size === size)! });
    index += 2;
  }
  return found;
}
