import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestFormat, manifestName, sumsName } from './manifest.js';

/** Where files are prepared when that cannot be done beside the output folder. */
export const insideName = '.galley-staging';

/** What an output folder holds; paths relative to it, POSIX. */
export interface Contents {
  /** Files of the volume that is there. */
  own: string[];
  /** Everything else, a folder as one entry. */
  foreign: { path: string; kind: 'file' | 'link' | 'other' }[];
}

/** A manifest of more than this is not one that Galley wrote. */
const manifestLimit = 64 * 1024 * 1024;

/** Tells what Galley wrote in `folder` from what it did not, by the manifest that is in it. Follows no symbolic link. */
export function readContents(folder: string): Contents {
  const listed = listedIn(path.join(folder, manifestName));
  const contents: Contents = { own: [], foreign: [] };
  const look = (under: string, entry: Dirent) => {
    const name = under + entry.name;
    if (entry.isFile() && listed.has(name)) contents.own.push(name);
    else if (entry.isDirectory() && [...listed].some((file) => file.startsWith(`${name}/`))) {
      for (const inner of entriesOf(path.join(folder, name))) look(`${name}/`, inner);
    } else
      contents.foreign.push({ path: name, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' });
  };
  for (const entry of entriesOf(folder)) if (!entry.name.startsWith(insideName)) look('', entry);
  return contents;
}

/** Those of `files` that cannot be written to `folder` without taking the place of something that Galley did not write. */
export function conflicts(folder: string, files: string[], { own }: Contents): string[] {
  const taken = new Set<string>();
  for (const file of files) {
    const parent = path.posix.dirname(file);
    const there = parent === '.' ? undefined : lstatSync(path.join(folder, parent), { throwIfNoEntry: false });
    if (there && !there.isDirectory()) taken.add(parent);
    else if (!own.includes(file) && lstatSync(path.join(folder, file), { throwIfNoEntry: false })) taken.add(file);
  }
  return [...taken];
}

/** Whether `name` is a plain relative path at most one folder deep, as every file of a volume has. */
export function isOutputPath(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    /^[^/\\\0]+(?:\/[^/\\\0]+)?$/.test(name) &&
    !name.split('/').some((segment) => segment.startsWith('.'))
  );
}

/** Paths that the manifest lists, itself and the checksums included; none when it is not Galley's. */
function listedIn(file: string): Set<string> {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > manifestLimit) return new Set();
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
      format?: unknown;
      outputs?: { path?: unknown }[];
    } | null;
    if (manifest?.format !== manifestFormat || !Array.isArray(manifest.outputs)) return new Set();
    return new Set([...manifest.outputs.map((output) => output?.path).filter(isOutputPath), manifestName, sumsName]);
  } catch (error) {
    if (error instanceof SyntaxError) return new Set();
    throw error;
  }
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
