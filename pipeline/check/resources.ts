import { createHash } from 'node:crypto';
import type { Resources } from '../../lint-rules/rule.js';
import { bibliographiesBeside } from '../volume/bibliographies.js';
import type { VolumeFiles } from '../volume/files.js';
import { defaultLimits } from '../volume/limits.js';

/**
 * Something that a rule wanted to know of the files beside a manuscript, and what it was told: whether a file is there, the hash of a bibliography
 * (empty for none), or which files lie in the manuscript's own folder. Plain data.
 */
export type Answer =
  | [question: 'exists', path: string, answer: boolean]
  | [question: 'content', path: string, answer: string]
  | [question: 'bibliographies', path: '', answer: string];

/** Where a manuscript stands among the files that it may refer to. */
export interface Beside {
  files: VolumeFiles;
  /** Its folder, relative to the root of these, POSIX. */
  folder: string;
}

/** Finds the keys of the bibliographies that a manuscript has. */
export type FindKeys = (ask: Ask) => ReadonlySet<string> | undefined;

/** What may be asked while looking for these. */
export interface Ask {
  /** Whether the manuscript has a folder of its own; the volume's belongs to none. */
  hasFolder: boolean;
  /** Names of the bibliographies in the manuscript's own folder. */
  bibliographies(): string[];
  /** Bytes of a file beside the manuscript with their hash, or `undefined` when it cannot be had. */
  read(path: string): { bytes: Buffer; sha256: string } | undefined;
}

/** What a manuscript may refer to; whatever a rule asks is noted in `answers`, so that one can tell later whether it would be told the same. */
export function resourcesFor(beside: Beside, answers: Answer[], findKeys?: FindKeys): Resources {
  const told = new Map<string, boolean>();
  const ask: Ask = {
    hasFolder: beside.folder !== '',
    bibliographies() {
      const names = bibliographiesIn(beside);
      answers.push(['bibliographies', '', names.join('\0')]);
      return names;
    },
    read(path) {
      const content = contentOf(beside, path);
      answers.push(['content', path, content?.sha256 ?? '']);
      return content;
    },
  };
  let keys: { found: ReadonlySet<string> | undefined } | undefined;
  return {
    exists(path) {
      const known = told.get(path);
      if (known !== undefined) return known;
      const answer = isThere(beside, path);
      told.set(path, answer);
      answers.push(['exists', path, answer]);
      return answer;
    },
    get citationKeys() {
      keys ??= { found: findKeys?.(ask) };
      return keys.found;
    },
  };
}

/** Whether a rule that was given these answers would be given the same ones now. */
export function stillTrue(answers: readonly Answer[], beside: Beside): boolean {
  return answers.every(([question, path, answer]) => {
    if (question === 'exists') return isThere(beside, path) === answer;
    if (question === 'content') return (contentOf(beside, path)?.sha256 ?? '') === answer;
    return bibliographiesIn(beside).join('\0') === answer;
  });
}

function isThere({ files, folder }: Beside, path: string): boolean {
  return !('problem' in files.find(folder, path));
}

const bibliographiesIn = ({ files, folder }: Beside) => bibliographiesBeside(folder, files);

/** Contents by file, for each volume: many manuscripts share a bibliography. */
const contents = new WeakMap<VolumeFiles, Map<string, { bytes: Buffer; sha256: string } | undefined>>();

function contentOf({ files, folder }: Beside, path: string): { bytes: Buffer; sha256: string } | undefined {
  const found = files.find(folder, path);
  if ('problem' in found) return undefined;
  const known = contents.get(files) ?? new Map();
  contents.set(files, known);
  if (!known.has(found.file)) {
    const read = files.read(found.file, defaultLimits.bibliography);
    const content =
      'problem' in read
        ? undefined
        : { bytes: read.bytes, sha256: createHash('sha256').update(read.bytes).digest('hex') };
    known.set(found.file, content);
  }
  return known.get(found.file);
}
