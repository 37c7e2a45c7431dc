import { fileAnswer, pullAnswer } from '../answers.js';
import { changedFiles } from '../pull-files.js';
import { type Answer, missing, ok, paged, type Request, type Route } from '../request.js';
import { headOf, type Pull } from '../state.js';

/** GitHub lists no more files of a pull request. */
const mostFiles = 3000;

/** Answers about the pull request that the path names. */
export function withPull(request: Request, answer: (pull: Pull) => Answer): Answer {
  const { store, repository, parameters } = request;
  const pull = store.pullOf(repository, Number(parameters.pull_number ?? parameters.issue_number));
  return pull ? answer(pull) : missing();
}

export const pulls: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/pulls': {
    answer: ({ store, repository, query }) => {
      const state = query.get('state') ?? 'open';
      const base = query.get('base');
      // Without an owner in it, GitHub takes no notice of `head`.
      const head = query.get('head')?.includes(':') ? query.get('head') : undefined;
      for (const pull of store.pulls) headOf(pull);
      const found = store.pulls.filter(
        (pull) =>
          pull.base === repository &&
          (state === 'all' || pull.state === state) &&
          (!base || pull.baseBranch === base) &&
          (!head || `${pull.headOwner}:${pull.headBranch}` === head),
      );
      const newestFirst = (query.get('direction') ?? 'desc') === 'desc';
      return paged((newestFirst ? found.reverse() : found).map((pull) => pullAnswer(pull, 'pull-request-simple')));
    },
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
    answer: (request) =>
      withPull(request, (pull) => {
        const answer = pullAnswer(pull, 'pull-request');
        const files = changedFiles(pull, headOf(pull));
        const sum = (of: 'additions' | 'deletions') => files.reduce((total, file) => total + file[of], 0);
        const counts = { changed_files: files.length, additions: sum('additions'), deletions: sum('deletions') };
        return ok({ ...answer, ...counts });
      }),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': {
    answer: (request) =>
      withPull(request, (pull) => paged(changedFiles(pull, headOf(pull)).slice(0, mostFiles).map(fileAnswer))),
  },
};
