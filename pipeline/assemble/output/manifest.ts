import { createHash } from 'node:crypto';
import type { Volume } from '../../volume/types.js';
import type { FontFile } from '../pdf/fonts.js';
import type { PageRange } from '../pdf/render.js';

/** What `manifest.json` names itself by; the number goes up when its form changes. */
export const manifestFormat = 'galley-manifest/1';

/** Names of the two files that every build adds. */
export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';

export interface FileEntry {
  /** POSIX, relative: an input to the volume's root, an output to the output folder. */
  path: string;
  bytes: number;
  /** 64 lower-case hex digits. */
  sha256: string;
}

export interface ManifestParts {
  volume: Volume;
  /** Programs whose version decides the bytes: galley, pandoc, Typst, … */
  tools: { name: string; version: string }[];
  fonts: Pick<FontFile, 'family' | 'style' | 'weight' | 'package' | 'version'>[];
  /** Of every manuscript, in any order; none when no PDF was made. */
  ranges: PageRange[];
  /** What was made, this manifest and the checksums aside. */
  files: FileEntry[];
  sourceDate: Date;
}

/**
 * The content of `manifest.json`: what was made, from what, with what. Depends on nothing but its arguments, names no folder of the
 * machine, and has its keys and lists in a fixed order. Node's version is not in it, since no byte of a volume depends on it.
 */
export function makeManifest({ volume, tools, fonts, ranges, files, sourceDate }: ManifestParts): object {
  const pages = new Map(ranges.map((range) => [range.id, range]));
  return {
    format: manifestFormat,
    title: volume.title,
    ...given('subtitle', volume.subtitle),
    slug: volume.slug,
    lang: volume.lang,
    ...given('date', volume.date),
    ...given('doi', volume.doi),
    ...given('isbn', volume.isbn),
    ...given('issn', volume.issn),
    ...given('license', volume.license),
    sourceDate: sourceDate.toISOString().replace('.000Z', 'Z'),
    tools: [...tools].sort(by(({ name }) => name)).map(({ name, version }) => ({ name, version })),
    fonts: [...fonts]
      .sort(by(({ family, weight, style }) => `${family} ${weight} ${style}`))
      .map(({ family, style, weight, package: source, version }) => ({
        family,
        style,
        weight,
        package: source,
        version,
      })),
    manuscripts: volume.manuscripts.map(({ id, path, title, authors, doi }) => ({
      id,
      path,
      title,
      authors: authors.map(({ name }) => name),
      ...given('doi', doi),
      ...given('pages', pagesOf(pages.get(id))),
    })),
    inputs: describeInputs(volume),
    outputs: [...files].sort(by(({ path }) => path)).map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}

/** The bytes of `manifest.json`. */
export function encodeManifest(manifest: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** Every file that a volume was made from, each once, sorted by path. */
export function describeInputs(volume: Pick<Volume, 'sources' | 'manuscripts'>): FileEntry[] {
  const figures = volume.manuscripts.flatMap((manuscript) => manuscript.figures);
  const entries = [...volume.sources, ...figures].map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()].sort(by(({ path }) => path));
}

/** Size and SHA-256 of each file. */
export function describeFiles(files: Iterable<[path: string, bytes: Uint8Array]>): FileEntry[] {
  return [...files].map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
}

/**
 * The content of `SHA256SUMS`, sorted, as `sha256sum --check` reads it. A name with a backslash or a line break is escaped and its
 * line marked by a leading backslash. https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html
 */
export function sha256Sums(files: Pick<FileEntry, 'path' | 'sha256'>[]): string {
  return [...files]
    .sort(by(({ path }) => path))
    .map(({ path, sha256 }) => {
      const escaped = path.replace(/[\\\n\r]/g, (character) => ({ '\\': '\\\\', '\n': '\\n' })[character] ?? '\\r');
      return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
    })
    .join('');
}

function pagesOf(range: PageRange | undefined): object | undefined {
  if (!range) return undefined;
  const { first, last, label, lastLabel } = range;
  return { first, last, firstLabel: label, lastLabel };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value };
}

/** Orders by code units, which no locale changes. */
function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
