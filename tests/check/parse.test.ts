import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parserFor } from '../../pipeline/check/parse.js';

async function kindsOf(source: string): Promise<[string, string][]> {
  const tree = (await parserFor(source))(new VFile(source));
  return tree.children.map((node) => [
    node.type,
    source.slice(node.position!.start.offset, node.position!.end.offset).slice(0, 12),
  ]);
}

test('a display that ends behind its last line is no more than that', async () => {
  const display = '$$\\Delta = 1 -\n\\begin{cases} a \\\\ b\n\\end{cases}$$';
  expect(await kindsOf(`先列式。\n\n${display}\n\n后面还有正文。\n`)).toEqual([
    ['paragraph', '先列式。'],
    ['math', display.slice(0, 12)],
    ['paragraph', '后面还有正文。'],
  ]);
});

test('displays as remark-math has them stay what they are', async () => {
  for (const display of ['$$\na + b\n$$', '$$ {#eq:sum}\na + b\n$$'])
    expect(await kindsOf(`${display}\n\n正文。\n`)).toEqual([
      ['math', display.slice(0, 12)],
      ['paragraph', '正文。'],
    ]);
  expect(await kindsOf('$$ a + b $$ 与 $$ c $$\n')).toEqual([['paragraph', '$$ a + b $$ ']]);
});

test('a header without an end leaves the text what it is', async () => {
  const kinds = await kindsOf('---\ntitle: 题目\n\n- 一\n- 二\n\n文[^n]\n\n[^n]: 注\n\n> 引\n');
  expect(kinds.map(([type]) => type)).toEqual([
    'thematicBreak',
    'paragraph',
    'list',
    'paragraph',
    'footnoteDefinition',
    'blockquote',
  ]);
});
