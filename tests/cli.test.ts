import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, galley } from './support/galley.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bad usage is one clear sentence and exit code 2', () => {
  it.each([
    [['bulid'], 'There is no command “bulid”. “galley --help” lists all commands.'],
    [['build', '--fromat', 'pdf'], 'There is no option “--fromat” here. Add --help to see what there is.'],
    [['build', '--format', 'docx'], '“docx” is no format that Galley makes. Give pdf, epub, or pdf,epub.'],
  ])('galley %j', async (args, sentence) => {
    const run = await galley(args);
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
  });

  it('in Chinese where the reader reads Chinese', async () => {
    const run = await galley(['bulid'], { env: { GALLEY_LANG: '', LC_ALL: 'zh_CN.UTF-8' } });
    expect(run.stderr).toBe('没有“bulid”这个命令。用 galley --help 查看全部命令。\n');
  });
});

it.skipIf(process.platform === 'win32')('can be run by its name, as npx does from a checkout', () => {
  expect(execFileSync(cli, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('help names every command and ends with 0', async () => {
  const run = await galley(['--help']);
  expect(run.code).toBe(0);
  for (const name of ['build', 'doctor']) expect(run.stdout).toContain(name);
});

it('help speaks Chinese', async () => {
  const run = await galley(['build', '--help'], { env: { GALLEY_LANG: 'zh' } });
  expect(run.stdout).toContain('用法：');
  expect(run.stdout).toContain('volume.yml 所在的文件夹');
});

it('a dry run prints what would be made and makes nothing', async () => {
  const output = path.join(folder, 'dry');
  const run = await galley(['build', '--dry-run', '--offprints', '--json', '--output', output]);
  expect(run.code).toBe(0);
  const plan = JSON.parse(run.stdout) as { files: string[]; manuscripts: { id: string }[] };
  expect(plan.files).toContain('offprints/01-preface.pdf');
  expect(plan.files.at(-1)).toBe('SHA256SUMS');
  expect(readdirSync(folder)).toEqual([]);
});

it('a stack trace is shown with --debug only', async () => {
  const empty = path.join(folder, 'not-there');
  expect((await galley(['build', '--root', empty])).stderr).not.toMatch(/\n\s+at /);
  expect((await galley(['build', '--root', empty, '--debug'])).stderr).toMatch(/\n\s+at /);
});

it('doctor names pandoc, Typst and every font with a version', async () => {
  const run = await galley(['doctor']);
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/pandoc\D+\d+\.\d+/i);
  expect(run.stdout).toMatch(/typst\D+\d+\.\d+/i);
  for (const family of ['Noto Serif SC', 'Libertinus Serif']) expect(run.stdout).toContain(family);
});

it('a file in the place of the output folder is named and left alone', async () => {
  const file = path.join(folder, 'taken');
  writeFileSync(file, 'mine');
  const run = await galley(['build', '--output', file, '--format', 'pdf']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('taken');
});
