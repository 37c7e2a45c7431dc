import type { FoundOut } from '../../lint-rules/facts/index.js';
import type { Trace } from '../../lint-rules/facts/types.js';
import type { InVolumeResult } from './examine.js';
import type { AloneResult } from './run-rules.js';
import type { Seen } from './sources.js';

/** What is known of one manuscript, from this run or an earlier one. */
export interface Known extends Seen {
  alone: AloneResult;
  inVolume?: InVolumeResult;
  trace: Trace;
}

/** What is known of a volume. */
export interface KnownVolume {
  entries: Map<string, Known>;
  /** Names the texts, all together, that every `inVolume` was found with. */
  textsKey?: string;
  /** What the manuscripts at these paths, in this order, say about each other. */
  foundOut?: FoundOut & { paths: string[] };
  /** What the manuscripts that have changed since contributed to that. */
  former?: Map<string, Trace>;
}
