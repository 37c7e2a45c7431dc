import type { Trace } from './types.js';

/** What is known of a letter beside itself: one byte. */
export const mark = {
  /** Units of the source between the letter before and this one; `longGap` says that the number stands in `Trace.gaps`. */
  gap: 0x0f,
  longGap: 0x0f,
  /** More than blanks stands before it. */
  parted: 0x10,
  /** A sentence or clause starts with it. */
  starts: 0x20,
  /** It is a capital. */
  capital: 0x40,
  /** It stands inside quotation marks or a title's brackets. */
  quoted: 0x80,
} as const;

/** What is known of a paragraph: the bits of a number. */
export const feature = {
  /** The number of the enumerator that opens it, or 0. */
  number: 0xff,
  /** Its family, likewise. */
  family: 0x7f00,
  /** It ends with a stop. */
  stopped: 0x8000,
} as const;

const known = new WeakMap<Trace, Uint32Array>();

/** Source offset of each letter of a trace, UTF-16. */
export function sourceOffsets(trace: Trace): Uint32Array {
  const done = known.get(trace);
  if (done) return done;
  const { marks, gaps } = trace;
  const offsets = new Uint32Array(marks.length);
  let next = 0;
  let position = 0;
  for (let index = 0; index < marks.length; index++) {
    const gap = marks[index]! & mark.gap;
    position += gap === mark.longGap ? gaps[next++]! : gap;
    offsets[index] = position++;
  }
  known.set(trace, offsets);
  return offsets;
}

/** Line and column, 1-based, of a source offset. */
export function pointAt({ lines }: Trace, offset: number): { line: number; column: number; offset: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! + 1, offset };
}
