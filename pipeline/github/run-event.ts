import { z } from 'zod';
import { NoFeedback } from './no-feedback.js';

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const id = z.int().positive();
const text = z.string().min(1).max(1000);

/** The fields that are read of a `workflow_run` event. https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
const schema = z.object({
  workflow_run: z.object({
    id,
    event: text,
    conclusion: text.nullable(),
    path: text,
    head_sha: sha,
    head_branch: text.nullable(),
    head_repository: z.object({ id, full_name: text, owner: z.object({ login: text }) }).nullable(),
    html_url: z.string().max(2000),
  }),
  repository: z.object({ id, full_name: text, default_branch: text }),
});

/** A finished run of the workflow that looks at pull requests. */
export interface Run {
  id: number;
  repository: { id: number; owner: string; name: string; defaultBranch: string };
  head: { repositoryId: number; owner: string; branch: string; sha: string };
}

const workflow = '.github/workflows/lint.yml';
/** A run that found something has failed, and one that took too long is told as one that could not be. */
const concluded = ['success', 'failure', 'timed_out', 'startup_failure'];

/**
 * The run that an event tells of. Throws a `NoFeedback` when it is not one of the workflow that looks at pull requests, or has no result, and a `TypeError`
 * when it is no such event at all.
 */
export function runOf(event: unknown): Run {
  const checked = schema.safeParse(event);
  if (!checked.success) throw new TypeError('not a workflow_run event');
  const { workflow_run: run, repository } = checked.data;
  if (run.event !== 'pull_request') throw new NoFeedback('nothing-other-event', {});
  // Some parts of GitHub add `@` and the branch.
  if (run.path.split('@')[0] !== workflow) throw new NoFeedback('nothing-other-workflow', {});
  if (!concluded.includes(run.conclusion ?? '')) throw new NoFeedback('nothing-no-result', {});
  if (!run.head_repository || run.head_branch === null) throw new NoFeedback('nothing-head-gone', {});
  const [owner = '', name = ''] = repository.full_name.split('/');
  return {
    id: run.id,
    repository: { id: repository.id, owner, name, defaultBranch: repository.default_branch },
    head: {
      repositoryId: run.head_repository.id,
      owner: run.head_repository.owner.login,
      branch: run.head_branch,
      sha: run.head_sha,
    },
  };
}
