import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import type { Point } from 'unist';
import { partitionPoint } from '../../lint-rules/text/partition-point.js';

/*
 * A paragraph between blank lines, of lines that begin with a letter and have no unit in them that means anything in Markdown, is a paragraph wherever
 * it stands, or else it is part of code, HTML, a formula or a header, letter for letter. Most of a book is made of such paragraphs, and most of the time
 * that the parser takes goes into looking at their letters one by one.
 */

/** A text with one unit, on a line of its own, in place of each row of plain paragraphs. */
export interface Abridged {
  text: string;
  /**
   * Makes of the tree of `text` the tree of the whole text, with all its places. Says whether it could: if not, the tree is of no use, and the whole text
   * is to be parsed.
   */
  restore(root: Root): boolean;
}

/** Takes the plain paragraphs out of a text; returns nothing where there are none. Linear in the length of the text. */
export function withoutPlainParagraphs(source: string): Abridged | undefined {
  const stand = standIn(source);
  const rows = stand === undefined ? [] : plainRows(source);
  if (stand === undefined || rows.length === 0) return undefined;

  const kept: string[] = [];
  let at = 0;
  for (const row of rows) {
    kept.push(source.slice(at, row.start));
    at = row.end;
  }
  kept.push(source.slice(at));
  return { text: kept.join(stand), restore: (root) => new Restorer(source, stand, rows).restore(root) };
}

/** A noncharacter that the text does not have. */
function standIn(source: string): string | undefined {
  for (let unit = 0xfdd0; unit <= 0xfdef; unit++) {
    const stand = String.fromCharCode(unit);
    if (!source.includes(stand)) return stand;
  }
  return undefined;
}

/** A stretch of whole lines, without the end of the last one. Lines count from 1, offsets are in UTF-16 units of the text. */
interface Stretch {
  start: number;
  end: number;
  line: number;
  lastLine: number;
}

/** Plain paragraphs with nothing but blank lines between them. */
interface Row extends Stretch {
  paragraphs: Stretch[];
}

/** Units that mean something to the parser, or may, wherever on a line they stand; `>` ends a comment. */
const meaning = '\\n\\r\\u2028\\u2029\\t\\0&<>[\\\\\\]`~$|*_';
/** Units that may make of a line a heading, a quotation, an item of a list, a rule or code; a number does only before a full stop or a bracket. */
const opening = ' +\\-#=:.)\\uFEFF';
const plainLine = new RegExp(`\\d{0,9}[^\\d${opening}${meaning}][^${meaning}]*`, 'y');

function plainRows(source: string): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  let paragraph: Stretch | undefined;
  let plain = true;
  const finish = () => {
    if (paragraph && plain) {
      if (!row) {
        row = { ...paragraph, paragraphs: [] };
        rows.push(row);
      }
      row.end = paragraph.end;
      row.lastLine = paragraph.lastLine;
      row.paragraphs.push(paragraph);
    } else if (paragraph) row = undefined;
    paragraph = undefined;
    plain = true;
  };
  for (let start = 0, line = 1; start <= source.length; line++) {
    const next = source.indexOf('\n', start);
    const end = next < 0 ? source.length : next;
    if (end === start) finish();
    else if (isBlank(source, start, end)) {
      finish();
      // Code may keep some of its spaces.
      row = undefined;
    } else {
      paragraph ??= { start, end, line, lastLine: line };
      paragraph.end = end;
      paragraph.lastLine = line;
      plain &&= isPlain(source, start, end);
    }
    start = end + 1;
  }
  finish();
  return rows;
}

function isBlank(source: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && (source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09)) at++;
  return at === end;
}

/** Spaces at the end of a line are a break, or none of its paragraph's text. */
function isPlain(source: string, start: number, end: number): boolean {
  plainLine.lastIndex = start;
  return plainLine.test(source) && plainLine.lastIndex === end && source.charCodeAt(end - 1) !== 0x20;
}

const byteOrderMark = 0xfeff;

class Restorer {
  /** Offset of what stands for each row, as the parser counts. */
  readonly #places: number[] = [];
  /** Units and lines that the text has lost before each row, and at last in all. */
  readonly #units = [0];
  readonly #lines = [0];
  /** The parser counts from behind a byte order mark. */
  readonly #base: number;
  #next = 0;

  constructor(
    readonly source: string,
    readonly stand: string,
    readonly rows: readonly Row[],
  ) {
    this.#base = source.charCodeAt(0) === byteOrderMark ? 1 : 0;
    for (const { start, end, line, lastLine } of rows) {
      const units = this.#units.at(-1)!;
      this.#places.push(start - units - this.#base);
      this.#units.push(units + end - start - 1);
      this.#lines.push(this.#lines.at(-1)! + lastLine - line);
    }
  }

  restore(root: Root): boolean {
    const nodes: Nodes[] = [];
    const children: Root['children'] = [];
    for (const child of root.children) {
      if (this.#isStand(child)) {
        if (!this.#isNext(child)) return false;
        // The parser counts the ends of lines that are no line feeds, too.
        const { line, paragraphs } = this.rows[this.#next]!;
        const ahead = child.position!.start.line + this.#lines[this.#next++]! - line;
        for (const paragraph of paragraphs) children.push(this.#paragraph(paragraph, ahead));
        continue;
      }
      children.push(child);
      nodes.push(child);
      for (let node = nodes.pop(); node; node = nodes.pop()) {
        if (!this.#restoreValue(node)) return false;
        if (node.position) {
          this.#shift(node.position.start);
          this.#shift(node.position.end);
        }
        // Only rows of the document itself are paragraphs, and only those have an order to keep.
        if ('children' in node) for (const inner of (node as Parents).children) nodes.push(inner);
      }
    }
    root.children = children;
    this.#shift(root.position!.start);
    this.#shift(root.position!.end);
    return this.#next === this.rows.length;
  }

  #isStand(node: Nodes): boolean {
    if (node.type !== 'paragraph' || node.children.length !== 1) return false;
    const [text] = node.children;
    return text!.type === 'text' && text.value === this.stand;
  }

  /** Whether what stands for the next row stands where the node does. */
  #isNext({ position }: Nodes): boolean {
    const place = this.#places[this.#next];
    return (
      place !== undefined && position !== undefined && position.start.offset! <= place && place < position.end.offset!
    );
  }

  /** Puts back what was taken out of code, HTML, a formula or a header. */
  #restoreValue(node: Nodes): boolean {
    if (!('value' in node) || !node.value.includes(this.stand)) return true;
    if (node.type === 'text' || node.data !== undefined) return false;
    const [first, ...others] = node.value.split(this.stand);
    let value = first!;
    for (const part of others) {
      if (!this.#isNext(node)) return false;
      const { start, end } = this.rows[this.#next++]!;
      value += this.source.slice(start, end) + part;
    }
    node.value = value;
    return true;
  }

  #paragraph({ start, end, line, lastLine }: Stretch, ahead: number): Paragraph {
    const column = this.#columnBehind({ start, end, line, lastLine });
    const position = () => ({
      start: { line: line + ahead, column: 1, offset: start - this.#base },
      end: { line: lastLine + ahead, column, offset: end - this.#base },
    });
    const text = { type: 'text' as const, value: this.source.slice(start, end), position: position() };
    return { type: 'paragraph', children: [text], position: position() };
  }

  #shift(point: Point): void {
    const rows = partitionPoint(this.#places.length, (row) => this.#places[row]! < point.offset!);
    if (point.offset! - 1 === this.#places[rows - 1]) point.column = this.#columnBehind(this.rows[rows - 1]!);
    point.offset! += this.#units[rows]!;
    point.line += this.#lines[rows]!;
  }

  #columnBehind({ start, end, line, lastLine }: Stretch): number {
    return end - (line === lastLine ? start - 1 : this.source.lastIndexOf('\n', end - 1));
  }
}
