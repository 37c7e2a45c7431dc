import type { Attr, Inline } from './ast.js';
import type { HtmlContent, HtmlElement } from './html-tree.js';
import { stringify } from './walk.js';

/** What happens on the way to an element's nodes. */
export interface HtmlEvents {
  /** An element is left out with its content. */
  leftOut(element: HtmlElement<unknown>): void;
  /** A tag that HTML does not have is left out; its content stays. */
  unknown(element: HtmlElement<unknown>): void;
  /** An image was made. */
  image(image: Inline): void;
}

/** Elements that run, load, draw or ask: no book can show them. Their content goes with them. */
export const leftOut = new Set(
  'script style template iframe object embed applet svg math canvas form input button select textarea audio video dialog title head'.split(
    ' ',
  ),
);

/** Of those, the ones whose absence needs no word: nobody reads them on a page either. */
const silent = new Set(['script', 'style', 'template', 'title', 'head', 'input']);

/** Elements that print as their content does. */
const transparent = new Set(
  `abbr acronym address area article aside base basefont bdi bdo bgsound big body blink caption center col colgroup data datalist dd
  details dfn dir div dl dt fieldset figcaption figure font footer frame frameset h1 h2 h3 h4 h5 h6 header hgroup html label legend
  li link main map marquee menu meta meter nav nobr noembed noframes noscript ol optgroup option output p param picture plaintext
  pre progress rb rtc ruby search section slot small source summary table tbody td tfoot th thead time tr track ul wbr xmp blockquote`.split(
    /\s+/,
  ),
);

const wrapped = new Map<string, 'Strong' | 'Emph' | 'Underline' | 'Strikeout' | 'Superscript' | 'Subscript'>(
  Object.entries({
    b: 'Strong',
    strong: 'Strong',
    i: 'Emph',
    em: 'Emph',
    cite: 'Emph',
    var: 'Emph',
    u: 'Underline',
    ins: 'Underline',
    s: 'Strikeout',
    del: 'Strikeout',
    strike: 'Strikeout',
    sup: 'Superscript',
    sub: 'Subscript',
  } as const),
);

const printed = new Set('br hr code tt samp kbd mark q a img span rt rp'.split(' '));

/** Whether HTML has an element of this name; a tag without one is text that looks like a tag. */
export function isElement(name: string): boolean {
  return leftOut.has(name) || transparent.has(name) || wrapped.has(name) || printed.has(name);
}

/** Elements that begin a line of their own where they stand in running text, as a list in a table's cell does. */
const lines = new Set(
  'p div ul ol li dl dt dd tr table blockquote h1 h2 h3 h4 h5 h6 pre section article details summary center'.split(' '),
);

/** Inlines for content that stands in running text. */
export function inlinesOf(content: HtmlContent<Inline>[], events: HtmlEvents): Inline[] {
  const made: Inline[] = [];
  for (const item of content) {
    if ('node' in item) {
      made.push(item.node);
      continue;
    }
    const { element } = item;
    const inlines = inlineElement(element, events);
    if (lines.has(element.name)) {
      if (made.length > 0 && made.at(-1)!.t !== 'LineBreak') made.push({ t: 'LineBreak' });
      made.push(...inlines);
      if (inlines.length > 0) made.push({ t: 'LineBreak' });
    } else made.push(...inlines);
  }
  if (
    content.length > 0 &&
    'element' in content.at(-1)! &&
    lines.has((content.at(-1) as { element: HtmlElement<Inline> }).element.name)
  ) {
    if (made.at(-1)?.t === 'LineBreak') made.pop();
  }
  return made;
}

function inlineElement(element: HtmlElement<Inline>, events: HtmlEvents): Inline[] {
  const { name, attributes } = element;
  if (leftOut.has(name)) {
    if (!silent.has(name)) events.leftOut(element);
    return [];
  }
  if (!isElement(name)) events.unknown(element);
  const content = inlinesOf(element.children, events);
  const id = attributes.get('id') ?? '';
  const anchor: Inline[] = id ? [{ t: 'Span', c: [[id, [], []], []] }] : [];
  const wrapper = wrapped.get(name);
  if (wrapper) return content.length > 0 ? [...anchor, { t: wrapper, c: content }] : anchor;
  switch (name) {
    case 'br':
      return [{ t: 'LineBreak' }];
    case 'hr':
      return [{ t: 'LineBreak' }];
    case 'code':
    case 'tt':
    case 'samp':
    case 'kbd':
      return [...anchor, { t: 'Code', c: [['', name === 'kbd' ? ['kbd'] : [], []], stringify(content)] }];
    case 'mark':
      return [{ t: 'Span', c: [[id, ['mark'], []], content] }];
    case 'q':
      return [...anchor, { t: 'Quoted', c: [{ t: 'DoubleQuote' }, content] }];
    case 'a':
      return anchorElement(attributes, content);
    case 'img':
      return imageElement(attributes, events);
    case 'span':
      return [{ t: 'Span', c: [attrOf(attributes), content] }];
    case 'rt':
      return [{ t: 'Str', c: '(' }, ...content, { t: 'Str', c: ')' }];
    case 'rp':
      return [];
    default:
      return [...anchor, ...content];
  }
}

function anchorElement(attributes: Map<string, string>, content: Inline[]): Inline[] {
  const id = attributes.get('id') ?? attributes.get('name') ?? '';
  const href = attributes.get('href');
  if (href === undefined) return [{ t: 'Span', c: [[id, [], []], content] }];
  return [{ t: 'Link', c: [[id, [], []], content, [href.trim(), attributes.get('title') ?? '']] }];
}

function imageElement(attributes: Map<string, string>, events: HtmlEvents): Inline[] {
  const source = attributes.get('src')?.trim();
  if (!source) return [];
  const alt = attributes.get('alt')?.replace(/\s+/g, ' ').trim() ?? '';
  const pairs: [string, string][] = [];
  for (const side of ['width', 'height']) {
    const length = attributes.get(side) ?? styled(attributes.get('style') ?? '', side);
    if (length) pairs.push([side, length.trim()]);
  }
  if (alt) pairs.push(['alt', alt]);
  const image: Inline = {
    t: 'Image',
    c: [[attributes.get('id') ?? '', [], pairs], textInlines(alt), [source, attributes.get('title') ?? '']],
  };
  events.image(image);
  return [image];
}

function styled(style: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]{1,40})`, 'i').exec(style)?.[1];
}

/** Identifier, classes and language of an element. */
export function attrOf(attributes: Map<string, string>): Attr {
  const lang = attributes.get('lang') ?? attributes.get('xml:lang');
  return [
    attributes.get('id') ?? '',
    attributes.get('class')?.split(/\s+/).filter(Boolean) ?? [],
    lang ? [['lang', lang]] : [],
  ];
}

/** Text as inlines; its white space becomes single spaces. */
export function textInlines(text: string): Inline[] {
  return text.split(/([ \t\n\r\f]+)/).flatMap((part, index): Inline[] => {
    if (part === '') return [];
    return [index % 2 === 1 ? { t: 'Space' } : { t: 'Str', c: part }];
  });
}
