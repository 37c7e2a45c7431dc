import type { Root } from 'mdast';

/** Where the header stands in the source, between its dashes and with them; `undefined` without one. */
export function headerOf(tree: Root): { start: number; end: number } | undefined {
  const first = tree.children[0];
  if (!first || (first.type as string) !== 'yaml' || !first.position) return undefined;
  return { start: first.position.start.offset ?? 0, end: first.position.end.offset ?? 0 };
}
