import { type GitHub, mayHaveHappened, requestFault } from './client.js';
import { inlineComments, type Status, type StickyComment, setStatus, statusOf, stickyComments } from './comments.js';
import type { InlinePlan } from './plan-inline.js';
import type { Repository } from './pull-request.js';
import { digestIn } from './sticky-comment.js';

/** How many comments were written, rewritten and taken away. */
export interface Written {
  posted: number;
  changed: number;
  removed: number;
}

/** What is written to, and who is told when GitHub refuses something. */
export interface Target {
  github: GitHub;
  repository: Repository;
  number: number;
  head: string;
  /** Told what was not taken, and why. */
  refused: (what: Part, detail: string) => void;
  /** Counts what was written. */
  written: Written;
}

/** Parts of the feedback, each of which stands for itself. */
export type Part = 'old-comments' | 'review' | 'summary' | 'status';

/** Takes away and rewrites comments on lines. What GitHub refuses is left to the next run. */
export async function tidyComments(target: Target, plan: InlinePlan): Promise<void> {
  const { github, repository, written } = target;
  await guarded(target, 'old-comments', async () => {
    for (const { comment, body } of plan.edit) {
      await unlessGone(github.rest.pulls.updateReviewComment({ ...repository, comment_id: comment.id, body }));
      written.changed++;
    }
    for (const { id } of plan.remove) {
      await unlessGone(github.rest.pulls.deleteReviewComment({ ...repository, comment_id: id }));
      written.removed++;
    }
  });
}

/** Posts all new comments on lines as one review. Returns whether they are there; GitHub takes all of them or none. */
export async function postReview(target: Target, { create }: InlinePlan): Promise<boolean> {
  if (create.length === 0) return true;
  const { github, repository, number, head, written } = target;
  const comments = create.map(({ group: { path, first, last }, body }) => ({
    path,
    body,
    line: last,
    side: 'RIGHT' as const,
    ...(last > first && { start_line: first, start_side: 'RIGHT' as const }),
  }));
  const names = new Set(create.flatMap(({ group }) => group.names));
  const isThere = async () => {
    const there = await inlineComments(github, repository, number);
    return there.some(({ state, names: own }) => state === 'open' && own.some((name) => names.has(name))) || undefined;
  };
  const done = await guarded(target, 'review', () =>
    once(async () => {
      await github.rest.pulls.createReview({
        ...repository,
        pull_number: number,
        commit_id: head,
        event: 'COMMENT',
        comments,
      });
      return true;
    }, isThere),
  );
  if (done) written.posted += create.length;
  return done ?? false;
}

/** Makes the summary say `body`, and takes away what is double. Returns the comment's address where there is one. */
export async function putSummary(
  target: Target,
  existing: readonly StickyComment[],
  body: string,
): Promise<string | undefined> {
  const { github, repository, number, written } = target;
  const [kept, ...doubled] = existing;
  await guarded(target, 'old-comments', async () => {
    for (const { id } of doubled) {
      await unlessGone(github.rest.issues.deleteComment({ ...repository, comment_id: id }));
      written.removed++;
    }
  });
  const digest = digestIn(body);
  if (kept && kept.digest === digest) return kept.url;
  return guarded(target, 'summary', async () => {
    if (kept) {
      const { data } = await github.rest.issues.updateComment({ ...repository, comment_id: kept.id, body });
      written.changed++;
      return data.html_url;
    }
    const isThere = async () =>
      (await stickyComments(github, repository, number)).find((one) => one.digest === digest)?.url;
    const url = await once(async () => {
      const { data } = await github.rest.issues.createComment({ ...repository, issue_number: number, body });
      return data.html_url;
    }, isThere);
    written.posted++;
    return url;
  });
}

/** Sets the commit's status, unless it says the same already. */
export async function putStatus(target: Target, status: Status, url: string): Promise<void> {
  const { github, repository, head } = target;
  const isThere = async () => {
    const current = await statusOf(github, repository, head);
    return current?.state === status.state && current.description === status.description;
  };
  await guarded(target, 'status', async () => {
    if (await isThere()) return;
    await once(
      () => setStatus(github, repository, head, status, url).then(() => true),
      async () => (await isThere()) || undefined,
    );
  });
}

/**
 * Creates something that must be there once. A request that failed may have been carried out all the same, so what is there is looked at before it is made a
 * second time.
 */
async function once<T>(create: () => Promise<T>, find: () => Promise<T | undefined>): Promise<T> {
  try {
    return await create();
  } catch (fault) {
    if (!mayHaveHappened(fault)) throw fault;
    return (await find()) ?? (await create());
  }
}

/** What somebody took away meanwhile need not be taken away. */
async function unlessGone(request: Promise<unknown>): Promise<void> {
  await request.catch((fault) => {
    if ((fault as { status?: number }).status !== 404) throw fault;
  });
}

/** Carries out one part; a refusal is told, and keeps no other part from being carried out. */
async function guarded<T>({ refused }: Target, part: Part, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (fault) {
    refused(part, requestFault(fault));
    return undefined;
  }
}
