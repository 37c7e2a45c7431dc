import { describe, expect, test } from 'vitest';
import rule from '../../lint-rules/no-mixed-width-punctuation.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string) => lintWith(rule, text).map((message) => reported(message, text));

describe('marks of full width among Latin letters', () => {
  test('are right behind the number of an entry', () => {
    expect(found('书里用到的软件：\n\n1、Typst\n\n2、pandoc\n')).toEqual([]);
  });

  test('are right where the sentence goes on in Chinese', () => {
    expect(found('# Git、Node.js 与校样\n\nWeb、PDF、EPUB 三种格式都要。\n')).toEqual([]);
  });

  test('are right between numbers alone', () => {
    expect(found('| 组 | 范围 |\n|---|---|\n| 甲 | 20-30，30-40，40-50 |\n')).toEqual([]);
  });

  test('are wrong in an English reference', () => {
    expect(found('Miller，A.，The Art of Paper，vol. 3，Oxford。\n')).toContain('，');
  });
});

test('a stop in a foreign name is an interpunct', () => {
  const [message] = lintWith(rule, '这本书讲的是马克.吐温怎样学会排字。\n');
  expect(message?.kind).toBe('name');
  expect(message?.fix?.text).toBe('·');
  expect(lintWith(rule, '大家都到齐了.会议开始。\n')[0]?.fix?.text).toBe('。');
});

test('one letter or digit of full width by itself is lawful in Japanese, several are not', () => {
  const header = '---\nlang: ja\n---\n\n';
  const plain = '甕は 12 個あり、棚は 30 段、職人は 15 人いた。';
  expect(found(`${header}${plain}Ｘ線で調べると、３つの層がある。\n`)).toEqual([]);
  expect(found(`${header}${plain}甕は２０１９年に割れた。\n`)).toEqual(['２０１９']);
});

test('a comma behind an emphasised title that asks is right', () => {
  expect(found('Miller, A. (1990), *What Is Glue Made Of?*, Oxford: Kettle Press.\n')).toEqual([]);
  expect(found('What is glue made of?, Asked the boy.\n')).toEqual(['?,']);
});

test('a stop and a semicolon clash, save behind an abbreviation', () => {
  expect(found('The kettle was hot.; Nobody touched it, “so they said”,, in winter.\n')).toEqual(['.;', ',,']);
  expect(found('Kettles, sheets, etc.; and so on in the dept.; Nobody knew.\n')).toEqual([]);
});
