import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Figure } from '../../../pipeline/volume/types.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with `content`, as the volume's reader hands it over once checked. */
export function figureOf(name: string, format: Figure['format'], content: Uint8Array | string): Figure {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = path.join(folder, `${sha256.slice(0, 8)}-${name}`);
  writeFileSync(file, bytes);
  return {
    url: name,
    path: name,
    file,
    format,
    width: 300,
    height: 150,
    bytes: bytes.length,
    sha256,
    place: { path: 'paper.md', line: 7, column: 1 },
  };
}

export const svg = (content: string, attributes = 'width="300" height="150" viewBox="0 0 300 150"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
