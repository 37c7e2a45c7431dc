import { expect, test } from 'vitest';
import rule from '../../lint-rules/no-missing-resource.js';
import { lintWith, reported } from './support/lint.js';

const resources = { exists: (path: string) => path === 'table 1.csv' || path === '../other/other.md' };
const found = (text: string) =>
  lintWith(rule, text, undefined, { resources }).map((message) => [message.kind, reported(message, text)]);

test('a link to a file that did not come along is dead', () => {
  expect(found('数据见[附件](data/table-3.csv)。\n')).toEqual([['file', '[附件](data/table-3.csv)']]);
  expect(found('数据见[附件](table%201.csv#top)，另见[下一篇](../other/other.md)。\n')).toEqual([]);
});

test('addresses on the network name no file', () => {
  const links = [
    'https://example.org/a.html',
    'www.example.org/a.html',
    'example.org/a.html',
    'mailto:a@example.org',
    '/a/b.html',
    'next',
  ];
  for (const link of links) expect(found(`见[这里](${link})。\n`)).toEqual([]);
});
