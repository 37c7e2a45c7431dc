import { attachAnchors } from './anchors.js';
import type { Block, Inline } from './ast.js';
import { blocksOf, type HtmlNode } from './html-blocks.js';
import { type HtmlEvents, inlinesOf, isElement, textInlines } from './html-inlines.js';
import { type HtmlToken, tokenizeHtml } from './html-tokens.js';
import { buildTree } from './html-tree.js';
import { type Notice, notice } from './notices.js';
import { paragraphs, trimmed } from './text-of-blocks.js';
import { transform } from './walk.js';

type Item<Node> = { node: Node } | { tag: Exclude<HtmlToken, { kind: 'text' }> };

/**
 * Turns raw HTML into pandoc's own nodes: `<b>`, `<img>`, `<figure>`, `<table>` and all else that a page can show. Pandoc reads the Markdown
 * between tags and leaves each tag as a raw node; here the tags are paired again. Comments vanish, scripts and what else is
 * no text is left out with its content, unknown tags leave theirs. Raw nodes of any other format are left out: after this pass there is none.
 * Names in a paragraph of their own, such as `<a id>`, are given to what they name.
 */
export function resolveRawHtml(blocks: Block[]): { blocks: Block[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const images = new Set<Inline>();
  const events: HtmlEvents = {
    leftOut: ({ name, written }) => notices.push(notice('html-left-out', { name }, `<${written}`)),
    unknown: ({ written }) => notices.push(notice('html-unknown-tag', { name: written }, `<${written}`)),
    image: (image) => images.add(image),
  };
  const otherFormat = (format: string, text: string) => {
    notices.push(notice('raw-left-out', { format }, text.split('\n')[0]!));
  };

  const resolved = transform(blocks, {
    inlines: (list) => {
      if (!list.some((inline) => inline.t === 'RawInline')) return list;
      const items = list.flatMap((inline): Item<Inline>[] => {
        if (inline.t !== 'RawInline') return [{ node: inline }];
        if (isHtml(inline.c[0])) return itemsOf(inline.c[1]);
        otherFormat(...inline.c);
        return [];
      });
      return inlinesOf(buildTree(items, isUnknown), events);
    },
    blocks: (list) => {
      const shown = list.some((block) => block.t === 'RawBlock') ? resolveBlocks(list, events, otherFormat) : list;
      return shown.flatMap((block) => asFigure(block, images));
    },
  });
  return { blocks: attachAnchors(resolved), notices };
}

/** A tag that is none of HTML's is told of, closed or not. */
const isUnknown = (name: string): boolean => !isElement(name);

function isHtml(format: string): boolean {
  return /^x?html[45]?$/i.test(format);
}

function resolveBlocks(
  list: Block[],
  events: HtmlEvents,
  otherFormat: (format: string, text: string) => void,
): Block[] {
  const items = list.flatMap((block): Item<HtmlNode>[] => {
    if (block.t !== 'RawBlock') return [{ node: block }];
    if (isHtml(block.c[0])) return itemsOf(block.c[1]);
    otherFormat(...block.c);
    return [];
  });
  // Pandoc makes no paragraph of text that a tag follows at once.
  return paragraphs(blocksOf(buildTree(items, isUnknown), events));
}

function itemsOf(html: string): Item<Inline>[] {
  // In a listing white space is part of the text.
  const listing = /^\s*<pre[\s>]/i.test(html);
  return tokenizeHtml(html).flatMap((token): Item<Inline>[] => {
    if (token.kind !== 'text') return [{ tag: token }];
    return listing ? [{ node: { t: 'Str', c: token.text } }] : textInlines(token.text).map((node) => ({ node }));
  });
}

/** An image written in HTML that has a paragraph to itself is a figure. A paragraph of which no text is left is none. */
function asFigure(block: Block, images: Set<Inline>): Block[] {
  if (block.t !== 'Para') return [block];
  const shown = trimmed(block.c).filter((inline) => inline.t !== 'LineBreak');
  if (shown.length === 0) return [];
  const only = shown.length === 1 ? shown[0]! : undefined;
  const image = only?.t === 'Link' && only.c[1].length === 1 ? only.c[1][0]! : only;
  if (!only || !image || !images.has(image)) return [block];
  return [{ t: 'Figure', c: [['', [], []], [null, []], [{ t: 'Plain', c: [only] }]] }];
}
