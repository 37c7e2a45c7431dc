import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cache } from '../../pipeline/check/cache.js';
import { cacheFolder } from '../../pipeline/check/cache-folder.js';
import { galley } from '../support/galley.js';
import { folderOf, header, writeFiles } from './volume.js';

const damage = '\n\n\n\n见[这里]()。\n';
const texts = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `manuscripts/p${index}.md`,
      `${header(`题目${index}`)}第${index}篇的一段文字。${index % 3 === 0 ? damage : '\n'}`,
    ]),
  );

/** A volume and a cache folder of its own. */
async function volumeOf(files: Record<string, string>) {
  const cwd = await folderOf({ 'manuscripts/volume.yml': 'title: 文集\nlang: zh-CN\n', ...files });
  const home = await folderOf({});
  const run = async (...args: string[]) => {
    const env = { XDG_CACHE_HOME: home };
    const { code, stdout, stderr } = await galley(['lint', '--reporter', 'json', '--quiet', ...args], { cwd, env });
    expect(stderr).toBe('');
    return { code, stdout };
  };
  const cacheFile = async () => {
    const folder = path.join(home, 'galley', 'lint');
    const names = await readdir(folder);
    expect(names).toHaveLength(1);
    return path.join(folder, names[0]!);
  };
  return { cwd, home, run, cacheFile };
}

describe('the cache', () => {
  test('gives the same bytes as looking at everything anew, after every kind of change', async () => {
    const { cwd, run } = await volumeOf(texts(12));
    const same = async () => {
      const cached = await run();
      expect(cached).toEqual(await run('--no-cache'));
      return cached.stdout;
    };
    const first = await same();
    expect(await same()).toBe(first);
    await writeFiles(cwd, { 'manuscripts/p1.md': `${header('题目1')}改过的一段文字。${damage}` });
    const changed = await same();
    expect(changed).not.toBe(first);
    await writeFiles(cwd, { 'manuscripts/new.md': `${header('新')}新的文字。${damage}` });
    expect(await same()).not.toBe(changed);
    await rm(path.join(cwd, 'manuscripts/p0.md'));
    await same();
    await copyFile(path.join(cwd, 'manuscripts/p3.md'), path.join(cwd, 'manuscripts/p4.md'));
    await same();
    await writeFiles(cwd, { 'manuscripts/volume.yml': 'title: 文集\nlang: zh-CN\nlint:\n  no-empty-url: off\n' });
    expect(await same()).not.toContain('no-empty-url');
  });

  test('follows what manuscripts have in common as it is copied, edited and taken away', async () => {
    const { cwd, run } = await volumeOf(texts(6));
    const passage =
      '这座桥建于百年以前，桥身全用石块砌成，至今仍然十分坚固，每天有上千人从桥上走过，其中多半是去对岸上学的孩子。';
    const write = (name: string, text: string) =>
      writeFiles(cwd, { [`manuscripts/${name}.md`]: `${header(name)}${name}另有一段自己的文字。\n\n${text}\n` });
    const copies = async () => {
      const cached = await run();
      expect(cached).toEqual(await run('--no-cache'));
      return JSON.parse(cached.stdout)
        .flatMap(({ messages }: { messages: { ruleId: string }[] }) => messages)
        .filter(({ ruleId }: { ruleId: string }) => ruleId === 'no-duplicate-passage').length;
    };
    await write('p1', passage);
    expect(await copies()).toBe(0);
    await write('p4', passage);
    const found = await copies();
    expect(found).toBeGreaterThan(0);
    await write('p1', `${passage}\n\n后面添了一句。`);
    expect(await copies()).toBe(found);
    await write('p1', '这一段换成了别的文字。');
    expect(await copies()).toBe(0);
    await write('p5', passage);
    expect(await copies()).toBe(found);
  });

  test('sees a change that keeps the length of a file and its time', async () => {
    const { cwd, run } = await volumeOf(texts(3));
    const file = path.join(cwd, 'manuscripts/p0.md');
    const text = await readFile(file, 'utf8');
    // Whole seconds: files keep no more of it exactly everywhere.
    const then = new Date((Math.floor(Date.now() / 1000) - 3600) * 1000);
    await utimes(file, then, then);
    const before = await run();
    await run();
    await writeFile(file, text.replace('[这里]()', '[这里]!!'));
    await utimes(file, then, then);
    expect((await stat(file)).mtimeMs).toBe(then.getTime());
    const after = await run();
    expect(after.stdout).not.toBe(before.stdout);
    expect(after).toEqual(await run('--no-cache'));
  });

  test('sees one manuscript of a volume when only another was asked for', async () => {
    const { run } = await volumeOf(texts(6));
    await run('manuscripts/p1.md');
    expect(await run()).toEqual(await run('--no-cache'));
  });

  test('has no say when it is damaged, cut off or replaced by anything', async () => {
    const { run, cacheFile } = await volumeOf(texts(4));
    const good = await run();
    const file = await cacheFile();
    const bytes = await readFile(file);
    const cases = [
      Buffer.alloc(0),
      bytes.subarray(0, 20),
      bytes.subarray(0, bytes.length - 3),
      Buffer.from('{}'),
      Buffer.alloc(5000, 255),
    ];
    const flipped = Buffer.from(bytes);
    flipped[flipped.length >> 1]! ^= 1;
    for (const content of [...cases, flipped]) {
      await writeFile(file, content);
      expect(await run()).toEqual(good);
      expect((await readFile(file)).length).toBeGreaterThan(100);
    }
  });

  test('is not written with --no-cache, nor into the volume', async () => {
    const { cwd, home, run } = await volumeOf(texts(2));
    await run('--no-cache');
    expect(await readdir(home)).toEqual([]);
    await run();
    expect((await readdir(path.join(cwd, 'manuscripts'))).sort()).toEqual(['p0.md', 'p1.md', 'volume.yml']);
    expect(await readdir(cwd)).toEqual(['manuscripts']);
  });

  test('that cannot be written is no fault', async () => {
    const cwd = await folderOf({ 'manuscripts/volume.yml': 'title: 文集\n', ...texts(1), file: '' });
    const env = { XDG_CACHE_HOME: path.join(cwd, 'file') };
    const { code, stderr } = await galley(['lint', '--reporter', 'json', '--quiet'], { cwd, env });
    expect([code, stderr]).toEqual([1, '']);
  });

  test('lies in the folder that the system has for it', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe(path.join('/x', 'galley', 'lint'));
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).not.toContain('relative');
  });
});

describe('content of a cache', () => {
  /** The bytes of a cache that holds `stored`, with a sound checksum. */
  function bytesOf(stored: unknown, traces = Buffer.alloc(0)): Buffer {
    const json = Buffer.from(JSON.stringify(stored));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    const body = Buffer.concat([length, json, traces]);
    return Buffer.concat([Buffer.from('galley-lint-1\n'), createHash('sha256').update(body).digest(), body]);
  }

  const finding = { ruleId: 'x', message: 'm', line: 1, column: 1, endLine: 1, endColumn: 2, start: 0, end: 1 };
  const entry = {
    sha256: 'a',
    stamp: [1, 2, 3, 4],
    alone: { findings: [finding], waivers: [], extents: [{ start: 0, end: 1 }] },
  };
  const stored = (one: unknown, size = 2) => ({ version: 'v', written: Date.now(), entries: [['a.md', size, one]] });

  async function entriesIn(content: unknown, traces = Buffer.from([1, 2])): Promise<number> {
    const folder = await folderOf({});
    const cache = new Cache(folder, '/root', 'v');
    cache.write({ entries: new Map() });
    const [name] = await readdir(folder);
    await writeFile(path.join(folder, name!), bytesOf(content, traces));
    return cache.read().entries.size;
  }

  test('is taken when it has the right shape', async () => {
    expect(await entriesIn(stored(entry))).toBe(1);
  });

  test.each([
    ['of another version', { ...stored(entry), version: 'w' }],
    ['with a trace that is not there', stored(entry, 3)],
    ['with a size below zero', stored(entry, -1)],
    ['without findings', stored({ ...entry, alone: { waivers: [], extents: [] } })],
    [
      'with a finding of another shape',
      stored({ ...entry, alone: { ...entry.alone, findings: [{ ...finding, line: '1' }] } }),
    ],
    [
      'with a fix that is none',
      stored({
        ...entry,
        alone: { ...entry.alone, findings: [{ ...finding, fix: { start: 0, end: 1, text: 1, safety: 'safe' } }] },
      }),
    ],
    [
      'with an answer to another question',
      stored({ ...entry, inVolume: { findings: [], factsKey: '', answers: [['run', 'x', true]] } }),
    ],
    ['with a stamp that is none', stored({ ...entry, stamp: ['1', 2, 3, 4] })],
    ['that is no list', { version: 'v', written: 1, entries: {} }],
    ['that is nothing', null],
  ])('is not taken %s', async (_, content) => {
    expect(await entriesIn(content)).toBe(0);
  });

  test('is never more than nothing, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.uint8Array({ maxLength: 8 }), async (value, traces) => {
        expect(await entriesIn(stored(value), Buffer.from(traces))).toBe(0);
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});
