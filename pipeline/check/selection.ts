import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { error, type Fault, failOnErrors } from '../faults.js';
import { compareNames, isAboutTheRepository, markdown } from '../volume/discover.js';
import { VolumeFiles } from '../volume/files.js';
import type { Limits } from '../volume/limits.js';
import type { LintSection } from '../volume/volume-file.js';

/** A manuscript that is to be looked at. */
export interface Target {
  /** Relative to the selection's root, POSIX. */
  path: string;
  /** The files that it may refer to, its own path among them, and the folder that it stands in; both relative to the root of these. */
  files: VolumeFiles;
  within: string;
  folder: string;
  /** Whether its findings were asked for; the others are only compared with. */
  wanted: boolean;
}

/** What a run of the rules is about. */
export interface Selection {
  /** Absolute, links resolved: the volume's root, or the current folder when no volume is involved. */
  root: string;
  /** The manuscripts of the volume in its order. */
  volume: Target[];
  /** Files that were named and belong to no volume. */
  loose: Target[];
  /** What volume.yml says of the rules. */
  lint?: LintSection;
  /** BCP 47 tag of the volume's language. */
  lang?: string;
  /** The volume's terms file, relative to the root. */
  terms?: string;
  /** Warnings. */
  faults: Fault[];
}

export interface SelectionOptions {
  /** Folder that holds volume.yml, and files or folders, as the user named them. */
  root: string;
  paths: readonly string[];
  cwd: string;
  limits: Limits;
}

/**
 * Finds the manuscripts that are meant. Without paths, those of the volume at `root`. Paths inside it choose among its manuscripts; anything else
 * is taken as it is. Throws an `InputError` for what is not there.
 */
export async function select(options: SelectionOptions): Promise<Selection> {
  const { cwd, paths, limits } = options;
  const given = path.resolve(cwd, options.root);
  const volumeRoot = realPath(given);
  const hasVolume = volumeRoot !== undefined && isThere(path.join(volumeRoot, 'volume.yml'));
  const named = namedBy(paths, cwd, options.root);
  const isInside = ({ file }: NamedPath) => hasVolume && isWithin(volumeRoot, file);
  if (paths.length > 0 && !named.some(isInside)) {
    const root = realPath(cwd) ?? cwd;
    return { root, volume: [], ...looseTargets(named, root), faults: [] };
  }

  const { openVolume, readOutline } = await import('../volume/outline.js');
  const files = await openVolume(given);
  const { settings, order, found, faults } = await readOutline(files, limits);
  failOnErrors(faults, files.root);
  const byId = new Map(found.map((one) => [one.id, one]));
  const volume = order.map(({ id }): Target => {
    const { path: within, folder } = byId.get(id)!;
    return { path: within, files, within, folder, wanted: paths.length === 0 };
  });
  const others = [...named];
  for (const one of named.filter(isInside)) {
    const relative = posix(path.relative(files.root, one.file)).normalize('NFC');
    const chosen = volume.filter(({ path: each }) => {
      const name = each.normalize('NFC');
      return relative === '' || name === relative || name.startsWith(`${relative}/`);
    });
    for (const target of chosen) target.wanted = true;
    if (chosen.length > 0) others.splice(others.indexOf(one), 1);
  }
  const { lint, lang, terms } = settings.volume;
  return {
    root: files.root,
    volume,
    ...looseTargets(others, files.root, files),
    ...(lint && { lint }),
    ...(lang && { lang }),
    ...(settings.terms && terms && { terms: settings.terms }),
    faults,
  };
}

/** A path that the user named. */
interface NamedPath {
  /** As it was written. */
  name: string;
  /** Absolute, links in the folders above it resolved. */
  file: string;
  isFolder: boolean;
}

function namedBy(paths: readonly string[], cwd: string, root: string): NamedPath[] {
  const faults: Fault[] = [];
  const named = paths.flatMap((name) => {
    const absolute = path.resolve(cwd, name);
    const above = realPath(path.dirname(absolute));
    const file = above === undefined ? absolute : path.join(above, path.basename(absolute));
    const stat = statOf(file);
    // The folder of a volume may itself be a link; a manuscript may not.
    const isRoot = absolute === path.resolve(cwd, root);
    if (!stat) faults.push(error('lint-path-missing', { path: name }));
    else if (stat.isSymbolicLink() && !isRoot) faults.push(error('lint-path-is-a-link', { path: name }));
    else if (isRoot || stat.isDirectory()) return [{ name, file: realPath(file) ?? file, isFolder: true }];
    else return [{ name, file, isFolder: false }];
    return [];
  });
  failOnErrors(faults, cwd);
  return named;
}

/** Targets that belong to no volume. `files`: those of the volume, for what lies inside it without being one of its manuscripts. */
function looseTargets(named: readonly NamedPath[], root: string, files?: VolumeFiles): { loose: Target[] } {
  const faults: Fault[] = [];
  const byPath = new Map<string, Target>();
  for (const { name, file, isFolder } of named) {
    const base = isFolder ? file : isWithin(root, file) ? root : path.dirname(file);
    const seen = files && isWithin(files.root, file) ? files : new VolumeFiles(base);
    const start = posix(path.relative(seen.root, file));
    const found = isFolder ? markdownIn(seen, start, root, faults) : [start];
    if (found.length === 0) faults.push(error('lint-nothing-there', { path: name }));
    for (const within of found) {
      const target = posix(path.relative(root, path.join(seen.root, within)));
      const folder = path.posix.dirname(within);
      byPath.set(target, { path: target, files: seen, within, folder: folder === '.' ? '' : folder, wanted: true });
    }
  }
  failOnErrors(faults, root);
  return { loose: [...byPath.values()] };
}

/** Every Markdown file below a folder that is a manuscript by its name, in file order. */
function markdownIn(files: VolumeFiles, folder: string, root: string, faults: Fault[]): string[] {
  const found: string[] = [];
  for (const [name, entry] of [...files.list(folder)].sort(([a], [b]) => compareNames(a, b))) {
    if (/^[._]/.test(name) || name === 'node_modules') continue;
    const within = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...markdownIn(files, within, root, faults));
    else if (!markdown.test(name) || isAboutTheRepository(name.replace(markdown, ''))) continue;
    else if (entry.isFile()) found.push(within);
    else {
      const shown = posix(path.relative(root, path.join(files.root, within)));
      faults.push(error('lint-path-is-a-link', { path: shown }, { path: shown }));
    }
  }
  return found;
}

const posix = (file: string) => file.split(path.sep).join('/');

function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function isThere(file: string): boolean {
  return statOf(file) !== undefined;
}

function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
