import { isWide } from './letters.js';
import { feature, mark } from './marks.js';
import type { Match } from './matches.js';
import { lastNotAbove, type Stream } from './stream.js';

/** Letters of whole paragraphs that may stand between: a page's number and running head. */
export const betweenDoubled = 30;

/** Least weights, in Han letters, by where the second copy begins: prose that runs on says the same words twice sooner than sentences do. */
const least = {
  /** Right behind the first, with no sign between; in scripts with spaces more, for "the first parent of the first parent of". */
  runningOn: 12,
  runningOnSpaced: 24,
  /** Behind a sign that is doubled with it: a stop, or another one. */
  sentence: 14,
  sentenceSpaced: 28,
  clause: 16,
  clauseSpaced: 28,
  /** At the top of a paragraph, when the one before ended with it in mid-sentence. */
  pageEnd: 10,
  /** Likewise when that one ended with a stop, and when the second copy does not: a name may be taken up. */
  takenUp: 24,
  /** A whole paragraph that stands twice, with a stop or a sentence inside, or that the next one begins with. */
  paragraph: 16,
  clauses: 20,
  untitled: 40,
};

/** So much of a paragraph is all of it, but for its number. */
const mostOf = 0.6;

/** How far the gaps between letters may differ in all, in units: more is a number, a code or a formula that differs. */
const otherwise = 3;

/**
 * Whether a stretch is printed twice in succession, as at the end of one page and the beginning of the next: never on purpose, unlike parallel
 * clauses and a title that the first sentence takes up.
 */
export function isDoubled(stream: Stream, match: Match, weigh: (from: number, to: number) => number): boolean {
  const { paragraphs, marks, letters } = stream;
  const between = match.p0 - match.q1;
  if (between < 0 || between > betweenDoubled || letters[match.p0 - 1] === 0) return false;
  if (match.runs > 1 && match.count < (match.p1 - match.p0) * 0.9) return false;
  if (differsBetweenLetters(marks, match)) return false;
  const weight = weigh(match.p0, match.p1);
  const index = lastNotAbove(paragraphs, match.p0);
  const starts = (at: number) => (marks[at]! & mark.starts) !== 0;
  const ends = (at: number) => letters[at] === 0 || paragraphs[lastNotAbove(paragraphs, at)] === at;

  const spaced = isMostlySpaced(letters, match);
  if (paragraphs[index] === match.p0) {
    const before = paragraphBefore(stream, index, match);
    if (before === undefined) return false;
    const stopped = (stopBits(stream, before) & feature.stopped) !== 0;
    // A short line without a stop is a title or an item, which the next one takes up.
    const whole = weight >= weigh(paragraphs[before]!, match.q1) * mostOf;
    if (whole && stopped) return weight >= least.paragraph;
    if (whole) return weight >= leastUntitled(marks, match, spaced);
    // One long word that a list names is taken up behind it.
    if (!stopped) return weight >= least.pageEnd && !(spaced && isOneWord(marks, match));
    return weight >= (starts(match.p1) || ends(match.p1) ? least.sentence : least.takenUp);
  }
  if (between > 0) return false;
  if ((marks[match.p0]! & mark.parted) === 0) return weight >= (spaced ? least.runningOnSpaced : least.runningOn);
  // The sign between the copies is doubled with them: it stands before the first one, or behind the second, too.
  const alike = (at: number) => (marks[at]! & mark.parted) !== 0 && starts(at) === starts(match.p0);
  // A label at the head of a paragraph is taken up by what follows it: "**The paper:** The paper is white".
  const heads = paragraphs[lastNotAbove(paragraphs, match.q0)] === match.q0 && weight < least.takenUp;
  const doubledSign = (!heads && alike(match.q0)) || alike(match.p1) || ends(match.p1);
  const clause = spaced ? least.clauseSpaced : least.clause;
  const sentence = spaced ? least.sentenceSpaced : least.sentence;
  return doubledSign && weight >= (starts(match.p0) ? sentence : clause);
}

/** The weight from which on a paragraph without a stop is no title: less when it holds a sentence, or in scripts without spaces a clause. */
function leastUntitled(marks: Uint8Array, { p0, p1 }: Match, spaced: boolean): number {
  let weight = least.untitled;
  for (let index = p0 + 1; index < p1; index++) {
    if (marks[index]! & mark.starts) return least.paragraph;
    if (!spaced && marks[index]! & mark.parted) weight = least.clauses;
  }
  return weight;
}

/** Whether nothing parts the letters of a stretch. */
function isOneWord(marks: Uint8Array, { p0, p1 }: Match): boolean {
  for (let index = p0 + 1; index < p1; index++) if (marks[index]! & mark.gap) return false;
  return true;
}

function isMostlySpaced(letters: Uint16Array, { p0, p1 }: Match): boolean {
  let wide = 0;
  for (let index = p0; index < p1; index++) if (isWide(letters[index]!)) wide++;
  return wide * 2 < p1 - p0;
}

/** The paragraph that ends where the first copy ends; only lines without a stop may stand between it and paragraph `index`. */
function paragraphBefore(stream: Stream, index: number, { q0, q1 }: Match): number | undefined {
  const { paragraphs } = stream;
  let at = index;
  while (at > 0 && paragraphs[at]! > q1) at--;
  for (let between = at; between < index; between++) if (stopBits(stream, between) & feature.stopped) return undefined;
  if (paragraphs[at] !== q1) return undefined;
  return at > 0 && paragraphs[at]! > q0 ? at - 1 : undefined;
}

function stopBits({ traces, starts, paragraphs }: Stream, index: number): number {
  const manuscript = lastNotAbove(starts, paragraphs[index]!);
  return traces[manuscript]!.features[index - lastNotAbove(paragraphs, starts[manuscript]!)] ?? 0;
}

function differsBetweenLetters(marks: Uint8Array, { p0, q0, p1, q1 }: Match): boolean {
  const length = Math.min(p1 - p0, q1 - q0);
  let different = 0;
  for (let index = 1; index < length; index++) {
    different += Math.abs((marks[p0 + index]! & mark.gap) - (marks[q0 + index]! & mark.gap));
  }
  return different > otherwise;
}
