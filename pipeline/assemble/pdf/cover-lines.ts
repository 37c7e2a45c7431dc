import { createHash } from 'node:crypto';
import type { Volume } from '../../volume/types.js';

/** One line of the picture on the cover: from `start` to `end` of its width, `tint` percent lighter than the ink. */
export interface CoverLine {
  start: number;
  end: number;
  tint: number;
  marked: boolean;
}

/** Lines of the whole picture. */
const total = 22;

/**
 * The picture on the cover, a page of type drawn as bars: each manuscript is a paragraph, as long as its text is beside the others.
 * One line is marked, as a corrector would. Depends on the volume's text only.
 */
export function coverLines(volume: Volume): CoverLine[] {
  const digest = createHash('sha256')
    .update([volume.title, ...volume.manuscripts.map(({ id }) => id)].join('\n'))
    .digest();
  const paragraphs = paragraphLengths(volume.manuscripts.map(({ body }) => body.length));
  const lines = paragraphs.flatMap((count, paragraph) =>
    Array.from({ length: count }, (_, at): CoverLine => {
      const chance = digest[(paragraph * 7 + at) % digest.length]! / 255;
      const last = at === count - 1;
      return {
        start: at === 0 ? 0.07 : 0,
        end: last ? 0.25 + 0.6 * chance : 1,
        tint: 12 + 12 * (paragraph % 3),
        marked: false,
      };
    }),
  );
  const marked = lines[digest[0]! % Math.max(lines.length, 1)];
  if (marked) marked.marked = true;
  return lines;
}

/** `lengths` shared out over the picture's lines: every paragraph one line at least, no more paragraphs than lines. */
function paragraphLengths(lengths: number[]): number[] {
  const shown = lengths.slice(0, Math.floor(total / 2));
  const sum = shown.reduce((a, b) => a + b, 0) || 1;
  return shown.map((length) => Math.max(1, Math.round((length / sum) * (total - shown.length)) + 1));
}
