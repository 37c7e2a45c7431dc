import { applyFixes } from '../../lint-rules/apply-fixes.js';
import type { Fix } from '../../lint-rules/rule.js';
import { partitionPoint } from '../../lint-rules/text/partition-point.js';

/** Whole lines of a text, and what is to stand there instead. */
export interface Suggestion {
  /** 1-based, both ends. */
  first: number;
  last: number;
  /** Without the end of the last line; empty lines as such, nothing at all when the lines go. */
  text: string;
  /** How many of the edits it makes. */
  edits: number;
}

type Edit = Pick<Fix, 'start' | 'end' | 'text'>;

/** What is longer is no suggestion that a person can judge at a glance. */
const mostLines = 20;

/** Marks of direction, characters that print nothing, and halves of characters: a suggestion that brings them could read differently from what it does. */
const unreadable = /[\p{Cc}\p{Cs}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

/**
 * The lines that some edits of a text touch, as they would read afterwards: what GitHub puts in place of the lines that a comment is on. Of edits that overlap
 * the first stays. `undefined` where that would change nothing, where the lines are too many, or where they would hold what nobody can see.
 * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request
 */
export function suggestionFor(source: string, edits: readonly Edit[]): Suggestion | undefined {
  const starts = lineStarts(source);
  const wanted = applyFixes(
    source,
    edits.map((edit): Fix => ({ ...edit, safety: 'suggest' })),
  ).applied;
  if (wanted.length === 0) return undefined;
  const first = lineAt(starts, wanted[0]!.start);
  const last = Math.max(...wanted.map(({ start, end }) => lineAt(starts, Math.max(start, end - 1))));
  return linesAfter(source, starts, wanted, { first, last });
}

function linesAfter(
  source: string,
  starts: readonly number[],
  edits: readonly Fix[],
  { first, last }: { first: number; last: number },
): Suggestion | undefined {
  if (last - first >= mostLines) return undefined;
  const from = starts[first - 1]!;
  const lines = source.slice(from, starts[last] ?? source.length);
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
  const { text } = applyFixes(lines, shifted);
  // Where the end of a line goes, the next line belongs to this one.
  if (text !== '' && !text.endsWith('\n') && starts[last] !== undefined)
    return linesAfter(source, starts, edits, { first, last: last + 1 });
  const body = withoutEnd(text);
  // A block of code cannot say that one empty line stays; together with the line above it can.
  if (body === '' && text !== '')
    return first > 1 ? linesAfter(source, starts, edits, { first: first - 1, last }) : undefined;
  if (text !== '' && body === withoutEnd(lines)) return undefined;
  if (unreadable.test(body.replace(/\r?\n|\t/g, ''))) return undefined;
  return { first, last, text: body, edits: edits.length };
}

const withoutEnd = (text: string) => text.replace(/\r?\n$/, '');

/** Offsets at which lines begin, as Git and GitHub count them: behind line feeds alone. */
function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0 && at + 1 < source.length; at = source.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** The 1-based line of an offset. */
const lineAt = (starts: readonly number[], offset: number): number =>
  partitionPoint(starts.length, (line) => starts[line]! <= offset);
