import path from 'node:path';
import { type Fault, warning } from '../../faults.js';
import type { Figure, Manuscript, Volume } from '../../volume/types.js';
import type { PandocDoor } from '../pandoc.js';
import { type PrintedWords, wordsFor } from '../words.js';
import type { Block, Inline, Pandoc } from './ast.js';
import { confine, identifiersIn, settleCrossLinks } from './attributes.js';
import { type Bibliographies, resolveCitations } from './citations.js';
import { resolveCrossReferences } from './cross-references.js';
import { isEastAsian, readerFor } from './dialect.js';
import type { Document, ImageAsset } from './document.js';
import { githubToPandoc } from './github.js';
import { closeHeadingGaps, outlineOf } from './headings.js';
import { figureFor, imageAddresses, resolveImages } from './images.js';
import { type LabelPrinter, numberLabels } from './labels.js';
import { captionListings } from './listings.js';
import { looksLikeMyst, mystToPandoc } from './myst.js';
import { noticeFaults } from './notices.js';
import { placeOf } from './places.js';
import { resolveRawHtml } from './raw-html.js';
import { resolveRawTex } from './raw-tex.js';
import { joinLines, mergeStrings, restoreTildeRanges } from './strings.js';
import { plainAbstract, plainTitle, readTitles } from './titles.js';
import { transform } from './walk.js';

/** What reading a manuscript needs of the build. */
export interface ReaderTools {
  pandoc: PandocDoor;
  bibliographies: Bibliographies;
  /** Gives the copy of a checked figure that may be embedded. */
  imageAsset(figure: Figure, manuscriptId: string): Promise<ImageAsset>;
}

/**
 * Reads one manuscript into the tree that every backend sets. Each step is a pass of its own, in an order that matters: what is
 * raw first, then what is numbered, then what refers to the numbers, citations after that, and last the pass that confines attributes,
 * identifiers and links, so that nothing made on the way escapes it.
 * Throws an `InputError` when pandoc cannot read the text or an image was not checked.
 */
export async function readDocument(
  manuscript: Manuscript,
  volume: Volume,
  tools: ReaderTools,
): Promise<{ document: Document; faults: Fault[] }> {
  const words = wordsFor(manuscript.lang);
  const print = labelPrinter(words);
  const faults: Fault[] = [];
  const note = (found: Fault[]) => faults.push(...found);

  const [titles, body] = await Promise.all([
    readTitles(manuscript, tools.pandoc),
    readBody(manuscript, tools.pandoc, note),
  ]);

  const assets = await loadAssets(imageAddresses(body), manuscript, tools);
  const images = resolveImages(body, manuscript, new Map(assets), {
    page: volume.page.size,
    undescribed: words.figureWithoutDescription,
  });
  note(images.faults);

  const numbered = numberLabels(images.blocks, print);
  const referred = resolveCrossReferences(numbered.blocks, numbered.labels, manuscript, print);
  note(referred.faults);

  const cited = await resolveCitations(referred.blocks, manuscript, tools.bibliographies, words.references);
  note(cited.faults);

  const finish = (list: Block[], id = manuscript.id) => {
    const { blocks, dangling } = confine(list, { id, manuscriptAt: (file) => manuscriptAt(volume, manuscript, file) });
    return { blocks: transform(blocks, { inlines: mergeStrings }), dangling };
  };
  const line = (inlines: Inline[]) => {
    const [only] = finish([{ t: 'Plain', c: plainTitle(inlines) }]).blocks;
    return only?.t === 'Plain' ? only.c : [];
  };
  const { blocks, dangling } = finish(closeHeadingGaps(cited.blocks));
  note(dangling.map((name) => warning('unresolved-reference', { name }, placeOf(manuscript, `#${name}`))));

  const document: Document = {
    id: manuscript.id,
    manuscript,
    title: line(titles.title),
    subtitle: line(titles.subtitle),
    abstract: finish(plainAbstract(tidy(titles.abstract, manuscript.lang)), `${manuscript.id}--abstract`).blocks,
    blocks,
    images: [...new Map(assets.map(([, asset]) => [asset.name, asset])).values()],
    headings: outlineOf(blocks),
  };
  return { document, faults };
}

/** Points links from one manuscript into another at places that exist; to be called when all are read. */
export function linkDocuments(documents: Document[]): Document[] {
  const ids = documents.map((document) => document.id);
  const anchors = new Set([...ids, ...documents.flatMap((document) => identifiersIn(document.blocks))]);
  return documents.map((document) => ({ ...document, blocks: settleCrossLinks(document.blocks, anchors, ids) }));
}

async function readBody(manuscript: Manuscript, pandoc: PandocDoor, note: (faults: Fault[]) => void): Promise<Block[]> {
  const { lang, path: label } = manuscript;
  const read = async (from: string, input: string): Promise<Block[]> => {
    const { output } = await pandoc.run({ label, defaults: { from, to: 'json' }, input });
    return (JSON.parse(output) as Pandoc).blocks;
  };
  const { body } = manuscript;
  const myst = looksLikeMyst(body) ? mystToPandoc(body, lang) : { text: body, notices: [] };
  const markdown = await read(readerFor(lang), githubToPandoc(myst.text, lang));
  const tex = await resolveRawTex(markdown, (input) => read('latex', input));
  const html = resolveRawHtml(tex.blocks);
  note(noticeFaults([...myst.notices, ...tex.notices, ...html.notices], manuscript));
  return captionListings(tidy(html.blocks, lang));
}

function tidy(blocks: Block[], lang: string): Block[] {
  const eastAsian = isEastAsian(lang);
  return transform(blocks, { inlines: (list) => restoreTildeRanges(joinLines(list, { eastAsian })) });
}

async function loadAssets(
  addresses: string[],
  manuscript: Manuscript,
  tools: ReaderTools,
): Promise<[address: string, ImageAsset][]> {
  const loaded: [string, ImageAsset][] = [];
  for (const address of addresses) {
    const figure = figureFor(manuscript, address);
    if (figure) loaded.push([address, await tools.imageAsset(figure, manuscript.id)]);
  }
  return loaded;
}

function labelPrinter(words: PrintedWords): LabelPrinter {
  return (kind, number) => {
    if (kind === 'equation') return words.equationLabel(number);
    if (kind === 'table') return words.tableLabel(number);
    return kind === 'listing' ? words.listingLabel(number) : words.figureLabel(number);
  };
}

/** The manuscript that a relative link such as `../other/paper.md` means. */
function manuscriptAt(volume: Volume, from: Manuscript, file: string): string | undefined {
  if (file === '') return undefined;
  const wanted = path.posix.join(path.posix.dirname(from.path), file);
  return volume.manuscripts.find((manuscript) => manuscript.path === wanted)?.id;
}
