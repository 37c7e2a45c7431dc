import type { Nodes, Parents } from 'mdast';
import type { Block, Prose } from '../text/prose.js';
import { isPageNumber } from './junctions.js';

/** The last paragraph of a section or of the whole manuscript, when prose is what it ends with. */
export interface LastBlock {
  block: Block;
  of: 'section' | 'manuscript';
}

const references =
  /^[\d.\s一二三四五六七八九十、]*(?:参考[文资資]|參考文|引用文|注[释釋]|註釋|文献|文獻|references|bibliography|works cited|further reading|literatur|quellen|bibliographie|références|sources|notes|список литературы|литература|источники|参照|참고)/iu;

/**
 * The last paragraph before each heading and at the end, save where a list of works stands. Page numbers and comments behind it do not count; what
 * comes behind a figure, a table, a program or a formula is theirs.
 */
export function lastBlocks({ blocks, source }: Prose): LastBlock[] {
  const found: LastBlock[] = [];
  let last: Block | undefined;
  let listing = false;
  const take = (of: LastBlock['of']) => {
    if (last && !listing && isLast(last)) found.push({ block: last, of });
    last = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'heading' && block.context === 'flow') {
      take('section');
      listing = references.test(block.text.trim());
    } else if (block.context === 'table') last = undefined;
    else if (block.context !== 'footnote' && !isPageNumber(block, source)) last = block;
  }
  take('manuscript');
  return found;
}

/** Whether nothing but headings, notes, comments and page numbers follows a block under its parent. */
function isLast({ parent, index, kind }: Block): boolean {
  if (kind !== 'paragraph') return false;
  for (let at = index + 1; at < parent.children.length; at++) {
    const node = parent.children[at]!;
    if (node.type === 'heading') return true;
    if (!isSilent(node) && !(node.type === 'paragraph' && isShort(node))) return false;
  }
  return true;
}

const silent = new Set<string>(['footnoteDefinition', 'definition', 'html', 'thematicBreak', 'yaml']);
const isSilent = (node: Nodes | Parents['children'][number]): boolean => silent.has(node.type);
const isShort = (node: Nodes): boolean => (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0) <= 40;
