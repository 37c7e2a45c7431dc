import { realpath, stat } from 'node:fs/promises';
import { closest } from '../../lint-rules/front-matter/keys.js';
import { error, type Fault, failOnErrors, InputError, warning } from '../faults.js';
import { inParallel } from '../in-parallel.js';
import type { ContentsPlan, Named } from './contents.js';
import { discover, type Found } from './discover.js';
import { FigureChecker, pathFault } from './figures.js';
import { VolumeFiles } from './files.js';
import { defaultLimits, type Limits } from './limits.js';
import { type ReadManuscript, readManuscriptFile } from './manuscript.js';
import { readText } from './read-text.js';
import type { Entry, Manuscript, Volume } from './types.js';
import { readVolumeFile, type VolumeFile, volumeFileName } from './volume-file.js';

/** Manuscripts read side by side: enough to keep the disk and the image decoder busy, few enough to bound memory. */
const atOnce = 4;

/**
 * Reads a volume: volume.yml, every manuscript, its figures and bibliographies. Nothing outside `root` is read, no symbolic link
 * followed, nothing fetched. Throws an `InputError` with all faults of all files, each with its place; otherwise returns the warnings.
 */
export async function readVolume(
  root: string,
  options: { limits?: Partial<Limits> } = {},
): Promise<{ volume: Volume; warnings: Fault[] }> {
  const limits = { ...defaultLimits, ...options.limits };
  const realRoot = await realpath(root).catch(() => undefined);
  if (realRoot === undefined || !(await stat(realRoot)).isDirectory())
    throw new InputError([error('no-volume-folder', { root })]);
  const files = new VolumeFiles(realRoot);
  const entry = files.list('').get(volumeFileName);
  if (!entry) throw new InputError([error('no-volume-file', { root })]);

  const faults: Fault[] = [];
  const settings = readSettings(files, limits, faults);
  const named = namedIn(settings.volume.contents ?? []);
  const discovered = await discover(files, new Set(named.map(({ id }) => id)));
  faults.push(...discovered.faults);
  const found = once(discovered.found);
  if (found.length === 0 && !discovered.faults.some(({ severity }) => severity === 'error')) {
    faults.push(error('no-manuscripts', {}, { path: volumeFileName }));
  }
  const contents = arrange(settings, found, faults);

  const { lang } = settings.volume;
  const tools = { files, limits, figures: new FigureChecker(files, limits), ...(lang && { lang }) };
  const results = await inParallel(found, atOnce, (one) => readManuscriptFile(one, tools));
  const read = new Map<string, ReadManuscript>(found.map(({ id }, index) => [id, results[index]!]));

  const sources = [...settings.sources];
  for (const { id } of found) {
    faults.push(...read.get(id)!.faults);
    sources.push(...read.get(id)!.sources);
  }
  const warnings = failOnErrors(inOrder(faults));
  const manuscripts = contents.order.map(({ id, role, section }): Manuscript => {
    return { ...read.get(id)!.manuscript!, role, ...(section !== undefined && { section }) };
  });
  const volume = { ...settings.volume, contents: contents.entries };
  return { volume: complete(volume, realRoot, manuscripts, sources, settings.terms), warnings };
}

interface Settings {
  volume: VolumeFile;
  terms?: string;
  sources: Volume['sources'];
  /** Whether volume.yml could be read at all, so that what it does not name is known to be meant. */
  readable: boolean;
}

function readSettings(files: VolumeFiles, limits: Limits, faults: Fault[]): Settings {
  const place = { path: volumeFileName };
  const at = files.find('', volumeFileName);
  if ('problem' in at) {
    faults.push(error('volume-file-not-a-file', {}, place));
    return { volume: {}, sources: [], readable: false };
  }
  const read = readText(volumeFileName, place, limits.configuration, files);
  if ('fault' in read) {
    faults.push(read.fault);
    return { volume: {}, sources: [], readable: false };
  }
  const { volume, faults: found } = readVolumeFile(read.text);
  faults.push(...found);
  const sources = [read.source];
  const terms = readTerms(volume, files, limits, sources, faults);
  return { volume, sources, readable: !found.some(({ severity }) => severity === 'error'), ...(terms && { terms }) };
}

function readTerms(
  { terms }: VolumeFile,
  files: VolumeFiles,
  limits: Limits,
  sources: Volume['sources'],
  faults: Fault[],
): string | undefined {
  if (!terms) return undefined;
  const place = { path: volumeFileName, ...terms.at };
  const at = files.find('', terms.path);
  if ('problem' in at) {
    faults.push(pathFault(at, terms.path, place, 'terms'));
    return undefined;
  }
  const read = readText(at.path, place, limits.manuscript, files);
  if ('fault' in read) {
    faults.push(read.fault);
    return undefined;
  }
  sources.push(read.source);
  return at.path;
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

function complete(
  { contents, terms: _, ...volume }: Omit<VolumeFile, 'contents'> & { contents: Entry[] },
  root: string,
  manuscripts: Manuscript[],
  sources: Volume['sources'],
  terms: string | undefined,
): Volume {
  return {
    root,
    ...volume,
    slug: volume.slug!,
    title: volume.title!,
    lang: volume.lang ?? commonest(manuscripts.map(({ lang }) => lang)),
    editors: volume.editors ?? [],
    page: volume.page ?? { size: 'a5' },
    ...(terms && { terms }),
    contents,
    manuscripts,
    sources: [...new Map(sources.map((source) => [source.path, source])).values()],
  };
}

/** The language of most manuscripts; of equals the one that comes first. */
function commonest(languages: string[]): string {
  const counts = new Map<string, number>();
  for (const lang of languages) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? 'en';
}

/** volume.yml first, then file by file, from top to bottom. */
function inOrder(faults: Fault[]): Fault[] {
  const rank = ({ place }: Fault) => (place?.path === volumeFileName ? '' : (place?.path ?? ''));
  return faults.toSorted(
    (a, b) =>
      (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1),
  );
}
