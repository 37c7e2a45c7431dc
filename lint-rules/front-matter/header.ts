import { type Finding, mistake } from './findings.js';
import type { Point } from './types.js';
import { parseYaml, type Yaml } from './yaml.js';

/** Bytes of a header at most: the longest abstract fits many times, a YAML bomb does not. */
export const maximumHeader = 64 * 1024;

export interface Header {
  /** `none` when the file starts with its text. */
  kind: 'yaml' | 'title-block' | 'none';
  /** The parsed header; absent when there is none or it could not be parsed. */
  yaml?: Yaml;
  /** The text under the header; the header's lines stand as empty lines. */
  body: string;
  findings: Finding[];
}

/** Parts a manuscript's source (LF line ends) into its header, YAML between `---` lines or pandoc's `%` lines, and the text under it. */
export function readHeader(source: string): Header {
  const start = source.match(/^(?:[ \t]*\n)*/)![0].length;
  if (/^%/.test(source.slice(start, start + 1))) return readTitleBlock(source, start);
  if (!/^---[ \t]*(?:\n|$)/.test(source.slice(start, start + 200)) || isRule(source, start)) {
    return { kind: 'none', body: source, findings: [] };
  }

  const opening = lineOf(source, start);
  const contentStart = source.indexOf('\n', start) + 1;
  const end = closingLine(source, contentStart);
  if (contentStart === 0 || end === undefined) {
    return { kind: 'yaml', body: '', findings: [mistake('header-unterminated', {}, { line: opening, column: 1 })] };
  }
  const text = source.slice(contentStart, end.start);
  const body = blank(source, 0, end.end);
  if (Buffer.byteLength(text) > maximumHeader) {
    const findings = [mistake('header-too-large', { kilobytes: maximumHeader / 1024 }, { line: opening, column: 1 })];
    return { kind: 'yaml', body, findings };
  }
  const { yaml, findings } = parseYaml(text, opening + 1);
  return { kind: 'yaml', body, findings, ...(yaml && { yaml }) };
}

/** A `---` that a blank line follows is a rule, as pandoc sees it, unless a key comes next all the same. */
function isRule(source: string, start: number): boolean {
  const after = source.slice(source.indexOf('\n', start) + 1, start + 1000);
  return /^[ \t]*\n/.test(after) && !/^\s*["']?[\w-]+["']?[ \t]*:(?:\s|$)/.test(after);
}

function closingLine(source: string, from: number): { start: number; end: number } | undefined {
  const pattern = /^(?:---|\.\.\.)[ \t]*$/gm;
  pattern.lastIndex = from;
  const match = from > 0 ? pattern.exec(source) : null;
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** Pandoc's title block: `% title`, `% author; author`, `% date`; each may go on in indented lines. */
function readTitleBlock(source: string, start: number): Header {
  const firstLine = lineOf(source, start);
  const fields: { text: string; lines: string[]; line: number }[] = [];
  let offset = start;
  for (let line = firstLine; offset < source.length; line++) {
    const next = source.indexOf('\n', offset);
    const end = next < 0 ? source.length : next;
    const text = source.slice(offset, end);
    const field = fields.at(-1);
    if (text.startsWith('%') && fields.length < 3) {
      fields.push({ text: text.slice(1).trim(), lines: [text.slice(1).trim()], line });
    } else if (field && /^[ \t]+\S/.test(text)) {
      field.lines.push(text.trim());
    } else break;
    offset = end + 1;
  }
  const [title, authors, date] = fields;
  const names = (authors?.lines ?? []).flatMap((line) => line.split(/\s*;\s*/)).filter(Boolean);
  const value = {
    ...(title?.text && { title: title.lines.join(' ') }),
    ...(names.length > 0 && { author: names }),
    ...(date?.text && { date: date.lines.join(' ') }),
  };
  const lines: Record<string, number | undefined> = { title: title?.line, author: authors?.line, date: date?.line };
  const at = (path: (string | number)[]): Point => ({ line: lines[String(path[0])] ?? firstLine, column: 1 });
  return {
    kind: 'title-block',
    yaml: { value, at, atKey: at },
    body: blank(source, 0, Math.min(offset, source.length)),
    findings: [],
  };
}

/** `source` with everything but the line ends between two offsets removed. */
export function blank(source: string, from: number, to: number): string {
  return source.slice(0, from) + source.slice(from, to).replace(/[^\n]+/g, '') + source.slice(to);
}

/** 1-based line of an offset. */
export function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let index = source.indexOf('\n'); index >= 0 && index < offset; index = source.indexOf('\n', index + 1)) line++;
  return line;
}
