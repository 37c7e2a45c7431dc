import { type FeedbackReport, gitBlob, type ReportedFault } from '../check/feedback-report.js';
import { defaultLimits } from '../volume/limits.js';
import type { GitHub } from './client.js';
import { inlineComments, stickyComments } from './comments.js';
import { type Confirmation, confirm } from './confirm.js';
import { shownText, wholeText } from './diff.js';
import { type Grouped, groupFindings } from './groups.js';
import { NoFeedback } from './no-feedback.js';
import { planInline } from './plan-inline.js';
import { type Part, postReview, putStatus, putSummary, type Target, tidyComments, type Written } from './publish.js';
import {
  type Artifact,
  findPullRequest,
  isUnchanged,
  listArtifacts,
  listFiles,
  mostListed,
  type PullFile,
  readBlob,
} from './pull-request.js';
import { knownArguments, Quotations } from './quotations.js';
import { readReport } from './read-report.js';
import { type Run, runOf } from './run-event.js';
import { stickyComment } from './sticky-comment.js';
import { type Doubt, isWorthSaying, statusFor, summaryOf } from './summary.js';
import type { Links } from './tree.js';
import type { TrustedVolume } from './trusted-volume.js';

export interface FeedbackRequest {
  github: GitHub;
  /** The `workflow_run` event that started this job, as JSON. */
  event: unknown;
  /** The report's bytes, or `undefined` when the run left none. */
  report: Uint8Array | undefined;
  volume: TrustedVolume;
  /** From the top of the repository to the volume, with a slash at its end unless it is empty. */
  prefix: string;
  /** Address of GitHub's web pages, without a slash at its end. */
  server: string;
  env: NodeJS.ProcessEnv;
  refused: (part: Part, detail: string) => void;
}

/** So many texts are looked at again; of those that no patch shows whole, so many are fetched, since each is a request. */
const most = { texts: 50, fetched: 5 };

/** Names of what the workflow that looks at pull requests leaves behind. */
const artifactNames = { report: 'report.json', proof: 'preview' };

/**
 * Says on a pull request what a run found: comments on the lines, one comment that sums up, and a status. Only what is not there yet is written. Throws a
 * `NoFeedback` when nothing is to be said, and GitHub's fault when it cannot be asked at all; what it refuses later goes to `refused`.
 */
export async function giveFeedback(request: FeedbackRequest): Promise<Written> {
  const { github, refused } = request;
  const run = runOf(request.event);
  const repository = { owner: run.repository.owner, repo: run.repository.name };
  const number = await findPullRequest(github, run);
  const artifacts = await listArtifacts(github, repository, run.id);
  const report = reportOf(request.report, artifacts, run);
  const links = linksOf(request, run, number, artifacts);
  const target: Target = {
    github,
    repository,
    number,
    head: run.head.sha,
    refused,
    written: { posted: 0, changed: 0, removed: 0 },
  };

  const { grouped, confirmation, doubt } =
    report?.outcome === 'complete' ? await understood(request, target, report) : nothingUnderstood;
  const faults = report?.outcome === 'failed' ? await knownFaults(request, target, report) : [];
  const existing = report?.outcome === 'complete' ? await inlineComments(github, repository, number) : [];
  const stickies = await stickyComments(github, repository, number);
  // What was found so far may be about what is no longer there.
  if (!(await isUnchanged(github, run, number))) throw new NoFeedback('nothing-no-pull', {});

  const plan = planInline(grouped.groups, grouped.names, existing, links);
  await tidyComments(target, plan);
  const posted = await postReview(target, plan);
  const lang = request.volume.selection?.lang ?? 'en';
  const summary = summaryOf(report, { confirmation, doubt, plan, posted, faults }, lang);
  const url =
    isWorthSaying(summary) || stickies.length > 0
      ? await putSummary(target, stickies, stickyComment(summary, links))
      : undefined;
  const proof = url === undefined && summary.state === 'clean' ? links.proof : undefined;
  await putStatus(target, statusFor(summary, proof !== undefined), url ?? proof ?? links.run);
  return target.written;
}

interface Understood {
  grouped: Grouped;
  confirmation: Confirmation;
  doubt: Doubt | undefined;
}

const nothingUnderstood: Understood = {
  grouped: { groups: [], names: new Set() },
  confirmation: { findings: [], files: new Map() },
  doubt: undefined,
};

/** The report of a run; `undefined` when the run left none, which is told as such. Throws a `NoFeedback` for one that is not to be believed. */
function reportOf(bytes: Uint8Array | undefined, artifacts: readonly Artifact[], run: Run): FeedbackReport | undefined {
  const reports = artifacts.filter(({ name }) => name === artifactNames.report);
  if (reports.length > 1) throw new NoFeedback('untrusted-artifacts', {});
  if (reports.length === 0 || bytes === undefined) return undefined;
  const report = readReport(bytes);
  if (report.head !== run.head.sha) throw new NoFeedback('untrusted-head', {});
  return report;
}

function linksOf({ server, env }: FeedbackRequest, run: Run, number: number, artifacts: readonly Artifact[]): Links {
  const repository = `${run.repository.owner}/${run.repository.name}`;
  const runUrl = `${server}/${repository}/actions/runs/${run.id}`;
  const proof = artifacts.find(({ name, expired }) => name === artifactNames.proof && !expired);
  return {
    server,
    repository,
    head: run.head.sha,
    run: runUrl,
    files: `${server}/${repository}/pull/${number}/files`,
    ...(proof && { proof: `${runUrl}/artifacts/${proof.id}` }),
    env,
  };
}

/** Holds the report against the pull request's files and texts, and puts together what is told in one comment. */
async function understood(
  { github, volume, prefix }: FeedbackRequest,
  { repository, number }: Target,
  report: FeedbackReport,
): Promise<Understood> {
  const files = await listFiles(github, repository, number);
  const texts = new Map<string, { text: string; rechecked: Awaited<ReturnType<TrustedVolume['recheck']>> }>();
  let fetched = 0;
  for (const { path, blob, patch } of worthReading(report, files, prefix)) {
    const shown = patch === undefined ? undefined : wholeText(patch);
    const isWhole = shown !== undefined && gitBlob(shown) === blob;
    if (!isWhole && fetched++ >= most.fetched) continue;
    const text = isWhole ? shown : await readBlob(github, repository, blob!, defaultLimits.manuscript);
    if (text !== undefined) texts.set(path, { text, rechecked: await volume.recheck(path, text) });
  }
  const doubt = doubtAbout(files);
  const confirmation = confirm({
    report,
    files,
    prefix,
    texts,
    severityOf: (rule) => volume.severityOf(rule),
    trustedText: (path) => volume.textOf(path),
    terms: volume.terms,
    doubted: doubt !== undefined,
  });
  return { grouped: groupFindings(confirmation), confirmation, doubt };
}

/** Why the run's report may be of the pull request's own making: GitHub runs a pull request's own copy of the workflows. */
function doubtAbout(files: readonly PullFile[]): Doubt | undefined {
  if (files.some(({ path }) => path.startsWith('.github/'))) return 'own-checks';
  return files.length >= mostListed ? 'too-many-files' : undefined;
}

/** Where a run stopped and why; the reason only where its words are the pull request's. */
async function knownFaults(
  { github, prefix }: FeedbackRequest,
  { repository, number }: Target,
  report: FeedbackReport,
): Promise<ReportedFault[]> {
  const files = await listFiles(github, repository, number);
  const sources = files.flatMap(({ path, patch }) => [path, ...(patch === undefined ? [] : [shownText(patch)])]);
  const quotations = new Quotations();
  return report.faults.map(({ id, args = {}, path, line }) => {
    const known = id === undefined ? undefined : knownArguments(args, (text) => quotations.isQuoted(text, sources));
    return {
      ...(known && { id, args: known }),
      ...(path !== undefined && quotations.isQuoted(path, [...sources, 'volume.yml']) && { path: `${prefix}${path}` }),
      ...(line !== undefined && { line }),
    };
  });
}

/** The files of the pull request with most to say about, as many as are read. */
function worthReading(report: FeedbackReport, files: readonly PullFile[], prefix: string): PullFile[] {
  const counts = new Map<string, number>();
  const count = (path: string) => {
    const name = `${prefix}${path}`.normalize('NFC');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { path, findings } of report.files) {
    for (const { cause } of findings) {
      count(path);
      if (cause && cause.path !== path) count(cause.path);
    }
  }
  const countOf = ({ path }: PullFile) => counts.get(path.normalize('NFC')) ?? 0;
  return files
    .filter((file) => !file.removed && file.blob !== undefined && countOf(file) > 0)
    .sort((a, b) => countOf(b) - countOf(a))
    .slice(0, most.texts);
}
