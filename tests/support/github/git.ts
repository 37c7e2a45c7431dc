import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const env = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ALLOW_PROTOCOL: 'file',
  GIT_AUTHOR_NAME: 'contributor',
  GIT_AUTHOR_EMAIL: 'contributor@example.org',
  GIT_COMMITTER_NAME: 'contributor',
  GIT_COMMITTER_EMAIL: 'contributor@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** Runs git in a folder, without anybody's settings and with no way to the network. Returns the bytes that it prints. */
export function gitBytes(folder: string, ...args: string[]): Buffer {
  return execFileSync('git', ['-C', folder, ...args], { env, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Like `gitBytes`, as text. */
export const git = (folder: string, ...args: string[]): string => gitBytes(folder, ...args).toString('utf8');

/** Like `git`, or `undefined` where git finds nothing. */
export function tryGit(folder: string, ...args: string[]): string | undefined {
  try {
    return git(folder, ...args);
  } catch {
    return undefined;
  }
}

/** Files by path; `null` takes one away. */
export type Files = Record<string, string | Buffer | null>;

/** A work tree that commits and pushes. */
export class WorkTree {
  constructor(readonly folder: string) {}

  /** Writes files and commits everything. Returns the commit. */
  commit(files: Files, message = 'Change'): string {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      if (content === null) rmSync(file, { recursive: true });
      else {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
    git(this.folder, 'add', '--all', '--force');
    git(this.folder, 'commit', '--quiet', '--allow-empty', '-m', message);
    return this.head;
  }

  get head(): string {
    return git(this.folder, 'rev-parse', 'HEAD').trim();
  }

  push(branch: string, ...options: string[]): string {
    git(this.folder, 'push', '--quiet', ...options, 'origin', `HEAD:refs/heads/${branch}`);
    return this.head;
  }

  forcePush(branch: string): string {
    return this.push(branch, '--force');
  }
}

export interface OriginAndFork {
  /** Bare repositories. */
  origin: string;
  fork: string;
  /** A clone of the origin, for who may push there, and one of the fork. */
  home: WorkTree;
  work: WorkTree;
}

/** A repository with some files on its main branch, and a fork of it, in a folder. */
export function originAndFork(folder: string, files: Files): OriginAndFork {
  const [origin, fork, home, work] = ['origin.git', 'fork.git', 'home', 'work'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(folder, 'clone', '--quiet', origin, home);
  const editor = new WorkTree(home);
  git(home, 'checkout', '--quiet', '-b', 'main');
  editor.commit(files, 'Begin');
  editor.push('main');
  git(folder, 'clone', '--quiet', '--bare', origin, fork);
  git(folder, 'clone', '--quiet', fork, work);
  return { origin, fork, home: editor, work: new WorkTree(work) };
}
