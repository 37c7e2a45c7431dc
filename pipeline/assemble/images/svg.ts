import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { allowedAttribute, allowedElements, localReferences, safeStylesheet } from './svg-allowed.js';
import { embeddedPixels } from './svg-images.js';
import { UnsafeSvg } from './unsafe-svg.js';

/** Elements that a figure may have, `use` counted as often as it draws: readers lay out every one of them. */
const maximumElements = 100_000;
const maximumDepth = 200;

/** What cannot stay though a reader would see it, or its author count on it. */
const missed = new Set([
  'foreignObject',
  'image',
  'use',
  'script',
  'animate',
  'animateMotion',
  'animateTransform',
  'set',
]);

/**
 * An SVG with only what draws: elements and attributes from a list, links only to its own parts, PNG and JPEG only from within; no
 * script, event handler, foreign content, animation, outside address, document type or entity. `width` and `height` (CSS pixels)
 * are set, since readers differ about an SVG without them. `removed` names the elements that a reader would miss.
 * Throws `UnsafeSvg` for what is no SVG or would take too long to draw.
 */
export async function safeSvg(
  source: string,
  limits: { width: number; height: number; maximumPixels: number },
): Promise<{ svg: string; removed: string[] }> {
  const removed = new Set<string>();
  const root = parse(source);
  const svg = root.children.find((node): node is Element => node.type === 'element');
  if (!svg || localName(svg.name) !== 'svg') throw new UnsafeSvg('svg-not-readable', 'not an <svg> document');
  const clean = cleanElement(svg, 1, removed);
  if (!clean) throw new UnsafeSvg('svg-not-readable', 'not an <svg> document');
  if (drawnElements(clean) > maximumElements) throw new UnsafeSvg('svg-too-complex', `> ${maximumElements}`);
  if ((await embeddedPixels(clean)) > limits.maximumPixels) {
    throw new UnsafeSvg('svg-too-complex', `> ${limits.maximumPixels} px`);
  }
  const { width, height } = limits;
  clean.attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    ...(clean.attributes.viewBox ? {} : { viewBox: `0 0 ${width} ${height}` }),
    ...clean.attributes,
    width: String(width),
    height: String(height),
  };
  // The writer leaves `]]>` in text, which XML forbids there.
  const markup = toXml(clean, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;');
  return { svg: markup, removed: [...removed].sort() };
}

function parse(source: string): Root {
  try {
    return fromXml(source);
  } catch (cause) {
    const reason = (cause as { cause?: Error }).cause?.message ?? (cause as Error).message;
    throw new UnsafeSvg('svg-not-readable', reason.split('\n')[0]!);
  }
}

function localName(name: string): string {
  return name.startsWith('svg:') ? name.slice(4) : name;
}

function cleanElement(element: Element, depth: number, removed: Set<string>): Element | undefined {
  const name = localName(element.name);
  if (depth > maximumDepth) throw new UnsafeSvg('svg-too-complex', `> ${maximumDepth}`);
  const attributes = cleanAttributes(name, element.attributes);
  // An image or a repetition without an address draws nothing, and is no valid SVG.
  const pointless = (name === 'use' || name === 'image') && !attributes['xlink:href'];
  if (!allowedElements.has(name) || pointless) {
    if (missed.has(name)) removed.add(name);
    return undefined;
  }
  if (name === 'style') {
    const css = element.children.map((node) => ('value' in node ? node.value : '')).join('');
    return { type: 'element', name, attributes: {}, children: [{ type: 'text', value: safeStylesheet(css) }] };
  }
  // Of a switch, a reader shows the first child that it can, and what it cannot is expected to be there.
  const removedHere = name === 'switch' ? new Set<string>() : removed;
  const children: Element['children'] = [];
  for (const child of element.children) {
    if (child.type === 'element') {
      // A link's text and drawing stay; where it led does not.
      const kept = cleanElement(
        localName(child.name) === 'a' ? { ...child, name: 'g' } : child,
        depth + 1,
        removedHere,
      );
      if (kept) children.push(kept);
    } else if (child.type === 'text' || child.type === 'cdata') {
      children.push({ type: 'text', value: child.value });
    }
  }
  return { type: 'element', name, attributes, children };
}

function cleanAttributes(element: string, attributes: Element['attributes']): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    const safe = allowedAttribute(element, key, value ?? '');
    if (safe !== undefined) clean[key === 'href' ? 'xlink:href' : key] = safe;
  }
  return clean;
}

/** Elements that a viewer draws, each `use` with all it repeats: ten levels of ten are ten thousand million. */
function drawnElements(svg: Element): number {
  const byId = new Map<string, Element>();
  const collect = (node: Nodes) => {
    if (node.type !== 'element') return;
    const { id } = node.attributes;
    if (id && !byId.has(id)) byId.set(id, node);
    node.children.forEach(collect);
  };
  collect(svg);
  const counts = new Map<Element, number>();
  const underWay = new Set<Element>();
  const count = (element: Element): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    if (underWay.has(element)) throw new UnsafeSvg('svg-too-complex', `#${element.attributes.id ?? ''}`);
    underWay.add(element);
    let total = 1;
    for (const child of element.children) if (child.type === 'element') total += count(child);
    for (const value of Object.values(element.attributes)) {
      for (const id of localReferences(value ?? '')) {
        const target = byId.get(id);
        if (target) total += count(target);
      }
    }
    underWay.delete(element);
    counts.set(element, total);
    return total;
  };
  return count(svg);
}
