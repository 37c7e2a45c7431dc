import {
  fileAnswer,
  issueCommentAnswer,
  pullAnswer,
  repositoryAnswer,
  reviewAnswer,
  reviewCommentAnswer,
  simpleStatusAnswer,
  statusAnswer,
} from './answers.js';
import { example } from './description.js';
import { git } from './git.js';
import { refusal, reviewProblem } from './review-rules.js';
import { changedFiles, headOf, type Pull, type Repository, type User } from './state.js';
import type { Store } from './store.js';

export interface Request {
  store: Store;
  repository: Repository;
  /** Values of the path by name. */
  parameters: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  user: User;
}

export interface Answer {
  status: number;
  body: unknown;
  /** Whether `body` is a list that is given page by page. */
  paged?: boolean;
}

export interface Route {
  /** What the token must be allowed to write, if anything. */
  writes?: 'pull-requests' | 'statuses' | 'checks';
  answer(request: Request): Answer;
}

const ok = (body: unknown, status = 200): Answer => ({ status, body });
const paged = (body: unknown[]): Answer => ({ status: 200, body, paged: true });
const missing = (): Answer => ok({ message: 'Not Found' }, 404);

const pullOf = ({ store, repository, parameters }: Request): Pull | undefined =>
  store.pulls.find(
    (pull) => pull.base === repository && pull.number === Number(parameters.pull_number ?? parameters.issue_number),
  );

function withPull(request: Request, answer: (pull: Pull) => Answer): Answer {
  const pull = pullOf(request);
  return pull ? answer(pull) : missing();
}

const tooLong = (body: unknown) =>
  typeof body === 'string' && body.length > 65_536
    ? refusal('Validation Failed', [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'Body is too long (maximum is 65536 characters)',
        },
      ])
    : undefined;

const locked = (): Answer => ok({ message: 'Unable to create comment because issue is locked.' }, 403);

/** What the fake does for each operation of GitHub's description. */
export const routes: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/pulls': {
    answer: ({ store, repository, query }) => {
      const state = query.get('state') ?? 'open';
      const head = query.get('head');
      const found = store.pulls.filter(
        (pull) =>
          pull.base === repository &&
          (state === 'all' || pull.state === state) &&
          (!head || `${pull.headOwner}:${pull.headBranch}` === head),
      );
      return paged(found.map((pull) => pullAnswer(pull, 'pull-request-simple')));
    },
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
    answer: (request) => withPull(request, (pull) => ok(pullAnswer(pull, 'pull-request'))),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': {
    answer: (request) =>
      withPull(request, (pull) => paged(changedFiles(pull, headOf(pull)).slice(0, 3000).map(fileAnswer))),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': {
    answer: (request) =>
      withPull(request, (pull) =>
        paged(
          request.store.reviewComments
            .filter((one) => one.pull === pull.number)
            .map((one) => reviewCommentAnswer(one, pull)),
        ),
      ),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': {
    writes: 'pull-requests',
    answer: (request) =>
      withPull(request, (pull) => {
        const parent = request.store.reviewComments.find(({ id }) => id === Number(request.parameters.comment_id));
        if (!parent) return missing();
        const reply = request.store.reply(parent, request.user, String(request.body.body));
        return ok(reviewCommentAnswer(reply, pull), 201);
      }),
  },
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': {
    writes: 'pull-requests',
    answer: ({ store, parameters, body }) => {
      const comment = store.reviewComments.find(({ id }) => id === Number(parameters.comment_id));
      const pull = comment && store.pulls.find(({ number }) => number === comment.pull);
      if (!comment || !pull) return missing();
      const refused = tooLong(body.body);
      if (refused) return refused;
      comment.body = String(body.body);
      return ok(reviewCommentAnswer(comment, pull));
    },
  },
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}': {
    writes: 'pull-requests',
    answer: ({ store, parameters }) =>
      store.remove(store.reviewComments, Number(parameters.comment_id)) ? ok(undefined, 204) : missing(),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    answer: (request) =>
      withPull(request, (pull) =>
        paged(request.store.reviews.filter((one) => one.pull === pull.number).map(reviewAnswer)),
      ),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    writes: 'pull-requests',
    answer: (request) =>
      withPull(request, (pull) => {
        if (pull.locked) return locked();
        const refused = reviewProblem(pull, request.body);
        return refused ?? ok(reviewAnswer(request.store.review(pull, request.user, request.body)));
      }),
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    answer: (request) =>
      withPull(request, (pull) =>
        paged(
          request.store.issueComments
            .filter((one) => one.pull === pull.number)
            .map((one) => issueCommentAnswer(one, pull.base)),
        ),
      ),
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    writes: 'pull-requests',
    answer: (request) =>
      withPull(request, (pull) => {
        if (pull.locked) return locked();
        const refused = tooLong(request.body.body);
        return (
          refused ??
          ok(issueCommentAnswer(request.store.comment(pull, request.user, String(request.body.body)), pull.base), 201)
        );
      }),
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    writes: 'pull-requests',
    answer: ({ store, repository, parameters, body }) => {
      const comment = store.issueComments.find(({ id }) => id === Number(parameters.comment_id));
      if (!comment) return missing();
      const refused = tooLong(body.body);
      if (refused) return refused;
      comment.body = String(body.body);
      return ok(issueCommentAnswer(comment, repository));
    },
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    writes: 'pull-requests',
    answer: ({ store, parameters }) =>
      store.remove(store.issueComments, Number(parameters.comment_id)) ? ok(undefined, 204) : missing(),
  },
  'POST /repos/{owner}/{repo}/statuses/{sha}': {
    writes: 'statuses',
    answer: ({ store, parameters, body }) => {
      const description = (body.description as string | undefined) ?? null;
      if (description && [...description].length > 140)
        return refusal('Validation Failed', [
          {
            resource: 'Status',
            code: 'custom',
            field: 'description',
            message: 'description is too long (maximum is 140 characters)',
          },
        ]);
      return ok(statusAnswer(store.setStatus(parameters.sha!, body, description)), 201);
    },
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/status': {
    answer: ({ store, repository, parameters }) => {
      const sha = parameters.ref!;
      const latest = new Map(store.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]));
      const statuses = [...latest.values()].map(simpleStatusAnswer);
      const own = {
        sha,
        statuses,
        total_count: statuses.length,
        state: 'pending',
        repository: { ...example('minimal-repository', {}), ...repositoryAnswer(repository) },
      };
      return ok(example('combined-commit-status', own));
    },
  },
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': {
    answer: ({ repository, parameters }) => {
      const sha = parameters.file_sha!;
      if (!/^[0-9a-f]{40}$/.test(sha)) return missing();
      let text: Buffer;
      try {
        text = Buffer.from(git(repository.git, 'cat-file', 'blob', sha), 'utf8');
      } catch {
        return missing();
      }
      return ok(
        example('blob', {
          sha,
          size: text.length,
          encoding: 'base64',
          content: text.toString('base64').replace(/.{60}/g, '$&\n'),
        }),
      );
    },
  },
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts': {
    answer: ({ store, parameters }) => {
      const all = store.artifacts.filter(({ run }) => run === Number(parameters.run_id));
      const artifacts = all.map(({ id, name, size, expired }) =>
        example('artifact', { id, name, size_in_bytes: size, expired }),
      );
      return ok({ total_count: artifacts.length, artifacts });
    },
  },
  'POST /repos/{owner}/{repo}/check-runs': {
    writes: 'checks',
    answer: ({ store, body }) => ok(example('check-run', { id: store.checkRun(body).id, name: body.name }), 201),
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    writes: 'checks',
    answer: ({ store, parameters, body }) => {
      const run = store.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
      if (!run) return missing();
      // An update adds to the annotations that are there.
      run.annotations.push(
        ...(((body.output as { annotations?: object[] } | undefined)?.annotations ?? []) as object[]),
      );
      return ok(example('check-run', { id: run.id }));
    },
  },
};
