import { describe, expect, it } from 'vitest';
import { Contribution, header } from './contribution.js';

const damaged = `${header('造纸')}他们紧跟紧跟时代的步伐前进。\n\n中共上海市市级机关工作委\n\n会，中共江苏省委省级机关工作委员会，都派人参加了会议。\n\n这一段没有问题。\n`;
const mended = `${header('造纸')}他们紧跟时代的步伐前进。\n\n中共上海市市级机关工作委员会，中共江苏省委省级机关工作委员会，都派人参加了会议。\n\n这一段没有问题。\n`;

describe('feedback on a pull request', () => {
  it('stands on the lines of the diff, with suggestions, a summary and a status', async () => {
    const paper = await Contribution.open({ 'manuscripts/paper.md': damaged });
    const said = await paper.say();
    console.log(said, paper.comments.map(({ body, line, start_line }) => [start_line, line, body]), paper.summaries, paper.github.requests.map(({method,path,status})=>`${method} ${path} ${status}`), paper.status);
    expect(said.refused).toEqual([]);
  });
});
void mended;
