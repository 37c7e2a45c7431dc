import type { VolumeFiles } from './files.js';

/** Names of files that pandoc reads as bibliographies. */
export const bibliographyFormats = /\.(?:bib|bibtex|json|ya?ml)$/i;

/** A manuscript in a folder of its own that names no bibliography has those that lie beside it, as MyST does. */
export function bibliographiesBeside(folder: string, files: VolumeFiles): string[] {
  if (!folder) return [];
  return [...files.list(folder)].flatMap(([name, entry]) => (/\.bib$/i.test(name) && entry.isFile() ? [name] : []));
}
