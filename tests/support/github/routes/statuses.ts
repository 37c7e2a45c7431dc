import { repositoryAnswer, simpleStatusAnswer, statusAnswer } from '../answers.js';
import { example } from '../example.js';
import { commitOf } from '../repositories.js';
import { type Answer, created, missing, paged, type Request, type Route, refusal } from '../request.js';
import type { Status } from '../state.js';

function withCommit({ store, repository, parameters }: Request, answer: (sha: string, own: Status[]) => Answer) {
  const sha = commitOf(repository.git, parameters.ref!);
  // The newest comes first.
  return sha ? answer(sha, store.statuses.filter((one) => one.sha === sha).reverse()) : missing();
}

function combined(latest: readonly Status[]): string {
  if (latest.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  return latest.length > 0 && latest.every(({ state }) => state === 'success') ? 'success' : 'pending';
}

export const statuses: Record<string, Route> = {
  'POST /repos/{owner}/{repo}/statuses/{sha}': {
    writes: ['statuses'],
    answer: ({ store, repository, parameters, body, user }) => {
      const sha = parameters.sha!;
      const refuse = (message: string) =>
        refusal('Validation Failed', [{ resource: 'Status', code: 'custom', field: 'description', message }]);
      if (!/^[0-9a-f]{40}$/.test(sha) || commitOf(repository.git, sha) !== sha)
        return refusal(`No commit found for SHA: ${sha}`);
      const characters = [...String(body.description ?? '')];
      if (characters.length > 140) return refuse('description is too long (maximum is 140 characters)');
      if (characters.some((one) => one.length > 1)) return refuse("description doesn't accept 4-byte Unicode");
      return created(statusAnswer(store.setStatus(user, sha, body)));
    },
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses': {
    answer: (request) => withCommit(request, (_, own) => paged(own.map(statusAnswer))),
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/status': {
    answer: (request) =>
      withCommit(request, (sha, own) => {
        const latest = own.filter((one, index) => own.findIndex(({ context }) => context === one.context) === index);
        const body = example('combined-commit-status', {
          sha,
          state: combined(latest),
          statuses: latest.reverse().map(simpleStatusAnswer),
          total_count: latest.length,
          repository: repositoryAnswer(request.repository, 'minimal-repository'),
        });
        return { status: 200, body, paged: { key: 'statuses' } };
      }),
  },
};
