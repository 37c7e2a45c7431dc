import { hanWeight, weights } from './letters.js';
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
  /** Weight of all letters before each block of the stream, in fifths of a Han letter: see `weigher`. */
  weighed: Uint32Array;
}

const blockBits = 3;

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
  return { traces, letters, marks, starts, paragraphs, weighed: weighBlocks(letters) };
}

function weighBlocks(letters: Uint16Array): Uint32Array {
  const weight = weights();
  const weighed = new Uint32Array((letters.length >> blockBits) + 1);
  let sum = 0;
  for (let index = 0; index < letters.length; index++) {
    sum += weight[letters[index]!]!;
    if (((index + 1) & ((1 << blockBits) - 1)) === 0) weighed[(index + 1) >> blockBits] = sum;
  }
  return weighed;
}

/** Weight of a stretch of the stream in Han letters, soon told also of a long one: a passage is weighed with every paragraph that it takes part of. */
export function weigher({ letters, weighed }: Stream): (from: number, to: number) => number {
  const weight = weights();
  const before = (end: number): number => {
    let sum = weighed[end >> blockBits]!;
    for (let index = (end >> blockBits) << blockBits; index < end; index++) sum += weight[letters[index]!]!;
    return sum;
  };
  return (from, to) => {
    if (to - from > 2 << blockBits) return (before(to) - before(from)) / hanWeight;
    let sum = 0;
    for (let index = from; index < to; index++) sum += weight[letters[index]!]!;
    return sum / hanWeight;
  };
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
