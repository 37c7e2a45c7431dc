import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runStages, type Stage } from '../pipeline/progress.js';
import { textWidth } from '../pipeline/text-width.js';

/** A stream that keeps what is written to it, and says of itself what a terminal would. */
function recorder(terminal?: { columns: number; color: boolean }): { stream: NodeJS.WriteStream; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  const facts = terminal && { isTTY: true, columns: terminal.columns, rows: 24, hasColors: () => terminal.color };
  return { stream: Object.assign(stream, facts) as unknown as NodeJS.WriteStream, text: () => text };
}

const lines = (text: string) => text.split('\n').map((line) => stripVTControlCharacters(line));

const stages = (labels: string[], failure?: Error): Stage<{ ran: string[] }>[] => [
  {
    title: '读取文集',
    async run(context) {
      context.ran.push('first');
      return '5 篇稿件';
    },
  },
  {
    title: '读取稿件',
    total: () => labels.length,
    async run(context, report) {
      for (const label of labels) {
        report(label);
        await pause(120);
      }
      if (failure) throw failure;
      context.ran.push('second');
    },
  },
  {
    title: '制作 EPUB',
    skip: () => true,
    async run(context) {
      context.ran.push('skipped');
    },
  },
  {
    title: '写入文件',
    async run(context) {
      context.ran.push('last');
    },
  },
];

describe('in a log', () => {
  it('each stage is one line when it is over, with what it says of itself or how many it did', async () => {
    const { stream, text } = recorder();
    const context = { ran: [] as string[] };
    await runStages(stages(['a', 'b']), context, { stream, interactive: false, language: 'zh' });
    expect(text()).toMatch(/^读取文集：5 篇稿件（0\.\d 秒）\n读取稿件：2\/2（0\.\d 秒）\n写入文件（0\.\d 秒）\n$/);
    expect(context.ran).toEqual(['first', 'second', 'last']);
  });

  it('the stage that fails says so, and its error is thrown on as it is', async () => {
    const { stream, text } = recorder();
    const failure = new Error('broken');
    const context = { ran: [] as string[] };
    const run = runStages(stages(['a'], failure), context, { stream, interactive: false, language: 'en' });
    await expect(run).rejects.toBe(failure);
    expect(text()).toMatch(/读取稿件: failed \(0\.\d s\)\n$/);
    expect(context.ran).toEqual(['first']);
  });

  it('is also what a stream gets that is no terminal, whatever was asked', async () => {
    const { stream, text } = recorder();
    await runStages(stages([]), { ran: [] }, { stream, interactive: true, language: 'zh' });
    expect(text()).not.toContain('\u001b');
  });

  it('is empty when quiet, and the work is done', async () => {
    const { stream, text } = recorder({ columns: 80, color: true });
    const context = { ran: [] as string[] };
    await runStages(stages(['a']), context, { stream, interactive: true, language: 'en', quiet: true });
    expect(text()).toBe('');
    expect(context.ran).toEqual(['first', 'second', 'last']);
  });
});

describe('on a terminal', () => {
  it('the list shows the count, the time and the manuscript, and ends with every stage ticked', async () => {
    const { stream, text } = recorder({ columns: 80, color: true });
    const context = { ran: [] as string[] };
    await runStages(stages(['kunming', 'submit']), context, { stream, interactive: true, language: 'zh' });
    const shown = lines(text());
    expect(shown).toContainEqual(expect.stringMatching(/读取稿件 {2}1\/2 {2}0\.\d 秒 {2}kunming$/));
    expect(shown.slice(-4)).toEqual([
      expect.stringMatching(/✔ 读取文集 {2}5 篇稿件 {2}0\.\d 秒$/),
      expect.stringMatching(/✔ 读取稿件 {2}2\/2 {2}0\.\d 秒$/),
      expect.stringMatching(/✔ 写入文件 {2}0\.\d 秒$/),
      '',
    ]);
    expect(context.ran).toEqual(['first', 'second', 'last']);
  });

  it.each([20, 40, 78])('no line is wider than %d columns', async (columns) => {
    const { stream, text } = recorder({ columns, color: true });
    const labels = [
      '云南少数民族古籍数字化研究与实践探索第一部分第二部分第三部分',
      'e'.repeat(200),
      '👩‍👩‍👧‍👦'.repeat(40),
    ];
    await runStages(stages(labels), { ran: [] }, { stream, interactive: true, language: 'zh' });
    expect(Math.max(...lines(text()).map((line) => textWidth(line)))).toBeLessThanOrEqual(columns);
  });

  it('names are shown, not obeyed', async () => {
    const { stream, text } = recorder({ columns: 80, color: true });
    await runStages(stages(['\u001b[2Jx\u202ey\nz']), { ran: [] }, { stream, interactive: true, language: 'en' });
    expect(text()).toContain('\\u{1b}[2Jx\\u{202e}y\\u{a}z');
    expect(text()).not.toContain('\u001b[2J');
    expect(text()).not.toContain('\u202e');
  });

  it('there are no colours where the terminal takes none', async () => {
    const { stream, text } = recorder({ columns: 80, color: false });
    await runStages(stages(['a']), { ran: [] }, { stream, interactive: true, language: 'en' });
    expect(text()).not.toMatch(/\u001b\[[0-9;]*m/);
  });

  it('the cursor comes back and the stage is marked when it fails; the error is thrown on as it is', async () => {
    const { stream, text } = recorder({ columns: 80, color: true });
    const failure = new Error('broken');
    const run = runStages(stages(['a'], failure), { ran: [] }, { stream, interactive: true, language: 'zh' });
    await expect(run).rejects.toBe(failure);
    expect(text().lastIndexOf('\u001b[?25h')).toBeGreaterThan(text().lastIndexOf('\u001b[?25l'));
    expect(lines(text()).at(-3)).toMatch(/✖ 读取稿件 {2}1\/1/);
    expect(text()).not.toContain('broken');
  });

  it('no signal is taken from the program', async () => {
    const { stream } = recorder({ columns: 80, color: true });
    const before = process.listenerCount('SIGINT');
    await runStages(stages(['a']), { ran: [] }, { stream, interactive: true, language: 'zh' });
    expect(process.listenerCount('SIGINT')).toBe(before);
    expect(process.listenerCount('exit')).toBeLessThan(10);
  });

  it('what others write to the stream meanwhile follows the list', async () => {
    const { stream, text } = recorder({ columns: 80, color: true });
    const noisy: Stage<object>[] = [
      {
        title: 'noisy',
        async run() {
          stream.write('a note\n');
          await pause(150);
        },
      },
    ];
    await runStages(noisy, {}, { stream, interactive: true, language: 'en' });
    expect(text().indexOf('a note')).toBeGreaterThan(text().lastIndexOf('✔ noisy'));
  });
});
