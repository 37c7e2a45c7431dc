import { z } from 'zod';
import type { GitHub } from './client.js';
import { NoFeedback } from './no-feedback.js';
import type { Run } from './run-event.js';

const sha = z.string().regex(/^[0-9a-f]{40}$/);

const pullSchema = z.object({
  number: z.int().positive(),
  state: z.string(),
  head: z.object({ sha, repo: z.object({ id: z.int() }).nullable() }),
  base: z.object({ ref: z.string(), sha, repo: z.object({ id: z.int() }) }),
});

const fileSchema = z.object({
  filename: z.string(),
  status: z.string(),
  sha: z.string().nullable(),
  patch: z.string().optional(),
});

/** A file that a pull request changes. */
export interface PullFile {
  /** Its name after the change. */
  path: string;
  removed: boolean;
  /** Git's name of its content after the change. */
  blob: string | undefined;
  /** Absent where GitHub shows none: for files that are large, binary, or changed in name only. */
  patch: string | undefined;
}

export interface Repository {
  owner: string;
  repo: string;
}

/**
 * The open pull request that a run was about. It is found by the commit, the branch and the repository that the run came from, as GitHub tells them, never by
 * what the run itself says. Throws a `NoFeedback` when there is none any more, or when it cannot be told which.
 */
export async function findPullRequest(github: GitHub, run: Run): Promise<number> {
  const { owner, name: repo } = run.repository;
  const { data } = await github.rest.pulls.list({
    owner,
    repo,
    state: 'open',
    head: `${run.head.owner}:${run.head.branch}`,
    per_page: 100,
  });
  const all = z
    .array(pullSchema)
    .parse(data)
    .filter((pull) => isOf(pull, run));
  const chosen = all.length > 1 ? all.filter(({ base }) => base.ref === run.repository.defaultBranch) : all;
  if (chosen.length === 1) return chosen[0]!.number;
  throw all.length === 0 ? new NoFeedback('nothing-no-pull', {}) : new NoFeedback('nothing-several-pulls', {});
}

/** Whether a pull request still stands where the run looked at it. */
export async function isUnchanged(github: GitHub, run: Run, number: number): Promise<boolean> {
  const { owner, name: repo } = run.repository;
  const { data } = await github.rest.pulls.get({ owner, repo, pull_number: number });
  const pull = pullSchema.parse(data);
  return pull.state === 'open' && isOf(pull, run);
}

function isOf({ head, base }: z.infer<typeof pullSchema>, run: Run): boolean {
  return head.sha === run.head.sha && head.repo?.id === run.head.repositoryId && base.repo.id === run.repository.id;
}

/** GitHub lists no more files of a pull request. */
export const mostListed = 3000;

/** The files that a pull request changes: of very many, the first ones. */
export async function listFiles(github: GitHub, repository: Repository, number: number): Promise<PullFile[]> {
  const data = await github.paginate(github.rest.pulls.listFiles, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  return z
    .array(fileSchema)
    .parse(data)
    .map(({ filename, status, sha: blob, patch }) => ({
      path: filename,
      removed: status === 'removed',
      blob: blob ?? undefined,
      patch,
    }));
}

const blobSchema = z.object({ size: z.int().min(0), encoding: z.string(), content: z.string() });

/** The text of a blob, or `undefined` when it is larger than `limit` bytes or no UTF-8. */
export async function readBlob(
  github: GitHub,
  { owner, repo }: Repository,
  blob: string,
  limit: number,
): Promise<string | undefined> {
  const { data } = await github.rest.git.getBlob({ owner, repo, file_sha: blob });
  const { size, encoding, content } = blobSchema.parse(data);
  if (size > limit || encoding !== 'base64') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(content, 'base64'));
  } catch {
    return undefined;
  }
}

const artifactSchema = z.object({
  artifacts: z.array(z.object({ id: z.int(), name: z.string(), size_in_bytes: z.int(), expired: z.boolean() })),
});

export type Artifact = z.infer<typeof artifactSchema>['artifacts'][number];

/** What a run left behind. */
export async function listArtifacts(github: GitHub, { owner, repo }: Repository, runId: number): Promise<Artifact[]> {
  const { data } = await github.rest.actions.listWorkflowRunArtifacts({ owner, repo, run_id: runId, per_page: 100 });
  return artifactSchema.parse(data).artifacts;
}
