import type { Nodes, Parents } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Source offsets, UTF-16, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A paragraph, heading or cell of a manuscript, as the planters see it. */
export interface Place extends Range {
  kind: 'paragraph' | 'heading' | 'cell';
  within: 'flow' | 'list' | 'quote' | 'table' | 'footnote';
  /** Stretches of plain text: no mark-up, no escapes, no line ends. */
  runs: Range[];
}

export const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).freeze();

const containers: Record<string, Place['within']> = {
  list: 'list',
  blockquote: 'quote',
  table: 'table',
  footnoteDefinition: 'footnote',
};

const known = new Map<string, Place[]>();

/** The blocks of a Markdown text in order. */
export function placesIn(source: string): Place[] {
  const cached = known.get(source);
  if (cached) return cached;
  const places: Place[] = [];
  const visit = (node: Nodes, within: Place['within']): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const runs: Range[] = [];
      collectRuns(node, source, runs);
      places.push({ ...offsets(node), kind: node.type === 'tableCell' ? 'cell' : node.type, within, runs });
    } else if ('children' in node) {
      for (const child of (node as Parents).children) visit(child, containers[node.type] ?? within);
    }
  };
  visit(parser.parse(source), 'flow');
  known.set(source, places);
  return places;
}

const offsets = (node: Nodes): Range => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** Line ends, citations, references, attributes and addresses: damage is planted into words. */
const notWords = /\n|\[[^[\]]*@[^[\]]*\]|@[\w:.-]+|\{[^{}]*\}|https?:[^\s\p{Script=Han}]+|[\w.]+@[\w.]+|\[\^\w+\]/gu;

function collectRuns(node: Nodes, source: string, runs: Range[]): void {
  if (node.type === 'text') {
    const { start, end } = offsets(node);
    if (source.slice(start, end) !== node.value) return;
    let from = start;
    for (const { 0: notProse, index } of [
      ...node.value.matchAll(notWords),
      Object.assign([''], { index: node.value.length }),
    ]) {
      if (start + index > from) runs.push({ start: from, end: start + index });
      from = start + index + notProse!.length;
    }
  } else if ('children' in node) for (const child of (node as Parents).children) collectRuns(child, source, runs);
}
