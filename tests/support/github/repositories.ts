import { readFileSync } from 'node:fs';
import path from 'node:path';
import { git, gitBytes, tryGit } from './git.js';

/** The commit that a name stands for in a repository, if any. */
export const commitOf = (folder: string, name: string): string | undefined =>
  name.startsWith('-')
    ? undefined
    : tryGit(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)?.trim();

/** The commit at a branch's tip, if there is such a branch. Read where git keeps it, since every request asks for it. */
export function tipOf(folder: string, branch: string): string | undefined {
  try {
    return readFileSync(path.join(folder, 'refs/heads', branch), 'utf8').trim();
  } catch {
    return commitOf(folder, `refs/heads/${branch}`);
  }
}

/** Brings what a fork's branch has into the repository that it was forked from: all forks share their objects, which is why blobs of it can be read there. */
export function fetchHead(folder: string, fork: string, branch: string, pull: number): void {
  git(folder, 'fetch', '--quiet', '--no-tags', fork, `+refs/heads/${branch}:refs/pull/${pull}/head`);
}

const bases = new Map<string, string | undefined>();

/** The newest commit that two have in common. What a commit is never changes, so that it is looked for once. */
export function mergeBase(folder: string, one: string, other: string): string | undefined {
  const key = `${folder} ${one} ${other}`;
  if (!bases.has(key)) bases.set(key, tryGit(folder, 'merge-base', one, other)?.trim());
  return bases.get(key);
}

/** Whether `commit` is among what a pull request at `head` brings to `base`. */
export function brings(folder: string, base: string, head: string, commit: string): boolean {
  const isBefore = (later: string) => tryGit(folder, 'merge-base', '--is-ancestor', commit, later) !== undefined;
  return commitOf(folder, commit) === commit && isBefore(head) && !isBefore(base);
}

/** The bytes of a blob, or `undefined` where there is none of that name. */
export function blobOf(folder: string, sha: string): Buffer | undefined {
  try {
    return gitBytes(folder, 'cat-file', 'blob', sha);
  } catch {
    return undefined;
  }
}

export interface TreeEntry {
  mode: string;
  type: 'blob' | 'commit' | 'tree';
  sha: string;
  path: string;
}

/** What stands in a folder of a commit; of a file, the file itself. Empty where there is nothing. */
export function entriesOf(folder: string, commit: string, path: string): TreeEntry[] {
  const listed = tryGit(folder, 'ls-tree', '-z', commit, ...(path ? ['--', path] : [])) ?? '';
  return listed
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', name = ''] = line.split('\t');
      const [mode = '', type = '', sha = ''] = facts.split(' ');
      return { mode, type: type as TreeEntry['type'], sha, path: name };
    });
}

/** Commits that `head` has and `base` has not, oldest first. */
export const commitsBetween = (folder: string, base: string, head: string): string[] =>
  git(folder, 'rev-list', '--reverse', `${base}..${head}`).split('\n').filter(Boolean);
