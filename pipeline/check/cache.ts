import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packTrace } from '../../lint-rules/facts/pack.js';
import { isEntry, isSharedByPath } from './cache-content.js';
import type { Known, KnownVolume } from './known.js';
import { unknownStamp } from './sources.js';

const magic = Buffer.from('galley-lint-1\n');
const digestLength = 32;
/** A cache beyond this is not kept: it would take longer to read than it saves. */
const largest = 512 * 1024 * 1024;
/** Days after which what no run has touched is thrown away. */
const keptDays = 30;
/** Clocks of file systems are coarse: a file changed this shortly before it was looked at may change again unseen. Milliseconds. */
const restless = 2000;

/**
 * Results of earlier runs on one volume, in one file of the user's own cache folder. Never in the volume's repository, where whoever changes a
 * manuscript could bring along results that suit it. A file that is damaged, of another version or not of this shape counts as none.
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

  read(): KnownVolume {
    try {
      return this.#parse(readFileSync(this.#file)) ?? { entries: new Map() };
    } catch {
      return { entries: new Map() };
    }
  }

  #parse(bytes: Buffer): KnownVolume | undefined {
    const head = magic.length + digestLength;
    const body = bytes.subarray(head);
    if (!bytes.subarray(0, magic.length).equals(magic)) return undefined;
    if (!digestOf(body).equals(bytes.subarray(magic.length, head))) return undefined;
    const length = body.readUInt32LE(0);
    const { version, written, textsKey, entries, shared } = JSON.parse(body.toString('utf8', 4, 4 + length)) as Stored;
    if (version !== this.version || !Number.isFinite(written) || !Array.isArray(entries)) return undefined;
    const traces = body.subarray(4 + length);
    let offset = 0;
    const content: KnownVolume = { entries: new Map() };
    for (const [name, size, entry] of entries) {
      if (typeof name !== 'string' || !Number.isInteger(size) || size < 0 || !isEntry(entry)) return undefined;
      const stamp = Math.max(entry.stamp[1], entry.stamp[2]) > written - restless ? unknownStamp : entry.stamp;
      content.entries.set(name, { ...entry, stamp, trace: traces.subarray(offset, offset + size) });
      offset += size;
    }
    if (offset !== traces.length) return undefined;
    if (typeof textsKey === 'string') content.textsKey = textsKey;
    if (isSharedByPath(shared)) content.shared = shared;
    return content;
  }

  /** Puts a new file in the place of the old one. That it cannot be written is no fault: the next run takes longer, nothing else. */
  write({ entries, textsKey, shared }: KnownVolume): void {
    const traces: Uint8Array[] = [];
    const list = [...entries].map(([name, { trace, ...entry }]) => {
      const packed = trace instanceof Uint8Array ? trace : packTrace(trace);
      traces.push(packed);
      return [name, packed.length, entry];
    });
    const stored = { version: this.version, written: Date.now(), textsKey, entries: list, shared };
    const json = Buffer.from(JSON.stringify(stored));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    const body = Buffer.concat([length, json, ...traces]);
    if (body.length > largest) return;
    const temporary = `${this.#file}.${randomUUID()}.tmp`;
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(temporary, Buffer.concat([magic, digestOf(body), body]), { mode: 0o600 });
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

interface Stored {
  version: string;
  written: number;
  textsKey?: unknown;
  shared?: unknown;
  entries: [name: string, traceLength: number, entry: Omit<Known, 'trace'>][];
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Another run has done so, or the folder is not ours to change.
  }
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
