import { hashOf } from './hash.js';
import type { LoneVariant } from './lone-variants.js';
import { moved, type Passage } from './passages.js';
import { repeatedPassages } from './repeated.js';
import { partOf } from './stream.js';
import type { ManuscriptFacts, RunningHead, Trace } from './types.js';
import { phraseVariants } from './variants.js';

/** What is to be told of a volume's manuscripts, before it is put into their places and words. */
export interface Telling {
  starts: Int32Array;
  /** With their places in the stream of all. */
  passages: readonly Passage[];
  variants: readonly LoneVariant[];
  /** By path. */
  heads: ReadonlyMap<string, RunningHead[]>;
  uses: ReadonlyMap<string, Record<string, number>>;
}

/** A number for what is to be told of each manuscript: the same as long as the same is to be told and no text has changed that it is about. */
export function keysOf(traces: readonly Trace[], { starts, passages, variants, heads, uses }: Telling): number[] {
  // One by itself is told of itself alone, and anew whenever it changes.
  if (traces.length === 1) return [0];
  const told: number[][] = traces.map(() => []);
  for (const passage of passages) {
    const own = moved(passage, (manuscript) => ({ by: -starts[manuscript]!, manuscript }));
    const characters = unitsOf(own);
    for (const { manuscript } of [passage.later, passage.earlier]) told[manuscript]!.push(...characters);
  }
  for (const { manuscript, here, inHere, other, there, inThere } of variants) {
    told[manuscript]!.push(here, inHere, other, there, inThere);
  }
  for (const [index, { path }] of traces.entries()) {
    for (const { start, end, count } of heads.get(path) ?? []) told[index]!.push(start, end, count);
    if (uses.has(path)) told[index]!.push(...unitsOf(uses.get(path)!));
  }
  return told.map((values) => hashOf(values));
}

const unitsOf = (data: object): number[] => Array.from(JSON.stringify(data), (character) => character.charCodeAt(0));

/** The manuscripts, by index, that are told something about one of `others`. */
export function toldAbout({ passages, variants }: Telling, others: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (const { later, earlier } of passages) {
    if (others.has(earlier.manuscript)) found.add(later.manuscript);
    if (others.has(later.manuscript)) found.add(earlier.manuscript);
  }
  for (const { manuscript, other } of variants) if (others.has(other)) found.add(manuscript);
  return found;
}

/** What some of the manuscripts are told, by path. */
export function tell(
  traces: readonly Trace[],
  { starts, heads, uses, ...telling }: Telling,
  some: ReadonlySet<number>,
): Map<string, ManuscriptFacts> {
  const passages = telling.passages.filter(
    ({ later, earlier }) => some.has(later.manuscript) || some.has(earlier.manuscript),
  );
  const variants = telling.variants.filter(({ manuscript }) => some.has(manuscript));
  const members = new Set(some);
  for (const { later, earlier } of passages) members.add(later.manuscript).add(earlier.manuscript);
  for (const { other } of variants) members.add(other);
  const { stream, indexes } = partOf(traces, members);
  const to = (one: number) => {
    const manuscript = indexes.get(one)!;
    return { by: stream.starts[manuscript]! - starts[one]!, manuscript };
  };
  const repeated = repeatedPassages(
    stream,
    passages.map((passage) => moved(passage, to)),
  );
  const phrases = phraseVariants(
    stream,
    variants.map((one) => ({ ...one, manuscript: indexes.get(one.manuscript)!, other: indexes.get(one.other)! })),
  );
  const facts = new Map<string, ManuscriptFacts>();
  for (const [index, { path }] of traces.entries()) {
    if (!some.has(index)) continue;
    facts.set(path, {
      passages: repeated.get(path) ?? [],
      variants: phrases.get(path) ?? [],
      runningHeads: heads.get(path) ?? [],
      ...(uses.has(path) && { uses: uses.get(path)! }),
    });
  }
  return facts;
}
