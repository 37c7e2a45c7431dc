import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';

/** A regular file inside the volume, reached without a symbolic link. */
export interface FoundFile {
  /** Absolute. */
  file: string;
  /** Relative to the root, POSIX. */
  path: string;
}

/** Why a path leads to no file that may be read. */
export type PathProblem =
  | { problem: 'absolute' | 'outside' | 'missing' | 'link' | 'special' | 'folder' }
  /** Only the letters' case differs. */
  | { problem: 'case'; found: string };

/** Contents of a file, or why it cannot be had. */
export type Contents = { bytes: Buffer } | { problem: 'too-large'; size: number } | { problem: 'unreadable' };

/**
 * The only way to the files of a volume. What a manuscript names is followed folder by folder through listings, so that it is found by
 * its exact name on every file system, no symbolic link is followed, and nothing above the root is so much as looked at.
 */
export class VolumeFiles {
  readonly #listings = new Map<string, Map<string, Dirent>>();

  /** `root`: absolute, symbolic links resolved. */
  constructor(readonly root: string) {}

  /** Entries of a folder (relative to the root, POSIX) by name in NFC, none when it cannot be listed. Sorted by UTF-16 unit. */
  list(folder: string): Map<string, Dirent> {
    const known = this.#listings.get(folder);
    if (known) return known;
    const entries = listFolder(path.join(this.root, folder));
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const listing = new Map(entries.map((entry) => [entry.name.normalize('NFC'), entry]));
    this.#listings.set(folder, listing);
    return listing;
  }

  /** Finds the file that `wanted` names, seen from `folder` (relative to the root, POSIX). */
  find(folder: string, wanted: string): FoundFile | PathProblem {
    if (/^(?:[/\\]|[A-Za-z]:[\\/])/.test(wanted)) return { problem: 'absolute' };
    if (wanted.includes('\0')) return { problem: 'missing' };
    const target = path.posix.normalize(path.posix.join(folder || '.', wanted));
    if (target === '..' || target.startsWith('../')) return { problem: 'outside' };
    const segments = target.split('/').filter((segment) => segment !== '.' && segment !== '');
    if (segments.length === 0) return { problem: 'folder' };

    const found: string[] = [];
    for (const [index, segment] of segments.entries()) {
      const listing = this.list(found.join('/'));
      const entry = listing.get(segment.normalize('NFC'));
      if (!entry) {
        const similar = [...listing.keys()].find((name) => foldCase(name) === foldCase(segment));
        return similar ? { problem: 'case', found: similar } : { problem: 'missing' };
      }
      if (entry.isSymbolicLink()) return { problem: 'link' };
      const last = index === segments.length - 1;
      if (last && entry.isDirectory()) return { problem: 'folder' };
      if (last && !entry.isFile()) return { problem: 'special' };
      if (!last && !entry.isDirectory()) return { problem: 'missing' };
      found.push(entry.name);
    }
    return { file: path.join(this.root, ...found), path: found.join('/') };
  }

  /**
   * Reads a file that `find` gave, once it is known to be a regular file of at most `limit` bytes; a link put in its place is not followed.
   * Synchronous: a volume has many small files, for each of which a promise costs more than the reading.
   */
  read(file: string, limit: number): Contents {
    // O_NOFOLLOW and O_NONBLOCK do not exist on Windows, where the listing alone has to do.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, flags);
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return { problem: 'unreadable' };
      if (stat.size > limit) return { problem: 'too-large', size: stat.size };
      return { bytes: readWhole(descriptor, stat.size) };
    } catch {
      return { problem: 'unreadable' };
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }
}

function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The first `size` bytes of a file, fewer when it shrinks meanwhile. */
function readWhole(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let done = 0;
  while (done < size) {
    const read = readSync(descriptor, bytes, done, size - done, done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** A name as a file system without letter case sees it. */
export function foldCase(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}
