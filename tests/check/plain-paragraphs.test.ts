import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parserFor } from '../../pipeline/check/parse.js';
import { withoutPlainParagraphs } from '../../pipeline/check/plain-paragraphs.js';

/** Everything that a manuscript's parser may know of, over the whole text. */
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMath)
  .use(function (this: Processor) {
    const data = this.data() as Record<string, unknown[]>;
    data.micromarkExtensions!.push(gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }));
    data.fromMarkdownExtensions!.push(
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
    );
  });
const parse = (text: string): Root => processor.parse(text);

/** The tree of a text made without its plain paragraphs; nothing when it has to be parsed whole. */
function restored(source: string): Root | undefined {
  const abridged = withoutPlainParagraphs(source);
  const tree = abridged && parse(abridged.text);
  return tree && abridged.restore(tree) ? tree : undefined;
}

test('of prose the parser is shown one unit for all paragraphs in a row', () => {
  const prose = '会议讨论了三项议题。\n\nThe next day they went on,\nand came to an end.\n\n\n散会。';
  const source = `# 纪要\n\n${prose}\n\n- 附件\n\n完。\n`;
  expect(withoutPlainParagraphs(source)!.text).toMatch(/^# 纪要\n\n.\n\n- 附件\n\n.\n$/);
  expect(restored(source)).toEqual(parse(source));
});

test('what may be more than a paragraph is left to the parser', () => {
  for (const source of [
    '第一行\n- 第二行\n',
    '题目\n===\n',
    '表头\n|-|\n一行\n',
    '一行  \n又一行\n',
    '有*重点*的一行\n',
    '1984. A year\n',
    '12) zwölf\n',
    '7 sins\n',
    '    代码\n',
    '甲&amp;乙\n',
    '一行\r\n\r\n又一行\r\n',
    '\uFEFF一行\n',
  ])
    expect(withoutPlainParagraphs(source), source).toBeUndefined();
});

test('what only looks like a paragraph stays what it is a part of', () => {
  for (const source of [
    '```\n代码里\n\n像段落的一行\n```\n\n段落\n',
    '~~~ 一\n没有完的代码\n\n像段落\n',
    '<!-- 注释\n\n像段落\n\n还在注释 -->\n\n段落\n',
    '<script>\n\nlet x\n\n</script>\n\n段落\n',
    '---\ntitle: 题目\n\n像段落\n\n---\n\n段落\n',
    '- 一项\n\n段落\n\n  不再是那一项\n',
    '> ```\n\n引文以外\n',
    '[^1]: 脚注\n\n段落[^1]\n\n又一段\n',
    '# 题\n\n两行，\n没有末尾',
    '  ```\n\n像段落\n   \n像段落\n\t\n\n  ```\n',
    '一段\n \n又一段\n',
    '~~~\n代码\n\n像段落',
  ]) {
    expect(restored(source), source).toEqual(parse(source));
    expect(withoutPlainParagraphs(source)!.text.length).toBeLessThan(source.length);
  }
});

test('a text that has the unit which stands for paragraphs gets another one', () => {
  for (const source of ['\uFDD0\n\n段落一段\n', '```\n\uFDD0\n\n像段落\n\n```\n'])
    expect(restored(source)).toEqual(parse(source));
});

test('a formula keeps its lines, which stand in its tree twice', async () => {
  const source = '$$\na\n\nb c d\n\ne\n$$\n\n段落\n';
  expect(restored(source)).toBeUndefined();
  const tree = (await parserFor(source))(new VFile(source));
  expect(tree.children.map((node) => ('value' in node ? node.value : node.type))).toEqual([
    'a\n\nb c d\n\ne',
    'paragraph',
  ]);
});

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '会议开幕。',
      '1984年',
      '12、',
      '3',
      '12.',
      'They met again',
      '—— 完',
      'x',
      '“引文”',
      '𠮷野',
      '\ud842',
      'ﬁ\u200b',
    ),
  },
  fc.constantFrom('', ' ', '\t', '\u3000', '\uFEFF', '\uFDD0', '\0', '\r', '\u2028'),
  fc.constantFrom(
    '```',
    '~~~',
    '````',
    '$$',
    '---',
    '===',
    '***',
    '+++',
    '|-|',
    '|a|b|',
    '|-|-|',
    '<!--',
    '-->',
    '</pre>',
    '<pre>',
  ),
  fc.constantFrom(
    '# 题',
    '题 #',
    '- 项',
    '1. 项',
    '12) 项',
    '> 引',
    '[a]: b',
    '"题',
    "题'",
    '[^1]: 注',
    ':   释',
    '<div>',
    '<b',
    'a="',
    '<?',
    '?>',
  ),
  fc.constantFrom(
    '*强',
    '强*',
    '`码',
    '码`',
    '[链',
    '链](a)',
    '~~删',
    '删~~',
    '$x',
    'x$',
    '行  ',
    '行\\',
    '&amp;',
    'title: 一',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const indented = fc
  .tuple(fc.constantFrom('', '', '', '', ' ', '  ', '    ', '> ', '- '), line)
  .map((parts) => parts.join(''));
const document = fc
  .array(fc.tuple(indented, fc.constantFrom('\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\r\n')), { maxLength: 16 })
  .map((lines) => lines.flat().slice(0, -1).join(''));

test('for any text the tree is the same as with its plain paragraphs in it', () => {
  let found = 0;
  fc.assert(
    fc.property(document, (source) => {
      const tree = restored(source);
      if (!tree) return;
      found++;
      expect(tree).toEqual(parse(source));
    }),
    { numRuns: 3000 },
  );
  expect(found).toBeGreaterThan(1000);
});

test('the documentation has the same tree', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'CONTRIBUTING.zh.md', 'lint-rules/README.md']) {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(restored(source), file).toEqual(parse(source));
  }
});
