import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { syncFolder, writeSynced } from './durable.js';

/** What is under way: on the disk before the first file is moved, so that the next start can finish it. */
interface Journal {
  files: string[];
  obsolete: string[];
}

export const journalName = 'replacing.json';

/**
 * Moves `files` from `work/new` into `output` one by one and removes `obsolete`, for folders that cannot be exchanged as a whole.
 * An error on the way puts every file back as it was; after a crash, `finishInPlace` completes it.
 */
export function replaceInPlace(work: string, output: string, files: string[], obsolete: string[]): void {
  const draft = path.join(work, 'draft');
  writeSynced(draft, JSON.stringify({ files, obsolete } satisfies Journal));
  renameSync(draft, path.join(work, journalName));
  syncFolder(work);
  const begun: string[] = [];
  try {
    for (const file of [...files, ...obsolete]) {
      keepCopy(path.join(output, file), path.join(work, 'backup', file));
      begun.push(file);
    }
    carryOut(work, output, { files, obsolete });
  } catch (error) {
    for (const file of begun) undo(work, output, file);
    for (const file of files) removeEmptyParent(output, file);
    unlinkSync(path.join(work, journalName));
    throw error;
  }
  unlinkSync(path.join(work, journalName));
}

/** Completes what `replaceInPlace` began in a process that died; does nothing when there is nothing to complete. */
export function finishInPlace(work: string, output: string): void {
  const file = path.join(work, journalName);
  if (!existsSync(file)) return;
  carryOut(work, output, JSON.parse(readFileSync(file, 'utf8')) as Journal);
  unlinkSync(file);
}

/** Works from wherever an earlier run stopped: a file that is no longer prepared is in its place already. */
function carryOut(work: string, output: string, { files, obsolete }: Journal): void {
  for (const file of files) {
    const prepared = path.join(work, 'new', file);
    if (!existsSync(prepared)) continue;
    mkdirSync(path.dirname(path.join(output, file)), { recursive: true });
    renameSync(prepared, path.join(output, file));
  }
  for (const file of obsolete) {
    rmSync(path.join(output, file), { force: true });
    removeEmptyParent(output, file);
  }
  for (const folder of new Set(files.map((file) => path.dirname(path.join(output, file))))) syncFolder(folder);
}

/** Puts one file back as it was, the new one first, so that a crash here can still be completed forwards. */
function undo(work: string, output: string, file: string): void {
  const target = path.join(output, file);
  const prepared = path.join(work, 'new', file);
  const copy = path.join(work, 'backup', file);
  if (existsSync(path.dirname(prepared)) && !existsSync(prepared) && existsSync(target)) renameSync(target, prepared);
  if (!existsSync(copy)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  renameSync(copy, target);
}

function keepCopy(file: string, copy: string): void {
  if (!lstatSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(path.dirname(copy), { recursive: true });
  try {
    linkSync(file, copy);
  } catch {
    // Not every file system has links.
    copyFileSync(file, copy);
  }
}

/** Removes the folder of `file` under `output` when nothing is left in it. */
function removeEmptyParent(output: string, file: string): void {
  const parent = path.posix.dirname(file);
  if (parent === '.') return;
  try {
    rmdirSync(path.join(output, parent));
  } catch {
    // It holds something still, or is gone already.
  }
}
