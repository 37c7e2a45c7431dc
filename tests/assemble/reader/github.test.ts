import { describe, expect, test } from 'vitest';
import { githubToPandoc } from '../../../pipeline/assemble/reader/github.js';

const cases: { name: string; lang?: string; from: string; to: string }[] = [
  { name: 'an alert gets its title', from: '> [!NOTE]\n> Text', to: '> <p>**Note**</p>\n> Text' },
  { name: 'an alert in Chinese', lang: 'zh-CN', from: '> [!WARNING]\n> 文字', to: '> <p>**警告**</p>\n> 文字' },
  { name: 'an alert in traditional Chinese', lang: 'zh-Hant-TW', from: '> [!NOTE]', to: '> <p>**說明**</p>' },
  { name: 'an alert of no known kind stays', from: '> [!ODD]\n> Text', to: '> [!ODD]\n> Text' },
  { name: 'a title behind the mark makes it no alert', from: '> [!NOTE] Mine', to: '> [!NOTE] Mine' },
  { name: 'a math fence', from: '```math\na = b\n```\nafter', to: '$$\na = b\n$$\nafter' },
  { name: 'empty lines in math follow it', from: '```math\na\n\nb\n```\nx', to: '$$\na\nb\n$$\n\nx' },
  { name: 'a math fence in a list', from: '- x\n\n  ```math\n  a\n  ```', to: '- x\n\n  $$\n  a\n  $$' },
  { name: 'math between backticks', from: 'So $`a_1`$ is', to: 'So $a_1$ is' },
  { name: 'code that only shows an alert', from: '```\n> [!NOTE]\n```', to: '```\n> [!NOTE]\n```' },
  { name: 'code that only shows a math fence', from: '````\n```math\na\n```\n````', to: '````\n```math\na\n```\n````' },
  { name: 'code of another language', from: '```mathematica\na\n```', to: '```mathematica\na\n```' },
  {
    name: 'a list in a cell',
    from: '| a | b |\n|---|---|\n| x<ul><li>one</li><li>two</li></ul> | <ol><li>c<li>d</ol> |',
    to: '| a | b |\n|---|---|\n| x<br>• one<br>• two | 1. c<br>2. d |',
  },
  { name: 'paragraphs in a cell', from: 'a|b\n-|-\n<p>c</p><p>d</p>|e', to: 'a|b\n-|-\nc<br>d|e' },
  { name: 'a list that is in no table', from: '<ul><li>a | b</li></ul>', to: '<ul><li>a | b</li></ul>' },
  { name: 'math in a code span', from: '``$`a`$``', to: '``$`a`$``' },
];

describe('GitHub’s Markdown', () => {
  test.each(cases)('$name', ({ lang, from, to }) => {
    expect(githubToPandoc(from, lang)).toBe(to);
  });

  test('keeps every line where it is', () => {
    for (const { from } of cases) expect(githubToPandoc(from).split('\n')).toHaveLength(from.split('\n').length);
  });
});
