import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Action } from './actions.js';
import { Artifacts } from './artifacts.js';
import type { Command } from './commands.js';
import { interpolate, type Scope } from './expressions.js';
import { type JobResult, runJob } from './job.js';
import { eventsOf, readWorkflow, type Values, type Workflow } from './read.js';

export interface RunOptions {
  /** Name of the workflow's file; it is read from the commit that GitHub takes it from. */
  file: string;
  event: { name: string; payload: Values };
  repository: {
    /** `owner/name`. */
    fullName: string;
    id: number;
    defaultBranch: string;
    /** The bare repository that stands for it. */
    origin: string;
  };
  /** A folder for the jobs' work, one below it for each. */
  workspace: string;
  /** What the runner's machine has in its environment: GITHUB_API_URL and such. Nothing else is inherited but what keeps tests off the network. */
  env?: Record<string, string>;
  /** What stands for actions besides those that this runner knows, or in their place. */
  actions?: Record<string, Action>;
  /** Folders whose programs come before the machine's. */
  path?: string[];
  artifacts?: Artifacts;
  /** Only these jobs and those that they need; by default all. */
  jobs?: string[];
  runId?: number;
  /** Stands for the job's GITHUB_TOKEN. */
  token?: string;
}

export interface RunResult {
  conclusion: 'success' | 'failure' | 'skipped';
  jobs: Record<string, JobResult>;
  concurrency?: { group: string; cancelInProgress: boolean };
  runId: number;
  /** What the event's commit is, by GitHub's own choice. */
  sha: string;
  ref: string;
  workflow: string;
}

export type { Command, JobResult };

/**
 * Runs a workflow for an event: its expressions by GitHub's evaluator, its scripts by bash, each job in a folder of its own and in an environment that holds
 * nothing of this machine's but the PATH. Of a matrix the last combination is run. Jobs run one after another. Throws where the workflow does not
 * listen to the event.
 */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
  const { event, repository, workspace, runId = 1, token = 'token', artifacts = new Artifacts() } = options;
  const { ref, sha, readFrom } = commitsOf(options);
  const text = git(repository.origin, 'show', `${readFrom}:.github/workflows/${options.file}`);
  const workflow = readWorkflow(text);
  listens(workflow, event);
  const pull = event.payload.pull_request as { head?: { ref?: string }; base?: { ref?: string } } | undefined;
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } =
    options.env ?? {};
  const github = {
    event: event.payload,
    event_name: event.name,
    ref,
    sha,
    head_ref: pull?.head?.ref ?? '',
    base_ref: pull?.base?.ref ?? '',
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.fullName.split('/')[0],
    workflow: workflow.name ?? options.file,
    run_id: String(runId),
    run_attempt: '1',
    token,
    api_url: api,
    server_url: server,
  };
  mkdirSync(workspace, { recursive: true });
  const eventFile = path.join(workspace, 'event.json');
  writeFileSync(eventFile, JSON.stringify(event.payload));

  const jobs: Record<string, JobResult> = {};
  for (const id of inOrder(workflow, options.jobs)) {
    const machine = { ...options, runId, artifacts, eventFile };
    jobs[id] = await runJob({ id, workflow, github, finished: jobs, machine });
  }
  const conclusions = Object.values(jobs).map(({ conclusion }) => conclusion);
  const concurrency = concurrencyOf(workflow, { contexts: { github }, status: 'success' });
  return {
    conclusion: conclusions.includes('failure') ? 'failure' : conclusions.includes('success') ? 'success' : 'skipped',
    jobs,
    ...(concurrency && { concurrency }),
    runId,
    sha,
    ref,
    workflow: github.workflow,
  };
}

/** Which commit an event is about, and which the workflow is read from. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows */
function commitsOf({ event: { name, payload }, repository: { origin, defaultBranch } }: RunOptions) {
  const at = (ref: string) => ({ ref, sha: git(origin, 'rev-parse', '--verify', `${ref}^{commit}`).trim() });
  const read = (found: { ref: string; sha: string }) => ({ ...found, readFrom: found.sha });
  if (name === 'pull_request') return read(at(`refs/pull/${payload.number}/merge`));
  if (name === 'merge_group') return read(at((payload.merge_group as { head_ref: string }).head_ref));
  if (name === 'push') return read({ ref: String(payload.ref), sha: String(payload.after) });
  return read(at(`refs/heads/${defaultBranch}`));
}

function listens({ on, name }: Workflow, { name: event, payload }: RunOptions['event']): void {
  if (!eventsOf(on).includes(event)) throw new Error(`The workflow '${name}' does not listen to ${event}`);
  const { types, workflows } = ((on as Values)[event] ?? {}) as { types?: string[]; workflows?: string[] };
  if (types && !types.includes(String(payload.action)))
    throw new Error(`The workflow '${name}' does not listen to ${event} ${payload.action}`);
  const other = (payload.workflow_run as { name?: string } | undefined)?.name;
  if (workflows && !workflows.includes(other!)) throw new Error(`The workflow '${name}' does not listen to '${other}'`);
}

/** Jobs such that each comes after those that it needs. */
function inOrder({ jobs }: Workflow, wanted = Object.keys(jobs)): string[] {
  const order: string[] = [];
  const visit = (id: string, above: readonly string[]) => {
    if (above.includes(id)) throw new Error(`Job '${id}' needs itself`);
    if (order.includes(id)) return;
    for (const needed of [jobs[id]?.needs ?? []].flat()) {
      if (!jobs[needed]) throw new Error(`Job '${id}' depends on unknown job '${needed}'`);
      visit(needed, [...above, id]);
    }
    order.push(id);
  };
  for (const id of wanted) visit(id, []);
  return order;
}

function concurrencyOf({ concurrency }: Workflow, scope: Scope): RunResult['concurrency'] {
  if (concurrency === undefined) return undefined;
  if (typeof concurrency === 'string') return { group: interpolate(concurrency, scope), cancelInProgress: false };
  const { group, 'cancel-in-progress': cancel = false } = concurrency as Values;
  return { group: interpolate(group, scope), cancelInProgress: interpolate(cancel, scope) === 'true' };
}

const git = (origin: string, ...args: string[]) =>
  execFileSync('git', ['--git-dir', origin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
