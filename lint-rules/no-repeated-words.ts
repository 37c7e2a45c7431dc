import type { Documentation } from './documentation.js';
import { type Repetition, repeatedChinese } from './repetition/chinese.js';
import { repeatedClauses } from './repetition/clauses.js';
import { repeatedJapanese } from './repetition/japanese.js';
import { repeatedKorean } from './repetition/korean.js';
import { adjacentRepeats, cutsLatin, type Run } from './repetition/scan.js';
import { repeatedAmongHan, repeatedInSpaced } from './repetition/spaced.js';
import { defineRule } from './rule.js';
import { partitionPoint } from './text/partition-point.js';
import { type Block, type Prose, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A character, a word or a phrase that stands twice in a row',
    zh: '一个字、一个词或一句话接连出现了两遍',
  },
  details: {
    en: `Doubling happens when text is cut and pasted, when a line break hides what was typed already, and when a page ends in the middle of a word: “紧跟紧跟”, “省委委书记”,
“of the of the”. The rule reports both copies and suggests keeping one. It looks across line breaks, but not across punctuation.

Languages also double on purpose, and words meet that begin and end alike. The rule knows the ways of Chinese (天天, 研究研究, 一步一步, 上海市市级机关, 应急司司长), of Japanese
(人々, ますます, 一つ一つ), of German (“für die die Kasse zahlt”), French (“nous nous”), English (“had had”, “that that”) and of languages whose grammar doubles
words, such as Indonesian, Vietnamese and Turkish; and it leaves names (“Duran Duran”), numbers, code and formulas alone. A doubled word that the manuscript uses
throughout is taken for a term. Where a doubling is meant, add it to \`allow\`.`,
    zh: `剪贴、换行、换页都容易让文字重一遍：“紧跟紧跟”“省委委书记”“of the of the”。本规则标出重复的两处，并建议只留一处；它跨行查找，但不跨标点。

汉语里也有有意的重叠和巧合的相连，都不在此列：天天、研究研究、一步一步、上海市市级机关、应急司司长。日语的“人々”“ますます”“一つ一つ”，德语的“für die die Kasse zahlt”，法语的“nous nous”，
英语的“had had”“that that”，印尼语、越南语、土耳其语等本来就重叠的语言，以及人名地名、数字、代码、公式，也不会报告。全文反复使用的叠词会被当作术语。确实要重复时，请写进 \`allow\`。`,
  },
  options: {
    allow: {
      en: 'Words that may stand twice, given once: `["紧跟", "well"]`.',
      zh: '允许重复的词，只写一遍：`["紧跟", "well"]`。',
    },
  },
  examples: [
    { text: '在行动上紧跟紧跟，在思想上认同。\n', finds: ['紧跟紧跟'], suggested: '在行动上紧跟，在思想上认同。\n' },
    { text: '深入落实省委委书记的要求。\n', finds: ['委委'], suggested: '深入落实省委书记的要求。\n' },
    { text: '我们的的工作还要在在基层落实。\n', finds: ['的的', '在在'], suggested: '我们的工作还要在基层落实。\n' },
    { text: '努力推动高质量推动高质量发展。\n', finds: ['推动高质量推动高质量'], suggested: '努力推动高质量发展。\n' },
    { text: '會議討論了這個問題問題的原因。\n', finds: ['問題問題'], suggested: '會議討論了這個問題的原因。\n' },
    { text: '各地抓紧落实\n落实整改措施。\n', finds: ['落实\n落实'], suggested: '各地抓紧落实整改措施。\n' },
    { text: 'The roof of the the hall leaks.\n', finds: ['the the'], suggested: 'The roof of the hall leaks.\n' },
    { text: 'They met in the\nin the garden.\n', finds: ['in the\nin the'], suggested: 'They met in the garden.\n' },
    { text: 'The *the* paper is old.\n', finds: ['The *the'] },
    {
      text: 'Die Werkstatt und und der Hof sind alt.\n',
      finds: ['und und'],
      suggested: 'Die Werkstatt und der Hof sind alt.\n',
    },
    { text: 'Бумага была была дорогой.\n', finds: ['была была'], suggested: 'Бумага была дорогой.\n' },
    {
      text: '新しいシステムをを導入し、ユーザーユーザーに説明した。\n',
      finds: ['をを', 'ユーザーユーザー'],
      suggested: '新しいシステムを導入し、ユーザーに説明した。\n',
    },
    { text: '이 문서는 문서는 오래되었다.\n', finds: ['문서는 문서는'], suggested: '이 문서는 오래되었다.\n' },
    { text: '独立的程程序依照许可证发布，移交底片的是气象台台。\n', finds: ['程程', '台台'] },
    { text: '本地的数据据库已经备份，好处之一是是可以随时恢复。\n', finds: ['据据', '是是'] },
    { text: 'Sie wussten, dass das das Ende war. Ist das das Original?\n', finds: [] },
    { text: 'Sie wussten, dass das das Ende der Reihe.\n', finds: ['das das'] },
    { text: '他们在玩玩具，按按钮，下面就来说说，分分钟的事。\n', finds: [] },
    { text: '上海市市级机关、应急司司长、省委委员、中央内政部部长、党组组长都来了。\n', finds: [] },
    { text: '党旗高高飘扬，谆谆嘱托沉甸甸，远远不够；天天、渐渐、慢慢、一件件、来来往往。\n', finds: [] },
    { text: '我们学习习主席的讲话，做实习近平的课题，沈跃跃在二〇〇四年到会。\n', finds: [] },
    {
      text: '会议指出，会议指出，要坚持稳中求进。要坚持疏浚河道，要坚持疏浚河道，不可懈怠。\n',
      finds: ['会议指出，会议指出', '要坚持疏浚河道，要坚持疏浚河道'],
      suggested: '会议指出，要坚持稳中求进。要坚持疏浚河道，不可懈怠。\n',
    },
    { text: '船影越来越小，越来越小。她说：“我不想再回到那里去，我不想再回到那里去！”\n', finds: [] },
    {
      text: 'We found that that the results were not significant in in any of the groups.\n',
      finds: ['that that', 'in in'],
    },
    { text: 'I know that that man signed in in the morning and came in in person.\n', finds: [] },
    { text: '大家讨论讨论方案，打扫打扫卫生，再商量商量办法。\n', finds: [] },
    { text: '要增强基层党组织组织力，省委党组织组织部已有部署。\n', finds: [] },
    { text: '要加强基层党组织组织建设。\n', finds: ['组织组织'] },
    { text: '“这件事研究研究。”他说，要在真学真懂上用心用力，在常学常新上用心用力。\n', finds: [] },
    { text: '亲自倡导、亲自谋划、亲自推动常态化制度化，提高凝聚力创造力战斗力，组织织密织牢防线。\n', finds: [] },
    {
      text: '人民民主专政、中国国家统计局、各级法院院长、工作委员会委员、会议议程、为了了解、的的确确、科学学科、生产产品、研究究竟。\n',
      finds: [],
    },
    { text: '十年来越来越多的人一步一步走来，把一项一项工作手把手把关。\n', finds: [] },
    { text: 'She had had enough, and said that that was all. Duran Duran played in Pago Pago.\n', finds: [] },
    { text: 'Die Kosten, für die die Kasse haftet, sind hoch, sodass sie sie prüft.\n', finds: [] },
    { text: 'Nous nous sommes levés, et vous vous êtes assis.\n', finds: [] },
    { text: '人々はますます忙しく、それぞれの色々な母ははと、ここで一つ一つ確かめた。\n', finds: [] },
    { text: '`the the` and $x x$ and 12 12 and x x are no words; log in in order to read.\n', finds: [] },
    { text: '---\nlang: id\n---\n\nAnak anak bermain di taman.\n', finds: [] },
    {
      text: '책을을 묶는다. 공책공책을 실로 꿰매고, 공책에에 풀을 바른다. 실실험을 적은 공책도 있다. 실험은 세 번 했다. 그 실험을 다시 했다.\n',
      finds: ['을을', '공책공책', '에에', '실실'],
    },
    { text: '我们比较AMD和GPU，AMD AMD的卡便宜，AMD的驱动多。\n', finds: ['AMD AMD'] },
    { text: '他听Duran Duran的歌，用ls -l -l，看a a。\n', finds: [] },
    { text: '가을을 기다리며 하나하나 당당한 걸음걸음으로, 매일 매일 미리 미리 간다.\n', finds: [] },
    { text: 'できませんません。\n', finds: ['ませんません'], suggested: 'できません。\n' },
    {
      text: '人と人との間、二〇〇年、一枚々々とニチャニチャ噛み、甲斐甲斐しく整え、欲しい欲しいと言い、繰返し繰返し考える。\n',
      finds: [],
    },
    { text: '在行动上紧跟紧跟，在思想上认同。\n', finds: [], options: { allow: ['紧跟'] } },
  ],
};

export default defineRule('no-repeated-words', { allow: [] as string[] }, ({ prose, options, report }) => {
  const allow = new Set(options.allow.map((word) => word.toLowerCase()));
  const count = counter(prose);
  for (const block of prose.blocks) {
    for (const { from, to, unit } of repetitions(block, prose.lang, count)) {
      if (allow.has(unit.toLowerCase())) continue;
      const { start, end } = sourceRange(block, from, to);
      // The first copy stays as it is written, capital and all; markup between the two is the author's to sort out.
      const kept = sourceRange(block, from, from + unit.length).end;
      const fix = { start: kept, end, text: '', safety: 'suggest' as const };
      const plain = end - start === to - from;
      report({ kind: 'repeated', args: { text: unit }, start, end, ...(plain && { fix }) });
    }
  }
});

const wide = /[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff]/;
const hangul = /[\uac00-\ud7a3]{3}/;
const kana = /[\u3041-\u30fa]/;
/** Words of ASCII on both sides of a blank. */
const spacedTwice = /[A-Za-z] [A-Za-z]/;
const spaced = /[^\s\u2e80-\u9fff\uff00-\uffff][ \t\n\u00a0]+[^\s\u2e80-\u9fff\uff00-\uffff]/;

function repetitions(block: Block, lang: string, count: Counter): Repetition[] {
  const found: Repetition[] = [];
  if (wide.test(block.text)) found.push(...repeatedWide(block.text, lang, count.text), ...repeatedClauses(block.text));
  if (block.cjk && spacedTwice.test(block.text)) found.push(...repeatedAmongHan(block.text, count.word));
  if (hangul.test(block.text)) found.push(...repeatedKorean(block.text, count.text));
  if (spaced.test(block.text)) found.push(...repeatedInSpaced(block.text, lang, count.word));
  return found;
}

/** Repetitions of Han and kana. A line end between them is no more than the width of the author's window. */
function repeatedWide(text: string, lang: string, count: (text: string) => number): Repetition[] {
  const lines = text.includes('\n') ? joinLines(text) : { text, at: (index: number) => index };
  const japanese = kana.test(text) || lang.startsWith('ja');
  const judge = (run: Run) =>
    japanese ? repeatedJapanese(lines.text, run, count) : repeatedChinese(lines.text, run, count);
  return adjacentRepeats(lines.text).flatMap((run) => {
    const found = judge(run);
    return found &&
      !cutsLatin(lines.text, found.from, found.to) &&
      !isLineOfItsOwn(text, lines.at(found.from), found.unit)
      ? [{ ...found, from: lines.at(found.from), to: lines.at(found.to - 1) + 1 }]
      : [];
  });
}

/** Whether the first copy is a line by itself, as a title is whose text begins with it. */
function isLineOfItsOwn(text: string, from: number, unit: string): boolean {
  const to = from + unit.length;
  return text[to] === '\n' && text.slice(text.lastIndexOf('\n', from - 1) + 1, to).trim() === unit;
}

function joinLines(text: string): { text: string; at: (index: number) => number } {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at - ends.length);
  return {
    text: text.replaceAll('\n', ''),
    at: (index) => index + partitionPoint(ends.length, (end) => ends[end]! <= index),
  };
}

interface Counter {
  /** How often a text stands in the manuscript, line ends left out; up to three times. */
  text: (text: string) => number;
  word: (word: string) => number;
}

/** Look-ups in the whole manuscript that a manuscript may cost; a sound one needs a handful. What is asked beyond that counts as absent. */
const maxLookUps = 200;

/** Looks into the whole manuscript, which is put together when the first question is asked. */
function counter({ blocks }: Prose): Counter {
  let joined: string | undefined;
  let lower: string | undefined;
  const occurrences = (text: string, part: string, counted: Map<string, number>): number => {
    const known = counted.get(part);
    if (known !== undefined || counted.size >= maxLookUps) return known ?? 0;
    let count = 0;
    for (let at = text.indexOf(part); at >= 0 && count < 3; at = text.indexOf(part, at + 1)) count++;
    counted.set(part, count);
    return count;
  };
  const texts = new Map<string, number>();
  const words = new Map<string, number>();
  const all = () => {
    joined ??= blocks.map(({ text }) => text.replaceAll('\n', '')).join('\n');
    return joined;
  };
  const folded = () => {
    lower ??= blocks.map(({ text }) => text.toLowerCase()).join('\n');
    return lower;
  };
  return {
    text: (text) => occurrences(all(), text, texts),
    word: (word) => occurrences(folded(), word.toLowerCase(), words),
  };
}
