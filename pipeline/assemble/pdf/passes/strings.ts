import type { Block, Inline } from '../../reader/ast.js';
import { transform } from '../../reader/walk.js';
import { code } from './markup.js';

/** Pandoc's Typst writer takes time quadratic in the length of one string, and Chinese has no spaces to end it at. */
const longest = 100;

/** What Typst reads as a dash, an ellipsis, a soft hyphen or a minus, and pandoc's writer leaves as it is. */
const shorthand = /(-{2,}|\.{3,}|-\?|(?<![\p{L}\p{N}])-(?=\p{N}))/u;

/** What Typst takes for a space or the end of a line: in a string, pandoc would not escape what comes after it as it does at a line's start. */
const spaces = /[ \t\n\r\u000b\u000c\u0085\u2028\u2029]+/;

/** Two characters between which a string may be cut: pandoc escapes punctuation by what stands next to it. */
const safe = /[\u3001-\u9fff\uff01-\uff5ea-zA-Z0-9]/;

/** Text as pandoc's writer must be given it to come out unchanged, in linear time. */
export function prepareStrings(blocks: Block[], han: boolean): Block[] {
  return transform(blocks, { inlines: (list) => prepareList(list, han), blocks: (list) => list.map(trim) });
}

/**
 * A space at the start would hide the start of the line from pandoc's escaping, and a line break at the end, a backslash to Typst, the
 * bracket after it.
 */
function trim(block: Block): Block {
  if (block.t !== 'Para' && block.t !== 'Plain') return block;
  const blank = ({ t }: Inline) => t === 'Space' || t === 'LineBreak';
  const start = block.c.findIndex((inline) => !blank(inline));
  const end = block.c.findLastIndex((inline) => !blank(inline));
  return { t: block.t, c: start < 0 ? [] : block.c.slice(start, end + 1) };
}

function prepareList(list: Inline[], han: boolean): Inline[] {
  return mergeStrings(dropSpans(list)).flatMap((inline) => (inline.t === 'Str' ? pieces(inline.c, han) : [inline]));
}

/** Spans left by the passes before say nothing; they would vanish in Typst and leave `a/` beside `/b`, the start of a comment. */
function dropSpans(list: Inline[]): Inline[] {
  return list.flatMap((inline) => (inline.t === 'Span' ? dropSpans(inline.c[1]) : [inline]));
}

/** Joins strings that stand side by side. */
function mergeStrings(list: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of list) {
    const last = merged.at(-1);
    if (inline.t === 'Str' && last?.t === 'Str') merged[merged.length - 1] = { t: 'Str', c: last.c + inline.c };
    else merged.push(inline);
  }
  return merged;
}

function pieces(text: string, han: boolean): Inline[] {
  const parts = text.split(spaces);
  return parts.flatMap((part, at): Inline[] => [
    ...(at > 0 ? [{ t: 'Space' } as const] : []),
    ...piecesOfWord(part, han),
  ]);
}

function piecesOfWord(text: string, han: boolean): Inline[] {
  return text
    .split(shorthand)
    .flatMap((part, at) => (at % 2 === 1 ? [escaped(part)] : hanPieces(part, han).flatMap(cut)));
}

function escaped(part: string): Inline {
  return code(part.replace(/./g, '\\$&'));
}

/**
 * In Chinese text an apostrophe inside a Latin word is the Latin font's, not a full-width quotation mark,
 * and an interpunct stays with the name before it: neither is what Typst does by itself.
 */
function hanPieces(text: string, han: boolean): (string | Inline)[] {
  if (text === '') return [];
  if (!han) return [text];
  return text
    .split(/((?<=[A-Za-z])’(?=[A-Za-z])|·)/)
    .filter((part) => part !== '')
    .map((part) => (part === '’' ? code('#latin[’];') : part === '·' ? code('#sym.wj;·') : part));
}

function cut(part: string | Inline): Inline[] {
  if (typeof part !== 'string') return [part];
  const cuts: Inline[] = [];
  let start = 0;
  for (let at = start + longest; at < part.length; at += 1) {
    if (!safe.test(part[at - 1]!) || !safe.test(part[at]!)) continue;
    cuts.push({ t: 'Str', c: part.slice(start, at) });
    start = at;
    at += longest - 1;
  }
  cuts.push({ t: 'Str', c: part.slice(start) });
  return cuts;
}
