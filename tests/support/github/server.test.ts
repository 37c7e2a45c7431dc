import { Octokit } from '@octokit/rest';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { botToken, FakeGitHub, git as gitOf, limits, type OriginAndFork, type Pull } from './index.js';
import { opened, quiet, refused } from './opened.js';

const where = { owner: 'society', repo: 'volume' };
let git: OriginAndFork;
let github: FakeGitHub;
let pull: Pull;

beforeEach(async () => {
  const fake = await opened({ 'a.md': 'a\n', 'papers/b.md': '纸\n' }, { 'a.md': 'b\n' });
  ({ git, github, pull } = fake);
  return fake.close;
});

const clientOf = (auth = 'workflow-token') => new Octokit({ baseUrl: github.url, auth, log: quiet });
const comment = (body: string, client = clientOf()) =>
  client.rest.issues.createComment({ ...where, issue_number: 1, body });
const status = (more: object) =>
  clientOf().rest.repos.createCommitStatus({ ...where, sha: git.work.head, state: 'success', ...more } as never);
describe('who may do what', () => {
  it('is told by the token, as a job states its permissions', async () => {
    github.tokens.set('reads', { ...botToken, permissions: { 'pull-requests': 'read', statuses: 'write' } });
    const denied = { status: 403, message: 'Resource not accessible by integration' };
    expect(await refused(comment('x', clientOf('reads')))).toMatchObject(denied);
    github.tokens.set('issues', { ...botToken, permissions: { issues: 'write' } });
    expect((await comment('x', clientOf('issues'))).status).toBe(201);
    expect(await refused(comment('x', clientOf('nobody')))).toMatchObject({ status: 401, message: 'Bad credentials' });
    expect(github.issueComments(1)).toHaveLength(1);
  });

  it('ends with the requests of the hour, and asking how many are left takes none', async () => {
    github.tokens.set('few', { ...botToken, remaining: 1 });
    const client = clientOf('few');
    expect((await client.rest.rateLimit.get()).data.rate.remaining).toBe(1);
    expect((await client.rest.repos.get(where)).headers['x-ratelimit-remaining']).toBe('0');
    const answer = await refused(client.rest.repos.get(where));
    expect(answer).toMatchObject({ status: 403, message: expect.stringContaining('API rate limit exceeded') });
    expect(Number(answer.headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000);
  });
});

describe('what GitHub takes', () => {
  it('is 65,536 characters of a comment, and not none', async () => {
    expect((await comment('𠀀'.repeat(65_536))).status).toBe(201);
    expect(await refused(comment('x'.repeat(65_537)))).toMatchObject({
      status: 422,
      message: 'Validation Failed',
      errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data' }],
    });
    expect(await refused(comment(' '))).toMatchObject({ status: 422 });
  });

  it('is 140 characters of a status, of the basic plane, on a commit that it has', async () => {
    const field = (message: string) => ({ resource: 'Status', code: 'custom', field: 'description', message });
    expect((await status({ description: '纸'.repeat(140) })).status).toBe(201);
    expect(await refused(status({ description: 'x'.repeat(141) }))).toMatchObject({
      errors: [field('description is too long (maximum is 140 characters)')],
    });
    expect(await refused(status({ description: '🐛' }))).toMatchObject({
      errors: [field("description doesn't accept 4-byte Unicode")],
    });
    expect(await refused(status({ sha: 'a'.repeat(40) }))).toMatchObject({
      status: 422,
      message: `No commit found for SHA: ${'a'.repeat(40)}`,
    });
  });

  it('V2: is 50 annotations at once, and an update adds to those that are there', async () => {
    github.tokens.set('workflow-token', { ...botToken, permissions: { checks: 'write' } });
    const annotation = { path: 'a.md', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'x' } as const;
    const output = (count: number) => ({ title: 'x', summary: 'x', annotations: Array(count).fill(annotation) });
    const create = (count: number) =>
      clientOf().rest.checks.create({ ...where, name: 'x', head_sha: git.work.head, output: output(count) });
    expect(await refused(create(60))).toMatchObject({
      status: 422,
      message: expect.stringContaining('No more than 50 items are allowed; 60 were supplied.'),
    });
    const { data } = await create(50);
    const more = { ...where, check_run_id: data.id, output: output(10) };
    expect((await clientOf().rest.checks.update(more)).data.output.annotations_count).toBe(60);
  });

  it('is what its description says: other keys and values are refused, noted, and no fault of the fake', async () => {
    const say = (more: object) => refused(status(more));
    expect(await say({ state: 'fine' })).toMatchObject({ message: expect.stringContaining('is not a member of') });
    expect(await say({ descripton: 'x' })).toMatchObject({
      message: expect.stringContaining('"descripton" is not a permitted key.'),
    });
    expect(await say({ description: 3 })).toMatchObject({ message: expect.stringContaining('3 is not a string') });
    expect(github.requests.every(({ problems }) => problems.length > 0)).toBe(true);
    expect(github.statuses(git.work.head)).toEqual([]);
    expect(await refused(clientOf().request('GET /repos/{owner}/{repo}/branches', where))).toMatchObject({
      status: 404,
    });
    expect(github.unknown).toEqual(['GET /repos/society/volume/branches']);
  });
});

describe('an answer of the fake that is not as GitHub describes it', () => {
  it('makes its end fail', async () => {
    const other = await FakeGitHub.start();
    other.addRepository('society/volume', git.origin).id = 'no number' as never;
    await new Octokit({ baseUrl: other.url, auth: 'workflow-token', log: quiet }).rest.repos.get(where);
    expect(other.violations.join()).toContain('/id must be integer');
    await expect(other.close()).rejects.toThrow('not as GitHub describes it');
  });
});

describe('what people do', () => {
  it('comments of theirs are edited and deleted like any other', async () => {
    const { id } = github.as('reader').comment(1, 'hello');
    const { rest } = clientOf();
    const { data } = await rest.issues.getComment({ ...where, comment_id: id });
    expect(data).toMatchObject({ body: 'hello', user: { login: 'reader', type: 'User' } });
    const edited = await rest.issues.updateComment({ ...where, comment_id: id, body: 'bye' });
    expect(edited.data.updated_at > edited.data.created_at).toBe(true);
    expect((await rest.issues.deleteComment({ ...where, comment_id: id })).status).toBe(204);
    expect(await refused(rest.issues.deleteComment({ ...where, comment_id: id }))).toMatchObject({ status: 404 });
    const mine = await comment('mine');
    expect(github.as('editor').delete(mine.data.id)).toBe(true);
    expect(github.issueComments(pull)).toEqual([]);
  });

  it('pull requests are pushed to, forced, closed, merged, and lose their branch or their fork', async () => {
    const get = async () => (await clientOf().rest.pulls.get({ ...where, pull_number: 1 })).data;
    expect(await get()).toMatchObject({ head: { sha: git.work.head, label: 'reader:change' }, state: 'open' });
    git.work.commit({ 'a.md': 'c\n' });
    git.work.forcePush('change');
    expect((await get()).head.sha).toBe(git.work.head);
    const { merge_base_commit, ahead_by } = (
      await clientOf().rest.repos.compareCommitsWithBasehead({ ...where, basehead: 'main...reader:change' })
    ).data;
    expect([merge_base_commit.sha, ahead_by]).toEqual([git.home.head, 2]);
    pull.merge();
    expect(await get()).toMatchObject({ state: 'closed', merged: true });
    expect(gitOf(git.origin, 'show', 'main:a.md')).toBe('c\n');
    git.work.commit({ 'a.md': 'd\n' });
    const merged = (await get()).head.sha;
    git.work.push('change');
    expect((await get()).head.sha).toBe(merged);
    git.work.push('second');
    const second = github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: 'second' });
    second.deleteFork();
    const open = async () => (await clientOf().rest.pulls.list({ ...where, head: 'reader:second' })).data;
    expect(await open()).toMatchObject([{ number: second.number, head: { repo: null } }]);
    git.work.push('third');
    const third = github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: 'third' });
    gitOf(git.fork, 'update-ref', '-d', 'refs/heads/third');
    expect((await clientOf().rest.pulls.list({ ...where, head: 'reader:third' })).data).toEqual([]);
    expect(third.state).toBe('closed');
  });
});

describe('runs and what they leave behind', () => {
  it('are told to the workflow that waits for them, without the pull request when it is from a fork', async () => {
    const run = github.addRun({ pull, conclusion: 'success', attempt: 2 });
    const { data } = await clientOf().rest.actions.getWorkflowRun({ ...where, run_id: run.id });
    const event = github.workflowRunEvent(run.id);
    expect(event).toMatchObject({
      action: 'completed',
      workflow_run: { id: run.id, head_sha: git.work.head, head_branch: 'change', pull_requests: [], run_attempt: 2 },
      repository: { full_name: 'society/volume' },
    });
    expect(event.workflow_run).toEqual(data);
    git.home.push('own');
    github.openPullRequest({ base: 'society/volume', head: 'society/volume', headBranch: 'own' });
    const own = github.workflowRun({ pull: 2 }).workflow_run;
    expect(own.pull_requests).toMatchObject([{ number: 2 }]);
  });

  it('artifacts are listed by name, downloaded as a zip, and gone when they have expired', async () => {
    const { id } = github.addRun({ pull });
    const artifact = github.addArtifact(id, 'report.json', Buffer.from('{}'));
    const old = github.addArtifact(id, 'preview', 5_000_000, true);
    const { actions } = clientOf().rest;
    const { data } = await actions.listWorkflowRunArtifacts({ ...where, run_id: id, name: 'report.json' });
    expect(data).toMatchObject({ total_count: 1, artifacts: [{ id: artifact.id, size_in_bytes: 2, expired: false }] });
    const { data: alone } = await actions.getArtifact({ ...where, artifact_id: old.id });
    expect(alone).toMatchObject({ name: 'preview', size_in_bytes: 5_000_000, expired: true });
    const zip = { ...where, archive_format: 'zip' };
    const bytes = (await actions.downloadArtifact({ ...zip, artifact_id: artifact.id })).data as ArrayBuffer;
    expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toEqual(['report.json']);
    expect(await refused(actions.downloadArtifact({ ...zip, artifact_id: old.id }))).toMatchObject({ status: 410 });
  });
});

describe('what goes wrong on request', () => {
  const there = () => github.issueComments(1).length;

  it.each([
    ['a 5xx before', { status: 502 }, 0, 502],
    ['a 5xx after', { status: 502, when: 'after' }, 1, 502],
    ['a page instead of JSON', { status: 503, action: 'html' }, 0, 503],
    ['a secondary limit', { ...limits.secondary, headers: { 'retry-after': '3' } }, 0, 403],
    ['a primary limit', limits.primary(1), 0, 403],
    ['a broken connection before', { action: 'reset' }, 0, 500],
    ['a broken connection after', { action: 'reset', when: 'after' }, 1, 500],
  ] as const)('%s leaves what GitHub would have', async (_, fault, left, code) => {
    github.fail({ method: 'POST', path: '/comments', ...fault });
    expect(await refused(comment('x'))).toMatchObject({ status: code });
    expect(there()).toBe(left);
    expect((await comment('x')).status).toBe(201);
  });

  it('an answer that breaks off is a success all the same', async () => {
    github.fail({ method: 'POST', path: '/comments', when: 'after', action: 'truncate' });
    const answer = await fetch(`${github.url}/repos/society/volume/issues/1/comments`, {
      method: 'POST',
      headers: { authorization: 'token workflow-token' },
      body: '{"body":"x"}',
    });
    expect(answer.status).toBe(201);
    await expect(answer.json()).rejects.toThrow();
    expect(there()).toBe(1);
  });

  it('what hangs gives no answer', async () => {
    github.fail({ method: 'POST', path: /\/comments$/, action: 'hang' });
    const request = { signal: AbortSignal.timeout(300) };
    await expect(
      clientOf().rest.issues.createComment({ ...where, issue_number: 1, body: 'x', request }),
    ).rejects.toThrow();
    expect(github.requests.map((one) => one.status)).toEqual([undefined]);
    expect(there()).toBe(0);
  });

  it('begins after as many requests as wanted, and ends after as many', async () => {
    github.fail({ method: 'POST', path: '/comments', after: 1, times: 2, status: 503 });
    const codes: number[] = [];
    for (let index = 0; index < 4; index++)
      codes.push(
        await comment('x').then(
          ({ status: code }) => code,
          ({ status: code }) => code,
        ),
      );
    expect(codes).toEqual([201, 503, 503, 201]);
    expect(github.writes()).toHaveLength(4);
    github.reset();
    expect(github.requests).toEqual([]);
    expect(there()).toBe(2);
  });
});
