import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { fromXml } from 'xast-util-from-xml';
import { error, type Fault } from '../faults.js';
import { percentDecoded } from '../percent-decoding.js';
import type { FoundFile, PathProblem, VolumeFiles } from './files.js';
import type { ImageReference } from './image-references.js';
import { type Limits, sizeInWords } from './limits.js';
import { pathFault } from './path-fault.js';
import { sniff } from './sniff.js';
import { decodeText, isLargeFilePointer } from './text.js';
import type { Figure, Place } from './types.js';

/** Facts of a file that can be used as a figure. */
type Facts = Pick<Figure, 'format' | 'width' | 'height' | 'bytes' | 'sha256'>;

type Size = Pick<Figure, 'width' | 'height'>;

/** Says what is wrong with a file, given the place that names it. */
type Complaint = (place: Place) => Fault;

/** Extensions that TeX, and MyST's `name.*`, try in this order. */
const triedExtensions = ['.pdf', '.png', '.jpg', '.jpeg', '.svg'];

/** Checks figures; each file is read once in a volume and each content decoded once, however many texts show it. */
export class FigureChecker {
  readonly #checked = new Map<string, Promise<Facts | Complaint>>();
  readonly #measured = new Map<string, Promise<Size | Complaint>>();

  constructor(
    readonly files: VolumeFiles,
    readonly limits: Limits,
  ) {}

  /** Checks one image that the text at `markdown` (relative to the root) in `folder` names. */
  async check(reference: ImageReference, folder: string, markdown: string): Promise<Figure | Fault> {
    const { url, line, column } = reference;
    const place: Place = { path: markdown, line, column };
    const scheme = url.match(/^([a-z][a-z0-9+.-]+):/i)?.[1]?.toLowerCase();
    if (scheme === 'http' || scheme === 'https' || url.startsWith('//')) return error('figure-remote', { url }, place);
    if (scheme !== undefined) return error('figure-scheme', { url: url.slice(0, 80), scheme }, place);

    const wanted = decodePath(url);
    const found = this.#find(folder, wanted, reference.tex);
    if ('problem' in found) return pathFault(found, wanted, place, 'figure');
    const known = this.#checked.get(found.file) ?? this.#facts(found);
    this.#checked.set(found.file, known);
    const facts = await known;
    return typeof facts === 'function' ? facts(place) : { url, ...found, ...facts, place };
  }

  #find(folder: string, wanted: string, tex: boolean): FoundFile | PathProblem {
    const pattern = wanted.endsWith('.*');
    const stem = pattern ? wanted.slice(0, -2) : wanted;
    const direct = pattern ? ({ problem: 'missing' } as const) : this.files.find(folder, wanted);
    if (!('problem' in direct) || direct.problem !== 'missing' || !(pattern || tex)) return direct;
    for (const extension of triedExtensions) {
      const found = this.files.find(folder, stem + extension);
      if (!('problem' in found) || found.problem !== 'missing') return found;
    }
    return direct;
  }

  async #facts({ file, path }: FoundFile): Promise<Facts | Complaint> {
    const contents = this.files.read(file, this.limits.figure);
    if ('problem' in contents) {
      if (contents.problem === 'unreadable') return (place) => error('figure-unreadable', { path }, place);
      const args = { path, size: sizeInWords(contents.size), limit: sizeInWords(this.limits.figure) };
      return (place) => error('figure-too-large', args, place);
    }
    const { bytes } = contents;
    if (bytes.length === 0) return (place) => error('figure-empty', { path }, place);
    if (isLargeFilePointer(bytes)) return (place) => error('figure-not-fetched', { path }, place);
    const sniffed = sniff(bytes);
    if (!sniffed) return (place) => error('figure-no-image', { path }, place);
    if ('other' in sniffed) return (place) => error('figure-format', { path, format: sniffed.other }, place);
    const { format } = sniffed;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const measuring = this.#measured.get(sha256) ?? this.#measure(bytes, format, path);
    this.#measured.set(sha256, measuring);
    const size = await measuring;
    return typeof size === 'function' ? size : { format, ...size, bytes: bytes.length, sha256 };
  }

  async #measure(bytes: Buffer, format: Figure['format'], path: string): Promise<Size | Complaint> {
    if (format === 'pdf') return pdfSize(bytes);
    const broken = (cause: unknown): Complaint => {
      const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!.trim();
      return (place) => error('figure-broken', { path, reason }, place);
    };
    if (format === 'svg') {
      const decoded = decodeText(bytes);
      if (!('text' in decoded)) return (place) => error('figure-svg-not-utf8', { path }, place);
      try {
        return svgSize(decoded.text);
      } catch (cause) {
        return broken((cause as { cause?: unknown }).cause ?? cause);
      }
    }
    try {
      const { width, height } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
      if (width * height > this.limits.pixels) {
        const args = { path, width, height, megapixels: Math.round(this.limits.pixels / 1e6) };
        return (place) => error('figure-too-many-pixels', args, place);
      }
      // Only decoding every row finds a file that breaks off; shrinking keeps the result out of memory.
      const input = sharp(bytes, {
        limitInputPixels: this.limits.pixels,
        failOn: 'error',
        pages: 1,
        sequentialRead: true,
      });
      await input
        .resize({ width: 8, height: 8, fit: 'fill', kernel: 'nearest', fastShrinkOnLoad: true })
        .raw()
        .toBuffer();
      return { width, height };
    } catch (cause) {
      return broken(cause);
    }
  }
}

/** An address as a path: without query and fragment, percent-encoding undone. */
function decodePath(url: string): string {
  return percentDecoded(url.replace(/[?#].*$/s, ''));
}

/** Points of the first MediaBox that stands in the open; 0 x 0 when all are compressed. */
function pdfSize(bytes: Buffer): Size {
  const at = bytes.indexOf('/MediaBox');
  const number = '(-?\\d*\\.?\\d+)';
  const box = bytes
    .subarray(Math.max(at, 0), Math.max(at, 0) + 200)
    .toString('latin1')
    .match(new RegExp(`^/MediaBox\\s*\\[\\s*${[number, number, number, number].join('\\s+')}\\s*\\]`));
  if (!box) return { width: 0, height: 0 };
  const [left, bottom, right, top] = box.slice(1).map(Number) as [number, number, number, number];
  return { width: Math.abs(right - left), height: Math.abs(top - bottom) };
}

const pixelsPerUnit: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** CSS pixels by `width` and `height`, else by `viewBox`, else what browsers use when an SVG gives neither. Throws when it is no XML. */
function svgSize(source: string): Size {
  const root = fromXml(source).children.find((node) => node.type === 'element');
  const attributes = root?.attributes ?? {};
  const length = (text: string | null | undefined): number | undefined => {
    const match = text?.trim().match(/^(\d*\.?\d+(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm|q)?$/i);
    const pixels = match && Number(match[1]) * pixelsPerUnit[(match[2] ?? 'px').toLowerCase()]!;
    return pixels || undefined;
  };
  const [, , boxWidth, boxHeight] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const box = boxWidth && boxHeight ? { width: boxWidth, height: boxHeight } : undefined;
  const width = length(attributes.width);
  const height = length(attributes.height);
  if (width && height) return { width, height };
  if (box && width) return { width, height: (width * box.height) / box.width };
  if (box && height) return { width: (height * box.width) / box.height, height };
  return box ?? { width: width ?? 300, height: height ?? 150 };
}
