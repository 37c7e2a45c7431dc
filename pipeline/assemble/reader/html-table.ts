import type { Alignment, Attr, Block, Cell, ColSpec, Row } from './ast.js';
import type { HtmlContent, HtmlElement } from './html-tree.js';

const bare: Attr = ['', [], []];
/** Spans beyond this (HTML Living Standard, 4.9.11) are the author's mistake or malice. */
const widest = 1000;

/**
 * A table from HTML's rows. A first row of `<th>` is a head even without `<thead>`; rows are filled up to the same number of columns.
 * `read` turns a cell's content into blocks.
 */
export function tableOf<Node>(table: HtmlElement<Node>, read: (content: HtmlContent<Node>[]) => Block[]): Block {
  const rows: { section: string; cells: HtmlElement<Node>[] }[] = [];
  const caption: Block[] = [];
  const stray: Block[] = [];
  const collect = (content: HtmlContent<Node>[], section: string) => {
    for (const child of content) {
      const name = 'element' in child ? child.element.name : '';
      if (!('element' in child)) stray.push(...read([child]));
      else if (name === 'caption') caption.push(...read(child.element.children));
      else if (name === 'tr')
        rows.push({ section, cells: cellsOf(child.element, (content) => stray.push(...read(content))) });
      else if (name === 'thead' || name === 'tbody' || name === 'tfoot') collect(child.element.children, name);
      else if (name !== 'colgroup' && name !== 'col') stray.push(...read([child]));
    }
  };
  collect(table.children, 'tbody');

  const filled = rows.filter((row) => row.cells.length > 0);
  if (
    !filled.some((row) => row.section === 'thead') &&
    filled.length > 1 &&
    filled[0]!.cells.every((cell) => cell.name === 'th')
  ) {
    filled[0]!.section = 'thead';
  }
  const grid = layOut(filled, read);
  const columns = Math.max(1, ...grid.map((row) => row.width));
  const specs = Array.from(
    { length: columns },
    (_, column): ColSpec => [alignmentOfColumn(filled, column), { t: 'ColWidthDefault' }],
  );
  const section = (name: string): Row[] =>
    grid.filter((row) => row.section === name).map((row) => [bare, fill(row.cells, columns - row.width)]);
  const block: Block = {
    t: 'Table',
    c: [
      [table.attributes.get('id') ?? '', [], []],
      [null, caption],
      specs,
      [bare, section('thead')],
      [[bare, 0, [], section('tbody')]],
      [bare, section('tfoot')],
    ],
  };
  return stray.length > 0 ? { t: 'Div', c: [bare, [...stray, block]] } : block;
}

function cellsOf<Node>(row: HtmlElement<Node>, stray: (content: HtmlContent<Node>[]) => void): HtmlElement<Node>[] {
  return row.children.flatMap((child) => {
    if ('element' in child && (child.element.name === 'td' || child.element.name === 'th')) return [child.element];
    stray([child]);
    return [];
  });
}

interface LaidOutRow {
  section: string;
  cells: Cell[];
  /** Columns taken, those held by cells of rows above included. */
  width: number;
}

/** Cells with their spans, which end with their section; counts how many columns each row takes. */
function layOut<Node>(
  rows: { section: string; cells: HtmlElement<Node>[] }[],
  read: (content: HtmlContent<Node>[]) => Block[],
): LaidOutRow[] {
  /** For each column, how many further rows a cell from above holds. */
  let held: number[] = [];
  return rows.map(({ section, cells }, index) => {
    if (rows[index - 1]?.section !== section) held = [];
    const rest = rows.slice(index).findIndex((row) => row.section !== section);
    const remaining = rest < 0 ? rows.length - index : rest;
    const next = held.map((count) => Math.max(count - 1, 0));
    let column = 0;
    const made = cells.map((cell): Cell => {
      while ((held[column] ?? 0) > 0) column++;
      const columnSpan = span(cell, 'colspan', widest);
      const rowSpan = span(cell, 'rowspan', remaining);
      for (let n = 0; n < columnSpan; n++) next[column + n] = rowSpan - 1;
      column += columnSpan;
      return [bare, alignmentOf(cell), rowSpan, columnSpan, read(cell.children)];
    });
    const width = Math.max(column, held.findLastIndex((count) => count > 0) + 1);
    held = Array.from(next, (count) => count ?? 0);
    return { section, cells: made, width };
  });
}

function span<Node>(cell: HtmlElement<Node>, name: string, most: number): number {
  const value = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
  return Number.isSafeInteger(value) ? Math.min(Math.max(value, 1), most) : 1;
}

function fill(cells: Cell[], missing: number): Cell[] {
  const empty: Cell = [bare, { t: 'AlignDefault' }, 1, 1, []];
  return [...cells, ...Array<Cell>(missing).fill(empty)];
}

function alignmentOf<Node>(cell: HtmlElement<Node>): Alignment {
  const style = /text-align\s*:\s*(\w+)/i.exec(cell.attributes.get('style') ?? '')?.[1];
  const name = (cell.attributes.get('align') ?? style ?? '').toLowerCase();
  if (name === 'left') return { t: 'AlignLeft' };
  if (name === 'right') return { t: 'AlignRight' };
  return { t: name === 'center' ? 'AlignCenter' : 'AlignDefault' };
}

/** A column is aligned as its cells agree to be. */
function alignmentOfColumn<Node>(rows: { cells: HtmlElement<Node>[] }[], column: number): Alignment {
  const found = rows.flatMap((row) => (row.cells[column] ? [alignmentOf(row.cells[column]).t] : []));
  const first = found[0];
  return { t: first && found.every((alignment) => alignment === first) ? first : 'AlignDefault' };
}
