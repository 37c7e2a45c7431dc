import type { HtmlToken } from './html-tokens.js';

/** An element whose content is elements and nodes of pandoc's tree. */
export interface HtmlElement<Node> {
  name: string;
  /** The name as its author wrote it. */
  written: string;
  attributes: Map<string, string>;
  children: HtmlContent<Node>[];
}

export type HtmlContent<Node> = { node: Node } | { element: HtmlElement<Node> };

/** Elements whose end tag may be left out, with those whose start ends them and those that they are looked for in. */
const optionalEnd = new Map<string, { endedBy: string[]; within: string[] }>(
  Object.entries({
    li: { endedBy: ['li'], within: ['ul', 'ol', 'menu'] },
    dt: { endedBy: ['dt', 'dd'], within: ['dl'] },
    dd: { endedBy: ['dt', 'dd'], within: ['dl'] },
    tr: { endedBy: ['tr', 'tbody', 'thead', 'tfoot'], within: ['table'] },
    td: { endedBy: ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot'], within: ['table'] },
    th: { endedBy: ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot'], within: ['table'] },
    thead: { endedBy: ['tbody', 'tfoot'], within: ['table'] },
    tbody: { endedBy: ['tbody', 'tfoot'], within: ['table'] },
    tfoot: { endedBy: ['tbody'], within: ['table'] },
    colgroup: { endedBy: ['thead', 'tbody', 'tfoot', 'tr'], within: ['table'] },
    caption: { endedBy: ['thead', 'tbody', 'tfoot', 'tr'], within: ['table'] },
    p: {
      endedBy: 'p div ul ol dl table figure blockquote pre hr h1 h2 h3 h4 h5 h6 section article details center'.split(
        ' ',
      ),
      within: [],
    },
  }),
);

/** How deep elements may stand in each other; what is deeper loses its tags. */
const deepest = 100;

/**
 * Builds a tree from nodes and tags as they follow one another. An end tag without its start is dropped, and so is a start tag without its
 * end, unless HTML lets that end be left out or `keepsOpen` says so; the content stays in every case.
 */
export function buildTree<Node>(
  items: ({ node: Node } | { tag: Exclude<HtmlToken, { kind: 'text' }> })[],
  keepsOpen: (name: string) => boolean,
): HtmlContent<Node>[] {
  const root: HtmlElement<Node> = { name: '', written: '', attributes: new Map(), children: [] };
  const open: HtmlElement<Node>[] = [root];

  const closeLast = (unbalanced: boolean) => {
    const element = open.pop()!;
    const parent = open.at(-1)!;
    if (unbalanced && !optionalEnd.has(element.name) && !keepsOpen(element.name))
      parent.children.push(...element.children);
    else parent.children.push({ element });
  };

  for (const item of items) {
    if ('node' in item) {
      open.at(-1)!.children.push(item);
    } else if (item.tag.kind === 'open') {
      const { name, written, attributes, closed } = item.tag;
      while (endsBefore(open, name)) closeLast(true);
      if (open.length > deepest && !closed) continue;
      open.push({ name, written, attributes, children: [] });
      if (closed) closeLast(false);
    } else {
      const { name } = item.tag;
      const at = open.findLastIndex((element) => element.name === name);
      if (at < 1) continue;
      while (open.length - 1 > at) closeLast(true);
      closeLast(false);
    }
  }
  while (open.length > 1) closeLast(true);
  return root.children;
}

/** Whether the start of an element `name` ends one that is open. */
function endsBefore<Node>(open: HtmlElement<Node>[], name: string): boolean {
  const at = open.findLastIndex((element) => optionalEnd.get(element.name)?.endedBy.includes(name));
  if (at < 1) return false;
  const within = optionalEnd.get(open[at]!.name)!.within;
  return !open.slice(at + 1).some((element) => within.includes(element.name) || element.name === 'figure');
}
