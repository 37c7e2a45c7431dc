import { hashOf } from './hash.js';
import type { Shared } from './shared.js';
import type { Trace } from './types.js';

/** A difference to tell of: where the form stands that is told of, and the other one, by manuscript and letter, and how many letters each has. */
export interface LoneVariant {
  manuscript: number;
  here: number;
  inHere: number;
  other: number;
  there: number;
  inThere: number;
}

/** Of the differences those to tell of, once for each place: of two forms the rarer one, of equally frequent ones the later. */
export function loneVariants(traces: readonly Trace[], starts: Int32Array, shared: readonly Shared[]): LoneVariant[] {
  const places = new Set<number>();
  const frequency = new Map<number, number>();
  /** A number for the letters that differ, with two on either side; each place counts once. */
  const form = (manuscript: number, at: number, length: number): number => {
    const hash = hashOf(traces[manuscript]!.letters, at - 2, at + length + 2);
    const place = (starts[manuscript]! + at) * 8 + length;
    if (!places.has(place)) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
    places.add(place);
    return hash;
  };
  const found: { later: LoneVariant; form: number; otherForm: number }[] = [];
  for (const [manuscript, { differences }] of shared.entries()) {
    for (let at = 0; at < differences.length; at += 5) {
      const [here, other, there] = [differences[at]!, differences[at + 1]!, differences[at + 2]!];
      const [inHere, inThere] = [differences[at + 3]!, differences[at + 4]!];
      const later = { manuscript, here, inHere, other, there, inThere };
      found.push({ later, form: form(manuscript, here, inHere), otherForm: form(other, there, inThere) });
    }
  }
  const told = new Set<number>();
  return found.flatMap(({ later, form, otherForm }) => {
    const rarer = frequency.get(form)! <= frequency.get(otherForm)!;
    const variant = rarer ? later : turned(later);
    const place = starts[variant.manuscript]! + variant.here;
    if (told.has(place)) return [];
    told.add(place);
    return [variant];
  });
}

const turned = ({ manuscript, here, inHere, other, there, inThere }: LoneVariant): LoneVariant => ({
  manuscript: other,
  here: there,
  inHere: inThere,
  other: manuscript,
  there: here,
  inThere: inHere,
});
