import { unzipSync } from 'fflate';
import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** An EPUB opened and parsed, for asking what a reader would find. */
export interface Book {
  /** Paths in the order of the container. */
  paths: string[];
  bytes(path: string): Uint8Array;
  text(path: string): string;
  xml(path: string): Root;
  package: Root;
  /** Manifest items by id. */
  items: Map<string, Element['attributes']>;
  /** Paths of the spine's documents. */
  spine: string[];
  pages: { path: string; root: Root }[];
}

const folder = 'EPUB/';

export function openBook(epub: Uint8Array): Book {
  const files = unzipSync(epub);
  const bytes = (path: string) => {
    const content = files[path];
    if (!content) throw new Error(`no ${path}`);
    return content;
  };
  const text = (path: string) => new TextDecoder().decode(bytes(path));
  const xml = (path: string) => fromXml(text(path));
  const opf = xml(`${folder}package.opf`);
  const items = new Map(all(opf, 'item').map(({ attributes }) => [attributes.id!, attributes]));
  const spine = all(opf, 'itemref').map(({ attributes }) => folder + items.get(attributes.idref!)!.href!);
  const pages = spine.map((path) => ({ path, root: xml(path) }));
  return { paths: Object.keys(files), bytes, text, xml, package: opf, items, spine, pages };
}

/** Every element, or every one of a name, in the order of the document. */
export function all(node: Root | Element, name?: string): Element[] {
  return (node.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [];
    const below = all(child, name);
    return name === undefined || child.name === name ? [child, ...below] : below;
  });
}

export function withClass(node: Root | Element, name: string): Element[] {
  return all(node).filter(({ attributes }) => attributes.class?.split(' ').includes(name));
}

export function byId(node: Root | Element, id: string): Element | undefined {
  return all(node).find(({ attributes }) => attributes.id === id);
}

export function textOf(node: Root | Element): string {
  return (node.children as ElementContent[])
    .map((child) => (child.type === 'element' ? textOf(child) : child.type === 'text' ? child.value : ''))
    .join('');
}
