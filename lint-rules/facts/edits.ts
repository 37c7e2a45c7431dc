import type { Trace } from './types.js';

/** How a manuscript differs from what it was: what is between the paragraphs that have stayed at its beginning and at its end. */
export interface Edit {
  before: Trace;
  /** Where the letters begin that have changed, and where they end now and ended before. */
  from: number;
  to: number;
  toBefore: number;
  /** Likewise the grams, by number. */
  gramsFrom: number;
  gramsTo: number;
  gramsToBefore: number;
}

export function editOf(before: Trace, now: Trace): Edit {
  const [length, lengthBefore] = [now.letters.length, before.letters.length];
  const from = paragraphsAlike(before, now);
  const tail = paragraphsAlikeAtEnd(before, now, from);
  const [places, placesBefore] = [placesOf(now), placesOf(before)];
  const [grams, gramsBefore] = [now.grams, before.grams];
  const most = Math.min(grams.length, gramsBefore.length);
  let head = 0;
  while (head < most && grams[head] === gramsBefore[head] && places[head] === placesBefore[head]) head++;
  let end = 0;
  const alike = (gram: number, gramBefore: number) =>
    grams[gram] === gramsBefore[gramBefore] && places[gram]! - length === placesBefore[gramBefore]! - lengthBefore;
  while (end < most - head && alike(grams.length - 1 - end, gramsBefore.length - 1 - end)) end++;
  return {
    before,
    from,
    to: length - tail,
    toBefore: lengthBefore - tail,
    gramsFrom: head,
    gramsTo: grams.length - end,
    gramsToBefore: gramsBefore.length - end,
  };
}

/** Where each gram begins. */
export function placesOf({ steps }: Trace): Uint32Array {
  const places = new Uint32Array(steps.length);
  let place = 0;
  for (let gram = 0; gram < steps.length; gram++) {
    place += steps[gram]!;
    places[gram] = place;
  }
  return places;
}

/** Letters of the paragraphs that two texts have in common at their beginning. */
function paragraphsAlike(one: Trace, other: Trace): number {
  const most = Math.min(one.letters.length, other.letters.length);
  let alike = 0;
  while (alike < most && one.letters[alike] === other.letters[alike] && one.marks[alike] === other.marks[alike])
    alike++;
  let end = 0;
  for (let index = 0; index < Math.min(one.features.length, other.features.length); index++) {
    const next = endOf(one, index);
    if (next > alike || endOf(other, index) !== next || one.features[index] !== other.features[index]) break;
    end = next;
  }
  return end;
}

/** Likewise at their end, apart from the first `taken` letters of either. */
function paragraphsAlikeAtEnd(one: Trace, other: Trace, taken: number): number {
  const [inOne, inOther] = [one.letters.length, other.letters.length];
  const most = Math.min(inOne, inOther) - taken;
  const same = (back: number) =>
    one.letters[inOne - back] === other.letters[inOther - back] &&
    one.marks[inOne - back] === other.marks[inOther - back];
  let alike = 0;
  while (alike < most && same(alike + 1)) alike++;
  let length = 0;
  for (let back = 1; back <= Math.min(one.features.length, other.features.length); back++) {
    const [index, at] = [one.features.length - back, other.features.length - back];
    const next = inOne - one.paragraphs[index]!;
    if (next > alike || inOther - other.paragraphs[at]! !== next || one.features[index] !== other.features[at]) break;
    length = next;
  }
  return length;
}

const endOf = ({ paragraphs, letters }: Trace, index: number): number => paragraphs[index + 1] ?? letters.length;
