import path from 'node:path';
import { FakeGitHub } from '../support/github/index.js';
import type { Pull } from '../support/github/state.js';
import type { Action } from './actions.js';
import { Artifacts } from './artifacts.js';
import { branchOf, npmFolder, type PullRequest, Repository } from './repository.js';
import { type RunResult, runWorkflow } from './runner.js';

/** A pull request on both sides: as git has it, and as the fake GitHub has it. */
export interface OpenPull {
  pull: PullRequest;
  shown: Pull;
}

/** A repository, its fork, a GitHub for both and its workflows: from a push to the words on the pull request. */
export class Round {
  readonly artifacts = new Artifacts((run, { name, bytes }) => this.github.addArtifact(run, name, bytes));
  readonly #npm: string;

  private constructor(
    readonly github: FakeGitHub,
    readonly repository: Repository,
    build: boolean,
  ) {
    repository.id = github.addRepository(repository.fullName, repository.origin).id;
    repository.forkId = github.addRepository(repository.forkName, repository.fork).id;
    this.#npm = npmFolder(repository, build);
  }

  /** `manuscripts`: by name within the volume's folder. `build`: whether each job builds the programs itself, as on GitHub. */
  static async start(manuscripts: Record<string, string>, build = false): Promise<Round> {
    return new Round(await FakeGitHub.start(), new Repository(manuscripts), build);
  }

  /** Rejects when anything was asked or answered otherwise than GitHub describes it. */
  async end(): Promise<void> {
    this.repository.remove();
    await this.github.close();
  }

  /** Pushes files to the fork and opens a pull request. */
  open(files: Record<string, string>): OpenPull {
    const pull = this.repository.open({ files });
    const { fullName: base, forkName: head } = this.repository;
    return { pull, shown: this.github.openPullRequest({ base, head, headBranch: branchOf(pull.number) }) };
  }

  /** Runs `Manuscript lint` on a pull request as it is now. `jobs`: by default all. */
  async lint(
    { pull }: OpenPull,
    options: { jobs?: string[]; actions?: Record<string, Action> } = {},
  ): Promise<RunResult> {
    return this.#run('lint.yml', this.repository.pullRequestEvent(pull), 'read-token', options);
  }

  /** Runs what `Manuscript lint` sets off when it ends. */
  async feedback({ pull, shown }: OpenPull, lint: RunResult): Promise<RunResult> {
    const payload = this.github.workflowRun({
      pull: shown.number,
      id: lint.runId,
      conclusion: lint.conclusion,
      headSha: pull.head,
    });
    return this.#run('feedback.yml', { name: 'workflow_run', payload }, 'workflow-token');
  }

  async #run(
    file: string,
    event: { name: string; payload: object },
    token: string,
    options: { jobs?: string[]; actions?: Record<string, Action> } = {},
  ) {
    const { repository, artifacts, github } = this;
    const runId = github.store.nextId();
    const workspace = path.join(repository.folder, `run-${runId}`);
    const env = { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://github.example' };
    const given = { name: event.name, payload: event.payload as Record<string, unknown> };
    return runWorkflow({
      file,
      event: given,
      repository,
      workspace,
      path: [this.#npm],
      artifacts,
      runId,
      token,
      env,
      ...options,
    });
  }
}
