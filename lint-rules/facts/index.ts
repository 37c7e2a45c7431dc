import type { Prose } from '../text/prose.js';
import { lonePassages } from './choose.js';
import { passagesOf } from './passages.js';
import { repeatedPassages } from './repeated.js';
import { recurringHeads } from './running-heads.js';
import { differencesOf, type Earlier, passagesIn, type Shared, sharedBy } from './shared.js';
import { streamOf } from './stream.js';
import { usesOfSwallowed } from './swallowed.js';
import { traceOf } from './trace.js';
import type { ManuscriptFacts, Trace } from './types.js';
import { phraseVariants } from './variants.js';
import { repeatedParagraphs } from './whole-paragraphs.js';

export { packTrace, unpackTrace } from './pack.js';
export type { Earlier, Shared } from './shared.js';
export { traceOf } from './trace.js';

/**
 * What a volume says about each of its manuscripts, by path: from their traces alone, in the order of the volume. Linear in the letters of the volume.
 */
export function factsOf(traces: Trace[]): Map<string, ManuscriptFacts> {
  return factsSince(traces).facts;
}

/** Likewise, with what is to be kept so that the next run has less to do, and with what an earlier one kept: the facts are the same. */
export function factsSince(
  traces: Trace[],
  earlier?: Earlier,
): { facts: Map<string, ManuscriptFacts>; shared: Shared[] } {
  const facts = new Map<string, ManuscriptFacts>();
  for (const { path } of traces) facts.set(path, { passages: [], variants: [], runningHeads: [] });
  const stream = streamOf(traces);
  const shared = sharedBy(stream, earlier);
  const passages = passagesIn(stream, shared);
  for (const match of repeatedParagraphs(stream, passages)) passages.push(...passagesOf(stream, match));
  for (const [path, found] of repeatedPassages(stream, lonePassages(passages))) facts.get(path)!.passages = found;
  const differences = differencesOf(stream, shared);
  for (const [path, found] of phraseVariants(stream, differences)) facts.get(path)!.variants = found;
  for (const [path, found] of recurringHeads(traces)) facts.get(path)!.runningHeads = found;
  for (const [path, uses] of usesOfSwallowed(traces)) facts.get(path)!.uses = uses;
  return { facts, shared };
}

const alone = new WeakMap<Prose, ManuscriptFacts>();

/** What a manuscript says about itself, when it is looked at without a volume; gathered once for all rules. */
export function factsOfOne(prose: Prose, path: string): ManuscriptFacts {
  const known = alone.get(prose);
  if (known) return known;
  const facts = factsOf([traceOf(prose, path)]).get(path)!;
  alone.set(prose, facts);
  return facts;
}
