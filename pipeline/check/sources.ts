import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { type Fault, failOnErrors } from '../faults.js';
import type { Limits } from '../volume/limits.js';
import { readText } from '../volume/read-text.js';
import { decodeAsIs } from '../volume/text.js';
import type { Target } from './selection.js';

/** What tells, without reading it, whether a file is still the same: size, time of its content, time of its entry, number of its entry. */
export type Stamp = [bytes: number, modified: number, changed: number, inode: number];

/** A manuscript's text as it was seen in an earlier run. */
export interface Seen {
  sha256: string;
  stamp: Stamp;
}

/** The stamp of a text of which none is known. */
export const unknownStamp: Stamp = [-1, -1, -1, -1];

/** The texts of manuscripts. One whose stamp is known is only read when its text is asked for. */
export class Sources {
  readonly #texts = new Map<string, string>();
  readonly #seen = new Map<string, Seen>();
  readonly #targets: Map<string, Target>;

  /** Throws an `InputError` that tells of all manuscripts that cannot be read. `seen`: what earlier runs know, by path; `overlay`: texts that stand for files. */
  constructor(
    targets: readonly Target[],
    readonly limits: Limits,
    readonly root: string,
    { seen, overlay }: { seen?: (path: string) => Seen | undefined; overlay?: ReadonlyMap<string, string> } = {},
  ) {
    this.#targets = new Map(targets.map((target) => [target.path, target]));
    const faults: Fault[] = [];
    for (const target of targets) {
      const text = overlay?.get(target.path);
      if (text !== undefined) {
        this.#texts.set(target.path, text);
        this.#seen.set(target.path, { sha256: createHash('sha256').update(text).digest('hex'), stamp: unknownStamp });
        continue;
      }
      const stamp = stampOf(target);
      const earlier = seen?.(target.path);
      if (stamp && earlier && stamp.every((value, index) => value === earlier.stamp[index])) {
        this.#seen.set(target.path, earlier);
        continue;
      }
      const fault = this.#read(target, stamp ?? unknownStamp);
      if (fault) faults.push(fault);
    }
    failOnErrors(faults, root);
  }

  #read(target: Target, stamp: Stamp): Fault | undefined {
    const { path, within, files } = target;
    const read = readText(within, { path }, this.limits.manuscript, files, decodeAsIs);
    if ('fault' in read) return { ...read.fault, place: { ...read.fault.place, path } };
    this.#texts.set(path, read.text);
    this.#seen.set(path, { sha256: read.source.sha256, stamp });
    return undefined;
  }

  /** The text of a manuscript. */
  text(path: string): string {
    const target = this.#targets.get(path);
    if (!this.#texts.has(path) && target) {
      const fault = this.#read(target, this.#seen.get(path)!.stamp);
      if (fault) failOnErrors([fault], this.root);
    }
    return this.#texts.get(path) ?? '';
  }

  has(path: string): boolean {
    return this.#targets.has(path);
  }

  seen(path: string): Seen {
    return this.#seen.get(path)!;
  }
}

function stampOf({ files, within }: Target): Stamp | undefined {
  const found = files.find('', within);
  if ('problem' in found) return undefined;
  try {
    const stat = lstatSync(found.file);
    return stat.isFile() ? [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino] : undefined;
  } catch {
    return undefined;
  }
}
