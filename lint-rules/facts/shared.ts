import { affected } from './affected.js';
import { type Edit, editOf } from './edits.js';
import { fingerprintsOf } from './fingerprints.js';
import { findMatches } from './matches.js';
import { nearest } from './nearest.js';
import { moved, type Passage, passagesOf } from './passages.js';
import { lastNotAbove, partOf } from './stream.js';
import type { Trace } from './types.js';
import { differencesIn } from './variants.js';

/** What one manuscript has in common with itself and with earlier ones. Places are letters of the manuscripts. Plain data. */
export interface Shared {
  /** In its own letters the later side, in those of the other manuscript the earlier one. */
  passages: Passage[];
  /** Five numbers each: the letter here, the index of the other manuscript and the letter there, how many letters differ here and there. */
  differences: Uint32Array;
}

/** What an earlier run found out about the same manuscripts, by their indexes, and the traces that those had then which have changed since. */
export interface Earlier {
  shared: readonly Shared[];
  changed: ReadonlyMap<number, Trace>;
}

/**
 * What each manuscript has in common with itself and with earlier ones. With what an `earlier` run found out only the manuscripts are gone through that
 * have changed, or that an edit may have given other matches; the result is the same.
 */
export function sharedBy(traces: readonly Trace[], earlier?: Earlier): Shared[] {
  if (!earlier) return matched(traces);
  const edits = editsOf(traces, earlier);
  const anew = affected(traces, edits);
  const found = matched(traces, anew);
  return earlier.shared.map((one, index) => (anew.has(index) ? found[index]! : followed(one, edits)));
}

/** What those that are `wanted` have in common with others, or all of them; nothing for the others. */
function matched(traces: readonly Trace[], wanted?: ReadonlySet<number>): Shared[] {
  const { part, prints } = wanted ? nearest(traces, wanted) : everything(traces);
  const { stream, members } = part;
  const { letters, starts } = stream;
  const found = traces.map(() => ({ passages: [] as Passage[], differences: [] as number[] }));
  const close: Parameters<typeof findMatches>[2] = (match) => {
    const index = lastNotAbove(starts, match.p0);
    const { passages, differences } = found[members[index]!]!;
    for (const { p, q, inP, inQ } of differencesIn(stream, match)) {
      const other = lastNotAbove(starts, q);
      differences.push(p - starts[index]!, members[other]!, q - starts[other]!, inP, inQ);
    }
    for (const passage of passagesOf(stream, match)) {
      passages.push(moved(passage, (one) => ({ by: -starts[one]!, manuscript: members[one]! })));
    }
  };
  findMatches(letters, prints, close, undefined, {
    starts,
    ...(wanted && { passesOver: (index: number) => !wanted.has(members[index]!) }),
  });
  return found.map(({ passages, differences }) => ({ passages, differences: Uint32Array.from(differences) }));
}

function everything(traces: readonly Trace[]) {
  const part = partOf(traces, traces.keys());
  return { part, prints: fingerprintsOf(part.stream) };
}

/** How the manuscripts differ from what they were, but for those whose letters have stayed. */
function editsOf(traces: readonly Trace[], { changed }: Earlier): Map<number, Edit> {
  const edits = new Map<number, Edit>();
  for (const [index, before] of changed) {
    const edit = editOf(before, traces[index]!);
    if (edit.from < edit.to || edit.from < edit.toBefore) edits.set(index, edit);
  }
  return edits;
}

/** The same with its places in manuscripts that have changed as they are now; none of them lies in what has changed. */
function followed(shared: Shared, edits: ReadonlyMap<number, Edit>): Shared {
  const by = (index: number, place: number) => {
    const edit = edits.get(index);
    return edit && place >= edit.toBefore ? edit.to - edit.toBefore : 0;
  };
  const { passages, differences } = shared;
  const steps: number[] = [];
  for (let at = 0; at < differences.length; at += 5) steps.push(by(differences[at + 1]!, differences[at + 2]!));
  const moves = passages.map(({ earlier }) => by(earlier.manuscript, earlier.from));
  if (!steps.some(Boolean) && !moves.some(Boolean)) return shared;
  return {
    passages: passages.map((passage, index) => {
      const { earlier } = passage;
      return {
        ...passage,
        earlier: { ...earlier, from: earlier.from + moves[index]!, to: earlier.to + moves[index]! },
      };
    }),
    differences: differences.map((value, at) => (at % 5 === 2 ? value + steps[(at - 2) / 5]! : value)),
  };
}

/** The passages of all manuscripts, in the order in which they were found, with their places in the stream. */
export function passagesIn(starts: Int32Array, shared: readonly Shared[]): Passage[] {
  const to = (manuscript: number) => ({ by: starts[manuscript]!, manuscript });
  return shared.flatMap(({ passages }) => passages.map((passage) => moved(passage, to)));
}
