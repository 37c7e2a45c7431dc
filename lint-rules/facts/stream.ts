import { hanWeight, weights } from './letters.js';
import type { Trace } from './types.js';

/** The letters of a volume in one row, with a 0 behind each manuscript, and which letter is whose. */
export interface Stream {
  traces: readonly Trace[];
  letters: Uint16Array;
  marks: Uint8Array;
  /** Where each manuscript begins, and behind the last the end. */
  starts: Int32Array;
  /** Where each paragraph begins, through all manuscripts; behind the last the end. */
  paragraphs: Int32Array;
}

const blockBits = 3;

/** Some manuscripts of a volume, in its order, as a stream of their own. */
export interface Part {
  stream: Stream;
  /** Index in the volume of each, and the other way round. */
  members: readonly number[];
  indexes: ReadonlyMap<number, number>;
}

export function partOf(traces: readonly Trace[], some: Iterable<number>): Part {
  const members = [...some].sort((a, b) => a - b);
  const indexes = new Map(members.map((member, index) => [member, index]));
  return { stream: streamOf(members.map((index) => traces[index]!)), members, indexes };
}

/** Where each manuscript begins in the stream of all, and behind the last the end. */
export function startsOf(traces: readonly Trace[]): Int32Array {
  const starts = new Int32Array(traces.length + 1);
  for (const [index, { letters }] of traces.entries()) starts[index + 1] = starts[index]! + letters.length + 1;
  return starts;
}

export function streamOf(traces: readonly Trace[]): Stream {
  const starts = startsOf(traces);
  const total = starts[traces.length]!;
  const letters = new Uint16Array(total);
  const marks = new Uint8Array(total);
  const paragraphs = new Int32Array(traces.reduce((sum, trace) => sum + trace.paragraphs.length, 0) + 1);
  let paragraph = 0;
  traces.forEach((trace, index) => {
    const at = starts[index]!;
    letters.set(trace.letters, at);
    marks.set(trace.marks, at);
    for (const first of trace.paragraphs) paragraphs[paragraph++] = at + first;
  });
  paragraphs[paragraph] = total;
  return { traces, letters, marks, starts, paragraphs };
}

const known = new WeakMap<Stream, Uint32Array>();

/** Weight of all letters before each block of a stream, in fifths of a Han letter; told once, and not of streams in which nothing is weighed. */
function weighBlocks(stream: Stream): Uint32Array {
  const done = known.get(stream);
  if (done) return done;
  const { letters } = stream;
  const weight = weights();
  const weighed = new Uint32Array((letters.length >> blockBits) + 1);
  let sum = 0;
  for (let index = 0; index < letters.length; index++) {
    sum += weight[letters[index]!]!;
    if (((index + 1) & ((1 << blockBits) - 1)) === 0) weighed[(index + 1) >> blockBits] = sum;
  }
  known.set(stream, weighed);
  return weighed;
}

/** Weight of a stretch of the stream in Han letters, soon told also of a long one: a passage is weighed with every paragraph that it takes part of. */
export function weigher(stream: Stream): (from: number, to: number) => number {
  const { letters } = stream;
  const weighed = weighBlocks(stream);
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
