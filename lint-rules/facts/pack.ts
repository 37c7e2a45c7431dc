import type { Trace } from './types.js';

/** Version of the packed form: what another version packed cannot be read. */
const version = 2;

type Arrays = Pick<Trace, 'letters' | 'marks' | 'gaps' | 'paragraphs' | 'features' | 'lines'>;

/** A trace as bytes, about as many as its text has, for a store or another machine. Numbers are LEB128, rising ones as their differences. */
export function packTrace(trace: Trace): Uint8Array {
  const heads = new TextEncoder().encode(
    JSON.stringify({ path: trace.path, heads: trace.heads, mergers: trace.mergers }),
  );
  const out = new Bytes(trace.letters.length * 3 + heads.length + trace.lines.length * 2 + 1024);
  out.number(version);
  out.number(heads.length);
  out.copy(heads);
  const plain = trace.letters.reduce((count, unit) => (unit < 0x80 ? count + 1 : count), 0) * 2 > trace.letters.length;
  out.number(plain ? 1 : 0);
  out.number(trace.letters.length);
  for (const unit of trace.letters) {
    if (plain) out.number(unit);
    else out.pair(unit);
  }
  // Quotations are long and other marks rare: zeros are counted, and the mark of a quotation stands only where it begins and ends.
  let quoted = 0;
  let zeros = 0;
  for (const bits of trace.marks) {
    const value = bits ^ quoted;
    quoted = bits & 0x80;
    if (value === 0) {
      zeros++;
      continue;
    }
    out.number(zeros);
    out.byte(value);
    zeros = 0;
  }
  out.number(zeros);
  out.list(trace.gaps, false);
  out.list(trace.paragraphs, true);
  out.list(trace.features, false);
  out.list(trace.lines, true);
  return out.done();
}

/** The trace that `packTrace` packed, or `undefined` when the bytes are of another version or damaged. */
export function unpackTrace(bytes: Uint8Array): Trace | undefined {
  try {
    return unpack(new Reader(bytes));
  } catch {
    return undefined;
  }
}

function unpack(input: Reader): Trace | undefined {
  if (input.number() !== version) return undefined;
  const { path, heads, mergers } = JSON.parse(new TextDecoder().decode(input.take(input.number()))) as Trace;
  const plain = input.number() === 1;
  const letters = new Uint16Array(input.count());
  for (let index = 0; index < letters.length; index++) letters[index] = plain ? input.number() : input.pair();
  const marks = new Uint8Array(letters.length);
  let quoted = 0;
  for (let index = 0; index <= letters.length; index++) {
    const stop = index + input.number();
    if (stop > letters.length) throw new RangeError('more marks than letters');
    marks.fill(quoted, index, stop);
    index = stop;
    if (index === letters.length) break;
    marks[index] = input.byte() ^ quoted;
    quoted = marks[index]! & 0x80;
  }
  const arrays: Arrays = {
    letters,
    marks,
    gaps: Uint32Array.from(input.list(false)),
    paragraphs: Uint32Array.from(input.list(true)),
    features: Uint16Array.from(input.list(false)),
    lines: Uint32Array.from(input.list(true)),
  };
  return { path, heads, mergers, ...arrays };
}

class Bytes {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  pair(value: number): void {
    this.byte(value & 0xff);
    this.byte(value >> 8);
  }

  number(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  copy(values: Uint8Array): void {
    for (const value of values) this.byte(value);
  }

  list(values: Uint32Array | Uint16Array, rising: boolean): void {
    this.number(values.length);
    let last = 0;
    for (const value of values) {
      this.number(value - last);
      if (rising) last = value;
    }
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new RangeError('ends too early');
    return value;
  }

  pair(): number {
    return this.byte() | (this.byte() << 8);
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError('a number that is too long');
  }

  /** A number of things that take at least a byte each. */
  count(): number {
    const value = this.number();
    if (value > this.#bytes.length - this.#at) throw new RangeError('more than there is');
    return value;
  }

  take(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    if (part.length < length) throw new RangeError('ends too early');
    this.#at += length;
    return part;
  }

  list(rising: boolean): number[] {
    const values = new Array<number>(this.count());
    let last = 0;
    for (let index = 0; index < values.length; index++) {
      values[index] = last + this.number();
      if (rising) last = values[index]!;
    }
    return values;
  }
}
