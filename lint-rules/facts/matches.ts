import type { Fingerprints } from './fingerprints.js';
import { hanWeight, weights } from './letters.js';

/** Two stretches of the stream that agree letter for letter, or in most of their letters. The later one is `p`, the earlier `q`; ends exclusive. */
export interface Match {
  p0: number;
  p1: number;
  q0: number;
  q1: number;
  /** Letters that both have in common. */
  count: number;
  /** Where the longest stretch without a difference begins in `p`, and how many letters it has. */
  longestAt: number;
  longest: number;
  /** Where it begins in `q`. */
  longestIn: number;
  /** Stretches without a difference. */
  runs: number;
}

/** How many earlier places with the same gram are looked at: a passage that is copied often is linked to the nearest of them. */
export const depth = 6;
/** Of a gram that stands so often only the nearest is: a formula tells little, and in a large volume most grams are parts of formulas. */
export const common = 16;
/** A stretch without a difference of this weight is taken as a copy, and what lies inside it is not looked at again. */
const certain = 60 * hanWeight;
/** How far apart, in letters, two stretches of one copy may stand, and by how much more on one side than on the other. */
const gapWithin = 14;
const longestGap = 60;
const drift = 14;
/** Letters between two stretches beyond which they are never of one copy, on either side. */
export const neverJoined = longestGap + drift;
/** Open matches that a new stretch is compared with. */
const openAtOnce = 32;

/** The texts that the letters are of. */
export interface Texts {
  /** Where each begins, and behind the last the end. */
  starts: Int32Array;
  /** Those for which it is known what they have in common with earlier ones, by index. */
  passesOver?: (text: number) => boolean;
}

/** Work done, in letters compared and matches looked at: for tests that cost grows with the text and no faster. */
export interface Work {
  steps: number;
}

/**
 * Pairs equal grams with the nearest earlier ones, widens each pair to the longest stretch without a difference, and joins stretches that follow
 * each other at about the same distance on both sides, as an edited copy leaves them. `closed` gets every match as it is complete. What is found
 * in a text depends on nothing but it and earlier ones.
 */
export function findMatches(
  letters: Uint16Array,
  { positions, earlier, copies }: Fingerprints,
  closed: (match: Match) => void,
  work: Work = { steps: 0 },
  texts: Texts = { starts: Int32Array.of(0, letters.length) },
): void {
  const weight = weights();
  const open: Match[] = [];
  let skipTo = 0;
  let copiedTo = 0;
  let text = 0;
  let textEnd = 0;

  const weigh = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to && sum < certain; index++) sum += weight[letters[index]!]!;
    work.steps += to - from;
    return sum;
  };

  for (let print = 0; print < positions.length; print++) {
    let candidate = earlier[print]!;
    if (candidate < 0) continue;
    const p = positions[print]!;
    if (p < skipTo) continue;
    if (p >= textEnd) {
      while (texts.starts[text + 1]! <= p) text++;
      textEnd = texts.starts[text + 1]!;
      for (const match of open) closed(match);
      open.length = 0;
    }
    if (texts.passesOver?.(text)) continue;

    let live = 0;
    for (let index = 0; index < open.length; index++) {
      const match = open[index]!;
      if (match.p1 + longestGap < p) closed(match);
      else open[live++] = match;
    }
    open.length = live;

    let reached = 0;
    const most = copies[print]! < common ? depth : 1;
    for (let tried = 0; candidate >= 0 && tried < most; tried++, candidate = earlier[candidate]!) {
      const q = positions[candidate]!;
      work.steps += open.length;
      if (isCovered(open, p, q)) continue;
      const run = runAt(letters, p, q);
      // Two grams of one hash that differ.
      if (!run) continue;
      work.steps += run.count;
      // What has a copy already needs no other one.
      if (run.p1 <= copiedTo) continue;
      if (weigh(run.p0, run.p1) >= certain) reached = Math.max(reached, run.p1);
      const joined = followed(letters, open, run);
      if (joined) join(joined, run);
      else {
        if (open.length >= openAtOnce) closed(open.shift()!);
        open.push(run);
      }
      if (reached > 0) break;
    }
    // Grams at the very end are looked at again, so that a copy from another place that begins there is found.
    if (reached > 0) {
      copiedTo = reached;
      skipTo = reached - 8;
    }
  }
  for (const match of open) closed(match);
}

/** The longest stretch without a difference that two places lie in; none when they differ. */
export function runAt(letters: Uint16Array, p: number, q: number): Match | undefined {
  let back = 0;
  while (letters[p - back - 1] === letters[q - back - 1] && letters[p - back - 1]! > 0 && q - back > 0) back++;
  let ahead = 0;
  while (letters[p + ahead] === letters[q + ahead] && letters[p + ahead]! > 0) ahead++;
  if (ahead === 0) return undefined;
  const [p0, q0, count] = [p - back, q - back, back + ahead];
  return { p0, p1: p + ahead, q0, q1: q + ahead, count, longestAt: p0, longestIn: q0, longest: count, runs: 1 };
}

/** Whether an open match already pairs two places. */
function isCovered(open: Match[], p: number, q: number): boolean {
  for (let index = 0; index < open.length; index++) {
    const { p0, p1, q0, q1 } = open[index]!;
    if (p1 - q1 === p - q && p < p1 && p >= p0 && q >= q0) return true;
  }
  return false;
}

function followed(letters: Uint16Array, open: Match[], run: Match): Match | undefined {
  for (let index = 0; index < open.length; index++) {
    const match = open[index]!;
    if (follows(match, run) && isOneText(letters, match.p1, run.p0) && isOneText(letters, match.q1, run.q0))
      return match;
  }
  return undefined;
}

/** Whether no manuscript ends in a stretch of the stream. */
function isOneText(letters: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (letters[at] === 0) return false;
  return true;
}

/** Whether a run goes on where a match ends, at about the same distance on both sides. */
function follows(match: Match, run: Match): boolean {
  const inP = run.p0 - match.p1;
  const inQ = run.q0 - match.q1;
  const room = Math.min(longestGap, gapWithin + (Math.min(match.count, run.count) >> 1));
  if (inP > room || inQ > room || Math.abs(inP - inQ) > drift) return false;
  return run.p1 > match.p1 && run.q1 > match.q1 && -Math.min(inP, inQ) < run.count;
}

function join(match: Match, run: Match): void {
  const overlap = Math.max(0, match.p1 - run.p0, match.q1 - run.q0);
  match.count += run.count - overlap;
  match.p1 = run.p1;
  match.q1 = run.q1;
  match.runs++;
  if (run.longest > match.longest) {
    match.longest = run.longest;
    match.longestAt = run.longestAt;
    match.longestIn = run.longestIn;
  }
}
