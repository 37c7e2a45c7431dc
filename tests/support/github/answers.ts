import { example } from './description.js';
import {
  baseOf,
  type ChangedFile,
  headOf,
  type IssueComment,
  movedLines,
  type Pull,
  type Repository,
  type Review,
  type ReviewComment,
  type Status,
  type User,
} from './state.js';

const web = 'https://github.example';

export const userAnswer = ({ login, id, type }: User) => example('simple-user', { login, id, type });

export const repositoryAnswer = ({ id, fullName, owner, name, defaultBranch }: Repository) =>
  example('repository', {
    id,
    name,
    full_name: fullName,
    owner: userAnswer({ login: owner, id, type: 'User' }),
    default_branch: defaultBranch,
  });

/** A pull request; `kind`: as a list has it, or alone. */
export function pullAnswer(pull: Pull, kind: 'pull-request-simple' | 'pull-request') {
  const { number, title, body, base, baseBranch, head, headOwner, headBranch, author, state, merged, draft, locked } =
    pull;
  return example(kind, {
    id: 1000 + number,
    number,
    title,
    body,
    state,
    locked,
    draft,
    user: userAnswer(author),
    html_url: `${web}/${base.fullName}/pull/${number}`,
    merge_commit_sha: null,
    ...(kind === 'pull-request' && { merged }),
    head: {
      label: `${headOwner}:${headBranch}`,
      ref: headBranch,
      sha: headOf(pull),
      user: userAnswer(author),
      repo: head ? repositoryAnswer(head) : null,
    },
    base: {
      label: `${base.owner}:${baseBranch}`,
      ref: baseBranch,
      sha: baseOf(pull),
      user: userAnswer(author),
      repo: repositoryAnswer(base),
    },
  });
}

export const fileAnswer = ({ filename, previous, status, sha, additions, deletions, patch }: ChangedFile) =>
  example('diff-entry', {
    filename,
    status,
    sha,
    additions,
    deletions,
    changes: additions + deletions,
    ...(patch !== undefined && { patch }),
    ...(previous !== undefined && { previous_filename: previous }),
  });

/** A comment on a line, where that line is now; it is outdated when the line has changed since. */
export function reviewCommentAnswer(comment: ReviewComment, pull: Pull) {
  const { id, review, user, body, path, commit, side, line, startLine, replyTo } = comment;
  const now =
    side === 'RIGHT'
      ? movedLines(pull.base.git, path, commit, headOf(pull), startLine ?? line, line)
      : { first: startLine ?? line, last: line };
  const url = `${web}/${pull.base.fullName}/pull/${pull.number}#discussion_r${id}`;
  return example('pull-request-review-comment', {
    id,
    pull_request_review_id: review,
    user: userAnswer(user),
    body,
    path,
    commit_id: headOf(pull),
    original_commit_id: commit,
    side,
    line: now?.last ?? null,
    start_line: startLine === undefined ? null : (now?.first ?? null),
    start_side: startLine === undefined ? null : side,
    original_line: line,
    original_start_line: startLine ?? null,
    position: now ? 1 : null,
    html_url: url,
    ...(replyTo !== undefined && { in_reply_to_id: replyTo }),
  });
}

export const issueCommentAnswer = ({ id, user, body, pull }: IssueComment, base: Repository) =>
  example('issue-comment', {
    id,
    user: userAnswer(user),
    body,
    html_url: `${web}/${base.fullName}/pull/${pull}#issuecomment-${id}`,
  });

export const reviewAnswer = ({ id, user, body, commit }: Review) =>
  example('pull-request-review', { id, user: userAnswer(user), body, state: 'COMMENTED', commit_id: commit });

export const statusAnswer = ({ id, state, context, description, targetUrl }: Status) =>
  example('status', { id, state, context, description, target_url: targetUrl });

export const simpleStatusAnswer = ({ id, state, context, description, targetUrl }: Status) =>
  example('simple-commit-status', { id, state, context, description, target_url: targetUrl ?? web });
