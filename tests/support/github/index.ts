import { reviewCommentAnswer } from './answers.js';
import type { FaultRule } from './faults.js';
import { addRun, type NewRun, type WorkflowRunEvent, workflowRunEvent } from './runs.js';
import { Server } from './server.js';
import { type Artifact, Pull, type Repository, type Run } from './state.js';

export { type FaultRule, limits } from './faults.js';
export { type Files, git, type OriginAndFork, originAndFork, WorkTree } from './git.js';
export type { NewRun, WorkflowRunEvent } from './runs.js';
export type { LoggedRequest } from './server.js';
export type { Pull, Repository } from './state.js';
export { actionsUser, botToken, type Token } from './tokens.js';

export interface NewPull {
  /** `owner/name`. */
  base: string;
  baseBranch?: string;
  head: string;
  headBranch: string;
  title?: string;
  body?: string;
  draft?: boolean;
  /** Who opens it; by default the owner of the fork. */
  author?: string;
}

/** A comment on a line as GitHub tells it, with where its line is now. */
export interface ShownComment {
  id: number;
  path: string;
  body: string;
  line: number | null;
  start_line: number | null;
  original_line: number;
  side: 'LEFT' | 'RIGHT';
  commit_id: string;
  original_commit_id: string;
  in_reply_to_id?: number;
  user: { login: string; type: string };
}

/** A GitHub of our own, with the rules and the failures of the real one, over HTTP. */
export class FakeGitHub {
  readonly #server = new Server();

  static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    await github.#server.listen();
    return github;
  }

  /** Address of the API. */
  get url() {
    return this.#server.url;
  }
  /** Every request that came, with what became of it. */
  get requests() {
    return this.#server.requests;
  }
  /** Who may do what; `workflow-token` is there from the start. */
  get tokens() {
    return this.#server.tokens;
  }
  /** Answers of the fake that are not as GitHub describes them: there must be none. */
  get violations() {
    return this.#server.violations;
  }
  /** Requests for operations that the fake does not know. */
  get unknown() {
    return this.#server.unknown;
  }
  get store() {
    return this.#server.store;
  }

  /** Ends it. Rejects when there are violations. */
  close(): Promise<void> {
    return this.#server.close();
  }

  /** Requests that may have changed something. */
  writes() {
    return this.requests.filter(({ method }) => method !== 'GET');
  }

  /** Forgets which requests came, and nothing else. */
  reset(): void {
    this.requests.length = 0;
  }

  /** Makes something go wrong. */
  fail(rule: FaultRule): void {
    this.#server.faults.add(rule);
  }

  /** Has somebody do something while the first request of this kind is on its way. */
  meanwhile(method: string, path: FaultRule['path'], meanwhile: () => void): void {
    this.#server.faults.add({ method, path, meanwhile });
  }

  /** A repository over a bare one of git's. */
  addRepository(
    fullName: string,
    git: string,
    { forkOf, defaultBranch = 'main' }: { forkOf?: string; defaultBranch?: string } = {},
  ): Repository {
    const [owner = '', name = ''] = fullName.split('/');
    const parent = forkOf === undefined ? undefined : this.repository(forkOf);
    const repository = { id: this.store.nextId(), fullName, owner, name, git, defaultBranch, parent };
    this.store.repositories.push(repository);
    return repository;
  }

  repository(fullName: string): Repository {
    const found = this.store.repositories.find((one) => one.fullName === fullName);
    if (!found) throw new Error(`no repository ${fullName}`);
    return found;
  }

  openPullRequest({ base, baseBranch = 'main', head, headBranch, author, ...rest }: NewPull): Pull {
    const from = this.repository(head);
    const pull = new Pull({
      title: 'A manuscript',
      body: '',
      draft: false,
      ...rest,
      number: this.store.pulls.length + 1,
      base: this.repository(base),
      baseBranch,
      head: from,
      headBranch,
      author: this.store.person(author ?? from.owner),
    });
    this.store.pulls.push(pull);
    return pull;
  }

  /** A pull request by its number, with what may happen to it: `close`, `merge`, `lock`, `setDraft`, `deleteFork`. */
  pull(number: number): Pull {
    const found = this.store.pulls.find((one) => one.number === number);
    if (!found) throw new Error(`no pull request ${number}`);
    return found;
  }

  addRun(run: NewRun): Run {
    return addRun(this.store, run, (name) => this.repository(name));
  }

  /** Something that a run left behind: its bytes, or only how many GitHub says that there are. */
  addArtifact(run: number, name: string, content: Uint8Array | number, expired = false): Artifact {
    const [bytes, size] = typeof content === 'number' ? [new Uint8Array(), content] : [content, content.length];
    const artifact = { id: this.store.nextId(), run, name, size, expired, bytes };
    this.store.artifacts.push(artifact);
    return artifact;
  }

  /** What GitHub tells a workflow that waits for this run to end. */
  workflowRunEvent(run: number): WorkflowRunEvent {
    return workflowRunEvent(this.store, run);
  }

  /** Adds a run, and returns its event. */
  workflowRun(run: NewRun): WorkflowRunEvent {
    return this.workflowRunEvent(this.addRun(run).id);
  }

  /** What a person does. */
  as(login: string) {
    const { store } = this;
    const user = store.person(login);
    return {
      comment: (pull: Pull | number, body: string) => store.comment(this.#pull(pull), user, body),
      reply: (id: number, body: string) => {
        const parent = store.reviewComments.find((one) => one.id === id)!;
        return store.reply(this.pull(parent.pull), parent, user, body);
      },
      /** Takes away any comment, as who may write to the repository can. */
      delete: (id: number) => store.remove(store.issueComments, id) || store.remove(store.reviewComments, id),
    };
  }

  #pull(pull: Pull | number): Pull {
    return typeof pull === 'number' ? this.pull(pull) : pull;
  }

  /** Comments on lines as GitHub tells them. */
  reviewComments(pull: Pull | number): ShownComment[] {
    const of = this.#pull(pull);
    return this.store.shownReviewComments(of).map((one) => reviewCommentAnswer(one, of) as unknown as ShownComment);
  }

  issueComments(pull: Pull | number) {
    return this.store.issueComments.filter((one) => one.pull === this.#pull(pull).number);
  }

  reviews(pull: Pull | number) {
    return this.store.reviews.filter((one) => one.pull === this.#pull(pull).number);
  }

  /** Statuses of a commit, oldest first. */
  statuses(sha: string) {
    return this.store.statuses.filter((one) => one.sha === sha);
  }
}
