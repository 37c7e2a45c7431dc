import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';

const prefix = 'data:image/svg+xml;base64,';

/**
 * The drawing in a page that Typst exported as SVG: it sets a PDF's page as an SVG image within its own, and an image
 * within an image is what many readers do not show. Throws when there is none.
 */
export function drawingOf(page: string): string {
  const image = findDrawing(fromXml(page));
  if (!image) throw new Error('no drawing on its first page');
  return Buffer.from(addressOf(image)!.slice(prefix.length), 'base64').toString('utf8');
}

function findDrawing(node: Nodes): Element | undefined {
  if (!('children' in node)) return undefined;
  if (node.type === 'element' && addressOf(node)?.startsWith(prefix)) return node;
  for (const child of node.children) {
    const found = findDrawing(child);
    if (found) return found;
  }
  return undefined;
}

function addressOf({ attributes }: Element): string | undefined {
  return attributes['xlink:href'] ?? attributes.href ?? undefined;
}
