import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFindings, Finding } from '../../pipeline/check/finding.js';
import { galley, type Run } from '../support/galley.js';
import { folderOf, header } from './volume.js';

const volume = 'title: 研讨会文集\nlang: zh-CN\n';
/** A text in which an empty address is an error, a heading of the wrong rank a warning, and empty lines in a row advice. */
const damaged = `${header('一')}# 标题\n\n第一段。\n\n\n\n### 小节\n\n见[这里]()。\n`;
const sound = `${header('二')}# 标题\n\n第一段文字。\n`;

interface Outcome extends Run {
  files: FileFindings[];
}

async function lint(cwd: string, ...args: string[]): Promise<Outcome> {
  const run = await galley(['lint', '--reporter', 'json', '--no-cache', ...args], { cwd });
  return { ...run, files: run.stdout ? (JSON.parse(run.stdout) as FileFindings[]) : [] };
}

const brief = (files: FileFindings[]) =>
  files.map(({ path: file, messages }) => [
    file,
    messages.map(({ ruleId, severity, line, column }) => `${line}:${column} ${severity} ${ruleId}`),
  ]);

const upstreamOf = (files: FileFindings[], ruleId: string): Finding[] =>
  files.flatMap(({ messages }) => messages.filter((finding) => finding.ruleId === ruleId));

describe('galley lint', () => {
  test('reports the findings of a volume by place, in the order of the volume', async () => {
    const contents = 'contents:\n  - b\n  - a\n';
    const cwd = await folderOf({
      'manuscripts/volume.yml': volume + contents,
      'manuscripts/a.md': damaged,
      'manuscripts/b.md': sound,
      'manuscripts/README.md': damaged,
    });
    const { code, files, stderr } = await lint(cwd);
    expect(files.map(({ path: file }) => file)).toEqual(['b.md', 'a.md']);
    expect(brief(files)[1]![1]).toEqual(
      expect.arrayContaining([
        '9:5 advice no-consecutive-blank-lines',
        '13:1 warning heading-increment',
        '15:2 error no-empty-url',
      ]),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/1 error, .*in 2 manuscripts\./);
  });

  test('gives each finding the keys of the contract in their order', async () => {
    const cwd = await folderOf({ 'a.md': damaged });
    const { files } = await lint(cwd, 'a.md');
    const [finding] = upstreamOf(files, 'no-consecutive-blank-lines');
    expect(Object.keys(finding!)).toEqual([
      'ruleId',
      'severity',
      'message',
      'line',
      'column',
      'endLine',
      'endColumn',
      'actual',
      'expected',
      'note',
      'url',
      'fix',
    ]);
    expect(finding).toMatchObject({ actual: '\n\n\n\n', expected: ['\n\n'], fix: { text: '\n\n', safety: 'safe' } });
  });

  test('ends with 0 when nothing is at error severity, whatever there is of warnings and advice', async () => {
    const cwd = await folderOf({ 'a.md': damaged.replace('[这里]()', '这里') });
    const { code, files } = await lint(cwd, 'a.md');
    expect(upstreamOf(files, 'heading-increment')).toHaveLength(1);
    expect(code).toBe(0);
  });

  test('prints the same bytes in another folder and another time zone', async () => {
    const texts = { 'manuscripts/volume.yml': volume, 'manuscripts/a.md': damaged, 'manuscripts/b.md': sound };
    const one = await lint(await folderOf(texts));
    const args = ['lint', '--no-cache', '--reporter', 'json'];
    const other = await galley(args, { cwd: await folderOf(texts), env: { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' } });
    expect(other.stdout).toBe(one.stdout);
  });

  test('tells of findings in the language that is asked for', async () => {
    const cwd = await folderOf({ 'a.md': damaged });
    const own = upstreamOf((await lint(cwd, 'a.md')).files, 'no-empty-url')[0]!;
    const english = upstreamOf((await lint(cwd, '--locale', 'en', 'a.md')).files, 'no-empty-url')[0]!;
    expect(own.message).toMatch(/\p{Script=Han}/u);
    expect(english.message).not.toMatch(/^[^“”]*\p{Script=Han}[^“”]*$/u);
  });

  test('leaves advice out when asked to', async () => {
    const cwd = await folderOf({ 'a.md': damaged });
    const { files } = await lint(cwd, '--no-advice', 'a.md');
    expect(files[0]!.messages.map(({ severity }) => severity)).not.toContain('advice');
    expect(upstreamOf(files, 'no-empty-url')).toHaveLength(1);
  });
});

describe('what is looked at', () => {
  const files = {
    'manuscripts/volume.yml': volume,
    'manuscripts/a.md': damaged,
    'manuscripts/deep/paper.md': damaged,
    'manuscripts/b.md': sound,
    'elsewhere/c.md': damaged,
    'elsewhere/inner/d.md': sound,
    'elsewhere/README.md': damaged,
    'elsewhere/_draft.md': damaged,
  };
  const paths = async (...args: string[]) =>
    (await lint(await folderOf(files), ...args)).files.map(({ path: file }) => file);

  test('is the whole volume without paths', async () => {
    expect(await paths()).toEqual(['a.md', 'b.md', 'deep/paper.md']);
  });

  test('is what paths choose of the volume, a file or a folder', async () => {
    expect(await paths('manuscripts/b.md')).toEqual(['b.md']);
    expect(await paths('manuscripts/deep', 'manuscripts/a.md')).toEqual(['a.md', 'deep/paper.md']);
    expect(await paths('manuscripts')).toEqual(['a.md', 'b.md', 'deep/paper.md']);
  });

  test('is a file outside the volume, or all Markdown of a folder but READMEs', async () => {
    expect(await paths('elsewhere/c.md')).toEqual(['elsewhere/c.md']);
    expect(await paths('elsewhere')).toEqual(['elsewhere/c.md', 'elsewhere/inner/d.md']);
    expect(await paths('elsewhere/README.md')).toEqual(['elsewhere/README.md']);
  });

  test('may be both', async () => {
    expect(await paths('elsewhere/c.md', 'manuscripts/b.md')).toEqual(['b.md', '../elsewhere/c.md']);
  });
});

describe('places', () => {
  const slice = (text: string, finding: Finding) => {
    const lines = text.split(/\r\n|\r|\n/);
    expect(finding.line).toBe(finding.endLine);
    return lines[finding.line - 1]!.slice(finding.column - 1, finding.endColumn - 1);
  };

  test.each([
    ['with CRLF', damaged.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${damaged}`],
    ['with a byte order mark and no front matter', '\uFEFF见[这里]()。\n'],
    ['with astral characters before it', '𠮷野家见[这里]()。\r\n'],
    ['with mathematics, tables and notes', '见$x$[^1]和[这里]()。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: 注。\n'],
  ])('are those of the file %s', async (_, text) => {
    const cwd = await folderOf({ 'a.md': text });
    const { files } = await lint(cwd, 'a.md');
    expect(slice(text, upstreamOf(files, 'no-empty-url')[0]!)).toBe('[这里]()');
  });

  test.each([
    ['LF', damaged],
    ['CRLF', damaged.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${damaged.replaceAll('\n', '\r\n')}`],
  ])('of a fix are offsets in a file with %s', async (_, text) => {
    const cwd = await folderOf({ 'a.md': text });
    const { files } = await lint(cwd, 'a.md');
    const { fix, actual } = upstreamOf(files, 'no-consecutive-blank-lines')[0]!;
    expect(text.slice(fix!.start, fix!.end)).toBe(actual);
    expect(actual).toMatch(/^(?:\r?\n){4}$/);
  });
});

describe('comments', () => {
  const comment = (text: string) => damaged.replace('见[这里]', `${text}\n\n见[这里]`);

  test('waive findings, and the report counts them', async () => {
    const cwd = await folderOf({ 'a.md': comment('<!-- lint ignore no-empty-url -->') });
    const { code, files, stderr } = await lint(cwd, 'a.md');
    expect(upstreamOf(files, 'no-empty-url')).toEqual([]);
    expect(upstreamOf(files, 'no-unused-waiver')).toEqual([]);
    expect(stderr).toContain('no-empty-url 1');
    expect(code).toBe(0);
  });

  test('are a warning when they waive nothing, name no rule, or say something else', async () => {
    const text = comment('<!-- lint ignore no-hidden-table-cell no-emtpy-url -->\n\n<!-- lint ingore no-empty-url -->');
    const { files } = await lint(await folderOf({ 'a.md': text }), '--locale', 'en', 'a.md');
    const said = upstreamOf(files, 'no-unused-waiver').map(({ severity, message }) => `${severity}: ${message}`);
    expect(said).toEqual([
      'warning: This comment names “no-emtpy-url”, which is no rule; perhaps no-empty-url is meant',
      'warning: This comment waives no-hidden-table-cell, but there is nothing to waive',
      'warning: This comment says “lint ingore”, which means nothing',
    ]);
    expect(upstreamOf(files, 'no-empty-url')).toHaveLength(1);
  });

  test('are spoken about in the language of their manuscript', async () => {
    const header = '---\ntitle: 题目\nlang: zh-CN\n---\n\n';
    const waiver = '<!-- lint ignore no-mojibake -->\n\n';
    const cwd = await folderOf({
      'a.md': `${header}${waiver}正文。\n`,
      'b.md': `${waiver}The text of an English paper.\n`,
    });
    const { files } = await lint(cwd, 'a.md', 'b.md');
    const said = upstreamOf(files, 'no-unused-waiver').map(({ message }) => message);
    expect(said).toEqual([
      '这条注释要免去 no-mojibake 的提示，但这里并没有这样的提示',
      'This comment waives no-mojibake, but there is nothing to waive',
    ]);
  });
});

describe('volume.yml', () => {
  const run = async (lines: string, ...args: string[]) =>
    lint(await folderOf({ 'manuscripts/volume.yml': volume + lines, 'manuscripts/a.md': damaged }), ...args);

  test('grades rules and switches them off', async () => {
    const { code, files } = await run('lint:\n  no-empty-url: advice\n  heading-increment: {severity: "off"}\n');
    expect(upstreamOf(files, 'no-empty-url').map(({ severity }) => severity)).toEqual(['advice']);
    expect(upstreamOf(files, 'heading-increment')).toEqual([]);
    expect(code).toBe(0);
  });

  test('tells of every wrong name, grade and option with its place, and what may be meant', async () => {
    const { code, stdout, stderr } = await run(
      'lint:\n  no-emtpy-url: error\n  heading-increment: fatal\n  no-consecutive-blank-lines:\n    severty: off\n',
    );
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/volume\.yml:4:3 .*“no-emtpy-url”.*Did you mean “no-empty-url”\?/);
    expect(stderr).toMatch(/volume\.yml:5:22 .*cannot be “fatal”/);
    expect(stderr).toMatch(/volume\.yml:7:5 .*no option “severty”.*Did you mean “severity”\?/);
  });

  test('with a fault of its own ends with 2, as in build', async () => {
    const { code, stderr } = await run('contents:\n  - missing\n');
    expect(code).toBe(2);
    expect(stderr).toMatch(/volume\.yml:4:5 .*“missing”/);
  });
});

describe('input that cannot be looked at ends with 2 and one clear sentence', () => {
  const fails = async (files: Record<string, string | Buffer>, args: string[], sentence: RegExp) => {
    const { code, stdout, stderr } = await lint(await folderOf(files), ...args);
    expect(stderr).toMatch(sentence);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  };

  test('no volume', () => fails({}, [], /no folder “.*manuscripts”/));
  test('no such file', () => fails({}, ['none.md'], /no file or folder “none\.md”/));
  test('a path through a file', () => fails({ 'a.md': sound }, ['a.md/b.md'], /no file or folder “a\.md\/b\.md”/));
  test('a folder without manuscripts', () => fails({ 'x/README.md': sound }, ['x'], /no manuscript in “x”/));
  test('text that is not UTF-8', () =>
    fails({ 'a.md': Buffer.from('caf\xe9 au lait', 'latin1') }, ['a.md'], /a\.md:1:4 .*UTF-8/));
  test('a PDF', () => fails({ 'a.md': Buffer.from('%PDF-1.7\n') }, ['a.md'], /a\.md .*PDF/));
  test('too large', () => fails({ 'a.md': Buffer.alloc(6 * 1024 * 1024, 97) }, ['a.md'], /6 MB.*5 MB/));
  test('an unknown reporter', () => fails({ 'a.md': sound }, ['--reporter', 'xml', 'a.md'], /no reporter “xml”/));
  test('an unknown language', () => fails({ 'a.md': sound }, ['--locale', 'fr', 'a.md'], /not in “fr”/));
  test('an unknown option', () => fails({ 'a.md': sound }, ['--fix', 'a.md'], /no option “--fix”/));

  test('all unreadable manuscripts are told of at once', async () => {
    const files = { 'manuscripts/volume.yml': volume, 'manuscripts/a.md': '\0', 'manuscripts/b.md': '%PDF-1.7' };
    const { stderr } = await lint(await folderOf(files));
    expect(stderr).toMatch(/a\.md/);
    expect(stderr).toMatch(/b\.md/);
  });

  test('a symbolic link, in the volume or beside it', async () => {
    const cwd = await folderOf({ 'secret.md': damaged, 'manuscripts/volume.yml': volume, 'manuscripts/a.md': sound });
    await symlink(path.join(cwd, 'secret.md'), path.join(cwd, 'manuscripts', 'x.md'));
    await symlink(path.join(cwd, 'secret.md'), path.join(cwd, 'y.md'));
    for (const args of [[], ['manuscripts/x.md'], ['y.md']]) {
      const { code, stdout, stderr } = await lint(cwd, ...args);
      expect(stderr).toMatch(/[xy]\.md.* link/);
      expect([code, stdout]).toEqual([2, '']);
    }
  });

  test('a manuscript that is a link to a folder outside', async () => {
    const cwd = await folderOf({ 'out/p.md': damaged, 'manuscripts/volume.yml': volume, 'manuscripts/a.md': sound });
    await symlink(path.join(cwd, 'out'), path.join(cwd, 'manuscripts', 'p'));
    const { code, stderr } = await lint(cwd);
    expect(stderr).toMatch(/p .*link/);
    expect(code).toBe(2);
  });
});

test('never reads a configuration from beside a manuscript', async () => {
  const trap = (name: string) =>
    `import fs from 'node:fs';\nfs.writeFileSync(${JSON.stringify(name)}, '');\nexport default {};\n`;
  const cwd = await folderOf({ 'manuscripts/volume.yml': volume, 'manuscripts/a.md': damaged });
  const ran = path.join(cwd, 'ran');
  await mkdir(path.join(cwd, 'manuscripts/a'), { recursive: true });
  const { writeFiles } = await import('./volume.js');
  for (const folder of ['.', 'manuscripts']) {
    await writeFiles(path.join(cwd, folder), {
      '.remarkrc.js': trap(ran),
      '.remarkrc.mjs': trap(ran),
      '.remarkrc.json': '{"plugins": ["./trap.js"]}',
      'trap.js': trap(ran),
      'package.json': '{"type": "module", "remarkConfig": {"plugins": ["./trap.js"]}}',
      '.remarkignore': '*.md\n',
      '.galleyrc': 'lint: {no-empty-url: off}\n',
    });
  }
  const { code, files } = await lint(cwd);
  expect(upstreamOf(files, 'no-empty-url')).toHaveLength(1);
  expect(code).toBe(1);
  await expect(readFile(ran)).rejects.toThrow();
});

test('works on a volume in a folder with a name of any kind', async () => {
  const cwd = await folderOf({ 'manuscripts/volume.yml': volume, 'manuscripts/a.md': damaged });
  await rename(path.join(cwd, 'manuscripts'), path.join(cwd, '论 文 “x”'));
  const { files } = await lint(cwd, '--root', '论 文 “x”');
  expect(upstreamOf(files, 'no-empty-url')).toHaveLength(1);
});
