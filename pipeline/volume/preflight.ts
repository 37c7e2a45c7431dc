import { maskVerbatim, paragraphs, withoutInlineCode } from './preflight-text.js';

/**
 * How much of what makes pandoc's Markdown reader slow a text may hold. Its time is exponential in open brackets and unclosed TeX environments, and
 * grows with the square of the other signs; each limit was chosen so that what is below it is read in about a second.
 */
export const preflightLimits = {
  /** `[` open at one time in a paragraph. */
  bracketDepth: 6,
  /** Milliseconds that the nested brackets of one paragraph may take by `bracketCost`. */
  bracketTime: 5000,
  /** `](` without its `)` in a paragraph. */
  openLinks: 100,
  /** `<` in a paragraph that begin no tag or address. */
  lessThan: 400,
  /** `&` in a run of text without a space. */
  ampersands: 300,
  /** Backticks in a paragraph that enclose nothing. */
  backticks: 1000,
  /** `\begin{…}` without their `\end{…}` in a manuscript. */
  openEnvironments: 15,
  /** `<!--` without their `-->` in a manuscript. */
  openComments: 50,
  quoteDepth: 8,
  listDepth: 12,
};

/** Milliseconds that one group of brackets of this depth takes, as measured with pandoc 3.10 compiled to WebAssembly. */
const bracketCost = [0, 0, 1.3, 5, 10, 40, 240];

export type PreflightId =
  | 'brackets-too-deep'
  | 'brackets-too-many'
  | 'links-unclosed'
  | 'less-than-too-many'
  | 'ampersands-too-many'
  | 'backticks-unmatched'
  | 'environments-unclosed'
  | 'comments-unclosed'
  | 'quotes-too-deep'
  | 'lists-too-deep';

export interface PreflightFinding {
  id: PreflightId;
  args: { limit: number };
  line: number;
  column: number;
}

/**
 * Finds the places in a manuscript's body on which pandoc would hang, in time linear in its length. Code, math and comments are
 * skipped, since pandoc does not look into them either; ordinary text, tables and citations stay far below the limits.
 */
export function preflight(body: string): PreflightFinding[] {
  const { text, openEnvironments, openComments } = maskVerbatim(body);
  const findings: PreflightFinding[] = [];
  const report = (id: PreflightId, limit: number, line: number, column: number) =>
    findings.push({ id, args: { limit }, line, column });
  const atOffset = (offset: number) => {
    const before = text.slice(0, offset);
    return [before.split('\n').length, offset - before.lastIndexOf('\n')] as const;
  };
  const overflow = (offsets: number[], limit: number, id: PreflightId) => {
    if (offsets.length > limit) report(id, limit, ...atOffset(offsets[0]!));
  };
  overflow(openEnvironments, preflightLimits.openEnvironments, 'environments-unclosed');
  overflow(openComments, preflightLimits.openComments, 'comments-unclosed');

  for (const paragraph of paragraphs(text)) {
    const { quotes, lists, line } = paragraph;
    if (quotes > preflightLimits.quoteDepth) report('quotes-too-deep', preflightLimits.quoteDepth, line, 1);
    if (lists > preflightLimits.listDepth) report('lists-too-deep', preflightLimits.listDepth, line, 1);
    const found = inParagraph(paragraph.text);
    if (!found) continue;
    const before = paragraph.text.slice(0, found.offset);
    const breaks = before.split('\n').length - 1;
    report(found.id, found.limit, line + breaks, found.offset - before.lastIndexOf('\n'));
  }
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

interface Overflow {
  id: PreflightId;
  limit: number;
  offset: number;
}

/** The first limit that a paragraph breaks. Most have too few of any sign to look closer. */
function inParagraph(raw: string): Overflow | undefined {
  if (!mayOverflow(raw)) return undefined;
  const { text, backticks } = withoutInlineCode(raw);
  const limits = preflightLimits;
  if (backticks.count > limits.backticks) {
    return { id: 'backticks-unmatched', limit: limits.backticks, offset: backticks.first };
  }
  return (
    brackets(text) ??
    counted(text, /\]\((?![^)\n]{0,2000}\))/g, limits.openLinks, 'links-unclosed') ??
    counted(text, /<(?![A-Za-z/!?][^<>]{0,2000}>)/g, limits.lessThan, 'less-than-too-many') ??
    ampersands(text)
  );
}

function mayOverflow(text: string): boolean {
  let square = 0;
  let other = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b) square++;
    else if (code === 0x3c || code === 0x26 || code === 0x60) other++;
  }
  return square > preflightLimits.bracketDepth || other > preflightLimits.ampersands;
}

function counted(text: string, pattern: RegExp, limit: number, id: PreflightId): Overflow | undefined {
  let count = 0;
  let first = 0;
  for (const match of text.matchAll(pattern)) {
    if (text[match.index - 1] === '\\') continue;
    if (count === 0) first = match.index;
    if (++count > limit) return { id, limit, offset: first };
  }
  return undefined;
}

function ampersands(text: string): Overflow | undefined {
  let count = 0;
  let first = 0;
  for (const { 0: sign, index } of text.matchAll(/&|\s+/g)) {
    if (sign !== '&') count = 0;
    else if (count++ === 0) first = index;
    if (count > preflightLimits.ampersands) {
      return { id: 'ampersands-too-many', limit: preflightLimits.ampersands, offset: first };
    }
  }
  return undefined;
}

function brackets(text: string): Overflow | undefined {
  let depth = 0;
  let deepest = 0;
  let time = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '\\') index++;
    else if (sign === '[') {
      deepest = Math.max(deepest, ++depth);
      if (depth > preflightLimits.bracketDepth) {
        return { id: 'brackets-too-deep', limit: preflightLimits.bracketDepth, offset: index };
      }
    } else if (sign === ']' && depth > 0 && --depth === 0) {
      time += bracketCost[deepest]!;
      deepest = 0;
      if (time > preflightLimits.bracketTime) {
        return { id: 'brackets-too-many', limit: preflightLimits.bracketDepth, offset: index };
      }
    }
  }
  return undefined;
}
