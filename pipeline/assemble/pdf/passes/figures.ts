import type { Attr, Block, Caption, Inline } from '../../reader/ast.js';
import type { ImageAsset } from '../../reader/document.js';
import { stringify, stringifyBlocks, transform, visit } from '../../reader/walk.js';
import { call } from './markup.js';

/** What the pass needs to know besides the tree. */
export interface FigureContext {
  images: ReadonlyMap<string, ImageAsset>;
  /** Height that a picture may have at most, as a fraction of the text's width. */
  tallest: number;
  /** Said of a picture of which nothing else is said. */
  fallbackAlt: string;
}

/** The path of an image within the sources of a compile. */
export function imagePath(name: string): string {
  return `/images/${name.slice(name.lastIndexOf('/') + 1)}`;
}

/** Pictures no taller than a page can take, each with a description; captions with their label set apart. */
export function prepareFigures(blocks: Block[], context: FigureContext): Block[] {
  return transform(blocks, {
    inlines: (list) => list.flatMap((inline) => prepareInline(inline, context)),
    blocks: (list) => list.map((block) => (block.t === 'Figure' ? prepareFigure(block.c) : block)),
  });
}

function prepareInline(inline: Inline, context: FigureContext): Inline[] {
  if (inline.t === 'Image') {
    const [[, , pairs], description, [name]] = inline.c;
    const attributes = new Map(pairs);
    const asset = context.images.get(name);
    const given = Number.parseFloat(attributes.get('width') ?? '') || 100;
    const limit = asset ? (context.tallest * asset.width * 100) / asset.height : 100;
    const width = Math.max(0.1, Math.min(given, limit, 100));
    const alt = attributes.get('alt')?.trim() || stringify(description).trim() || context.fallbackAlt;
    const attr: Attr = [
      '',
      [],
      [
        ['width', `${Math.round(width * 100) / 100}%`],
        ['alt', alt],
      ],
    ];
    return [{ t: 'Image', c: [attr, [], [imagePath(name), '']] }];
  }
  if (inline.t === 'Span' && inline.c[0][1].includes('caption-label')) return call('caption-label', [], inline.c[1]);
  return [inline];
}

/** A figure without a picture would need a description that nobody wrote; it is its parts, one after the other. */
function prepareFigure([[id], [short, long], content]: [Attr, Caption, Block[]]): Block {
  const kinds = new Set<string>();
  const note = ({ t }: Block | Inline) => kinds.add(t);
  visit(content, { inline: note, block: note });
  if (!kinds.has('Image') || kinds.has('Table') || kinds.has('CodeBlock')) {
    return {
      t: 'Div',
      c: [
        [id, [], []],
        [...content, ...long],
      ],
    };
  }
  const caption: Caption = [short, stringifyBlocks(long).trim() === '' ? [] : long];
  return { t: 'Figure', c: [[id, [], []], caption, content] };
}
