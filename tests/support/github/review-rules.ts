import { changedFiles, patchRows } from './pull-files.js';
import { brings } from './repositories.js';
import { type Answer, refusal } from './request.js';
import { baseOf, headOf, type Pull, type User } from './state.js';

/** Rules that GitHub's description of its API does not tell. The sentences are GitHub's, as people have reported them. */

export interface NewComment {
  path?: string;
  body?: string;
  line?: number;
  side?: 'LEFT' | 'RIGHT';
  start_line?: number;
  start_side?: 'LEFT' | 'RIGHT' | 'side';
  position?: number;
  subject_type?: 'line' | 'file';
}

/** A rule that a comment breaks; `field` of the conversation that it would begin. */
interface Problem {
  field: string;
  code: 'custom' | 'invalid' | 'missing_field';
  message: string;
}

const longestBody = 65_536;
const characters = (text: string): number => [...text].length;

const noHunk: Problem = { field: 'diff_hunk', code: 'missing_field', message: "diff hunk can't be blank" };
const notInDiff: Problem = { field: 'line', code: 'custom', message: 'line must be part of the diff' };
const otherHunk: Problem = {
  field: 'start_line',
  code: 'custom',
  message: 'start line must be part of the same hunk as the line.',
};
const notBefore: Problem = { field: 'start_line', code: 'custom', message: 'start line must precede the end line.' };

/** Which rules for its place a comment breaks. A comment by `position` is given its line and side. */
function placeProblems(pull: Pull, commit: string, comment: NewComment): Problem[] {
  const file = changedFiles(pull, commit).find(({ filename }) => filename === comment.path);
  if (!file) return [{ field: 'path', code: 'invalid', message: 'path is invalid' }, noHunk];
  if (comment.subject_type === 'file') return [];
  const rows = patchRows(file.patch ?? '');
  if (comment.line === undefined && comment.position !== undefined) {
    const row = rows.find(({ position }) => position === comment.position);
    if (!row) return [{ field: 'position', code: 'invalid', message: 'position is invalid' }, noHunk];
    comment.side = row.RIGHT === undefined ? 'LEFT' : 'RIGHT';
    comment.line = row[comment.side];
  }
  const { line, side = 'RIGHT', start_line: start } = comment;
  const startSide = comment.start_side === 'LEFT' || comment.start_side === 'RIGHT' ? comment.start_side : side;
  const end = line === undefined ? undefined : rows.find((row) => row[side] === line);
  if (!end) return [notInDiff, ...(start === undefined ? [] : [otherHunk]), noHunk];
  if (start === undefined) return [];
  const begin = rows.find((row) => row[startSide] === start);
  if (begin ? begin.position >= end.position : start >= line!) return [notBefore];
  return begin?.hunk === end.hunk ? [] : [otherHunk];
}

/** Why GitHub would refuse a review as a whole, or `undefined`. */
export function reviewRefusal(
  pull: Pull,
  user: User,
  body: Record<string, unknown>,
  hasPending: boolean,
): Answer | undefined {
  const refuse = (...errors: string[]) => refusal('Unprocessable Entity', errors);
  const comments = (body.comments ?? []) as NewComment[];
  const text = String(body.body ?? '');
  const commit = (body.commit_id as string | undefined) ?? headOf(pull);
  if (pull.locked) return refuse('lock prevents review');
  if (!isOf(pull, commit)) return refuse('The commitOID is not part of the pull request');
  if (hasPending) return refuse('User can only have one pending review per pull request');
  if (body.event === 'APPROVE' && user.type === 'Bot')
    return refuse('GitHub Actions is not permitted to approve pull requests.');
  if (body.event === 'REQUEST_CHANGES' && text.trim() === '')
    return refuse('You need to leave a comment indicating the requested changes.');
  if (body.event === 'COMMENT' && text.trim() === '' && comments.length === 0)
    return refuse("Review body can't be blank");
  if (characters(text) > longestBody) return refuse(`Body is too long (maximum is ${longestBody} characters)`);
  for (const comment of comments) {
    const words = comment.body ?? '';
    if (words.trim() === '') return refuse("Body can't be blank");
    if (characters(words) > longestBody) return refuse(`Body is too long (maximum is ${longestBody} characters)`);
    const problems = placeProblems(pull, commit, comment);
    if (problems[0]?.field === 'path') return refuse('Path could not be resolved');
    if (problems.length > 0)
      return refuse(sentence(problems.map(({ message }) => `Pull request review thread ${message}`)));
  }
  return undefined;
}

/** Why GitHub would refuse a single comment on a line, or `undefined`. */
export function commentRefusal(pull: Pull, comment: NewComment & { commit_id?: string }): Answer | undefined {
  const resource = 'PullRequestReviewComment';
  const refuse = (...errors: object[]) => refusal('Validation Failed', errors);
  if (pull.locked) return refusal('Validation Failed', [{ resource, code: 'unprocessable', message: lockedMessage }]);
  const commit = comment.commit_id ?? headOf(pull);
  if (!isOf(pull, commit)) {
    const message = 'commit_id is not part of the pull request';
    return refuse({ resource, code: 'custom', field: 'commit_id', message });
  }
  const tooLong = bodyRefusal(resource, comment.body ?? '');
  if (tooLong) return tooLong;
  const problems = placeProblems(pull, commit, comment).map(({ field, code, message }) => {
    const name = `pull_request_review_thread.${field}`;
    const words = message.replace(/^start line|^\w+/, name);
    return { resource, code, field: name, ...(code === 'custom' && { message: words }) };
  });
  return problems.length > 0 ? refuse(...problems) : undefined;
}

/** Why GitHub would refuse the text of a comment, or `undefined`. */
export function bodyRefusal(resource: string, body: string): Answer | undefined {
  if (body.trim() === '') return refusal('Validation Failed', [{ resource, code: 'missing_field', field: 'body' }]);
  if (characters(body) <= longestBody) return undefined;
  const message = `Body is too long (maximum is ${longestBody} characters)`;
  return refusal('Validation Failed', [{ resource, code: 'unprocessable', field: 'data', message }]);
}

export const lockedMessage = 'Unable to create comment because issue is locked.';

/** Whether a commit is one that the pull request has or, before it was forced elsewhere, had. */
function isOf(pull: Pull, commit: string): boolean {
  headOf(pull);
  const base = baseOf(pull);
  return pull.heads.some((head) => brings(pull.base.git, base, head, commit));
}

/** Items in a sentence, as Ruby on Rails puts them. */
function sentence(items: string[]): string {
  if (items.length <= 2) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;
}
