import { z } from 'zod';
import type { GitHub } from './client.js';
import { type Marked, markOf } from './inline-comment.js';
import type { Repository } from './pull-request.js';
import { digestIn } from './sticky-comment.js';

const userSchema = z.object({ login: z.string(), type: z.string() }).nullable();

const reviewCommentSchema = z.object({
  id: z.int(),
  body: z.string(),
  user: userSchema,
  path: z.string(),
  line: z.int().nullish(),
  start_line: z.int().nullish(),
  in_reply_to_id: z.int().optional(),
});

const issueCommentSchema = z.object({
  id: z.int(),
  body: z.string().optional(),
  user: userSchema,
  html_url: z.string(),
});

const statusSchema = z.object({
  statuses: z.array(z.object({ context: z.string(), state: z.string(), description: z.string().nullable() })),
});

/** A comment of ours on a line. */
export interface InlineComment extends Marked {
  id: number;
  body: string;
  path: string;
  /** Lines that it is on; `undefined` when GitHub calls it outdated. */
  lines?: { first: number; last: number };
  /** Whether somebody has answered it. */
  answered: boolean;
}

/** A comment of ours that sums up. */
export interface StickyComment {
  id: number;
  digest: string;
  url: string;
}

/** Only what the workflow's own token wrote is ours: anyone can write our mark into a comment. */
const isOurs = (user: z.infer<typeof userSchema>) => user?.login === 'github-actions[bot]' && user.type === 'Bot';

/** Our comments on the lines of a pull request. */
export async function inlineComments(github: GitHub, repository: Repository, number: number): Promise<InlineComment[]> {
  const data = await github.paginate(github.rest.pulls.listReviewComments, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  const all = z.array(reviewCommentSchema).parse(data);
  const answered = new Set(all.map(({ in_reply_to_id: id }) => id));
  return all.flatMap(({ id, body, user, path, line, start_line: start, in_reply_to_id: parent }) => {
    const mark = isOurs(user) && parent === undefined ? markOf(body) : undefined;
    if (!mark) return [];
    const lines = line ? { first: start ?? line, last: line } : undefined;
    return [{ ...mark, id, body, path, ...(lines && { lines }), answered: answered.has(id) }];
  });
}

/** Our comments that sum up, oldest first. There should be one at most. */
export async function stickyComments(github: GitHub, repository: Repository, number: number): Promise<StickyComment[]> {
  const data = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100,
  });
  return z
    .array(issueCommentSchema)
    .parse(data)
    .flatMap(({ id, body, user, html_url: url }) => {
      const digest = isOurs(user) ? digestIn(body ?? '') : undefined;
      return digest === undefined ? [] : [{ id, digest, url }];
    })
    .sort((a, b) => a.id - b.id);
}

export interface Status {
  state: 'success' | 'failure' | 'error';
  description: string;
}

const context = 'galley/lint';

/** What the commit's status of ours says. */
export async function statusOf(github: GitHub, repository: Repository, sha: string): Promise<Status | undefined> {
  const { data } = await github.rest.repos.getCombinedStatusForRef({ ...repository, ref: sha, per_page: 100 });
  const found = statusSchema.parse(data).statuses.find((one) => one.context === context);
  return found && { state: found.state as Status['state'], description: found.description ?? '' };
}

/** Sets the commit's status of ours, with an address that it leads to. */
export async function setStatus(
  github: GitHub,
  repository: Repository,
  sha: string,
  { state, description }: Status,
  url: string,
): Promise<void> {
  await github.rest.repos.createCommitStatus({ ...repository, sha, state, description, context, target_url: url });
}
