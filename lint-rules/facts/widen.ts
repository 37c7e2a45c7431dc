import { isWide } from './letters.js';
import type { Match } from './matches.js';

/** Letters that an edit at the edge of a copy may replace, on either side. */
const longestEdit = 3;

/** The ways to step over an edit, the smallest first: letters left out on either side. */
const edits = Array.from({ length: (longestEdit + 1) ** 2 }, (_, index) => {
  const inP = index % (longestEdit + 1);
  return [inP, (index - inP) / (longestEdit + 1)] as const;
})
  .filter(([inP, inQ]) => inP + inQ > 0)
  .sort((a, b) => Math.max(...a) - Math.max(...b) || a[0] + a[1] - b[0] - b[1]);

/**
 * Widens a match over small edits at its edges, as long as enough letters agree behind each; `letters` as in the stream. Copies `inside` one manuscript
 * do not come to overlap by it.
 */
export function widen(letters: Uint16Array, match: Match, inside: boolean): void {
  for (const forward of [true, false]) {
    for (;;) {
      const step = nextRun(letters, match, forward, inside);
      if (!step) break;
      match.count += step.length;
      match.runs++;
      if (forward) {
        match.p1 += step.inP + step.length;
        match.q1 += step.inQ + step.length;
      } else {
        match.p0 -= step.inP + step.length;
        match.q0 -= step.inQ + step.length;
      }
      if (step.length > match.longest) {
        match.longest = step.length;
        match.longestAt = forward ? match.p1 - step.length : match.p0;
        match.longestIn = forward ? match.q1 - step.length : match.q0;
      }
    }
  }
}

function nextRun(letters: Uint16Array, match: Match, forward: boolean, inside: boolean) {
  const { p, q, direction } = forward
    ? { p: match.p1, q: match.q1, direction: 1 }
    : { p: match.p0 - 1, q: match.q0 - 1, direction: -1 };
  const room = inside ? match.p0 - match.q1 : Number.POSITIVE_INFINITY;
  for (const [inP, inQ] of edits) {
    if (leavesText(letters, p, inP, direction) || leavesText(letters, q, inQ, direction)) continue;
    if (leavesManuscript(letters, p, inP * direction) || leavesManuscript(letters, q, inQ * direction)) continue;
    const agreed = agreement(
      letters,
      p + inP * direction,
      q + inQ * direction,
      direction,
      Math.max(0, room - inP - inQ),
    );
    if (agreed >= needed(letters[p + inP * direction]!, Math.max(inP, inQ))) return { inP, inQ, length: agreed };
  }
  return undefined;
}

/** Whether stepping over letters from `at` on would step over the end of a manuscript, too. */
function leavesManuscript(letters: Uint16Array, at: number, step: number): boolean {
  const direction = Math.sign(step);
  for (let done = 0; done !== step; done += direction) if (!letters[at + done]) return true;
  return false;
}

/** Whether so many letters from a place on reach over the end of a manuscript. */
export function leavesText(letters: Uint16Array, from: number, count: number, direction: number): boolean {
  for (let step = 0; step < count; step++) if (!letters[from + step * direction]) return true;
  return false;
}

/** Letters that must agree behind an edit for it to be one: more behind a longer one, and more where letters say less. */
function needed(letter: number, edit: number): number {
  return Math.ceil((3 + 2 * edit) * (isWide(letter) ? 1 : 1.6));
}

function agreement(letters: Uint16Array, p: number, q: number, direction: number, room: number): number {
  let length = 0;
  while (length < room) {
    const letter = letters[p + length * direction];
    if (!letter || letter !== letters[q + length * direction]) break;
    length++;
  }
  return length;
}
