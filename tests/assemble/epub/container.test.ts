import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { identifierFor, zipEpub } from '../../../pipeline/assemble/epub/container.js';
import { fileNames } from '../../../pipeline/assemble/epub/names.js';
import { inParallel } from '../../../pipeline/in-parallel.js';

describe('file names', () => {
  test('are the identifiers where these are plain', () => {
    expect([...fileNames(['paper', 'a-1_b'])]).toEqual([
      ['paper', 'paper'],
      ['a-1_b', 'a-1_b'],
    ]);
  });

  test('are ASCII, say what can be said, and never collide, whatever the case', () => {
    const ids = ['Paper', 'paper', '论文', '论文2', '../../x', 'a b', 'a.b', '1st', 'con/aux', 'x'.repeat(300)];
    const names = [...fileNames(ids).values()];
    for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,60}$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
    expect(fileNames(ids).get('a b')).toMatch(/^a-b-[0-9a-f]{10}$/);
  });

  test('do not depend on the manuscripts before, where none is alike', () => {
    expect(fileNames(['论文']).get('论文')).toBe(fileNames(['a', 'b', '论文']).get('论文'));
  });
});

describe('the identifier', () => {
  const entry = (path: string, content: string) => ({ path, content });

  test('changes with a path, a content, and where one ends and the next begins', () => {
    const books = [
      [entry('a', 'xy')],
      [entry('a', 'xz')],
      [entry('b', 'xy')],
      [entry('a', 'x'), entry('y', '')],
      [entry('a', 'x'), entry('', 'y')],
    ];
    expect(new Set(books.map(identifierFor)).size).toBe(books.length);
  });
});

describe('the ZIP', () => {
  const stamp = (date: string) => {
    const bytes = Buffer.from(zipEpub([], 'p.opf', new Date(date)));
    const day = bytes.readUInt16LE(12);
    return `${(day >> 9) + 1980}-${(day >> 5) & 15}-${day & 31}`;
  };

  test('carries the day in UTC, and the nearest that ZIP can write', () => {
    expect(stamp('2026-03-29T00:30:00Z')).toBe('2026-3-29');
    expect(stamp('2026-03-29T23:59:59Z')).toBe('2026-3-29');
    expect(stamp('1970-01-01')).toBe('1980-1-1');
    expect(stamp('2500-01-01')).toBe('2099-12-31');
  });

  test('says where the package document is', () => {
    const files = unzipSync(zipEpub([{ path: 'EPUB/p.opf', content: 'x' }], 'EPUB/p.opf', new Date(0)));
    expect(Object.keys(files)).toEqual(['mimetype', 'META-INF/container.xml', 'EPUB/p.opf']);
    expect(new TextDecoder().decode(files['META-INF/container.xml'])).toContain('full-path="EPUB/p.opf"');
  });
});

describe('work in parallel', () => {
  test('keeps order and limit', async () => {
    let running = 0;
    let most = 0;
    const results = await inParallel([30, 5, 20, 1, 10], 2, async (delay) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, delay));
      running--;
      return delay;
    });
    expect(results).toEqual([30, 5, 20, 1, 10]);
    expect(most).toBe(2);
  });

  test('fails with the first failure', async () => {
    const work = inParallel([1, 2, 3], 2, async (item) => {
      if (item === 2) throw new Error('two');
      return item;
    });
    await expect(work).rejects.toThrow('two');
  });
});
