import type { Block, Caption, Inline } from './ast.js';
import { attrOf, type HtmlEvents, inlinesOf, leftOut } from './html-inlines.js';
import { tableOf } from './html-table.js';
import type { HtmlContent, HtmlElement } from './html-tree.js';
import { identifierFor, inlinesIn, paragraphs, trimmed } from './text-of-blocks.js';
import { stringify, stringifyBlocks } from './walk.js';

export type HtmlNode = Block | Inline;

const blockTypes = new Set<string>(
  'Plain Para LineBlock CodeBlock RawBlock BlockQuote OrderedList BulletList DefinitionList Header HorizontalRule Table Figure Div'.split(
    ' ',
  ),
);

/** Elements that stand between paragraphs; all others run in the text. */
const blockNames = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hgroup hr html iframe legend li main menu nav ol optgroup option p pre script search section style summary table tbody td
  tfoot th thead tr ul video audio object embed noscript canvas template svg math picture`.split(/\s+/),
);

/** Blocks for content that stands between paragraphs; what runs in the text becomes a `Plain` block. */
export function blocksOf(content: HtmlContent<HtmlNode>[], events: HtmlEvents): Block[] {
  const blocks: Block[] = [];
  let running: HtmlContent<Inline>[] = [];
  const flush = () => {
    const inlines = trimmed(inlinesOf(running, events));
    if (inlines.length > 0) blocks.push({ t: 'Plain', c: inlines });
    running = [];
  };
  for (const item of content) {
    if ('node' in item && !blockTypes.has(item.node.t)) running.push(item as { node: Inline });
    else if ('element' in item && !holdsBlocks(item)) running.push(item as { element: HtmlElement<Inline> });
    else {
      flush();
      blocks.push(...('node' in item ? [item.node as Block] : blockElement(item.element, events)));
    }
  }
  flush();
  return blocks;
}

/** Whether an element or anything in it stands between paragraphs. */
function holdsBlocks(item: HtmlContent<HtmlNode>): boolean {
  if ('node' in item) return blockTypes.has(item.node.t);
  return blockNames.has(item.element.name) || item.element.children.some(holdsBlocks);
}

function blockElement(element: HtmlElement<HtmlNode>, events: HtmlEvents): Block[] {
  const { name, attributes, children } = element;
  if (leftOut.has(name)) {
    inlinesOf([{ element: { ...element, children: [] } }], events);
    return [];
  }
  const id = attributes.get('id') ?? '';
  const content = () => blocksOf(children, events);
  switch (name) {
    case 'p':
    case 'summary':
      return identified(id, paragraphs(content()));
    case 'center':
      return identified(id, paragraphs(content()));
    case 'hr':
      return [{ t: 'HorizontalRule' }];
    case 'pre':
      return [
        { t: 'CodeBlock', c: [[id, languageOf(element), []], stringifyBlocks(content()).replace(/^\n|\n$/g, '')] },
      ];
    case 'blockquote':
      return [{ t: 'BlockQuote', c: paragraphs(content()) }];
    case 'ul':
    case 'menu':
      return [{ t: 'BulletList', c: items(element, events) }];
    case 'ol': {
      const start = Number.parseInt(attributes.get('start') ?? '1', 10);
      const style = new Map([
        ['a', 'LowerAlpha'],
        ['A', 'UpperAlpha'],
        ['i', 'LowerRoman'],
        ['I', 'UpperRoman'],
      ]).get(attributes.get('type') ?? '');
      return [
        {
          t: 'OrderedList',
          c: [
            [Number.isSafeInteger(start) ? start : 1, { t: style ?? 'Decimal' }, { t: 'Period' }],
            items(element, events),
          ],
        },
      ];
    }
    case 'dl':
      return definitionList(element, events);
    case 'details':
      return details(element, events);
    case 'figure':
      return [figureOf(element, events)];
    case 'table':
      return [tableOf(element, (cell) => blocksOf(cell, events))];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(Number(name[1]), id, content());
    case 'div':
    case 'section':
    case 'article':
    case 'aside': {
      const attr = attrOf(attributes);
      return id || attr[2].length > 0 ? [{ t: 'Div', c: [attr, content()] }] : content();
    }
    default:
      if (!blockNames.has(name)) inlinesOf([{ element: { ...element, children: [] } as HtmlElement<Inline> }], events);
      return identified(id, content());
  }
}

function identified(id: string, blocks: Block[]): Block[] {
  return id ? [{ t: 'Div', c: [[id, [], []], blocks] }] : blocks;
}

function items(list: HtmlElement<HtmlNode>, events: HtmlEvents): Block[][] {
  const found: Block[][] = [];
  for (const child of list.children) {
    if ('element' in child && child.element.name === 'li') found.push(blocksOf(child.element.children, events));
    else {
      const stray = blocksOf([child], events);
      if (stray.length > 0) found.push(stray);
    }
  }
  return found;
}

function definitionList(list: HtmlElement<HtmlNode>, events: HtmlEvents): Block[] {
  const entries: [Inline[], Block[][]][] = [];
  for (const child of list.children) {
    const name = 'element' in child ? child.element.name : '';
    const blocks = blocksOf(
      'element' in child && (name === 'dt' || name === 'dd') ? child.element.children : [child],
      events,
    );
    if (blocks.length === 0) continue;
    const last = entries.at(-1);
    if (name === 'dt' || !last) entries.push([inlinesIn(blocks), []]);
    else last[1].push(blocks);
  }
  return entries.length > 0 ? [{ t: 'DefinitionList', c: entries }] : [];
}

function details(element: HtmlElement<HtmlNode>, events: HtmlEvents): Block[] {
  const isSummary = (child: HtmlContent<HtmlNode>) => 'element' in child && child.element.name === 'summary';
  const title = inlinesIn(element.children.filter(isSummary).flatMap((child) => blocksOf([child], events)));
  const rest = blocksOf(
    element.children.filter((child) => !isSummary(child)),
    events,
  );
  const head: Block[] = title.length > 0 ? [{ t: 'Para', c: [{ t: 'Strong', c: title }] }] : [];
  return [
    {
      t: 'Div',
      c: [
        [element.attributes.get('id') ?? '', ['details'], []],
        [...head, ...paragraphs(rest)],
      ],
    },
  ];
}

function heading(level: number, id: string, blocks: Block[]): Block[] {
  const inlines = inlinesIn(blocks);
  if (inlines.length === 0) return [];
  return [{ t: 'Header', c: [level, [id || identifierFor(stringify(inlines)), [], []], inlines] }];
}

/** A `<figure>`. Pandoc's own figure for an image that stands alone in it gives way to it; with nothing but a table in it, it is that table's. */
function figureOf(element: HtmlElement<HtmlNode>, events: HtmlEvents): Block {
  const isCaption = (child: HtmlContent<HtmlNode>) => 'element' in child && child.element.name === 'figcaption';
  const long = element.children
    .filter(isCaption)
    .flatMap((child) => ('element' in child ? blocksOf(child.element.children, events) : []));
  const content = blocksOf(
    element.children.filter((child) => !isCaption(child)),
    events,
  );
  const inner = content.filter((block) => block.t === 'Figure');
  let id = element.attributes.get('id') ?? '';
  let caption: Caption = [null, long];
  let body = content;
  if (inner.length === 1) {
    const [[innerId], innerCaption, innerBody] = inner[0]!.c;
    id ||= innerId;
    if (long.length === 0) caption = innerCaption;
    body = content.flatMap((block) => (block === inner[0] ? innerBody : [block]));
  } else if (long.length > 0) body = content.flatMap((block) => (block.t === 'Figure' ? partOf(block) : [block]));
  const only = content.length === 1 ? content[0]! : undefined;
  if (only?.t === 'Table') {
    const [[innerId], innerCaption, ...rest] = only.c;
    return { t: 'Table', c: [[id || innerId, [], []], long.length > 0 ? caption : innerCaption, ...rest] };
  }
  return {
    t: 'Figure',
    c: [[id, [], []], caption, body.map((block) => (block.t === 'Para' ? { t: 'Plain', c: block.c } : block))],
  };
}

/** One of several images in a figure. What pandoc took for its caption is its description, which stays with the image. */
function partOf(figure: Block & { t: 'Figure' }): Block[] {
  const [[id], [, caption], body] = figure.c;
  const image = body.length === 1 && body[0]!.t === 'Plain' ? body[0]!.c[0] : undefined;
  if (image?.t !== 'Image' || stringify(image.c[1]) !== stringify(inlinesIn(caption))) return [figure];
  const anchor: Inline[] = id ? [{ t: 'Span', c: [[id, [], []], []] }] : [];
  return [{ t: 'Plain', c: [...anchor, image] }];
}

function languageOf(pre: HtmlElement<HtmlNode>): string[] {
  const code = pre.children.find((child) => 'element' in child && child.element.name === 'code');
  const classes = [pre, ...(code && 'element' in code ? [code.element] : [])].map(
    (element) => element.attributes.get('class') ?? '',
  );
  const name = /(?:^|\s)(?:language-|lang-)?([\w+#.-]+)/.exec(classes.join(' '))?.[1];
  return name ? [name] : [];
}
