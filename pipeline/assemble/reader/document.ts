import type { Manuscript } from '../../volume/types.js';
import type { Block, Inline } from './ast.js';

/** An image as the backends embed it: decodable, within limits, nothing active in it. */
export interface ImageAsset {
  /** Unique in the volume, also the image's target in the tree: `<manuscript id>/<12 hex digits of the content>.<png|jpg|gif|svg>`. */
  name: string;
  format: 'png' | 'jpeg' | 'gif' | 'svg';
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * One manuscript, read and resolved: what every backend sets, whatever its format.
 *
 * What holds of the tree in `title`, `subtitle`, `abstract` and `blocks`:
 * - no raw nodes of any format; no `Cite`; no `SoftBreak`; adjacent `Str` merged (a backend splits them again where it must);
 * - identifiers are `<manuscript id>--<local id>`, unique in the volume; a link to `#<manuscript id>` is the manuscript itself, and `#<other id>--…` may point into another one;
 * - attributes hold only an identifier, classes of `[\w+#.-]{1,40}`, and the keys width, height, lang and alt;
 * - link targets are `#…`, http(s), mailto or doi addresses;
 * - an `Image`'s target is the `name` of one of `images`; its alt text is the `alt` attribute, always present; width is always present, as `N%` of the text's width;
 * - a `Figure` or `Table` with a caption starts it with a `Span` of class `caption-label` (“Figure 1”, “表 1”), followed by a Space;
 * - a numbered equation is `Span [id, ["equation"], [["number", "1"]]]` around one display `Math`; other math is plain `Math`;
 * - headings start at level 1 and skip no level (the manuscript's title is not among them);
 * - the list of references is `Div [id "<manuscript id>--refs", ["references"]]`, its entries `Div [id "<manuscript id>--ref-<key>", ["csl-entry"]]`, after a Header.
 */
export interface Document {
  id: string;
  manuscript: Manuscript;
  title: Inline[];
  subtitle: Inline[];
  abstract: Block[];
  blocks: Block[];
  images: ImageAsset[];
  /** Headings of `blocks` in order, for navigation. */
  headings: { level: number; id: string; text: string }[];
}
