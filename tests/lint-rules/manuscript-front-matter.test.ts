import { expect, test } from 'vitest';
import rule from '../../lint-rules/manuscript-front-matter.js';
import { lintWith } from './support/lint.js';

const kinds = (header: string) => lintWith(rule, `---\n${header}\n---\n\n正文。\n`).map(({ kind }) => kind);
const sound = 'title: 题目\nauthors: [张三]';

test('a key that is misspelt loses its value', () => {
  expect(kinds(`${sound}\nabstact: 摘要。`)).toEqual(['unknown-key']);
  expect(kinds(`${sound}\nabstract: 摘要。\nabstact: 摘要。`)).toEqual([]);
  expect(kinds(`${sound}\nfavourite-colour: 红`)).toEqual([]);
});

test('an address or identifier that is none is lost', () => {
  expect(kinds(`${sound}\ndoi: 无`)).toEqual(['doi-invalid']);
  expect(kinds('title: 题目\nauthors:\n  - name: 张三\n    email: zhang.example.org')).toEqual(['email-invalid']);
});
