import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FeedbackReport } from '../../pipeline/check/feedback-report.js';
import { Artifacts } from './artifacts.js';
import { npmFolder, type PullRequest, Repository } from './repository.js';
import { type RunResult, runWorkflow } from './runner.js';
import { hostileFiles, hostileTexts, manuscriptNames } from './traps.js';
import { damaged, sound, volume } from './volume.js';

let repository: Repository;
let npm: string;
/** Where whatever is run by a trap leaves a file. */
let marks: string;
let server: Server;
let requests: { method: string; path: string; query: URLSearchParams }[] = [];
let runs = 0;

beforeAll(async () => {
  repository = new Repository(volume);
  npm = npmFolder(repository);
  marks = path.join(repository.folder, 'marks');
  mkdirSync(marks);
  // A GitHub that knows no pull request.
  server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    requests.push({ method: request.method!, path: url.pathname, query: url.searchParams });
    response.setHeader('content-type', 'application/json').end('[]');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => {
  requests = [];
});
afterAll(() => {
  server.close();
  repository.remove();
});

const artifacts = new Artifacts();
const machine = () => ({
  repository,
  path: [npm],
  artifacts,
  runId: ++runs,
  workspace: path.join(repository.folder, `run-${runs}`),
});

const lint = (pull: PullRequest, jobs?: string[]) =>
  runWorkflow({ file: 'lint.yml', event: repository.pullRequestEvent(pull), ...machine(), ...(jobs && { jobs }) });

const feedback = (pull: PullRequest, run: RunResult) =>
  runWorkflow({
    file: 'feedback.yml',
    event: repository.workflowRunEvent(pull, run),
    ...machine(),
    env: { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, GALLEY_LANG: 'en' },
  });

const outcomes = (run: RunResult) => Object.values(run.jobs).map(({ steps }) => steps.map(({ outcome }) => outcome));
const commands = (run: RunResult) => Object.values(run.jobs).flatMap((job) => job.commands);
const reportOf = ({ runId }: RunResult) => JSON.parse(artifacts.text(runId, 'report.json')) as FeedbackReport;
const log = (run: RunResult) =>
  Object.values(run.jobs)
    .map((job) => job.log)
    .join('');

describe('W4, P14: as branch and as title of a pull request', () => {
  test.each(hostileTexts)('%j is text', async (name, text) => {
    const said = text(path.join(marks, 'text'));
    const pull = repository.open({ files: { 'manuscripts/third.md': sound }, branch: said, title: said });
    const run = await lint(pull, ['lint']);
    expect(outcomes(run).flat()).not.toContain('failure');
    expect(commands(run)).toEqual([]);
    const answer = await feedback(pull, run);
    expect([log(answer), outcomes(answer)]).toEqual([
      expect.any(String),
      [['success', 'success', 'success', 'success', 'success']],
    ]);
    expect(commands(answer)).toEqual([]);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /repos/press/proceedings/pulls']);
    expect(requests[0]!.query.get('head')).toBe(`contributor:${said}`);
    expect(`${log(run)}${log(answer)}`).not.toMatch(/^PWNED$/m);
    expect([name, readdirSync(marks)]).toEqual([name, []]);
  });
});

describe('W4: what a pull request brings besides its manuscript', () => {
  test('changes nothing of what is run, on either side', async () => {
    const plain = await lint(repository.open({ files: { 'manuscripts/third.md': damaged } }));
    const pull = repository.open({ files: { 'manuscripts/third.md': damaged, ...hostileFiles(marks) } });
    const run = await lint(pull);
    expect(outcomes(run)).toEqual(outcomes(plain));
    expect(commands(run)).toEqual(commands(plain));
    const { files, faults, outcome } = reportOf(run);
    expect({ files, faults, outcome }).toEqual({ files: reportOf(plain).files, faults: [], outcome: 'complete' });
    const answer = await feedback(pull, run);
    expect(outcomes(answer)).toEqual([['success', 'success', 'success', 'success', 'success']]);
    expect(readdirSync(marks)).toEqual([]);
  });

  test('would be run if a workflow took its programs from there', async () => {
    const careless = new Repository(volume);
    try {
      const place = 'ref: ${' + '{ env.BASE_SHA }}';
      const workflow = careless.read('.github/workflows/lint.yml');
      expect(workflow).toContain(place);
      careless.commit({ '.github/workflows/lint.yml': workflow.replaceAll(place, 'fetch-depth: 1') });
      const sprung = path.join(careless.folder, 'marks');
      mkdirSync(sprung);
      const pull = careless.open({ files: hostileFiles(sprung) });
      const workspace = path.join(careless.folder, 'run');
      await runWorkflow({
        file: 'lint.yml',
        event: careless.pullRequestEvent(pull),
        repository: careless,
        workspace,
        path: [npmFolder(careless)],
      });
      expect(readdirSync(sprung)).toEqual(expect.arrayContaining(['build', 'cli', 'postinstall', 'script-shell']));
    } finally {
      careless.remove();
    }
  });
});

describe('W4, D9: the name of a manuscript', () => {
  test.each([
    ['is a name, whatever stands in it', (name: string) => `${name}.md`],
    ['is a name in a folder of its own too', (name: string, index: number) => `folder-${index}/${name}.md`],
  ])('%s', async (_, place) => {
    const mark = 'made-by-a-name';
    const names = manuscriptNames.map((name, index) => `manuscripts/${place(name.replaceAll('MARK', mark), index)}`);
    const pull = repository.open({ files: Object.fromEntries(names.map((name) => [name, damaged])) });
    const run = await lint(pull);
    expect(run.jobs.lint!.steps.map(({ outcome }) => outcome).slice(-2)).toEqual(['failure', 'success']);
    const answer = await feedback(pull, run);
    expect(outcomes(answer)).toEqual([['success', 'success', 'success', 'success', 'success']]);
    const kinds = new Set([...commands(run), ...commands(answer)].map((command) => command.name));
    expect(['error', 'warning', 'notice']).toEqual(expect.arrayContaining([...kinds]));
    expect([...commands(run), ...commands(answer)].filter(({ message }) => message.startsWith('INJECTED'))).toEqual([]);
    const made = readdirSync(repository.folder, { recursive: true, encoding: 'utf8' });
    expect(made.filter((file) => path.basename(file) === mark)).toEqual([]);
    expect(existsSync(mark)).toBe(false);
  });
});
