const spaces = (text: string) => text.replace(/[^\n]/g, ' ');

/**
 * The text with fenced and indented code, TeX environments and HTML comments replaced by spaces (offsets stay), and where
 * environments and comments begin that never end.
 */
export function maskVerbatim(body: string): { text: string; openEnvironments: number[]; openComments: number[] } {
  const withoutCode = maskCode(body);
  const comments = maskBetween(withoutCode, /<!--/g, () => '-->');
  const environments = maskBetween(comments.text, /\\begin\{([A-Za-z]+\*?)\}/g, (name) => `\\end{${name}}`);
  return { text: environments.text, openEnvironments: environments.open, openComments: comments.open };
}

function maskCode(body: string): string {
  const lines = body.split('\n');
  const kinds = codeLines(lines);
  return lines.map((line, index) => (kinds[index] ? spaces(line) : line)).join('\n');
}

/** The text with HTML comments replaced by spaces, offsets kept; what looks like one in code stays. */
export function maskComments(body: string): string {
  if (!body.includes('<!--')) return body;
  const masked = maskBetween(maskCode(body), /<!--/g, () => '-->').ranges;
  let result = '';
  for (const [from, to] of masked) result += body.slice(result.length, from) + spaces(body.slice(from, to));
  return result + body.slice(result.length);
}

/** Which lines are code, fenced or indented. */
export function codeLines(lines: string[]): (false | 'fenced' | 'indented')[] {
  const code = new Array<false | 'fenced' | 'indented'>(lines.length).fill(false);
  markFences(lines, code);
  let afterBlank = true;
  let inContainer = false;
  for (const [index, line] of lines.entries()) {
    if (code[index]) {
      afterBlank = false;
      continue;
    }
    const blank = !line.trim();
    if (blank) {
      afterBlank = true;
      continue;
    }
    const indented = /^(?: {4}|\t)/.test(line);
    if (!indented) inContainer = /^\s*(?:[-*+>:~]|\(?[\w#@]{1,9}[.)]|\[\^)/.test(line);
    // What is indented under a list item, a definition or a note is text; elsewhere it is code, up to the next line that is not.
    if (indented && !inContainer && (afterBlank || code[index - 1] === 'indented')) code[index] = 'indented';
    afterBlank = false;
  }
  return code;
}

/** Marks fenced code. A fence that is never closed fences nothing, as pandoc sees it. */
function markFences(lines: string[], code: (false | 'fenced' | 'indented')[]): void {
  const lastCloser = new Map<string, number>();
  const marks = lines.map((line, index) => {
    const match = line.match(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/);
    if (!match) return undefined;
    const [, mark, rest] = match as unknown as [string, string, string];
    const closes = !rest.trim();
    if (closes) lastCloser.set(mark[0]!, index);
    return { sign: mark[0]!, length: mark.length, closes, opens: !(mark[0] === '`' && rest.includes('`')) };
  });
  let open: { sign: string; length: number; from: number } | undefined;
  for (let index = 0; index < lines.length; index++) {
    const mark = marks[index];
    if (!mark) continue;
    if (!open) {
      if (mark.opens && (lastCloser.get(mark.sign) ?? -1) > index) open = { ...mark, from: index };
    } else if (mark.sign === open.sign && mark.length >= open.length && mark.closes) {
      code.fill('fenced', open.from, index + 1);
      open = undefined;
    }
  }
}

/** Replaces what stands between an opening and its end; each end that is missing is looked for once only. */
function maskBetween(
  text: string,
  opening: RegExp,
  endFor: (name: string) => string,
): { text: string; open: number[]; ranges: [from: number, to: number][] } {
  const open: number[] = [];
  const ranges: [number, number][] = [];
  const missing = new Set<string>();
  let result = '';
  let done = 0;
  for (const match of text.matchAll(opening)) {
    if (match.index < done) continue;
    const end = endFor(match[1] ?? '');
    const at = missing.has(end) ? -1 : text.indexOf(end, match.index + match[0].length);
    if (at < 0) {
      missing.add(end);
      open.push(match.index);
      continue;
    }
    result += text.slice(done, match.index) + spaces(text.slice(match.index, at + end.length));
    done = at + end.length;
    ranges.push([match.index, done]);
  }
  return { text: result + text.slice(done), open, ranges };
}

export interface Paragraph {
  text: string;
  /** 1-based. */
  line: number;
  /** How deep in quotations and lists it begins. */
  quotes: number;
  lists: number;
}

const rule = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

/** Parts of a text that pandoc reads as one run of inlines: a blank line, a list item, a table row, a heading or a note begins a new one. */
export function* paragraphs(text: string): Generator<Paragraph> {
  let current: { lines: string[]; line: number; quotes: number; lists: number } | undefined;
  const indents: number[] = [];
  const flush = function* (): Generator<Paragraph> {
    if (current) yield { ...current, text: current.lines.join('\n') };
    current = undefined;
  };
  let afterBlank = true;
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim()) {
      yield* flush();
      afterBlank = true;
      continue;
    }
    const containers = rule.test(line) ? { quotes: 0, lists: 0, indent: 0 } : containersOf(line);
    if (afterBlank && containers.lists === 0 && !/^\s/.test(line)) indents.length = 0;
    if (containers.lists > 0) {
      while (indents.length > 0 && indents.at(-1)! >= containers.indent) indents.pop();
      indents.push(containers.indent);
    }
    const startsAnew = containers.lists > 0 || /^\s*(?:\||#{1,6}\s|:\s|\[\^[^\]\s]+\]:)/.test(line);
    const deeper = current !== undefined && containers.quotes > current.quotes;
    if (startsAnew || deeper) yield* flush();
    afterBlank = false;
    if (current) current.lines.push(line);
    else {
      const lists = containers.lists > 0 ? indents.length + containers.lists - 1 : 0;
      current = { lines: [line], line: index + 1, quotes: containers.quotes, lists };
    }
  }
  yield* flush();
}

/** Quotation and list marks that a line begins with, and the column of its first list mark. */
function containersOf(line: string): { quotes: number; lists: number; indent: number } {
  const mark = /[ \t]*(?:(>)|([-*+]|\(?(?:\d{1,9}|[A-Za-z]|#|@)[.)])(?=[ \t]))/y;
  let quotes = 0;
  let lists = 0;
  let indent = 0;
  for (let match = mark.exec(line); match; match = mark.exec(line)) {
    if (match[1]) quotes++;
    else if (++lists === 1) indent = mark.lastIndex - match[2]!.length;
  }
  return { quotes, lists, indent };
}

/** A paragraph with inline code and math replaced by spaces, and the backticks that enclose nothing. */
export function withoutInlineCode(text: string): { text: string; backticks: { count: number; first: number } } {
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = runs.get(run.length);
    if (same) same.starts.push(index);
    else runs.set(run.length, { starts: [index], next: 0 });
  }
  const closers = [...text.matchAll(/(?<=[^\s\\])\$(?!\d)/g)].map((match) => match.index);
  let nextCloser = 0;
  let displayIsOver = false;
  let count = 0;
  let first = 0;
  let result = '';
  const mask = (from: number, to: number) => {
    result += text.slice(result.length, from) + spaces(text.slice(from, to));
  };
  for (let index = 0; index < text.length; ) {
    const sign = text[index];
    if (sign === '\\') index += 2;
    else if (sign === '`') {
      let length = 1;
      while (text[index + length] === '`') length++;
      const same = runs.get(length);
      while (same && same.next < same.starts.length && same.starts[same.next]! <= index) same.next++;
      const end = same?.starts[same.next];
      if (end === undefined) {
        if (count === 0) first = index;
        count += length;
        index += length;
      } else {
        mask(index, end + length);
        index = end + length;
      }
    } else if (sign === '$' && text[index + 1] === '$' && !displayIsOver) {
      const end = text.indexOf('$$', index + 2);
      if (end < 0) displayIsOver = true;
      else mask(index, end + 2);
      index = end < 0 ? index + 2 : end + 2;
    } else if (sign === '$' && text[index + 1] !== undefined && !/[\s$]/.test(text[index + 1]!)) {
      while (nextCloser < closers.length && closers[nextCloser]! <= index + 1) nextCloser++;
      const end = closers[nextCloser];
      if (end !== undefined) mask(index, end + 1);
      index = (end ?? index) + 1;
    } else index++;
  }
  return { text: result + text.slice(result.length), backticks: { count, first } };
}
