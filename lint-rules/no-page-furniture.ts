import type { Heading } from 'mdast';
import type { Documentation } from './documentation.js';
import type { Line } from './furniture/lines.js';
import { readLines } from './furniture/lines.js';
import { findPageNumbers } from './furniture/page-numbers.js';
import { findRunningHeads } from './furniture/running-heads.js';
import { defineRule, type Fix } from './rule.js';
import type { Prose } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A page number or running head of the original, left in the text',
    zh: '混进正文的页码或页眉',
  },
  details: {
    en: 'Text that is copied from a PDF or a scan brings along what was printed on every page: its number (— 12 —, 第 3 页, Page 3 of 10, S. 12, · 12 ·, xii, a bare 12) and the line at its head, often both on one line. They are found between paragraphs and between the lines of one.\n\nA page number in dashes, or with the word for page, is deleted by `galley fix`, and so are bare numbers that rise through the text; the rest is a suggestion. A line counts as a running head when it recurs between paragraphs of running text, alike but for a number; when it stands inside a sentence; or when it is the manuscript’s own title or that of a book or journal.\n\nLeft alone: headings, years, the numbers 1, 2, 3 of sections, numbers of data, table cells and footnotes, captions, labels such as “Example” or 参考文献, lines that end like sentences or in a colon, verse and addresses.',
    zh: '从 PDF 或扫描件复制文字时，每页都印着的东西会一起进来：页码（— 12 —、第 3 页、Page 3 of 10、· 12 ·、xii、单独的 12）和页眉，两者常在同一行。段落之间和段落里单独成行的都会检查。\n\n带短横线或带“页”字的页码，以及在全文中依次增大的数字，`galley fix` 会直接删去；其余只作建议。一行文字算作页眉，是因为它除了数字之外一模一样地在正文段落之间反复出现，或者夹在一句话中间，或者就是本文的标题、论文集和期刊的名称。\n\n不检查：标题、年份、分节用的 1、2、3、数据、表格和脚注里的数字、图表的说明、“示例”“参考文献”之类的小标签、以句号或冒号结尾的行、诗歌和地址。',
  },
  examples: [
    {
      text: '推动机关基层党建\n\n— 12 —\n\n全面进步。\n',
      finds: ['— 12 —'],
      fixed: '推动机关基层党建\n\n全面进步。\n',
    },
    {
      text: '前一页到这里为止。\n\n第3页 共10页\n\n后一页从这里开始。\n',
      finds: ['第3页 共10页'],
      fixed: '前一页到这里为止。\n\n后一页从这里开始。\n',
    },
    {
      text: 'The page ends here.\n\n- 12 -\n\nThe next one begins.\n',
      finds: ['- 12 -'],
      fixed: 'The page ends here.\n\nThe next one begins.\n',
    },
    {
      text: 'The bindery closed in the year of the great flood.\n\n12\n\nIts machines went to the museum on the river.\n',
      finds: ['12'],
      suggested:
        'The bindery closed in the year of the great flood.\n\nIts machines went to the museum on the river.\n',
    },
    {
      text: 'Die Setzerei lag im Hinterhaus, und wer sie suchte, ging\n\nS. 48\n\ndurch zwei Höfe und über eine schmale Stiege.\n',
      finds: ['S. 48'],
    },
    {
      text: 'Die Werkstatt lag im Hinterhaus am Fluss, und wer sie\nsuchte, der ging durch zwei Höfe und über eine Stiege\n– 7 –\nhinauf bis unter das Dach.\n',
      finds: ['– 7 –'],
    },
    {
      text: '装订车间在院子的最里面，冬天只有一个炉子取暖。\n\n12  古籍装订研讨会论文集\n\n老师傅们从早上七点开始配页，一直做到天黑才收工。\n',
      finds: ['12  古籍装订研讨会论文集'],
    },
    {
      text: 'The first shop that we visited stood by the river.\n\nBookbinding in Small Towns\n\nThe second one had moved twice since the war ended.\n\nBookbinding in Small Towns\n\nThe third was run by two sisters and their mother.\n\nBookbinding in Small Towns\n\nOf the fourth only the sign above the door is left.\n',
      finds: ['Bookbinding in Small Towns', 'Bookbinding in Small Towns', 'Bookbinding in Small Towns'],
    },
    {
      text: '最初に訪れた工房は川のそばに建っていて、今も二人が働いている。\n\n14\n\n次の工房は戦後に二度移転し、機械の多くを失ったと聞いている。\n\n15\n\n三つ目の工房では、姉妹と母親が三人で糸かがりを続けている。\n\n16\n\n四つ目は看板だけが残っていた。\n',
      finds: ['14', '15', '16'],
      fixed:
        '最初に訪れた工房は川のそばに建っていて、今も二人が働いている。\n\n次の工房は戦後に二度移転し、機械の多くを失ったと聞いている。\n\n三つ目の工房では、姉妹と母親が三人で糸かがりを続けている。\n\n四つ目は看板だけが残っていた。\n',
    },
    {
      text: '---\ntitle: 糊の話\nauthors:\n  - name: 山本 花子\n---\n\n最初に訪れた工房は川のそばに建っていて、今も二人が働いている。\n\n山本花子　12\n\n次の工房は戦後に二度移転し、機械の多くを失ったと聞いている。\n\n・13・\n\n三つ目の工房では、姉妹と母親が三人で糸かがりを続けている。\n\n山本花子\n',
      finds: ['山本花子　12', '・13・'],
    },
    {
      text: '처음 찾은 공방은 강가에 있었고 지금도 두 사람이 그곳에서 책을 묶고 있다.\n\n제12쪽\n\n다음 공방은 전쟁 뒤에 두 번 옮겼고 기계를 거의 다 잃었다고 들었다.\n\n페이지 13\n\n세 번째 공방에서는 자매와 어머니가 지금도 실로 책을 꿰매고 있다.\n',
      finds: ['제12쪽', '페이지 13'],
    },
    { text: '# 2019\n\n这一年机器停了三个月，工人们回家种地，秋天才回来上班。\n', finds: [] },
    {
      text: 'The bindery closed in the year of the great flood.\n\n1998\n\nIts machines went to the museum on the river.\n',
      finds: [],
    },
    {
      text: '1\n\nThe bindery closed in the year of the great flood.\n\n2\n\nIts machines went to the museum on the river.\n\n3\n\nNobody came to see them for a long time.\n',
      finds: [],
    },
    {
      text: '第一次试验只用了一种纸，结果没有什么说服力。\n\n参考文献\n\n张三：《纸的历史》，2019 年，第 3 页。\n',
      finds: [],
    },
    {
      text: 'Count the sheets on the table once more, and write down:\n\n12\n\nThen fold them all, and press them under a board overnight.\n',
      finds: [],
    },
    { text: '| 页 | 数 |\n|---|---|\n| 12 | 第 3 页 |\n', finds: [] },
    {
      text: '问：当时有多少人在这里工作？一天要做多少本书？\n\n答：十二个人。每天一百本，忙的时候还要多。\n\n问：后来呢？\n',
      finds: [],
    },
    { text: '纸船儿过了河\n灯笼儿挂上坡\n— 啊 —\n纸船儿过了河\n', finds: [] },
    {
      text: 'The sheets were pressed for two days and then sewn.\n\n* * *\n\nNothing of the shop is left, save for the sign outside.\n',
      finds: [],
    },
    {
      text: 'The glue is heated slowly and must never boil.\n\n**Example**\n\nHide glue at sixty degrees stays fluid for an hour.\n\n**Example**\n\nStarch paste is cooked once and used when it is cold.\n\n**Example**\n\nModern glue needs no heat at all, but cannot be undone.\n',
      finds: [],
    },
  ],
  options: {
    allow: {
      en: 'Lines that are never reported, as they stand: `["— 12 —"]`.',
      zh: '不检查的行，按原样写：`["— 12 —"]`。',
    },
  },
};

export default defineRule('no-page-furniture', { allow: [] as string[] }, ({ prose, data, options, report }) => {
  const titles = titlesOf(prose);
  const lines = readLines(prose, titles).filter(({ text }) => !options.allow.includes(text));
  if (lines.length === 0) return;
  const seen = new Set<Line>();
  for (const { line, certain } of findPageNumbers(lines)) {
    seen.add(line);
    const { text, start, end } = line;
    const fix = deletion(line, prose.source, certain ? 'safe' : 'suggest');
    report({ kind: 'page-number', args: { text }, start, end, expected: [''], ...(fix && { fix }) });
  }
  const recurring = data.facts?.runningHeads ?? [];
  for (const { line, count } of findRunningHeads(lines, recurring, titles, peopleOf(prose))) {
    if (seen.has(line)) continue;
    const { text, start, end } = line;
    const fix = deletion(line, prose.source, 'suggest');
    report({ kind: 'running-head', args: { text, count }, start, end, expected: [''], ...(fix && { fix }) });
  }
});

/** The titles that pages may carry at their head: the header's, and the heading of the first level. */
function titlesOf({ source, blocks }: Prose): string[] {
  const header = /^---\r?\n[\s\S]{0,4000}?\r?\n---/.exec(source)?.[0] ?? '';
  const titles = [...header.matchAll(/^(?:short[-_]?)?title:([^\n]{3,200})/gim)].map((found) =>
    found[1]!.trim().replace(/^["']|["']$/g, ''),
  );
  const first = blocks.find(({ kind, node }) => kind === 'heading' && (node as Heading).depth === 1);
  if (first) titles.push(first.text);
  return titles;
}

/** The names that the header gives. */
function peopleOf({ source }: Prose): string[] {
  const header = /^---\r?\n[\s\S]{0,4000}?\r?\n---/.exec(source)?.[0] ?? '';
  return header.split('\n').flatMap((line) => {
    const value = line.trim().replace(/^- /, '');
    const written = /^(?:name|native|authors?):/i.test(value) ? value.slice(value.indexOf(':') + 1) : value;
    const name = written.replace(/["'[\]]/g, '').trim();
    return name.length < 2 || name.length > 60 || name.includes(':') ? [] : [name];
  });
}

/** Takes the line out, and of the empty lines around it those behind it. In a quotation, which marks every line, a person does it better. */
function deletion(line: Line, source: string, safety: Fix['safety']): Fix | undefined {
  if (line.block.context === 'quote') return undefined;
  let start = source.lastIndexOf('\n', line.start - 1) + 1;
  let end = source.indexOf('\n', line.end);
  if (end < 0) end = source.length;
  if (source.slice(start, line.start).trim() || source.slice(line.end, end).trim().replace(/^\\/, '')) return undefined;
  if (line.alone) {
    const rest = /^(?:[ \t]*\r?\n)*/.exec(source.slice(end, end + 2000))![0].length;
    if (end + rest < source.length) return { start, end: end + rest, text: '', safety };
    start = source.slice(0, start).trimEnd().length;
    return { start, end, text: '', safety };
  }
  if (line.after === undefined) return { start: start - 1, end, text: '', safety };
  return { start, end: end + 1, text: '', safety };
}
