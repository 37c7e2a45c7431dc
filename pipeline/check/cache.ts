import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writevSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { Shared } from '../../lint-rules/facts/index.js';
import { Packed, pack, packTrace, unpackTrace } from '../../lint-rules/facts/pack.js';
import type { InVolumeResult } from './examine.js';
import type { KnownVolume } from './known.js';
import type { AloneResult } from './run-rules.js';
import { type Seen, unknownStamp } from './sources.js';

const magic = Buffer.from('galley-lint-2\n\0\0');
/** Behind that stand the checksum of all that follows, and the length of the index. */
const headLength = magic.length + 8;
/** A cache beyond this is not kept: it would take longer to read than it saves. */
const largest = 512 * 1024 * 1024;
/** Days after which what no run has touched is thrown away. */
const keptDays = 30;
/** Clocks of file systems are coarse: a file changed this shortly before it was looked at may change again unseen. Milliseconds. */
const restless = 2000;
/** Parts that are written at once. */
const atOnce = 1000;

/**
 * Results of earlier runs on one volume, in one file of the user's own cache folder. Never in the volume's repository, where whoever changes a
 * manuscript could bring along results that suit it. A file that is damaged or of another version counts as none: one that has its checksum and the
 * name of this very program was written by it.
 *
 * An index tells what there is of each manuscript. The parts follow it, and what has stayed since it was read is written again as it was.
 */
export class Cache {
  /** `root`: the volume's; `version`: of everything that decides on results apart from the manuscripts. */
  constructor(
    readonly folder: string,
    root: string,
    readonly version: string,
  ) {
    this.#file = path.join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.cache`);
  }

  readonly #file: string;
  /** The parts that were read, by what was made of them. */
  readonly #parts = new WeakMap<object, Uint8Array>();

  read(): KnownVolume {
    try {
      return this.#parse(readFileSync(this.#file)) ?? { entries: new Map() };
    } catch {
      return { entries: new Map() };
    }
  }

  #parse(bytes: Buffer): KnownVolume | undefined {
    if (!bytes.subarray(0, magic.length).equals(magic)) return undefined;
    if (bytes.readUInt32LE(magic.length) !== crc32(bytes.subarray(magic.length + 4))) return undefined;
    let at = headLength;
    const next = (length: number) => {
      at += length;
      return bytes.subarray(at - length, at);
    };
    const part = <T extends object>(length: number, make: (part: Uint8Array) => T): T => {
      const packed = next(length);
      const made = make(packed);
      this.#parts.set(made, packed);
      return made;
    };
    const index = new Packed(next(bytes.readUInt32LE(magic.length + 4))).data<Index>();
    if (index.version !== this.version) return undefined;
    const known: KnownVolume = { entries: new Map() };
    const shared: Shared[] = [];
    for (const [name, { sha256, stamp }, [trace, alone, inVolume, common]] of index.entries) {
      const settled = Math.max(stamp[1], stamp[2]) <= index.written - restless;
      known.entries.set(name, {
        sha256,
        stamp: settled ? stamp : unknownStamp,
        trace: part(trace, unpackTrace),
        alone: part(alone, unpackData<AloneResult>),
        ...(inVolume > 0 && { inVolume: part(inVolume, unpackData<InVolumeResult>) }),
      });
      if (common > 0) shared.push(part(common, unpackShared));
    }
    if (index.textsKey !== undefined) known.textsKey = index.textsKey;
    if (index.foundOut) known.foundOut = { ...index.foundOut, shared };
    return known;
  }

  /** Puts a new file in the place of the old one. That it cannot be written is no fault: the next run takes longer, nothing else. */
  write({ entries, textsKey, foundOut }: KnownVolume): void {
    const parts: Uint8Array[] = [];
    const part = <T extends object>(value: T | undefined, make: (value: T) => Uint8Array): number => {
      if (!value) return 0;
      const packed = this.#parts.get(value) ?? make(value);
      parts.push(packed);
      return packed.length;
    };
    const shared = new Map(foundOut?.paths.map((name, index) => [name, foundOut.shared[index]]));
    const list = [...entries].map(([name, { sha256, stamp, trace, alone, inVolume }]): Index['entries'][number] => [
      name,
      { sha256, stamp },
      [part(trace, packTrace), part(alone, packData), part(inVolume, packData), part(shared.get(name), packShared)],
    ]);
    const { paths, keys } = foundOut ?? {};
    const index = packData({
      version: this.version,
      written: Date.now(),
      textsKey,
      entries: list,
      ...(paths && keys && { foundOut: { paths, keys } }),
    } satisfies Index);
    this.#put(index, parts);
  }

  #put(index: Uint8Array, parts: readonly Uint8Array[]): void {
    const head = Buffer.alloc(headLength);
    head.set(magic);
    head.writeUInt32LE(index.length, magic.length + 4);
    const all = [head, index, ...parts];
    const length = all.reduce((sum, part) => sum + part.length, 0);
    if (length > largest) return;
    const sum = all.slice(1).reduce((crc, part) => crc32(part, crc), crc32(head.subarray(magic.length + 4)));
    head.writeUInt32LE(sum, magic.length);
    const temporary = `${this.#file}.${randomUUID()}.tmp`;
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeAll(temporary, all, length);
      renameSync(temporary, this.#file);
      this.#sweep();
    } catch {
      discard(temporary);
    }
  }

  /** Throws away what belongs to volumes that are not looked at any more. */
  #sweep(): void {
    const oldest = Date.now() - keptDays * 24 * 60 * 60 * 1000;
    for (const name of readdirSync(this.folder)) {
      const file = path.join(this.folder, name);
      if (/\.(?:cache|tmp)$/.test(name) && statSync(file).mtimeMs < oldest) discard(file);
    }
  }
}

interface Index {
  version: string;
  written: number;
  textsKey: string | undefined;
  foundOut?: { paths: string[]; keys: number[] };
  /** With the lengths of the parts: trace, what was found in the text alone and in the volume, what it has in common with others; 0 for none. */
  entries: [name: string, seen: Seen, parts: [trace: number, alone: number, inVolume: number, common: number]][];
}

const packData = (data: object): Uint8Array => pack(data, []);
const unpackData = <T extends object>(part: Uint8Array): T => new Packed(part).data<T>();
const packShared = ({ passages, differences }: Shared): Uint8Array => pack(passages, [differences]);

function unpackShared(part: Uint8Array): Shared {
  const packed = new Packed(part);
  return { differences: packed.array(Uint32Array), passages: packed.data() };
}

function writeAll(file: string, parts: readonly Uint8Array[], length: number): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    let written = 0;
    for (let at = 0; at < parts.length; at += atOnce) written += writevSync(descriptor, parts.slice(at, at + atOnce));
    if (written !== length) throw new Error('not all could be written');
  } finally {
    closeSync(descriptor);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Another run has done so, or the folder is not ours to change.
  }
}
