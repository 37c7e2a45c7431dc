import { describe, expect, it } from 'vitest';
import { git } from '../support/github/index.js';
import { Contribution, header } from './contribution.js';

const damaged = { 'manuscripts/paper.md': `${header('造纸')}他们紧跟紧跟时代的步伐前进。\n` };

function nothingWritten(paper: Contribution): void {
  expect(paper.github.writes()).toEqual([]);
  expect(paper.github.store.statuses).toEqual([]);
}

describe('the pull request that a run is about', () => {
  it.each(['before the first look at it', 'between the first look and the last'])(
    'P1: is not written to when it was closed or merged %s',
    async (when) => {
      for (const end of ['close', 'merge'] as const) {
        const paper = await Contribution.open(damaged);
        const report = await paper.report();
        if (when.startsWith('before')) paper.pull[end]();
        else paper.github.meanwhile('GET', '/issues/1/comments', () => paper.pull[end]());
        expect(await paper.say({ report })).toMatchObject({ nothing: 'nothing-no-pull' });
        nothingWritten(paper);
      }
    },
  );

  it('P2: is not written to when it was pushed to, or force-pushed, between the check and the comment', async () => {
    for (const force of [false, true]) {
      const paper = await Contribution.open(damaged);
      const report = await paper.report();
      const run = { headSha: report.head };
      paper.push({ 'manuscripts/paper.md': `${header('造纸')}改过了。\n` }, { force });
      expect(await paper.say({ report, run })).toMatchObject({ nothing: 'nothing-no-pull' });
      nothingWritten(paper);
    }
  });

  const mended = { 'manuscripts/paper.md': `${header('造纸')}改过了。\n` };

  it('P3: is not written to when it was pushed to while the report was read', async () => {
    for (const force of [false, true]) {
      const paper = await Contribution.open(damaged);
      const report = await paper.report();
      paper.github.meanwhile('GET', '/issues/1/comments', () => paper.push(mended, { force }));
      expect(await paper.say({ report })).toMatchObject({ nothing: 'nothing-no-pull' });
      nothingWritten(paper);
    }
  });

  it('P3: keeps its comments at the commit that was looked at, though it is pushed to in the very moment', async () => {
    for (const force of [false, true]) {
      const paper = await Contribution.open(damaged);
      const report = await paper.report();
      paper.github.meanwhile('POST', '/reviews', () => paper.push(mended, { force }));
      expect(await paper.say({ report })).toMatchObject({ refused: [] });
      expect(paper.github.store.reviews.map(({ commit }) => commit)).toEqual([report.head]);
      expect(paper.comments).toMatchObject([{ line: null, original_commit_id: report.head }]);
      expect(paper.github.store.statuses.map(({ sha }) => sha)).toEqual([report.head]);
      await paper.say();
      expect(paper.comments).toEqual([]);
      expect(paper.summaries).toHaveLength(1);
    }
  });

  it('P4: that is locked still gets its status', async () => {
    const paper = await Contribution.open(damaged);
    paper.pull.locked = true;
    const said = await paper.say();
    expect(said.refused).toEqual(['review', 'summary']);
    expect(paper.status).toMatchObject({ state: 'success', description: '1 处警告' });
  });

  it('P5: may be a draft', async () => {
    const paper = await Contribution.open(damaged);
    paper.pull.draft = true;
    await paper.say();
    expect(paper.comments).toHaveLength(1);
  });

  it('P6: is left alone when its fork is gone', async () => {
    const paper = await Contribution.open(damaged);
    const report = await paper.report();
    const event = paper.github.workflowRun({ pull: 1 });
    expect(
      await paper.say({
        report,
        event: () => ({ ...event, workflow_run: { ...event.workflow_run, head_repository: null } }),
      }),
    ).toMatchObject({ nothing: 'nothing-head-gone' });
    paper.pull.head = undefined;
    expect(await paper.say({ report, event: () => event })).toMatchObject({ nothing: 'nothing-no-pull' });
    nothingWritten(paper);
  });

  it('P7: of two from one branch is the one into the default branch', async () => {
    const paper = await Contribution.open(damaged);
    git(paper.git.origin, 'branch', 'archive', 'main');
    const second = paper.github.openPullRequest({
      base: 'society/volume',
      baseBranch: 'archive',
      head: 'reader/volume',
      headBranch: 'my-paper',
    });
    await paper.say();
    expect(paper.comments).toHaveLength(1);
    expect(paper.github.reviewComments(second)).toEqual([]);
    paper.pull.state = 'closed';
    const third = paper.github.openPullRequest({
      base: 'society/volume',
      baseBranch: 'archive',
      head: 'reader/volume',
      headBranch: 'my-paper',
    });
    expect(await paper.say()).toMatchObject({ nothing: 'nothing-several-pulls' });
    expect(paper.github.reviewComments(third)).toEqual([]);
  });

  it('P8: is told from another one at the same commit by its branch', async () => {
    const paper = await Contribution.open(damaged);
    paper.git.work.push('same-commit');
    const other = paper.github.openPullRequest({
      base: 'society/volume',
      head: 'reader/volume',
      headBranch: 'same-commit',
    });
    await paper.say();
    expect(paper.comments).toHaveLength(1);
    expect(paper.github.reviewComments(other)).toEqual([]);
  });

  it('P9: is not set back by the re-run of an older check that ends last', async () => {
    const paper = await Contribution.open(damaged);
    const older = await paper.report();
    paper.push({ 'manuscripts/paper.md': `${header('造纸')}他们紧跟时代的步伐前进。\n` });
    await paper.say();
    const writes = paper.github.writes().length;
    expect(await paper.say({ report: older, run: { headSha: older.head } })).toMatchObject({
      nothing: 'nothing-no-pull',
    });
    expect(paper.github.writes()).toHaveLength(writes);
  });

  it('P10: may have had its base changed', async () => {
    const paper = await Contribution.open(damaged);
    const report = await paper.report();
    git(paper.git.origin, 'branch', 'next', 'main');
    paper.pull.baseBranch = 'next';
    await paper.say({ report });
    expect(paper.comments).toHaveLength(1);
  });

  it('P12: is never the one that a report names', async () => {
    const paper = await Contribution.open(damaged);
    const report = await paper.report();
    expect(await paper.say({ report: Buffer.from(JSON.stringify({ ...report, pull_number: 2 })) })).toMatchObject({
      nothing: 'untrusted-shape',
    });
    nothingWritten(paper);
  });

  it.each([
    ['was started by a push', { event: 'push' }, 'nothing-other-event'],
    ['is one of another workflow', { path: '.github/workflows/evil.yml' }, 'nothing-other-workflow'],
    ['only begins like ours', { path: '.github/workflows/lint.yml.bak' }, 'nothing-other-workflow'],
    ['was cancelled', { conclusion: 'cancelled' }, 'nothing-no-result'],
  ])('P13: is not looked for when the run %s', async (_, run, nothing) => {
    const paper = await Contribution.open(damaged);
    expect(await paper.say({ report: null, run })).toMatchObject({ nothing });
    expect(paper.github.requests).toEqual([]);
  });

  it('P13: is found when GitHub adds the branch to the path of the workflow', async () => {
    const paper = await Contribution.open(damaged);
    await paper.say({ run: { path: '.github/workflows/lint.yml@refs/heads/main' } });
    expect(paper.comments).toHaveLength(1);
  });

  it('P14: may have a branch and a title that a shell or a workflow would trip over', async () => {
    const branch = '$(id>owned);`id`"\'&|<纸>🙂';
    const paper = await Contribution.open(damaged, { branch, title: '"; echo owned\n::error::x $(id) 🙂' });
    await paper.say();
    expect(paper.comments).toHaveLength(1);
    expect(JSON.stringify([paper.comments, paper.summaries])).not.toContain('owned');
  });
});
