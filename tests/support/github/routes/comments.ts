import { issueCommentAnswer } from '../answers.js';
import { created, failed, missing, ok, paged, type Request, type Route } from '../request.js';
import { bodyRefusal, lockedMessage } from '../review-rules.js';
import type { IssueComment } from '../state.js';
import { withPull } from './pulls.js';

const resource = 'IssueComment';
/** A pull request is an issue, too: either permission does. */
const writes = ['issues', 'pull-requests'] as const;

const commentOf = ({ store, repository, parameters }: Request): IssueComment | undefined =>
  store.issueComments.find(
    ({ id, pull }) => id === Number(parameters.comment_id) && store.pullOf(repository, pull) !== undefined,
  );

export const comments: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    answer: (request) =>
      withPull(request, (pull) => {
        const since = request.query.get('since') ?? '';
        const own = request.store.issueComments.filter(
          ({ pull: of, updatedAt }) => of === pull.number && updatedAt >= since,
        );
        return paged(own.map((one) => issueCommentAnswer(one, pull.base)));
      }),
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    writes,
    answer: (request) =>
      withPull(request, (pull) => {
        const { store, user, body } = request;
        if (pull.locked) return failed(403, lockedMessage);
        const text = String(body.body);
        return bodyRefusal(resource, text) ?? created(issueCommentAnswer(store.comment(pull, user, text), pull.base));
      }),
  },
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    answer: (request) => {
      const comment = commentOf(request);
      return comment ? ok(issueCommentAnswer(comment, request.repository)) : missing();
    },
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    writes,
    answer: (request) => {
      const comment = commentOf(request);
      if (!comment) return missing();
      const text = String(request.body.body);
      const refused = bodyRefusal(resource, text);
      if (refused) return refused;
      request.store.edit(comment, text);
      return ok(issueCommentAnswer(comment, request.repository));
    },
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    writes,
    answer: (request) => {
      const comment = commentOf(request);
      if (!comment) return missing();
      request.store.remove(request.store.issueComments, comment.id);
      return ok(undefined, 204);
    },
  },
};
