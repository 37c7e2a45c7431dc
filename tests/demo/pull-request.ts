/**
 * `npm run demo:pull-request`: what a contributor lives through, on this machine alone. A GitHub of our own, a repository and its fork; a manuscript is pushed to the
 * fork, the workflows are run, and a page shows the pull request as a person would see it. `-- --lang en` shows it in English, `--manuscripts 100` in a volume of that
 * size, `--sample` with text written for it although a real one is there; `--bring file.md` brings a file of your own in the manuscript's place, and `--push file.md` pushes
 * another one afterwards (both as often as wanted). `--write page.html` writes the page instead of serving it.
 * `--build` has each job build the programs, as on GitHub, so that the seconds are those that pass there between a push and the words on the pull request, but for
 * `npm ci`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Octokit } from '@octokit/rest';
import { type OpenPull, Round } from '../workflows/round.js';
import { pullRequestPage } from './page.js';
import { demoIn } from './volumes.js';

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: 'zh' },
    manuscripts: { type: 'string', default: '0' },
    sample: { type: 'boolean', default: false },
    bring: { type: 'string', multiple: true, default: [] },
    push: { type: 'string', multiple: true, default: [] },
    build: { type: 'boolean', default: false },
    write: { type: 'string' },
    port: { type: 'string', default: '0' },
  },
});

const demo = demoIn(values.lang === 'en' ? 'en' : 'zh', Number(values.manuscripts), values.sample);
const round = await Round.start(demo.volume, values.build);
try {
  await show();
} finally {
  await round.end();
}

async function show(): Promise<void> {
  const brought = values.bring.length > 0 ? filesAt(values.bring) : demo.brought;
  const open = round.open(inVolume(brought));
  Object.assign(open.shown, { title: demo.title, body: demo.body });
  await check(open);
  if (values.push.length > 0)
    await check({ ...open, pull: round.repository.push(open.pull, inVolume(filesAt(values.push))) });
  const html = await page();
  if (values.write !== undefined) writeFileSync(values.write, html);
  else await serve(html);
}

function filesAt(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [path.basename(file), readFileSync(file, 'utf8')]));
}

function inVolume(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`manuscripts/${name}`, text]));
}

/** Runs the workflows on what was pushed, and tells how long each job took. */
async function check(open: OpenPull): Promise<void> {
  round.github.reset();
  const lint = await round.lint(open);
  const feedback = await round.feedback(open, lint);
  const jobs = { ...lint.jobs, ...feedback.jobs };
  for (const [name, { conclusion, seconds }] of Object.entries(jobs))
    console.log(`${name}: ${conclusion} in ${seconds.toFixed(1)} s`);
  // The jobs of one workflow run beside each other.
  const longest = Math.max(...Object.values(lint.jobs).map(({ seconds }) => seconds));
  const { requests } = round.github;
  const comments = round.github.reviewComments(open.shown).length;
  console.log(
    `From push to review: ${(longest + jobs.feedback!.seconds).toFixed(1)} s, ${requests.length} requests, ${comments} comments on lines (load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores)`,
  );
}

/** The pull request as GitHub's API tells it, as a page. */
async function page(): Promise<string> {
  const { rest } = new Octokit({ baseUrl: round.github.url, auth: 'workflow-token' });
  const [owner = '', repo = ''] = round.repository.fullName.split('/');
  const { data: pull } = await rest.pulls.get({ owner, repo, pull_number: 1 });
  const where = { owner, repo, pull_number: 1, per_page: 100 };
  const [files, reviewComments, issueComments, status] = await Promise.all([
    rest.pulls.listFiles(where),
    rest.pulls.listReviewComments(where),
    rest.issues.listComments({ owner, repo, issue_number: 1, per_page: 100 }),
    rest.repos.getCombinedStatusForRef({ owner, repo, ref: pull.head.sha }),
  ]);
  return pullRequestPage({
    title: pull.title,
    number: pull.number,
    base: pull.base.label,
    head: pull.head.label,
    author: pull.user.login,
    body: pull.body ?? '',
    sha: pull.head.sha,
    files: files.data,
    reviewComments: reviewComments.data,
    issueComments: issueComments.data,
    statuses: status.data.statuses,
  });
}

/** Serves the page until the process is interrupted. */
async function serve(html: string): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(Number(values.port), '127.0.0.1', resolve));
  console.log(`The pull request: http://127.0.0.1:${(server.address() as AddressInfo).port}/ (Ctrl+C ends)`);
  await new Promise<void>((resolve) => process.once('SIGINT', resolve));
  server.close();
}
