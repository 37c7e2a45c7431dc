/** What a break between two pieces of text has done to them. Units are UTF-16 units of the pieces' visible text. */
export interface Verdict {
  /** A `word` broken in two, a character or word `doubled`, a character `lost`, a word with a line end's `hyphen`, or else a `sentence` broken. */
  kind: 'word' | 'doubled' | 'lost' | 'hyphen' | 'sentence';
  /** Points that speak for a break here rather than the end of one thing and the start of another; natural logarithms of odds, roughly. */
  points: number;
  /** Units at the end of the one and at the start of the other that the finding points at. */
  left: number;
  right: number;
  /** What should stand there. */
  expected: string;
  /** Units to be taken from the left end and the right start when the pieces are joined, and what is put in their place. */
  drop: { left: number; right: number };
  glue: string;
  /** Whether joining so is certainly right. */
  certain: boolean;
}

/** A plain joint of two pieces. */
export function joint(
  kind: 'word' | 'sentence',
  points: number,
  left: string,
  right: string,
  glue: string,
  certain: boolean,
): Verdict {
  return {
    kind,
    points,
    left: left.length,
    right: right.length,
    expected: left + glue + right,
    drop: { left: 0, right: 0 },
    glue,
    certain,
  };
}
