import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Action, ownActions } from './actions.js';
import { type Command, commandsIn } from './commands.js';
import { holds, interpolate, interpolateAll, type Scope, type Status } from './expressions.js';
import type { Step, Values, Workflow } from './read.js';
import type { RunOptions } from './runner.js';
import { runScript } from './script.js';

type Outcome = 'success' | 'failure' | 'skipped';

export interface StepResult {
  id?: string;
  name: string;
  /** How it went, and what that counts for with `continue-on-error`. */
  outcome: Outcome;
  conclusion: Outcome;
  outputs: Record<string, string>;
  log: string;
}

export interface JobResult {
  conclusion: Outcome;
  steps: StepResult[];
  outputs: Record<string, string>;
  log: string;
  summary: string;
  /** How long it took. */
  seconds: number;
  /** The workflow commands in the log: annotations, and whatever a text made the runner believe. */
  commands: Command[];
}

type Machine = RunOptions & { runId: number; artifacts: NonNullable<RunOptions['artifacts']>; eventFile: string };

interface JobRequest {
  id: string;
  workflow: Workflow;
  github: Values;
  /** The jobs that were run before. */
  finished: Readonly<Record<string, JobResult>>;
  machine: Machine;
}

/** Runs a job, or says that it is skipped. */
export async function runJob({ id, workflow, github, finished, machine }: JobRequest): Promise<JobResult> {
  const job = workflow.jobs[id]!;
  const needed = [job.needs ?? []].flat();
  const needs = Object.fromEntries(
    needed.map((name) => [name, { result: finished[name]!.conclusion, outputs: finished[name]!.outputs }]),
  );
  const results = Object.values(needs).map(({ result }) => result);
  const before: Status = results.every((result) => result === 'success')
    ? 'success'
    : results.includes('failure')
      ? 'failure'
      : 'cancelled';
  const matrix = Object.fromEntries(
    Object.entries(job.strategy?.matrix ?? {}).map(([key, values]) => [key, values.at(-1)]),
  );
  const none: JobResult = {
    conclusion: 'skipped',
    steps: [],
    outputs: {},
    log: '',
    summary: '',
    seconds: 0,
    commands: [],
  };
  if (!holds(job.if, { contexts: { github, needs, inputs: {} }, status: before })) return none;

  const folder = path.join(machine.workspace, id);
  const places = {
    workspace: path.join(folder, 'work'),
    temp: path.join(folder, 'temp'),
    home: path.join(folder, 'home'),
  };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  const runner = { os: 'Linux', arch: 'X64', name: 'runner', temp: places.temp, environment: 'github-hosted' };
  const contexts = {
    github: { ...github, job: id, workspace: places.workspace },
    runner,
    matrix,
    needs,
    inputs: {},
    strategy: {},
  };
  const run = new JobRun({ machine, places, contexts, workflow, id });
  for (const step of job.steps ?? []) await run.step(step);
  return run.result();
}

/** A job while it runs: what its steps have left for those that follow. */
class JobRun {
  #status: Status = 'success';
  #env: Record<string, string>;
  #path: string[];
  #summary = '';
  readonly #results: StepResult[] = [];
  readonly #started = performance.now();

  constructor(
    private readonly job: {
      machine: Machine;
      places: { workspace: string; temp: string; home: string };
      contexts: { github: Values; runner: Values; matrix: Values; needs: Values; inputs: Values; strategy: Values };
      workflow: Workflow;
      id: string;
    },
  ) {
    const { workflow, id, machine } = job;
    const scope = this.#scope({});
    const shared = interpolateAll(workflow.env, scope);
    this.#env = { ...shared, ...interpolateAll(workflow.jobs[id]!.env, this.#scope(shared)) };
    this.#path = [...(machine.path ?? [])];
  }

  async step(step: Step): Promise<void> {
    const name = String(step.name ?? step.uses ?? step.run?.split('\n')[0] ?? '');
    const result: StepResult = {
      ...(step.id && { id: step.id }),
      name,
      outcome: 'skipped',
      conclusion: 'skipped',
      outputs: {},
      log: '',
    };
    this.#results.push(result);
    const scope = this.#scope(this.#env);
    if (!holds(step.if, scope)) return;
    const log = (line: string) => {
      result.log += line === '' || line.endsWith('\n') ? line : `${line}\n`;
    };
    try {
      result.outputs = await (step.uses === undefined ? this.#script(step, log) : this.#action(step, log));
      result.outcome = 'success';
    } catch (fault) {
      log(`::error::${(fault as Error).message}`);
      result.outcome = 'failure';
    }
    const forgiven = result.outcome === 'failure' && interpolate(step['continue-on-error'] ?? false, scope) === 'true';
    result.conclusion = forgiven ? 'success' : result.outcome;
    if (result.conclusion === 'failure') this.#status = 'failure';
  }

  result(): JobResult {
    const { workflow, id } = this.job;
    const log = this.#results.map((step) => step.log).join('');
    return {
      conclusion: this.#status === 'success' ? 'success' : 'failure',
      steps: this.#results,
      outputs: interpolateAll(workflow.jobs[id]!.outputs, this.#scope(this.#env)),
      log,
      summary: this.#summary,
      seconds: (performance.now() - this.#started) / 1000,
      commands: commandsIn(log),
    };
  }

  async #script(step: Step, log: (line: string) => void): Promise<Record<string, string>> {
    const { workflow, id, places } = this.job;
    const job = workflow.jobs[id]!;
    const env = this.#stepEnv(step);
    const scope = this.#scope(env);
    const defaults = { ...workflow.defaults?.run, ...job.defaults?.run };
    const folder = interpolate(step['working-directory'] ?? defaults['working-directory'] ?? '.', scope);
    const temp = path.join(places.temp, `_step_${this.#results.length}`);
    mkdirSync(temp);
    const result = await runScript({
      run: interpolate(step.run, scope),
      shell: step.shell ?? defaults.shell,
      cwd: path.resolve(places.workspace, folder),
      env: { ...this.#machineEnv(), ...env },
      temp,
      milliseconds: Number(job['timeout-minutes'] ?? 360) * 60_000,
    });
    log(result.log);
    Object.assign(this.#env, result.env);
    this.#path.unshift(...result.path);
    this.#summary += result.summary;
    if (result.code !== 0) throw new Error(`Process completed with exit code ${result.code}.`);
    return result.outputs;
  }

  async #action(step: Step, log: (line: string) => void): Promise<Record<string, string>> {
    const { machine, places, contexts } = this.job;
    const name = step.uses!.split('@')[0]!;
    const action: Action | undefined = machine.actions?.[name] ?? ownActions[name];
    if (!action) throw new Error(`This runner does not know the action '${step.uses}'`);
    const inputs = interpolateAll(step.with, this.#scope(this.#stepEnv(step)));
    const { runId, artifacts, repository } = machine;
    return action(inputs, { ...places, github: contexts.github, origin: repository.origin, runId, artifacts, log });
  }

  #stepEnv(step: Step): Record<string, string> {
    return { ...this.#env, ...interpolateAll(step.env, this.#scope(this.#env)) };
  }

  #scope(env: Record<string, string>): Scope {
    const steps = Object.fromEntries(
      this.#results.flatMap(({ id, outcome, conclusion, outputs }) =>
        id === undefined ? [] : [[id, { outcome, conclusion, outputs }]],
      ),
    );
    const { contexts } = this.job;
    return {
      // A run from a fork gets neither secrets nor variables.
      contexts: { ...contexts, env, steps, job: { status: this.#status }, secrets: {}, vars: {} },
      status: this.#status,
    };
  }

  /** What the runner itself sets. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
  #machineEnv(): Record<string, string> {
    const { machine, places, contexts } = this.job;
    const { github, runner } = contexts;
    const named = [
      'sha',
      'ref',
      'repository',
      'repository_id',
      'repository_owner',
      'workflow',
      'run_id',
      'run_attempt',
      'event_name',
      'job',
      'api_url',
      'server_url',
      'workspace',
      'head_ref',
      'base_ref',
    ];
    return {
      ...Object.fromEntries(named.map((name) => [`GITHUB_${name.toUpperCase()}`, String(github[name] ?? '')])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_PATH: machine.eventFile,
      RUNNER_OS: String(runner.os),
      RUNNER_TEMP: places.temp,
      HOME: places.home,
      LANG: 'C.UTF-8',
      ...networkGuard(),
      ...machine.env,
      PATH: [...this.#path, process.env.PATH].join(path.delimiter),
    };
  }
}

/** What makes a test fail when a program in a job reaches for the network. */
function networkGuard(): Record<string, string> {
  const { NODE_OPTIONS, GALLEY_TEST_NETWORK_LOG, GALLEY_TEST_LOOPBACK } = process.env;
  const guard = Object.entries({ NODE_OPTIONS, GALLEY_TEST_NETWORK_LOG, GALLEY_TEST_LOOPBACK });
  return Object.fromEntries(guard.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
