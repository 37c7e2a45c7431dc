import { checkRunAnswer } from '../answers.js';
import { commitOf } from '../repositories.js';
import { created, missing, ok, type Route, refusal } from '../request.js';
import type { CheckRun } from '../state.js';

interface CheckBody {
  name?: string;
  head_sha?: string;
  status?: string;
  conclusion?: string;
  output?: { annotations?: object[] };
}

function update(run: CheckRun, { status, conclusion, output }: CheckBody): void {
  run.conclusion = conclusion ?? run.conclusion;
  run.status = conclusion ? 'completed' : (status ?? run.status);
  // They are added to those that are there.
  run.annotations.push(...(output?.annotations ?? []));
}

const writes = ['checks'] as const;

export const checks: Record<string, Route> = {
  'POST /repos/{owner}/{repo}/check-runs': {
    writes,
    answer: ({ store, repository, body }) => {
      const { name = '', head_sha: sha = '', ...rest } = body as CheckBody;
      if (commitOf(repository.git, sha) !== sha) return refusal(`No commit found for SHA: ${sha}`);
      const run: CheckRun = { id: store.nextId(), name, sha, status: 'queued', conclusion: null, annotations: [] };
      update(run, rest);
      store.checkRuns.push(run);
      return created(checkRunAnswer(run));
    },
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    writes,
    answer: ({ store, parameters, body }) => {
      const run = store.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
      if (!run) return missing();
      update(run, body as CheckBody);
      return ok(checkRunAnswer(run));
    },
  },
};
