import type { Documentation } from './documentation.js';
import { defineRule } from './rule.js';
import { sourceRange } from './text/prose.js';
import { habitsOf } from './widths/habits.js';
import { clashes, halfBrackets, halfMarks, inSpaced, type WidthFault, wideLetters } from './widths/marks.js';

export const documentation: Documentation = {
  summary: {
    en: 'Punctuation of the wrong width, doubled or clashing stops',
    zh: '半角全角混用的标点，重复或冲突的标点',
  },
  details: {
    en: 'Chinese and Japanese text has marks of full width; half-width ones come from a keyboard in the wrong mode or from a conversion, and look pinched in print. The rule also tells of full-width letters and digits, of stops that are doubled or contradict each other, and of a full-width stop in a text of Latin letters. What a manuscript does throughout is taken for its style. Numbers, times, addresses, abbreviations and English quotations are left alone, and no spaces between Chinese and Latin letters are asked for.',
    zh: '中文、日文用全角标点；半角标点多半是输入法没切换，或转换文件时带来的，印出来挤在一起。全角的字母和数字、重复或互相冲突的标点、西文里的全角标点也会指出。全文一贯的写法视为体例，不作改动；数字、时间、网址、缩写和英文引文不在此列；中西文之间加不加空格也不过问。',
  },
  options: {
    allow: { en: 'Stretches that are right as they are', zh: '本来就应这样写的文字' },
  },
  examples: [
    { text: '各单位要认真学习,抓好落实。\n', finds: [','], fixed: '各单位要认真学习，抓好落实。\n' },
    {
      text: '会议内容如下:第一，总结经验;第二，部署工作。\n',
      finds: [':', ';'],
      fixed: '会议内容如下：第一，总结经验；第二，部署工作。\n',
    },
    { text: '大家都同意了.会议结束。\n', finds: ['.'], suggested: '大家都同意了。会议结束。\n' },
    {
      text: '各单位（含下属）都来，机关(含下属)也来。\n',
      finds: ['(含下属)'],
      suggested: '各单位（含下属）都来，机关（含下属）也来。\n',
    },
    {
      text: '会议在２０１９年召开，共有 30 人、5 个单位参加。\n',
      finds: ['２０１９'],
      fixed: '会议在2019年召开，共有 30 人、5 个单位参加。\n',
    },
    { text: '会议结束了。。大家散去。\n', finds: ['。。'], fixed: '会议结束了。大家散去。\n' },
    { text: '他说：“今天开会。”。大家同意。\n', finds: ['。”。'], suggested: '他说：“今天开会。”大家同意。\n' },
    { text: 'The library， too, was closed.\n', finds: ['，'], suggested: 'The library, too, was closed.\n' },
    { text: 'It was closed,, as always.\n', finds: [',,'], suggested: 'It was closed, as always.\n' },
    {
      text: '문을 닫았다。 그리고 불을 껐다（모두）.\n',
      finds: ['。', '（', '）'],
      suggested: '문을 닫았다. 그리고 불을 껐다(모두).\n',
    },
    { text: '종이를 접어., 실로 꿰맨다．\n', finds: ['.,', '．'], suggested: '종이를 접어, 실로 꿰맨다.\n' },
    { text: '午後に会議を開いた,とのこと。\n', finds: [','], fixed: '午後に会議を開いた，とのこと。\n' },
    { text: '最后点“Propose changes to the file”。\n', finds: [] },
    { text: '会议 10:30 开始，比分 3:2，增长 3.5%，见 https://example.org/a,b。\n', finds: [] },
    { text: '参见 Smith (2020), Jones et al. (2021), 第 3 页。\n', finds: [] },
    { text: '真的吗？！太好了！！他想了想……走了。\n', finds: [] },
    { text: '使用 C++、R&D 和 apt-get(8) 命令。\n', finds: [] },
    { text: '一.总则\n\n二.分则\n', finds: [] },
    { text: 'Wait... No, etc., and so on (e.g., this).\n', finds: [] },
    { text: '36条办法，2019年，DOI 10.1000/x,y。\n', finds: [] },
    { text: '평양,서울 등.\n', finds: [] },
    { text: '---\nlang: ja\n---\n\n## memo、cache、lazy をどう使うか？\n\n- Paper：86 g，47 t\n', finds: [] },
    { text: '[1] 张三. 纸的历史. 某某出版社, 2012.\n', finds: [] },
  ],
};

export default defineRule('no-mixed-width-punctuation', { allow: [] as string[] }, ({ prose, options, report }) => {
  const { source, lang } = prose;
  if (!/[,;:?!().，。；：、！？（．０-９Ａ-Ｚａ-ｚ]/.test(source)) return;
  const habits = habitsOf(prose);
  const letters = !habits.wideLetters && /[０-９Ａ-Ｚａ-ｚ]/.test(source);
  for (const block of prose.blocks) {
    const { text } = block;
    const faults: Iterable<WidthFault>[] = [];
    if (block.cjk) {
      if (/[,.;:?!]/.test(text)) faults.push(halfMarks(text, habits));
      if (!habits.halfBrackets && text.includes('(')) faults.push(halfBrackets(text));
      faults.push(clashes(text));
    } else faults.push(inSpaced(text, lang, habits));
    if (letters) faults.push(wideLetters(text, lang));
    let last = -1;
    for (const fault of merged(faults)) {
      const actual = text.slice(fault.start, fault.end);
      if (fault.start < last || options.allow.includes(actual)) continue;
      last = fault.end;
      const { start, end } = sourceRange(block, fault.start, fault.end);
      const { kind, expected } = fault;
      // A fix must not touch marks that are written as escapes or stand around emphasis.
      const plain = source.slice(start, end) === actual;
      // The question mark of an emphasised title, and the comma behind the title.
      if (!plain && /^[?!],$/.test(actual)) continue;
      const safety = fault.certain ? ('safe' as const) : ('suggest' as const);
      report({
        kind,
        args: { actual: actual.trim(), expected: expected.trim() },
        start,
        end: kind === 'half' ? start + 1 : end,
        ...(plain && { fix: { start, end, text: expected, safety } }),
      });
    }
  }
});

function merged(faults: Iterable<WidthFault>[]): WidthFault[] {
  return faults.flatMap((some) => [...some]).sort((a, b) => a.start - b.start || b.end - a.end);
}
