/** A term to look for; `letters` are folded, see `lint-rules/facts/letters.ts`. */
export interface WantedTerm {
  letters: string;
  /** Letters that may be inserted, deleted or replaced. */
  most: number;
  /** Whether both letters at an edge may be replaced, which mostly makes another phrase. */
  loose?: boolean;
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
export function nearMisses(text: string, { letters, most, loose }: WantedTerm): NearMiss[] {
  if (most < 1 || letters.length > longest || most >= letters.length / 2) return [];
  const exact = occurrences(text, letters);
  const tried = new Set<number>();
  const found: NearMiss[] = [];
  const aligner = new Aligner(letters, most);
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
      const miss = aligner.best(text, begin, end);
      if (miss && (loose || keepsEdges(text, miss, letters))) found.push(miss);
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

/** Whether of the first two letters, and of the last two, at least one is the term's. */
function keepsEdges(text: string, { from, to }: NearMiss, letters: string): boolean {
  const begins = text[from] === letters[0] || text[from + 1] === letters[1];
  return begins && (text[to - 1] === letters.at(-1) || text[to - 2] === letters.at(-2));
}

/** An edit's cost, so that a replaced letter at an edge can cost a little more; and what can never be paid. */
const unit = 100;
const never = 1 << 20;

/** Finds the stretch of a window that is nearest to the term. Made once a term, so that its rows need not be made anew. */
class Aligner {
  readonly #term: Uint16Array;
  readonly #most: number;
  readonly #edge: number;
  #costs: Int32Array;
  #starts: Int32Array;
  #nextCosts: Int32Array;
  #nextStarts: Int32Array;

  constructor(letters: string, most: number) {
    this.#term = Uint16Array.from({ length: letters.length }, (_, index) => letters.charCodeAt(index));
    this.#most = most;
    this.#edge = letters.length >= edgeNeeds ? unit + 1 : never;
    [this.#costs, this.#starts, this.#nextCosts, this.#nextStarts] = Array.from(
      { length: 4 },
      () => new Int32Array(letters.length + 1),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array];
  }

  /** The term's first and last letter may be replaced but not missing: what lacks them is another phrase. */
  best(text: string, begin: number, end: number): NearMiss | undefined {
    const { length } = this.#term;
    let least = this.#most * unit + unit / 2;
    let [from, to] = [0, 0];
    this.#costs.fill(never);
    for (let at = begin; at < end; at++) {
      const cost = this.#row(text.charCodeAt(at), at);
      if (cost < least) {
        least = cost;
        [from, to] = [this.#nextStarts[length]!, at + 1];
      }
      [this.#costs, this.#nextCosts] = [this.#nextCosts, this.#costs];
      [this.#starts, this.#nextStarts] = [this.#nextStarts, this.#starts];
    }
    return to > 0 && least > 0 ? { from, to, edits: Math.round(least / unit) } : undefined;
  }

  /** Computes the row of a letter of the text, and the cost of a stretch that ends with it. */
  #row(letter: number, at: number): number {
    const term = this.#term;
    const costs = this.#costs;
    const starts = this.#starts;
    const nextCosts = this.#nextCosts;
    const nextStarts = this.#nextStarts;
    const { length } = term;
    nextCosts[0] = never;
    if (letter === 0) return nextCosts.fill(never)[length]!;
    for (let row = 1; row <= length; row++) {
      const atEdge = row === 1 || row === length;
      let cost = (row === 1 ? 0 : costs[row - 1]!) + (letter === term[row - 1] ? 0 : atEdge ? this.#edge : unit);
      let start = row === 1 ? at : starts[row - 1]!;
      if (row < length && costs[row]! + unit < cost) {
        cost = costs[row]! + unit;
        start = starts[row]!;
      }
      if (!atEdge && nextCosts[row - 1]! + unit < cost) {
        cost = nextCosts[row - 1]! + unit;
        start = nextStarts[row - 1]!;
      }
      nextCosts[row] = Math.min(cost, never);
      nextStarts[row] = start;
    }
    return nextCosts[length]!;
  }
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
