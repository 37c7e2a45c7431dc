import { copyFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsSince } from '../../lint-rules/facts/index.js';
import { Cache } from '../../pipeline/check/cache.js';
import { cacheFolder } from '../../pipeline/check/cache-folder.js';
import type { Known, KnownVolume } from '../../pipeline/check/known.js';
import { LintMemory, type LintRequest, lint } from '../../pipeline/check/lint.js';
import { seeded } from '../bench/rules/random.js';
import { traceOfText } from '../lint-rules/support/facts.js';
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

  test('gives the same after any edits, in the memory of a process, too', async () => {
    const random = seeded('edits');
    const any = (count: number) => Math.floor(random() * count);
    const phrases =
      '各单位要不断强化理论武装工作，各单位要不断强化思想武装工作，引导大家把学习成果用到实际工作中去，引导大家把学习成果带到实际工作中去，再把纸铺上去轻轻压平等待墨迹慢慢变干'.split(
        '，',
      );
    const own = (length: number) => Array.from({ length }, () => String.fromCharCode(0x4e00 + any(3000))).join('');
    const sentence = () => `${phrases[any(phrases.length)]}，${own(6)}${random() < 0.3 ? '[这里]()' : ''}。`;
    const paragraph = () => Array.from({ length: 1 + any(4) }, sentence).join('');
    const volume = Array.from({ length: 7 }, () => Array.from({ length: 1 + any(9) }, paragraph));
    const cwd = await folderOf({ 'manuscripts/volume.yml': 'title: 文集\nlang: zh-CN\n' });
    const request = { root: 'manuscripts', paths: [], cwd, language: 'zh' } as const;
    const found = async (more: Partial<LintRequest>) => JSON.stringify((await lint({ ...request, ...more })).result);
    const cache = await folderOf({});
    const memory = new LintMemory();
    let findings = 0;
    for (let round = 0; round < 15; round++) {
      for (const [index, paragraphs] of volume.entries()) {
        const name = `manuscripts/p${index}.md`;
        await writeFiles(cwd, { [name]: `${header(`题目${index}`)}${paragraphs.join('\n\n')}\n` });
      }
      const fresh = await found({});
      expect(await found({ cache }), `round ${round}`).toBe(fresh);
      expect(await found({ memory }), `round ${round}`).toBe(fresh);
      findings += fresh.split('ruleId').length - 1;
      const paragraphs = volume[any(volume.length)]!;
      const at = any(paragraphs.length);
      const kind = any(5);
      if (kind === 0) paragraphs.splice(at, 0, paragraph());
      else if (kind === 1) paragraphs.splice(at, 1);
      else if (kind === 2) paragraphs.push(volume[any(volume.length)]![0] ?? paragraph());
      else paragraphs[at] = `${paragraphs[at]?.slice(0, any(90)) ?? ''}${sentence()}`;
      if (kind === 1) volume.push(volume.shift()!);
    }
    expect(findings).toBeGreaterThan(100);
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
  const passage =
    '这座桥建于百年以前，桥身全用石块砌成，至今仍然十分坚固，每天有上千人从桥上走过，其中多半是去对岸上学的孩子。';
  const names = ['a.md', 'b.md', 'c.md'];
  const finding = { ruleId: 'x', message: '话', line: 1, column: 1, endLine: 1, endColumn: 2, start: 0, end: 1 };

  function volume(): KnownVolume {
    const traces = names.map((name) => traceOfText(name, `${name}另有一段自己的文字。\n\n${passage}\n`));
    const entries = traces.map((trace): [string, Known] => {
      const alone = { findings: [finding], waivers: [], extents: [{ start: 0, end: 1 }], locale: 'zh' as const };
      return [trace.path, { sha256: `of ${trace.path}`, stamp: [1, 2, 3, 4], trace, alone }];
    });
    const { foundOut } = factsSince(traces);
    return { entries: new Map(entries), textsKey: 'k', foundOut: { ...foundOut, paths: names } };
  }

  async function written(content: KnownVolume) {
    const folder = await folderOf({});
    new Cache(folder, '/root', 'v').write(content);
    const file = path.join(folder, (await readdir(folder))[0]!);
    return { folder, file, read: (version = 'v') => new Cache(folder, '/root', version).read() };
  }

  test('comes back as it was', async () => {
    const { read } = await written(volume());
    expect(read()).toEqual(volume());
    const { foundOut, ...rest } = volume();
    expect((await written(rest)).read()).toEqual(rest);
  });

  test('is what has stayed together with what is new, when it is written again', async () => {
    const { folder, read } = await written(volume());
    const cache = new Cache(folder, '/root', 'v');
    const known = cache.read();
    const expected = volume();
    for (const content of [known, expected]) {
      content.entries.get('b.md')!.inVolume = { findings: [finding, finding], factsKey: 'f', answers: [] };
      content.entries.get('c.md')!.trace = traceOfText('c.md', '另一段文字。\n');
      content.foundOut!.shared[1] = { passages: [], differences: Uint32Array.of(1, 2, 3, 4, 5) };
    }
    cache.write(known);
    expect(read()).toEqual(expected);
  });

  test('counts as none when it is of another version', async () => {
    expect((await written(volume())).read('w').entries.size).toBe(0);
  });

  test('counts as none when any of it is damaged, lost or added', async () => {
    const { file, read } = await written(volume());
    const bytes = await readFile(file);
    const at = fc.integer({ min: 0, max: bytes.length - 1 });
    const damaged = fc.oneof(
      fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([place, bits]) => {
        const copy = Buffer.from(bytes);
        copy[place]! ^= bits;
        return copy;
      }),
      at.map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Buffer.concat([bytes, more])),
      fc.uint8Array({ maxLength: 99 }).map((other) => Buffer.concat([bytes.subarray(0, 16), other])),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (content) => {
        await writeFile(file, content);
        expect(read().entries.size).toBe(0);
      }),
      { numRuns: 200, seed: 3 },
    );
    await writeFile(file, bytes);
    expect(read().entries.size).toBe(3);
  });
});
