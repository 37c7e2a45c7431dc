import { git } from './git.js';
import type { Answer } from './routes.js';
import { changedFiles, headOf, hunkLines, type Pull } from './state.js';

/** A refusal as GitHub words it. */
export const refusal = (message: string, errors: unknown[] = []): Answer => ({
  status: 422,
  body: { message, errors, documentation_url: 'https://docs.github.com/rest' },
});

interface Comment {
  path?: string;
  body?: string;
  line?: number;
  side?: 'LEFT' | 'RIGHT';
  start_line?: number;
  start_side?: 'LEFT' | 'RIGHT';
}

/** Why GitHub would refuse a review as a whole, or `undefined`. The description of the API does not tell these rules; the sentences are GitHub's. */
export function reviewProblem(pull: Pull, body: Record<string, unknown>): Answer | undefined {
  const comments = (body.comments ?? []) as Comment[];
  const commit = (body.commit_id as string | undefined) ?? headOf(pull);
  if (!isOf(pull, commit)) return refusal('Unprocessable Entity', ['Commit is not part of the pull request']);
  if (comments.length === 0 && !body.body) return refusal('Unprocessable Entity', ['Review comments cannot be blank.']);
  const files = new Map(changedFiles(pull, commit).map((file) => [file.filename, file]));
  for (const {
    path = '',
    body: text = '',
    line,
    side = 'RIGHT',
    start_line: start,
    start_side: startSide,
  } of comments) {
    if (text.length > 65_536)
      return refusal('Unprocessable Entity', ['Body is too long (maximum is 65536 characters)']);
    if (text.trim() === '') return refusal('Unprocessable Entity', ["Body can't be blank"]);
    const file = files.get(path);
    if (!file) return refusal('Unprocessable Entity', ['Path could not be resolved']);
    const hunks = hunkLines(file.patch ?? '');
    const hunk = hunks.find((one) => line !== undefined && one[side].has(line));
    if (line === undefined || !hunk)
      return refusal('Unprocessable Entity', [
        "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank",
      ]);
    if (start === undefined) continue;
    if (startSide === side && start >= line)
      return refusal('Unprocessable Entity', ['Pull request review thread start line must precede the end line.']);
    if (!hunk[startSide ?? side].has(start))
      return refusal('Unprocessable Entity', [
        'Pull request review thread start line must be part of the same hunk as the line.',
      ]);
  }
  return undefined;
}

function isOf(pull: Pull, commit: string): boolean {
  try {
    git(pull.base.git, 'cat-file', '-e', `${commit}^{commit}`);
    return true;
  } catch {
    return false;
  }
}
