import { error, type Fault, warning } from '../../faults.js';
import { percentDecoded } from '../../percent-decoding.js';
import type { Figure, Manuscript, PageSize } from '../../volume/types.js';
import type { Attr, Block, Inline } from './ast.js';
import type { ImageAsset } from './document.js';
import { placeOf } from './places.js';
import { stringify, transform, visit } from './walk.js';

/** Width of the text in millimetres, by page size: what a width in centimetres or inches is a share of. */
const textWidth: Record<PageSize, number> = { a5: 108, b5: 130, a4: 150, 'us-letter': 160 };

/** Pixels that fill the text's width when an author gives no width: a screenshot is not blown up, a photograph is not cut. */
const fullWidthPixels = 640;

/** Height of a figure at most, in widths of the text, so that its caption stays on its page. */
const tallest = 1.15;

const millimetres: Record<string, number> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72.27, px: 25.4 / 96 };

/** Addresses of all images in `blocks`, each once. */
export function imageAddresses(blocks: Block[]): string[] {
  const addresses = new Set<string>();
  visit(blocks, { inline: (node) => node.t === 'Image' && addresses.add(node.c[2][0]) });
  return [...addresses];
}

/** The checked figure that an address means, however the author's percent-encoding was spelt. */
export function figureFor(manuscript: Manuscript, address: string): Figure | undefined {
  const decoded = percentDecoded(address);
  return manuscript.figures.find((figure) => figure.url === address || percentDecoded(figure.url) === decoded);
}

/**
 * Points every image at its checked copy and gives it a width (`N%` of the text's) and an alternative text: its own `alt`, else its
 * description, else its figure's caption, else a notice that there is none, with a warning.
 * Returns the blocks and one fault for each image that was not checked or has no description.
 */
export function resolveImages(
  blocks: Block[],
  manuscript: Manuscript,
  assets: Map<string, ImageAsset>,
  options: { page: PageSize; undescribed: string },
): { blocks: Block[]; faults: Fault[] } {
  const faults: Fault[] = [];

  const resolve = (node: Inline, caption: string): Inline[] => {
    if (node.t !== 'Image') return [node];
    const [attr, description, [address]] = node.c;
    const place = placeOf(manuscript, address);
    const asset = assets.get(address);
    if (!asset) {
      faults.push(error('image-not-checked', { address }, place));
      return [];
    }
    const alt = (attributeOf(attr, 'alt') ?? (stringify(description).trim() || caption)).replace(/\s+/g, ' ').trim();
    if (!alt) faults.push(warning('image-without-description', { address }, place));
    const pairs: [string, string][] = [
      ['width', `${widthPercent(attr, asset, options.page)}%`],
      ['alt', alt || options.undescribed],
    ];
    return [{ t: 'Image', c: [[attr[0], attr[1], pairs], description, [asset.name, '']] }];
  };

  // Figures first: an image in one may take its description from the caption, which is out of reach for the list it stands in.
  const withCaptions = transform(blocks, {
    blocks: (list) =>
      list.map((block) => {
        if (block.t !== 'Figure') return block;
        const caption = stringify(captionInlines(block.c[1][1]));
        const content = transform(block.c[2], {
          inlines: (inlines) => inlines.map((node) => (node.t === 'Image' ? withAlt(node, caption) : node)),
        });
        return { t: 'Figure', c: [block.c[0], block.c[1], content] };
      }),
  });
  const resolved = transform(withCaptions, { inlines: (list) => list.flatMap((node) => resolve(node, '')) });
  return { blocks: resolved, faults };
}

function withAlt(image: Inline & { t: 'Image' }, caption: string): Inline {
  const [[id, classes, pairs], description, target] = image.c;
  if (pairs.some(([key]) => key === 'alt') || !caption) return image;
  return { t: 'Image', c: [[id, classes, [...pairs, ['alt', caption]]], description, target] };
}

/** All inlines of a caption's paragraphs, parted by spaces. */
export function captionInlines(blocks: Block[]): Inline[] {
  return blocks.flatMap((block, index) => {
    if (block.t !== 'Plain' && block.t !== 'Para') return [];
    return index === 0 ? block.c : [{ t: 'Space' } as Inline, ...block.c];
  });
}

function widthPercent(attr: Attr, asset: ImageAsset, page: PageSize): number {
  const ratio = asset.height / asset.width || 1;
  const height = share(attributeOf(attr, 'height'), page);
  const wanted = share(attributeOf(attr, 'width'), page) ?? (height && height / ratio) ?? asset.width / fullWidthPixels;
  const fitting = Math.min(wanted, 1, tallest / ratio);
  return Math.max(Math.round(fitting * 100), 1);
}

/** A length as a share of the text's width. */
function share(length: string | undefined, page: PageSize): number | undefined {
  const match = length?.match(/^(\d+(?:\.\d+)?)(%|mm|cm|in|pt|px)?$/);
  if (!match) return undefined;
  const amount = Number(match[1]);
  if (match[2] === '%') return amount / 100;
  return (amount * millimetres[match[2] ?? 'px']!) / textWidth[page];
}

function attributeOf(attr: Attr, key: string): string | undefined {
  return attr[2].find(([name]) => name === key)?.[1];
}
