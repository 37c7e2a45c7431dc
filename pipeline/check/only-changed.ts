import { location } from 'vfile-location';
import type { Extent } from '../../lint-rules/settle.js';
import { partitionPoint } from '../../lint-rules/text/partition-point.js';
import type { ChangedLines } from './changed-lines.js';
import type { Finding } from './finding.js';

type Placed = Pick<Finding, 'line' | 'endLine' | 'cause'>;

type Lines = readonly [first: number, last: number];

/** What is known of a manuscript whose findings are to be chosen. */
export interface ChangedManuscript<F extends Placed> {
  path: string;
  source: string;
  /** Its paragraphs, headings and cells: source offsets, in order. */
  extents: readonly Extent[];
  findings: readonly F[];
}

/**
 * The findings in paragraphs that changed, and those whose other place did. A finding in the front matter counts when any line of the front matter
 * changed. `changed`: the lines of a file by its path, as in the findings' causes.
 */
export function onlyChanged<F extends Placed>(
  { path, source, extents, findings }: ChangedManuscript<F>,
  changed: (path: string) => ChangedLines | 'everything',
): F[] {
  const own = changed(path);
  if (own === 'everything') return [...findings];
  const paragraphs = findings.length > 0 && own.length > 0 ? linesOf([...headerIn(source), ...extents], source) : [];
  return findings.filter(({ line, endLine, cause }) => {
    const touched = overlapping(paragraphs, [line, endLine]);
    const whole: Lines = [Math.min(line, touched[0]?.[0] ?? line), Math.max(endLine, touched.at(-1)?.[1] ?? endLine)];
    if (overlapping(own, whole).length > 0) return true;
    const there = cause && changed(cause.path);
    return there === 'everything' || (there && overlapping(there, [cause!.line, cause!.endLine]).length > 0);
  });
}

/** Those of some stretches, which follow each other, that share a line with another one. */
export function overlapping(stretches: readonly Lines[], [from, to]: Lines): readonly Lines[] {
  const first = partitionPoint(stretches.length, (index) => stretches[index]![1] < from);
  let end = first;
  while (end < stretches.length && stretches[end]![0] <= to) end++;
  return stretches.slice(first, end);
}

/** The first and the last line of each stretch of a text. */
export function linesOf(extents: readonly Extent[], source: string): Lines[] {
  const places = location(source);
  const lineAt = (offset: number) => places.toPoint(offset)?.line ?? 1;
  return extents.map(({ start, end }) => [lineAt(start), lineAt(Math.max(start, end - 1))]);
}

function headerIn(source: string): Extent[] {
  const header = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/.exec(source)?.[0];
  return header ? [{ start: 0, end: header.trimEnd().length }] : [];
}
