import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { galley } from '../support/galley.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'galley-fix-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const head = '---\ntitle: 试验\nauthors:\n  - name: 某单位\n---\n\n';

async function manuscript(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

test('mends what is certain, leaves the rest byte for byte, and has nothing to do a second time', async () => {
  const text = `${head}第一段说完了。\n\n\n\n*第二段*也说完了。`;
  const file = await manuscript('a.md', text);
  const run = await galley(['fix', 'a.md'], { cwd: folder });
  expect(run.code).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(`${head}第一段说完了。\n\n*第二段*也说完了。\n`);
  expect(run.stdout).toContain('--- a/a.md\n+++ b/a.md\n');
  expect(run.stderr).toContain('2 places mended in 1 manuscript.');

  const again = await galley(['fix', 'a.md'], { cwd: folder });
  expect(again.stdout).toBe('');
  expect(again.stderr).toContain('Nothing that could be mended');
  expect(await readdir(folder)).toEqual(['a.md']);
});

test('keeps byte order mark, line ends and permissions', async () => {
  const text = `\uFEFF${head}第一段。\n\n\n\n第二段。\n`.replaceAll('\n', '\r\n');
  const file = await manuscript('a.md', text);
  await chmod(file, 0o640);
  await galley(['fix', 'a.md'], { cwd: folder });
  expect(await readFile(file, 'utf8')).toBe(text.replace('\r\n\r\n\r\n\r\n', '\r\n\r\n'));
  expect((await stat(file)).mode & 0o777).toBe(0o640);
});

test('writes nothing in a dry run, but shows the same diff', async () => {
  const text = `${head}第一段。\n\n\n\n第二段。\n`;
  const file = await manuscript('a.md', text);
  const dry = await galley(['fix', '--dry-run', 'a.md'], { cwd: folder });
  expect(await readFile(file, 'utf8')).toBe(text);
  const real = await galley(['fix', 'a.md'], { cwd: folder });
  expect(dry.stdout).toBe(real.stdout);
  expect(dry.stderr).toContain('nothing was written');
});

test('asks about suggestions on a terminal only', async () => {
  await manuscript('a.md', `${head}第一段。\n`);
  const run = await galley(['fix', '--suggestions', 'a.md'], { cwd: folder });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('needs a terminal');
});

test('mends the manuscripts of a volume', async () => {
  await manuscript('volume/volume.yml', 'title: 文集\n');
  const one = await manuscript('volume/one.md', `${head}第一段。`);
  const other = await manuscript('volume/two.md', `${head}另一段。`);
  const run = await galley(['fix', '--root', 'volume'], { cwd: folder });
  expect(run.stderr).toContain('2 manuscripts');
  for (const file of [one, other]) expect(await readFile(file, 'utf8')).toMatch(/段。\n$/);
});
