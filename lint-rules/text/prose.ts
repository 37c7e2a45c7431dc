import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { manuscriptLanguage } from './language.js';
import { maskNonProse, opaque } from './mask.js';
import { ruledTables } from './ruled-tables.js';
import { isMostlyCjk } from './scripts.js';
import { mapText, SourceMap } from './source-map.js';

/** What a block of prose is. Code, mathematics, HTML and front matter are not prose and give none. */
export type BlockKind = 'paragraph' | 'heading' | 'cell';
/** What it stands in, the innermost of these. */
export type BlockContext = 'flow' | 'list' | 'quote' | 'table' | 'footnote' | 'other';

/** A paragraph, heading or table cell as the reader sees it, and the way back to the source. */
export interface Block {
  kind: BlockKind;
  context: BlockContext;
  node: Nodes;
  /** Its parent, and its index among that one's children. */
  parent: Parents;
  index: number;
  /**
   * Visible text. Markers of emphasis and links are gone; `opaque` (U+FFFC) stands, unit for unit, for code, mathematics, images, citations,
   * addresses and other things that are no words. Line ends inside a paragraph are `\n`. Footnote marks leave nothing.
   */
  text: string;
  /** Whether most of its letters are Han or kana. */
  cjk: boolean;
  /** Where it stands in the source: offsets in UTF-16 units. */
  start: number;
  end: number;
  /** Number of headings before it (itself, when it is one, not counted): blocks of one section share it. */
  section: number;
  /** Position in `Prose.blocks`. */
  order: number;
  map: SourceMap;
}

/** A manuscript as the rules read it. */
export interface Prose {
  source: string;
  /** BCP 47. */
  lang: string;
  /** Every block of prose in the order of the source. */
  blocks: Block[];
  /** The blocks that stand directly in the document, none nested in lists, quotes, tables or notes. */
  flow: Block[];
  /** Offsets of the source to a position, 1-based lines and UTF-16 columns, with offsets. */
  place(start: number, end: number): Position;
}

const read = new WeakMap<Root, Prose>();

/** The prose of a parsed manuscript; read once a tree. */
export function proseOf(tree: Root, file: VFile): Prose {
  const known = read.get(tree);
  if (known) return known;
  const prose = readProse(tree, String(file));
  read.set(tree, prose);
  return prose;
}

function readProse(tree: Root, source: string): Prose {
  const blocks: Block[] = [];
  let section = 0;
  // The parser counts from behind a byte order mark.
  const shift = source.charCodeAt(0) === 0xfeff && tree.position?.start.offset === 0 ? 1 : 0;

  const tables = ruledTables(source);
  let passed = 0;
  /** Whether a place lies in a table that the parser took for paragraphs; to be asked in order. */
  const isTabulated = (at: number): boolean => {
    while (passed < tables.length && tables[passed]!.end <= at) passed++;
    return passed < tables.length && tables[passed]!.start <= at;
  };

  const visit = (parent: Parents, context: BlockContext): void => {
    let index = -1;
    for (const node of parent.children) {
      index++;
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
        const start = node.position?.start.offset;
        const end = node.position?.end.offset;
        if (start !== undefined && end !== undefined) {
          const map = new SourceMap();
          const text = maskNonProse(phrasing(node.children, '', map, source, shift));
          const tabulated = isTabulated(start + shift);
          blocks.push({
            kind: node.type === 'tableCell' || tabulated ? 'cell' : node.type,
            context: tabulated ? 'table' : context,
            node,
            parent,
            index,
            text,
            cjk: isMostlyCjk(text),
            start: start + shift,
            end: end + shift,
            section,
            order: blocks.length,
            map,
          });
        }
        if (node.type === 'heading') section++;
      } else if ('children' in node) visit(node as Parents, contextOf(node, context));
    }
  };
  visit(tree, 'flow');

  const first = tree.children[0];
  const header = first && (first.type as string) === 'yaml' ? (first as { value: string }).value : '';
  const body = source.slice(first?.position && header ? (first.position.end.offset ?? 0) : 0);
  const places = location(source);
  const point = (offset: number): Point => {
    const at = places.toPoint(Math.max(0, Math.min(offset, source.length)))!;
    return { line: at.line, column: at.column, offset: at.offset };
  };
  return {
    source,
    lang: manuscriptLanguage(header, body),
    blocks,
    flow: blocks.filter(({ context }) => context === 'flow'),
    place: (start, end) => ({ start: point(start), end: point(end) }),
  };
}

function contextOf(node: RootContent, outer: BlockContext): BlockContext {
  switch (node.type) {
    case 'list':
    case 'listItem':
      return 'list';
    case 'blockquote':
      return 'quote';
    case 'table':
    case 'tableRow':
      return 'table';
    case 'footnoteDefinition':
      return 'footnote';
    default:
      return outer === 'flow' ? 'other' : outer;
  }
}

function phrasing(nodes: PhrasingContent[], before: string, map: SourceMap, source: string, shift: number): string {
  let text = before;
  for (const node of nodes) {
    const start = (node.position?.start.offset ?? 0) + shift;
    const end = (node.position?.end.offset ?? 0) + shift;
    switch (node.type) {
      case 'text':
        mapText(map, text.length, node.value, source, start, end);
        text += node.value;
        break;
      case 'break':
        map.addWide(text.length, start, end - start);
        text += '\n';
        break;
      case 'html':
        if (/^<br\b/i.test(node.value)) {
          map.addWide(text.length, start, end - start);
          text += '\n';
        }
        break;
      case 'footnoteReference':
        break;
      default:
        if ('children' in node) text = phrasing(node.children, text, map, source, shift);
        else {
          map.addWide(text.length, start, end - start);
          text += opaque;
        }
    }
  }
  return text;
}

/** Source offsets of `block.text.slice(from, to)`. */
export function sourceRange(block: Block, from: number, to: number): { start: number; end: number } {
  return { start: block.map.start(from), end: block.map.end(to) };
}
