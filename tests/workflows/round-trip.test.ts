import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPull, Round } from './round.js';
import type { RunResult } from './runner.js';
import { damaged, volume } from './volume.js';

let round: Round;
beforeAll(async () => {
  round = await Round.start(volume);
});
// Fails when anything was asked or answered otherwise than GitHub describes it.
afterAll(() => round.end());

const third = 'manuscripts/third.md';
/** A link that leads nowhere, and a comma of another width, which can be mended for certain. */
const twofold = damaged.replace('写小字用硬毫，', '写小字用硬毫,');
const mended = damaged.replace('[这里]()', '这里');

async function check(open: OpenPull, jobs = ['lint']): Promise<{ lint: RunResult; feedback: RunResult }> {
  const lint = await round.lint(open, { jobs });
  const feedback = await round.feedback(open, lint);
  expect([feedback.conclusion, feedback.jobs.feedback!.log]).toEqual(['success', expect.any(String)]);
  return { lint, feedback };
}

const status = ({ pull }: OpenPull) => round.github.store.statuses.filter(({ sha }) => sha === pull.head).at(-1);
const writes = () => round.github.writes().length;

describe('W2: from a push on a fork to the words on the pull request', () => {
  test('a finding stands on its line, with its fix to accept, and one comment sums up', async () => {
    const open = round.open({ [third]: twofold });
    const { lint } = await check(open, ['lint', 'preview']);
    const comments = round.github.reviewComments(open.shown);
    expect(comments.map(({ path, line }) => [path, line])).toEqual(comments.map(() => [third, 9]));
    const bodies = comments.map(({ body }) => body).join('\n');
    expect(bodies).toContain('没有去处');
    expect(bodies).toMatch(/```suggestion\n.*写小字用硬毫，写大字用软毫。\n```/);
    const [sticky, ...more] = round.github.issueComments(open.shown);
    expect(more).toEqual([]);
    expect(sticky!.body).toContain(`https://github.example/press/proceedings/actions/runs/${lint.runId}`);
    expect(sticky!.body).toContain('no-empty-url');
    const proof = round.github.store.artifacts.find(({ name }) => name === 'preview');
    expect(sticky!.body).toContain(`/actions/runs/${lint.runId}/artifacts/${proof!.id}`);
    expect(status(open)).toMatchObject({ context: 'galley/lint', state: 'failure' });
    expect(round.github.requests.length).toBeLessThanOrEqual(15);
  });

  test('U1: the same commit again is not written about again', async () => {
    const open = round.open({ [third]: twofold });
    const { lint } = await check(open);
    const before = writes();
    await round.feedback(open, lint);
    expect(writes()).toBe(before);
  });

  test('U3: what the next push mends is gone, and the comment is brought up to date in place', async () => {
    const open = round.open({ [third]: twofold });
    await check(open);
    const [sticky] = structuredClone(round.github.issueComments(open.shown));
    const next = { ...open, pull: round.repository.push(open.pull, { [third]: mended }) };
    await check(next);
    expect(round.github.reviewComments(open.shown)).toEqual([]);
    const [updated, ...more] = round.github.issueComments(open.shown);
    expect([updated!.id, more]).toEqual([sticky!.id, []]);
    expect(updated!.body).not.toBe(sticky!.body);
    expect(status(next)).toMatchObject({ state: 'success' });
  });

  test('V7: a sound manuscript is told to be sound', async () => {
    const open = round.open({ [third]: mended });
    await check(open);
    expect(round.github.reviewComments(open.shown)).toEqual([]);
    expect(status(open)).toMatchObject({ state: 'success' });
  });

  test('P2: a push between the lint and its feedback keeps the old run silent', async () => {
    const open = round.open({ [third]: twofold });
    const lint = await round.lint(open, { jobs: ['lint'] });
    round.repository.push(open.pull, { [third]: mended }, true);
    const before = writes();
    const feedback = await round.feedback(open, lint);
    expect(feedback.conclusion).toBe('success');
    expect(writes()).toBe(before);
  });

  test('A1: without a report the pull request is told that the check could not run, never that it is sound', async () => {
    const open = round.open({ [third]: mended });
    const failing = { 'actions/setup-node': () => Promise.reject(new Error('no Node')) };
    const lint = await round.lint(open, { jobs: ['lint'], actions: failing });
    const feedback = await round.feedback(open, lint);
    expect(feedback.jobs.feedback!.steps.map(({ outcome }) => outcome)).toEqual([
      'success',
      'success',
      'success',
      'failure',
      'success',
    ]);
    expect(status(open)).toMatchObject({ state: 'error' });
    expect(round.github.issueComments(open.shown)).toHaveLength(1);
  });
});

describe('W4: a pull request with a lint.yml of its own', () => {
  /** The workflow's name, with a job that uploads what it likes as the report. */
  const forging = (report: string, archive = false) => `name: Manuscript lint
on: pull_request
jobs:
  lint:
    steps:
      - run: |
          mkdir -p "$RUNNER_TEMP/report"
          cat > "$RUNNER_TEMP/report/report.json" <<'END'
          ${report}
          END
      - uses: actions/upload-artifact@${'0'.repeat(40)}
        with: { name: report.json, path: "\${{ runner.temp }}/report/report.json", archive: ${archive} }
`;
  const forged = (head: string, more: object) =>
    JSON.stringify({
      schema: 1,
      tool: '0.1.0',
      head,
      base: head,
      outcome: 'complete',
      truncated: false,
      manuscripts: 1,
      waived: {},
      files: [],
      faults: [],
      ...more,
    });

  async function forge(report: (head: string) => string, archive = false): Promise<OpenPull> {
    const open = round.open({ [third]: mended, '.github/workflows/lint.yml': forging('{}') });
    // The report names the commit that it comes with, which the workflow's own file cannot hold: it is put there by the runner of the attack.
    const lint = await round.lint(open, {
      actions: {
        'actions/upload-artifact': async (_, { runId, artifacts, temp }) => {
          const file = path.join(temp, 'report.json');
          const text = report(open.pull.head);
          writeFileSync(file, text);
          artifacts.put(runId, {
            name: 'report.json',
            zipped: archive,
            files: new Map([['report.json', file]]),
            bytes: text.length,
            retentionDays: 1,
          });
          return {};
        },
      },
    });
    expect(lint.conclusion).toBe('success');
    expect((await round.feedback(open, lint)).conclusion).toBe('success');
    return open;
  }
  const said = ({ shown }: OpenPull) =>
    [...round.github.issueComments(shown), ...round.github.reviewComments(shown)].map(({ body }) => body).join('\n');

  test.each([
    ['with words of its own', (head: string) => forged(head, { message: 'SEE https://evil.example @everyone' })],
    ['about another commit', () => forged('1'.repeat(40), {})],
    ['that is no JSON', () => 'SEE https://evil.example @everyone'],
    [
      'with a rule that there is not',
      (head: string) =>
        forged(head, {
          files: [
            {
              path: 'third.md',
              blob: '0'.repeat(40),
              locale: 'zh',
              findings: [
                {
                  rule: 'SEE https://evil.example',
                  kind: 'SEE',
                  args: {},
                  line: 1,
                  column: 1,
                  endLine: 1,
                  endColumn: 2,
                },
              ],
            },
          ],
        }),
    ],
  ])('A4-A9: cannot pass the check with a report %s, nor speak through it', async (_, report) => {
    const open = await forge(report);
    expect(said(open)).not.toMatch(/evil|@everyone|SEE/);
    expect(status(open)?.state ?? 'none').not.toBe('success');
  });

  test('A11: cannot have a zip opened', async () => {
    const open = await forge((head) => forged(head, {}), true);
    expect(status(open)?.state ?? 'none').not.toBe('success');
  });
});
