import type { Heading, Paragraph, Root } from 'mdast';
import type { Documentation } from './documentation.js';
import { findUnmarked, type Unmarked } from './headings/candidates.js';
import { numberedAsLists } from './headings/list-numbers.js';
import { headingsLeftOut } from './headings/rows.js';
import { defineRule } from './rule.js';
import type { Block, Prose } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A title or subtitle that is left as an ordinary paragraph',
    zh: '没有标记的标题',
  },
  details: {
    en: 'A heading that was only larger or bolder in the print comes out of a PDF or a Word file as a short paragraph. It is then missing in the table of contents and in the page heads, and speech programs cannot jump to it.\n\nReported is a paragraph that is short, ends without a stop, and stands before a longer paragraph of running text and not in the middle of a sentence: with a number (一、, （一）, 第三章, 2.1, Chapter 3), wholly in **bold**, in capitals, with a name that sections have (引言, Methods), with the number that the marked headings around it leave out, or with the shape of a title. A title in two parts may stand in two paragraphs. The suggestion puts # signs before it; how many is a guess.\n\nLeft alone: captions, keywords and other labels with a colon, names, institutions and dates under a title, dialogue, verse, quotations, lists, notes, links and code, and whatever continues in the next paragraph.',
    zh: '原稿里只靠字号或粗体区分的标题，从 PDF 或 Word 复制出来就成了一个短段落：目录和页眉里都没有它，朗读软件也跳不过去。\n\n一个段落很短、末尾没有句号、后面跟着更长的正文、又不是一句话的一半，就会报告：带序号的（一、、（一）、第三章、2.1、Chapter 3），整段**加粗**的，全大写的，“引言”“Methods”这类常见节名，序号正好是前后标题所缺的，以及样子像标题的。标题可以分成两段。建议的改法是在前面加 #，个数只是推测。\n\n不检查：图表说明、关键词等带冒号的标签、标题下的人名、单位和日期、对话、诗歌、引文、列表、脚注、链接和代码，以及下一段还没说完的句子。',
  },
  examples: [
    {
      text: '推动装订工艺与数字印刷融合\n\n近年来，装订车间的设备换了两代，老师傅的手艺却没有丢，年轻人也愿意来学。\n',
      finds: ['推动装订工艺与数字印刷融合'],
      suggested:
        '# 推动装订工艺与数字印刷融合\n\n近年来，装订车间的设备换了两代，老师傅的手艺却没有丢，年轻人也愿意来学。\n',
    },
    {
      text: '新纸张 新油墨\n\n两种材料的对比试验\n\n2019年10月，试验在三个车间同时开始，一共用了四十种纸和十二种油墨。\n',
      finds: ['新纸张 新油墨', '两种材料的对比试验'],
    },
    {
      text: '# 报告\n\n一、注重材料的选择\n\n材料是装订的根本，选纸要看纤维的走向，也要看含水量是不是均匀。\n\n二、注重工序的衔接\n\n工序之间要留出时间，胶没有干透就上压机，书脊第二天就会开裂。\n',
      finds: ['一、注重材料的选择', '二、注重工序的衔接'],
      suggested:
        '# 报告\n\n## 一、注重材料的选择\n\n材料是装订的根本，选纸要看纤维的走向，也要看含水量是不是均匀。\n\n## 二、注重工序的衔接\n\n工序之间要留出时间，胶没有干透就上压机，书脊第二天就会开裂。\n',
    },
    {
      text: '# Glue\n\n**Materials and methods**\n\nHide glue was cooked at sixty degrees for two hours and used on the same day.\n',
      finds: ['**Materials and methods**'],
      suggested:
        '# Glue\n\n## Materials and methods\n\nHide glue was cooked at sixty degrees for two hours and used on the same day.\n',
    },
    {
      text: '# Glue\n\nIt was made of hides, and the whole street knew when the kettle was on.\n\nHow the kettle was heated\n\nThe fire was lit before dawn, and somebody had to watch it until the evening.\n',
      finds: ['How the kettle was heated'],
    },
    {
      text: '# Leim\n\nEr wurde aus Häuten gekocht, und die ganze Straße wusste davon.\n\n2.1 Herkunft der Häute\n\nDie Häute kamen aus den Gerbereien am Fluss und lagen dort oft wochenlang.\n',
      finds: ['2.1 Herkunft der Häute'],
    },
    {
      text: '# 糊\n\n糊は小麦粉から作られ、冬のあいだ甕の中で寝かせておくものであった。\n\n糊を煮る方法\n\n弱い火でゆっくりと煮て、底が焦げないように絶えずかき混ぜなければならない。\n',
      finds: ['糊を煮る方法'],
    },
    {
      text: '二是紧扣“高质量”，积极锻造坚强有力的基层组织\n\n织，坚决落实各项任务，把每一道工序都管好，把每一个人都用好。\n',
      finds: [],
    },
    {
      text: '# 题目\n\n张三 李四\n\n某某大学图书馆\n\n2019年10月11日\n\n研讨会在上海召开，来自四个省市的代表讨论了装订工艺的传承和发展。\n',
      finds: [],
    },
    {
      text: '# 题目\n\n关键词：装订；纸张\n\n研讨会在上海召开，来自四个省市的代表讨论了装订工艺的传承和发展。\n\n图 1 书脊的三种形状\n\n书脊有方有圆，取决于用什么样的胶，也取决于书有多厚，纸有多硬。\n',
      finds: [],
    },
    {
      text: '# Glue\n\nTable 2: Temperatures of the kettle\n\nThe fire was lit before dawn, and somebody had to watch it until the evening.\n',
      finds: [],
    },
    {
      text: '# Glue\n\nJane Doe and John Smith\n\nInstitute for the History of Books, Example University\n\nThe fire was lit before dawn, and somebody had to watch it until the evening.\n',
      finds: [],
    },
    {
      text: '# Glue\n\n“No, never”\n\nThe old man shook his head and went back to the kettle, which had begun to boil.\n',
      finds: [],
    },
    {
      text: '# Glue\n\nThe old man shook his head and went back to the kettle, and then he\n\nTold us nothing more\n\nuntil the evening, when the fire had been put out and the street was quiet.\n',
      finds: [],
    },
    {
      text: '纸船儿过了河\n\n灯笼儿挂上坡\n\n风儿吹熄了火\n\n这首歌谣在城南一带流传了很久，如今会唱的人已经不多，只在书里还找得到。\n',
      finds: [],
    },
    {
      text: '- Kettle\n\n  The fire was lit before dawn, and somebody had to watch it until the evening.\n\n> Kettle and fire\n>\n> The fire was lit before dawn, and somebody had to watch it until the evening.\n',
      finds: [],
    },
    {
      text: '# 糊\n\n糊は小麦粉から作られ、冬のあいだ甕の中で寝かせておくものであった。\n\n■糊を煮る方法\n\n弱い火でゆっくりと煮て、底が焦げないように絶えずかき混ぜなければならない。\n\n【糊の保存】\n\n甕の口を布でしばり、北側の土間に置いて、三日に一度は水を替えることにした。\n',
      finds: ['■糊を煮る方法', '【糊の保存】'],
    },
    {
      text: '# 풀\n\n풀은 밀가루로 만들어 겨울 동안 항아리 안에서 묵혀 두는 것이었다.\n\n제2장 풀을 쑤는 방법\n\n약한 불로 천천히 끓이면서 바닥이 타지 않도록 쉬지 않고 저어야 한다.\n',
      finds: ['제2장 풀을 쑤는 방법'],
    },
    {
      text: '# 胶水\n\n胶水是用牛皮熬成的，整条街都知道什么时候开锅。\n\npH值的测定\n\n每天早上取一小杯，用试纸量过以后记在墙上的表里，前后一共记了三年。\n\n2.2 两种试纸：新的与旧的\n\n新试纸颜色分得清楚，旧试纸放久了会发黄，量出来的数字就要打折扣。\n',
      finds: ['pH值的测定', '2.2 两种试纸：新的与旧的'],
    },
    {
      text: '# 풀\n\n풀은 밀가루로 만들어 겨울 동안 항아리 안에서 묵혀 두는 것이었다.\n\npH에 따라 풀의 세기 조절하기\n\n약한 불로 천천히 끓이면서 바닥이 타지 않도록 쉬지 않고 저어야 한다.\n\n풀을 쑤어 항아리에 담은 후\n',
      finds: ['pH에 따라 풀의 세기 조절하기'],
    },
    {
      text: '# 糊\n\n糊は小麦粉から作られ、冬のあいだ甕の中で寝かせておくものであった。\n\n「今日の『糊』はよく利く」\n\n弱い火でゆっくりと煮て、底が焦げないように絶えずかき混ぜなければならない。\n',
      finds: [],
    },
    { text: '# Leim\n\nMan braucht dazu\n\n- einen Kessel\n- ein Feuer\n', finds: [] },
  ],
  options: {
    allow: {
      en: 'Paragraphs that are never reported, as they stand without their marks.',
      zh: '不检查的段落，按原文写，不带标记。',
    },
  },
};

export default defineRule('no-unmarked-heading', { allow: [] as string[] }, ({ tree, prose, options, report }) => {
  const byOrder = new Map<number, Unmarked>();
  for (const one of [...findUnmarked(prose), ...numberedAsLists(tree, prose), ...leftOut(tree, prose)])
    if (!options.allow.includes(one.text)) byOrder.set(one.block.order, one);
  const found = [...byOrder.values()].sort((a, b) => a.block.order - b.block.order);
  if (found.length === 0) return;
  const levels = levelsOf(found, prose);
  found.forEach(({ block, text }, index) => {
    const { start, end } = block;
    const written = `${'#'.repeat(levels[index]!)} ${withoutBold(block, prose.source)}`;
    report({
      kind: 'heading',
      args: { text },
      start,
      end,
      expected: [written],
      fix: { start, end, text: written, safety: 'suggest' },
    });
  });
});

/** Lines with the numbers that the marked headings leave out; they are of those headings' rank. */
const leftOut = (tree: Root, prose: Prose): Unmarked[] =>
  headingsLeftOut(tree, prose).map(({ block, depth }) => ({
    block,
    text: block.text,
    sign: 'number',
    rank: depth - 1,
  }));

/** The paragraph's source; of one that is bold as a whole, what stands between the marks. */
function withoutBold(block: Block, source: string): string {
  const children = (block.node as Paragraph).children;
  const only = children[0];
  if (children.length !== 1 || only?.type !== 'strong') return source.slice(block.start, block.end);
  return source.slice(block.start, block.end).replace(/^(?:\*\*|__)([\s\S]*)(?:\*\*|__)$/, '$1');
}

/** Levels to suggest: numbers say how deep a heading is; others are sisters of the marked heading above them, or sections under the title. */
function levelsOf(found: Unmarked[], { blocks }: Prose): number[] {
  const marked = blocks.filter(({ kind }) => kind === 'heading');
  let passed = 0;
  return found.map(({ block, rank }, index) => {
    while (passed < marked.length && marked[passed]!.order < block.order) passed++;
    if (rank !== undefined) return Math.min(6, rank + 1);
    if (marked.length === 0 && index === 0) return 1;
    const above = marked[passed - 1];
    return above ? Math.max(2, (above.node as Heading).depth) : 2;
  });
}
