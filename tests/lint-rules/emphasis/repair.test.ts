import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../lint-rules/apply-fixes.js';
import rule from '../../../lint-rules/no-cjk-broken-emphasis.js';
import { lintWith } from '../support/lint.js';

const parser = unified().use(remarkParse).use(remarkGfm);

/** What is emphasised, stretch by stretch. */
function emphasised(node: Nodes): string[] {
  if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') return [wordsOf(node)];
  return 'children' in node ? node.children.flatMap((child) => emphasised(child as Nodes)) : [];
}

const wordsOf = (node: Nodes): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? node.children.map((child) => wordsOf(child as Nodes)).join('')
      : '';

const repaired = (text: string, safeties: string[]) =>
  applyFixes(
    text,
    lintWith(rule, text).flatMap(({ fix }) => (fix && safeties.includes(fix.safety) ? [fix] : [])),
  ).text;

describe('a certain repair', () => {
  test.each([
    ['**聚思想。**思想先行。', ['聚思想']],
    ['**聚思想。**思想，**聚力量。**力量，**抓落实。**落实。', ['聚思想', '聚力量', '抓落实']],
    ['这是**“重点”**的，那是**“难点”**的。', ['重点', '难点']],
    ['他说***“很好。”***就走了。', ['很好']],
    ['**行一，\n行二。**后文', ['行一，\n行二']],
    [`**${'长'.repeat(500)}。**后文`, ['长'.repeat(500)]],
    ['> **注意：**先看\n> 这里。', ['注意']],
    ['按**[办法](a.md)**执行。', ['办法']],
    ['これは**「校正」**です。**注意：**必ず確認。', ['校正', '注意']],
    ['**`make`。**后文', ['make']],
    ['** 重点 **内容', ['重点']],
    ['这是__重点__内容。', ['重点']],
  ])('makes %j emphasise %j', (text, expected) => {
    const fixed = repaired(text, ['safe']);
    expect(emphasised(parser.parse(fixed))).toEqual(expected);
    expect(lintWith(rule, fixed)).toEqual([]);
  });
});

describe('a suggestion', () => {
  test.each([
    ['占**50%**的人', ['50%']],
    ['**他说：“好。”**然后走了', ['他说：“好']],
    ['**한국어(Korean)**은 어렵다.', ['한국어']],
    ['前文**（一）目标。**各单位', ['目标']],
    ['中文**`make`**中文', ['make']],
    ['旧~~《办法》~~第三条', ['办法']],
  ])('makes %j emphasise %j, and is not applied unasked', (text, expected) => {
    expect(repaired(text, ['safe'])).toBe(text);
    expect(emphasised(parser.parse(repaired(text, ['suggest'])))).toEqual(expected);
  });
});

test.each([
  '面积是3*4，体积是3*4*5，幂是2**3**2，2 ** 3 和 4 ** 5。',
  '张三*，李四*，王五**（* 通讯作者，** 共同一作）',
  '张三**（甲大学），李四**（乙大学）',
  '匹配 *.md 和 **/*.ts 文件。',
  '他是个**，真是***。',
  '电话 138****1234，账号 6222****0001。',
  '文件 a_b_c、__init__方法、__name__变量',
  '约 3~~5 天',
  '* p<0.05，** p<0.01，*** p<0.001，说明差异。',
  '系数0.35**（0.02）与0.41**（0.03）相近。',
  '注：**表示5%水平显著，*表示10%。**和*同理。',
  '姓名：____，日期：____年__月__日',
  '填空：中国的首都是__（  ）__。',
  '\\**重点。\\**内容，\\*\\*重点。\\*\\*内容',
  '**Wichtig:**Inhalt',
])('leaves %j alone', (text) => expect(lintWith(rule, text)).toEqual([]));
