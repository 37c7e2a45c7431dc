import { describe, expect, it } from 'vitest';
import { Contribution, header } from './contribution.js';

const materials = ['竹子', '桑皮', '麻布', '稻草', '藤条', '树皮', '棉花', '芦苇', '木浆', '蚕丝'];
const places = ['浙江', '安徽', '四川', '云南', '福建', '江西', '湖南', '广东', '山西', '河北', '陕西', '贵州'];
/** As many paragraphs, each with a word that stands twice. */
const paragraphs = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${places[index % 12]}人用${materials[index % 10]}造纸，${index} 年里紧跟紧跟时代。`,
  ).join('\n\n');

describe('very many findings', () => {
  it('V1: give 25 comments, and the others stand in the summary', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${paragraphs(40)}\n` });
    await paper.say();
    expect(paper.comments).toHaveLength(25);
    expect(paper.summaries[0]!.body).toMatch(/另有 1\d 处没有写在行上/);
    expect(paper.summaries[0]!.body).toContain('有些列在下面，其余都在相应的行上写了评论：');
    expect(paper.summaries[0]!.body).not.toContain('每一处');
  });

  it('V4 and V6: give a summary that GitHub takes, cut between two places', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${paragraphs(1000)}\n` });
    const said = await paper.say();
    expect(said.refused).toEqual([]);
    const { body } = paper.summaries[0]!;
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(20_000);
    expect(body).toMatch(/^<!-- galley:summary v1 [0-9a-f]{16} -->/);
    expect(body).toMatch(/这里写不下了，其余 \d+ 处见检查的摘要/);
    expect(body).toContain('一份报告装不下');
    expect(body).toMatch(/<\/details>[\s\S]*检查的是/);
  });

  it('V4: of letters that take two units give a summary that GitHub takes, with every letter whole', async () => {
    const letter = (index: string) => String.fromCodePoint(0x2f800 + Number(index));
    const text = paragraphs(500).replaceAll(/(\d+) 年里紧跟紧跟/g, (_, index) => `${index} 年里${letter(index)}紧跟`);
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${text}\n` });
    expect((await paper.say()).refused).toEqual([]);
    const { body } = paper.summaries[0]!;
    expect(body.match(/[\u{2F800}-\u{2FA1F}]/gu)!.length).toBeGreaterThan(100);
    expect(body).toContain('这里写不下了');
    expect(body).not.toMatch(/\p{Cs}|\uFFFD/u);
    expect(body.length).toBeLessThanOrEqual(65_536);
  });

  it('in one paragraph give one comment that GitHub takes', async () => {
    const text = Array.from(
      { length: 120 },
      (_, index) => `${places[index % 12]}人用${materials[index % 10]}造纸，${index} 年里紧跟紧跟时代`,
    ).join('；');
    const paper = await Contribution.open({ 'manuscripts/paper.md': `${header('造纸')}${text}。\n` });
    expect((await paper.say()).refused).toEqual([]);
    expect(paper.comments).toHaveLength(1);
    expect(paper.comments[0]!.body).toMatch(/这一段里还有 \d\d+ 处/);
  });
});
