import type { Volume } from '../volume/types.js';

export type Format = 'pdf' | 'epub';

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
}

/** Decides what to build from a volume. Offprints are numbered in the order of the contents, with as many digits as the last needs. */
export function planBuild(
  volume: Volume,
  options: { output: string; formats: Format[]; offprints: boolean; sourceDate: Date },
): BuildPlan {
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
      ...(options.offprints && formats.includes('pdf') ? offprintNames(volume) : []),
      'manifest.json',
      'SHA256SUMS',
    ],
  };
}

/** `offprints/NN-<id>.pdf` of every manuscript, in the order of the contents. */
export function offprintNames(volume: Pick<Volume, 'manuscripts'>): string[] {
  const digits = Math.max(2, String(volume.manuscripts.length).length);
  return volume.manuscripts.map(({ id }, index) => `offprints/${String(index + 1).padStart(digits, '0')}-${id}.pdf`);
}
