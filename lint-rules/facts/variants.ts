import { hanWeight, isWide, weights } from './letters.js';
import type { LoneVariant } from './lone-variants.js';
import { mark } from './marks.js';
import type { Match } from './matches.js';
import { placeOf } from './repeated.js';
import type { Stream } from './stream.js';
import type { PhraseVariant } from './types.js';
import { leavesText } from './widen.js';

/** In Han letters: what the two phrases have in common in all, and on either side of the difference. */
const least = { shared: 16, side: 4 };
/** Letters that may differ, on either side. */
const mostDiffering = 3;
/** A longer stretch in common is an edited copy, and none of the phrases that a volume should word alike. */
const phrase = 60;
/** Letters shown around the difference; in scripts with spaces so many more. */
const shown = 8;
const shownSpaced = 24;

/** A place where two phrases part for some letters, in the stream. */
export interface Difference {
  p: number;
  q: number;
  inP: number;
  inQ: number;
}

/** What a phrase has on its longer side, in Han letters: less would be found by luck alone. */
const longSide = 8;

/** The differences next to the longest stretch that a match has in common: short ones, with enough in common on the other side. */
export function differencesIn({ letters, marks }: Stream, match: Match): Difference[] {
  const { longestAt: p, longestIn: q, longest } = match;
  const known = weightOf(letters, p, p + longest);
  if (known < longSide || known >= phrase) return [];
  const found: Difference[] = [];
  const behind = nextTo(letters, p + longest, q + longest, 1, known);
  if (behind) found.push(behind);
  const before = nextTo(letters, p - 1, q - 1, -1, known);
  if (before) {
    const { inP, inQ } = before;
    found.push({ p: p - inP, q: q - inQ, inP, inQ });
  }
  return found.filter((difference) => isWorded(letters, marks, difference));
}

/** The smallest difference that begins at two places, going in a direction, behind which enough is in common again. */
function nextTo(letters: Uint16Array, p: number, q: number, direction: 1 | -1, known: number): Difference | undefined {
  for (let most = 1; most <= mostDiffering; most++) {
    for (let way = 0; way <= 2 * most; way++) {
      // First as many letters on both sides, then ever fewer on one of them.
      const fewer = most - ((way + 1) >> 1);
      const inP = way % 2 === 0 && way > 0 ? fewer : most;
      const inQ = way % 2 === 1 ? fewer : most;
      const nextP = p + inP * direction;
      const nextQ = q + inQ * direction;
      if (letters[nextP] !== letters[nextQ]) continue;
      if (leavesText(letters, p, inP, direction) || leavesText(letters, q, inQ, direction)) continue;
      if (isEnough(known, commonWeight(letters, nextP, nextQ, direction))) return { p, q, inP, inQ };
    }
  }
  return undefined;
}

/** How many letters from the edge of a run on, at most, decide on whether a difference is found there: in the text of `q`. */
export function lookedAt(letters: Uint16Array, p: number, q: number, direction: 1 | -1): number {
  let most = 0;
  for (let inP = 0; inP <= mostDiffering; inP++) {
    for (let inQ = 0; inQ <= mostDiffering; inQ++) {
      let length = 0;
      while (letters[p + (inP + length) * direction] === letters[q + (inQ + length) * direction]) {
        if (!letters[q + (inQ + length) * direction]) break;
        length++;
      }
      most = Math.max(most, inQ + length + 1);
    }
  }
  return most;
}

const isEnough = (known: number, beyond: number): boolean =>
  beyond >= least.side && known + beyond >= least.shared && known + beyond < phrase;

/** A kana is mostly grammar: phrases have many in common that have nothing else. */
const kanaWeight = 3;
let phraseWeights: Uint8Array | undefined;

function weightsInPhrases(): Uint8Array {
  phraseWeights ??= weights().slice().fill(kanaWeight, 0x3041, 0x3100);
  return phraseWeights;
}

function weightOf(letters: Uint16Array, from: number, to: number): number {
  const weight = weightsInPhrases();
  let sum = 0;
  for (let index = from; index < to && sum < phrase * hanWeight; index++) sum += weight[letters[index]!]!;
  return sum / hanWeight;
}

/** Weight of the letters that agree from two places on, in a direction. */
function commonWeight(letters: Uint16Array, p: number, q: number, direction: 1 | -1): number {
  const weight = weightsInPhrases();
  let sum = 0;
  for (let step = 0; sum < phrase * hanWeight; step += direction) {
    const letter = letters[p + step];
    if (!letter || letter !== letters[q + step]) break;
    sum += weight[letter]!;
  }
  return sum / hanWeight;
}

const number = /^[\d〇零一二三四五六七八九十百千万两]*$/;

/** Whether it is words that differ: numbers differ by right, and of scripts with spaces only whole words count. */
function isWorded(letters: Uint16Array, marks: Uint8Array, { p, q, inP, inQ }: Difference): boolean {
  const whole = (at: number) => isWide(letters[at]!) || letters[at] === 0 || (marks[at]! & mark.gap) !== 0;
  if (![p, p + inP, q, q + inQ].every(whole)) return false;
  const here = String.fromCharCode(...letters.subarray(p, p + inP));
  const there = String.fromCharCode(...letters.subarray(q, q + inQ));
  if (isSaidTwice(letters, p, inP, inQ) || isSaidTwice(letters, q, inQ, inP)) return false;
  return !number.test(here + there) && !(isWide(letters[p]!) && areOther(here, there));
}

/** Whether one phrase has a word twice that the other has once: 紧跟紧跟 is no other wording of 紧跟, and is found by itself. */
function isSaidTwice(letters: Uint16Array, at: number, length: number, inOther: number): boolean {
  if (inOther > 0) return false;
  const repeats = (from: number) => {
    for (let index = 0; index < length; index++) if (letters[at + index] !== letters[from + index]) return false;
    return true;
  };
  return repeats(at - length) || repeats(at + length);
}

const opposite =
  /^[上下前后後左右东東西南北内內外大小多少有无無不正负負甲乙丙丁男女长長短高低新旧舊进進出入增减減已未始终終首末]{2}$/;

/** Whether Chinese words say something else rather than the same in another way: opposites, and long words that share no character. */
function areOther(here: string, there: string): boolean {
  if (here.length === 1 && there.length === 1) return opposite.test(here + there);
  const long = Math.max(here.length, there.length) === mostDiffering && Math.min(here.length, there.length) > 1;
  return long && ![...here].some((letter) => there.includes(letter));
}

/** Variants as each manuscript sees them, by path; `variants` by the manuscripts of the stream. */
export function phraseVariants(stream: Stream, variants: readonly LoneVariant[]): Map<string, PhraseVariant[]> {
  const { starts, traces, letters } = stream;
  const found = new Map<string, PhraseVariant[]>();
  for (const { manuscript, other, inHere, inThere, ...places } of variants) {
    const here = starts[manuscript]! + places.here;
    const there = starts[other]! + places.there;
    const room = isWide(letters[here - 1]!) ? shown : shownSpaced;
    const near = (at: number, length: number, of: number) =>
      textOf(stream, Math.max(starts[of]!, at - room), Math.min(starts[of + 1]! - 1, at + length + room));
    const inside = placeOf(stream, { ...withNeighbours(stream, here, inHere), manuscript });
    const list = found.get(traces[manuscript]!.path) ?? [];
    list.push({
      start: inside.start.offset!,
      end: inside.end.offset!,
      here: textOf(stream, here, here + inHere),
      there: textOf(stream, there, there + inThere),
      phrase: near(here, inHere, manuscript),
      otherPhrase: near(there, inThere, other),
      other: placeOf(stream, { ...withNeighbours(stream, there, inThere), manuscript: other }),
      inside: manuscript === other,
    });
    found.set(traces[manuscript]!.path, list);
  }
  for (const list of found.values()) list.sort((a, b) => a.start - b.start);
  return found;
}

/** Some letters with the one, or the word, before and behind them: something to point at even where nothing stands. */
function withNeighbours({ letters, marks }: Stream, at: number, length: number): { from: number; to: number } {
  const inWord = (index: number) => !isWide(letters[index]!) && letters[index]! > 0 && (marks[index]! & mark.gap) === 0;
  let from = at - 1;
  while (inWord(from)) from--;
  let to = at + length + 1;
  while (inWord(to)) to++;
  return { from, to };
}

/** A stretch of the stream as it reads, with a blank where something stands between its letters. */
function textOf({ letters, marks }: Stream, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) {
    const letter = letters[index]!;
    const parted = isWide(letter) ? (marks[index]! & mark.parted) !== 0 : (marks[index]! & mark.gap) !== 0;
    if (parted && index > from) text += ' ';
    const character = String.fromCharCode(letter);
    text += marks[index]! & mark.capital ? character.toUpperCase() : character;
  }
  return text;
}
