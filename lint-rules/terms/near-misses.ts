/** A term to look for; `letters` are folded, see `lint-rules/facts/letters.ts`. */
export interface WantedTerm {
  letters: string;
  /** Letters that may be inserted, deleted or replaced. */
  most: number;
}

export interface NearMiss {
  /** Stretch of the text, end exclusive. */
  from: number;
  to: number;
  edits: number;
}

/** Terms that are shorter have too many neighbours. */
const shortest = 4;
const longest = 200;
/** A replaced first or last letter is a near miss only of a term that is long enough. */
const edgeNeeds = 6;

/** How many edits a term may have when it does not say: a quarter of its letters, at least one, none of the shortest terms. */
export function mostEdits(letters: number): number {
  return letters < shortest ? 0 : Math.max(1, Math.floor(letters / 4));
}

/**
 * Stretches of a text that are nearly a term, none of which overlap: the best first, in the order of the text. A letter of the text that is U+0000 parts
 * it. When a term is cut into one piece more than it may have edits, at least one piece stands unchanged in every near miss: only around those the
 * distance is computed, as P. H. Sellers does ("The Theory and Computation of Evolutionary Distances: Pattern Recognition", J. Algorithms 1, 1980).
 */
export function nearMisses(text: string, { letters, most }: WantedTerm): NearMiss[] {
  if (most < 1 || letters.length > longest || most >= letters.length / 2) return [];
  const exact = occurrences(text, letters);
  const tried = new Set<number>();
  const found: NearMiss[] = [];
  const wanted = new Set(Array.from({ length: letters.length }, (_, index) => letters.charCodeAt(index)));
  for (const { piece, offset } of piecesOf(letters, most + 1)) {
    let next = 0;
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
      const begin = Math.max(0, at - offset - most);
      while (next < exact.length && exact[next]! + letters.length <= at) next++;
      if (next < exact.length && exact[next]! <= at) continue;
      if (tried.has(begin)) continue;
      tried.add(begin);
      const end = Math.min(text.length, begin + letters.length + 3 * most);
      if (!holdsEnough(text, begin, end, wanted, letters.length - most)) continue;
      const miss = best(text, begin, end, letters, most);
      if (miss) found.push(miss);
    }
  }
  return chosen(found, exact, letters.length);
}

function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found.push(at);
  return found;
}

function piecesOf(letters: string, count: number): { piece: string; offset: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const offset = Math.floor((index * letters.length) / count);
    return { piece: letters.slice(offset, Math.floor(((index + 1) * letters.length) / count)), offset };
  });
}

/** Whether so many letters of a window are among the term's: a window that has fewer cannot hold a near miss. */
function holdsEnough(text: string, from: number, to: number, wanted: Set<number>, needed: number): boolean {
  let held = 0;
  for (let index = from; index < to; index++) {
    if (wanted.has(text.charCodeAt(index)) && ++held >= needed) return true;
  }
  return false;
}

/** The stretch of a window that is nearest to the term. Its first and last letter may be replaced but not missing: what lacks them is another phrase. */
function best(text: string, begin: number, end: number, letters: string, most: number): NearMiss | undefined {
  const { length } = letters;
  const edge = length >= edgeNeeds ? 1.01 : most + 1;
  let costs = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  let starts = new Int32Array(length + 1);
  let result: NearMiss | undefined;
  let least = most + 0.5;
  for (let at = begin; at < end; at++) {
    const letter = text[at]!;
    const nextCosts = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    const nextStarts = new Int32Array(length + 1);
    if (letter !== '\0') {
      for (let row = 1; row <= length; row++) {
        const atEdge = row === 1 || row === length;
        const replaced = letter === letters[row - 1] ? 0 : atEdge ? edge : 1;
        const before = row === 1 ? 0 : costs[row - 1]!;
        let cost = before + replaced;
        let start = row === 1 ? at : starts[row - 1]!;
        const inserted = row === length ? Number.POSITIVE_INFINITY : costs[row]! + 1;
        if (inserted < cost) {
          cost = inserted;
          start = starts[row]!;
        }
        const deleted = atEdge ? Number.POSITIVE_INFINITY : nextCosts[row - 1]! + 1;
        if (deleted < cost) {
          cost = deleted;
          start = nextStarts[row - 1]!;
        }
        nextCosts[row] = cost;
        nextStarts[row] = start;
      }
      if (nextCosts[length]! < least) {
        least = nextCosts[length]!;
        result = { from: nextStarts[length]!, to: at + 1, edits: Math.round(least) };
      }
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  return result && result.edits > 0 ? result : undefined;
}

/** Of overlapping near misses the nearest, and none that overlaps the term itself. */
function chosen(found: NearMiss[], exact: number[], length: number): NearMiss[] {
  const taken: NearMiss[] = [];
  const ordered = [...found].sort((a, b) => a.from - b.from || a.edits - b.edits);
  let next = 0;
  for (const miss of ordered) {
    while (next < exact.length && exact[next]! + length <= miss.from) next++;
    if (next < exact.length && exact[next]! < miss.to) continue;
    const last = taken.at(-1);
    if (last && last.to > miss.from) {
      if (miss.edits < last.edits) taken[taken.length - 1] = miss;
      continue;
    }
    taken.push(miss);
  }
  return taken;
}
