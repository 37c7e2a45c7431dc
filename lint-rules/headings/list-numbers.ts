import type { List, Root } from 'mdast';
import { isHeadingLike, isTerminated } from '../text/endings.js';
import type { Block, Prose } from '../text/prose.js';
import { isBody, isTitle, type Unmarked } from './candidates.js';
import { isSomethingElse } from './other-lines.js';

/**
 * Headings whose number Markdown takes for that of a list: "3. Results" before a paragraph, where no list has come to 2. The first of a list is none where the
 * next list is the second of it, since steps with a paragraph each are written so.
 */
export function numberedAsLists(tree: Root, { blocks }: Prose): Unmarked[] {
  const found: Unmarked[] = [];
  let known: Map<unknown, Block> | undefined;
  let last = 0;
  tree.children.forEach((node, index) => {
    if (node.type !== 'list' || !node.ordered) return;
    const number = node.start ?? 1;
    const continues = number === last + 1 || number === last;
    last = number + node.children.length - 1;
    const paragraph = onlyParagraph(node);
    if (!paragraph || (number < 2 ? number < 1 || isStep(tree, index) : continues)) return;
    known ??= new Map(blocks.map((block) => [block.node, block]));
    const block = known.get(paragraph);
    const body = known.get(tree.children[index + 1]);
    // In English a first step stands so, too: 1. Fold the sheets.
    if (number < 2 && !block?.cjk) return;
    if (!block || body?.kind !== 'paragraph' || !isNameOfSection(block) || !isBody(body.text, block.text)) return;
    const start = node.position?.start.offset;
    if (start === undefined) return;
    found.push({
      block: { ...block, start: start + block.start - paragraph.position!.start.offset! },
      text: block.text,
      sign: 'number',
      rank: 1,
    });
  });
  return found;
}

/** Whether the next ordered list goes on from a 1. */
function isStep({ children }: Root, index: number): boolean {
  const next = children.find((node, at) => at > index && node.type === 'list' && node.ordered) as List | undefined;
  return next?.start === 2;
}

function onlyParagraph({ children }: List) {
  const inner = children.length === 1 ? children[0]!.children : [];
  return inner.length === 1 && inner[0]!.type === 'paragraph' ? inner[0]! : undefined;
}

const isNameOfSection = ({ text, cjk }: Block): boolean =>
  !text.includes('\n') &&
  !isTerminated(text) &&
  isHeadingLike(text) &&
  !isSomethingElse(text, true) &&
  (isTitle(text, cjk) || /^\p{Lu}\p{L}+$/u.test(text));
