import type { Block, Inline } from '../reader/ast.js';
import type { Document, ImageAsset } from '../reader/document.js';
import { visit } from '../reader/walk.js';
import { wordsFor } from '../words.js';
import { limitNesting, prepareBlocks } from './passes/blocks.js';
import { prepareFigures } from './passes/figures.js';
import { isHanLanguage, markLatinParagraphs, prepareLanguages } from './passes/language.js';
import { prepareLinks } from './passes/links.js';
import { prepareMath } from './passes/math.js';
import { prepareStrings } from './passes/strings.js';
import { prepareTables } from './passes/tables.js';

/** What the passes know besides one document. */
export interface TypstTreeContext {
  /** Identifier of the manuscript. */
  manuscript: string;
  /** BCP 47. */
  lang: string;
  /** Every identifier of the volume that a link may point to. */
  ids: ReadonlySet<string>;
  images: ReadonlyMap<string, ImageAsset>;
  /** Height that a picture may have at most, as a fraction of the text's width. */
  tallest: number;
}

/** Every identifier in `documents`: those of the manuscripts, and of what stands in them. */
export function identifiersOf(documents: Document[]): Set<string> {
  const ids = new Set<string>();
  const note = (node: Block | Inline) => {
    const attr = attrOf(node);
    if (attr) ids.add(attr);
  };
  for (const document of documents) {
    ids.add(document.id);
    visit([{ t: 'Plain', c: document.title }, ...document.abstract, ...document.blocks], { block: note, inline: note });
  }
  return ids;
}

function attrOf(node: Block | Inline): string | undefined {
  switch (node.t) {
    case 'Header':
      return node.c[1][0];
    case 'Div':
    case 'Figure':
    case 'Table':
    case 'Span':
    case 'Link':
    case 'Code':
      return node.c[0][0];
    default:
      return undefined;
  }
}

/**
 * `blocks` of a manuscript as pandoc's Typst writer must be given them to write what the template expects: the only raw
 * Typst in them is made here, with every string from the manuscript in it escaped by `typstString`.
 */
export function typstTree(blocks: Block[], context: TypstTreeContext): Block[] {
  const { lang } = context;
  const han = isHanLanguage(lang);
  const passes: ((blocks: Block[]) => Block[])[] = [
    limitNesting,
    (tree) => (han ? markLatinParagraphs(tree) : tree),
    prepareMath,
    (tree) => prepareFigures(tree, { ...context, fallbackAlt: wordsFor(lang).figureWithoutDescription }),
    prepareTables,
    (tree) => prepareLinks(tree, context.manuscript, context.ids),
    prepareLanguages,
    prepareBlocks,
    (tree) => prepareStrings(tree, han),
  ];
  return passes.reduce((tree, pass) => pass(tree), blocks);
}
