import { rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Contribution, header } from '../github/contribution.js';
import { galley } from '../support/galley.js';
import { git } from '../support/github/index.js';

/** A contribution with its report and its event in files, as the job has them, and the job's environment. */
async function job() {
  const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}他们紧跟紧跟时代的步伐前进。\n` });
  const [report, event] = [path.join(paper.folder, 'report.json'), path.join(paper.folder, 'event.json')];
  await writeFile(report, JSON.stringify(await paper.report()));
  const payload = paper.github.workflowRun({ pull: 1 });
  for (const name of ['report.json', 'preview']) paper.github.addArtifact(payload.workflow_run.id, name, 1000);
  await writeFile(event, JSON.stringify(payload));
  const trusted = path.join(paper.folder, 'trusted');
  git(paper.folder, 'clone', '--quiet', paper.git.origin, trusted);
  const env: NodeJS.ProcessEnv = {
    GITHUB_EVENT_PATH: event,
    GITHUB_TOKEN: 'workflow-token',
    GITHUB_API_URL: paper.github.url,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'society/volume',
  };
  const run = (more: NodeJS.ProcessEnv = {}, args: string[] = []) =>
    galley(['feedback', '--report', report, ...args], { cwd: trusted, env: { ...env, ...more } });
  return { paper, report, run };
}

describe('galley feedback', () => {
  it('says what was found, and nothing the second time', async () => {
    const { paper, run } = await job();
    expect(await run({ GALLEY_LANG: 'zh' })).toMatchObject({
      code: 0,
      stdout: '新写 2 条评论，改写 0 条，删去 0 条。\n',
      stderr: '',
    });
    expect(paper.comments).toHaveLength(1);
    expect(await run()).toMatchObject({ code: 0, stdout: 'Everything has been said already.\n' });
  });

  it('ends well, with a line in the log, where nothing is to be said', async () => {
    const { paper, run } = await job();
    paper.pull.state = 'closed';
    expect(await run()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('it was closed, merged or pushed to meanwhile'),
      stderr: '',
    });
  });

  it('A3: does not read a report that is larger than one may be', async () => {
    const { paper, report, run } = await job();
    await truncate(report, 3 * 2 ** 30);
    expect(await run()).toMatchObject({ code: 0, stdout: expect.stringContaining('The report is larger than') });
    expect(paper.github.writes()).toEqual([]);
  });

  it('A1: says so where there is none, though the run left one', async () => {
    const { paper, report, run } = await job();
    await rm(report);
    expect(await run()).toMatchObject({ code: 0 });
    expect(paper.status).toMatchObject({ state: 'error' });
  });

  it('T2: gives up on a limit that lasts, clearly, and fails when the summary could not be written', async () => {
    const { paper, run } = await job();
    const reset = String(Math.floor(Date.now() / 1000) + 3000);
    paper.github.fail({
      method: 'POST',
      path: '/',
      times: 99,
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      body: { message: 'API rate limit exceeded' },
    });
    const { code, stdout } = await run();
    expect(code).toBe(1);
    expect(stdout).toContain('the rate limit is used up; giving up');
    expect(stdout).toContain('GitHub did not take the comment that sums up: 403');
  });

  it.each([
    ['T11: a token that GitHub does not know', { GITHUB_TOKEN: 'wrong' }, 'GitHub does not know this token (401)'],
    ['no token', { GITHUB_TOKEN: '' }, 'GITHUB_TOKEN is not set'],
    ['T12: an address that is none', { GITHUB_API_URL: 'not an address' }, 'which is no web address'],
    ['T12: an empty address', { GITHUB_API_URL: '' }, 'which is no web address'],
    ['T12: an address of another kind', { GITHUB_API_URL: 'file:///etc/passwd' }, 'which is no web address'],
    ['no event', { GITHUB_EVENT_PATH: '' }, 'names no event of a finished workflow'],
  ])('%s is told in one sentence', async (_, env, message) => {
    const { run } = await job();
    const { code, stderr } = await run(env);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('T12: an address where nobody answers is told in one sentence', async () => {
    const { run } = await job();
    const { code, stderr } = await run({ GITHUB_API_URL: 'http://127.0.0.1:9' });
    expect(code).toBe(2);
    expect(stderr).toContain('GitHub could not be asked');
  });

  it('keeps to the repository that it runs in', async () => {
    const { run } = await job();
    const { code, stderr } = await run({}, ['--root', '../elsewhere']);
    expect(code).toBe(2);
    expect(stderr).toContain('lies outside the current folder');
  });
});
