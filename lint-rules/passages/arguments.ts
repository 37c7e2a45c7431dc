import type { Evidence, RepeatedPassage, VolumePlace } from '../facts/types.js';
import { excerpt } from './excerpt.js';

/** What the sentences about a passage need. */
export interface PassageArguments {
  quote: string;
  /** Letters and digits in common. */
  count: number;
  /** Where the other copy stands: its manuscript, when it is another one, and the line. */
  path?: string;
  line: number;
  evidence: Evidence[];
}

export function argumentsOf(passage: RepeatedPassage, source: string): PassageArguments {
  const { other, inside } = passage;
  return {
    quote: excerpt(source.slice(passage.start, passage.end)),
    count: passage.count,
    ...(!inside && { path: other.path }),
    line: other.start.line,
    evidence: passage.evidence,
  };
}

/** The other copy as the cause of a finding. */
export function causeOf({
  other,
  inside,
}: Pick<RepeatedPassage, 'other' | 'inside'>): VolumePlace | { start: number; end: number } {
  return inside ? { start: other.start.offset!, end: other.end.offset! } : other;
}
