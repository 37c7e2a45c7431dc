import type { Prose } from '../text/prose.js';
import type { ManuscriptFacts } from './types.js';

/** What a manuscript says about itself, when it is looked at without a volume. */
export function factsOfOne(_prose: Prose, _path: string): ManuscriptFacts {
  return { passages: [], variants: [], runningHeads: [] };
}
