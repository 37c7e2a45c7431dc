import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { type Contents, readContents } from './contents.js';
import { syncFolder } from './durable.js';

/** More things than this that are not Galley's, and the folder is somebody's own: it is not moved. */
const foreignLimit = 100;

/**
 * Whether `output` may be exchanged for another folder: it is no more than a volume's folder with a few files beside the volume, it
 * belongs to this user, and nobody works in it as far as can be seen.
 */
export function maySwap(output: string, { foreign }: Contents): boolean {
  if (foreign.length > foreignLimit || foreign.some(({ kind }) => kind === 'other')) return false;
  if (!path.relative(output, process.cwd()).startsWith('..')) return false;
  const { uid } = statSync(output);
  return process.geteuid === undefined || uid === process.geteuid();
}

/**
 * Exchanges `output` for `work/new` by two renames with nothing between them, files that are not Galley's taken along; returns false,
 * with everything as it was, where the file system does not allow that. Node has no call that exchanges two folders at once: after a
 * crash between the two, the old folder stands whole in `work/old`, and `finishSwap` completes the exchange at the next start.
 */
export function swap(work: string, output: string, contents: Contents): boolean {
  const prepared = path.join(work, 'new');
  const old = path.join(work, 'old');
  try {
    takeAlong(output, prepared, contents);
    const { mode, gid } = statSync(output);
    if (statSync(prepared).gid !== gid) chownSync(prepared, -1, gid);
    chmodSync(prepared, mode & 0o7777);
    syncFolder(prepared);
    renameSync(output, old);
  } catch {
    for (const { path: name } of contents.foreign) unlinkIfThere(path.join(prepared, name));
    return false;
  }
  try {
    renameSync(prepared, output);
  } catch (error) {
    renameSync(old, output);
    throw error;
  }
  finishSwap(work, output);
  return true;
}

/**
 * Completes an exchange from wherever it stopped: the new folder in place, the old one gone, and nothing lost of what was not
 * Galley's, not even when somebody made the output folder anew in the meantime.
 */
export function finishSwap(work: string, output: string): void {
  const prepared = path.join(work, 'new');
  const old = path.join(work, 'old');
  const anew = path.join(work, 'anew');
  if (existsSync(old)) {
    if (existsSync(output) && existsSync(prepared)) renameSync(output, anew);
    if (!existsSync(output)) renameSync(existsSync(prepared) ? prepared : old, output);
  }
  syncFolder(path.dirname(output));
  for (const folder of [old, anew]) if (existsSync(folder)) emptyInto(folder, output);
}

/** Brings what is not Galley's from `folder` back to `output`, and deletes the rest with the folder. */
function emptyInto(folder: string, output: string): void {
  const present = new Set(readContents(output).own);
  for (const { path: name } of readContents(folder).foreign) {
    bringBack(path.join(folder, name), path.join(output, name), present.has(name));
  }
  // Renamed first: of a folder half deleted, nobody could tell what in it was Galley's.
  const rubbish = path.join(path.dirname(folder), 'rubbish');
  rmSync(rubbish, { recursive: true, force: true });
  renameSync(folder, rubbish);
  rmSync(rubbish, { recursive: true });
}

/** Gives every file that is not Galley's a second name in `prepared`, so that it is never absent. */
function takeAlong(output: string, prepared: string, { foreign }: Contents): void {
  for (const { path: name, kind } of foreign) {
    const from = path.join(output, name);
    const to = path.join(prepared, name);
    mkdirSync(path.dirname(to), { recursive: true });
    if (kind === 'link') symlinkSync(readlinkSync(from), to);
    else linkSync(from, to);
  }
}

/** Moves one thing to its place in the new folder, unless it is there already; of two versions the newer one stays. */
function bringBack(from: string, to: string, toIsOwn: boolean): void {
  const left = lstatSync(from);
  const there = lstatSync(to, { throwIfNoEntry: false });
  if (!there) {
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(from, to);
  } else if (left.isDirectory() || toIsOwn) renameSync(from, `${to}.kept`);
  else if (left.ino !== there.ino && left.mtimeMs > there.mtimeMs) renameSync(from, to);
  else unlinkSync(from);
}

function unlinkIfThere(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })) unlinkSync(file);
}
