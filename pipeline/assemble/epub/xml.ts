import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** Characters that XML 1.0 cannot hold in any spelling. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Elements that HTML writes without an end tag; a reader that takes XHTML for HTML would show `</br>` as a second break. */
const emptyElements = /><\/(?:br|hr|img|col|meta|link|item|itemref|reference|content|rootfile)>/g;

/** Children of the first element of a well-formed fragment. */
export function parseFragment(markup: string): ElementContent[] {
  const root = fromXml(`<fragment>${markup.replace(impossible, '')}</fragment>`);
  const [fragment] = root.children;
  return fragment?.type === 'element' ? fragment.children : [];
}

/** A whole document as UTF-8 text, with declaration, and document type for XHTML. */
export function serialize(root: Element, doctype?: 'html'): string {
  const tree: Root = { type: 'root', children: [root] };
  // The writer leaves `]]>` in text, which XML forbids there.
  const markup = toXml(tree).replace(impossible, '').replaceAll(']]>', ']]&gt;').replace(emptyElements, ' />');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype ? `<!DOCTYPE ${doctype}>\n` : ''}${markup}\n`;
}

/** Children each on a line of its own, for those who read the files. */
export function lines(...children: (Element | Element[] | undefined | false)[]): ElementContent[] {
  const present = children.flat().filter((child): child is Element => Boolean(child));
  return present.flatMap((child): ElementContent[] => [{ type: 'text', value: '\n' }, child]).concat(text('\n'));
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** An element; `undefined` attributes are left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: (ElementContent | ElementContent[] | string | undefined | false)[]
): Element {
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  return x(
    name,
    given as Record<string, string>,
    children.flat().filter((child) => child || child === '') as ElementContent[],
  );
}

/** All text in nodes, as it is read. */
export function textOf(nodes: ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'element' ? textOf(node.children) : node.type === 'text' ? node.value : ''))
    .join('');
}

export function isElement(node: ElementContent | undefined, name?: string): node is Element {
  return node?.type === 'element' && (name === undefined || node.name === name);
}
