import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedbackReport } from '../../pipeline/check/feedback-report.js';
import { git } from '../support/github/index.js';
import { Contribution, header } from './contribution.js';

const doubled = '他们紧跟紧跟时代的步伐前进。';
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `这是第 ${index + 1} 段，写的是第 ${index * 7 + 3} 种纸。`).join('\n\n');

describe('the diff of a pull request', () => {
  it('D1: takes comments on the lines that it shows; what lies elsewhere goes to the summary', async () => {
    // A paragraph of several lines, of which only the last one changed: its first line is too far away to be shown.
    const paragraph = (end: string) =>
      `${header('造纸')}${['他们紧跟紧跟时代的步伐前进，', ...Array.from({ length: 12 }, (_, index) => `第 ${index} 样材料各有各的用处，`), end].join('\n')}\n`;
    const paper = await Contribution.open(
      { 'manuscripts/paper.md': paragraph('最后都成了纸。') },
      { before: { 'manuscripts/paper.md': paragraph('最后都变成纸。') } },
    );
    const said = await paper.say();
    expect(said.refused).toEqual([]);
    expect(paper.comments).toEqual([]);
    expect(paper.summaries[0]!.body).toMatch(/另有 \d 处没有写在行上[\s\S]*paper\.md:7/);
  });

  it('D1: that GitHub refuses as a whole loses no finding', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${doubled}\n` });
    paper.github.fail({
      method: 'POST',
      path: '/reviews',
      status: 422,
      body: { message: 'Unprocessable Entity', errors: ['line must be part of the diff'] },
    });
    expect((await paper.say()).refused).toEqual(['review']);
    expect(paper.summaries[0]!.body).toContain('另有 1 处没有写在行上');
    expect(paper.status).toMatchObject({ description: '1 处警告' });
  });

  it('D2: takes no comment across two hunks', async () => {
    const text = (a: string, b: string) => `${header('造纸')}${a}\n\n${lines(10)}\n\n${b}\n`;
    const paper = await Contribution.open(
      { 'manuscripts/paper.md': text(doubled, '各地的的作坊都照做。') },
      { before: { 'manuscripts/paper.md': text('旧的一段。', '旧的末段。') } },
    );
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toHaveLength(2);
  });

  it('D3: gives a comment on one line one line only', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${doubled}\n` });
    await paper.say();
    const [request] = paper.github.requests.filter(({ path: at }) => at.endsWith('/reviews'));
    expect((request!.body as { comments: object[] }).comments[0]).not.toHaveProperty('start_line');
  });

  it('D4: without a patch, as for a long manuscript, puts its findings into the summary with links to the lines', async () => {
    const paper = await Contribution.open({
      'manuscripts/paper.md': `${header('造纸')}${lines(1600)}\n\n${doubled}\n`,
    });
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toEqual([]);
    expect(paper.summaries[0]!.body).toMatch(/blob\/[0-9a-f]{40}\/manuscripts\/paper\.md\?plain=1#L3207/);
  });

  it('D5: of more files than a page holds is read to its end', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [
        `manuscripts/a-${String(index).padStart(3, '0')}.md`,
        `${header(`第 ${index} 篇`)}这是第 ${index} 篇。\n`,
      ]),
    );
    const paper = await Contribution.open({ ...others, 'manuscripts/z.md': `${header('造纸')}${doubled}\n` });
    const report: FeedbackReport = { ...(await paper.report()) };
    report.files = report.files.filter(({ path: at }) => at === 'z.md');
    await paper.say({ report });
    expect(paper.comments).toMatchObject([{ path: 'manuscripts/z.md' }]);
    expect(paper.github.requests.filter(({ path: at }) => at.endsWith('/files'))).toHaveLength(3);
  });

  it('D6: of a file with a new name speaks of the new one, and of one that is only renamed says nothing new', async () => {
    const text = `${header('造纸')}${lines(6)}\n\n`;
    const paper = await Contribution.open(
      {
        'manuscripts/before.md': null,
        'manuscripts/after.md': `${text}${doubled}\n`,
        'manuscripts/same.md': null,
        'manuscripts/other.md': `${text}${doubled}另一篇。\n`,
      },
      { before: { 'manuscripts/before.md': `${text}结尾。\n`, 'manuscripts/same.md': `${text}${doubled}另一篇。\n` } },
    );
    await paper.say();
    expect(paper.comments.map(({ path: at }) => at)).toEqual(['manuscripts/after.md']);
  });

  it('D7: says nothing of what it takes away', async () => {
    const paper = await Contribution.open(
      { 'manuscripts/gone.md': null },
      { before: { 'manuscripts/gone.md': `${header('造纸')}${doubled}\n` } },
    );
    await paper.say();
    expect(paper.comments).toEqual([]);
    expect(paper.status).toMatchObject({ state: 'success' });
  });

  it.each([
    ['Chinese', '造纸.md', '%E9%80%A0%E7%BA%B8.md'],
    ['composed letters', 'M\u00fcller.md', 'M%C3%BCller.md'],
    ['decomposed letters', 'Mu\u0308ller.md', 'Mu%CC%88ller.md'],
  ])('D9: leads to a file whose name has %s', async (_, name, encoded) => {
    const paper = await Contribution.open({
      [`manuscripts/${name}`]: `${header('造纸')}${lines(1600)}\n\n${doubled}\n`,
    });
    await paper.say();
    expect(paper.summaries[0]!.body).toContain(`/manuscripts/${encoded}?plain=1#L3207`);
  });

  it.each([
    ['spaces', 'my paper.md', 'my-paper'],
    ['#, % and ?', 'a#b%20c?.md', 'a-b-20c'],
    ['quotes', 'it\'s "mine".md', 'it-s-mine'],
    ['a command', '$(touch x).md', 'touch-x'],
  ])('D9: says of a name with %s how to call the file instead, and links to it', async (_, name, suggestion) => {
    const paper = await Contribution.open({ [`manuscripts/${name}`]: `${header('造纸')}${doubled}\n` });
    await paper.say();
    const { body } = paper.summaries[0]!;
    expect(body).toContain('这次还没能读到稿子');
    expect(body).toContain(suggestion);
    expect(body).not.toMatch(/运行记录|&#x20;/);
    expect(body).toContain(
      `/manuscripts/${name.split('/').map(encodeURIComponent).join('/')}?plain=1#L1`.replace(
        /[()]/g,
        (mark) => `\\${mark}`,
      ),
    );
  });

  it('D10: suggests lines of a file from Windows without doubling their ends', async () => {
    const paper = await Contribution.open({
      'manuscripts/paper.md': `${header('造纸')}${doubled}\n\n好的。\n`.replaceAll('\n', '\r\n'),
    });
    await paper.say();
    expect(paper.comments[0]!.body).toContain('```suggestion\n他们紧跟时代的步伐前进。\n```');
  });

  it('D11: may have a last line without an end', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${doubled}` });
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments.length).toBeGreaterThan(0);
  });

  /** A pull request whose manuscript has a finding, with changes beside it that `stage` makes in its folder. */
  async function besides(stage: (folder: string) => void): Promise<Contribution> {
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${doubled}\n` });
    const { folder } = paper.git.work;
    stage(folder);
    git(folder, 'commit', '--quiet', '-m', 'Strange files');
    paper.git.work.push('my-paper');
    return paper;
  }

  it('D12: may hold a change of mode only, of which GitHub shows no patch', async () => {
    const paper = await besides((folder) => git(folder, 'update-index', '--chmod=+x', 'manuscripts/old.md'));
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toMatchObject([{ path: 'manuscripts/paper.md', line: 7 }]);
  });

  it('D13: may hold a submodule', async () => {
    const paper = await besides((folder) =>
      git(folder, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},manuscripts/module`),
    );
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toMatchObject([{ path: 'manuscripts/paper.md', line: 7 }]);
  });

  it.each(['/etc/passwd', '../../outside.md', 'old.md'])(
    'D13: with a link to %s says what is wrong, and nothing of what it leads to',
    async (target) => {
      const paper = await besides((folder) => {
        symlinkSync(target, path.join(folder, 'manuscripts/link.md'));
        git(folder, 'add', 'manuscripts/link.md');
      });
      writeFileSync(path.join(paper.folder, 'outside.md'), `${header('别处')}外面的的秘密。\n`);
      expect((await paper.say()).refused).toEqual([]);
      const said = JSON.stringify([paper.comments, paper.summaries]);
      expect(said).toContain('link.md');
      expect(said).not.toMatch(/root:|秘密/);
      expect(paper.status!.state).not.toBe('success');
    },
  );

  it('D15: may hold files that are no text', async () => {
    const paper = await besides((folder) => {
      writeFileSync(path.join(folder, 'manuscripts/figure.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
      git(folder, 'add', 'manuscripts/figure.png');
    });
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toMatchObject([{ path: 'manuscripts/paper.md', line: 7 }]);
  });

  it('D15: with a manuscript that is no text says so', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]) });
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.summaries[0]!.body).toContain('manuscripts/paper.md');
    expect(paper.status!.state).toBe('error');
  });

  it('of a file that the base has changed, too, is commented on where its own lines are', async () => {
    const text = (first: string, last: string) => `${header('造纸')}${first}\n\n${lines(8)}\n\n${last}\n`;
    const paper = await Contribution.open(
      { 'manuscripts/paper.md': text('开头。', doubled) },
      { before: { 'manuscripts/paper.md': text('开头。', '结尾。') } },
    );
    paper.git.home.commit({ 'manuscripts/paper.md': text('编辑改过的开头。\n\n还添了一段。', '结尾。') });
    paper.git.home.push('main');
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments.map(({ line }) => line)).toEqual([25]);
    expect(paper.comments[0]!.body).toContain('```suggestion\n他们紧跟时代的步伐前进。\n```');
  });

  const places = ['浙江', '安徽', '四川', '云南', '福建', '江西', '湖南'];
  const papers = (text: (place: string) => string) =>
    Object.fromEntries(
      places.map((place, index) => [`manuscripts/p${index}.md`, `${header(`${place}的纸`)}${text(place)}\n`]),
    );

  it('D8: shows new files whole, so that nothing need be fetched to comment on them', async () => {
    const paper = await Contribution.open(papers((place) => `${place}人造纸，紧跟紧跟时代。`));
    await paper.say();
    expect(paper.comments).toHaveLength(7);
    expect(paper.github.requests.filter(({ path: at }) => at.includes('/git/blobs/'))).toEqual([]);
  });

  it('of more changed manuscripts than are fetched links to the lines of each', async () => {
    const rest = lines(9);
    const paper = await Contribution.open(
      papers((place) => `${place}人造纸，紧跟紧跟时代。\n\n${rest}\n\n${place}。`),
      { before: papers((place) => `${place}人造纸。\n\n${rest}\n\n${place}。`) },
    );
    await paper.say();
    expect(paper.comments).toHaveLength(5);
    expect(paper.github.requests.filter(({ path: at }) => at.includes('/git/blobs/'))).toHaveLength(5);
    expect(paper.summaries[0]!.body.match(/manuscripts\/p\d\.md\?plain=1#L7/g)!.length).toBeGreaterThanOrEqual(2);
  });
});
