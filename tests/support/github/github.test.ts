import { describe, expect, it } from 'vitest';
import { Contribution, quickClient } from '../../github/contribution.js';
import { botToken } from './index.js';

const where = { owner: 'society', repo: 'volume', pull_number: 1 };
const text = (end: string) => `${Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join('\n')}\n${end}\n`;

/** A pull request that changes the first and the last line of a file of 21. */
async function opened() {
  const paper = await Contribution.open(
    { 'manuscripts/x.md': text('new end').replace('line 1\n', 'first\n') },
    { before: { 'manuscripts/x.md': text('end') } },
  );
  const client = quickClient(paper.github);
  const review = (comments: object[], more: object = {}) =>
    client.rest.pulls.createReview({
      ...where,
      event: 'COMMENT',
      comments: comments.map((one) => ({ path: 'manuscripts/x.md', body: 'x', side: 'RIGHT', ...one })) as never,
      ...more,
    });
  return { paper, client, review };
}

const refusal = async (request: Promise<unknown>) => {
  const fault = await request.then(
    () => undefined,
    (error) => error,
  );
  return fault && { status: fault.status, message: fault.message as string };
};

describe('the fake refuses what GitHub refuses', () => {
  it.each([
    ['a line outside the hunks', { line: 10 }, /line must be part of the diff/],
    [
      'a start that is no earlier than the end',
      { line: 2, start_line: 2, start_side: 'RIGHT' },
      /start line must precede the end line/,
    ],
    ['a start in another hunk', { line: 20, start_line: 2, start_side: 'RIGHT' }, /part of the same hunk/],
    ['a file that is not changed', { line: 1, path: 'manuscripts/old.md' }, /Path could not be resolved/],
    ['a comment without words', { line: 1, body: ' ' }, /can't be blank/],
  ])('%s, and the whole review with it', async (_, bad, message) => {
    const { paper, review } = await opened();
    expect(await refusal(review([{ line: 1 }, bad]))).toMatchObject({
      status: 422,
      message: expect.stringMatching(message),
    });
    expect(paper.comments).toEqual([]);
    expect((await review([{ line: 1 }, { line: 20, start_line: 18, start_side: 'RIGHT' }])).status).toBe(200);
    expect(paper.comments).toHaveLength(2);
  });

  it('a comment of more than 65,536 characters', async () => {
    const { client } = await opened();
    const body = (length: number) =>
      client.rest.issues.createComment({ owner: 'society', repo: 'volume', issue_number: 1, body: 'x'.repeat(length) });
    expect(await refusal(body(65_537))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Body is too long'),
    });
    expect((await body(65_536)).status).toBe(201);
  });

  it('V2: more than 50 annotations at once, while an update adds to those that are there', async () => {
    const { paper, client } = await opened();
    paper.github.tokens.set('workflow-token', { ...botToken, permissions: { checks: 'write' } });
    const annotation = {
      path: 'manuscripts/x.md',
      start_line: 1,
      end_line: 1,
      annotation_level: 'warning' as const,
      message: 'x',
    };
    const output = (count: number) => ({ title: 'x', summary: 'x', annotations: Array(count).fill(annotation) });
    const create = (count: number) =>
      client.rest.checks.create({
        owner: 'society',
        repo: 'volume',
        name: 'x',
        head_sha: paper.git.work.head,
        output: output(count),
      });
    expect(await refusal(create(51))).toMatchObject({ status: 422 });
    const { data } = await create(50);
    await client.rest.checks.update({ owner: 'society', repo: 'volume', check_run_id: data.id, output: output(10) });
    expect(paper.github.store.checkRuns[0]!.annotations).toHaveLength(60);
  });

  it('what a token may not do, and a token that it does not know', async () => {
    const { paper, client } = await opened();
    const annotate = client.rest.checks.create({
      owner: 'society',
      repo: 'volume',
      name: 'x',
      head_sha: paper.git.work.head,
    });
    expect(await refusal(annotate)).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    expect(await refusal(quickClient(paper.github, { token: 'x' }).rest.pulls.get(where))).toMatchObject({
      status: 401,
    });
  });

  it('a request that its description does not allow', async () => {
    const { paper, client } = await opened();
    expect(
      await refusal(
        client.rest.repos.createCommitStatus({
          owner: 'society',
          repo: 'volume',
          sha: paper.git.work.head,
          state: 'fine' as never,
        }),
      ),
    ).toMatchObject({ status: 422 });
  });
});
