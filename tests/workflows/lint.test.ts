import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedbackReport } from '../../pipeline/check/feedback-report.js';
import { Artifacts } from './artifacts.js';
import { npmFolder, type PullRequest, Repository } from './repository.js';
import { type RunOptions, type RunResult, runWorkflow } from './runner.js';
import { damaged, sound, volume } from './volume.js';

let repository: Repository;
let npm: string;
let runs = 0;
beforeAll(() => {
  repository = new Repository(volume);
  npm = npmFolder(repository);
});
afterAll(() => repository.remove());

/** Runs `Manuscript lint` on a pull request, or on what another event is about. */
async function lint(
  about: PullRequest | RunOptions['event'],
  options: Pick<RunOptions, 'jobs' | 'actions'> = {},
): Promise<{ run: RunResult; artifacts: Artifacts; workspace: string }> {
  const artifacts = new Artifacts();
  const runId = ++runs;
  const workspace = path.join(repository.folder, `run-${runId}`);
  const event = 'payload' in about ? about : repository.pullRequestEvent(about);
  const run = await runWorkflow({
    file: 'lint.yml',
    event,
    repository,
    workspace,
    path: [npm],
    artifacts,
    runId,
    ...options,
  });
  return { run, artifacts, workspace };
}

const reportOf = (artifacts: Artifacts, { runId }: RunResult) =>
  JSON.parse(artifacts.text(runId, 'report.json')) as FeedbackReport;

describe('W2: a pull request with a damaged manuscript', () => {
  let pull: PullRequest;
  let run: RunResult;
  let artifacts: Artifacts;
  beforeAll(async () => {
    pull = repository.open({ files: { 'manuscripts/third.md': damaged } });
    // Somebody else's change, after the pull request was opened.
    repository.commit({ 'manuscripts/first.md': volume['first.md'].replace('细密', '细而密') });
    repository.merge(pull);
    ({ run, artifacts } = await lint(pull));
  });

  test('P11: fails the lint, not the preview', () => {
    expect(run.conclusion).toBe('failure');
    expect(Object.entries(run.jobs).map(([name, { conclusion }]) => [name, conclusion])).toEqual([
      ['lint', 'failure'],
      ['preview', 'success'],
    ]);
  });

  test('leaves a report of one file, unzipped, on the commits that the pull request names', () => {
    const found = artifacts.of(run.runId).find(({ name }) => name === 'report.json');
    expect(found).toMatchObject({ zipped: false, retentionDays: 3 });
    const { head, base, files } = reportOf(artifacts, run);
    expect([head, base]).toEqual([pull.head, pull.base]);
    const findings = files.flatMap(({ path, findings }) => findings.map(({ rule, line }) => [path, rule, line]));
    expect(findings).toEqual([['third.md', 'no-empty-url', 9]]);
  });

  test('P11: annotates the line by its place in the repository, and sums up', () => {
    const { commands, summary } = run.jobs.lint!;
    expect(commands[0]).toMatchObject({
      name: 'error',
      properties: { file: 'manuscripts/third.md', line: '9', title: 'no-empty-url' },
    });
    expect(summary).toContain('no-empty-url');
  });

  test('has a proof of the whole volume, with an offprint of what it brings and of nothing else', () => {
    const proof = artifacts.of(run.runId).find(({ name }) => name === 'preview');
    expect(proof).toMatchObject({ zipped: true, retentionDays: 7 });
    expect([...proof!.files.keys()].sort()).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'offprints/03-third.pdf',
      '文集.epub',
      '文集.pdf',
    ]);
  });

  test('supersedes an older run of the same pull request only', () => {
    expect(run.concurrency).toEqual({ group: `lint-${pull.number}`, cancelInProgress: true });
  });
});

test('W2: a sound manuscript passes', async () => {
  const { run, artifacts } = await lint(repository.open({ files: { 'manuscripts/third.md': sound } }));
  expect(run.conclusion).toBe('success');
  expect(reportOf(artifacts, run)).toMatchObject({ outcome: 'complete', files: [] });
});

test("W2: the summary is in the volume's language, which no setting has to tell", async () => {
  const summary = async (files: Record<string, string>) =>
    (await lint(repository.open({ files }), { jobs: ['lint'] })).run.jobs.lint!.summary;
  expect(await summary({ 'manuscripts/third.md': damaged })).toMatch(/^#+ \p{sc=Han}/mu);
  const english = volume['volume.yml'].replace('zh-CN', 'en');
  expect(await summary({ 'manuscripts/third.md': damaged, 'manuscripts/volume.yml': english })).toContain(
    'What Galley found',
  );
});

test('W2: where the volume cannot be read, the report says so and there is no proof', async () => {
  const { run, artifacts } = await lint(repository.open({ files: { 'manuscripts/volume.yml': 'title: [\n' } }));
  expect(run.conclusion).toBe('failure');
  expect(artifacts.of(run.runId).map(({ name }) => name)).toEqual(['report.json']);
  expect(reportOf(artifacts, run)).toMatchObject({ outcome: 'failed', faults: [{ path: 'volume.yml' }] });
});

test('W2: where the programs cannot be installed, there is no report, and the job says so', async () => {
  const pull = repository.open({ files: { 'manuscripts/third.md': sound } });
  const failing = { 'actions/setup-node': () => Promise.reject(new Error('no Node')) };
  const { run, artifacts } = await lint(pull, { actions: failing });
  expect(run.jobs.lint!.conclusion).toBe('failure');
  expect(run.jobs.lint!.steps.map(({ outcome }) => outcome)).toEqual([
    'success',
    'success',
    'failure',
    'skipped',
    'skipped',
    'failure',
  ]);
  expect(run.jobs.lint!.log).toContain('No files were found');
  expect(artifacts.of(run.runId)).toEqual([]);
});

test('W2: a merge queue is looked at as a pull request is', async () => {
  const pull = repository.open({ files: { 'manuscripts/third.md': sound } });
  const merged = repository.merge(pull);
  const payload = {
    action: 'checks_requested',
    merge_group: {
      head_ref: `refs/pull/${pull.number}/merge`,
      head_sha: merged,
      base_sha: pull.base,
      base_ref: 'refs/heads/main',
    },
  };
  const { run, artifacts, workspace } = await lint({ name: 'merge_group', payload });
  expect(run.conclusion).toBe('success');
  expect(reportOf(artifacts, run)).toMatchObject({ head: merged, base: pull.base });
  expect(existsSync(path.join(workspace, 'preview/work/pr/manuscripts/third.md'))).toBe(true);
  expect(readdirSync(path.join(workspace, 'preview/temp/preview/offprints'))).toEqual(['03-third.pdf']);
});
