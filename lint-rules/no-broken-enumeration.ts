import type { Heading } from 'mdast';
import type { Documentation } from './documentation.js';
import { collectEnumerations, type Enumeration } from './enumeration/collect.js';
import type { Family } from './enumeration/families.js';
import { readHeadings } from './enumeration/headings.js';
import { findListFaults } from './enumeration/lists.js';
import type { Point } from './enumeration/points.js';
import { ranks } from './enumeration/ranks.js';
import { type Run, runsOf } from './enumeration/runs.js';
import { type Fault, findFaults } from './enumeration/sequence.js';
import { weight } from './furniture/judge.js';
import { headingsLeftOut, type LeftOut } from './headings/rows.js';
import { defineRule } from './rule.js';
import { isTerminated } from './text/endings.js';
import { type Block, type Prose, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A list of points in which a number is missing, doubled or out of order',
    zh: '条目的序号缺失、重复或错位',
  },
  details: {
    en: 'Reads the markers that number points: 一是…二是…, 一、, （一）, 第一，, 其一, 首先…其次…再次, 1., (1), ①, (a), (i), First, Secondly, Erstens, Premièrement, Во-первых, 第一に, 1つ目, Step 1 and their like, in paragraphs, inside them, in numbered headings, and in ordered lists. Where “三是” comes after “一是”, a point was lost or the rest was not numbered anew; where “三是” comes with nothing before it, the paragraph may belong to another text.\n\nCounting starts anew with every 1, under every heading for points of an argument, and separately for headings, bold paragraphs, paragraphs and points inside a paragraph. Points that are announced (“以下几个方面：”) begin with 1. “First, …” with nothing after it is lawful, and so are mixtures such as 首先…二是…. Ordered lists may give every item the number 1, start at 0, or go on where an earlier list stopped.',
    zh: '检查给条目编号的各种写法：一是…二是…、一、、（一）、第一，、其一、首先…其次…再次、1.、（1）、①、(a)、First、Erstens、第一に、1つ目、步骤1 等，段首、段内、带序号的标题和有序列表都看。“一是”后面直接是“三是”，说明丢了一条或没有重新编号；没有“一是”“二是”却出现“三是”，这一段可能是从别的文章里错放过来的。\n\n遇到“一”就重新数；论点的序号在每个标题下重新数；标题、加粗段落、普通段落和段内的序号各数各的。“以下几个方面：”后面的条目从“一”数起。只有“首先”而没有下文是允许的，“首先……二是……”这样的混用也允许。有序列表可以全部写 1，可以从 0 开始，也可以接着前面的列表往下数。',
  },
  examples: [
    { text: '一是学习要深入。三是检查要跟上。\n', finds: ['三是'] },
    { text: '## 做法\n\n会议作了部署。\n\n三是紧扣“新担当”，抓好落实。\n', finds: ['三是'] },
    {
      text: '一、目标\n\n目标是清楚的。\n\n二、办法\n\n办法是具体的。\n\n四、保障\n\n保障是有力的。\n',
      finds: ['四、'],
    },
    { text: '要求如下：（一）按时到会；（二）认真记录；（二）会后整理；（三）及时上报。\n', finds: ['（二）'] },
    { text: '第一，看数据。第三，看方法。第二，看结论。第四，看影响。\n', finds: ['第三'] },
    { text: '主要有三点：①准备样品；②称重；④记录。\n', finds: ['④'] },
    { text: 'First, we cut the paper. Third, we bind the sheets.\n', finds: ['Third'] },
    { text: 'Erstens fehlt das Papier. Zweitens fehlt die Zeit. Viertens fehlt der Wille.\n', finds: ['Viertens'] },
    { text: '第一に、紙を選ぶ。第三に、糸で綴じる。\n', finds: ['第三に'] },
    { text: '第1に、紙を選ぶ。第3に、糸で綴じる。\n', finds: ['第3に'] },
    { text: '(1) 紙を選ぶ。(2) 糸を選ぶ。(4) 本を綴じる。\n', finds: ['(4)'] },
    { text: 'ア　紙を選ぶ。\n\nイ　糸を選ぶ。\n\nエ　本を綴じる。\n', finds: ['エ'] },
    { text: '㈠选纸。㈢装订。㈣裁边。\n', finds: ['㈢'] },
    { text: '가. 종이를 고른다.\n\n나. 실을 고른다.\n\n라. 책을 묶는다.\n', finds: ['라.'] },
    { text: '다음과 같다. (가) 종이를 고른다. (나) 실을 고른다. (라) 책을 묶는다.\n', finds: ['(라)'] },
    { text: '1. Fold\n2. Cut\n4. Bind\n', finds: ['4.'] },
    { text: '3. Fold\n4. Cut\n', finds: ['3.'] },
    { text: '# 2.1 Paper\n\nText.\n\n# 2.3 Ink\n\nText.\n', finds: ['2.3'] },
    { text: '一是学习要深入。二是检查要跟上。\n', finds: [] },
    { text: '## 甲\n\n一、目标明确。\n\n二、措施得力。\n\n## 乙\n\n一、重视人才。\n\n二、重视经费。\n', finds: [] },
    { text: '4、人造闪电\n\n闪电对人类至关重要。\n', finds: [] },
    { text: '首先要统一思想，统一是前提；二是要落实，三是要检查。\n', finds: [] },
    { text: '一是一，二是二，不能含糊；十一是假期。\n', finds: [] },
    { text: '第二、第三产业的比重上升，居世界第二，亚洲第一。\n', finds: [] },
    { text: 'First, we describe the paper. The rest follows from Eq. (3), see (2) and (4).\n', finds: [] },
    { text: 'One reason is cost. Second, there is time. Third, the paper tears.\n', finds: [] },
    {
      text: '1. Fold\n1. Cut\n1. Bind\n\nThen wait.\n\n```\nwait\n```\n\n1. Trim\n2. Sew\n\nDry it.\n\n3. Press\n',
      finds: [],
    },
    { text: '1）条目\n\n2）条目\n\n说明。\n', finds: [] },
    {
      text: '라. 종이를 자른다.\n\n제3조 제2항에 따르면 종이는 희다.\n\nア　紙\n\n(1) 紙は(2) と同じ。\n\n(2) 糸も同じ。\n',
      finds: [],
    },
    { text: 'Einerseits kostet es Geld. Zweitens kostet es Zeit.\n', finds: [] },
    { text: '1、2020年的回顾\n\n很好。\n\n2、今后的打算\n\n更好。\n', finds: [] },
  ],
  options: {
    allow: {
      en: 'Markers that are never reported, as they stand: `["三是"]`.',
      zh: '不检查的序号，按原样写：`["三是"]`。',
    },
  },
};

interface Found {
  point: Point;
  previous: Point | undefined;
  fault: Fault;
}

export default defineRule('no-broken-enumeration', { allow: [] as string[] }, ({ tree, prose, options, report }) => {
  const say = (at: { start: number; end: number; text: string }, fault: Fault, expected: string, before: string) => {
    const { start, end, text } = at;
    if (options.allow.includes(text)) return;
    const args = { marker: text, expected, before };
    const isGap = fault.kind === 'missing' || fault.kind === 'stray';
    report({ kind: fault.kind, args, start, end, ...(!isGap && expected && { expected: [expected] }) });
  };
  const found: Found[] = [];
  for (const enumeration of collectEnumerations(prose)) found.push(...allFaults(enumeration, prose));
  const begun = firstHeadings(prose);
  for (const points of readHeadings(prose.blocks)) found.push(...headingFaults(points, begun));
  const unmarked = found.some(({ point }) => point.level === 'heading') ? headingsLeftOut(tree, prose) : [];
  for (const one of found) {
    const { point, previous, fault } = one;
    if (point.level === 'heading' && unmarked.some((line) => isLost(line, one))) continue;
    say(
      { ...sourceRange(point.block, point.start, point.end), text: point.text },
      fault,
      point.write(fault.expected),
      previous?.text ?? '',
    );
  }
  for (const { start, end, text, previous, fault } of findListFaults(tree, prose.source))
    say({ start, end, text }, fault, `${fault.expected}${text.slice(-1)}`, previous ?? '');
});

/** Whether a line that is no heading has a number that seems to be lost before a point. */
const isLost = ({ block, number }: LeftOut, { point, previous, fault }: Found): boolean =>
  number >= fault.expected && number < point.number && isBetween(block, previous?.block, point.block);

const isBetween = ({ order }: Block, before: Block | undefined, after: Block): boolean =>
  order < after.order && order > (before?.order ?? -1);

/** What is wrong in points that stand close together, and elsewhere what is wrong in the enumeration as a whole. */
function allFaults(enumeration: Enumeration, prose: Prose): Found[] {
  const found: Found[] = [];
  const judged = new Set<Point>();
  for (const run of runsOf(enumeration, prose)) {
    const faults = run.announced ? announcedFaults(run, prose) : faultsIn(run, prose);
    if (faults.length > 0) for (const point of run.points) judged.add(point);
    found.push(...faults);
  }
  return [...found, ...faultsIn(enumeration, prose).filter(({ point }) => !judged.has(point))];
}

/** Where points are announced, the first of them is 1. */
function announcedFaults(run: Run, prose: Prose): Found[] {
  const { family, points } = run;
  return wrong(points, true).filter((one) => one.fault.index === 0 || !isSaidOtherwise(one, family, prose));
}

/** A number is wrong only where it is so among all markers of its family, and among those of its own rank. */
function faultsIn({ family, points }: Enumeration, prose: Prose): Found[] {
  if (points.length === 1 && points[0]!.number === 1) return [];
  const together = wrong(points, true);
  if (together.length === 0) return [];
  const amongAll = new Map(together.map((one) => [one.point, one]));
  const seen = new Set<Point>();
  return [...ranks(points, family).values()]
    .flatMap((ranked) => wrong(ranked, beginsLater(family, ranked, points.length)))
    .flatMap((one) => {
      const wider = amongAll.get(one.point);
      if (!wider || seen.has(one.point)) return [];
      seen.add(one.point);
      return [one.previous ? one : wider];
    })
    .filter((one) => !isSaidOtherwise(one, family, prose));
}

/** Whether a paragraph says something: "4、人造闪电" alone may be a title from a longer list. */
const isSentence = (text: string): boolean => weight(text) >= 40 && isTerminated(text);

/** Whether a sequence of the family that does not begin with 1 has lost its beginning. */
function beginsLater({ stray }: Family, points: Point[], inAll: number): boolean {
  if (stray === 'any') return true;
  const first = points[0]!;
  if (stray === 'argument') return inAll > 1 || first.number > 2;
  if (isRun(points)) return true;
  if (stray !== 'opening' || !isSentence(first.block.text)) return false;
  return first.level !== 'inline' || opensChineseSentence(first);
}

/** Whether "（3）" opens a Chinese or Japanese sentence as a point does, not as a formula's number: nothing else in the paragraph stands in brackets like it. */
function opensChineseSentence({ block: { text, cjk }, start, end, number }: Point): boolean {
  if (!cjk || number > 9 || !/[。；]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  return (
    /^（/.test(text.slice(start)) &&
    /^\p{Script=Han}(?<![式的中和与與及可是为為表所至])/u.test(text.slice(end)) &&
    !/（\d/.test(text.slice(0, start))
  );
}

/** Whether it begins with two numbers in succession, so that they surely number something. In a list, the first number is the list's own. */
const isRun = ([first, second]: Point[]): boolean =>
  second !== undefined &&
  second.number === first!.number + 1 &&
  !(first!.level === 'inline' && first!.block.context === 'list');

function wrong(points: Point[], strict: boolean): Found[] {
  const counted = points.map((point, index) => {
    const previous = points[index - 1];
    const distance = previous ? point.block.order - previous.block.order : Number.POSITIVE_INFINITY;
    return { number: point.number, adjacent: distance <= 1 && previous?.block.section === point.block.section };
  });
  return findFaults(counted, strict).map((fault) => ({
    point: points[fault.index]!,
    previous: points[fault.index - 1],
    fault,
  }));
}

/** How far back a number that seems lost is looked for in other words: UTF-16 units. */
const lookBack = 1_500;

/** Whether the numbers that seem to be lost are there in other words: 首先 and then 二是, "To begin with" and then "Second". */
function isSaidOtherwise({ point, previous, fault }: Found, family: Family, prose: Prose): boolean {
  if (fault.kind !== 'missing' && fault.kind !== 'stray') return false;
  const { block } = point;
  if (previous && family.stray !== 'any' && previous.block.section !== block.section && fault.kind === 'missing')
    return true;
  let between = block.text.slice(previous?.block === block ? previous.end : 0, point.start);
  for (let order = block.order - 1; order >= 0 && between.length < lookBack; order--) {
    const earlier = prose.blocks[order]!;
    if (previous?.block === block || earlier.section !== block.section || earlier.order < (previous?.block.order ?? 0))
      break;
    if (earlier.kind === 'cell') continue;
    between = `${earlier === previous?.block ? earlier.text.slice(previous.end) : earlier.text}\n${between}`;
  }
  if (/(?:…|\.{3})\s*$/.test(between)) return true;
  for (let number = fault.expected; number < point.number; number++)
    if (!family.standsIn(number, between)) return false;
  return true;
}

/** Headings may carry numbers or not: a sequence that begins later than at 1 is lawful where a heading of its rank before it has none. */
function headingFaults(points: Point[], begun: ReadonlyMap<number, number>): Found[] {
  if (points.length === 1) return [];
  const { block } = points[0]!;
  const isFirst = begun.get((block.node as Heading).depth) === block.order;
  return wrong(points, isRun(points) && isFirst);
}

/** Where the first heading of each depth stands among the blocks. */
function firstHeadings({ blocks }: Prose): Map<number, number> {
  const first = new Map<number, number>();
  for (const { kind, node, order } of blocks) {
    if (kind !== 'heading') continue;
    const { depth } = node as Heading;
    if (!first.has(depth)) first.set(depth, order);
  }
  return first;
}
