import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeGitHub, type OriginAndFork, originAndFork } from './index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-calibration-'));
const owner = 'octokit-fixture-org';
const readme = '# hello-world';

let recordings: { url: string; server: ChildProcess };
let fake: FakeGitHub;
let repositories: OriginAndFork;

beforeAll(async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const program = fileURLToPath(import.meta.resolve('@octokit/fixtures-server/bin/server.js'));
  const server = spawn(process.execPath, [program, '--port', String(port), '--fixtures-url', url], { stdio: 'ignore' });
  recordings = { url, server };
  for (let tries = 0; !(await fetch(url).catch(() => undefined)); tries++) {
    if (tries > 200) throw new Error('the recordings cannot be played');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  repositories = originAndFork(folder, { 'README.md': readme });
  fake = await FakeGitHub.start();
  for (const name of ['hello-world', 'create-status', 'errors', 'paginate-issues'])
    fake.addRepository(`${owner}/${name}`, repositories.origin);
});

afterAll(async () => {
  recordings.server.kill();
  rmSync(folder, { recursive: true, force: true });
  await fake.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A client that talks to the real GitHub as it was recorded. */
async function recorded(scenario: string): Promise<Octokit> {
  const response = await fetch(`${recordings.url}/fixtures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario }),
  });
  const { url } = (await response.json()) as { url: string };
  return clientOf(url, `${'0'.repeat(39)}1`);
}

const clientOf = (baseUrl: string, auth: string) =>
  new Octokit({ baseUrl, auth, log: { debug() {}, info() {}, warn() {}, error() {} } });
const ours = () => clientOf(fake.url, 'workflow-token');

const v3 = { accept: 'application/vnd.github.v3+json' };

/** What an answer of GitHub has and one of the fake has not, or has otherwise; a value may be absent on either side. */
function differences(real: unknown, our: unknown, at = ''): string[] {
  if (real === null || our === null) return [];
  if (Array.isArray(real) || Array.isArray(our)) {
    if (!Array.isArray(real) || !Array.isArray(our)) return [`${at} is a list on one side only`];
    return real.length > 0 && our.length > 0 ? differences(real[0], our[0], `${at}[]`) : [];
  }
  if (typeof real !== typeof our) return [`${at}: ${typeof real}, ours ${typeof our}`];
  if (typeof real !== 'object') return [];
  const [theirs, own] = [real as Record<string, unknown>, our as Record<string, unknown>];
  return Object.keys(theirs).flatMap((key) =>
    key in own ? differences(theirs[key], own[key], `${at}/${key}`) : [`${at}/${key} is missing`],
  );
}

describe('the fake answers as GitHub was recorded to', () => {
  it('keys and types of a status that is created, of the list of them and of all of them together, their order, and status codes', async () => {
    const repo = 'create-status';
    const real = await recorded(repo);
    const [realSha, ourSha] = [`${'0'.repeat(39)}1`, repositories.work.head];
    for (const [index, state] of (['failure', 'success'] as const).entries()) {
      const status = {
        owner,
        repo,
        state,
        target_url: 'https://example.com',
        description: `create-status ${state} test`,
        context: `example/${index + 1}`,
      };
      const theirs = await real.rest.repos.createCommitStatus({ ...status, sha: realSha, headers: v3 });
      const own = await ours().rest.repos.createCommitStatus({ ...status, sha: ourSha });
      expect(own.status).toBe(theirs.status);
      expect(own.headers).toHaveProperty('location');
      expect(differences(theirs.data, own.data)).toEqual([]);
      expect(own.data).toMatchObject({ state, description: status.description, target_url: status.target_url });
    }
    const theirs = await real.rest.repos.listCommitStatusesForRef({ owner, repo, ref: realSha, headers: v3 });
    const own = await ours().rest.repos.listCommitStatusesForRef({ owner, repo, ref: ourSha });
    expect(own.data.map(({ context }) => context)).toEqual(theirs.data.map(({ context }) => context));
    expect(differences(theirs.data, own.data)).toEqual([]);
    const theirSum = await real.rest.repos.getCombinedStatusForRef({ owner, repo, ref: realSha, headers: v3 });
    const ourSum = await ours().rest.repos.getCombinedStatusForRef({ owner, repo, ref: ourSha });
    expect(ourSum.data.state).toBe(theirSum.data.state);
    expect(ourSum.data.total_count).toBe(theirSum.data.total_count);
    expect(ourSum.data.statuses.map(({ context }) => context)).toEqual(
      theirSum.data.statuses.map(({ context }) => context),
    );
    expect(differences(theirSum.data, ourSum.data)).toEqual([]);
  });

  it('keys and types of a repository', async () => {
    const where = { owner, repo: 'hello-world' };
    const theirs = await (await recorded('get-repository')).rest.repos.get({ ...where, headers: v3 });
    const own = await ours().rest.repos.get(where);
    expect(own.status).toBe(theirs.status);
    // What only those are told who may write to it.
    const hidden = /^\/(?:organization|permissions|temp_clone_token|(?:allow|delete|use)_\w+) is missing$/;
    expect(differences(theirs.data, own.data).filter((one) => !hidden.test(one))).toEqual([]);
  });

  it('keys and types of the contents of a folder, and the bytes and media type of a raw file', async () => {
    const real = await recorded('get-content');
    const where = { owner, repo: 'hello-world' };
    // The client leaves the slash out with which it was recorded.
    const { url, headers } = real.request.endpoint(`GET /repos/${owner}/hello-world`, { headers: v3 });
    const sent = { accept: String(headers.accept), authorization: `token ${'0'.repeat(39)}1` };
    const theirs = await fetch(`${url}/contents/`, { headers: sent });
    const own = await ours().rest.repos.getContent({ ...where, path: '' });
    expect(own.status).toBe(theirs.status);
    expect(differences(await theirs.json(), own.data)).toEqual([]);
    expect(own.data).toMatchObject([{ name: 'README.md', size: readme.length, type: 'file' }]);
    const raw = { ...where, path: 'README.md', headers: { accept: 'application/vnd.github.v3.raw' } };
    const theirFile = await real.rest.repos.getContent(raw);
    const ourFile = await ours().rest.repos.getContent(raw);
    expect(ourFile.data).toBe(theirFile.data);
    expect(ourFile.headers['content-type']).toBe(theirFile.headers['content-type']);
  });

  it('keys and types of what says why a request was refused', async () => {
    const real = await recorded('errors');
    const label = { owner, repo: 'errors', name: 'foo', color: 'invalid', headers: v3 };
    const theirs = await real.rest.issues.createLabel(label).catch((fault) => fault);
    const sha = repositories.work.head;
    const description = 'x'.repeat(141);
    const own = await ours()
      .rest.repos.createCommitStatus({ owner, repo: 'errors', sha, state: 'success', description })
      .catch((fault) => fault);
    expect(own.status).toBe(theirs.status);
    expect(own.response.data.message).toBe(theirs.response.data.message);
    expect(differences(theirs.response.data, own.response.data)).toEqual([]);
  });

  it('the links between pages: which there are on each, in which order, to which pages, and that they name the repository by its number', async () => {
    const repo = 'paginate-issues';
    const real = await recorded(repo);
    const { origin, fork } = repositories;
    fake.addRepository('reader/paginate-issues', fork);
    repositories.work.commit({ 'x.md': 'x\n' });
    repositories.work.push('change');
    const pull = fake.openPullRequest({
      base: `${owner}/${repo}`,
      head: 'reader/paginate-issues',
      headBranch: 'change',
    });
    expect(origin).toBe(pull.base.git);
    for (let index = 0; index < 13; index++) fake.as('reader').comment(pull, `comment ${index}`);
    const linksOf = async (pages: AsyncIterable<{ data: unknown[]; headers: { link?: string } }>) => {
      const links: { items: number; rels: string[] }[] = [];
      for await (const { data, headers } of pages) {
        const rels = [
          ...(headers.link ?? '').matchAll(/<[^>]*(\/repositories\/\d+\/)[^>]*[?&](page=\d+)>; (rel="\w+")/g),
        ];
        links.push({ items: data.length, rels: rels.map(([, , page, rel]) => `${page} ${rel}`) });
      }
      return links;
    };
    const client = ours();
    const theirs = await linksOf(
      real.paginate.iterator(real.rest.issues.listForRepo, { owner, repo, per_page: 3, headers: v3 }),
    );
    const own = await linksOf(
      client.paginate.iterator(client.rest.issues.listComments, {
        owner,
        repo,
        issue_number: pull.number,
        per_page: 3,
      }),
    );
    expect(theirs).toHaveLength(5);
    expect(own).toEqual(theirs);
  });
});
