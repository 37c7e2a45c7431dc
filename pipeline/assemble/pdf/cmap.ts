import { closeSync, openSync, readSync } from 'node:fs';

/** One bit a code point, over the planes that have text. */
export type CodePointSet = Uint8Array;

const planes = 4 * 65_536;

/** Whether `set` holds `codePoint`. */
export function has(set: CodePointSet, codePoint: number): boolean {
  return codePoint < planes && (set[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0;
}

/**
 * The code points that a TrueType or OpenType font maps to a glyph. Reads the table directory and the cmap table only.
 * Source: OpenType 1.9, “cmap — Character to Glyph Index Mapping Table”, formats 4 and 12.
 */
export function readCoverage(file: string): CodePointSet {
  const cmap = readTable(file, 'cmap');
  const set = new Uint8Array(planes / 8);
  for (let record = 0; record < cmap.getUint16(2); record += 1) {
    const at = cmap.getUint32(4 + record * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) addFormat4(cmap, at, set);
    if (format === 12) addFormat12(cmap, at, set);
  }
  return set;
}

function readTable(file: string, name: string): DataView {
  const descriptor = openSync(file, 'r');
  const read = (offset: number, length: number): DataView => {
    const buffer = new Uint8Array(length);
    readSync(descriptor, buffer, 0, length, offset);
    return new DataView(buffer.buffer);
  };
  try {
    const count = read(0, 12).getUint16(4);
    const directory = read(12, count * 16);
    for (let at = 0; at < count * 16; at += 16) {
      const tag = String.fromCharCode(...new Uint8Array(directory.buffer, at, 4));
      if (tag === name) return read(directory.getUint32(at + 8), directory.getUint32(at + 12));
    }
    throw new Error(`${file} has no ${name} table`);
  } finally {
    closeSync(descriptor);
  }
}

function add(set: CodePointSet, codePoint: number): void {
  if (codePoint < planes) set[codePoint >> 3]! |= 1 << (codePoint & 7);
}

function addFormat12(cmap: DataView, at: number, set: CodePointSet): void {
  const groups = cmap.getUint32(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const start = cmap.getUint32(at + 16 + group * 12);
    const end = Math.min(cmap.getUint32(at + 20 + group * 12), planes - 1);
    const glyph = cmap.getUint32(at + 24 + group * 12);
    for (let codePoint = start; codePoint <= end; codePoint += 1) {
      if (glyph + codePoint - start !== 0) add(set, codePoint);
    }
  }
}

function addFormat4(cmap: DataView, at: number, set: CodePointSet): void {
  const doubled = cmap.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = cmap.getUint16(ends + segment);
    const start = cmap.getUint16(starts + segment);
    const delta = cmap.getUint16(deltas + segment);
    const offset = cmap.getUint16(offsets + segment);
    for (let codePoint = start; codePoint <= end && codePoint < 0xffff; codePoint += 1) {
      const mapped = offset === 0 ? codePoint : cmap.getUint16(offsets + segment + offset + (codePoint - start) * 2);
      if ((offset === 0 || mapped !== 0) && ((mapped + delta) & 0xffff) !== 0) add(set, codePoint);
    }
  }
}
