import { blank, lineOf } from './header.js';
import type { Point } from './types.js';

/** What a body gives to the front matter, and the body without it (as empty lines). */
export interface Taken<T> {
  value: T;
  body: string;
  at: Point;
}

/** Which lines stand in or delimit a fenced block. */
export function fencedLines(lines: string[]): boolean[] {
  let fence: { mark: string; length: number } | undefined;
  return lines.map((line) => {
    const match = line.match(/^ {0,3}(`{3,}|~{3,})(.*)$/);
    if (!fence) {
      if (!match || (match[1]!.startsWith('`') && match[2]!.includes('`'))) return false;
      fence = { mark: match[1]![0]!, length: match[1]!.length };
      return true;
    }
    if (match && match[1]!.startsWith(fence.mark) && match[1]!.length >= fence.length && !match[2]!.trim())
      fence = undefined;
    return true;
  });
}

/**
 * The heading of level 1 that a text starts with, when it is the only one: so MyST and pandoc papers without a `title` give theirs.
 * With `known`, only a heading that repeats that title, which would otherwise be printed twice.
 */
export function takeTitle(body: string, known?: string): Taken<string> | undefined {
  const start = body.search(/\S/);
  if (start < 0) return undefined;
  const heading = headingAt(body, start);
  if (!heading) return undefined;
  if (
    known === undefined ? hasOtherTitle(body, start + heading.length) : comparable(known) !== comparable(heading.text)
  ) {
    return undefined;
  }
  const at = { line: lineOf(body, start), column: 1 };
  return { value: heading.text, body: blank(body, start, start + heading.length), at };
}

function headingAt(body: string, start: number): { text: string; length: number } | undefined {
  const firstEnd = endOfLine(body, start);
  const first = body.slice(start, firstEnd);
  const secondEnd = endOfLine(body, Math.min(firstEnd + 1, body.length));
  const atx = first.match(/^#[ \t](.*)$/);
  const setext = !atx && /^=+[ \t]*$/.test(body.slice(firstEnd + 1, secondEnd)) && /^[^#>\-*`|]/.test(first);
  if (!atx && !setext) return undefined;
  const text = (atx?.[1] ?? first)
    .trim()
    .replace(/\s*\{[^{}]*\}$/, '')
    .replace(/(?:^|\s)#+$/, '')
    .trim();
  return text ? { text, length: (setext ? secondEnd : firstEnd) - start } : undefined;
}

function hasOtherTitle(body: string, from: number): boolean {
  const lines = body.slice(from).split('\n');
  if (!lines.some((line) => isTitleLine(line))) return false;
  const fenced = fencedLines(lines);
  return lines.some(
    (line, index) => !fenced[index] && isTitleLine(line) && (!/^=/.test(line) || Boolean(lines[index - 1]?.trim())),
  );
}

const isTitleLine = (line: string) => /^#[ \t]+\S|^=+[ \t]*$/.test(line);

const comparable = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_`\\]+/g, ' ')
    .trim();

/** MyST's abstract block, `+++ {"part": "abstract"}` up to the next `+++`. */
export function takeAbstract(body: string): Taken<string> | undefined {
  const opening = /^\+\+\+[ \t]*\{[^\n]*"part"[ \t]*:[ \t]*"abstract"[^\n]*\}[ \t]*$/m.exec(body);
  if (!opening) return undefined;
  const start = opening.index + opening[0].length;
  const closing = /^\+\+\+[^\n]*$/m.exec(body.slice(start));
  const end = closing ? start + closing.index : body.length;
  const value = body.slice(start, end).trim();
  const until = closing && closing[0].trim() === '+++' ? end + closing[0].length : end;
  return { value, body: blank(body, opening.index, until), at: { line: lineOf(body, opening.index), column: 1 } };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
