import { describe, expect, it } from 'vitest';
import { Contribution, header } from './contribution.js';

const paragraphs = {
  doubled: '他们紧跟紧跟时代的步伐前进。',
  split: '中共上海市市级机关工作委\n\n会，中共江苏省委省级机关工作委员会，都派人参加了会议。',
  fine: '这一段没有什么问题，可以照原样付印。',
};
const damaged = `${header('造纸')}${paragraphs.doubled}\n\n${paragraphs.split}\n\n${paragraphs.fine}\n`;
const english = `${header('On Paper', 'en')}Paper is made from fibre, and the the fibre comes from plants.\n`;

describe('feedback on a pull request', () => {
  it('stands on the lines of the diff, with suggestions, one summary and a status', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': damaged });
    const said = await paper.say();
    expect(said).toMatchObject({ written: { posted: 3, changed: 0, removed: 0 }, refused: [] });
    const comments = paper.comments.sort((a, b) => a.line! - b.line!);
    expect(comments.map(({ start_line, line }) => [start_line, line])).toEqual([
      [null, 7],
      [9, 11],
    ]);
    expect(comments[0]!.body).toContain('```suggestion\n他们紧跟时代的步伐前进。\n```');
    expect(comments[1]!.body).toContain(
      '```suggestion\n中共上海市市级机关工作委员会，中共江苏省委省级机关工作委员会，都派人参加了会议。\n```',
    );
    expect(paper.summaries).toHaveLength(1);
    const [summary] = paper.summaries;
    expect(summary!.body).toContain('有 2 处请您看一看');
    expect(summary!.body).toContain('每一处都在相应的行上写了评论：[**Files changed');
    expect(summary!.body).toContain('](https://github.example/society/volume/pull/1/files)');
    expect(summary!.body).toContain('[**下载校样**](https://github.example/society/volume/actions/runs/');
    expect(paper.status).toMatchObject({
      state: 'failure',
      context: 'galley/lint',
      description: '1 处错误，1 处警告',
      targetUrl: expect.stringContaining('#issuecomment-'),
    });
  });

  it('speaks the language of the manuscript', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': english });
    await paper.say();
    expect(paper.comments[0]!.body).toContain('**warning**');
    expect(paper.comments[0]!.body).toContain('It could read like this:');
    expect(paper.summaries[0]!.body).toContain('1 place to look at');
  });

  it('puts what is wrong in one paragraph into one comment with one suggestion', async () => {
    const text = `${header('造纸')}他们紧跟紧跟时代,不断进步.也常常回头看看。\n`;
    const paper = await Contribution.open({ 'manuscripts/paper.md': text });
    await paper.say();
    expect(paper.comments).toHaveLength(1);
    const { body } = paper.comments[0]!;
    expect(body.match(/\*\*(?:错误|警告)\*\*/g)!.length).toBeGreaterThanOrEqual(2);
    expect(body.match(/```suggestion/g)).toHaveLength(1);
    expect(body).toContain('他们紧跟时代，不断进步。也常常回头看看。');
  });

  it('comments on changed paragraphs only; the rest is counted and folded away', async () => {
    const old = `${header('造纸')}${paragraphs.doubled}\n\n${paragraphs.fine}\n\n中间还有一段。\n\n再有一段。\n\n最后一段没有改过。\n`;
    const paper = await Contribution.open(
      { 'manuscripts/paper.md': old.replace('最后一段没有改过', '最后一段改过改过了') },
      { before: { 'manuscripts/paper.md': old } },
    );
    await paper.say();
    expect(paper.comments.map(({ line }) => line)).toEqual([15]);
    expect(paper.summaries[0]!.body).toContain('您没有动过的段落里还有 1 处');
    expect(paper.summaries[0]!.body).toContain('有 1 处请您看一看');
    expect(paper.status).toMatchObject({ description: '1 处警告', state: 'success' });
  });

  it('shows a passage that stands in two manuscripts on the side that the pull request brings in, with a link to the other', async () => {
    const passage =
      '竹子砍下来以后要先放在池塘里浸泡一百天，然后剥去青皮，再用石灰水煮上八天八夜，洗净以后放进木桶里，用柴灰浆淋过，再煮再洗，反复十几天，直到竹料自然腐烂，才能舂成泥状，放进槽里抄纸。这样抄出来的纸薄而韧，可以写字，也可以印书，各地的作坊都照这个办法去做，几百年来没有大的改变。';
    const paper = await Contribution.open(
      { 'manuscripts/a-paper.md': `${header('浸竹')}${passage}\n` },
      {
        before: {
          'manuscripts/old-paper.md': `${header('旧法')}古书里记着这样的做法。\n\n${passage}\n\n后来的人又添了几道工序。\n`,
        },
      },
    );
    await paper.say();
    const [comment] = paper.comments;
    expect(comment).toMatchObject({ path: 'manuscripts/a-paper.md', line: 7 });
    expect(comment!.body).toContain('no-duplicate-passage');
    expect(comment!.body).toMatch(/blob\/[0-9a-f]{40}\/manuscripts\/old-paper\.md\?plain=1#L9/);
    expect(comment!.body).toMatch(/old-paper\.md`，第 9 行|`old-paper\.md` ?第 9 行|old-paper\.md/);
    expect(paper.comments).toHaveLength(1);
  });

  it('folds advice away for the editor, and fails nothing for it', async () => {
    const paper = await Contribution.open({
      'manuscripts/paper.md': `${header('造纸')}去年我们看了三家作坊，今年上半年又看了两家。\n`,
    });
    await paper.say();
    expect(paper.comments).toEqual([]);
    expect(paper.summaries[0]!.body).toMatch(/没有要改的地方[\s\S]*<details><summary>供编辑参考：\d 处疑问/);
    expect(paper.status!.state).toBe('success');
  });

  it('says how many findings comments in the text waive', async () => {
    const waived = `${header('造纸')}<!-- lint ignore no-repeated-words -->\n\n${paragraphs.doubled}\n\n${paragraphs.split}\n`;
    const paper = await Contribution.open({ 'manuscripts/paper.md': waived });
    await paper.say();
    expect(paper.summaries[0]!.body).toContain('no-repeated-words 1');
  });

  it('says of what is only to be taken out that it can go', async () => {
    const paper = await Contribution.open({
      'manuscripts/paper.md': `${header('造纸')}${paragraphs.fine}\n\n— 12 —\n\n${paragraphs.fine.replace('这', '那')}\n`,
    });
    await paper.say();
    const comment = paper.comments.find(({ body }) => body.includes('no-page-furniture'))!;
    expect(comment.body).toMatch(/可以删去：\n\n```suggestion\n```$/);
  });

  it('says that there is no proof when none could be made', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': damaged });
    await paper.say({ artifacts: ['report.json'] });
    expect(paper.summaries[0]!.body).toContain('这次没有校样');
  });

  it('never calls clean what could not be looked at', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': damaged });
    const report = await paper.report();
    await paper.say({ report: { ...report, outcome: 'failed', files: [], faults: [{ path: 'volume.yml', line: 3 }] } });
    expect(paper.summaries[0]!.body).toContain('这次还没能读到稿子');
    expect(paper.summaries[0]!.body).toMatch(/manuscripts\/volume\.yml:3/);
    expect(paper.summaries[0]!.body).toContain('[原因见运行记录。](');
    expect(paper.status).toMatchObject({ state: 'error' });
  });

  it('needs no more than fifteen requests for forty findings, and none of them is a write when they are said already', async () => {
    const subjects = ['竹子', '桑皮', '麻布', '稻草', '藤条', '树皮', '棉花', '芦苇', '木浆'];
    const files = Object.fromEntries(
      ['浙江', '安徽', '四川', '云南', '福建'].map((place, file) => [
        `manuscripts/paper-${file}.md`,
        `${header(`${place}的纸`)}${subjects.map((subject) => `${place}人用${subject}造纸，紧跟紧跟时代。`).join('\n\n')}\n`,
      ]),
    );
    const paper = await Contribution.open(files);
    await paper.say();
    expect(Number(/有 (\d+) 处/.exec(paper.summaries[0]!.body)?.[1])).toBeGreaterThanOrEqual(40);
    expect(paper.comments).toHaveLength(25);
    expect(paper.github.requests.length).toBeLessThanOrEqual(15);
    const before = paper.github.writes().length;
    const again = await paper.say();
    expect(again.written).toEqual({ posted: 0, changed: 0, removed: 0 });
    expect(paper.github.writes()).toHaveLength(before);
  });
});
