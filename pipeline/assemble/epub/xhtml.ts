import type { Element, ElementContent } from 'xast';
import { percentDecoded } from '../../percent-decoding.js';
import { allowedAttributes, htmlElements } from './allowed.js';
import { mathml } from './mathml.js';
import { mark } from './notes.js';
import type { Phrases } from './phrases.js';
import { element, isElement, text, textOf } from './xml.js';

/** What the passes over one manuscript's XHTML know, and what they find. */
export interface PageContext {
  manuscriptId: string;
  /** Language of what the volume says in the page: its section's title. */
  volumeLang: string;
  phrases: Phrases;
  /** Address of the file and place that an identifier of the volume stands at, seen from this page; undefined when there is none. */
  locate(id: string): string | undefined;
  /** Address of an image of the tree, seen from this page. */
  imageAddress(name: string): string | undefined;
  /** Identifiers met so far: of two equal ones the second is dropped. */
  identifiers: Set<string>;
  /** Identifiers of notes in the order in which they are called; a note's number is its place here. */
  calls: string[];
  /** Formulas that stayed TeX. */
  unconverted: string[];
  hasMath: boolean;
}

type Nodes = ElementContent[];
type Pass = (node: Element, context: PageContext) => Nodes;

/**
 * Pandoc's HTML as this book has it: elements and attributes from a list, whatever the tree before said; links to files of this
 * book or to the web; roles, scopes and names for those who do not see the page. What is not on the list leaves its text.
 */
export function clean(nodes: Nodes, context: PageContext): Nodes {
  return nodes.flatMap((node): Nodes => {
    if (node.type === 'text') return [node];
    if (node.type === 'cdata') return [text(node.value)];
    if (node.type !== 'element') return [];
    const pass = passes[node.name];
    if (pass) return pass(node, context);
    return htmlElements.has(node.name) ? [copy(node, context)] : clean(node.children, context);
  });
}

/** The element with its allowed attributes and clean children. */
function copy(node: Element, context: PageContext, more: Record<string, string | undefined> = {}): Element {
  return element(node.name, { ...attributesOf(node, context), ...more }, clean(node.children, context));
}

function attributesOf(node: Element, context: PageContext): Record<string, string> {
  const attributes = allowedAttributes(node.name, node.attributes);
  if (attributes.id !== undefined) {
    if (context.identifiers.has(attributes.id)) delete attributes.id;
    else context.identifiers.add(attributes.id);
  }
  return attributes;
}

const passes: Record<string, Pass> = {
  a: link,
  code: highlighted,
  div: division,
  figcaption: (node, context) => [copy(node, context)],
  img: image,
  input: taskBox,
  label: (node, context) => clean(node.children, context),
  math: formula,
  section: sectionOf,
  span: spanOf,
  table: (node, context) => [element('div', { class: 'table' }, copy(node, context, { style: undefined }))],
  tbody: (node, context) => [element('tbody', {}, clean(node.children, context))],
  thead: (node, context) => [element('thead', {}, clean(node.children.map(asColumnHead), context))],
  th: tableHead,
};

function link(node: Element, context: PageContext): Nodes {
  const target = node.attributes.href ?? '';
  if (node.attributes[`data-${mark}`] === 'noteref') return [noteCall(target.slice(1), context)];
  const content = clean(node.children, context);
  const href = target.startsWith('#') ? context.locate(percentDecoded(target.slice(1))) : webAddress(target);
  if (href === undefined) return content;
  return [element('a', { ...attributesOf(node, context), href }, content)];
}

function noteCall(id: string, context: PageContext): Element {
  const number = context.calls.push(id);
  const { note, call } = noteIds(context.manuscriptId, number);
  return element(
    'a',
    { id: call, class: 'noteref', href: `#${note}`, 'epub:type': 'noteref', role: 'doc-noteref' },
    String(number),
  );
}

/** Identifiers of a note and its call; without the `--` of all others, so that no author's identifier is one of them. */
export function noteIds(manuscriptId: string, number: number): { note: string; call: string } {
  return { note: `${manuscriptId}.fn${number}`, call: `${manuscriptId}.fnref${number}` };
}

/** An address that a reader may follow out of the book, spelt as URLs are; nothing else than the web and mail. */
function webAddress(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address)) return undefined;
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}

function image(node: Element, context: PageContext): Nodes {
  const src = context.imageAddress(percentDecoded(node.attributes.src ?? ''));
  if (!src) return [];
  return [element('img', { ...attributesOf(node, context), src, alt: node.attributes.alt ?? '' })];
}

/** A task's box is no control in a book. */
function taskBox(node: Element, context: PageContext): Nodes {
  const done = 'checked' in node.attributes;
  const label = done ? context.phrases.done : context.phrases.open;
  return [element('span', { role: 'img', 'aria-label': label }, done ? '☒' : '☐'), text(' ')];
}

function formula(node: Element, context: PageContext): Nodes {
  context.hasMath = true;
  return [mathml(node)];
}

function spanOf(node: Element, context: PageContext): Nodes {
  const classes = (node.attributes.class ?? '').split(' ');
  if (classes.includes('math')) {
    const tex = textOf(node.children).replace(/^\$\$?|\$\$?$/g, '');
    context.unconverted.push(tex);
    return [element('code', { class: 'tex' }, tex)];
  }
  const number = node.attributes['data-number'];
  if (!classes.includes('equation') || number === undefined) return [copy(node, context)];
  const numbered = copy(node, context);
  numbered.children.push(element('span', { class: 'equation-number' }, `(${number})`));
  return [numbered];
}

/** Highlighted code without the anchors that pandoc puts on every line: they are stops for a keyboard, and lead nowhere. */
function highlighted(node: Element, context: PageContext): Nodes {
  const unwrapped = node.children.flatMap((child): Nodes => {
    if (!isElement(child, 'span') || !isElement(child.children[0], 'a')) return [child];
    return child.children.slice(1);
  });
  return [copy({ ...node, children: unwrapped }, context)];
}

function division(node: Element, context: PageContext): Nodes {
  const children = node.children;
  if (/^cb\d+$/.test(node.attributes.id ?? '')) return clean(children, context);
  if (node.attributes.id === `${context.manuscriptId}--refs`) {
    const entries = children
      .filter((child) => isElement(child))
      .map((entry) => copy(entry, context, { role: 'listitem' }));
    return [element('div', { ...attributesOf(node, context), role: 'list' }, entries)];
  }
  return [copy(node, context)];
}

function sectionOf(node: Element, context: PageContext): Nodes {
  const holdsReferences = node.children.some(
    (child) => isElement(child, 'div') && child.attributes.id === `${context.manuscriptId}--refs`,
  );
  const role = holdsReferences ? { 'epub:type': 'bibliography', role: 'doc-bibliography' } : {};
  return [copy(node, context, role)];
}

function asColumnHead(row: ElementContent): ElementContent {
  if (!isElement(row, 'tr')) return row;
  const cells = row.children.map((cell) =>
    isElement(cell, 'th') ? { ...cell, attributes: { ...cell.attributes, scope: 'col' } } : cell,
  );
  return { ...row, children: cells };
}

/** A head without text heads nothing. */
function tableHead(node: Element, context: PageContext): Nodes {
  const cell = copy(node, context);
  if (textOf(cell.children).trim() === '' && !cell.children.some((child) => isElement(child))) {
    return [{ ...cell, name: 'td' }];
  }
  return [{ ...cell, attributes: { ...cell.attributes, scope: node.attributes.scope === 'col' ? 'col' : 'row' } }];
}
