import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, warning } from '../../faults.js';
import { inParallel } from '../../in-parallel.js';
import { packageRoot } from '../../package-root.js';
import type { Volume } from '../../volume/types.js';
import type { PandocDoor } from '../pandoc.js';
import { identifiersIn } from '../reader/attributes.js';
import type { Document, ImageAsset } from '../reader/document.js';
import { placeOf } from '../reader/places.js';
import { isIdentifier } from './allowed.js';
import { type Entry, identifierFor, zipEpub } from './container.js';
import { coverPage, titlePage } from './front-pages.js';
import { manuscriptPage } from './manuscript-page.js';
import { fileNames } from './names.js';
import { navPage, ncx } from './nav.js';
import { outline } from './outline.js';
import { type ManifestItem, packageDocument } from './package.js';
import { phrasesFor } from './phrases.js';
import { prepare } from './prepare.js';
import type { PageContext } from './xhtml.js';
import { serialize } from './xml.js';

export interface EpubTools {
  pandoc: PandocDoor;
  /** PNG. */
  cover: Uint8Array;
  /** The date that the book carries; never the clock's. */
  sourceDate: Date;
  /** Called with the identifier of every manuscript when its page is made. */
  onManuscript?: (id: string) => void;
}

/** Manuscripts that are on their way through pandoc at once; the door decides how many of them run. */
const underWay = 8;

const xhtmlType = 'application/xhtml+xml';
const mediaTypes: Record<ImageAsset['format'], string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/**
 * Makes the EPUB of a volume: one XHTML document a manuscript, cover, title page, contents. The same volume, documents, cover and date
 * give the same bytes anywhere. Formulas that pandoc cannot convert are warnings; throws an `InputError` where pandoc fails.
 */
export async function renderEpub(
  volume: Volume,
  documents: Document[],
  tools: EpubTools,
): Promise<{ epub: Uint8Array; warnings: Fault[] }> {
  const files = fileNames(documents.map(({ id }) => id));
  const fileOf = (id: string) => `text/${files.get(id)}.xhtml`;
  const anchors = anchorFiles(documents);

  const pages = await inParallel(documents, underWay, async (document) => {
    const context = contextFor(document, { files, anchors, volumeLang: volume.lang });
    const markup = await toHtml(document, tools.pandoc);
    const page = manuscriptPage(document, markup, context);
    tools.onManuscript?.(document.id);
    return { document, page, context };
  });

  const images = imageEntries(documents);
  const items = outline(volume, documents, fileOf);
  const first = documents.find(({ manuscript }) => manuscript.role === 'contribution') ?? documents[0];
  const landmarks = { cover: 'cover.xhtml', title: 'title.xhtml', body: first ? fileOf(first.id) : 'nav.xhtml' };

  const content: (Entry & { item: ManifestItem })[] = [
    part('cover-image', 'images/cover.png', mediaTypes.png, tools.cover, { properties: ['cover-image'] }),
    part('cover', 'cover.xhtml', xhtmlType, coverPage(volume, 'images/cover.png'), { inSpine: true }),
    part('titlepage', 'title.xhtml', xhtmlType, titlePage(volume), { inSpine: true }),
    part('nav', 'nav.xhtml', xhtmlType, navPage(volume, items, landmarks), { inSpine: true, properties: ['nav'] }),
    part('style', 'style.css', 'text/css', await stylesheet()),
    ...pages.map(({ document, page, context }, index) =>
      part(`m${index + 1}`, fileOf(document.id), xhtmlType, page, {
        inSpine: true,
        properties: context.hasMath ? ['mathml'] : [],
      }),
    ),
    ...images.map(({ name, asset }, index) =>
      part(`i${index + 1}`, `images/${name}`, mediaTypes[asset.format], asset.bytes),
    ),
  ];

  const identifier = identifierFor(content);
  const contents = part('ncx', 'toc.ncx', 'application/x-dtbncx+xml', serialize(ncx(volume, items, identifier)));
  const opf = packageDocument(volume, {
    identifier,
    sourceDate: tools.sourceDate,
    items: [...content, contents].map(({ item }) => item),
    hasImages: images.length > 0,
    hasMath: pages.some(({ context }) => context.hasMath),
  });
  const entries: Entry[] = [{ path: 'package.opf', content: opf }, contents, ...content];
  const inFolder = entries.map((entry) => ({ ...entry, path: `EPUB/${entry.path}` }));
  return {
    epub: zipEpub(inFolder, 'EPUB/package.opf', tools.sourceDate),
    warnings: pages.flatMap(({ document, context }) => formulaWarnings(document, context)),
  };
}

function part(
  id: string,
  path: string,
  mediaType: string,
  content: string | Uint8Array,
  more: Pick<ManifestItem, 'properties' | 'inSpine'> = {},
): Entry & { item: ManifestItem } {
  const stored = mediaType === mediaTypes.png || mediaType === mediaTypes.jpeg || mediaType === mediaTypes.gif;
  return { path, content, stored, item: { id, path, mediaType, ...more } };
}

async function toHtml(document: Document, pandoc: PandocDoor): Promise<string> {
  const { output } = await pandoc.run({
    label: document.manuscript.path,
    defaults: {
      from: 'json',
      to: 'html5',
      'html-math-method': { method: 'mathml' },
      'section-divs': true,
      wrap: 'none',
    },
    input: JSON.stringify(prepare(document)),
  });
  return output;
}

function contextFor(
  { id, manuscript, images }: Document,
  { files, anchors, volumeLang }: { files: Map<string, string>; anchors: Map<string, string>; volumeLang: string },
): PageContext {
  const names = new Map(images.map(({ name }) => [name, `../images/${imageName(name)}`]));
  return {
    manuscriptId: id,
    volumeLang,
    phrases: phrasesFor(manuscript.lang),
    locate: (target) => {
      const owner = anchors.get(target);
      if (owner === undefined) return undefined;
      const file = owner === id ? '' : `${files.get(owner)}.xhtml`;
      return target === owner && file !== '' ? file : `${file}#${target}`;
    },
    imageAddress: (name) => names.get(name),
    identifiers: new Set(),
    calls: [],
    unconverted: [],
    hasMath: false,
  };
}

/** The manuscript in which each identifier of the volume stands. */
function anchorFiles(documents: Document[]): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const { id, abstract, blocks } of documents) {
    for (const anchor of [id, ...identifiersIn(abstract), ...identifiersIn(blocks)]) {
      if (isIdentifier(anchor) && !anchors.has(anchor)) anchors.set(anchor, id);
    }
  }
  return anchors;
}

/** Pictures by content: one that two manuscripts show is in the book once. */
function imageEntries(documents: Document[]): { name: string; asset: ImageAsset }[] {
  const byName = new Map<string, ImageAsset>();
  for (const asset of documents.flatMap(({ images }) => images)) byName.set(imageName(asset.name), asset);
  return [...byName].map(([name, asset]) => ({ name, asset }));
}

/** The digest and extension of an asset's name, without the manuscript. */
function imageName(assetName: string): string {
  return path.posix.basename(assetName);
}

async function stylesheet(): Promise<string> {
  return readFile(path.join(packageRoot, 'pipeline/assemble/epub/style.css'), 'utf8');
}

function formulaWarnings({ manuscript }: Document, { unconverted }: PageContext): Fault[] {
  return [...new Set(unconverted)].map((formula) =>
    warning('formula-not-converted', { manuscript: manuscript.id, formula }, placeOf(manuscript, formula)),
  );
}
