import { reviewCommentAnswer } from './answers.js';
import type { FaultRule } from './faults.js';
import { Server } from './server.js';
import { headOf, type Pull, type Repository, type User } from './state.js';

export { limits } from './faults.js';
export { git, type OriginAndFork, originAndFork, WorkTree } from './git.js';
export { botToken } from './server.js';

const person = (login: string, id: number): User => ({ login, id, type: 'User' });

export interface NewPull {
  /** `owner/name`. */
  base: string;
  baseBranch?: string;
  head: string;
  headBranch: string;
  title?: string;
  body?: string;
  draft?: boolean;
}

export interface NewRun {
  pull: number;
  id?: number;
  event?: string;
  path?: string;
  conclusion?: string;
  /** Commit it ran on; by default where the pull request stands. */
  headSha?: string;
}

/** A GitHub of our own, with the rules and the failures of the real one, over HTTP. */
export class FakeGitHub {
  readonly #server = new Server();

  static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    await github.#server.listen();
    return github;
  }

  get url() {
    return this.#server.url;
  }
  get requests() {
    return this.#server.requests;
  }
  get tokens() {
    return this.#server.tokens;
  }
  get violations() {
    return this.#server.violations;
  }
  get store() {
    return this.#server.store;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** Requests that may have changed something. */
  writes() {
    return this.requests.filter(({ method }) => method !== 'GET');
  }

  /** Makes something go wrong. */
  fail(rule: FaultRule): void {
    this.#server.faults.add(rule);
  }

  addRepository(fullName: string, git: string): Repository {
    const [owner = '', name = ''] = fullName.split('/');
    const repository = { id: this.store.nextId(), fullName, owner, name, git, defaultBranch: 'main' };
    this.store.repositories.push(repository);
    return repository;
  }

  repository(fullName: string): Repository {
    return this.store.repositories.find((one) => one.fullName === fullName)!;
  }

  openPullRequest({
    base,
    baseBranch = 'main',
    head,
    headBranch,
    title = 'A manuscript',
    body = '',
    draft = false,
  }: NewPull): Pull {
    const from = this.repository(head);
    const pull: Pull = {
      number: this.store.pulls.length + 1,
      title,
      body,
      base: this.repository(base),
      baseBranch,
      head: from,
      headOwner: from.owner,
      headBranch,
      author: person(from.owner, 7),
      state: 'open',
      merged: false,
      draft,
      locked: false,
      lastHead: '',
    };
    headOf(pull);
    this.store.pulls.push(pull);
    return pull;
  }

  /** The event that tells of a finished run of the workflow that looks at pull requests, as GitHub sends it for a fork. */
  workflowRun({
    pull: number,
    id = this.store.nextId(),
    event = 'pull_request',
    path = '.github/workflows/lint.yml',
    conclusion = 'failure',
    headSha,
  }: NewRun) {
    const pull = this.store.pulls.find((one) => one.number === number)!;
    const { base, head } = pull;
    return {
      action: 'completed',
      workflow_run: {
        id,
        name: 'Manuscript lint',
        event,
        path,
        conclusion,
        status: 'completed',
        head_sha: headSha ?? headOf(pull),
        head_branch: pull.headBranch,
        head_repository: head ? { id: head.id, full_name: head.fullName, owner: { login: head.owner } } : null,
        html_url: `https://github.example/${base.fullName}/actions/runs/${id}`,
        // Empty for forks, as it is on GitHub.
        pull_requests: [],
      },
      repository: { id: base.id, full_name: base.fullName, default_branch: base.defaultBranch },
    };
  }

  addArtifact(run: number, name: string, size: number, expired = false) {
    const artifact = { id: this.store.nextId(), run, name, size, expired };
    this.store.artifacts.push(artifact);
    return artifact;
  }

  /** What a person does. */
  as(login: string) {
    const user = person(login, 99);
    const { store } = this;
    return {
      comment: (pull: Pull, body: string) => store.comment(pull, user, body),
      reply: (id: number, body: string) => store.reply(store.reviewComments.find((one) => one.id === id)!, user, body),
    };
  }

  /** Comments on lines as GitHub tells them, with where their lines are now. */
  reviewComments(pull: Pull) {
    return this.store.reviewComments
      .filter((one) => one.pull === pull.number)
      .map(
        (one) =>
          reviewCommentAnswer(one, pull) as unknown as {
            id: number;
            path: string;
            body: string;
            line: number | null;
            start_line: number | null;
            original_line: number;
          },
      );
  }

  issueComments(pull: Pull) {
    return this.store.issueComments.filter((one) => one.pull === pull.number);
  }
}
