import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeGitHub, git as gitOf, type OriginAndFork, originAndFork } from './index.js';

const where = { owner: 'society', repo: 'volume' };
const long = (count: number, word = 'line') =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);

let folder: string;
let git: OriginAndFork;
let github: FakeGitHub;
let octokit: Octokit;
let files: Map<string, Awaited<ReturnType<Octokit['rest']['pulls']['listFiles']>>['data'][number]>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-files-'));
  const base = { 'old.md': long(9), 'same.md': long(8, 'same'), 'moved.md': long(12, 'moved') };
  git = originAndFork(folder, { ...base, 'gone.md': 'gone\n', 'mode.sh': 'x\n', 'link.md': 'x\n', 'end.md': 'a\nb\n' });
  github = await FakeGitHub.start();
  github.addRepository('society/volume', git.origin);
  github.addRepository('reader/volume', git.fork, { forkOf: 'society/volume' });
  octokit = new Octokit({ baseUrl: github.url, auth: 'workflow-token' });
  // What the base takes up meanwhile is none of the pull request's.
  git.home.commit({ 'base.md': 'x\n' });
  git.home.push('main');
  const { work } = git;
  const at = (name: string) => path.join(work.folder, name);
  renameSync(at('same.md'), at('renamed.md'));
  renameSync(at('moved.md'), at('moved and changed.md'));
  chmodSync(at('mode.sh'), 0o755);
  rmSync(at('link.md'));
  symlinkSync('old.md', at('link.md'));
  work.commit({
    'old.md': long(9).replace('line 4', '++ line four\n-- and more'),
    'moved and changed.md': long(12, 'moved').replace('moved 3\n', ''),
    'gone.md': null,
    'new.md': 'diff --git a/x b/x\n@@ -1 +1 @@\n',
    'one.md': 'x\n',
    'empty.md': '',
    'picture.png': picture,
    'huge.md': long(4288),
    'end.md': 'a\nb',
    '造纸 #1.md': '纸\n',
  });
  work.push('change');
  github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: 'change' });
  const all = await octokit.paginate(octokit.rest.pulls.listFiles, { ...where, pull_number: 1, per_page: 100 });
  files = new Map(all.map((one) => [one.filename, one]));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await github.close();
});

const facts = (name: string) => {
  const { status, additions, deletions, changes, patch, previous_filename: previous } = files.get(name)!;
  return { status, counts: [additions, deletions, changes], patch, previous };
};

describe('the files of a pull request', () => {
  it('are those that it changes itself, and no others', () => {
    expect([...files.keys()].sort()).toEqual(
      [
        'old.md',
        'renamed.md',
        'moved and changed.md',
        'gone.md',
        'mode.sh',
        'link.md',
        'new.md',
        'one.md',
        'empty.md',
        'picture.png',
        'huge.md',
        'end.md',
        '造纸 #1.md',
      ].sort(),
    );
  });

  it('have the hunks only for their patch, with lines that look like heads of a diff among them', () => {
    expect(facts('old.md')).toMatchObject({ status: 'modified', counts: [2, 1, 3] });
    expect(facts('old.md').patch).toBe(
      '@@ -2,7 +2,8 @@ line 0\n line 1\n line 2\n line 3\n-line 4\n+++ line four\n+-- and more\n line 5\n line 6\n line 7',
    );
    expect(facts('new.md')).toMatchObject({
      status: 'added',
      counts: [2, 0, 2],
      patch: '@@ -0,0 +1,2 @@\n+diff --git a/x b/x\n+@@ -1 +1 @@',
    });
    expect(facts('one.md').patch).toBe('@@ -0,0 +1 @@\n+x');
    expect(facts('end.md').patch).toBe('@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file');
    expect(facts('造纸 #1.md').patch).toBe('@@ -0,0 +1 @@\n+纸');
  });

  it('have no patch where nothing of their lines is changed or shown', () => {
    expect(facts('renamed.md')).toEqual({
      status: 'renamed',
      counts: [0, 0, 0],
      patch: undefined,
      previous: 'same.md',
    });
    expect(facts('mode.sh')).toMatchObject({ status: 'modified', counts: [0, 0, 0], patch: undefined });
    expect(facts('picture.png')).toMatchObject({ status: 'added', counts: [0, 0, 0], patch: undefined });
    expect(facts('empty.md')).toMatchObject({ status: 'added', counts: [0, 0, 0], patch: undefined });
    expect(facts('huge.md')).toMatchObject({ status: 'added', counts: [4288, 0, 4288], patch: undefined });
  });

  it('are known by their new name and by their old one', () => {
    expect(facts('moved and changed.md')).toMatchObject({ status: 'renamed', counts: [0, 1, 1], previous: 'moved.md' });
    expect(facts('gone.md')).toMatchObject({ status: 'removed', counts: [0, 1, 1], patch: '@@ -1 +0,0 @@\n-gone' });
    expect(facts('link.md')).toMatchObject({ status: 'changed', counts: [1, 1, 2] });
  });

  it('name the content of the side that is shown, which the base repository has, too, byte for byte', async () => {
    for (const name of ['old.md', 'picture.png', 'renamed.md']) {
      const { sha } = files.get(name)!;
      expect(sha).toBe(gitOf(git.work.folder, 'rev-parse', `HEAD:${name}`).trim());
    }
    expect(files.get('gone.md')!.sha).toBe(gitOf(git.home.folder, 'rev-parse', 'HEAD:gone.md').trim());
    const { data } = await octokit.rest.git.getBlob({ ...where, file_sha: files.get('picture.png')!.sha! });
    expect(data).toMatchObject({ size: picture.length, encoding: 'base64' });
    expect(Buffer.from(data.content, 'base64')).toEqual(picture);
  });

  it('come 30 to a page, 100 at most, and 3,000 in all', async () => {
    const many = Object.fromEntries(Array.from({ length: 3010 }, (_, index) => [`many/${index}.md`, `${index}\n`]));
    execFileSync('git', ['-C', git.work.folder, 'checkout', '--quiet', '-b', 'many', 'origin/main']);
    git.work.commit(many);
    git.work.push('many');
    const { number } = github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: 'many' });
    const asked = { ...where, pull_number: number };
    expect((await octokit.rest.pulls.listFiles(asked)).data).toHaveLength(30);
    expect((await octokit.rest.pulls.listFiles({ ...asked, per_page: 500 })).data).toHaveLength(100);
    const all = await octokit.paginate(octokit.rest.pulls.listFiles, { ...asked, per_page: 100 });
    expect(new Set(all.map(({ filename }) => filename)).size).toBe(3000);
    expect((await octokit.rest.pulls.get(asked)).data.changed_files).toBe(3010);
  });
});
