import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { FileFindings } from '../../pipeline/check/finding.js';
import { lint } from '../../pipeline/check/lint.js';
import { cli, galley } from '../support/galley.js';
import { folderOf, header } from './volume.js';

const volume = 'title: 研讨会文集\nlang: zh-CN\n';
const passage =
  '沿江各县的图书室把借书证合并为一张，读者在任何一处借的书都可以在另一处归还。为此，六个图书室统一了书目格式，约定每周二由一辆车沿江收送，遇到汛期则改走山路。两年下来，借阅量比合并之前多出近一倍，而丢失的图书反而少了三成，因为催还的电话由一个人负责，不再各打各的。';
const manuscripts = {
  'manuscripts/volume.yml': volume,
  'manuscripts/a.md': `${header('甲')}# 甲\n\n上游几个乡先从整理旧书目做起，把卡片逐张抄成清单。\n\n${passage}\n`,
  'manuscripts/b.md': `${header('乙')}# 乙\n\n渡口边的小站没有书架，只好借用候船室的长椅。\n\n${passage}\n\n雨季过后，他们又添了两口防潮的木箱。\n`,
};

interface Duplicate {
  file: string;
  actual: string | undefined;
  other: string | undefined;
}

async function duplicates(cwd: string, ...args: string[]): Promise<Duplicate[]> {
  const { stdout } = await galley(['lint', '--reporter', 'json', '--no-cache', '--quiet', ...args], { cwd });
  return (JSON.parse(stdout) as FileFindings[]).flatMap(({ path: file, messages }) =>
    messages
      .filter(({ ruleId }) => ruleId === 'no-duplicate-passage')
      .map(({ actual, cause }) => ({ file, actual, other: cause?.path })),
  );
}

describe('what the whole volume says about a manuscript', () => {
  test('is found once, with the other place as its cause', async () => {
    const [found, ...more] = await duplicates(await folderOf(manuscripts));
    expect(more).toEqual([]);
    expect(found!.actual).toContain(passage.slice(1, -1));
    expect([found!.file, found!.other].sort()).toEqual(['a.md', 'b.md']);
  });

  test('is found in the manuscript that was asked for, and only there', async () => {
    const cwd = await folderOf(manuscripts);
    const [{ file, other }] = (await duplicates(cwd)) as [Duplicate];
    expect(await duplicates(cwd, `manuscripts/${file}`)).toHaveLength(1);
    expect(await duplicates(cwd, `manuscripts/${other}`)).toEqual([]);
  });

  test('is not said of a file outside the volume', async () => {
    const cwd = await folderOf({ ...manuscripts, 'draft.md': manuscripts['manuscripts/a.md'] });
    expect(await duplicates(cwd, 'draft.md')).toEqual([]);
  });

  test('is shown with --since where the copy is new, even when the finding is on the old one', async () => {
    for (const late of ['a.md', 'b.md']) {
      const cwd = await folderOf(manuscripts);
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=Editors', '-c', 'user.email=editors@example.org', ...args], { cwd });
      git('init', '--quiet');
      git('add', '.', `:!manuscripts/${late}`);
      git('commit', '--quiet', '--message=first');
      expect(await duplicates(cwd, '--since', 'HEAD')).toHaveLength(1);
      git('add', '.');
      git('commit', '--quiet', '--message=second');
      expect(await duplicates(cwd, '--since', 'HEAD')).toEqual([]);
      expect(await duplicates(cwd, '--since', 'HEAD~1')).toHaveLength(1);
    }
  });

  test('makes no waiver unneeded that only the volume can tell about', async () => {
    const waived = `${header('甲')}<!-- lint ignore no-duplicate-passage -->\n\n${passage}\n`;
    const cwd = await folderOf({ 'a.md': waived });
    const { stdout } = await galley(['lint', '--reporter', 'json', '--quiet', 'a.md'], { cwd });
    expect(stdout).not.toContain('no-unused-waiver');
  });
});

/** Sentences that differ, enough of them for threads to pay: 1.6 million characters. */
function largeVolume(): Record<string, string> {
  let state = 1;
  const random = (limit: number) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  const han = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(0x4e00 + random(20000))).join('');
  const files: Record<string, string> = { 'manuscripts/volume.yml': volume };
  for (let index = 0; index < 40; index++) {
    const paragraphs = Array.from({ length: 500 }, () => `${han(40)}，${han(38)}。`);
    if (index % 10 === 0) paragraphs.splice(7, 0, passage, '见[这里]()。');
    files[`manuscripts/p${index}.md`] = `${header(`卷${index}`)}# 卷${index}\n\n${paragraphs.join('\n\n')}\n`;
  }
  return files;
}

describe('a large volume', () => {
  test('has the same findings from several threads as from one', async () => {
    const cwd = await folderOf(largeVolume());
    const threaded = await galley(['lint', '--reporter', 'json', '--no-cache', '--quiet'], { cwd });
    const { result } = await lint({ root: 'manuscripts', paths: [], cwd, language: 'en', threads: 1 });
    expect(result.files.some(({ messages }) => messages.length > 0)).toBe(true);
    const withoutUrl = (files: FileFindings[]) =>
      files.map(({ path: file, messages }) => ({
        path: file,
        messages: messages.map(({ url: _, said: __, ...rest }) => rest),
      }));
    expect(withoutUrl(JSON.parse(threaded.stdout))).toEqual(withoutUrl(result.files));
    expect(threaded.code).toBe(1);
  });

  test('can be interrupted', async () => {
    const cwd = await folderOf(largeVolume());
    const child = spawn(process.execPath, [cli, 'lint', '--no-cache'], { cwd, stdio: 'ignore' });
    await wait(900);
    const started = performance.now();
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
