import type { Fault } from '../../faults.js';
import type { Volume } from '../../volume/types.js';
import type { PandocDoor } from '../pandoc.js';
import type { Document, ImageAsset } from '../reader/document.js';
import { headWidth } from './book.js';
import { convertToTypst } from './convert.js';
import { pageGeometry } from './page.js';
import { coverSources, manuscriptPaths, offprintSource, type Sources, volumeSources } from './sources.js';
import type { Typst } from './typst.js';
import { identifiersOf } from './typst-tree.js';

/** Pages of one manuscript: the 1-based places of its first and last page in the PDF, and the numbers printed there. */
export interface PageRange {
  id: string;
  first: number;
  last: number;
  label: string;
  lastLabel: string;
}

export interface PdfTools {
  pandoc: PandocDoor;
  typst: Typst;
  /** Told of each manuscript as soon as it is ready to be set. */
  onManuscript?: (id: string) => void;
  /** Told when pandoc has done its part, before Typst needs the memory. */
  onConverted?: () => Promise<void>;
  signal?: AbortSignal;
}

export interface RenderedPdf {
  /** PDF/UA-1. */
  pdf: Uint8Array;
  pages: number;
  ranges: PageRange[];
  warnings: Fault[];
}

/** A picture is no taller than this part of the text's height, so that its caption has room below. */
const tallestPicture = 0.72;

/** A volume's pages in the shape of the cover image that e-book shops ask for. */
const coverSize = { width: 1600, height: 2560 };

/**
 * Sets a volume as a tagged PDF. `documents` are the volume's manuscripts in their order.
 * Throws an `InputError` that names the manuscript which could not be set.
 */
export async function renderPdf(volume: Volume, documents: Document[], tools: PdfTools): Promise<RenderedPdf> {
  const { sources, files, warnings } = await prepare(volume, documents, tools);
  await tools.onConverted?.();
  const result = await tools.typst.compile({
    sources,
    files,
    main: '/volume.typ',
    standard: 'ua-1',
    query: '<galley-ranges>',
    labels: labelsOf(documents),
  });
  return {
    pdf: result.pdf,
    pages: result.pages,
    ranges: (result.values as PageRange[][])[0]!,
    warnings: [...warnings, ...result.warnings],
  };
}

/**
 * Sets each manuscript as a PDF of its own, with the page numbers that it has in the volume; `ranges` are those of `renderPdf`, in the
 * order of `documents`. The compiler still knows the volume's pages, so that an offprint costs a fraction of them. `wanted`: the ids of those to set,
 * instead of all.
 */
export async function renderOffprints(
  volume: Volume,
  documents: Document[],
  ranges: PageRange[],
  tools: PdfTools,
  wanted?: ReadonlySet<string>,
): Promise<{ id: string; pdf: Uint8Array }[]> {
  const { sources, files } = await prepare(volume, documents, tools);
  const offprints: { id: string; pdf: Uint8Array }[] = [];
  for (const [index, { id }] of documents.entries()) {
    tools.signal?.throwIfAborted();
    if (wanted && !wanted.has(id)) continue;
    const first = offprints.length === 0;
    const { label } = ranges.find((range) => range.id === id)!;
    const roman = !/^\d/.test(label);
    const start = roman ? romanNumber(label) : Number(label);
    const main = `/offprints/${String(index + 1).padStart(4, '0')}.typ`;
    const { pdf } = await tools.typst.compile({
      sources: {
        ...(first && sources),
        [main]: offprintSource(index, start, roman ? 'i' : '1', start % 2 === 0),
      },
      files: first ? files : {},
      main,
      standard: 'ua-1',
      labels: labelsOf(documents),
    });
    offprints.push({ id, pdf });
  }
  return offprints;
}

/** The volume's cover as an SVG of 1600 by 2560 points, its letters as outlines. */
export async function renderCover(volume: Volume, typst: Typst): Promise<string> {
  return typst.svg({ ...coverSources(volume, coverSize.width, coverSize.height), labels: {} });
}

type Prepared = Sources & { warnings: Fault[] };

const preparations = new WeakMap<Document[], Promise<Prepared>>();

/** Converts every manuscript; once for a list of documents, for volume and offprints are set from the same sources. */
function prepare(volume: Volume, documents: Document[], tools: PdfTools): Promise<Prepared> {
  const known = preparations.get(documents);
  if (known) return known;
  const prepared = prepareSources(volume, documents, tools);
  preparations.set(documents, prepared);
  return prepared;
}

async function prepareSources(volume: Volume, documents: Document[], tools: PdfTools): Promise<Prepared> {
  const { textWidth, textHeight } = pageGeometry(volume.page.size);
  const ids = identifiersOf(documents);
  const converted = await Promise.all(
    documents.map(async (document) => {
      const context = {
        manuscript: document.id,
        lang: document.manuscript.lang,
        ids,
        images: new Map(document.images.map((image): [string, ImageAsset] => [image.name, image])),
        tallest: (tallestPicture * textHeight) / textWidth,
      };
      const result = await convertToTypst(document, context, tools.pandoc, headWidth(volume));
      tools.onManuscript?.(document.id);
      return result;
    }),
  );
  tools.signal?.throwIfAborted();
  const parts = converted.map((result) => result.parts);
  return { ...volumeSources(volume, documents, parts), warnings: converted.flatMap((result) => result.warnings) };
}

/** Which manuscript a generated source belongs to, for errors that name it. */
function labelsOf(documents: Document[]): Record<string, string> {
  return Object.fromEntries(
    documents.flatMap(({ manuscript }, index) =>
      Object.values(manuscriptPaths(index)).map((name) => [name, manuscript.path]),
    ),
  );
}

function romanNumber(label: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = [...label.toLowerCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
}
