import { createHash } from 'node:crypto';
import type { ManuscriptFacts } from '../../lint-rules/facts/types.js';

/** A name for what a volume says about a manuscript: the same for the same facts, empty for none. */
export function factsKey(facts: ManuscriptFacts | undefined): string {
  return facts ? createHash('sha256').update(JSON.stringify(facts)).digest('base64url') : '';
}
