import type { PhrasingContent } from 'mdast';
import type { Documentation } from './documentation.js';
import { cutBehind } from './paragraphs/chinese-positions.js';
import { surelyLeadsOn } from './paragraphs/function-words.js';
import { lastBlocks } from './paragraphs/last-blocks.js';
import { type Manuscript, manuscriptOf } from './paragraphs/manuscript.js';
import { isDateLine, isEmphasised, isLabel, isLetterForm } from './paragraphs/not-prose.js';
import { isEvidentProse, lastWords, speaks } from './paragraphs/prose-like.js';
import { defineRule } from './rule.js';
import { endingOf, isTerminated } from './text/endings.js';
import { type Block, type Prose, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A manuscript or a section that stops in the middle of a sentence',
    zh: '全文或一节在句子中间结束',
  },
  details: {
    en: `When a page is left out, or a selection ends too early, the text stops before its sentence does: without a full stop, behind a comma, or with a bracket or a quotation
still open. The rule looks at the last paragraph before each heading and at the end of the manuscript. What is missing only the author knows, so there is no
automatic correction.

It speaks only of running prose. Signatures, dates, addresses, captions, verses, lists of works and short lines may end a section without a stop, and a section may end
with a table, a formula or a program.`,
    zh: `漏掉一页，或者复制时没有选到末尾，文字就会在句子说完之前停住：没有句号，停在逗号上，或者前括号、前引号还没有配对。本规则检查每个标题之前和全文末尾的最后一段。
缺了什么只有作者知道，所以不会自动改正。

只看成段的正文。署名、日期、地址、图表说明、诗句、参考文献和短行可以不加句号；一节也可以以表格、公式或代码结束。`,
  },
  options: {
    allow: {
      en: 'Endings that are right: `["to be continued"]`.',
      zh: '允许的结尾：`["未完待续"]`。',
    },
    share: {
      en: 'The share of long paragraphs that end in a stop from which a manuscript counts as one that writes stops, from 0 to 1.',
      zh: '长段落中有句号结尾的占到多少，才算这份稿件是用句号的，取值 0 到 1。',
    },
  },
  examples: [
    {
      text: '运河两岸的石堤至今完好。今年，沿河各村又修了三座石桥，并且在桥头\n',
      finds: ['并且在桥头'],
    },
    {
      text: '## 石堤\n\n石堤由各村分段维护，每年春天检查一次，\n\n## 石桥\n\n石桥共有三座。\n',
      finds: ['每年春天检查一次，'],
    },
    { text: '馆长在会上说，运河的档案要整理好、保存好，他强调：“\n', finds: ['他强调：“'] },
    {
      text: 'The banks are still sound. In the spring the villages repaired three bridges, and at the end of the\n',
      finds: ['end of the'],
    },
    {
      text: 'Die Ufer sind noch fest. Im Frühjahr haben die Dörfer drei Brücken ausgebessert, und am Ende der\n',
      finds: ['am Ende der'],
    },
    { text: '運河の岸は今も丈夫です。春になると村の人々が橋を直し、それから船を\n', finds: ['それから船を'] },
    { text: '运河两岸的石堤至今完好。今年又修了三座石桥。\n\n某某大学图书馆\n\n2019年8月1日\n', finds: [] },
    {
      text: '마을 도서관은 강가에 있다. 겨울이 오면 사람들이 장작을 가져오고, 저녁마다 난로 옆에\n',
      finds: ['저녁마다 난로 옆에'],
    },
    { text: '## 목록\n\n책의 제목을 모두 적고 번호는 뒤에 붙임\n\n## 보관\n\n책은 강가의 창고에 둔다.\n', finds: [] },
    { text: '## คลอง\n\nคลองนี้ขุดขึ้นเมื่อร้อยปีก่อน และยังมีเรือแล่นไปมาทุกวันจนถึงตอนนี้\n', finds: [] },
    { text: '运河两岸的石堤至今完好。\n\n此致\n\n敬礼\n', finds: [] },
    { text: '## 石堤\n\n石堤由各村分段维护。\n\n## 石桥\n\n石桥共有三座（见图1）。\n', finds: [] },
    { text: 'The banks are still sound. Their height is\n\n$$h = 3$$\n', finds: [] },
    { text: 'The villages keep:\n\n- the banks\n- the bridges\n', finds: [] },
    { text: '## References\n\nA. Author (2010). The canal and its banks. Journal of Canals 12, 3–15\n', finds: [] },
    { text: '“运河是我们的母亲河。”\n\n—— 一位船工\n', finds: [] },
    { text: 'The banks are still sound.[^1]\n\n[^1]: As a walk in spring showed\n', finds: [] },
    {
      text: '运河两岸的石堤至今完好。今年，沿河各村又修了三座石桥，未完待续\n',
      finds: [],
      options: { allow: ['未完待续'] },
    },
  ],
};

export default defineRule(
  'no-truncated-ending',
  { allow: [] as string[], share: 0.8 },
  ({ prose, options, report }) => {
    let manuscript: Manuscript | undefined;
    let items: ReturnType<typeof countItems> | undefined;
    const blocks = lastBlocks(prose);
    const short = blocks.filter(({ block }) => stopsShort(block));
    // Where most sections end so, each of them is a note and not half a sentence.
    const notes = short.length > severalNotes && short.length * 2 > blocks.length;
    for (const { block, of } of short) {
      if (notes && endingOf(block.text) === 'letter' && !leadsOnAtEnd(block, block.text.trim())) continue;
      if (block.context === 'list') {
        items ??= countItems(prose);
        // Lists may go without stops; here, more than one item in four besides this one does.
        if ((items.open - 1) * 4 > items.long - 1) continue;
      }
      manuscript ??= manuscriptOf(prose);
      const text = block.text.trimEnd();
      if (manuscript.terminated < options.share || options.allow.some((ending) => text.endsWith(ending))) continue;
      const last = lastWords(text);
      report({ kind: of, args: { text: last }, ...sourceRange(block, text.length - last.length, text.length) });
    }
  },
);

/** Sections that are told from chance. */
const severalNotes = 3;
const shortest = { wide: 12, hangul: 20, narrow: 40 };
/** Items of a list that are long enough to be sentences. */
const sentence = { wide: 16, narrow: 50 };

/** How many items of a manuscript's lists are long, and how many of these end in no stop. */
function countItems({ blocks }: Prose): { long: number; open: number } {
  const long = blocks.filter(
    ({ context, kind, text, cjk }) =>
      context === 'list' && kind === 'paragraph' && text.length >= (cjk ? sentence.wide : sentence.narrow),
  );
  return { long: long.length, open: long.filter(({ text }) => !isTerminated(text)).length };
}

/** Whether a paragraph is prose that stops before its sentence ends. */
function stopsShort(block: Block): boolean {
  const ending = endingOf(block.text);
  if (ending === 'stop' || ending === 'colon' || ending === 'opaque' || ending === 'other') return false;
  const text = block.text.trim();
  if (ending === 'letter') {
    if (/\p{N}$/u.test(text) || endsInLinkOfItsOwn(block) || isDateLine(text.slice(text.lastIndexOf('\n') + 1)))
      return false;
    return isEvidentProse(block) || (block.context === 'flow' && speaks(block)) || leadsOnAtEnd(block, text);
  }
  if (ending === 'closing') return /[》”]$/u.test(text) && block.cjk && isEvidentProse(block);
  if (ending !== 'comma' && ending !== 'opening' && ending !== 'hyphen') return false;
  const least = block.cjk ? shortest.wide : /\p{Script=Hangul}.$/u.test(text) ? shortest.hangul : shortest.narrow;
  return text.length >= least && !isLineOfItsOwn(block, text);
}

/** Whether a link stands behind the last sentence or on a line of its own: an address, or what to read next. */
function endsInLinkOfItsOwn({ node, text }: Block): boolean {
  const last = (node as { children?: PhrasingContent[] }).children?.at(-1);
  if (last?.type !== 'link') return false;
  const shown = last.children.reduce((sum, child) => sum + ('value' in child ? child.value.length : 0), 0);
  return shown > 0 && /(?:^|[.!?…:\n])\s*$/.test(text.trimEnd().slice(0, -shown));
}

const isLineOfItsOwn = (block: Block, text: string): boolean =>
  isLabel(text) || isDateLine(text) || isLetterForm(text) || isEmphasised(block);

/** Whether a text ends in a word that another one must follow, as in "at the end of the". */
function leadsOnAtEnd(block: Block, text: string): boolean {
  if (block.context !== 'flow' || isLineOfItsOwn(block, text)) return false;
  if (block.cjk) return text.length >= shortest.wide && /[，、]/u.test(text) && cutBehind(text.at(-1)!) >= 3;
  const word = /[\p{L}'’]{1,20}$/u.exec(text)?.[0] ?? '';
  return text.length >= shortest.narrow && /^\p{Ll}/u.test(word) && surelyLeadsOn(word);
}
