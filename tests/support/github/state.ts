import { git } from './git.js';

export interface User {
  login: string;
  id: number;
  type: 'Bot' | 'User';
}

export interface Repository {
  id: number;
  fullName: string;
  owner: string;
  name: string;
  /** A bare repository. */
  git: string;
  defaultBranch: string;
}

export interface Pull {
  number: number;
  title: string;
  body: string;
  base: Repository;
  baseBranch: string;
  /** `undefined` once the fork is gone. */
  head: Repository | undefined;
  headOwner: string;
  headBranch: string;
  author: User;
  state: 'open' | 'closed';
  merged: boolean;
  draft: boolean;
  locked: boolean;
  lastHead: string;
}

export interface ReviewComment {
  id: number;
  pull: number;
  review: number;
  user: User;
  body: string;
  path: string;
  commit: string;
  side: 'LEFT' | 'RIGHT';
  line: number;
  startLine: number | undefined;
  replyTo: number | undefined;
}

export interface IssueComment {
  id: number;
  pull: number;
  user: User;
  body: string;
}

export interface Review {
  id: number;
  pull: number;
  user: User;
  body: string;
  commit: string;
}

export interface Status {
  id: number;
  sha: string;
  state: string;
  context: string;
  description: string | null;
  targetUrl: string | null;
}

export interface Artifact {
  id: number;
  run: number;
  name: string;
  size: number;
  expired: boolean;
}

export interface CheckRun {
  id: number;
  annotations: object[];
}

/** A file as a pull request lists it. */
export interface ChangedFile {
  filename: string;
  previous: string | undefined;
  status: 'added' | 'modified' | 'removed' | 'renamed' | 'changed';
  sha: string;
  additions: number;
  deletions: number;
  patch: string | undefined;
}

/** The commit that a pull request stands at. */
export function headOf(pull: Pull): string {
  if (pull.head && pull.state === 'open') {
    // What the fork has is in the base's network, too: that is why blobs of it can be read there.
    git(
      pull.base.git,
      'fetch',
      '--quiet',
      '--no-tags',
      pull.head.git,
      `+refs/heads/${pull.headBranch}:refs/pull/${pull.number}/head`,
    );
    pull.lastHead = git(pull.base.git, 'rev-parse', `refs/pull/${pull.number}/head`).trim();
  }
  return pull.lastHead;
}

export const baseOf = (pull: Pull): string => git(pull.base.git, 'rev-parse', `refs/heads/${pull.baseBranch}`).trim();

/** GitHub shows no patch of more. */
const largestPatch = 3000;

/** What a pull request changes between where it left the base and `head`. */
export function changedFiles(pull: Pull, head: string): ChangedFile[] {
  const folder = pull.base.git;
  const from = git(folder, 'merge-base', baseOf(pull), head).trim();
  const raw = git(folder, 'diff', '--raw', '-z', '--abbrev=40', '--find-renames', from, head).split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < raw.length; ) {
    const [oldMode, newMode, oldSha, newSha, letter] = raw[at++]!.slice(1).split(' ') as [
      string,
      string,
      string,
      string,
      string,
    ];
    const first = raw[at++]!;
    const renamed = letter[0] === 'R' || letter[0] === 'C';
    const filename = renamed ? raw[at++]! : first;
    const status =
      ({ A: 'added', D: 'removed', R: 'renamed', T: 'changed' } as const)[letter[0]!] ??
      (oldMode === newMode || oldSha !== newSha ? 'modified' : 'changed');
    const paths = renamed ? [first, filename] : [filename];
    const patch = patchOf(folder, from, head, paths);
    const lines = patch?.split('\n') ?? [];
    files.push({
      filename,
      previous: renamed ? first : undefined,
      status,
      sha: letter[0] === 'D' ? oldSha : newSha,
      additions: lines.filter((line) => line.startsWith('+')).length,
      deletions: lines.filter((line) => line.startsWith('-')).length,
      patch: lines.length > largestPatch ? undefined : patch,
    });
  }
  return files;
}

/** The hunks of a file, or `undefined` where there is nothing to show. */
function patchOf(folder: string, from: string, head: string, paths: readonly string[]): string | undefined {
  const diff = git(
    folder,
    'diff',
    '--find-renames',
    '--no-color',
    '--no-ext-diff',
    from,
    head,
    '--',
    ...paths.map((name) => `:(literal)${name}`),
  );
  const start = diff.search(/^@@ /m);
  return start < 0 ? undefined : diff.slice(start).replace(/\n$/, '');
}

/** One hunk: the lines of both sides that it shows. */
export function hunkLines(patch: string): { LEFT: Set<number>; RIGHT: Set<number> }[] {
  const hunks: { LEFT: Set<number>; RIGHT: Set<number> }[] = [];
  let [left, right] = [0, 0];
  for (const line of patch.split('\n')) {
    const head = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (head) {
      [left, right] = [Number(head[1]), Number(head[2])];
      hunks.push({ LEFT: new Set(), RIGHT: new Set() });
    } else if (line[0] === '+') hunks.at(-1)?.RIGHT.add(right++);
    else if (line[0] === '-') hunks.at(-1)?.LEFT.add(left++);
    else if (line[0] === ' ') {
      hunks.at(-1)?.LEFT.add(left++);
      hunks.at(-1)?.RIGHT.add(right++);
    }
  }
  return hunks;
}

/** Where some lines of a file are now, or `undefined` when one of them has changed since. */
export function movedLines(
  folder: string,
  path: string,
  from: string,
  to: string,
  first: number,
  last: number,
): { first: number; last: number } | undefined {
  if (from === to) return { first, last };
  const diff = git(folder, 'diff', '--unified=0', '--no-color', '--no-ext-diff', from, to, '--', `:(literal)${path}`);
  if (/^deleted file/m.test(diff)) return undefined;
  let shift = 0;
  for (const [, start, count = '1', , added = '1'] of diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)) {
    const begins = Number(start);
    const lines = Number(count);
    if (lines === 0 ? begins >= first && begins < last : begins <= last && begins + lines > first) return undefined;
    if (begins < first) shift += Number(added) - lines;
  }
  return { first: first + shift, last: last + shift };
}
