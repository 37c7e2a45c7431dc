import type { Trace } from './types.js';

type Numbers = Uint32Array | Uint16Array | Uint8Array;

/** Where arrays begin: typed arrays only look at places that are a multiple of their numbers' size. */
const alignment = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Plain data and typed arrays as one block of bytes, for a store or another thread. The arrays stand there as they are, those of the largest numbers first,
 * so that reading them costs nothing; behind them the data as JSON.
 */
export function pack(data: unknown, arrays: readonly Numbers[]): Uint8Array {
  const json = encoder.encode(JSON.stringify(data));
  const head = Uint32Array.of(arrays.length, ...arrays.map(({ length }) => length), json.length);
  const parts = [head, ...arrays, json];
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const packed = new Uint8Array(Math.ceil(length / alignment) * alignment);
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return packed;
}

/** Reads what `pack` made, array by array in their order, and then the data. The arrays go on using its bytes. */
export class Packed {
  readonly #bytes: Uint8Array;
  readonly #head: Uint32Array;
  #next = 1;
  #at: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes.byteOffset % alignment === 0 ? bytes : bytes.slice();
    const { buffer, byteOffset } = this.#bytes;
    const count = new Uint32Array(buffer, byteOffset, 1)[0]!;
    this.#head = new Uint32Array(buffer, byteOffset, count + 2);
    this.#at = byteOffset + this.#head.byteLength;
  }

  array<A extends Numbers>(kind: new (buffer: ArrayBufferLike, offset: number, length: number) => A): A {
    const array = new kind(this.#bytes.buffer, this.#at, this.#head[this.#next++]!);
    this.#at += array.byteLength;
    return array;
  }

  data<T>(): T {
    return JSON.parse(decoder.decode(this.array(Uint8Array))) as T;
  }
}

/** A trace as bytes. */
export function packTrace({
  path,
  heads,
  mergers,
  grams,
  gaps,
  paragraphs,
  lines,
  letters,
  features,
  marks,
  steps,
}: Trace): Uint8Array {
  return pack({ path, heads, mergers }, [grams, gaps, paragraphs, lines, letters, features, marks, steps]);
}

/** The trace that `packTrace` packed. */
export function unpackTrace(bytes: Uint8Array): Trace {
  const packed = new Packed(bytes);
  return {
    grams: packed.array(Uint32Array),
    gaps: packed.array(Uint32Array),
    paragraphs: packed.array(Uint32Array),
    lines: packed.array(Uint32Array),
    letters: packed.array(Uint16Array),
    features: packed.array(Uint16Array),
    marks: packed.array(Uint8Array),
    steps: packed.array(Uint8Array),
    ...packed.data<Pick<Trace, 'path' | 'heads' | 'mergers'>>(),
  };
}
