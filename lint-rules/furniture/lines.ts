import { isPageNumberLine } from '../text/furniture.js';
import { type Block, type Prose, sourceRange } from '../text/prose.js';

/** A short line that stands alone as a paragraph, or between line breaks inside one. Source offsets. */
export interface Line {
  block: Block;
  text: string;
  start: number;
  end: number;
  /** It is the whole paragraph. */
  alone: boolean;
  /**
   * The lines before and after it: of its own paragraph, or else the paragraphs, page numbers passed over; `undefined` where something other than a
   * paragraph stands.
   */
  before: string | undefined;
  after: string | undefined;
  /** Whether a page number stands beside it. */
  besideNumber: boolean;
}

/** Longer lines are no furniture: UTF-16 units, of which a Latin line takes twice as many as one in Han. */
const longest = { cjk: 60, other: 100 };

/** A line as it is compared with others. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*_#]+/g, '')
    .toLowerCase();

/** The short lines of a manuscript that may be page furniture: of its paragraphs, outside tables and notes. `titles` are those of the manuscript. */
export function readLines(prose: Prose, titles: readonly string[]): Line[] {
  const numbered = new Set(titles.filter((title) => /^\d{1,4}[.)]\s/.test(title)).map(keyOf));
  const lines: Line[] = [];
  for (const block of prose.blocks) {
    if (block.kind !== 'paragraph' || block.context === 'table' || block.context === 'footnote') continue;
    const { text, cjk } = block;
    const limit = cjk ? longest.cjk : longest.other;
    if (text.includes('\n')) addInner(lines, block, limit, prose);
    else if (text.length <= limit) addAlone(lines, block, prose, numbered);
  }
  return lines;
}

/** Lists that a dash makes of a page number: "- 12 -". */
const listed = /^[ \t]*([-*+] {1,3}(?:\p{L}{1,9}\.? {1,2})?\d{1,4} {0,3}[-*+])[ \t]*$/u;

function addAlone(lines: Line[], block: Block, prose: Prose, numbered: ReadonlySet<string>): void {
  const beside = neighbours(block, prose);
  if (block.context === 'flow' || block.context === 'quote') {
    const text = block.text.trim();
    if (text) lines.push({ block, text, ...trimmedRange(block, 0, block.text.length), alone: true, ...beside });
  } else if (block.context === 'list' && block.text.length < 20) {
    const start = prose.source.lastIndexOf('\n', block.start - 1) + 1;
    const text = listed.exec(prose.source.slice(start, block.end))?.[1];
    if (text) lines.push({ block, text, start: block.end - text.length, end: block.end, alone: true, ...beside });
  }
  if (block.context === 'list' && numbered.size > 0) addNumbered(lines, block, prose, numbered);
}

/** The title of a chapter with its number, “3. On Glue”, at the head of a page: Markdown takes it for an item of a list. */
function addNumbered(lines: Line[], block: Block, { blocks, source }: Prose, numbered: ReadonlySet<string>): void {
  const start = source.lastIndexOf('\n', block.start - 1) + 1;
  const text = source.slice(start, block.end);
  if (!numbered.has(keyOf(text.replace(/[ \t\u3000]+\d{1,4}$/u, '')))) return;
  const flow = (step: 1 | -1) => {
    const other = blocks[block.order + step];
    return other?.kind === 'paragraph' && other.context === 'flow' ? other.text : undefined;
  };
  lines.push({
    block,
    text,
    start,
    end: block.end,
    alone: true,
    before: flow(-1),
    after: flow(1),
    besideNumber: false,
  });
}

/** A page number between dashes that stood inside a paragraph: Markdown begins a list with it and takes the rest of the paragraph into that. */
function addTorn(lines: Line[], block: Block, { blocks, source }: Prose): void {
  const from = source.lastIndexOf('\n', block.start - 1) + 1;
  const written = source.slice(from, source.indexOf('\n', block.start));
  const text = listed.exec(written)?.[1];
  const before = blocks[block.order - 1];
  if (!text || before?.kind !== 'paragraph' || before.end + 1 !== from) return;
  const start = from + written.indexOf(text);
  const place = { start, end: start + text.length };
  const beside = { before: before.text.split('\n').at(-1), after: block.text.split('\n')[1], besideNumber: false };
  lines.push({ block, text, ...place, alone: false, ...beside });
}

function addInner(lines: Line[], block: Block, limit: number, prose: Prose): void {
  if (block.context === 'list') {
    addTorn(lines, block, prose);
    return;
  }
  const texts = block.text.split('\n');
  if (isVerse(texts, block.cjk)) return;
  let from = 0;
  texts.forEach((line, index) => {
    const to = from + line.length;
    const text = line.trim();
    if (text && text.length <= limit) {
      const place = trimmedRange(block, from, to);
      const [before, after] = [texts[index - 1], texts[index + 1]];
      const besideNumber = isPageNumberLine(before ?? '') || isPageNumberLine(after ?? '');
      lines.push({ block, text, ...place, alone: false, before, after, besideNumber });
    }
    from = to + 1;
  });
}

/** Whether most lines are short, as in verse and addresses, where lines stand by right. */
function isVerse(lines: string[], cjk: boolean): boolean {
  const long = lines.filter(({ length }) => length >= (cjk ? 18 : 36)).length;
  return long * 2 < lines.length - 1;
}

function trimmedRange(block: Block, from: number, to: number) {
  const text = block.text.slice(from, to);
  const left = text.length - text.trimStart().length;
  return sourceRange(block, from + left, from + text.trimEnd().length);
}

/** Texts of the paragraphs beside a block, where paragraphs stand there. */
function neighbours(block: Block, { blocks }: Prose) {
  let besideNumber = false;
  const beside = (step: 1 | -1): string | undefined => {
    for (let distance = step; Math.abs(distance) <= 2; distance += step) {
      const other = blocks[block.order + distance];
      const sibling = block.parent.children[block.index + distance];
      if (!other || sibling !== other.node || other.kind !== 'paragraph') return undefined;
      if (!isPageNumberLine(other.text)) return other.text;
      besideNumber = true;
    }
    return undefined;
  };
  return { before: beside(-1), after: beside(1), besideNumber };
}
