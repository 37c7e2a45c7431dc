import type { Nodes, Parents, Root } from 'mdast';

/** Where the header stands in the source, between its dashes and with them; `undefined` without one. */
export function headerOf(tree: Root): { start: number; end: number } | undefined {
  const first = tree.children[0];
  if (!first || (first.type as string) !== 'yaml' || !first.position) return undefined;
  return { start: first.position.start.offset ?? 0, end: first.position.end.offset ?? 0 };
}

/** A stretch that is no running text. Source offsets. */
export interface Unprinted {
  kind: 'header' | 'code' | 'html' | 'math';
  start: number;
  end: number;
}

const kinds: Record<string, Unprinted['kind']> = {
  yaml: 'header',
  code: 'code',
  inlineCode: 'code',
  html: 'html',
  math: 'math',
  inlineMath: 'math',
};

/** What in a manuscript is no running text, in the order of the source: header, code, HTML and mathematics. */
export function unprintedIn(tree: Root, source: string): Unprinted[] {
  // The parser counts from behind a byte order mark.
  const shift = source.charCodeAt(0) === 0xfeff && tree.position?.start.offset === 0 ? 1 : 0;
  const found: Unprinted[] = [];
  const visit = (parent: Parents): void => {
    for (const node of parent.children as Nodes[]) {
      const kind = kinds[node.type];
      const { start, end } = node.position ?? {};
      if (kind && start?.offset !== undefined && end?.offset !== undefined)
        found.push({ kind, start: start.offset + shift, end: end.offset + shift });
      else if ('children' in node) visit(node as Parents);
    }
  };
  visit(tree);
  return found;
}

/** Tells for places asked in ascending order which of the stretches holds each. */
export function holderOf(stretches: readonly Unprinted[]): (at: number) => Unprinted | undefined {
  let next = 0;
  return (at) => {
    while (next < stretches.length && stretches[next]!.end <= at) next++;
    const stretch = stretches[next];
    return stretch && stretch.start <= at ? stretch : undefined;
  };
}
