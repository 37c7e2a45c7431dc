import type { Code, Definition, Image, ImageReference, Parents, Root } from 'mdast';

/** A picture that a manuscript shows. Source offsets of where it is named. */
export interface ShownImage {
  url: string;
  /** Words for those who do not see it: alternative text or a caption. */
  hasWords: boolean;
  start: number;
  end: number;
}

const figureDirective = /^\{(figure|image)\}$/;

/** The pictures of a manuscript: Markdown's, and those of MyST's directives. `source`: the whole file. */
export function imagesIn(tree: Root, source: string): ShownImage[] {
  const found: ShownImage[] = [];
  const definitions = new Map<string, Definition>();
  const references: ImageReference[] = [];
  const visit = (parent: Parents): void => {
    for (const node of parent.children) {
      if (node.type === 'image') add(found, node, node.url, source);
      else if (node.type === 'imageReference') references.push(node);
      else if (node.type === 'definition') {
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
      } else if (node.type === 'code') directive(found, node);
      else if ('children' in node) visit(node as Parents);
    }
  };
  visit(tree);
  for (const node of references) {
    const url = definitions.get(node.identifier)?.url;
    if (url !== undefined) add(found, node, url, source);
  }
  return found.sort((a, b) => a.start - b.start);
}

function add(found: ShownImage[], node: Image | ImageReference, url: string, source: string): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  // pandoc's attribute, also the empty one by which an author says that a picture is mere ornament.
  const hasAttribute = /^\{[^{}\n]{0,400}\balt=/.test(source.slice(end, end + 420));
  found.push({ url, hasWords: Boolean(node.alt?.trim()) || hasAttribute, start, end });
}

function directive(found: ShownImage[], node: Code): void {
  const start = node.position?.start.offset;
  if (!node.lang || !figureDirective.test(node.lang) || !node.meta?.trim() || start === undefined) return;
  const url = node.meta.trim();
  const words = node.value
    .split('\n')
    .filter((line) => line.trim() && !/^\s*:(?!alt:)[\w-]+:/.test(line) && !/^\s*---/.test(line));
  found.push({ url, hasWords: words.length > 0, start, end: start + 3 + node.lang.length + 1 + node.meta.length });
}
