import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { alarmsIn } from './alarms.js';
import type { Manuscript } from './manuscript.js';
import { type Finding, isGate } from './run.js';
import { readVolume, shared } from './texts.js';

/** A defect of the source text: the rules that may find it, and lines and columns from 1, the end exclusive. */
interface Known {
  item: string;
  rules: string[];
  path: string;
  start: [line: number, column: number];
  end: [line: number, column: number];
}

const whole = 'extract.txt';
const split = ['no-split-paragraph'];
const heading = ['no-unmarked-heading'];
const known: Known[] = [
  { item: 'H1', rules: split, path: whole, start: [9, 61], end: [11, 3] },
  { item: 'H2', rules: split, path: whole, start: [23, 483], end: [25, 3] },
  { item: 'H3', rules: [...split, 'no-unterminated-paragraph'], path: whole, start: [37, 285], end: [41, 5] },
  { item: 'H4', rules: split, path: whole, start: [51, 321], end: [53, 3] },
  { item: 'H5', rules: split, path: whole, start: [66, 23], end: [70, 3] },
  { item: 'H6–H7', rules: ['no-duplicate-passage'], path: whole, start: [43, 349], end: [45, 318] },
  { item: 'H9', rules: ['no-repeated-words'], path: whole, start: [55, 128], end: [55, 134] },
  { item: 'H10', rules: ['no-repeated-words'], path: whole, start: [64, 259], end: [64, 263] },
  ...(
    [
      [3, 8],
      [5, 24],
      [15, 13],
      [17, 17],
      [31, 24],
      [47, 40],
      [60, 40],
    ] as const
  ).map(
    ([line, length], n): Known => ({
      item: `H${16 + n}`,
      rules: heading,
      path: whole,
      start: [line, 1],
      end: [line, length],
    }),
  ),
  { item: 'H11', rules: ['no-merged-overlap'], path: whole, start: [62, 265], end: [62, 274] },
  { item: 'H13', rules: ['no-phrase-variant'], path: whole, start: [62, 391], end: [62, 441] },
  { item: 'H15, H23', rules: ['no-uneven-run-in-headings'], path: whole, start: [23, 1], end: [29, 6] },
  { item: 'H24', rules: ['no-invisible-characters'], path: whole, start: [57, 1], end: [57, 2] },
  { item: 'H26', rules: ['final-newline'], path: whole, start: [72, 300], end: [72, 319] },
  { item: 'M2', rules: ['no-mixed-separators'], path: whole, start: [23, 380], end: [23, 450] },
  { item: 'M19', rules: ['no-relative-date'], path: whole, start: [33, 20], end: [33, 60] },
  { item: 'H1', rules: split, path: 'preface.md', start: [12, 61], end: [14, 3] },
  { item: 'H2', rules: split, path: 'shanghai.md', start: [14, 483], end: [16, 3] },
  { item: 'H3', rules: [...split, 'no-unterminated-paragraph'], path: 'jiangsu.md', start: [12, 285], end: [16, 5] },
  { item: 'H4', rules: split, path: 'zhejiang.md', start: [8, 321], end: [10, 3] },
  { item: 'H5', rules: split, path: 'anhui.md', start: [12, 23], end: [16, 3] },
  { item: 'H6–H7', rules: ['no-duplicate-passage'], path: 'jiangsu.md', start: [18, 349], end: [20, 318] },
  { item: 'H9', rules: ['no-repeated-words'], path: 'zhejiang.md', start: [12, 128], end: [12, 134] },
  { item: 'H10', rules: ['no-repeated-words'], path: 'anhui.md', start: [10, 259], end: [10, 263] },
  { item: 'H17', rules: heading, path: 'preface.md', start: [8, 1], end: [8, 24] },
  { item: 'H19', rules: heading, path: 'shanghai.md', start: [8, 1], end: [8, 17] },
  { item: 'H11', rules: ['no-merged-overlap'], path: 'anhui.md', start: [8, 265], end: [8, 274] },
  { item: 'H13', rules: ['no-phrase-variant'], path: 'anhui.md', start: [8, 391], end: [8, 441] },
  { item: 'H15, H23', rules: ['no-uneven-run-in-headings'], path: 'shanghai.md', start: [14, 1], end: [20, 6] },
  { item: 'H24', rules: ['no-invisible-characters'], path: 'zhejiang.md', start: [14, 1], end: [14, 2] },
  { item: 'M2', rules: ['no-mixed-separators'], path: 'shanghai.md', start: [14, 380], end: [14, 450] },
  { item: 'M19', rules: ['no-relative-date'], path: 'jiangsu.md', start: [8, 20], end: [8, 60] },
];

/** What became of the source text's defects. */
export interface SourceFigures {
  text: string;
  found: string[];
  missed: string[];
  /** Findings of the gate that are none of the known defects, as rule and line:column. */
  wrong: string[];
}

/** The source text as one manuscript and as a volume; `undefined` where it is not beside the project. */
export async function examineSource(): Promise<SourceFigures[] | undefined> {
  const folder = path.join(shared, 'source');
  if (!existsSync(folder)) return undefined;
  const source = readFileSync(path.join(folder, whole), 'utf8');
  const alone: Manuscript = {
    path: whole,
    lang: 'zh-CN',
    origin: 'clean',
    source,
    files: [],
    citationKeys: [],
    terms: [],
    beside: [],
  };
  const volume = readVolume(path.join(folder, 'manuscripts'), 'clean');
  return [await compare('one manuscript', [alone]), await compare('a volume', volume)];
}

async function compare(text: string, volume: readonly Manuscript[]): Promise<SourceFigures> {
  const figures: SourceFigures = { text, found: [], missed: [], wrong: [] };
  for (const { path: file, source, findings } of await alarmsIn(volume)) {
    const own = known.filter((one) => one.path === file);
    const at = offsets(source);
    const over = (one: Known, finding: Finding) =>
      one.rules.includes(finding.ruleId) && finding.start < at(one.end) && finding.end >= at(one.start);
    for (const one of own)
      figures[findings.some((finding) => over(one, finding)) ? 'found' : 'missed'].push(
        `${one.item} ${file}:${one.start.join(':')}`,
      );
    for (const finding of findings) {
      if (!isGate(finding.ruleId) || own.some((one) => over(one, finding))) continue;
      // Extracted text has no header, which is so.
      if (finding.ruleId === 'manuscript-front-matter' && file === whole) continue;
      const line = source.slice(0, finding.start).split('\n');
      figures.wrong.push(`${finding.ruleId} ${file}:${line.length}:${line.at(-1)!.length + 1}`);
    }
  }
  return figures;
}

function offsets(source: string): (point: [number, number]) => number {
  const lines = source.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  return ([line, column]) => starts[line - 1]! + column - 1;
}

export function printSource(figures: readonly SourceFigures[] | undefined): void {
  if (!figures) {
    console.log('The source text is not beside the project, so its defects were not looked for.');
    return;
  }
  for (const { text, found, missed, wrong } of figures) {
    console.log(
      `The source text as ${text}: ${found.length} of ${found.length + missed.length} known defects found, ${wrong.length} false findings of the gate.`,
    );
    for (const one of missed) console.log(`  missed ${one}`);
    for (const one of wrong) console.log(`  false  ${one}`);
  }
}
