import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type GitHub, requestFault } from '../../pipeline/github/client.js';
import { FakeGitHub } from '../support/github/index.js';
import { Contribution, header, quickClient } from './contribution.js';

/** Exchanges that were recorded with the real GitHub, played back by a server of its own. */
let recorded: { url: string; server: ChildProcess };

beforeAll(async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const program = fileURLToPath(import.meta.resolve('@octokit/fixtures-server/bin/server.js'));
  const server = spawn(process.execPath, [program, '--port', String(port), '--fixtures-url', url], { stdio: 'ignore' });
  recorded = { url, server };
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the recordings cannot be played');
});
afterAll(() => recorded.server.kill());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A client that talks to a recording. */
async function clientOf(scenario: string): Promise<GitHub> {
  const response = await fetch(`${recorded.url}/fixtures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario }),
  });
  const { url } = (await response.json()) as { url: string };
  return createClient({ token: `${'0'.repeat(39)}1`, baseUrl: url, log: () => {}, second: 1, pace: {} });
}

/** The keys of a value and the types behind them, as far as `asked` has them. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : [];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

const owner = 'octokit-fixture-org';
const accept = { accept: 'application/vnd.github.v3+json' };

describe('the fake answers as GitHub was recorded to', () => {
  it('when a status is set and read', async () => {
    const real = await clientOf('create-status');
    const sha = `${'0'.repeat(39)}1`;
    const status = { owner, repo: 'create-status', sha, headers: accept };
    const one = {
      state: 'failure',
      target_url: 'https://example.com',
      description: 'create-status failure test',
      context: 'example/1',
    } as const;
    const created = await real.rest.repos.createCommitStatus({ ...status, ...one });
    const github = await FakeGitHub.start();
    github.addRepository(`${owner}/create-status`, '/nowhere');
    const fake = quickClient(github);
    const ours = await fake.rest.repos.createCommitStatus({ owner, repo: 'create-status', sha, ...one });
    expect(ours.status).toBe(created.status);
    for (const key of ['state', 'description', 'target_url', 'context'] as const)
      expect(ours.data[key]).toBe(created.data[key]);
    const known = shapeOf(created.data) as Record<string, unknown>;
    for (const [key, shape] of Object.entries(shapeOf(ours.data) as Record<string, unknown>)) {
      if (shape !== 'null' && key in known && typeof shape === 'string')
        expect([key, shape]).toEqual([key, known[key]]);
    }
    expect(Object.keys(known).filter((key) => !(key in ours.data))).toEqual([]);
    await github.close();
  });

  it('when a request is not valid', async () => {
    const real = await clientOf('errors');
    const fault = await real.rest.issues
      .createLabel({ owner, repo: 'errors', name: 'foo', color: 'invalid', headers: accept })
      .catch((error) => error);
    expect(fault.status).toBe(422);
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}好。\n` });
    const long = { owner: 'society', repo: 'volume', issue_number: 1, body: 'x'.repeat(65_537) };
    const ours = await quickClient(paper.github)
      .rest.issues.createComment(long)
      .catch((error) => error);
    expect(ours.status).toBe(fault.status);
    const shape = shapeOf(fault.response.data) as Record<string, unknown>;
    expect(shapeOf(ours.response.data)).toMatchObject({
      message: shape.message,
      documentation_url: shape.documentation_url,
    });
    expect(Object.keys(fault.response.data.errors[0]).every((key) => key in ours.response.data.errors[0])).toBe(true);
    expect(requestFault(fault)).toMatch(/^422 Validation Failed/);
    expect(requestFault(ours)).toMatch(/^422 Validation Failed/);
  });

  it('when a list has several pages', async () => {
    const real = await clientOf('paginate-issues');
    const issues = await real.paginate(real.rest.issues.listForRepo, {
      owner,
      repo: 'paginate-issues',
      per_page: 3,
      headers: accept,
    });
    expect(issues).toHaveLength(13);
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}好。\n` });
    for (let index = 0; index < 13; index++) paper.github.as('reader').comment(paper.pull, `comment ${index}`);
    const client = quickClient(paper.github);
    const pages: (string | undefined)[] = [];
    let all = 0;
    for await (const { data, headers } of client.paginate.iterator(client.rest.issues.listComments, {
      owner: 'society',
      repo: 'volume',
      issue_number: 1,
      per_page: 3,
    })) {
      all += data.length;
      pages.push(
        headers.link
          ?.match(/rel="\w+"/g)
          ?.sort()
          .join(' '),
      );
    }
    expect(all).toBe(13);
    expect(pages).toHaveLength(5);
    expect(pages[0]).toBe('rel="last" rel="next"');
    expect(pages.at(-1)).toContain('rel="prev"');
  });
});
