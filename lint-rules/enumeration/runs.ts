import type { Block, Prose } from '../text/prose.js';
import type { Enumeration } from './collect.js';
import type { Point } from './points.js';

/** Points of one enumeration that stand close together: in one paragraph, or at the head of paragraphs in a row. */
export interface Run extends Enumeration {
  /** Whether the words right before it say that points follow: 主要有以下几个方面：. */
  announced: boolean;
}

/**
 * The runs of an enumeration that must count from 1 whatever stands elsewhere in the manuscript: those that begin with 1, and those that are announced.
 */
export function runsOf({ family, points }: Enumeration, { blocks }: Prose): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let index = 1; index <= points.length; index++) {
    if (index < points.length && isClose(points[index - 1]!, points[index]!)) continue;
    const run = points.slice(from, index);
    const first = run[0]!;
    const announced =
      first.number > 1 && !goesOn(points[from - 1], first) && announces(textBefore(first, blocks), counts(run));
    from = index;
    if (announced || (first.number === 1 && run.length > 1)) runs.push({ family, points: run, announced });
  }
  return runs;
}

/** Whether two points at the head of paragraphs follow each other, so that they surely number something. */
const counts = ([first, second]: Point[]): boolean =>
  first!.level !== 'inline' && second?.level === first!.level && second.number === first!.number + 1;

const isClose = (one: Point, next: Point): boolean =>
  next.block === one.block ||
  (next.level !== 'inline' && next.block.order === one.block.order + 1 && next.block.section === one.block.section);

/** How many paragraphs a point may have of its own before the next one. */
const apart = 6;

/** Whether a point may be the next after the last one, although something else is said between them. */
const goesOn = (last: Point | undefined, { number, block }: Point): boolean =>
  last?.number === number - 1 && last.block.section === block.section && block.order - last.block.order <= apart;

/** How much of what stands before a point is read: UTF-16 units. */
const reach = 60;

function textBefore({ block, start, level }: Point, blocks: readonly Block[]): string {
  if (level === 'inline') return block.text.slice(Math.max(0, start - reach), start);
  const before = start === 0 ? blocks[block.order - 1] : undefined;
  return before?.kind === 'paragraph' && before.section === block.section ? before.text.slice(-reach) : '';
}

const count = '[几幾两兩数數二三四五六七八九十]';
const units =
  '大?[个個]?(?:方面|部分|要点|要點|阶段|階段|环节|環節|步骤|步驟|问题|問題|原因|特点|特點|理由|意见|意見|要求|任务|任務|措施)';
const announcing = new RegExp(
  [
    '(?:以下|下列|下述|下面|包括|分[为為成]|分[别別][是为為]|主要[有是])[^。！？；：:]{0,20}[：:]$',
    // 七点 is a time, too.
    `(?:如下|(?<!第)${count}${units}|[有分为為出谈談讲講说說]${count}[大点點条條项項步类類种種层層])[^。！？；：:]{0,20}[：:。]$`,
  ].join('|'),
  'u',
);
const goingOn =
  /其[余餘他]|剩[下余餘]|另外|[还還]有|此外|接着|接著|[继繼][续續]|[后後][几幾两兩二三四]|第.{1,4}[条條款]|《/u;

/** Whether Chinese text ends in words that say that points follow, and not that some of a longer list do; a colon is enough before what `counts`. */
export function announces(text: string, counts = false): boolean {
  const end = text.trimEnd();
  if (!/[：:。]$/.test(end)) return false;
  const clause = end.slice(Math.max(...[...'。！？；\n'].map((stop) => end.lastIndexOf(stop, end.length - 2))) + 1);
  return (announcing.test(clause) || (counts && /[：:]$/.test(end))) && !goingOn.test(clause);
}
