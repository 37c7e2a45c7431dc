import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Bottleneck from 'bottleneck';
import { onTestFinished } from 'vitest';
import { type FeedbackReport, failureReport, feedbackReport } from '../../pipeline/check/feedback-report.js';
import { lint } from '../../pipeline/check/lint.js';
import { InputError } from '../../pipeline/faults.js';
import { createClient } from '../../pipeline/github/client.js';
import { giveFeedback } from '../../pipeline/github/feedback.js';
import { NoFeedback } from '../../pipeline/github/no-feedback.js';
import type { Written } from '../../pipeline/github/publish.js';
import { TrustedVolume } from '../../pipeline/github/trusted-volume.js';
import { header } from '../check/volume.js';
import type { Files } from '../support/github/git.js';
import { FakeGitHub, git, type NewRun, type OriginAndFork, originAndFork } from '../support/github/index.js';
import { baseOf, headOf, type Pull } from '../support/github/state.js';

export { header };

const base: Files = {
  'manuscripts/volume.yml': 'title: 春季研讨会文集\nlang: zh-CN\n',
  'manuscripts/old.md': `${header('旧稿')}纸张的历史很长，这里先从材料说起。\n`,
};

export interface Said {
  written?: Written;
  /** Why nothing was said. */
  nothing?: string;
  refused: string[];
  log: string[];
}

interface Saying {
  /** What is handed over instead of what the run found; `null` for nothing at all. */
  report?: FeedbackReport | Uint8Array | null;
  run?: Partial<NewRun>;
  /** What the event says otherwise than GitHub would. */
  event?: (event: ReturnType<FakeGitHub['workflowRun']>) => unknown;
  /** Names of the run's artifacts. */
  artifacts?: string[];
  token?: string;
  timeout?: number;
  patience?: number;
}

/** A contribution from a fork: its repositories, its pull request, and what is said on it. */
export class Contribution {
  private constructor(
    readonly github: FakeGitHub,
    readonly folder: string,
    readonly git: OriginAndFork,
    readonly pull: Pull,
  ) {}

  /** Opens a pull request that brings `files`, onto a volume with `before` in it. */
  static async open(
    files: Files,
    { before = {}, branch = 'my-paper', title = '我的稿子' }: { before?: Files; branch?: string; title?: string } = {},
  ): Promise<Contribution> {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-feedback-')));
    const repositories = originAndFork(folder, { ...base, ...before });
    const github = await FakeGitHub.start();
    onTestFinished(async () => {
      rmSync(folder, { recursive: true, force: true });
      await github.close();
    });
    github.addRepository('society/volume', repositories.origin);
    github.addRepository('reader/volume', repositories.fork);
    repositories.work.commit(files, 'Add files via upload');
    repositories.work.push(branch);
    const pull = github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: branch, title });
    return new Contribution(github, folder, repositories, pull);
  }

  /** Commits and pushes to the pull request. */
  push(files: Files, options: { force?: boolean } = {}): void {
    this.git.work.commit(files);
    if (options.force) this.git.work.forcePush(this.pull.headBranch);
    else this.git.work.push(this.pull.headBranch);
  }

  /** The folder of the pull request merged into its base, as the lint job has it. */
  merged(): string {
    const { pull, folder } = this;
    const merged = path.join(folder, `merged-${baseOf(pull)}-${headOf(pull)}`);
    if (existsSync(merged)) return merged;
    git(folder, 'clone', '--quiet', this.git.origin, merged);
    git(merged, 'fetch', '--quiet', this.git.fork, pull.headBranch);
    git(merged, 'merge', '--quiet', '--no-ff', '-m', 'Merge', 'FETCH_HEAD');
    return merged;
  }

  /** What the lint job finds. */
  async report(): Promise<FeedbackReport> {
    const merged = this.merged();
    const root = path.join(merged, 'manuscripts');
    const rev = (ref: string) => git(merged, 'rev-parse', ref).trim();
    const commits = { head: rev('HEAD^2'), base: rev('HEAD^1') };
    try {
      const { result } = await lint({ root, paths: [], cwd: merged, language: 'zh', since: 'HEAD^1' });
      return feedbackReport(result, commits);
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault;
      return failureReport(fault.faults, commits);
    }
  }

  /** Says on the pull request what a run over it found. */
  async say(saying: Saying = {}): Promise<Said> {
    const { github, pull, folder } = this;
    const report = saying.report === undefined ? await this.report() : saying.report;
    const bytes =
      report === null ? undefined : report instanceof Uint8Array ? report : Buffer.from(JSON.stringify(report));
    const event = github.workflowRun({ pull: pull.number, ...saying.run });
    for (const name of saying.artifacts ?? (report === null ? [] : ['report.json', 'preview']))
      github.addArtifact(event.workflow_run.id, name, 1000);
    const trusted = path.join(folder, `trusted-${baseOf(pull)}`);
    if (!existsSync(trusted)) git(folder, 'clone', '--quiet', this.git.origin, trusted);
    const said: Said = { refused: [], log: [] };
    try {
      said.written = await giveFeedback({
        github: quickClient(github, saying, said.log),
        event: saying.event ? saying.event(event) : event,
        report: bytes,
        volume: await TrustedVolume.open(path.join(trusted, 'manuscripts')),
        prefix: 'manuscripts/',
        server: 'https://github.example',
        env: {
          GITHUB_SERVER_URL: 'https://github.example',
          GITHUB_REPOSITORY: 'society/volume',
          GITHUB_SHA: 'd'.repeat(40),
        },
        refused: (part) => said.refused.push(part),
      });
    } catch (fault) {
      if (!(fault instanceof NoFeedback)) throw fault;
      said.nothing = fault.id;
    }
    return said;
  }

  get comments() {
    return this.github.reviewComments(this.pull);
  }

  get summaries() {
    return this.github.issueComments(this.pull);
  }

  /** What the status of the pull request's commit says. */
  get status() {
    return this.github.store.statuses.at(-1);
  }
}

const group = (id: string) => new Bottleneck.Group({ id, maxConcurrent: 1, minTime: 0 });
const unpaced = { write: group('galley-write'), notifications: group('galley-notifications') };

/** A client for which a second is a millisecond, and which need not spare GitHub. */
export function quickClient(
  github: FakeGitHub,
  { token = 'workflow-token', timeout, patience }: Saying = {},
  log: string[] = [],
) {
  return createClient({
    token,
    baseUrl: github.url,
    log: (line) => log.push(line),
    second: 1,
    pace: unpaced,
    ...(timeout !== undefined && { timeout }),
    ...(patience !== undefined && { patience }),
  });
}
