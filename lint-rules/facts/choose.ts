import type { Passage, Side } from './passages.js';

/** A stretch that has so many copies, in so many manuscripts, is a formula that they share by right, unless it is longer than that. */
const formula = { manuscripts: 4, copies: 5, letters: 300 };
/** Of two passages on the same stretch the shorter one goes when so much of it lies in the longer one. */
const covered = 0.5;

/** Of the passages found those to tell of: for one stretch one other place, and no formulas. In the order of the later copy. */
export function lonePassages(passages: Passage[]): Passage[] {
  const kept = withoutCovered(passages);
  return withoutFormulas(kept);
}

function withoutCovered(passages: Passage[]): Passage[] {
  const ordered = [...passages].sort((a, b) => a.later.from - b.later.from || b.later.to - a.later.to);
  const kept: Passage[] = [];
  for (const passage of ordered) {
    let gone = false;
    while (kept.length > 0) {
      const last = kept.at(-1)!;
      const overlap = last.later.to - passage.later.from;
      const shorter = Math.min(last.letters, passage.letters) === passage.letters ? passage : last;
      if (overlap <= length(shorter.later) * covered) break;
      if (shorter === passage) {
        gone = true;
        break;
      }
      kept.pop();
    }
    if (!gone) kept.push(passage);
  }
  return kept;
}

const length = ({ from, to }: Side): number => to - from;

/** Follows each passage to the copy that it was taken from, and that one's, to see how many there are. */
function withoutFormulas(passages: Passage[]): Passage[] {
  const family = new Map<Passage, Family>();
  let index = 0;
  const byEarlier = [...passages].sort((a, b) => a.earlier.from - b.earlier.from);
  const origin = new Map<Passage, Passage | undefined>();
  for (const passage of byEarlier) {
    while (index < passages.length - 1 && passages[index]!.later.to <= passage.earlier.from) index++;
    const candidate = passages[index];
    const overlap = candidate
      ? Math.min(candidate.later.to, passage.earlier.to) - Math.max(candidate.later.from, passage.earlier.from)
      : 0;
    if (candidate !== passage && overlap > length(passage.earlier) * covered) origin.set(passage, candidate);
  }
  for (const passage of passages) {
    const from = origin.get(passage);
    const known = (from && family.get(from)) ?? { copies: 1, manuscripts: new Set([passage.earlier.manuscript]) };
    known.copies++;
    known.manuscripts.add(passage.later.manuscript);
    family.set(passage, known);
  }
  return passages.filter((passage) => {
    const { copies, manuscripts } = family.get(passage)!;
    if (passage.kind === 'doubled' || passage.letters >= formula.letters) return true;
    return manuscripts.size < formula.manuscripts && copies < formula.copies;
  });
}

interface Family {
  copies: number;
  manuscripts: Set<number>;
}
