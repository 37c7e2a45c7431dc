/** A stretch of the source; the end is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** The line that rules the columns of a table, as pandoc writes one without bars: two groups of hyphens or more. */
const ruler = /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/gm;
const ruled = /^ {0,3}-{2,}(?: +-{2,})*[ \t]*$/;
const blank = /^[ \t]*$/;
/** Lines that a table may have below its ruler before one is no longer looked for. */
const longest = 400;

/**
 * The tables of a source that pandoc reads by the columns under its rulers (its simple and multiline tables), and that others read as paragraphs. A table with a line of
 * hyphens above its head, or without a head, goes on over empty lines to such a line below it; another one ends with the first empty line.
 */
export function ruledTables(source: string): Stretch[] {
  const found: Stretch[] = [];
  if (!/-- +--/.test(source)) return found;
  let done = 0;
  for (const { index, 0: line } of source.matchAll(ruler)) {
    if (index < done) continue;
    const { start, open } = headOf(source, index, done);
    const end = endOf(source, index + line.length + 1, open);
    found.push({ start, end });
    done = end;
  }
  return found;
}

/** Where the head above a ruler begins, not before `from`, and whether the table goes on to a line of hyphens. */
function headOf(source: string, at: number, from: number): { start: number; open: boolean } {
  let start = at;
  for (let lines = 0; start > from && lines < 20; lines++) {
    const before = source.lastIndexOf('\n', start - 2) + 1;
    const line = source.slice(before, start - 1);
    if (blank.test(line)) break;
    start = before;
    if (ruled.test(line)) return { start, open: true };
  }
  return { start, open: start === at };
}

function endOf(source: string, from: number, open: boolean): number {
  let firstBlank = -1;
  let at = from;
  for (let lines = 0; at < source.length && lines < longest; lines++) {
    const next = source.indexOf('\n', at);
    const end = next < 0 ? source.length : next;
    const line = source.slice(at, end);
    if (blank.test(line)) {
      if (!open) return at;
      if (firstBlank < 0) firstBlank = at;
    } else if (ruled.test(line)) return end;
    at = end + 1;
  }
  return firstBlank < 0 ? Math.min(at, source.length) : firstBlank;
}
