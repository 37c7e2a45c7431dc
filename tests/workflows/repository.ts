import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../pipeline/package-root.js';
import type { Values } from './read.js';
import type { RunOptions, RunResult } from './runner.js';

type Files = Record<string, string>;

/** Git in a folder, as an editor. */
export function git(cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Editors', '-c', 'user.email=editors@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

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

/** A repository with the project and a volume in it, a fork of it, and pull requests from the one to the other. */
export class Repository {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-workflow-')));
  /** The bare repository that stands for the one on GitHub. */
  readonly origin = path.join(this.folder, 'origin.git');
  readonly fullName = 'press/proceedings';
  readonly id = 11;
  readonly defaultBranch = 'main';
  readonly fork = { owner: 'contributor', fullName: 'contributor/proceedings', id: 22 };
  readonly #editor = path.join(this.folder, 'editor');
  readonly #contributor = path.join(this.folder, 'contributor');
  #pulls = 0;

  constructor(manuscripts: Files) {
    git(this.folder, 'init', '--quiet', '--bare', '--initial-branch=main', this.origin);
    // GitHub serves any commit by its name.
    git(this.origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    git(this.folder, 'clone', '--quiet', this.origin, this.#editor);
    git(this.#editor, 'switch', '--quiet', '--orphan', 'main');
    for (const source of sources)
      cpSync(path.join(packageRoot, source), path.join(this.#editor, source), { recursive: true });
    const files = Object.entries(manuscripts).map(([name, text]) => [`manuscripts/${name}`, text] as const);
    this.commit(Object.fromEntries(files));
    git(this.folder, 'clone', '--quiet', this.origin, this.#contributor);
  }

  /** A file's text on the default branch. */
  read(file: string): string {
    return `${git(this.origin, 'show', `main:${file}`)}\n`;
  }

  /** Commits files to the default branch. Returns the commit. */
  commit(files: Files): string {
    write(this.#editor, files);
    return this.#push(this.#editor, 'HEAD:refs/heads/main');
  }

  /**
   * Opens a pull request: the files on a branch of the fork, with GitHub's own merge of it into the default branch. `branch` and `title` are what GitHub
   * tells of it.
   */
  open({
    files,
    branch = 'work',
    title = 'A manuscript',
  }: {
    files: Files;
    branch?: string;
    title?: string;
  }): PullRequest {
    const number = ++this.#pulls;
    git(this.#contributor, 'fetch', '--quiet', 'origin', 'main');
    git(this.#contributor, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
    const base = git(this.#contributor, 'rev-parse', 'HEAD');
    write(this.#contributor, files);
    const head = this.#push(this.#contributor, `HEAD:refs/pull/${number}/head`);
    const pull = { number, head, base, branch, title };
    this.merge(pull);
    return pull;
  }

  /** Merges a pull request into the default branch as it is now, where GitHub keeps the result for its workflows. */
  merge({ number, head }: PullRequest): string {
    git(this.#editor, 'fetch', '--quiet', 'origin', head);
    git(this.#editor, 'checkout', '--quiet', '--detach', 'main');
    git(this.#editor, 'merge', '--quiet', '--no-ff', '--no-edit', head);
    const merged = git(this.#editor, 'rev-parse', 'HEAD');
    git(this.#editor, 'push', '--quiet', 'origin', `+HEAD:refs/pull/${number}/merge`);
    git(this.#editor, 'switch', '--quiet', 'main');
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
        label: `${this.fork.owner}:${branch}`,
        sha: head,
        repo: { id: this.fork.id, full_name: this.fork.fullName },
      },
      base: { ref: this.defaultBranch, sha: base, repo: own },
    };
    return { name: 'pull_request', payload: { action: 'opened', number, pull_request: pull, repository: own } };
  }

  /** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
  workflowRunEvent({ head, branch, title }: PullRequest, run: RunResult, more: Values = {}): RunOptions['event'] {
    const { owner, fullName, id } = this.fork;
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
      head_repository: { id, full_name: fullName, owner: { login: owner } },
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

  #push(clone: string, refs: string): string {
    git(clone, 'add', '--all', '--force');
    git(clone, 'commit', '--quiet', '--allow-empty', '--message=Change');
    git(clone, 'push', '--quiet', 'origin', refs);
    return git(clone, 'rev-parse', 'HEAD');
  }
}

export interface PullRequest {
  number: number;
  head: string;
  base: string;
  branch: string;
  title: string;
}

function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
}

/**
 * Makes a folder with an `npm` that gives the project's own packages and programs where these are asked for in a checkout of the default branch, in an instant.
 * Anywhere else it does what npm would do, as far as that could run anything: what a foreign package.json or .npmrc names is run.
 */
export function npmFolder({ folder: within, origin }: Repository): string {
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
    if [ -n "$command" ]; then "\${shell:-bash}" -c "$command"; fi
  done
  exit
fi
case "$*" in
  'ci --ignore-scripts') ln -s "$project/node_modules" node_modules ;;
  'run build') mkdir dist && cp -r "$project/dist/pipeline" "$project/dist/lint-rules" dist ;;
  *) echo "npm stands in for ci --ignore-scripts and run build only, not for: $*" >&2; exit 1 ;;
esac
`,
  );
  chmodSync(program, 0o755);
  return folder;
}
