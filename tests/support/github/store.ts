import {
  type Artifact,
  type CheckRun,
  headOf,
  type IssueComment,
  type Pull,
  type Repository,
  type Review,
  type ReviewComment,
  type Status,
  type User,
} from './state.js';

interface CommentBody {
  path: string;
  body: string;
  line: number;
  side?: 'LEFT' | 'RIGHT';
  start_line?: number;
}

/** All that the fake knows. Ids grow, as GitHub's do. */
export class Store {
  readonly repositories: Repository[] = [];
  readonly pulls: Pull[] = [];
  readonly reviews: Review[] = [];
  readonly reviewComments: ReviewComment[] = [];
  readonly issueComments: IssueComment[] = [];
  readonly statuses: Status[] = [];
  readonly artifacts: Artifact[] = [];
  readonly checkRuns: CheckRun[] = [];
  #last = 1000;

  nextId(): number {
    this.#last += 1;
    return this.#last;
  }

  review(pull: Pull, user: User, body: Record<string, unknown>): Review {
    const commit = (body.commit_id as string | undefined) ?? headOf(pull);
    const review = { id: this.nextId(), pull: pull.number, user, body: String(body.body ?? ''), commit };
    this.reviews.push(review);
    for (const { path, body: text, line, side = 'RIGHT', start_line: startLine } of (body.comments ??
      []) as CommentBody[]) {
      this.reviewComments.push({
        id: this.nextId(),
        pull: pull.number,
        review: review.id,
        user,
        body: text,
        path,
        commit,
        side,
        line,
        startLine,
        replyTo: undefined,
      });
    }
    return review;
  }

  reply(parent: ReviewComment, user: User, body: string): ReviewComment {
    const reply = { ...parent, id: this.nextId(), user, body, replyTo: parent.id };
    this.reviewComments.push(reply);
    return reply;
  }

  comment(pull: Pull, user: User, body: string): IssueComment {
    const comment = { id: this.nextId(), pull: pull.number, user, body };
    this.issueComments.push(comment);
    return comment;
  }

  setStatus(sha: string, body: Record<string, unknown>, description: string | null): Status {
    const status = {
      id: this.nextId(),
      sha,
      state: String(body.state),
      context: String(body.context ?? 'default'),
      description,
      targetUrl: (body.target_url as string | undefined) ?? null,
    };
    this.statuses.push(status);
    return status;
  }

  checkRun(body: Record<string, unknown>): CheckRun {
    const { annotations = [] } = (body.output ?? {}) as { annotations?: object[] };
    const run = { id: this.nextId(), annotations: [...annotations] };
    this.checkRuns.push(run);
    return run;
  }

  /** Takes something away by its id. Returns whether it was there. */
  remove(list: { id: number }[], id: number): boolean {
    const index = list.findIndex((one) => one.id === id);
    if (index >= 0) list.splice(index, 1);
    return index >= 0;
  }
}
