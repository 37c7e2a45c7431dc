import type { Directive } from './myst-directive.js';
import { type Conversion, idOf } from './myst-markup.js';

/** `{list-table}`: a list of rows, each a list of cells (`* - a`, `  - b`). */
export function listTable(directive: Directive, conversion: Conversion): string[] {
  const rows: string[][][] = [];
  let rowIndent = 0;
  let cellIndent = 0;
  for (const line of directive.body) {
    const first = /^(\s*)[*+-](\s+)[*+-](?:\s(.*))?$/.exec(line);
    const further = /^(\s*)[*+-](?:\s(.*))?$/.exec(line);
    if (first && (rows.length === 0 || first[1]!.length === rowIndent)) {
      rowIndent = first[1]!.length;
      cellIndent = rowIndent + 1 + first[2]!.length;
      rows.push([[first[3] ?? '']]);
    } else if (further && rows.length > 0 && further[1]!.length === cellIndent) rows.at(-1)!.push([further[2] ?? '']);
    else if (rows.length > 0)
      rows
        .at(-1)!
        .at(-1)!
        .push(line.slice(Math.min(cellIndent + 2, line.length - line.trimStart().length)));
  }
  return tableLines(directive, rows, conversion);
}

/** `{csv-table}`: rows of comma-separated values, quoted where they hold a comma, a quote or a line break (RFC 4180). */
export function csvTable(directive: Directive, conversion: Conversion): string[] {
  if (directive.options.has('file') || directive.options.has('url')) {
    conversion.leftOut(directive.name, directive.written);
    return [];
  }
  const delimiter = /^.$/.exec(directive.options.get('delim') ?? '')?.[0] ?? ',';
  const header = directive.options.get('header');
  const rows = [...(header ? readCsv(header, delimiter) : []), ...readCsv(directive.body.join('\n'), delimiter)];
  const heads = Number(directive.options.get('header-rows') ?? 0) + (header ? 1 : 0);
  return tableLines(
    directive,
    rows.map((row) => row.map((cell) => cell.split('\n'))),
    conversion,
    heads,
  );
}

function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    while (text[at] === ' ') at++;
    let cell = '';
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
    } else {
      const start = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
      cell = text.slice(start, at).trim();
    }
    const ended = text[at] !== delimiter;
    at++;
    row.push(cell);
    if (!ended) continue;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A table in HTML's tags with Markdown in its cells: they may hold paragraphs, lists and code, which no pipe table takes. */
function tableLines(directive: Directive, rows: string[][][], conversion: Conversion, headRows?: number): string[] {
  const heads = headRows ?? Number(directive.options.get('header-rows') ?? 0);
  const stubs = Number(directive.options.get('stub-columns') ?? 0);
  const caption = directive.argument ? `<caption>${conversion.inline(directive.argument)}</caption>` : '';
  const lines = [`<table${idOf(directive)}>${caption}`];
  rows.forEach((row, index) => {
    if (index === 0 && heads > 0) lines.push('<thead>');
    lines.push('<tr>');
    row.forEach((cell, column) => {
      const tag = index < heads || column < stubs ? 'th' : 'td';
      const content = conversion.lines(withoutEmptyEnds(cell));
      if (content.length <= 1) lines.push(`<${tag}>${content[0] ?? ''}</${tag}>`);
      else lines.push(`<${tag}>`, '', ...content, '', `</${tag}>`);
    });
    lines.push('</tr>');
    if (heads > 0 && index === Math.min(heads, rows.length) - 1) lines.push('</thead><tbody>');
  });
  lines.push(heads > 0 ? '</tbody></table>' : '</table>');
  return lines;
}

function withoutEmptyEnds(lines: string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return start < 0 ? [] : lines.slice(start, end + 1);
}
