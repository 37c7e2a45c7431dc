import path from 'node:path';
import type { Volume } from '../volume/types.js';

export type Format = 'pdf' | 'epub';

interface Offprint {
  id: string;
  name: string;
}

/** What a build will make, and from what: decided before anything is run. */
export interface BuildPlan {
  title: string;
  /** Where the files go; absolute. */
  output: string;
  /** Date that the files carry instead of the clock's; ISO 8601. */
  sourceDate: string;
  manuscripts: { id: string; path: string; title: string; section?: string; figures: number }[];
  /** Names relative to `output`, in the order in which they are made. */
  files: string[];
  /** Those of them that are a manuscript on its own, with its id. */
  offprints: Offprint[];
}

/**
 * Decides what to build from a volume. Offprints are numbered in the order of the contents, with as many digits as the last needs. `changed`: files,
 * absolute; offprints are made of the manuscripts that one of them belongs to, instead of all.
 */
export function planBuild(
  volume: Volume,
  options: { output: string; formats: Format[]; offprints: boolean; changed?: ReadonlySet<string>; sourceDate: Date },
): BuildPlan {
  const offprints = options.offprints && options.formats.includes('pdf') ? offprintsOf(volume, options.changed) : [];
  const { formats } = options;
  return {
    title: volume.title,
    output: options.output,
    sourceDate: options.sourceDate.toISOString().slice(0, 10),
    manuscripts: volume.manuscripts.map(({ id, path, title, section, figures }) => ({
      id,
      path,
      title,
      ...(section !== undefined && { section }),
      figures: figures.length,
    })),
    files: [
      ...formats.map((format) => `${volume.slug}.${format}`),
      ...offprints.map(({ name }) => name),
      'manifest.json',
      'SHA256SUMS',
    ],
    offprints,
  };
}

/** `offprints/NN-<id>.pdf` of the manuscripts, in the order of the contents. */
function offprintsOf({ manuscripts, root }: Volume, changed?: ReadonlySet<string>): Offprint[] {
  const digits = Math.max(2, String(manuscripts.length).length);
  return manuscripts.flatMap((manuscript, index) => {
    const { id } = manuscript;
    const name = `offprints/${String(index + 1).padStart(digits, '0')}-${id}.pdf`;
    return !changed || belongsTo(manuscript, root, changed) ? [{ id, name }] : [];
  });
}

/** Whether one of some files is what a manuscript is made of: its text, what it includes, its figures, all that lies in a folder of its own. */
function belongsTo(manuscript: Volume['manuscripts'][number], root: string, files: ReadonlySet<string>): boolean {
  const { path: own, folder, figures, bibliography, included = [] } = manuscript;
  const needed = [own, ...included.map(({ path }) => path)].map((file) => path.join(root, file));
  if (
    [...needed, ...figures.map(({ file }) => file), ...bibliography.map(({ file }) => file)].some((file) =>
      files.has(file),
    )
  )
    return true;
  return folder !== root && [...files].some((file) => file.startsWith(folder + path.sep));
}
