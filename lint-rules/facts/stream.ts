import type { Trace } from './types.js';

/** The letters of a volume in one row, with a 0 behind each manuscript, and which letter is whose. */
export interface Stream {
  traces: Trace[];
  letters: Uint16Array;
  marks: Uint8Array;
  /** Where each manuscript begins, and behind the last the end. */
  starts: Int32Array;
  /** Where each paragraph begins, through all manuscripts; behind the last the end. */
  paragraphs: Int32Array;
}

export function streamOf(traces: Trace[]): Stream {
  const total = traces.reduce((sum, { letters }) => sum + letters.length + 1, 0);
  const letters = new Uint16Array(total);
  const marks = new Uint8Array(total);
  const starts = new Int32Array(traces.length + 1);
  const paragraphs = new Int32Array(traces.reduce((sum, trace) => sum + trace.paragraphs.length, 0) + 1);
  let at = 0;
  let paragraph = 0;
  traces.forEach((trace, index) => {
    starts[index] = at;
    letters.set(trace.letters, at);
    marks.set(trace.marks, at);
    for (const first of trace.paragraphs) paragraphs[paragraph++] = at + first;
    at += trace.letters.length + 1;
  });
  starts[traces.length] = total;
  paragraphs[paragraph] = total;
  return { traces, letters, marks, starts, paragraphs };
}

/** Index of the last of rising numbers that is not above `value`; their last one is a sentinel. */
export function lastNotAbove(rising: Int32Array, value: number): number {
  let low = 0;
  let high = rising.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rising[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
