import { anchorOf, originOf } from './anchors.js';
import { example } from './example.js';
import type { ChangedFile } from './pull-files.js';
import {
  type Artifact,
  baseOf,
  type CheckRun,
  headOf,
  type IssueComment,
  type Pull,
  type Repository,
  type Review,
  type ReviewComment,
  type Run,
  type Status,
  type User,
} from './state.js';

export const web = 'https://github.example';

export const nodeId = (kind: string, id: number): string => Buffer.from(`${kind}${id}`).toString('base64');

export const userAnswer = ({ login, id, type }: User) =>
  example('simple-user', {
    login,
    id,
    node_id: nodeId('User', id),
    type,
    html_url: login.endsWith('[bot]') ? `${web}/apps/${login.slice(0, -5)}` : `${web}/${login}`,
  });

/** A repository; `kind`: as others name it, or alone. */
export const repositoryAnswer = (
  { id, fullName, owner, name, defaultBranch, parent }: Repository,
  kind: 'repository' | 'minimal-repository' | 'full-repository' = 'repository',
): Record<string, unknown> =>
  example(kind, {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName,
    owner: userAnswer({ login: owner, id, type: 'User' }),
    html_url: `${web}/${fullName}`,
    fork: parent !== undefined,
    default_branch: defaultBranch,
    visibility: 'public',
    ...(kind === 'full-repository' && {
      has_downloads: true,
      allow_forking: true,
      is_template: false,
      web_commit_signoff_required: false,
      topics: [],
      ...(parent && { parent: repositoryAnswer(parent) }),
    }),
  });

/** A pull request; `kind`: as a list has it, or alone. */
export function pullAnswer(pull: Pull, kind: 'pull-request-simple' | 'pull-request') {
  const { number, title, body, base, baseBranch, head, headOwner, headBranch, author, draft, locked } = pull;
  const [headSha, baseSha] = [headOf(pull), baseOf(pull)];
  const open = pull.state === 'open';
  return example(kind, {
    id: 1000 + number,
    number,
    title,
    body: body || null,
    state: pull.state,
    locked,
    draft,
    user: userAnswer(author),
    html_url: `${web}/${base.fullName}/pull/${number}`,
    merge_commit_sha: null,
    ...(kind === 'pull-request' && {
      merged: pull.merged,
      mergeable: open ? pull.mergeableState !== 'dirty' : null,
      mergeable_state: open ? pull.mergeableState : 'unknown',
    }),
    head: {
      label: `${headOwner}:${headBranch}`,
      ref: headBranch,
      sha: headSha,
      user: userAnswer(author),
      repo: head ? repositoryAnswer(head) : null,
    },
    base: {
      label: `${base.owner}:${baseBranch}`,
      ref: baseBranch,
      sha: baseSha,
      user: userAnswer({ login: base.owner, id: base.id, type: 'User' }),
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

/** A comment on a line, where that line is now. */
export function reviewCommentAnswer(comment: ReviewComment, pull: Pull) {
  const { id, review, user, body, path, commit, side, line, startLine, startSide, replyTo } = comment;
  const now = anchorOf(comment, pull);
  const { position, hunk } = originOf(comment, pull);
  const url = `${web}/${pull.base.fullName}/pull/${pull.number}`;
  const places = {
    side,
    line: now?.line ?? null,
    original_line: line,
    start_line: now?.startLine ?? null,
    original_start_line: startLine ?? null,
    start_side: startSide ?? null,
    position: now?.position ?? null,
    original_position: position,
  };
  return example('pull-request-review-comment', {
    id,
    node_id: nodeId('ReviewComment', id),
    pull_request_review_id: review,
    user: userAnswer(user),
    body,
    path,
    diff_hunk: hunk,
    commit_id: now ? headOf(pull) : commit,
    original_commit_id: commit,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
    html_url: `${url}#discussion_r${id}`,
    pull_request_url: url,
    subject_type: line === undefined ? 'file' : 'line',
    ...(line !== undefined && places),
    ...(replyTo !== undefined && { in_reply_to_id: replyTo }),
  });
}

export const issueCommentAnswer = (comment: IssueComment, base: Repository) =>
  example('issue-comment', {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: userAnswer(comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
    html_url: `${web}/${base.fullName}/pull/${comment.pull}#issuecomment-${comment.id}`,
  });

export const reviewAnswer = ({ id, user, body, commit, state, createdAt, pull }: Review, base: Repository) =>
  example('pull-request-review', {
    id,
    node_id: nodeId('Review', id),
    user: userAnswer(user),
    body,
    state,
    commit_id: commit,
    author_association: 'NONE',
    html_url: `${web}/${base.fullName}/pull/${pull}#pullrequestreview-${id}`,
    ...(state !== 'PENDING' && { submitted_at: createdAt }),
  });

const statusFields = ({ id, state, context, description, targetUrl, createdAt, updatedAt }: Status) => ({
  id,
  node_id: nodeId('Status', id),
  state,
  context,
  description,
  target_url: targetUrl,
  created_at: createdAt,
  updated_at: updatedAt,
});

export const statusAnswer = (status: Status) =>
  example('status', { ...statusFields(status), creator: userAnswer(status.creator) });

export const simpleStatusAnswer = (status: Status) =>
  example('simple-commit-status', { ...statusFields(status), target_url: status.targetUrl ?? web });

export const checkRunAnswer = ({ id, name, sha, status, conclusion, annotations }: CheckRun) =>
  example('check-run', {
    id,
    node_id: nodeId('CheckRun', id),
    name,
    head_sha: sha,
    status,
    conclusion,
    output: {
      ...(example('check-run', {}).output as object),
      annotations_count: annotations.length,
    },
  });

export function runAnswer(run: Run, pulls: readonly Pull[]) {
  const { id, repository, path, name, event, conclusion, attempt, headSha, headBranch, headRepository } = run;
  return example('workflow-run', {
    id,
    node_id: nodeId('WorkflowRun', id),
    name,
    path,
    event,
    status: 'completed',
    conclusion,
    run_attempt: attempt,
    head_sha: headSha,
    head_branch: headBranch,
    html_url: `${web}/${repository.fullName}/actions/runs/${id}`,
    // Of pull requests from forks, GitHub tells a run nothing.
    pull_requests: pulls
      .filter((pull) => pull.head === repository && pull.headBranch === headBranch && pull.state === 'open')
      .map((pull) =>
        example('pull-request-minimal', {
          id: 1000 + pull.number,
          number: pull.number,
          head: { ref: headBranch, sha: headSha, repo: { id: repository.id, url: web, name: repository.name } },
          base: {
            ref: pull.baseBranch,
            sha: baseOf(pull),
            repo: { id: repository.id, url: web, name: repository.name },
          },
        }),
      ),
    repository: repositoryAnswer(repository, 'minimal-repository'),
    head_repository: headRepository ? repositoryAnswer(headRepository, 'minimal-repository') : null,
  });
}

export const artifactAnswer = ({ id, run, name, size, expired }: Artifact, repository: Repository, api: string) =>
  example('artifact', {
    id,
    node_id: nodeId('Artifact', id),
    name,
    size_in_bytes: size,
    expired,
    archive_download_url: `${api}/repos/${repository.fullName}/actions/artifacts/${id}/zip`,
    workflow_run: { id: run, repository_id: repository.id },
  });
