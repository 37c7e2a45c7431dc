const bits = 17;

/** Tells soon of most grams that they are none of some: a volume has millions, of which an edit touches hundreds. */
export class GramFilter {
  readonly #table = new Uint8Array(1 << bits);

  constructor(hashes: Iterable<number>) {
    for (const hash of hashes) this.#table[hash & ((1 << bits) - 1)] = 1;
  }

  mayHave(hash: number): boolean {
    return this.#table[hash & ((1 << bits) - 1)] === 1;
  }
}
