import type { Prose } from '../text/prose.js';
import { lonePassages } from './choose.js';
import { fingerprintsOf } from './fingerprints.js';
import { findMatches } from './matches.js';
import { type Passage, passagesOf } from './passages.js';
import { repeatedPassages } from './repeated.js';
import { recurringHeads } from './running-heads.js';
import { streamOf } from './stream.js';
import { traceOf } from './trace.js';
import type { ManuscriptFacts, Trace } from './types.js';
import { type Difference, differencesIn, phraseVariants } from './variants.js';
import { repeatedParagraphs } from './whole-paragraphs.js';

export { packTrace, unpackTrace } from './pack.js';
export { traceOf } from './trace.js';

/**
 * What a volume says about each of its manuscripts, by path: from their traces alone, in the order of the volume. Linear in the letters of the volume.
 */
export function factsOf(traces: Trace[]): Map<string, ManuscriptFacts> {
  const facts = new Map<string, ManuscriptFacts>();
  for (const { path } of traces) facts.set(path, { passages: [], variants: [], runningHeads: [] });
  const stream = streamOf(traces);
  const passages: Passage[] = [];
  const differences: Difference[] = [];
  findMatches(stream.letters, fingerprintsOf(stream.letters), (match) => {
    differences.push(...differencesIn(stream, match));
    passages.push(...passagesOf(stream, match));
  });
  for (const match of repeatedParagraphs(stream, passages)) passages.push(...passagesOf(stream, match));
  for (const [path, found] of repeatedPassages(stream, lonePassages(passages))) facts.get(path)!.passages = found;
  for (const [path, found] of phraseVariants(stream, differences)) facts.get(path)!.variants = found;
  for (const [path, found] of recurringHeads(traces)) facts.get(path)!.runningHeads = found;
  return facts;
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
