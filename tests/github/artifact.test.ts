import { describe, expect, it } from 'vitest';
import type { FeedbackReport } from '../../pipeline/check/feedback-report.js';
import { Contribution, header } from './contribution.js';

const damaged = { 'manuscripts/paper.md': `${header('造纸')}他们紧跟紧跟时代的步伐前进。\n` };

/** The report of a run with its finding changed. */
async function forged(paper: Contribution, changes: object, path = 'paper.md'): Promise<FeedbackReport> {
  const report = await paper.report();
  const [file] = report.files;
  return { ...report, files: [{ ...file!, path, findings: [{ ...file!.findings[0]!, ...changes }] }] };
}

const everything = (paper: Contribution) =>
  JSON.stringify([paper.comments.map(({ body }) => body), paper.summaries.map(({ body }) => body), paper.status]);

describe('a report that somebody forged', () => {
  it('A1: or took away is told as a check that could not be, never as a clean one', async () => {
    const paper = await Contribution.open(damaged);
    await paper.say({ report: null });
    expect(paper.summaries[0]!.body).toContain('这次还没能读到稿子');
    expect(paper.summaries[0]!.body).toContain('多半不是稿子的问题');
    expect(paper.summaries[0]!.body).not.toContain('全部结果');
    expect(paper.status).toMatchObject({ state: 'error' });
  });

  it('A2: is not believed when there are two', async () => {
    const paper = await Contribution.open(damaged);
    expect(await paper.say({ artifacts: ['report.json', 'report.json'] })).toMatchObject({
      nothing: 'untrusted-artifacts',
    });
    expect(paper.github.writes()).toEqual([]);
  });

  it('P12: cannot speak on another pull request, whose files and number it names', async () => {
    const paper = await Contribution.open(damaged);
    paper.git.work.commit({
      'manuscripts/other.md': `${header('别的')}他们紧跟紧跟时代。\n`,
      'manuscripts/paper.md': null,
    });
    paper.git.work.push('other');
    const other = paper.github.openPullRequest({ base: 'society/volume', head: 'reader/volume', headBranch: 'other' });
    const report = await forged(paper, {}, 'other.md');
    for (const more of [{}, { pull_number: 2 }, { head: other.heads.at(-1)! }])
      await paper.say({ report: { ...report, ...more } });
    expect([paper.github.reviewComments(other), paper.github.issueComments(other)]).toEqual([[], []]);
    expect(paper.github.statuses(other.heads.at(-1)!)).toEqual([]);
    expect(everything(paper)).not.toContain('other.md');
  });

  it('A7: says nothing of a file that the pull request does not change', async () => {
    const paper = await Contribution.open(damaged);
    for (const path of ['old.md', 'nowhere.md', 'volume.yml'])
      await paper.say({ report: await forged(paper, {}, path) });
    expect(paper.comments).toEqual([]);
    expect(everything(paper)).not.toContain('old.md');
  });

  it('A8: on a line that the file does not have is told without one', async () => {
    const paper = await Contribution.open(damaged);
    await paper.say({ report: await forged(paper, { line: 90_000, endLine: 90_000 }) });
    expect(paper.comments).toEqual([]);
  });

  it('A9: about another commit is not believed', async () => {
    const paper = await Contribution.open(damaged);
    const report = await paper.report();
    expect(await paper.say({ report: { ...report, head: 'e'.repeat(40) } })).toMatchObject({
      nothing: 'untrusted-head',
    });
    expect(paper.github.writes()).toEqual([]);
  });

  it.each([
    ['words', 'Send your money to us'],
    ['a link', '[click](https://evil.example)'],
    ['an address', 'https://evil.example/x'],
    ['a mention', '@everyone look'],
    ['HTML', '<img src=https://evil.example/x>'],
    ['a comment of HTML', '<!-- galley:summary v1 0000000000000000 --> owned'],
  ])('A10: cannot say %s of its own', async (_, text) => {
    const paper = await Contribution.open(damaged);
    await paper.say({ report: await forged(paper, { args: { text } }) });
    expect(everything(paper)).not.toContain(JSON.stringify(text).slice(1, -1));
    expect(everything(paper)).not.toMatch(/evil|money|everyone|owned/);
    expect(paper.comments[0]!.body).toContain('一个字、一个词或一句话接连出现了两遍');
  });

  it('A10: cannot name a place that there is not, as the other one of a finding or in its sentence', async () => {
    const paper = await Contribution.open(damaged);
    const words = 'Pay the evil editors/of this volume.md';
    const place = { line: 3, column: 1, endLine: 3, endColumn: 2 };
    const same = { quote: '他们紧跟紧跟时代的步伐前进。', count: 14, path: words, line: 3, evidence: [] };
    for (const changes of [{}, { rule: 'no-duplicate-passage', kind: 'same', args: same }])
      await paper.say({ report: await forged(paper, { ...changes, cause: { path: words, ...place } }) });
    expect(paper.comments).not.toEqual([]);
    expect(everything(paper)).not.toMatch(/evil|Pay/);
  });

  it.each([
    ['letters in boxes', '\u{1F131}\u{1F144}\u{1F148}'],
    ['letters in black boxes', '\u{1F171}\u{1F184}\u{1F188}'],
    ['flags', '\u{1F1E7}\u{1F1FA}\u{1F1FE}'],
    ['pictures', '👉💰'],
    ['dots', '\u2807\u2815\u2815\u2805'],
  ])('A10: cannot write with %s, which are no letters', async (_, text) => {
    const paper = await Contribution.open(damaged);
    await paper.say({ report: await forged(paper, { args: { text } }) });
    expect(paper.comments).toHaveLength(1);
    expect(everything(paper)).not.toContain(text);
  });

  it('cannot suggest words of its own, but what takes something out', async () => {
    const paper = await Contribution.open(damaged);
    const start = damaged['manuscripts/paper.md'].indexOf('紧跟');
    await paper.say({
      report: await forged(paper, {
        args: { text: 'x' },
        fix: { start, end: start + 2, text: '恶意', safety: 'safe' },
      }),
    });
    expect(everything(paper)).not.toContain('恶意');
    expect(paper.comments[0]!.body).not.toContain('```suggestion');
  });

  it('cannot make a finding graver than its rule, and what volume.yml on the default branch switches off stays off', async () => {
    const paper = await Contribution.open(damaged, {
      before: { 'manuscripts/volume.yml': 'title: 集\nlang: zh-CN\nlint:\n  no-repeated-words: advice\n' },
    });
    const report = await paper.report();
    await paper.say({ report });
    expect(paper.comments).toEqual([]);
    expect(paper.status).toMatchObject({ state: 'success' });
  });

  describe('by a pull request that changes its own checks', () => {
    const ownChecks = { ...damaged, '.github/workflows/lint.yml': 'name: Manuscript lint\n' };

    it('never makes it pass, and nothing that its run left behind is offered to anybody', async () => {
      const paper = await Contribution.open(ownChecks);
      await paper.say({ report: { ...(await paper.report()), files: [], waived: { 'no-repeated-words': 99 } } });
      expect(paper.status).toMatchObject({ state: 'error', description: '改动了检查它的工作流，须由编辑过目' });
      expect(paper.summaries[0]!.body).toContain('检查结果不能算数');
      expect(paper.summaries[0]!.body).not.toMatch(/一切都好|不必再做什么|校样|artifacts|actions|99/);
    });

    it('is told only as far as the rules say the same of the text', async () => {
      const paper = await Contribution.open(ownChecks);
      const report = await paper.report();
      const [file] = report.files;
      const [finding] = file!.findings;
      const start = damaged['manuscripts/paper.md'].indexOf('时代');
      const wrong = {
        ...finding!,
        column: 9,
        endColumn: 11,
        args: { text: '时代' },
        fix: { start, end: start + 2, text: '', safety: 'safe' as const },
      };
      await paper.say({ report: { ...report, files: [{ ...file!, findings: [finding!, wrong] }] } });
      expect(paper.comments).toHaveLength(1);
      expect(paper.comments[0]!.body).toContain('```suggestion\n他们紧跟时代的步伐前进。\n```');
      expect(paper.comments[0]!.body).not.toContain('`时代`');
    });

    it('D5: cannot be hidden behind more files than GitHub lists', async () => {
      const many = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`!/${index}.txt`, '']));
      const paper = await Contribution.open({ ...many, ...ownChecks });
      await paper.say({ report: { ...(await paper.report()), files: [] } });
      expect(paper.github.requests.filter(({ path }) => path.endsWith('/files'))).toHaveLength(30);
      expect(paper.status).toMatchObject({ state: 'error', description: '改动的文件太多，看不全，须由编辑过目' });
      expect(paper.summaries[0]!.body).toContain('检查结果不能算数');
    });
  });
});
