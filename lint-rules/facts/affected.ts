import { type Edit, placesOf } from './edits.js';
import { GramFilter } from './gram-filter.js';
import { common, depth, neverJoined, runAt } from './matches.js';
import type { Trace } from './types.js';
import { lookedAt } from './variants.js';
import { widen } from './widen.js';

/** Letters beyond a widened run that are looked at in vain, at most, for an edit over which it could be widened further. */
const inVain = 20;
/** Letters that are compared to tell whether a manuscript is affected, as a multiple of its own: it is soon gone through itself. */
const patience = 100;

/** What is known of a gram of a manuscript that has changed, while the manuscripts are gone through. */
interface Gram {
  /** How often it has stood, and how much more often than before. */
  count: number;
  more: number;
  /** How often it had stood when it last came or went. */
  changedAt: number;
  /** The nearest places in changed manuscripts where it has stayed, with how often it had stood there. */
  stayed: { manuscript: number; place: number; at: number }[];
}

/**
 * The manuscripts, by index, whose matches may be other ones than before: those that have changed, those that have a gram for which an edit changes
 * which earlier ones are looked at, and those with a run in common with a changed one that reaches what has changed. Linear in the grams.
 */
export function affected(traces: readonly Trace[], edits: ReadonlyMap<number, Edit>): Set<number> {
  const found = new Set(edits.keys());
  const known = new Map<number, Gram>();
  for (const [index, { before, gramsFrom, gramsToBefore }] of edits) {
    for (const grams of [traces[index]!.grams, before.grams.subarray(gramsFrom, gramsToBefore)]) {
      for (const hash of grams) known.set(hash, { count: 0, more: 0, changedAt: Number.NEGATIVE_INFINITY, stayed: [] });
    }
  }
  const filter = new GramFilter(known.keys());
  for (const [index, trace] of traces.entries()) {
    const edit = edits.get(index);
    if (edit) follow(index, trace, edit, known);
    else if (isAffected(trace, known, filter, traces, edits)) found.add(index);
  }
  return found;
}

/** Counts the grams of a manuscript that has changed. */
function follow(manuscript: number, trace: Trace, edit: Edit, known: Map<number, Gram>): void {
  const places = placesOf(trace);
  for (const [index, hash] of trace.grams.entries()) {
    const gram = known.get(hash)!;
    gram.count++;
    if (index >= edit.gramsFrom && index < edit.gramsTo) {
      gram.more++;
      gram.changedAt = gram.count;
    } else {
      gram.stayed.push({ manuscript, place: places[index]!, at: gram.count });
      if (gram.stayed.length > depth) gram.stayed.shift();
    }
  }
  for (const hash of edit.before.grams.subarray(edit.gramsFrom, edit.gramsToBefore)) {
    const gram = known.get(hash)!;
    gram.more--;
    gram.changedAt = gram.count;
  }
}

function isAffected(
  trace: Trace,
  known: ReadonlyMap<number, Gram>,
  filter: GramFilter,
  traces: readonly Trace[],
  edits: ReadonlyMap<number, Edit>,
): boolean {
  const { grams } = trace;
  let affected = false;
  let places: Uint32Array | undefined;
  const beside = new Map<number, Beside>();
  for (let index = 0; index < grams.length; index++) {
    const gram = filter.mayHave(grams[index]!) ? known.get(grams[index]!) : undefined;
    if (!gram) continue;
    const { count, more, changedAt } = gram;
    affected ||= count - changedAt < depth || count < common !== count - more < common;
    for (const { manuscript, place, at } of gram.stayed) {
      if (affected || count - at >= depth) continue;
      places ??= placesOf(trace);
      const pair = beside.get(manuscript) ?? new Beside(traces[manuscript]!, edits.get(manuscript)!, trace);
      beside.set(manuscript, pair);
      affected = pair.reachesEdit(place, places[index]!);
    }
    gram.count++;
  }
  return affected;
}

/** A manuscript that has changed, and one that is compared with it. */
class Beside {
  readonly #letters: Uint16Array;
  readonly #start: number;
  /** Letters beyond a run that may matter: where text has stayed before and behind the edit, runs may come to be joined over it, or no longer be. */
  readonly #margin: number;
  #left: number;

  constructor(
    changed: Trace,
    readonly edit: Edit,
    other: Trace,
  ) {
    const { length } = changed.letters;
    this.#start = length + 1;
    this.#letters = new Uint16Array(this.#start + other.letters.length + 1);
    this.#letters.set(changed.letters);
    this.#letters.set(other.letters, this.#start);
    this.#margin = edit.from > 0 && edit.to < length ? neverJoined : inVain;
    this.#left = other.letters.length * patience;
  }

  /** Whether what the two have in common at a place of either may have to do with what has changed. */
  reachesEdit(inChanged: number, inOther: number): boolean {
    const run = runAt(this.#letters, this.#start + inOther, inChanged);
    if (!run) return false;
    const before = run.q0 - lookedAt(this.#letters, run.p0 - 1, run.q0 - 1, -1);
    const behind = run.q1 + lookedAt(this.#letters, run.p1, run.q1, 1);
    widen(this.#letters, run, false);
    const from = Math.min(before, run.q0 - this.#margin);
    const to = Math.max(behind, run.q1 + this.#margin);
    this.#left -= to - from;
    return this.#left < 0 || (to >= this.edit.from && from <= this.edit.to);
  }
}
