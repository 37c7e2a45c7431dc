import { Octokit } from '@octokit/rest';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeGitHub, OriginAndFork, Pull } from './index.js';
import { opened, quiet, refused } from './opened.js';

const file = 'manuscripts/x.md';
const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const before = `${lines(40).join('\n')}\n`;
/** The second line and the 39th change, the 20th goes. */
const after = `${lines(40)
  .filter((_, index) => index !== 19)
  .join('\n')
  .replace('line 2\n', 'line two\n')
  .replace('line 39\n', 'line thirty-nine\n')}\n`;

const where = { owner: 'society', repo: 'volume', pull_number: 1 };
let git: OriginAndFork;
let github: FakeGitHub;
let pull: Pull;
let rest: Octokit['rest'];

beforeEach(async () => {
  const fake = await opened({ [file]: before, 'other.md': 'x\n' }, { [file]: after });
  ({ git, github, pull } = fake);
  rest = new Octokit({ baseUrl: github.url, auth: 'workflow-token', log: quiet }).rest;
  return fake.close;
});

interface Comment {
  path?: string;
  body?: string;
  line?: number;
  side?: string;
  start_line?: number;
  start_side?: string;
  position?: number;
}

const review = (comments: Comment[], more: object = {}) =>
  rest.pulls.createReview({
    ...where,
    event: 'COMMENT',
    comments: comments.map((one) => ({ path: file, body: 'x', ...one })),
    ...more,
  });

const unprocessable = (error: string) => ({ status: 422, message: 'Unprocessable Entity', errors: [error] });

describe('comments of a review', () => {
  it.each([
    ['an added line', { line: 2, side: 'RIGHT' }],
    ['a context line', { line: 1, side: 'RIGHT' }],
    ['a removed line', { line: 20, side: 'LEFT' }],
    ['a context line of the old side', { line: 19, side: 'LEFT' }],
    ['the lines of one hunk', { start_line: 1, start_side: 'RIGHT', line: 5, side: 'RIGHT' }],
    ['lines from the old side to the new', { start_line: 2, start_side: 'LEFT', line: 2, side: 'RIGHT' }],
    ['a place in the diff', { position: 3 }],
  ])('may stand on %s', async (_, comment) => {
    expect((await review([comment])).status).toBe(200);
    expect(github.reviewComments(pull)).toHaveLength(1);
  });

  const outside =
    "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank";
  it.each([
    ['a line that no hunk shows', { line: 10 }, outside],
    ['a removed line on the new side', { line: 40, side: 'RIGHT' }, outside],
    ['an added line on the old side', { line: 41, side: 'LEFT' }, outside],
    [
      'lines that no hunk shows',
      { start_line: 9, line: 10 },
      "Pull request review thread line must be part of the diff, Pull request review thread start line must be part of the same hunk as the line., and Pull request review thread diff hunk can't be blank",
    ],
    [
      'lines of two hunks',
      { start_line: 2, line: 38 },
      'Pull request review thread start line must be part of the same hunk as the line.',
    ],
    [
      'one line given as two',
      { start_line: 2, line: 2 },
      'Pull request review thread start line must precede the end line.',
    ],
    ['lines backwards', { start_line: 3, line: 2 }, 'Pull request review thread start line must precede the end line.'],
    ['a file that is not changed', { path: 'other.md', line: 1 }, 'Path could not be resolved'],
  ])('may not stand on %s, and the whole review is refused', async (_, comment, error) => {
    const [good, bad] = [
      { line: 2 },
      { side: 'RIGHT', ...('start_line' in comment && { start_side: 'RIGHT' }), ...comment },
    ];
    expect(await refused(review([good, bad]))).toMatchObject(unprocessable(error));
    expect(github.reviewComments(pull)).toEqual([]);
    expect(github.reviews(pull)).toEqual([]);
  });

  it('may be made at an older commit of the pull request, even one that was forced away, but at no other', async () => {
    const older = pull.heads[0]!;
    git.work.commit({ [file]: after.replace('line two', 'line 2, again') });
    git.work.forcePush('change');
    expect((await review([{ line: 2 }], { commit_id: older })).status).toBe(200);
    const error = 'The commitOID is not part of the pull request';
    expect(await refused(review([{ line: 2 }], { commit_id: git.home.head }))).toMatchObject(unprocessable(error));
    expect(await refused(review([{ line: 2 }], { commit_id: 'a'.repeat(40) }))).toMatchObject(unprocessable(error));
  });
});

describe('a review', () => {
  it('has to say something', async () => {
    expect(await refused(review([]))).toMatchObject({ status: 422 });
    expect((await review([], { body: 'x' })).status).toBe(200);
  });

  it('is pending, and seen by nobody else, until it is an event; there is one at most', async () => {
    const { data } = await review([{ line: 2 }], { event: undefined });
    expect(data.state).toBe('PENDING');
    expect((await rest.pulls.listReviewComments(where)).data).toEqual([]);
    expect(await refused(review([{ line: 2 }]))).toMatchObject(
      unprocessable('User can only have one pending review per pull request'),
    );
  });

  it('may be of a draft and of a closed pull request, and not of a locked one', async () => {
    pull.setDraft();
    expect((await review([{ line: 2 }])).status).toBe(200);
    pull.close();
    expect((await review([{ line: 2 }])).status).toBe(200);
    pull.lock();
    expect(await refused(review([{ line: 2 }]))).toMatchObject(unprocessable('lock prevents review'));
    const comment = rest.issues.createComment({ owner: 'society', repo: 'volume', issue_number: 1, body: 'x' });
    expect(await refused(comment)).toMatchObject({
      status: 403,
      message: 'Unable to create comment because issue is locked.',
    });
  });

  it('of a workflow approves nothing', async () => {
    expect(await refused(review([], { event: 'APPROVE' }))).toMatchObject(
      unprocessable('GitHub Actions is not permitted to approve pull requests.'),
    );
  });
});

describe('a single comment on a line', () => {
  const comment = (more: Comment & { commit_id?: string; subject_type?: 'file' }) =>
    rest.pulls.createReviewComment({
      ...where,
      body: 'x',
      path: file,
      commit_id: pull.heads.at(-1)!,
      ...more,
    } as never);
  const resource = 'PullRequestReviewComment';

  it('is refused field by field', async () => {
    const field = (name: string) => `pull_request_review_thread.${name}`;
    const noHunk = { resource, code: 'missing_field', field: field('diff_hunk') };
    expect(await refused(comment({ line: 10, side: 'RIGHT' }))).toMatchObject({
      status: 422,
      message: 'Validation Failed',
      errors: [
        { resource, code: 'custom', field: field('line'), message: `${field('line')} must be part of the diff` },
        noHunk,
      ],
    });
    expect(await refused(comment({ start_line: 2, start_side: 'RIGHT', line: 38, side: 'RIGHT' }))).toMatchObject({
      errors: [
        { field: field('start_line'), message: `${field('start_line')} must be part of the same hunk as the line.` },
      ],
    });
    expect(await refused(comment({ path: 'other.md', line: 1 }))).toMatchObject({
      errors: [{ resource, code: 'invalid', field: field('path') }, noHunk],
    });
    expect(await refused(comment({ position: 99 }))).toMatchObject({
      errors: [{ resource, code: 'invalid', field: field('position') }, noHunk],
    });
    expect(await refused(comment({ line: 2, commit_id: git.home.head }))).toMatchObject({
      errors: [{ resource, code: 'custom', field: 'commit_id', message: 'commit_id is not part of the pull request' }],
    });
  });

  it('may be about the file as a whole', async () => {
    const { data } = await comment({ subject_type: 'file' });
    expect(data).toMatchObject({ subject_type: 'file', path: file });
    expect(data).not.toHaveProperty('line');
  });

  it('may be answered, by people and by the workflow, in one conversation', async () => {
    const { data: first } = await comment({ line: 2, side: 'RIGHT' });
    const reply = github.as('reader').reply(first.id, 'why?');
    const { data: answer } = await rest.pulls.createReplyForReviewComment({
      ...where,
      comment_id: reply.id,
      body: 'so',
    });
    expect(answer).toMatchObject({ in_reply_to_id: first.id, user: { login: 'github-actions[bot]', type: 'Bot' } });
    const { data } = await rest.pulls.listReviewComments(where);
    expect(data.map(({ user, in_reply_to_id }) => [user.login, user.type, in_reply_to_id])).toEqual([
      ['github-actions[bot]', 'Bot', undefined],
      ['reader', 'User', first.id],
      ['github-actions[bot]', 'Bot', first.id],
    ]);
  });
});

describe('where a comment is after a push', () => {
  const now = () => github.reviewComments(pull)[0]!;

  it('follows its line, and is outdated once the line is changed', async () => {
    await review([{ line: 2, side: 'RIGHT' }]);
    git.work.commit({ [file]: `new\nlines\n${after}` });
    git.work.push('change');
    expect(now()).toMatchObject({ line: 4, original_line: 2, commit_id: git.work.head });
    git.work.commit({ [file]: after.replace('line two', 'line ii') });
    git.work.push('change');
    expect(now()).toMatchObject({ line: null, position: null, original_line: 2, original_position: 3 });
    expect(now().commit_id).toBe(pull.heads[0]);
  });

  it('is outdated once the diff shows its line no more, or the file is gone from it', async () => {
    await review([{ line: 4, side: 'RIGHT' }]);
    expect(now().line).toBe(4);
    git.work.commit({ [file]: after.replace('line two', 'line 2') });
    git.work.push('change');
    expect(now()).toMatchObject({ line: null, original_line: 4 });
    git.work.commit({ [file]: before });
    git.work.push('change');
    expect(now().line).toBeNull();
  });

  it('keeps its place on the old side while the base stands', async () => {
    await review([{ line: 20, side: 'LEFT' }]);
    git.work.commit({ [file]: `new\n${after}` });
    git.work.push('change');
    expect(now()).toMatchObject({ line: 20, side: 'LEFT' });
    git.work.commit({ [file]: before });
    git.work.push('change');
    expect(now().line).toBeNull();
  });

  it('carries the hunk down to its line', async () => {
    await review([{ line: 2, side: 'RIGHT' }]);
    expect(now()).toMatchObject({ diff_hunk: '@@ -1,5 +1,5 @@\n line 1\n-line 2\n+line two', position: 3 });
  });
});
