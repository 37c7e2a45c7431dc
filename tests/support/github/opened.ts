import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Files, type OriginAndFork, originAndFork } from './git.js';
import { FakeGitHub } from './index.js';
import type { Pull } from './state.js';

/** A fake with a repository, its fork and one pull request. */
export interface Opened {
  git: OriginAndFork;
  github: FakeGitHub;
  pull: Pull;
  /** Ends the fake. Rejects when it said anything that GitHub would not. */
  close: () => Promise<void>;
}

/** A fake of its own with a pull request that changes `before` by `after`. */
export async function opened(before: Files, after: Files): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-fake-'));
  const git = originAndFork(folder, before);
  const github = await FakeGitHub.start();
  github.addRepository('society/volume', git.origin);
  github.addRepository('reader/volume', git.fork, { forkOf: 'society/volume' });
  git.work.commit(after);
  git.work.push('change');
  const pull = github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: 'change' });
  const close = async () => {
    rmSync(folder, { recursive: true, force: true });
    await github.close();
  };
  return { git, github, pull, close };
}

/** A client that says nothing of its own. */
export const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The refusal of a request, as GitHub would write it. */
export async function refused(
  request: Promise<unknown>,
): Promise<{ status: number; message: string; errors?: unknown[]; headers: Record<string, string> }> {
  const fault = await request.then(
    () => Promise.reject(new Error('it was taken')),
    (error) => error,
  );
  if (!fault.response && fault.status === undefined) throw fault;
  return { ...fault.response?.data, status: fault.status, headers: fault.response?.headers };
}
