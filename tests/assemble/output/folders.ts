import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
// @ts-expect-error: plain JavaScript, since a child process runs it too.
import { volumeFiles as files } from './volume-files.mjs';

export const volumeFiles = files as (name: string) => Map<string, Buffer>;

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder that is deleted after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-')));
  made.push(folder);
  return folder;
}

/** Paths of everything under `folder`, folders with a slash, links with an @. */
export function listing(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isSymbolicLink()) return [`${entry.name}@`];
      if (!entry.isDirectory()) return [entry.name];
      return [`${entry.name}/`, ...listing(path.join(folder, entry.name)).map((inner) => `${entry.name}/${inner}`)];
    })
    .sort();
}

/** Which of `names` stands whole in `folder`: every file of it with its bytes, and no file of another; undefined when none does. */
export function wholeVolume(folder: string, names: string[]): string | undefined {
  const all = new Set(names.flatMap((name) => [...volumeFiles(name).keys()]));
  return names.find((name) => {
    const files = volumeFiles(name);
    return [...all].every((file) => {
      const there = lstatSync(path.join(folder, file), { throwIfNoEntry: false });
      const expected = files.get(file);
      return expected ? Boolean(there?.isFile()) && readFileSync(path.join(folder, file)).equals(expected) : !there;
    });
  });
}
