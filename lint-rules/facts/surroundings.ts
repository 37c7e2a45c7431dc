import { isWide } from './letters.js';
import { mark } from './marks.js';
import type { Side } from './passages.js';
import type { Stream } from './stream.js';

/** Letters before and behind a copy that are compared with it. */
const around = 1000;
/** Letters of a copy that are compared: more say nothing more. */
const most = 1000;
/** What stands nearer says more: the weight of a letter falls to half over so many. */
const halfway = 300;

/**
 * How well each of two copies fits where it stands, from 0 to 1: the share of its pairs of letters, or of its words, that its surroundings have too, the nearer
 * the more. What both surroundings have tells nothing, and what few places have tells most.
 */
export function fits(stream: Stream, later: Side, earlier: Side): { later: number; earlier: number } {
  const features = new Map<number, { later: number; earlier: number }>();
  const to = Math.min(later.to, later.from + most);
  eachFeature(stream, later.from, to, (feature) => features.set(feature, { later: 0, earlier: 0 }));
  collect(stream, features, later, earlier, 'later');
  collect(stream, features, earlier, later, 'earlier');
  let [forLater, forEarlier] = [0, 0];
  for (const found of features.values()) {
    if (found.later > found.earlier) forLater += found.later - found.earlier;
    else forEarlier += found.earlier - found.later;
  }
  const all = forLater + forEarlier;
  return all === 0 ? { later: 0, earlier: 0 } : { later: forLater / all, earlier: forEarlier / all };
}

function collect(
  stream: Stream,
  features: Map<number, { later: number; earlier: number }>,
  side: Side,
  other: Side,
  into: 'later' | 'earlier',
): void {
  const add = (from: number, to: number) =>
    eachFeature(stream, from, to, (feature, at) => {
      if (at >= other.from && at < other.to) return;
      const found = features.get(feature);
      if (!found) return;
      const distance = at < side.from ? side.from - at : at - side.to;
      found[into] = Math.max(found[into], 1 / (1 + distance / halfway));
    });
  add(Math.max(stream.starts[side.manuscript]!, side.from - around), side.from);
  add(side.to, Math.min(stream.starts[side.manuscript + 1]! - 1, side.to + around));
}

/** Pairs of wide letters, and words of others from four letters on, as numbers. */
function eachFeature(
  { letters, marks }: Stream,
  from: number,
  to: number,
  found: (feature: number, at: number) => void,
): void {
  let word = 0;
  let length = 0;
  for (let index = from; index < to; index++) {
    const letter = letters[index]!;
    if (isWide(letter)) {
      if (index + 1 < to && isWide(letters[index + 1]!) && (marks[index + 1]! & mark.parted) === 0) {
        found(letter * 0x10000 + letters[index + 1]!, index);
      }
      length = 0;
      continue;
    }
    if ((marks[index]! & mark.gap) !== 0) length = 0;
    word = length === 0 ? letter : (Math.imul(word, 31) + letter) | 0;
    length++;
    const ends = index + 1 >= to || (marks[index + 1]! & mark.gap) !== 0 || isWide(letters[index + 1]!);
    if (ends && length >= 4) found(-Math.abs(word) - 1, index);
  }
}
