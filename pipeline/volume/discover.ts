import type { Dirent } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { error, type Fault } from '../faults.js';
import { foldCase, type VolumeFiles } from './files.js';

/** A manuscript's place among the files. */
export interface Found {
  id: string;
  /** Its Markdown file, relative to the root, POSIX. */
  path: string;
  /** Folder that it stands in, relative to the root, POSIX; empty for the root itself. */
  folder: string;
}

/** Names of Markdown files. */
export const markdown = /\.(?:md|markdown)$/i;

/** Files about the repository rather than of the volume. */
const aboutTheRepository =
  /^(?:readme(?:[._-][\w-]+)?|CONTRIBUTING|CODE_OF_CONDUCT|CHANGELOG|CHANGES|HISTORY|LICEN[CS]E|SECURITY|SUPPORT|GOVERNANCE|AUTHORS|NOTICE)$/;

/** Whether a Markdown file is by its name about the repository, such as a README, rather than a manuscript. `stem`: its name without extension. */
export function isAboutTheRepository(stem: string): boolean {
  return aboutTheRepository.test(/^readme/i.test(stem) ? stem.toLowerCase() : stem);
}

const safeId = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}_-])?$/u;

/**
 * Finds the manuscripts of a volume: `<id>.md`, or a folder `<id>/` with one Markdown file in it, in file order. Names that start with a dot or an
 * underscore are not looked at; READMEs and their like only when `named` by the contents.
 */
export async function discover(
  files: VolumeFiles,
  named: ReadonlySet<string>,
): Promise<{ found: Found[]; faults: Fault[] }> {
  const faults: Fault[] = [];
  const found: Found[] = [];
  for (const [name, entry] of files.list('')) {
    if (/^[._]/.test(name) || name === 'node_modules') continue;
    if (entry.isSymbolicLink()) {
      if (markdown.test(name) || (await leadsToFolder(path.join(files.root, entry.name)))) {
        faults.push(error('manuscript-is-a-link', { path: entry.name }, { path: entry.name }));
      }
    } else if (entry.isDirectory()) {
      const inside = inFolder(files, entry.name, faults);
      if (inside) found.push({ id: name, path: `${entry.name}/${inside}`, folder: entry.name });
    } else if (isMarkdown(name, entry)) {
      const id = name.replace(markdown, '');
      if (!isAboutTheRepository(id) || named.has(id)) {
        if (entry.isFile()) found.push({ id, path: entry.name, folder: '' });
        else faults.push(error('not-a-regular-file', { path: entry.name }, { path: entry.name }));
      }
    }
  }
  const order = nameOrder();
  found.sort((a, b) => order(a.id, b.id) || order(a.path, b.path));
  faults.push(...idFaults(found));
  return { found, faults };
}

const isMarkdown = (name: string, entry: Dirent) => markdown.test(name) && !entry.isDirectory();

async function leadsToFolder(file: string): Promise<boolean> {
  const target = await stat(file).catch(() => undefined);
  return target?.isDirectory() ?? false;
}

/** The one Markdown file of a folder that makes it a manuscript. */
function inFolder(files: VolumeFiles, folder: string, faults: Fault[]): string | undefined {
  const entries = [...files.list(folder)].filter(([name, entry]) => isMarkdown(name, entry) && !/^[._]/.test(name));
  const links = entries.filter(([, entry]) => entry.isSymbolicLink());
  for (const [, entry] of links) {
    const file = `${folder}/${entry.name}`;
    faults.push(error('manuscript-is-a-link', { path: file }, { path: file }));
  }
  const names = entries
    .filter(([, entry]) => entry.isFile())
    .map(([, entry]) => entry.name)
    .filter((name) => !isAboutTheRepository(name.replace(markdown, '')));
  if (names.length <= 1) return names[0];
  const main = ['paper', 'main', 'index', folder].flatMap((stem) =>
    names.filter((name) => name.replace(markdown, '') === stem),
  );
  if (main[0]) return main[0];
  faults.push(error('several-markdown-files', { folder, files: names.sort(compareNames) }, { path: folder }));
  return undefined;
}

function idFaults(found: Found[]): Fault[] {
  const faults: Fault[] = [];
  const byFold = new Map<string, Found[]>();
  for (const one of found) {
    if (!safeId.test(one.id)) {
      faults.push(error('unsafe-id', { id: one.id, suggestion: safeVersion(one.id) }, { path: one.path }));
    }
    const fold = foldCase(one.id);
    byFold.set(fold, [...(byFold.get(fold) ?? []), one]);
  }
  for (const same of byFold.values()) {
    const [first, ...others] = same as [Found, ...Found[]];
    for (const other of others) {
      const id = first.id === other.id ? 'duplicate-id' : 'colliding-ids';
      faults.push(error(id, { id: first.id, one: first.path, other: other.path }, { path: other.path }));
    }
  }
  return faults;
}

function safeVersion(id: string): string {
  const safe = id.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  return safe || 'paper-1';
}

/** File order that people expect and no machine changes: by code point, runs of digits by their value. */
export function compareNames(a: string, b: string): number {
  return compareParts(partsOf(a), partsOf(b));
}

/** The same for sorting many names, each of which is taken apart once. */
function nameOrder(): (a: string, b: string) => number {
  const parts = new Map<string, string[]>();
  const known = (name: string) => {
    const found = parts.get(name) ?? partsOf(name);
    parts.set(name, found);
    return found;
  };
  return (a, b) => compareParts(known(a), known(b));
}

const partsOf = (name: string) => name.split(/(\d+)/);

function compareParts(left: string[], right: string[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one, other] = [left[index]!, right[index]!];
    if (one === other) continue;
    const [lead, follow] = index % 2 === 1 ? [one.replace(/^0+/, ''), other.replace(/^0+/, '')] : ['', ''];
    if (lead.length !== follow.length) return lead.length - follow.length;
    if (lead !== follow) return lead < follow ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
