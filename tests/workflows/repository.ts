import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../pipeline/package-root.js';
import { type Files, git, type OriginAndFork, originAndFork } from '../support/github/git.js';
import type { Values } from './read.js';
import type { RunOptions, RunResult } from './runner.js';

/** What is committed of the project that a workflow needs: the programs' sources, the packages' names, the workflows. */
const sources = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'tsconfig.json',
  'pipeline',
  'lint-rules',
  '.github/workflows',
];

/** A pull request as its event tells of it. */
export interface PullRequest {
  number: number;
  head: string;
  base: string;
  /** By its name in the event, which may be one that git would not take. */
  branch: string;
  title: string;
}

/** A repository with the project and a volume in it, a fork of it, and pull requests from the one to the other. */
export class Repository {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-workflow-')));
  readonly fullName = 'press/proceedings';
  readonly defaultBranch = 'main';
  readonly forkName = 'contributor/proceedings';
  /** GitHub's numbers for the repository and for the fork. */
  id = 11;
  forkId = 22;
  readonly #git: OriginAndFork;
  #pulls = 0;

  /** `manuscripts`: by name within the volume's folder. */
  constructor(manuscripts: Record<string, string>) {
    const volume = Object.entries(manuscripts).map(([name, text]) => [`manuscripts/${name}`, text] as const);
    this.#git = originAndFork(path.join(this.folder, 'git'), { ...projectFiles(), ...Object.fromEntries(volume) });
    // GitHub serves any commit by its name.
    git(this.origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  }

  /** The bare repository that stands for the one on GitHub, and the fork's. */
  get origin(): string {
    return this.#git.origin;
  }
  get fork(): string {
    return this.#git.fork;
  }

  /** A file's text on the default branch. */
  read(file: string): string {
    return git(this.origin, 'show', `main:${file}`);
  }

  /** Commits files to the default branch. Returns the commit. */
  commit(files: Files): string {
    this.#git.home.commit(files);
    return this.#git.home.push('main');
  }

  /** Pushes files to a new branch of the fork and opens a pull request for it. `branch` and `title` are what GitHub tells of it. */
  open({ files, branch, title = 'A manuscript' }: { files: Files; branch?: string; title?: string }): PullRequest {
    const { work } = this.#git;
    const number = ++this.#pulls;
    git(work.folder, 'fetch', '--quiet', this.origin, 'main');
    git(work.folder, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
    const base = work.head;
    return this.push({ number, head: base, base, branch: branch ?? branchOf(number), title }, files);
  }

  /** Pushes one more commit to a pull request, or another one in place of its last. Returns the pull request as it is then. */
  push(pull: PullRequest, files: Files, instead = false): PullRequest {
    const { work, fork } = this.#git;
    git(work.folder, 'checkout', '--quiet', '--detach', instead ? `${pull.head}^` : pull.head);
    const head = work.commit(files);
    work.push(branchOf(pull.number), ...(instead ? ['--force'] : []));
    git(this.origin, 'fetch', '--quiet', fork, `+refs/heads/${branchOf(pull.number)}:refs/pull/${pull.number}/head`);
    const pushed = { ...pull, head };
    this.merge(pushed);
    return pushed;
  }

  /** Merges a pull request into the default branch as it is now, where GitHub keeps the result for its workflows. */
  merge({ number, head }: PullRequest): string {
    const { home } = this.#git;
    git(home.folder, 'fetch', '--quiet', 'origin', `refs/pull/${number}/head`);
    git(home.folder, 'checkout', '--quiet', '--detach', 'main');
    git(home.folder, 'merge', '--quiet', '--no-ff', '--no-edit', head);
    const merged = home.head;
    git(home.folder, 'push', '--quiet', 'origin', `+HEAD:refs/pull/${number}/merge`);
    git(home.folder, 'checkout', '--quiet', 'main');
    return merged;
  }

  /** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
  pullRequestEvent({ number, head, base, branch, title }: PullRequest): RunOptions['event'] {
    const own = { id: this.id, full_name: this.fullName, default_branch: this.defaultBranch };
    const pull = {
      number,
      title,
      body: title,
      head: {
        ref: branch,
        sha: head,
        repo: { id: this.forkId, full_name: this.forkName },
      },
      base: { ref: this.defaultBranch, sha: base, repo: own },
    };
    return { name: 'pull_request', payload: { action: 'opened', number, pull_request: pull, repository: own } };
  }

  /** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
  workflowRunEvent({ head, branch, title }: PullRequest, run: RunResult, more: Values = {}): RunOptions['event'] {
    const workflowRun = {
      id: run.runId,
      name: run.workflow,
      display_title: title,
      event: 'pull_request',
      status: 'completed',
      conclusion: run.conclusion,
      path: '.github/workflows/lint.yml',
      head_sha: head,
      head_branch: branch,
      head_repository: { id: this.forkId, full_name: this.forkName, owner: { login: 'contributor' } },
      head_commit: { id: head, message: title },
      html_url: `https://github.com/${this.fullName}/actions/runs/${run.runId}`,
      pull_requests: [],
      ...more,
    };
    const own = { id: this.id, full_name: this.fullName, default_branch: this.defaultBranch };
    return { name: 'workflow_run', payload: { action: 'completed', workflow_run: workflowRun, repository: own } };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The branch of the fork that a pull request is really on. */
export const branchOf = (number: number) => `contribution-${number}`;

function projectFiles(): Files {
  const files = sources.flatMap((source) => {
    const from = path.join(packageRoot, source);
    if (!statSync(from).isDirectory()) return [source];
    return readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(from, name)).isFile())
      .map((name) => path.join(source, name));
  });
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(packageRoot, file))]));
}

/**
 * Makes a folder with an `npm` that gives the project's own packages and programs where these are asked for in a checkout of the default branch, in an instant.
 * Anywhere else it does what npm would do, as far as that could run anything: what a foreign package.json or .npmrc names is run.
 * `build`: whether the programs are built as npm builds them, for the time that takes.
 */
export function npmFolder({ folder: within, origin }: Repository, build = false): string {
  const folder = path.join(within, 'bin');
  mkdirSync(folder, { recursive: true });
  const program = path.join(folder, 'npm');
  writeFileSync(
    program,
    `#!/usr/bin/env bash
set -euo pipefail
project=${JSON.stringify(packageRoot)}
foreign() { ! git --git-dir ${JSON.stringify(origin)} show "main:$1" | cmp --silent - "$1"; }
if foreign package.json || foreign .npmrc || foreign package-lock.json; then
  shell=$(sed -n 's/^script-shell=//p' .npmrc 2>/dev/null || true)
  for script in preinstall install postinstall prepare build; do
    command=$(node -p "JSON.parse(require('fs').readFileSync('package.json', 'utf8')).scripts?.['$script'] ?? ''" 2>/dev/null || true)
    if [ -n "$command" ]; then \${shell:-bash} -c "$command"; fi
  done
  exit
fi
case "$*" in
  'ci --ignore-scripts') ln -s "$project/node_modules" node_modules ;;
  'run build') ${build ? `exec ${JSON.stringify(realNpm())} run --silent build` : `mkdir dist && cp -r "$project/dist/pipeline" "$project/dist/lint-rules" dist`} ;;
  *) echo "npm stands in for ci --ignore-scripts and run build only, not for: $*" >&2; exit 1 ;;
esac
`,
  );
  chmodSync(program, 0o755);
  return folder;
}

const realNpm = () => execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
