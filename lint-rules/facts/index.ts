import type { Prose } from '../text/prose.js';
import { lonePassages } from './choose.js';
import { loneVariants } from './lone-variants.js';
import { recurringHeads } from './running-heads.js';
import { passagesIn, type Shared, sharedBy } from './shared.js';
import { startsOf } from './stream.js';
import { usesOfSwallowed } from './swallowed.js';
import { keysOf, type Telling, tell, toldAbout } from './telling.js';
import { traceOf } from './trace.js';
import type { ManuscriptFacts, Trace } from './types.js';
import { repeatedParagraphs } from './whole-paragraphs.js';

export { packTrace, unpackTrace } from './pack.js';
export type { Shared } from './shared.js';
export { traceOf } from './trace.js';

/** What a run finds out about a volume that the next one need not find out again. Plain data. */
export interface FoundOut {
  /** What the manuscripts have in common, in their order. */
  shared: Shared[];
  /** A number for what each is told. */
  keys: number[];
}

/** What an earlier run found out about the same manuscripts, and the traces that those had then which have changed since, by index. */
export type Before = FoundOut & { changed: ReadonlyMap<number, Trace> };

/**
 * What a volume says about each of its manuscripts, by path: from their traces alone, in the order of the volume. Linear in the letters of the volume.
 */
export function factsOf(traces: readonly Trace[]): Map<string, ManuscriptFacts> {
  return factsSince(traces).facts;
}

/**
 * Likewise, with what is to be kept for the next run. With what an earlier one kept only those facts are told that may have changed since, and those of the
 * manuscripts that are `asked` for; they are the same as without it.
 */
export function factsSince(
  traces: readonly Trace[],
  before?: Before,
  asked: ReadonlySet<string> = new Set(),
): { facts: Map<string, ManuscriptFacts>; foundOut: FoundOut } {
  const starts = startsOf(traces);
  const shared = sharedBy(traces, before);
  const passages = passagesIn(starts, shared);
  passages.push(...repeatedParagraphs(traces, starts, passages));
  const telling: Telling = {
    starts,
    passages: lonePassages(passages),
    variants: loneVariants(traces, starts, shared),
    heads: recurringHeads(traces),
    uses: usesOfSwallowed(traces),
  };
  const keys = keysOf(traces, telling);
  const changed = new Set(before?.changed.keys());
  const toldAnew = toldAbout(telling, changed);
  for (const [index, { path }] of traces.entries()) {
    if (asked.has(path) || changed.has(index) || before?.keys[index] !== keys[index]) toldAnew.add(index);
  }
  return { facts: tell(traces, telling, toldAnew), foundOut: { shared, keys } };
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
