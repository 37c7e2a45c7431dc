import type { Documentation } from './documentation.js';
import { brokenPairs, loneMark } from './emphasis/pairs.js';
import { repair } from './emphasis/repair.js';
import { runsIn } from './emphasis/runs.js';
import { defineRule } from './rule.js';

export const documentation: Documentation = {
  summary: {
    en: 'Emphasis that is bold for one reader and asterisks for another',
    zh: '有的地方显示为强调、有的地方显示为星号的强调标记',
  },
  details: {
    en: 'By the rules of CommonMark, `**` is no emphasis when it stands between a punctuation mark and a letter: in `**聚合思想。**思想` GitHub prints the asterisks, while other programs print bold. In languages without spaces this happens all the time. `galley fix` moves the punctuation outside: `**聚合思想**。思想`; where that would change which words are emphasised, it only suggests it. Blanks between the signs and the text have the same effect and are taken out. A `**` without its partner is reported too.',
    zh: '按 CommonMark 的规定，夹在标点和文字之间的 `**` 不算强调：`**聚合思想。**思想` 在 GitHub 上会印出星号，在别的程序里却是粗体。中文、日文词间没有空格，很容易这样。“galley fix”会把标点移到外面：`**聚合思想**。思想`；如果这样会改变强调的范围，就只给出建议。符号与文字之间有空格也会这样，空格会一并删去。只剩一个的 `**` 也会报告。',
  },
  examples: [
    { text: '**聚合思想。**思想影响行为。\n', finds: ['**聚合思想。**'], fixed: '**聚合思想**。思想影响行为。\n' },
    { text: '这是**“重点”**的内容。\n', finds: ['**“重点”**'], fixed: '这是“**重点**”的内容。\n' },
    { text: '见**《办法》**第三条。\n', finds: ['**《办法》**'], fixed: '见《**办法**》第三条。\n' },
    { text: 'これは**「校正」**です。\n', finds: ['**「校正」**'], fixed: 'これは「**校正**」です。\n' },
    { text: '这是** 重点 **内容。\n', finds: ['** 重点 **'], fixed: '这是**重点**内容。\n' },
    { text: '这是__重点__内容。\n', finds: ['__重点__'], fixed: '这是**重点**内容。\n' },
    {
      text: '**[办法](a.md)。**各单位执行。\n',
      finds: ['**[办法](a.md)。**'],
      fixed: '**[办法](a.md)**。各单位执行。\n',
    },
    {
      text: '本书依许可**（CC BY 4.0）**发布。\n',
      finds: ['**（CC BY 4.0）**'],
      fixed: '本书依许可（**CC BY 4.0**）发布。\n',
    },
    { text: '按**[办法](a.md)**执行。\n', finds: ['**[办法](a.md)**'], fixed: '按[**办法**](a.md)执行。\n' },
    {
      text: '**聚思想。**思想先行，**聚力量。**力量随后，**抓落实**在最后。\n',
      finds: ['**聚思想。**', '**聚力量。**'],
      fixed: '**聚思想**。思想先行，**聚力量**。力量随后，**抓落实**在最后。\n',
    },
    { text: '约有**50%**的人。\n', finds: ['**50%**'], suggested: '约有**50%** 的人。\n' },
    {
      text: '**교정쇄(校正刷)**는 책이 되기 전의 인쇄물이다.\n',
      finds: ['**교정쇄(校正刷)**'],
      suggested: '**교정쇄**(校正刷)는 책이 되기 전의 인쇄물이다.\n',
    },
    { text: '这样才能**把书做好，让人爱看。\n', finds: ['**'], suggested: '这样才能把书做好，让人爱看。\n' },
    {
      text: '종이를 만드는 **사람들은 강가에 살았다.\n',
      finds: ['**'],
      suggested: '종이를 만드는 사람들은 강가에 살았다.\n',
    },
    { text: '김하늘**, 박바다**\n\n**가상대학교\n', finds: [] },
    { text: '**聚合思想**。思想影响行为。\n', finds: [] },
    { text: '作者甲**，某大学\n', finds: [] },
    { text: '系数为0.35**（0.02）与0.41**（0.03）。\n', finds: [] },
    { text: '先看__init__方法，再看__name__变量。\n', finds: [] },
    { text: '作者甲**（某大学），作者乙**（某研究所）\n', finds: [] },
    { text: '日期：2026年__月__日\n', finds: [] },
    { text: '3*4*5 等于六十。\n', finds: [] },
    { text: '作者甲*，作者乙*\n', finds: [] },
    { text: '写作 \\*\\*重点。\\*\\*内容 时不算。\n', finds: [] },
    { text: '`**聚合思想。**思想` 是例子。\n', finds: [] },
    { text: '他骂了一句***，就走了。\n', finds: [] },
    { text: '文件名是 snake_case_name，模式是 *.md。\n', finds: [] },
    { text: 'A footnote* and another.*\n', finds: [] },
  ],
};

export default defineRule('no-cjk-broken-emphasis', {}, ({ prose, report }) => {
  const { source } = prose;
  if (!/[*_~]/.test(source)) return;
  for (const block of prose.blocks) {
    // What the parser took for emphasis left no marks in the text.
    if (!/\*|__|~~/.test(block.text)) continue;
    const runs = runsIn(block, source);
    const pairs = brokenPairs(runs, source);
    const lone = pairs.length === 0 ? loneMark(runs, source, block.text) : undefined;
    if (lone) {
      const { start, end } = lone;
      const text = source.slice(end, end + 12).replace(/\s.*$/s, '');
      report({
        kind: 'lone',
        args: { text, mark: '**' },
        start,
        end,
        fix: { start, end, text: '', safety: 'suggest' },
      });
    }
    for (const pair of pairs) {
      const { start, end, mark, kind } = pair;
      const text = source.slice(start + mark.length, end - mark.length).trim();
      const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
      report({ kind, args: { text: shown, mark }, start, end, fix: repair(pair, source) });
    }
  }
});
