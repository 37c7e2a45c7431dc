import type { ManuscriptFacts } from '../../../lint-rules/facts/types.js';

/** What a volume of these manuscripts, texts by path, says about the one at `path`. */
export function factsFor(_path: string, _texts: Record<string, string>): ManuscriptFacts {
  return { passages: [], variants: [], runningHeads: [] };
}
