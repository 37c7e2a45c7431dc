import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from './actions.js';
import { Artifacts } from './artifacts.js';
import { expression } from './read.js';
import { Repository } from './repository.js';
import { type JobResult, type RunOptions, runWorkflow } from './runner.js';

let repository: Repository;
beforeAll(() => {
  repository = new Repository({});
});
afterAll(() => repository.remove());

let runs = 0;
/** Runs a workflow that stands on the default branch. */
async function run(text: string, options: Partial<RunOptions> = {}) {
  const sha = repository.commit({ '.github/workflows/sample.yml': text });
  const event = { name: 'push', payload: { ref: 'refs/heads/main', after: sha } };
  const workspace = path.join(repository.folder, `runner-${++runs}`);
  return runWorkflow({ file: 'sample.yml', event, repository, workspace, ...options });
}

const steps = (...lines: string[]) =>
  `on: push\ndefaults: { run: { shell: bash } }\njobs:\n  job:\n    steps:\n${lines.map((line) => `      - ${line}`).join('\n')}\n`;

/** How its steps went, in order. */
const outcomes = ({ steps }: JobResult) => steps.map(({ outcome }) => outcome).join(' ');

describe('a job', () => {
  test('ends with its first step that fails, but for those that ask otherwise', async () => {
    const { jobs, conclusion } = await run(
      steps(
        'run: echo one',
        'run: exit 3',
        'run: echo two',
        'run: echo always\n        if: always()',
        'run: echo failed\n        if: failure()',
        'run: echo both\n        if: failure() && false',
      ),
    );
    expect(outcomes(jobs.job!)).toBe('success failure skipped success success skipped');
    expect(jobs.job!.log).toBe('one\n::error::Process completed with exit code 3.\nalways\nfailed\n');
    expect(conclusion).toBe('failure');
  });

  test('goes on after a step that may fail, and tells its outcome from what it counts for', async () => {
    const { jobs } = await run(
      steps(
        'id: one\n        run: exit 1\n        continue-on-error: true',
        `run: echo "${expression('steps.one.outcome')} ${expression('steps.one.conclusion')} ${expression('job.status')}"`,
      ),
    );
    expect(jobs.job!.conclusion).toBe('success');
    expect(jobs.job!.log).toContain('failure success success');
  });

  test('hands on environment, outputs, paths and the summary', async () => {
    const { jobs } = await run(
      [
        'on: push',
        `env: { A: workflow, B: workflow, C: workflow }`,
        'jobs:',
        '  job:',
        `    env: { B: job, C: job }`,
        `    outputs: { said: "${expression('steps.say.outputs.text')}" }`,
        '    steps:',
        '      - id: say',
        '        env: { C: step }',
        '        run: |',
        '          echo "$A $B $C"',
        '          printf "text<<END\\nx\\ny\\nEND\\n" >> "$GITHUB_OUTPUT"',
        '          echo "D=later" >> "$GITHUB_ENV"',
        '          echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"',
        '          echo "# Sum" >> "$GITHUB_STEP_SUMMARY"',
        `      - run: echo "$B $C $D ${expression('env.D')}"; echo "\${PATH%%:*}"`,
        '  next:',
        '    needs: job',
        '    steps:',
        `      - run: echo "${expression('needs.job.outputs.said')}"`,
      ].join('\n'),
    );
    expect(jobs.job!.log).toMatch(/^workflow job step\njob job later later\n.*\/bin\n$/);
    expect(jobs.job!.summary).toBe('# Sum\n');
    expect(jobs.next!.log).toBe('x\ny\n');
  });

  test('is skipped when one that it needs failed, unless it asks otherwise', async () => {
    const job = (name: string, more: string) =>
      `  ${name}: { steps: [{ run: "${name === 'one' ? 'exit 1' : 'true'}" }]${more} }\n`;
    const { jobs } = await run(
      `on: push\njobs:\n${job('three', ', needs: [one], if: always()')}${job('two', ', needs: one')}${job('one', '')}${job('four', ', needs: two')}`,
    );
    expect(Object.entries(jobs).map(([name, { conclusion }]) => `${name} ${conclusion}`)).toEqual([
      'one failure',
      'three success',
      'two skipped',
      'four skipped',
    ]);
  });

  test('sees nothing of the environment that the tests run in', async () => {
    process.env.GALLEY_SECRET = 'seen';
    const { jobs } = await run(steps('run: env'), { env: { OWN: 'given' } });
    delete process.env.GALLEY_SECRET;
    expect(jobs.job!.log).not.toContain('GALLEY_SECRET');
    expect(jobs.job!.log).toContain('OWN=given');
    expect(jobs.job!.log).toContain('GITHUB_REPOSITORY=press/proceedings');
  });

  test('ends at a failing command of a pipe, in the folder that was asked for, with the last of a matrix', async () => {
    const { jobs } = await run(
      `on: push\njobs:\n  job:\n    strategy: { matrix: { node: [18, 20] } }\n    steps:\n      - run: mkdir sub\n      - run: 'pwd; echo ${expression('matrix.node')}; false | true; echo no'\n        shell: bash\n        working-directory: sub\n`,
    );
    expect(jobs.job!.log).toMatch(/\/sub\n20\n::error/);
  });

  test('an expression in a script is put there as it is: what the policy forbids', async () => {
    const title = 'x"; echo PWNED; "';
    const pull = repository.open({
      files: {
        '.github/workflows/bad.yml': `on: pull_request\njobs:\n  job:\n    steps:\n      - run: echo "${expression('github.event.pull_request.title')}"\n`,
      },
      title,
    });
    const event = repository.pullRequestEvent(pull);
    const { jobs } = await runWorkflow({
      file: 'bad.yml',
      event,
      repository,
      workspace: path.join(repository.folder, 'bad'),
    });
    expect(jobs.job!.log).toContain('\nPWNED\n');
  });
});

describe('an action', () => {
  const pin = '0'.repeat(40);

  test('is what the runner knows, or what a test gives; another is refused', async () => {
    const seen: Record<string, string>[] = [];
    const own: Action = async (inputs) => {
      seen.push(inputs);
      return { made: 'it' };
    };
    const { jobs } = await run(
      steps(
        `id: own\n        uses: somebody/own@${pin}\n        with: { a: 1, b: "${expression('github.event_name')}" }`,
        `run: echo ${expression('steps.own.outputs.made')}`,
        `uses: somebody/unknown@${pin}`,
      ),
      { actions: { 'somebody/own': own } },
    );
    expect(seen).toEqual([{ a: '1', b: 'push' }]);
    expect(jobs.job!.log).toMatch(/^it\n::error::This runner does not know the action 'somebody\/unknown/);
  });

  test('refuses an input that it does not have', async () => {
    const { jobs } = await run(steps(`uses: actions/checkout@${pin}\n        with: { fetch-dept: 2 }`));
    expect(jobs.job!.log).toContain("Unexpected input(s) 'fetch-dept'");
  });

  test('checks out as deep as it is told', async () => {
    const checkout = (depth: number) =>
      steps(
        `uses: actions/checkout@${pin}\n        with: { path: there, fetch-depth: ${depth} }`,
        'run: git rev-list --count HEAD\n        working-directory: there',
      );
    repository.commit({ 'one.txt': '1' });
    expect((await run(checkout(1))).jobs.job!.log).toMatch(/\n1\n$/);
    expect((await run(checkout(2))).jobs.job!.log).toMatch(/\n2\n$/);
    expect(Number(/\n(\d+)\n$/.exec((await run(checkout(0))).jobs.job!.log)![1])).toBeGreaterThan(2);
  });

  test('keeps artifacts, and gives them to another run that has a token', async () => {
    const heard: string[] = [];
    const artifacts = new Artifacts((runId, { name }) => heard.push(`${runId} ${name}`));
    const upload = (name: string, from: string, more = '') =>
      `uses: actions/upload-artifact@${pin}\n        with: { name: ${name}, path: ${from}${more} }`;
    const { jobs } = await run(
      steps(
        'run: mkdir -p a/.hidden && echo 1 | tee a/1.txt a/.hidden/2.txt',
        upload('zip', 'a'),
        upload('ignored', 'a/1.txt', ', archive: false'),
        upload('none', 'b'),
        `${upload('zip', 'a')}\n        continue-on-error: true`,
        upload('none', 'b', ', if-no-files-found: error'),
      ),
      { artifacts, runId: 7 },
    );
    expect(outcomes(jobs.job!)).toBe('success success success success failure failure');
    expect(heard).toEqual(['7 zip', '7 1.txt']);
    expect(artifacts.of(7).map(({ name, zipped, files }) => [name, zipped, [...files.keys()]])).toEqual([
      ['zip', true, ['1.txt']],
      ['1.txt', false, ['1.txt']],
    ]);
    const download = (name: string, more: string) =>
      `uses: actions/download-artifact@${pin}\n        continue-on-error: true\n        with: { name: ${name}, path: in, run-id: 7${more} }`;
    const next = await run(
      steps(
        download('1.txt', ''),
        download('1.txt', ', github-token: t, skip-decompress: true'),
        download('zip', ', github-token: t, skip-decompress: true'),
        download('missing', ', github-token: t'),
        'run: ls in; head -c 2 in/zip.zip',
      ),
      { artifacts, runId: 8 },
    );
    expect(outcomes(next.jobs.job!)).toBe('failure success success failure success');
    expect(next.jobs.job!.log).toMatch(/\n1\.txt\nzip\.zip\nPK\n$/);
  });
});

describe('a workflow', () => {
  test('is read from the commit that GitHub takes it from', async () => {
    const before = 'on: [pull_request, workflow_run]\njobs: { job: { steps: [{ run: echo trusted }] } }\n';
    repository.commit({ '.github/workflows/both.yml': before });
    const pull = repository.open({ files: { '.github/workflows/both.yml': before.replace('trusted', 'theirs') } });
    const own = (name: string) => path.join(repository.folder, name);
    const first = await runWorkflow({
      file: 'both.yml',
      event: repository.pullRequestEvent(pull),
      repository,
      workspace: own('first'),
    });
    expect(first.jobs.job!.log).toBe('theirs\n');
    const event = repository.workflowRunEvent(pull, first);
    const second = await runWorkflow({ file: 'both.yml', event, repository, workspace: own('second') });
    expect(second.jobs.job!.log).toBe('trusted\n');
    expect(JSON.parse(readFileSync(own('second/event.json'), 'utf8'))).toEqual(event.payload);
  });

  test('that does not listen to an event is not run', async () => {
    await expect(run('on: pull_request\njobs: {}\n')).rejects.toThrow(/does not listen to push/);
  });
});
