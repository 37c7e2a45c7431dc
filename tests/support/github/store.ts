import type { NewComment } from './review-rules.js';
import {
  type Artifact,
  type CheckRun,
  headOf,
  type IssueComment,
  type Pull,
  type Repository,
  type Review,
  type ReviewComment,
  type Run,
  type Status,
  type User,
} from './state.js';

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

/** All that the fake knows. Ids and times grow, as GitHub's do. */
export class Store {
  readonly repositories: Repository[] = [];
  readonly pulls: Pull[] = [];
  readonly reviews: Review[] = [];
  readonly reviewComments: ReviewComment[] = [];
  readonly issueComments: IssueComment[] = [];
  readonly statuses: Status[] = [];
  readonly runs: Run[] = [];
  readonly artifacts: Artifact[] = [];
  readonly checkRuns: CheckRun[] = [];
  readonly #people = new Map<string, User>();
  #last = 1000;
  #seconds = 0;

  nextId(): number {
    this.#last += 1;
    return this.#last;
  }

  /** A second later than the last time. */
  now(): string {
    this.#seconds += 1;
    return new Date(Date.UTC(2026, 0, 1) + this.#seconds * 1000).toISOString().replace('.000', '');
  }

  person(login: string): User {
    const known = this.#people.get(login) ?? { login, id: this.nextId(), type: 'User' };
    this.#people.set(login, known);
    return known;
  }

  pullOf(repository: Repository, number: number): Pull | undefined {
    return this.pulls.find((pull) => pull.base === repository && pull.number === number);
  }

  #new(): { id: number; createdAt: string; updatedAt: string } {
    const now = this.now();
    return { id: this.nextId(), createdAt: now, updatedAt: now };
  }

  review(pull: Pull, user: User, body: Record<string, unknown>): Review {
    const commit = (body.commit_id as string | undefined) ?? headOf(pull);
    const review: Review = {
      ...this.#new(),
      pull: pull.number,
      user,
      body: String(body.body ?? ''),
      commit,
      state: body.event === undefined ? 'PENDING' : states[body.event as keyof typeof states],
    };
    this.reviews.push(review);
    for (const comment of (body.comments ?? []) as NewComment[]) this.#lineComment(review, comment);
    return review;
  }

  /** A single comment on a line, or on a file as a whole, is a review of its own. */
  lineComment(pull: Pull, user: User, comment: NewComment & { commit_id?: string }): ReviewComment {
    return this.#lineComment(this.review(pull, user, { event: 'COMMENT', commit_id: comment.commit_id }), comment);
  }

  #lineComment(review: Review, comment: NewComment): ReviewComment {
    const { path = '', body = '', line, side = 'RIGHT', start_line: startLine, start_side: startSide } = comment;
    const made: ReviewComment = {
      ...this.#new(),
      pull: review.pull,
      review: review.id,
      user: review.user,
      body,
      path,
      commit: review.commit,
      side,
      line: comment.subject_type === 'file' ? undefined : line,
      startLine,
      startSide: startLine === undefined ? undefined : startSide === 'LEFT' || startSide === 'RIGHT' ? startSide : side,
      replyTo: undefined,
    };
    this.reviewComments.push(made);
    return made;
  }

  reply(pull: Pull, parent: ReviewComment, user: User, body: string): ReviewComment {
    const review = this.review(pull, user, { event: 'COMMENT', commit_id: parent.commit });
    const replyTo = parent.replyTo ?? parent.id;
    const reply = { ...parent, ...this.#new(), review: review.id, user, body, replyTo };
    this.reviewComments.push(reply);
    return reply;
  }

  comment(pull: Pull, user: User, body: string): IssueComment {
    const comment = { ...this.#new(), pull: pull.number, user, body };
    this.issueComments.push(comment);
    return comment;
  }

  edit(comment: IssueComment | ReviewComment, body: string): void {
    comment.body = body;
    comment.updatedAt = this.now();
  }

  setStatus(creator: User, sha: string, body: Record<string, unknown>): Status {
    const status: Status = {
      ...this.#new(),
      sha,
      state: body.state as Status['state'],
      context: String(body.context ?? 'default'),
      description: (body.description as string | null | undefined) ?? null,
      targetUrl: (body.target_url as string | null | undefined) ?? null,
      creator,
    };
    this.statuses.push(status);
    return status;
  }

  /** Comments on lines that others than their author see: not those of a review that is still being written. */
  shownReviewComments(pull: Pull): ReviewComment[] {
    const pending = new Set(this.reviews.filter(({ state }) => state === 'PENDING').map(({ id }) => id));
    return this.reviewComments.filter((one) => one.pull === pull.number && !pending.has(one.review));
  }

  /** Takes something away by its id. Returns whether it was there. */
  remove(list: { id: number }[], id: number): boolean {
    const index = list.findIndex((one) => one.id === id);
    if (index >= 0) list.splice(index, 1);
    return index >= 0;
  }
}
