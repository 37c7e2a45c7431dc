import { isWide } from './letters.js';
import { mark } from './marks.js';
import type { Side } from './passages.js';
import { lastNotAbove, type Stream } from './stream.js';

/** Letters around a junction that are searched for the same two letters. */
const around = 8000;

/**
 * How naturally a copy joins what stands before and behind it in its paragraphs: for either end 1 when the two letters that meet there stand together
 * elsewhere in the manuscript, -1 when nowhere. Only scripts without spaces tell: there a cut goes through words.
 */
export function naturalness(stream: Stream, { from, to, manuscript }: Side): number {
  const { letters, marks, paragraphs, starts } = stream;
  const [begin, end] = [starts[manuscript]!, starts[manuscript + 1]! - 1];
  let sum = 0;
  for (const at of [from, to]) {
    if (at <= begin || at >= end || paragraphs[lastNotAbove(paragraphs, at)] === at) continue;
    const [before, behind] = [letters[at - 1]!, letters[at]!];
    if (!isWide(before) || !isWide(behind) || (marks[at]! & mark.parted) !== 0) continue;
    sum += meetElsewhere(letters, before, behind, at - 1, Math.max(begin, at - around), Math.min(end, at + around))
      ? 1
      : -1;
  }
  return sum;
}

function meetElsewhere(
  letters: Uint16Array,
  before: number,
  behind: number,
  here: number,
  from: number,
  to: number,
): boolean {
  for (let at = letters.indexOf(before, from); at >= 0 && at < to - 1; at = letters.indexOf(before, at + 1)) {
    if (at !== here && letters[at + 1] === behind) return true;
  }
  return false;
}
