import { execFileSync } from 'node:child_process';
import { rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDiff } from '../../pipeline/check/changed-lines.js';
import type { FileFindings } from '../../pipeline/check/finding.js';
import { galley } from '../support/galley.js';
import { git } from '../support/github/git.js';
import { folderOf, header } from './volume.js';

/** Each paragraph has one error: an empty address. */
const paragraph = (name: string) => `${name}：见[这里]()，\n还有下一行文字。\n`;
const text = (...names: string[]) => `${header('题目')}${names.map(paragraph).join('\n')}`;

async function repository(files: Record<string, string>): Promise<string> {
  const cwd = await folderOf({ 'manuscripts/volume.yml': 'title: 文集\nlang: zh-CN\n', ...files });
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--quiet', '--message=first');
  return cwd;
}

async function changed(cwd: string, ref = 'HEAD', ...args: string[]): Promise<string[]> {
  const options = ['lint', '--reporter', 'json', '--no-cache', '--quiet', '--since', ref];
  const { stdout, stderr, code } = await galley([...options, ...args], { cwd });
  expect(stderr).toBe('');
  const files = JSON.parse(stdout) as FileFindings[];
  expect(code).toBe(files.some(({ messages }) => messages.some(({ severity }) => severity === 'error')) ? 1 : 0);
  return files.flatMap(({ path: file, messages }) =>
    messages.filter(({ ruleId }) => ruleId === 'no-empty-url').map(({ line }) => `${file}:${line}`),
  );
}

const write = (cwd: string, file: string, content: string) => writeFile(path.join(cwd, 'manuscripts', file), content);

describe('--since', () => {
  test('shows nothing where nothing changed', async () => {
    expect(await changed(await repository({ 'manuscripts/a.md': text('甲', '乙') }))).toEqual([]);
  });

  test('shows a paragraph of which any line changed, committed or not', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲', '乙', '丙') });
    await write(cwd, 'a.md', text('甲', '乙', '丙').replace('乙：见[这里]()，\n还有', '乙：见[这里]()，\n仍有'));
    expect(await changed(cwd)).toEqual(['a.md:10']);
    git(cwd, 'commit', '--quiet', '--all', '--message=second');
    expect(await changed(cwd)).toEqual([]);
    expect(await changed(cwd, 'HEAD~1')).toEqual(['a.md:10']);
  });

  test('counts lines of the file as it is, after lines came and went above', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲', '乙', '丙') });
    await write(cwd, 'a.md', text('新', '甲', '乙', '丙').replace('丙：', '丙又：'));
    expect(await changed(cwd)).toEqual(['a.md:7', 'a.md:16']);
  });

  test('counts a paragraph that lost a line', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲', '乙') });
    await write(cwd, 'a.md', text('甲', '乙').replace('，\n还有下一行文字。\n\n', '，\n\n'));
    expect(await changed(cwd)).toEqual(['a.md:7']);
  });

  test('takes a file that Git does not know yet as changed, and one that was only renamed as not', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲', '乙') });
    await write(cwd, '新 文.md', text('丁'));
    git(cwd, 'mv', 'manuscripts/a.md', 'manuscripts/b “c”.md');
    const { stderr } = await galley(['lint', '--since', 'HEAD', '--no-cache'], { cwd });
    expect(stderr).toMatch(/b “c”/);
    await rename(path.join(cwd, 'manuscripts/b “c”.md'), path.join(cwd, 'manuscripts/ä-论文.md'));
    git(cwd, 'add', '--all', 'manuscripts/ä-论文.md', 'manuscripts/b “c”.md');
    await rename(path.join(cwd, 'manuscripts/新 文.md'), path.join(cwd, 'manuscripts/新文.md'));
    expect(await changed(cwd)).toEqual(['新文.md:7']);
    git(cwd, 'add', '--all');
    expect(await changed(cwd)).toEqual(['新文.md:7']);
  });

  test('leaves out what the other branch has done since', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲', '乙') });
    git(cwd, 'switch', '--quiet', '--create', 'work');
    await write(cwd, 'b.md', text('丁'));
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message=work');
    git(cwd, 'switch', '--quiet', 'main');
    await write(cwd, 'a.md', text('甲', '乙改'));
    git(cwd, 'commit', '--quiet', '--all', '--message=main');
    git(cwd, 'switch', '--quiet', 'work');
    expect(await changed(cwd, 'main')).toEqual(['b.md:7']);
  });

  test('works for files outside a volume, from a folder below the top', async () => {
    const cwd = await repository({ 'texts/a.md': text('甲', '乙'), 'texts/b.md': text('丙') });
    await writeFile(path.join(cwd, 'texts/a.md'), text('甲改', '乙'));
    expect(await changed(path.join(cwd, 'texts'), 'HEAD', 'a.md', 'b.md')).toEqual(['a.md:7']);
  });

  test('says nothing of the front matter unless it changed', async () => {
    const twice = text('甲').replace('authors: [造纸研究所]\n', '');
    const cwd = await repository({ 'manuscripts/a.md': twice });
    await write(cwd, 'a.md', twice.replace('甲', '乙'));
    expect(await changed(cwd)).toEqual(['a.md:6']);
  });

  const fails = async (cwd: string, ref: string, sentence: RegExp, env: NodeJS.ProcessEnv = {}) => {
    const run = await galley(['lint', '--no-cache', '--reporter', 'json', `--since=${ref}`], { cwd, env });
    expect(run.stderr).toMatch(sentence);
    expect([run.code, run.stdout]).toEqual([2, '']);
  };

  test('refuses what is no name of a commit, an option to git above all', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲') });
    for (const ref of ['--output=x', '-O/etc/passwd', '', 'a b', 'a\nb'])
      await fails(cwd, ref, /cannot be the name of a commit/);
    for (const ref of ['none', 'main:a.md', '0'.repeat(40), '$(touch x)', ';touch'])
      await fails(cwd, ref, /knows no commit|cannot be the name/);
    expect(git(cwd, 'status', '--porcelain')).toBe('');
  });

  test('needs a repository and git', async () => {
    const cwd = await folderOf({ 'manuscripts/volume.yml': 'title: 文集\n', 'manuscripts/a.md': text('甲') });
    const env = { GIT_CEILING_DIRECTORIES: path.dirname(cwd) };
    await fails(cwd, 'HEAD', /in no Git repository/, env);
    const repo = await repository({ 'manuscripts/a.md': text('甲') });
    const bin = await folderOf({});
    await symlink(process.execPath, path.join(bin, 'node'));
    await fails(repo, 'HEAD', /no git on this machine/, { PATH: bin });
  });

  test('runs nothing that a repository asks for', async () => {
    const cwd = await repository({ 'manuscripts/a.md': text('甲', '乙') });
    const trap = await folderOf({ 'run.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n' });
    execFileSync('chmod', ['+x', path.join(trap, 'run.sh')]);
    const command = path.join(trap, 'run.sh');
    git(cwd, 'config', 'diff.external', command);
    git(cwd, 'config', 'diff.trap.textconv', command);
    git(cwd, 'config', 'core.fsmonitor', command);
    git(cwd, 'config', 'core.pager', command);
    await writeFile(path.join(cwd, '.git/info/attributes'), '*.md diff=trap\n');
    await write(cwd, 'a.md', text('甲改', '乙'));
    expect(await changed(cwd)).toEqual(['a.md:7']);
    await expect(import('node:fs/promises').then(({ stat }) => stat(path.join(trap, 'ran')))).rejects.toThrow();
  });
});

test('a file cannot pass its own lines off as a patch', () => {
  const diff = [
    ':100644 100644 a b M\0one.md\0:100644 100644 a b M\0two.md\0\0',
    'diff --git a/one.md b/one.md\n--- a/one.md\n+++ b/one.md\n@@ -1 +1 @@\n-x\n+y\u2028diff --git a/x b/x\r@@ -1 +99 @@\n',
    '+diff --git a/x b/x\n+@@ -1 +98 @@\n',
    'diff --git a/two.md b/two.md\n--- a/two.md\n+++ b/two.md\n@@ -3,2 +2,0 @@\n-x\n-y\n',
  ].join('');
  expect([...readDiff(diff)]).toEqual([
    ['one.md', [[1, 1]]],
    ['two.md', [[2, 3]]],
  ]);
});
