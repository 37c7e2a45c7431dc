import { repositoryAnswer, runAnswer, userAnswer } from './answers.js';
import { headOf, type Pull, type Repository, type Run } from './state.js';
import type { Store } from './store.js';
import { actionsUser } from './tokens.js';

/** A run of a workflow. What is not said is as for a check of the pull request `pull`, or of the repository's default branch. */
export interface NewRun {
  pull?: Pull | number;
  repository?: string;
  id?: number;
  event?: string;
  /** The workflow's file. */
  path?: string;
  name?: string;
  conclusion?: string;
  attempt?: number;
  headSha?: string;
  headBranch?: string;
  /** `null`: it is gone. */
  headRepository?: string | null;
}

/** What GitHub tells a workflow that waits for another to end. */
export interface WorkflowRunEvent {
  action: 'completed';
  workflow_run: Record<string, unknown> & {
    id: number;
    event: string;
    path: string;
    conclusion: string;
    head_sha: string;
    head_branch: string;
    head_repository: Record<string, unknown> | null;
    pull_requests: unknown[];
  };
  workflow: Record<string, unknown>;
  repository: Record<string, unknown> & { id: number; full_name: string };
  sender: Record<string, unknown>;
}

export function addRun(store: Store, given: NewRun, repositoryOf: (name: string) => Repository): Run {
  const pull = typeof given.pull === 'number' ? store.pulls.find(({ number }) => number === given.pull) : given.pull;
  const repository = given.repository ? repositoryOf(given.repository) : (pull?.base ?? store.repositories[0]!);
  const { headRepository } = given;
  const run: Run = {
    repository,
    id: given.id ?? store.nextId(),
    event: given.event ?? (pull ? 'pull_request' : 'push'),
    path: given.path ?? '.github/workflows/lint.yml',
    name: given.name ?? 'Manuscript lint',
    conclusion: given.conclusion ?? 'failure',
    attempt: given.attempt ?? 1,
    headSha: given.headSha ?? (pull ? headOf(pull) : ''),
    headBranch: given.headBranch ?? pull?.headBranch ?? repository.defaultBranch,
    headRepository:
      headRepository === undefined
        ? pull
          ? pull.head
          : repository
        : headRepository === null
          ? undefined
          : repositoryOf(headRepository),
  };
  store.runs.push(run);
  return run;
}

/** The event `workflow_run` as GitHub sends it when a run has ended. */
export function workflowRunEvent(store: Store, id: number): WorkflowRunEvent {
  const run = store.runs.find((one) => one.id === id)!;
  const { name, path, repository } = run;
  return {
    action: 'completed',
    workflow_run: runAnswer(run, store.pulls) as WorkflowRunEvent['workflow_run'],
    workflow: { id: 1, name, path, state: 'active' },
    repository: repositoryAnswer(repository) as WorkflowRunEvent['repository'],
    sender: userAnswer(actionsUser),
  };
}
