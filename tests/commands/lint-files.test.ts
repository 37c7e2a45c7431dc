import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutArguments, feedbackReport, reportLimits } from '../../pipeline/check/feedback-report.js';
import type { LintResult } from '../../pipeline/check/finding.js';
import { writeFiles } from '../../pipeline/commands/lint-files.js';
import { readReport } from '../../pipeline/github/read-report.js';
import { folderOf, header } from '../check/volume.js';
import { galley } from '../support/galley.js';

const HEAD_SHA = 'a'.repeat(40);
const BASE_SHA = 'b'.repeat(40);
const volume = {
  'volume.yml': 'title: 集\nlang: zh-CN\n',
  'a.md': `${header('甲')}他紧跟紧跟时代前进。\n`,
  'b.md': `${header('乙')}这里一切都好。\n`,
};
const options = { language: 'en' as const, color: false, columns: 100, cwd: '/' };

/** A result with as many findings, each with a long text. */
function resultOf(count: number): LintResult {
  const messages = Array.from({ length: count }, (_, index) => ({
    ruleId: 'no-repeated-words',
    severity: index % 3 === 0 ? ('advice' as const) : ('error' as const),
    message: '甲'.repeat(600),
    line: index + 1,
    column: 1,
    endLine: index + 1,
    endColumn: 3,
    url: 'https://example.org',
    said: { kind: 'repeated', args: { text: '甲'.repeat(600) } },
  }));
  return { root: '/', files: [{ path: 'a.md', messages }], waived: {}, sourceOf: () => '甲\n'.repeat(count) };
}

describe('galley lint --report-file', () => {
  it('leaves a report that the job which comments can read, while the findings go to stdout as ever', async () => {
    const root = await folderOf(volume);
    const file = path.join(root, 'report.json');
    const run = await galley(['lint', '--root', root, '--reporter', 'json', '--report-file', file], {
      env: { HEAD_SHA, BASE_SHA },
    });
    const report = readReport(await readFile(file));
    expect(report).toMatchObject({
      head: HEAD_SHA,
      base: BASE_SHA,
      outcome: 'complete',
      manuscripts: 2,
      truncated: false,
    });
    expect(report.files).toHaveLength(1);
    expect(report.files[0]).toMatchObject({
      path: 'a.md',
      locale: 'zh',
      findings: [{ rule: 'no-repeated-words', kind: 'repeated', args: { text: '紧跟' } }],
    });
    expect(JSON.parse(run.stdout)[0].messages[0]).not.toHaveProperty('said');
  });

  it('names the text as Git does, so that lines are never counted in another one', async () => {
    const root = await folderOf(volume);
    const file = path.join(root, 'report.json');
    await galley(['lint', '--root', root, '--report-file', file], { env: { HEAD_SHA, BASE_SHA } });
    const { execFileSync } = await import('node:child_process');
    const blob = execFileSync('git', ['hash-object', path.join(root, 'a.md')], { encoding: 'utf8' }).trim();
    expect(readReport(await readFile(file)).files[0]!.blob).toBe(blob);
  });

  it('of a run that could not be says where it stopped, and is no clean one', async () => {
    const root = await folderOf({ ...volume, 'volume.yml': 'title: [\n' });
    const file = path.join(root, 'report.json');
    const run = await galley(['lint', '--root', root, '--report-file', file], { env: { HEAD_SHA, BASE_SHA } });
    expect(run.code).toBe(2);
    expect(readReport(await readFile(file))).toMatchObject({
      outcome: 'failed',
      files: [],
      faults: [{ path: 'volume.yml' }],
    });
  });

  it('marks what keeps the volume from being read in its files, where annotations were asked for', async () => {
    const root = await folderOf({ ...volume, 'my paper.md': '# x\n' });
    const run = await galley(['lint', '--root', root, '--reporter', 'github']);
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/^::error file=my paper\.md,line=1::.*cannot be a manuscript's id/);
  });

  it('asks for the commits that it is about', async () => {
    const root = await folderOf(volume);
    const run = await galley(['lint', '--root', root, '--report-file', path.join(root, 'r')], {
      env: { HEAD_SHA: 'main', BASE_SHA },
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('HEAD_SHA');
  });

  it('V6: keeps the gravest of very many findings, and what is longer than a report may hold is cut', () => {
    const report = readReport(
      Buffer.from(JSON.stringify(feedbackReport(resultOf(1500), { head: HEAD_SHA, base: BASE_SHA }))),
    );
    expect(report.truncated).toBe(true);
    const { findings } = report.files[0]!;
    expect(findings).toHaveLength(reportLimits.findings);
    expect(findings.every(({ line }) => (line - 1) % 3 !== 0)).toBe(true);
    expect((findings[0]!.args as { text: string }).text).toHaveLength(reportLimits.text);
  });

  it('V4: cuts no letter in two', () => {
    const cut = cutArguments({ odd: `x${'\u{20BB7}'.repeat(200)}`, even: '\u{20BB7}'.repeat(200) });
    for (const text of Object.values(cut)) expect(text).toMatch(/^x?(?:\u{20BB7}){99}…$/u);
  });
});

describe('galley lint --summary-file', () => {
  it('adds to what the summary holds already', async () => {
    const root = await folderOf(volume);
    const file = path.join(root, 'summary.md');
    await writeFile(file, '# before\n');
    await galley(['lint', '--root', root, '--summary-file', file, '--quiet']);
    const summary = await readFile(file, 'utf8');
    expect(summary).toMatch(/^# before\n[\s\S]*no-repeated-words/);
  });

  it('V5: stays below the size from which GitHub takes nothing of it, and says what is left out', async () => {
    const root = await folderOf({ 'summary.md': 'x'.repeat(1024) });
    const file = path.join(root, 'summary.md');
    const result = resultOf(2000);
    await writeFiles({ summaryFile: file }, { all: result, shown: result }, options, {});
    const summary = await readFile(file);
    expect(summary.length).toBeLessThanOrEqual(1024 * 1024);
    expect(summary.length).toBeGreaterThan(100_000);
    expect(summary.toString()).toMatch(/findings more are not shown here/);
  });
});
