import type { PhrasingContent } from 'mdast';
import type { Documentation } from './documentation.js';
import { judge } from './paragraphs/judge.js';
import { junctionsOf } from './paragraphs/junctions.js';
import { manuscriptOf } from './paragraphs/manuscript.js';
import { isFormula } from './paragraphs/not-prose.js';
import { isEvidentProse, lastWords } from './paragraphs/prose-like.js';
import { defineRule } from './rule.js';
import { endingOf } from './text/endings.js';
import { type Block, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: { en: 'A paragraph of prose without a full stop at its end', zh: '正文段落末尾没有句号' },
  details: {
    en: `A paragraph that has finished sentences before and then ends without a stop has either lost that stop or the words that stood there. Where it evidently goes on in the
next paragraph, \`no-split-paragraph\` says so instead; where a section ends with it, \`no-truncated-ending\` does.

The rule leaves alone what needs no stop: titles, captions, names, dates, addresses, verses, entries of a bibliography, introductions to a list, a formula or a program,
and manuscripts that write most of their paragraphs without stops.`,
    zh: `前面的句子都有句号，段落末尾却没有，不是漏了标点，就是丢了文字。如果下一段明显是接着说的，由 \`no-split-paragraph\` 报告；如果它是一节的最后一段，由 \`no-truncated-ending\` 报告。

标题、图表说明、署名、日期、地址、诗句、参考文献条目，引出列表、公式或代码的句子，以及通篇大多不用句号的稿件，都不会报告。`,
  },
  options: {
    allow: {
      en: 'Endings that need no stop: `["to be continued"]`.',
      zh: '允许不加句号的结尾：`["未完待续"]`。',
    },
    share: {
      en: 'The share of long paragraphs that end in a stop from which a manuscript counts as one that writes stops, from 0 to 1.',
      zh: '长段落中有句号结尾的占到多少，才算这份稿件是用句号的，取值 0 到 1。',
    },
  },
  examples: [
    {
      text: '这条运河开凿于百年以前。两岸的石堤至今完好，船只来往不断\n\n此外，沿河还有三座石桥，都保存得很好。\n',
      finds: ['船只来往不断'],
    },
    {
      text: 'The canal was dug a hundred years ago. Its stone banks are still sound, and many boats pass\n\nThe three bridges were built later.\n',
      finds: ['many boats pass'],
    },
    {
      text: 'Der Kanal wurde vor hundert Jahren gegraben. Seine Ufer aus Stein sind noch fest, und viele Boote fahren dort\n\nDie drei Brücken sind jünger.\n',
      finds: ['Boote fahren dort'],
    },
    { text: '运河的历史\n\n这条运河开凿于百年以前。\n', finds: [] },
    { text: '这条运河开凿于百年以前。两岸的石堤至今完好。\n\n沿河还有三座石桥。\n', finds: [] },
    { text: '水位每日记两次。闸门内外的水位差可以写成\n\n$$h = a - b.$$\n\n其中前一项是闸外的水位。\n', finds: [] },
    {
      text: '水位每日记两次。两处水尺刻度相同，每年春天重新校准\n\n![水尺](gauge.png)\n\n其中一处设在闸外。\n',
      finds: ['每年春天重新校准'],
    },
    { text: '这条运河开凿于百年以前。沿河的桥有三座，分别是：\n\n- 东桥\n- 西桥\n', finds: [] },
    {
      text: 'The canal was dug early. Its depth is given by\n\n$$d = 3$$\n\nThe three bridges were built later.\n',
      finds: [],
    },
    {
      text: '运河的深度变化不大。设河床的高度为$h$，然后我们得到\n\n$$d = 3 - h.$$\n\n后来又修了三座石桥。\n',
      finds: [],
    },
    { text: 'The canal was dug early. To measure it, run the program\n\n```\nmeasure\n```\n', finds: [] },
    { text: '三月里东风吹过堤岸\n\n柳条垂在水面\n\n小船停在桥下\n\n没有人说话\n', finds: [] },
    {
      text: 'A. Author (2010). The canal and its banks. Journal of Canals 12, 3–15\n\nB. Author (2011). The three bridges. Journal of Canals 13, 1–9\n',
      finds: [],
    },
    {
      text: '这条运河开凿于百年以前。两岸的石堤至今完好，船只来往不断，未完待续\n\n此外，沿河还有三座石桥。\n',
      finds: [],
      options: { allow: ['未完待续'] },
    },
  ],
};

export default defineRule(
  'no-unterminated-paragraph',
  { allow: [] as string[], share: 0.8 },
  ({ prose, options, report }) => {
    const manuscript = manuscriptOf(prose);
    for (const { direct: junction } of junctionsOf(prose, () => false)) {
      if (!junction) continue;
      const { left, right, between } = junction;
      if (left.kind !== 'paragraph' || left.context === 'footnote' || between !== 'nothing') continue;
      // A formula on lines of its own goes on with the sentence, or ends it.
      if (beginsWithFormula(right, prose.source) || isFormula(right.text)) continue;
      if (!endsOpen(left, prose.lang) || !isEvidentProse(left) || endsInReference(left.text)) continue;
      const text = left.text.trimEnd();
      if (options.allow.some((ending) => text.endsWith(ending)) || manuscript.terminated < options.share) continue;
      if (judge(junction, prose.blocks, manuscript)) continue;
      const last = lastWords(text);
      report({
        kind: 'unterminated',
        args: { text: last },
        ...sourceRange(left, text.length - last.length, text.length),
      });
    }
  },
);

/** Whether a paragraph ends in a letter, or in a mark that closes: Chinese and most others have a stop behind that or before it, Japanese has none. */
function endsOpen({ text, cjk }: Block, lang: string): boolean {
  const ending = endingOf(text);
  if (ending !== 'closing') return ending === 'letter';
  return cjk ? lang.startsWith('zh') && /[」』”》）]$/u.test(text.trimEnd()) : /\p{Ll}{3}\)$/u.test(text.trimEnd());
}

/** Whether a text ends in a number that may be a note's or a page's; not in one that a small word leads to, as in “since 2012”, nor in a year. */
const endsInReference = (text: string): boolean => {
  const end = text.slice(-30).trimEnd();
  return /\p{N}$/u.test(end) && !/\s(?:\p{Ll}{2,12} \d{1,4}|\p{Lu}\p{Ll}{2,11} (?:1\d|20)\d\d)$/u.test(end);
};

/** Whether a paragraph begins with a displayed formula: “$$…$$” on a line of its own is read as one within the text, and without mathematics as text. */
function beginsWithFormula({ node, text, start }: Block, source: string): boolean {
  if (source.slice(start, start + 2) === '$$') return true;
  const [first] = (node as { children?: PhrasingContent[] }).children ?? [];
  return first?.type === 'inlineMath' && !/[^\uFFFC.,;，。；\s]/.test(text.split('\n', 1)[0]!);
}
