import { describe, expect, it } from 'vitest';
import { error, type Fault, warning } from '../pipeline/faults.js';
import { formatFaults, formatSummary } from '../pipeline/report.js';
import { formatBytes } from '../pipeline/summary.js';
import { textWidth } from '../pipeline/text-width.js';

const plain = { isTTY: false } as NodeJS.WriteStream;
const colored = { isTTY: true, hasColors: () => true } as unknown as NodeJS.WriteStream;
const format = { root: '/books/manuscripts', cwd: '/books', stream: plain };

const busy = error('output-busy', { path: '/books/output', pid: 12 });
const epoch = (value: string, line?: number, column?: number, path = 'a.md') =>
  error('bad-source-date-epoch', { value }, { path, line, column });

describe('faults', () => {
  it('are lines with place, severity and sentence, sorted by file and line, counted at the end', () => {
    const faults = [
      epoch('d', 2, 10, 'b.md'),
      epoch('b', 12, 1),
      epoch('a', 3, 7),
      warning('output-in-the-way', { path: '', name: 'x' }, { path: 'b.md', line: 2, column: 9 }),
      busy,
    ];
    const lines = formatFaults(faults, 'en', format).split('\n');
    expect(lines.map((line) => line.split(/ {2}/).slice(0, 2))).toEqual([
      ['error', expect.stringMatching(/^Another build/)],
      ['manuscripts/a.md:3:7', 'error'],
      ['manuscripts/a.md:12:1', 'error'],
      ['manuscripts/b.md:2:9', 'warning'],
      ['manuscripts/b.md:2:10', 'error'],
      [''],
      ['4 errors, 1 warning'],
      [''],
    ]);
  });

  it('are said in Chinese', () => {
    expect(formatFaults([epoch('昨天', 3)], 'zh', format)).toBe(
      'manuscripts/a.md:3  错误  SOURCE_DATE_EPOCH 的值“昨天”不是日期。请设为 1970 年 1 月 1 日以来的整秒数（例如 1700000000），或取消这个变量。\n\n1 个错误\n',
    );
  });

  it('give the path from the current folder, also from below and beside', () => {
    const shown = (cwd: string) => formatFaults([epoch('x', 1)], 'en', { ...format, cwd }).split(' ')[0];
    expect(shown('/books/manuscripts')).toBe('a.md:1');
    expect(shown('/books/tools')).toBe('../manuscripts/a.md:1');
  });

  it('show what is hidden in names and excerpts instead of obeying it', () => {
    const text = formatFaults(
      [epoch('x\u001b[2J\u202e\n::error::forged', 1, 1, 'a\u001b]0;t\u0007\u2066.md')],
      'en',
      format,
    );
    expect(text).toContain('manuscripts/a\\u{1b}]0;t\\u{7}\\u{2066}.md:1:1');
    expect(text).toContain('x\\u{1b}[2J\\u{202e}\\u{a}::error::forged');
    expect(text.split('\n')).toHaveLength(4);
  });

  it('do not begin a line as a command to a build server', () => {
    expect(formatFaults([epoch('x', 1, 1, '::stop-commands::x.md')], 'en', { ...format, cwd: format.root })).toMatch(
      /^\.\/::stop/,
    );
  });

  it('have colours on a terminal only', () => {
    expect(formatFaults([busy], 'en', format)).not.toContain('\u001b');
    expect(formatFaults([busy], 'en', { ...format, stream: colored })).toContain('\u001b[31merror\u001b[39m');
  });

  it('past 200 are counted by kind, and no error gives way to a warning', () => {
    const many: Fault[] = [
      ...Array.from({ length: 300 }, (_, n) =>
        warning('output-in-the-way', { path: '', name: `${n}` }, { path: 'a.md', line: n + 1 }),
      ),
      ...Array.from({ length: 150 }, (_, n) => epoch(`${n}`, n + 1, 1, 'z.md')),
    ];
    const lines = formatFaults(many, 'en', format).trimEnd().split('\n');
    expect(lines).toHaveLength(200 + 3);
    expect(lines.filter((line) => line.startsWith('manuscripts/z.md'))).toHaveLength(150);
    expect(lines[200]).toBe('and 250 more: output-in-the-way (250)');
    expect(lines.at(-1)).toBe('150 errors, 300 warnings');
    expect(formatFaults(many, 'zh', format)).toContain('另有 250 处未列出：output-in-the-way（250 处）');
  });
});

describe('the summary', () => {
  const summary = {
    title: '校样',
    output: '/books/output',
    files: [
      { path: '校样.pdf', bytes: 3_123_456 },
      { path: '校样.epub', bytes: 99_949 },
      { path: 'offprints/01-a.pdf', bytes: 600_000 },
      { path: 'offprints/02-b.pdf', bytes: 600_000 },
      { path: 'SHA256SUMS', bytes: 412 },
    ],
    manuscripts: 5,
    pages: 48,
    milliseconds: 7260,
  };

  it('lists files with sizes and pages, offprints as one row, in columns that hold for Han characters', () => {
    const text = formatSummary(summary, 'zh', '/books');
    expect(text).toBe(
      [
        '《校样》',
        '  output/校样.pdf    3.1 MB  48 页',
        '  output/校样.epub   100 kB',
        '  output/offprints/  1.2 MB  2 个文件',
        '  output/SHA256SUMS   412 B',
        '5 篇稿件，48 页，用时 7.3 秒',
        '',
      ].join('\n'),
    );
    const ends = text
      .split('\n')
      .slice(1, 5)
      .map((line) => textWidth(line.replace(/B .*$/, 'B')));
    expect(new Set(ends).size).toBe(1);
  });

  it('speaks English, of one as of many, and of an EPUB alone', () => {
    const one = {
      ...summary,
      files: [{ path: 'a.epub', bytes: 1 }],
      manuscripts: 1,
      pages: undefined,
      milliseconds: 61_400,
    };
    expect(formatSummary(one, 'en', '/books')).toBe('“校样”\n  output/a.epub  1 B\n1 manuscript, in 1 min 1 s\n');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9949, '9.9 kB'],
    [9950, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [5_000_000_000, '5.0 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
