import { reviewAnswer, reviewCommentAnswer } from '../answers.js';
import { type Answer, created, failed, missing, ok, paged, type Request, type Route } from '../request.js';
import { bodyRefusal, commentRefusal, lockedMessage, reviewRefusal } from '../review-rules.js';
import type { ReviewComment } from '../state.js';
import { withPull } from './pulls.js';

const resource = 'PullRequestReviewComment';

const commentOf = ({ store, repository, parameters }: Request): ReviewComment | undefined =>
  store.reviewComments.find(
    ({ id, pull }) => id === Number(parameters.comment_id) && store.pullOf(repository, pull) !== undefined,
  );

function reply(request: Request, parentId: number): Answer {
  const { store, user, body } = request;
  return withPull(request, (pull) => {
    const parent = store.reviewComments.find(({ id, pull: of }) => id === parentId && of === pull.number);
    if (!parent) return missing();
    if (pull.locked) return failed(403, lockedMessage);
    const text = String(body.body);
    return bodyRefusal(resource, text) ?? created(reviewCommentAnswer(store.reply(pull, parent, user, text), pull));
  });
}

export const reviews: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': {
    answer: (request) =>
      withPull(request, (pull) => {
        const { store, query } = request;
        const since = query.get('since') ?? '';
        const shown = store.shownReviewComments(pull).filter(({ updatedAt }) => updatedAt >= since);
        const newestFirst = query.has('sort') && query.get('direction') === 'desc';
        return paged((newestFirst ? shown.reverse() : shown).map((one) => reviewCommentAnswer(one, pull)));
      }),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments': {
    writes: ['pull-requests'],
    answer: (request) => {
      const { store, user, body } = request;
      if (typeof body.in_reply_to === 'number') return reply(request, body.in_reply_to);
      return withPull(
        request,
        (pull) => commentRefusal(pull, body) ?? created(reviewCommentAnswer(store.lineComment(pull, user, body), pull)),
      );
    },
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': {
    writes: ['pull-requests'],
    answer: (request) => reply(request, Number(request.parameters.comment_id)),
  },
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': {
    writes: ['pull-requests'],
    answer: (request) => {
      const { store, repository, body } = request;
      const comment = commentOf(request);
      if (!comment) return missing();
      const text = String(body.body);
      const refused = bodyRefusal(resource, text);
      if (refused) return refused;
      store.edit(comment, text);
      return ok(reviewCommentAnswer(comment, store.pullOf(repository, comment.pull)!));
    },
  },
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}': {
    writes: ['pull-requests'],
    answer: (request) => {
      const comment = commentOf(request);
      if (!comment) return missing();
      request.store.remove(request.store.reviewComments, comment.id);
      return ok(undefined, 204);
    },
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    answer: (request) =>
      withPull(request, (pull) => {
        const own = request.store.reviews.filter(
          ({ pull: of, state, user }) => of === pull.number && (state !== 'PENDING' || user.id === request.user.id),
        );
        return paged(own.map((one) => reviewAnswer(one, pull.base)));
      }),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    writes: ['pull-requests'],
    answer: (request) =>
      withPull(request, (pull) => {
        const { store, user, body } = request;
        const hasPending = store.reviews.some(
          (one) => one.pull === pull.number && one.state === 'PENDING' && one.user.id === user.id,
        );
        // 200, not 201: so it is described.
        return (
          reviewRefusal(pull, user, body, hasPending) ?? ok(reviewAnswer(store.review(pull, user, body), pull.base))
        );
      }),
  },
};
