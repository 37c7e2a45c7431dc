import { realpath, stat } from 'node:fs/promises';
import { closest } from '../../lint-rules/front-matter/keys.js';
import { error, type Fault, InputError, warning } from '../faults.js';
import type { ContentsPlan, Named } from './contents.js';
import { discover, type Found } from './discover.js';
import { VolumeFiles } from './files.js';
import type { Limits } from './limits.js';
import { readSettings, type Settings } from './settings.js';
import type { Entry, Manuscript } from './types.js';
import { volumeFileName } from './volume-file.js';

/** A volume before its manuscripts are read: what volume.yml says, which manuscripts there are, and in which order. */
export interface Outline {
  files: VolumeFiles;
  settings: Settings;
  /** In file order, each id once. */
  found: Found[];
  entries: Entry[];
  /** In the order of the volume. */
  order: Pick<Manuscript, 'id' | 'role' | 'section'>[];
  faults: Fault[];
}

/** The files of the volume at `root`; throws an `InputError` when there is no such folder or it has no volume.yml. */
export async function openVolume(root: string): Promise<VolumeFiles> {
  const realRoot = await realpath(root).catch(() => undefined);
  if (realRoot === undefined || !(await stat(realRoot)).isDirectory())
    throw new InputError([error('no-volume-folder', { root })]);
  const files = new VolumeFiles(realRoot);
  if (!files.list('').get(volumeFileName)) throw new InputError([error('no-volume-file', { root })]);
  return files;
}

/** Reads volume.yml, finds the manuscripts and puts them in the order of the contents. Every fault is told; what is faulty is left out. */
export async function readOutline(files: VolumeFiles, limits: Limits): Promise<Outline> {
  const faults: Fault[] = [];
  const settings = readSettings(files, limits, faults);
  const named = namedIn(settings.volume.contents ?? []);
  const discovered = await discover(files, new Set(named.map(({ id }) => id)));
  faults.push(...discovered.faults);
  const found = once(discovered.found);
  if (found.length === 0 && !discovered.faults.some(({ severity }) => severity === 'error')) {
    faults.push(error('no-manuscripts', {}, { path: volumeFileName }));
  }
  const { entries, order } = arrange(settings, found, faults);
  return { files, settings, found, entries, order, faults };
}

function namedIn(contents: ContentsPlan): Named[] {
  return contents.flatMap((entry) => ('manuscripts' in entry ? entry.manuscripts : [entry]));
}

/** The first of those that share an id; the others are faults already. */
function once(found: Found[]): Found[] {
  return [...new Map(found.toReversed().map((one) => [one.id, one])).values()].reverse();
}

/** Puts the manuscripts in the order of the contents; what the contents do not name comes last, in file order. */
function arrange(
  { volume, readable }: Settings,
  found: Found[],
  faults: Fault[],
): { entries: Entry[]; order: Pick<Manuscript, 'id' | 'role' | 'section'>[] } {
  const ids = new Set(found.map(({ id }) => id));
  const first = new Map<string, Named>();
  for (const named of namedIn(volume.contents ?? [])) {
    const { id, place } = named;
    const earlier = first.get(id);
    if (earlier) faults.push(error('contents-twice', { id, line: earlier.place.line ?? 1 }, place));
    else if (ids.has(id)) first.set(id, named);
    else {
      const suggestion = closest(id.replace(/(?:\/.*)?\.(?:md|markdown)$|\/$/i, ''), ids);
      faults.push(error('contents-without-file', { id, ...(suggestion && { suggestion }) }, place));
    }
  }
  const unnamed = found.filter(({ id }) => !first.has(id));
  if (volume.contents && readable) {
    for (const { id, path: file } of unnamed) faults.push(warning('not-in-contents', { id }, { path: file }));
  }
  const entries = (volume.contents ?? []).flatMap((entry): Entry[] => {
    if (!('manuscripts' in entry)) return [{ kind: 'manuscript', id: entry.id }];
    return [{ kind: 'section', title: entry.section, manuscripts: entry.manuscripts.map(({ id }) => id) }];
  });
  return {
    entries: [...entries, ...unnamed.map(({ id }): Entry => ({ kind: 'manuscript', id }))],
    order: [...first.values(), ...unnamed.map(({ id }) => ({ id, role: 'contribution' as const }))],
  };
}

/** volume.yml first, then file by file, from top to bottom. */
export function inOrder(faults: Fault[]): Fault[] {
  const rank = ({ place }: Fault) => (place?.path === volumeFileName ? '' : (place?.path ?? ''));
  return faults.toSorted(
    (a, b) =>
      (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1),
  );
}
