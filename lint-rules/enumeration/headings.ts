import type { Heading } from 'mdast';
import { chineseValue, romanValue, writeChinese } from '../text/numerals.js';
import type { Block } from '../text/prose.js';
import type { Point } from './points.js';

/** Sections that are numbered "2.3 Title", "2. Title" or "2 Title". */
const decimal = /^(\d{1,2}(?:[.．]\d{1,2}){0,4})(?:[.．、]?[ \t\u3000]+(?=\S)|[.．、](?=[^\s\d]))/u;
const chinese =
  /^第 ?([〇零一二三四五六七八九十百\d]{1,4}) ?([章节節部篇编編卷回讲講课課])(?=[\s：:、,，.．]|$|\p{Script=Han})/u;
const western =
  /^(chapter|part|section|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte|capitolo|глава|часть) (\d{1,2}|[IVX]{1,6})\b(?![.]\d)/iu;

/** Numbers that headings carry, one sequence for each kind of number and each section above. */
export function readHeadings(blocks: readonly Block[]): Point[][] {
  const sequences = new Map<string, Point[]>();
  const above: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading' || !/[\d一二三四五六七八九十IVX]/.test(block.text.slice(0, 12))) continue;
    const { depth } = block.node as Heading;
    const read = readNumber(block.text);
    if (!read) continue;
    above.length = Math.min(above.length, depth);
    const key = `${read.key} ${read.key.startsWith('.') ? '' : (above[depth - 1] ?? depth)}`;
    const point: Point = { block, level: 'heading', start: 0, ...read };
    const known = sequences.get(key);
    if (known) known.push(point);
    else sequences.set(key, [point]);
  }
  return [...sequences.values()];
}

function readNumber(text: string) {
  const dotted = decimal.exec(text);
  if (dotted) {
    const written = dotted[1]!;
    const numbers = written.split(/[.．]/);
    const number = Number(numbers.pop());
    const write = (value: number) => [...numbers, value].join('.');
    return { key: `.${numbers.join('.')}`, number, end: written.length, text: written, write };
  }
  const chapter = chinese.exec(text);
  if (chapter) {
    const [all, sign, unit] = chapter as unknown as [string, string, string];
    const number = /^\d+$/.test(sign) ? Number(sign) : chineseValue(sign);
    const write = (value: number) => all.replace(sign, /\d/.test(sign) ? String(value) : writeChinese(value));
    return { key: unit, number, end: all.length, text: all, write };
  }
  const part = western.exec(text);
  if (part) {
    const [all, unit, sign] = part as unknown as [string, string, string];
    const number = /^\d+$/.test(sign) ? Number(sign) : romanValue(sign);
    return {
      key: unit.toLowerCase(),
      number,
      end: all.length,
      text: all,
      write: (value: number) => `${unit} ${value}`,
    };
  }
  return undefined;
}
