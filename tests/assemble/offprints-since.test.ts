import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, header, writeFiles } from '../check/volume.js';
import { galley } from '../support/galley.js';
import { git } from '../support/github/git.js';
import { readPdf } from './pdf/read-pdf.js';

const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${colour}"/></svg>\n`;
const bib = (title: string) =>
  `@book{one, title = {${title}}, author = {造纸研究所}, year = {2020}, publisher = {某社}}\n`;
const cites = header('引文').replace('---\n\n', 'bibliography: list.bib\n---\n\n');

const files = {
  'volume.yml': 'title: 文集\nlang: zh-CN\n',
  'a.md': `${header('甲')}甲的正文。\n`,
  'b.md': `${header('乙')}![图](b.svg)\n`,
  'b.svg': svg('red'),
  'c.md': `${cites}据[@one]。\n`,
  'list.bib': bib('造纸'),
  'd/text.md': `${header('丁')}丁的正文。\n`,
};

/** A repository whose only commit holds the volume above, in `folder`. */
async function repository(folder = 'manuscripts'): Promise<{ cwd: string; root: string }> {
  const cwd = await folderOf({});
  const root = path.join(cwd, folder);
  await writeFiles(root, files);
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--quiet', '--message=first');
  return { cwd, root };
}

async function planned({ cwd, root }: { cwd: string; root: string }, ref = 'HEAD'): Promise<string[]> {
  const run = await galley(['build', '--root', root, '--offprints', '--since', ref, '--dry-run', '--json'], { cwd });
  expect([run.stderr, run.code]).toEqual(['', 0]);
  return (JSON.parse(run.stdout) as { files: string[] }).files.filter((file) => file.startsWith('offprints/'));
}

test('there is none where nothing changed, or only what belongs to no manuscript', async () => {
  const volume = await repository();
  expect(await planned(volume)).toEqual([]);
  await writeFiles(volume.cwd, {
    'README.md': 'New.\n',
    'manuscripts/volume.yml': `${files['volume.yml']}date: 2026-01-01\n`,
  });
  expect(await planned(volume)).toEqual([]);
});

test.each([
  ['its text', { 'a.md': `${header('甲')}甲的新正文。\n` }, '01-a'],
  ['a figure of it', { 'b.svg': svg('blue') }, '02-b'],
  ['its bibliography', { 'list.bib': bib('印刷') }, '03-c'],
  ['what else lies in its folder', { 'd/myst.yml': 'project:\n  keywords: [纸]\n' }, '04-d'],
])('a manuscript has one when %s changed, under its number in the volume', async (_, change, name) => {
  const volume = await repository();
  await writeFiles(volume.root, change);
  expect(await planned(volume)).toEqual([`offprints/${name}.pdf`]);
  git(volume.cwd, 'add', '.');
  git(volume.cwd, 'commit', '--quiet', '--message=second');
  expect(await planned(volume)).toEqual([]);
  expect(await planned(volume, 'HEAD^1')).toEqual([`offprints/${name}.pdf`]);
});

test('a new manuscript has one before Git knows it', async () => {
  const volume = await repository();
  await writeFiles(volume.root, { '新-稿.md': `${header('戊')}戊的正文。\n` });
  expect(await planned(volume)).toEqual(['offprints/05-新-稿.pdf']);
});

test('a manuscript from whose folder a figure went has one', async () => {
  const volume = await repository();
  await writeFiles(volume.root, { 'd/old.svg': svg('red') });
  git(volume.cwd, 'add', '.');
  git(volume.cwd, 'commit', '--quiet', '--message=second');
  rmSync(path.join(volume.root, 'd/old.svg'));
  expect(await planned(volume)).toEqual(['offprints/04-d.pdf']);
});

test('the first parent of a merge leaves what the other branch brought', async () => {
  const volume = await repository();
  git(volume.cwd, 'switch', '--quiet', '--create', 'work');
  await writeFiles(volume.root, { 'a.md': `${header('甲')}甲的新正文。\n` });
  git(volume.cwd, 'commit', '--quiet', '--all', '--message=work');
  git(volume.cwd, 'switch', '--quiet', 'main');
  await writeFiles(volume.root, { 'b.svg': svg('blue') });
  git(volume.cwd, 'commit', '--quiet', '--all', '--message=main');
  git(volume.cwd, 'merge', '--quiet', '--no-edit', 'work');
  expect(await planned(volume, 'HEAD^1')).toEqual(['offprints/01-a.pdf']);
});

test('works where the volume is the whole repository', async () => {
  const volume = await repository('.');
  await writeFiles(volume.root, { 'b.svg': svg('blue') });
  expect(await planned(volume)).toEqual(['offprints/02-b.pdf']);
});

test('the volume is whole, and the offprint has its pages', async () => {
  const volume = await repository();
  await writeFiles(volume.root, { 'd/text.md': `${header('丁')}丁的新正文。\n` });
  const run = await galley(['build', '--root', 'manuscripts', '--offprints', '--since', 'HEAD', '--quiet'], {
    cwd: volume.cwd,
  });
  expect([run.stderr, run.code]).toEqual(['', 0]);
  const output = path.join(volume.cwd, 'output');
  expect(readdirSync(output).sort()).toEqual(['SHA256SUMS', 'manifest.json', 'offprints', '文集.epub', '文集.pdf']);
  expect(readdirSync(path.join(output, 'offprints'))).toEqual(['04-d.pdf']);
  const [book, offprint] = await Promise.all(
    ['文集.pdf', 'offprints/04-d.pdf'].map((file) => readPdf(new Uint8Array(readFileSync(path.join(output, file))))),
  );
  const { manuscripts } = JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as {
    manuscripts: { id: string; pages: { firstLabel: string } }[];
  };
  expect(offprint!.labels?.[0]).toBe(manuscripts.find(({ id }) => id === 'd')!.pages.firstLabel);
  expect(offprint!.text.replace(/\s/g, '')).toContain('丁的新正文');
  for (const text of ['丁的新正文', '甲的正文']) expect(book!.text.replace(/\s/g, '')).toContain(text);
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: output });
});

test.each([
  ['en', /Add --offprints, or leave --since out/],
  ['zh', /请加上 --offprints，或去掉 --since/],
])('--since says nothing without --offprints (%s)', async (language, sentence) => {
  const { cwd } = await repository();
  const run = await galley(['build', '--since', 'HEAD', '--dry-run'], { cwd, env: { GALLEY_LANG: language } });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(sentence);
});

test.each([
  ['none', /Git knows no commit “none” here/],
  ['--output=x', /cannot be the name of a commit/],
])('a commit that is not there is told of before anything is made: %s', async (ref, sentence) => {
  const { cwd } = await repository();
  const run = await galley(['build', '--offprints', `--since=${ref}`], { cwd });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(sentence);
  expect(readdirSync(cwd).sort()).toEqual(['.git', 'manuscripts']);
});
