import { describe, expect, it } from 'vitest';
import { Contribution, header } from './contribution.js';

const doubled = '他们紧跟紧跟时代的步伐前进。';
const other = '各地的的作坊都照这个办法去做。';
const text = (...paragraphs: string[]) => ({ 'manuscripts/paper.md': `${header('造纸')}${paragraphs.join('\n\n')}\n` });

describe('a second run', () => {
  it('U1: over the same commit writes nothing', async () => {
    const paper = await Contribution.open(text(doubled, other));
    await paper.say();
    const written = paper.github.writes().length;
    const again = await paper.say();
    expect(again.written).toEqual({ posted: 0, changed: 0, removed: 0 });
    expect(paper.github.writes()).toHaveLength(written);
  });

  it('U2: leaves a comment where it is when lines above it come, by a push or by a rebase', async () => {
    const paper = await Contribution.open(text(doubled));
    await paper.say();
    const [comment] = paper.comments;
    paper.push(text('前面新添了一段话。', doubled));
    await paper.say();
    expect(paper.comments).toMatchObject([{ id: comment!.id, line: 9 }]);
    paper.git.home.commit({ 'manuscripts/old.md': `${header('旧稿')}纸张的历史很长。\n` });
    paper.git.home.push('main');
    paper.push(text('前面新添了一段话。', '又有一段。', doubled), { force: true });
    await paper.say();
    expect(paper.comments).toMatchObject([{ id: comment!.id, line: 11 }]);
    expect(paper.github.store.reviews).toHaveLength(1);
  });

  it('U2: goes along with a line that is changed elsewhere: the comment that GitHub calls outdated is posted anew', async () => {
    const line = (end: string) =>
      `${doubled}后面还有很长很长的一段话，说的是各地作坊怎样选料、怎样打浆、怎样抄纸，${end}。`;
    for (const isAnswered of [false, true]) {
      const paper = await Contribution.open(text(line('末了晒干')));
      await paper.say();
      const [first] = paper.comments;
      if (isAnswered) paper.github.as('editor').reply(first!.id, '原文如此？');
      paper.push(text(line('末了焙干')));
      await paper.say();
      const open = paper.comments.filter(({ body }) => body.includes('v1 open') && body.includes('`紧跟`'));
      expect(open).toMatchObject([{ line: 7, body: expect.stringContaining('末了焙干') }]);
      const old = paper.comments.find(({ id }) => id === first!.id);
      expect(old?.body.includes('这里的文字已经改动，剩下的问题写在新的评论里。')).toBe(isAnswered || undefined);
    }
  });

  it('U3: takes away the comment on what is mended, and rewrites one that somebody answered', async () => {
    const paper = await Contribution.open(text(doubled, other));
    await paper.say();
    const answered = paper.comments.find(({ line }) => line === 9)!;
    paper.github.as('editor').reply(answered.id, '这里是不是原文如此？');
    paper.push(text('他们紧跟时代的步伐前进。', '各地的作坊都照这个办法去做。'));
    const said = await paper.say();
    expect(said.written).toMatchObject({ removed: 1, changed: 2 });
    const left = paper.comments.find(({ id }) => id === answered.id)!;
    expect(left.body).toContain('**这一处已经改好了，谢谢！**');
    expect(left.body).not.toContain('```suggestion');
    expect(paper.comments).toHaveLength(2);
    expect(paper.summaries[0]!.body).toContain('一切都好');
    const writes = paper.github.writes().length;
    await paper.say();
    expect(paper.github.writes()).toHaveLength(writes);
  });

  it('says what is left of a paragraph anew when one of its findings is mended', async () => {
    const paper = await Contribution.open(text('他们紧跟紧跟时代，各地的的作坊也都这样。'));
    await paper.say();
    paper.push(text('他们紧跟时代，各地的的作坊也都这样。'));
    await paper.say();
    expect(paper.comments).toHaveLength(1);
    expect(paper.comments[0]!.body).toContain('`的`');
    expect(paper.comments[0]!.body).not.toContain('`紧跟`');
    expect(paper.comments[0]!.line).toBe(7);
  });

  it('U3: need not take away what somebody took away in the same moment', async () => {
    const paper = await Contribution.open(text(doubled, other));
    await paper.say();
    const { store } = paper.github;
    const [first] = store.reviewComments;
    paper.push(text('他们紧跟时代的步伐前进。', '各地的作坊都照这个办法去做。'));
    paper.github.meanwhile('DELETE', '/pulls/comments/', () => store.remove(store.reviewComments, first!.id));
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toEqual([]);
  });

  it("U4: never touches another's comment, though it carries our mark", async () => {
    const paper = await Contribution.open(text(doubled));
    await paper.say();
    const mark = paper.summaries[0]!.body.split('\n')[0]!;
    const forged = paper.github.as('stranger').comment(paper.pull, `${mark}\n\nmine`);
    const own = paper.comments[0]!;
    const reply = paper.github.as('stranger').reply(own.id, `${own.body.split('\n')[0]}\n\nmine`);
    const line = { path: 'manuscripts/paper.md', line: 7, body: `${own.body.split('\n')[0]}\n\nmine` };
    const stranger = paper.github.store.person('stranger');
    const alone = paper.github.store.lineComment(paper.pull, stranger, line);
    paper.push(text('他们紧跟时代的步伐前进。'));
    await paper.say();
    expect(paper.comments.find(({ id }) => id === alone.id)?.body).toBe(line.body);
    expect(paper.summaries.find(({ id }) => id === forged.id)?.body).toBe(`${mark}\n\nmine`);
    expect(paper.comments.find(({ id }) => id === reply.id)?.body).toContain('mine');
  });

  it("U4: does not take another's comment with our mark for its own, and says what that would have kept unsaid", async () => {
    const first = await Contribution.open(text(doubled));
    await first.say();
    const [comment, summary] = [first.comments[0]!, first.summaries[0]!];
    const paper = await Contribution.open(text(doubled));
    const users = [
      { ...summary.user, type: 'User' as const },
      { ...summary.user, login: 'other[bot]' },
    ];
    for (const user of users) {
      paper.github.store.comment(paper.pull, user, summary.body);
      paper.github.store.lineComment(paper.pull, user, { path: comment.path, line: 7, body: comment.body });
    }
    expect(await paper.say()).toMatchObject({ written: { posted: 2, changed: 0, removed: 0 } });
    expect([paper.comments.length, paper.summaries.length]).toEqual([3, 3]);
  });

  it('U5: keeps the oldest of two summaries that a race has left', async () => {
    const paper = await Contribution.open(text(doubled));
    await paper.say();
    const [first] = paper.summaries;
    paper.github.store.comment(paper.pull, first!.user, first!.body);
    await paper.say();
    expect(paper.summaries.map(({ id }) => id)).toEqual([first!.id]);
  });

  it('U6: puts a summary that somebody deleted back once', async () => {
    const paper = await Contribution.open(text(doubled));
    await paper.say();
    paper.github.store.remove(paper.github.store.issueComments, paper.summaries[0]!.id);
    await paper.say();
    await paper.say();
    expect(paper.summaries).toHaveLength(1);
  });

  it('U7: tells again what comes back after it was mended', async () => {
    const paper = await Contribution.open(text(doubled));
    await paper.say();
    paper.github.as('editor').reply(paper.comments[0]!.id, '好的。');
    paper.push(text('他们紧跟时代的步伐前进。'));
    await paper.say();
    paper.push(text(doubled));
    await paper.say();
    const open = paper.comments.filter(({ body }) => body.includes('v1 open'));
    expect(open).toHaveLength(1);
    expect(open[0]!.line).toBe(7);
  });

  it('V7: makes the summary say that all is well, takes comments away, and says nothing where nothing was said', async () => {
    const paper = await Contribution.open(text(doubled));
    await paper.say();
    paper.push(text('他们紧跟时代的步伐前进。'));
    await paper.say();
    expect(paper.comments).toEqual([]);
    expect(paper.summaries).toHaveLength(1);
    expect(paper.summaries[0]!.body).toContain('一切都好');
    expect(paper.status).toMatchObject({ state: 'success', description: '一切都好' });
    const clean = await Contribution.open(text('他们紧跟时代的步伐前进。'));
    await clean.say();
    expect(clean.summaries).toEqual([]);
    expect(clean.status).toMatchObject({
      state: 'success',
      description: '一切都好，校样见链接',
      targetUrl: expect.stringMatching(/\/actions\/runs\/\d+\/artifacts\/\d+$/),
    });
  });

  it('V8: goes on where a limit stopped it in the middle of deleting', async () => {
    const paper = await Contribution.open(text(doubled, other, '我们常常去看看看纸坊。'));
    await paper.say();
    const count = paper.comments.length;
    expect(count).toBeGreaterThanOrEqual(2);
    paper.push(text('这里全都改好了，没有问题。'));
    paper.github.fail({
      method: 'DELETE',
      path: '/pulls/comments/',
      after: 1,
      times: 1,
      status: 403,
      body: { message: 'You have exceeded a secondary rate limit.' },
      headers: { 'retry-after': '600' },
    });
    const said = await paper.say();
    expect(said.refused).toEqual(['old-comments']);
    expect(paper.comments).toHaveLength(count - 1);
    expect(paper.summaries[0]!.body).toContain('一切都好');
    await paper.say();
    expect(paper.comments).toEqual([]);
  });
});
