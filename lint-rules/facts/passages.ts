import { lettersInCommon } from './common.js';
import { betweenDoubled, isDoubled } from './doubled.js';
import { mark } from './marks.js';
import type { Match } from './matches.js';
import { lastNotAbove, type Stream, weigher } from './stream.js';
import { widen } from './widen.js';

/** A stretch of the stream that stands a second time. */
export interface Passage {
  /** The later copy and the earlier one. */
  later: Side;
  earlier: Side;
  /** Letters in common; then in Han letters; then of the longest stretch without a difference, in Han letters. */
  count: number;
  letters: number;
  longest: number;
  /** Its letters one by one, and those of the whole sentences in it. */
  verbatim: number;
  sentences: number;
  agreement: number;
  kind: 'same' | 'edited' | 'doubled';
}

export interface Side {
  from: number;
  to: number;
  /** Index of the manuscript. */
  manuscript: number;
  /** Share that the stretch has of the paragraph that it takes most of, and that one's weight in Han letters. */
  share: number;
  paragraph: number;
}

/** What is worth looking at: weights in Han letters. */
const least = { passage: 32, doubled: 10, period: 8 };
const quotedShare = 0.9;
/** A repetition that is less like the stretch before is none. */
const mostlyAlike = 0.9;

/** Makes passages of a match: none when it is too short or quoted by right, several when a stretch is repeated on and on. */
export function passagesOf(stream: Stream, match: Match): Passage[] {
  const { letters } = stream;
  if (match.count < least.doubled) return [];
  const weigh = weigher(stream);
  const nearby = match.p0 - match.q1 <= betweenDoubled && isInside(stream, match);
  if (!nearby && weigh(match.p0, match.p1) < least.passage / 2) return [];
  const inside = nearby || isInside(stream, match);
  widen(letters, match, inside);
  if (match.runs > 1) match.count = lettersInCommon(letters, match, match.count);
  const period = match.p0 - match.q0;
  if (inside && period < match.p1 - match.p0) return periods(stream, match, period, weigh);
  const doubled = inside && isDoubled(stream, match, weigh);
  const weight = weigh(match.p0, match.p1) * (match.count / (match.p1 - match.p0));
  if (weight < (doubled ? least.doubled : least.passage)) return [];
  if (!doubled && (isQuoted(stream, match.p0, match.p1) || isQuoted(stream, match.q0, match.q1))) return [];
  return [passage(stream, match, doubled, weigh)];
}

/** Whether both copies stand in one manuscript. */
const isInside = ({ starts }: Stream, { p0, q0 }: Match): boolean => starts[lastNotAbove(starts, p0)]! <= q0;

/** A stretch that follows itself, once or on and on: each repetition is a passage, and the first its original. */
function periods(stream: Stream, match: Match, period: number, weigh: (from: number, to: number) => number): Passage[] {
  if (weigh(match.q0, match.p0) < least.period) return [];
  const found: Passage[] = [];
  const shift = firstStart(stream, match.p0, match.p1 - period);
  for (let from = match.p0 + shift; from < match.p1; from += period) {
    const length = Math.min(period, match.p1 - from);
    if (length < period && weigh(from, from + length) < least.passage) break;
    const range = { p0: from, p1: from + length, q0: from - period, q1: from - period + length };
    const count = match.runs === 1 ? length : lettersInCommon(stream.letters, range, 0);
    if (count < length * mostlyAlike) break;
    const piece: Match = {
      ...range,
      count,
      longestAt: from,
      longestIn: from - period,
      longest: count,
      runs: count === length ? 1 : 2,
    };
    const doubled = found.length > 0 ? found[0]!.kind === 'doubled' : isDoubled(stream, piece, weigh);
    if (!doubled && weigh(from, from + length) < least.passage) break;
    found.push(passage(stream, piece, doubled, weigh));
  }
  return found;
}

/** How many letters behind `from` a paragraph or sentence begins, up to `to`: where a repeated stretch is best cut; else 0. */
function firstStart({ paragraphs, marks }: Stream, from: number, to: number): number {
  const index = lastNotAbove(paragraphs, from);
  const next = paragraphs[index + 1]!;
  if (paragraphs[index] === from) return 0;
  if (next <= to) return next - from;
  for (let at = from; at <= to; at++) if (marks[at]! & mark.starts) return at - from;
  return 0;
}

function passage(stream: Stream, match: Match, doubled: boolean, weigh: (from: number, to: number) => number): Passage {
  const length = Math.max(match.p1 - match.p0, match.q1 - match.q0);
  const agreement = Math.min(1, match.count / length);
  return {
    later: sideOf(stream, match.p0, match.p1, weigh),
    earlier: sideOf(stream, match.q0, match.q1, weigh),
    count: match.count,
    letters: Math.round(weigh(match.p0, match.p1) * Math.min(1, match.count / (match.p1 - match.p0))),
    longest: Math.round(weigh(match.longestAt, match.longestAt + match.longest)),
    verbatim: match.longest,
    sentences: wholeSentences(stream, match),
    agreement,
    kind: doubled ? 'doubled' : match.runs === 1 ? 'same' : 'edited',
  };
}

/** Letters from the first place to the last one in the longest stretch where a sentence begins in both copies. */
function wholeSentences({ marks, letters }: Stream, { longestAt, longestIn, longest }: Match): number {
  const begins = (at: number) => letters[at] === 0 || (marks[at]! & mark.starts) !== 0;
  const both = (step: number) => begins(longestAt + step) && begins(longestIn + step);
  let first = 0;
  while (first < longest && !both(first)) first++;
  let last = longest;
  while (last > first && !both(last)) last--;
  return last - first;
}

function sideOf(stream: Stream, from: number, to: number, weigh: (from: number, to: number) => number): Side {
  const { paragraphs, letters } = stream;
  let best = { overlap: 0, share: 0, paragraph: 0 };
  for (let index = lastNotAbove(paragraphs, from); index < paragraphs.length - 1 && paragraphs[index]! < to; index++) {
    const start = paragraphs[index]!;
    let end = paragraphs[index + 1]!;
    if (letters[end - 1] === 0) end--;
    const overlap = weigh(Math.max(start, from), Math.min(end, to));
    if (overlap <= best.overlap) continue;
    const paragraph = weigh(start, end);
    best = { overlap, share: overlap / paragraph, paragraph };
  }
  const { share, paragraph } = best;
  return { from, to, manuscript: lastNotAbove(stream.starts, from), share, paragraph };
}

/** The passage with its places counted from elsewhere: what is added to those in a manuscript, and the index of that. */
export function moved(passage: Passage, to: (manuscript: number) => { by: number; manuscript: number }): Passage {
  const move = (side: Side): Side => {
    const { by, manuscript } = to(side.manuscript);
    return { ...side, from: side.from + by, to: side.to + by, manuscript };
  };
  return { ...passage, later: move(passage.later), earlier: move(passage.earlier) };
}

function isQuoted({ marks }: Stream, from: number, to: number): boolean {
  let quoted = 0;
  for (let index = from; index < to; index++) if (marks[index]! & mark.quoted) quoted++;
  return quoted >= (to - from) * quotedShare;
}
