import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { RuleMessage } from '../../lint-rules/rule.js';
import { explainUpstream, upstreamPlugins } from '../../lint-rules/upstream.js';

function lint(text: string): RuleMessage[] {
  const file = new VFile(text);
  const processor = unified().use(remarkParse);
  for (const plugin of Object.values(upstreamPlugins)) processor.use(plugin);
  processor.use(() => (tree: Root) => explainUpstream(tree, file));
  processor.runSync(processor.parse(file), file);
  return file.messages;
}

describe('the rules that remark-lint brings', () => {
  test('speak the language of the manuscript', () => {
    expect(lint('# 引言\n\n### 方法\n').map(({ message }) => message)).toEqual(['标题“### 方法”跳了一级']);
    expect(lint('# A\n\n### B\n')[0]).toMatchObject({
      message: 'The heading “### B” skips a level',
      fix: { start: 5, end: 8, text: '##', safety: 'suggest' },
    });
  });
  test('end the last line', () => {
    expect(lint('甲')[0]).toMatchObject({
      ruleId: 'final-newline',
      fix: { start: 1, end: 1, text: '\n', safety: 'safe' },
    });
  });
  test('know a link without its address from ordinary brackets', () => {
    const text = 'He wrote “teh [sic]”, see [1] and [0, 1], and [the page][page].\n';
    expect(lint(text).map(({ actual }) => actual)).toEqual(['[the page][page]']);
  });
  test('leave clean text alone', () => {
    expect(
      lint('# A\n\n## B\n\nA [link](https://example.org) and [another][x].\n\n[x]: https://example.org\n'),
    ).toEqual([]);
  });
});
