import { type Fault, failOnErrors } from '../faults.js';
import { inParallel } from '../in-parallel.js';
import { FigureChecker } from './figures.js';
import { defaultLimits, type Limits } from './limits.js';
import { type ReadManuscript, readManuscriptFile } from './manuscript.js';
import { inOrder, openVolume, readOutline } from './outline.js';
import type { Entry, Manuscript, Volume } from './types.js';
import type { VolumeFile } from './volume-file.js';

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
  const outline = await readOutline(await openVolume(root), limits);
  const { files, settings, found, faults } = outline;

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
  const manuscripts = outline.order.map(({ id, role, section }): Manuscript => {
    return { ...read.get(id)!.manuscript!, role, ...(section !== undefined && { section }) };
  });
  const volume = { ...settings.volume, contents: outline.entries };
  return { volume: complete(volume, files.root, manuscripts, sources, settings.terms), warnings };
}

function complete(
  { contents, terms: _, lint: __, ...volume }: Omit<VolumeFile, 'contents'> & { contents: Entry[] },
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
