import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import { element, lines, serialize } from './xml.js';

/** A file of the container; pictures are stored, since they are compressed already. */
export interface Entry {
  path: string;
  content: string | Uint8Array;
  stored?: boolean;
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A URN in the form of a UUID (version 8: custom) from the SHA-256 of all paths and contents, so that the same book has the same. */
export function identifierFor(entries: Entry[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of entries) {
    const bytes = bytesOf(content);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  const digits = hash.digest('hex');
  const variant = ((Number.parseInt(digits[16]!, 16) & 0x3) | 0x8).toString(16);
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}

/**
 * The ZIP of an EPUB: `mimetype` first and stored, then the container file, then `entries` in their order, all stamped with the
 * day of `sourceDate` in UTC. Compression in plain JavaScript, whose bytes do not change with Node's zlib.
 */
export function zipEpub(entries: Entry[], packagePath: string, sourceDate: Date): Uint8Array {
  const mtime = zipTime(sourceDate);
  const files: Zippable = {};
  const add = ({ path, content, stored }: Entry) => {
    files[path] = [bytesOf(content), { level: stored ? 0 : 6, mtime }];
  };
  add({ path: 'mimetype', content: 'application/epub+zip', stored: true });
  add({ path: 'META-INF/container.xml', content: containerFile(packagePath) });
  entries.forEach(add);
  return zipSync(files);
}

/** ZIP stamps are local time: noon of the UTC day, which no time zone's summer time skips. Years that ZIP cannot write are clamped. */
function zipTime(date: Date): Date {
  const year = date.getUTCFullYear();
  if (year < 1980) return new Date(1980, 0, 1, 12);
  if (year > 2099) return new Date(2099, 11, 31, 12);
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), 12);
}

function containerFile(packagePath: string): string {
  const rootfile = element('rootfile', { 'full-path': packagePath, 'media-type': 'application/oebps-package+xml' });
  return serialize(
    element(
      'container',
      { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
      lines(element('rootfiles', {}, lines(rootfile))),
    ),
  );
}
