import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { error, type Fault, InputError, warning } from '../../faults.js';
import type { Figure } from '../../volume/types.js';
import type { ImageAsset } from '../reader/document.js';
import { drawingOf } from './pdf-page.js';
import { embeddableRaster, maximumPixels } from './raster.js';
import { safeSvg } from './svg.js';
import { UnsafeSvg } from './unsafe-svg.js';

/** The first page of a PDF as an SVG page of Typst's, its letters as outlines, and whether pages follow it. */
export type PdfToSvg = (pdf: Uint8Array) => Promise<{ svg: string; morePages: boolean }>;

export interface ImageTools {
  /** How PDF figures become SVG; without it they are an error. */
  pdfToSvg?: PdfToSvg;
  /** Receives what is worth saying though the figure can be used. */
  onWarning?: (fault: Fault) => void;
}

/**
 * Reads a checked figure and makes of it what PDF and EPUB both embed: an upright 8-bit PNG or JPEG without metadata, or an SVG with
 * nothing active in it. The content decides about the format, never the file's name; the same figure gives the same bytes.
 * Throws an `InputError` at the figure's place when its content cannot be used.
 */
export async function imageAsset(figure: Figure, manuscriptId: string, tools: ImageTools = {}): Promise<ImageAsset> {
  const content = await readFile(figure.file);
  const made = await embeddable(figure, content, tools);
  const digest = createHash('sha256').update(made.bytes).digest('hex').slice(0, 12);
  const extension = made.format === 'jpeg' ? 'jpg' : made.format;
  return { name: `${manuscriptId}/${digest}.${extension}`, ...made };
}

async function embeddable(figure: Figure, content: Uint8Array, tools: ImageTools): Promise<Omit<ImageAsset, 'name'>> {
  const { path, place } = figure;
  if (figure.format === 'pdf') {
    const svg = await firstPage(figure, content, tools);
    return vector(figure, svg, tools);
  }
  if (figure.format === 'svg') return vector(figure, decodeUtf8(figure, content), tools);
  try {
    return await embeddableRaster(content);
  } catch (cause) {
    throw new InputError([error('image-not-convertible', { path, reason: messageOf(cause) }, place)]);
  }
}

async function vector(figure: Figure, source: string, tools: ImageTools): Promise<Omit<ImageAsset, 'name'>> {
  const { path, place, width, height } = figure;
  try {
    const { svg, removed } = await safeSvg(source, { width, height, maximumPixels });
    if (removed.length > 0) {
      tools.onWarning?.(warning('svg-parts-removed', { path, elements: removed.map((name) => `<${name}>`) }, place));
    }
    return { format: 'svg', bytes: new TextEncoder().encode(svg), width, height };
  } catch (cause) {
    if (!(cause instanceof UnsafeSvg)) throw cause;
    throw new InputError([error(cause.id, { path, reason: cause.message }, place)]);
  }
}

async function firstPage(figure: Figure, content: Uint8Array, tools: ImageTools): Promise<string> {
  const { path, place } = figure;
  if (!tools.pdfToSvg) throw new InputError([error('pdf-figure-not-convertible', { path, reason: '' }, place)]);
  try {
    const { svg, morePages } = await tools.pdfToSvg(content);
    if (morePages) tools.onWarning?.(warning('pdf-figure-first-page', { path }, place));
    return drawingOf(svg);
  } catch (cause) {
    throw new InputError([error('pdf-figure-not-convertible', { path, reason: messageOf(cause) }, place)]);
  }
}

function decodeUtf8(figure: Figure, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new InputError([error('svg-not-readable', { path: figure.path, reason: 'UTF-8' }, figure.place)]);
  }
}

function messageOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!.trim();
}
