/** What is wrong with the number at `index` of a sequence. */
export interface Fault {
  index: number;
  /**
   * `missing`: the numbers from `expected` on, up to this one, are not there; `stray`: nothing that it could continue stands before it; `repeated`: the
   * number stands a second time; `order`: it should be `expected`.
   */
  kind: 'missing' | 'stray' | 'repeated' | 'order';
  expected: number;
}

/** A number, and whether it stands in the next place after the one before, with nothing between. */
export interface Counted {
  number: number;
  adjacent: boolean;
}

/** Numbers further on than this are no part of the sequence: "三是…" and "十一是". */
const farthest = 6;

/**
 * Finds what is wrong in numbers that should count up from 1 and may start again at 1 at any time. One event is one fault: of two numbers that changed
 * places the first is named; behind a gap counting goes on from the number that is there. An outer sequence may go on after an inner one. With
 * `strict`, a sequence that does not begin with 1 is a fault; else it is none until a 1 comes.
 */
export function findFaults(items: readonly Counted[], strict: boolean): Fault[] {
  const faults: Fault[] = [];
  /** Last number of each open sequence, the innermost last. */
  const open: number[] = [];
  /** A number that another one has taken the place of, and may itself stand in that one's. */
  let exchanged: { waits: number; at: number } | undefined;
  const at = (index: number) => items[index]?.number;

  for (let index = 0; index < items.length; index++) {
    const number = items[index]!.number;
    const expected = (open.at(-1) ?? 0) + 1;
    const fault = (kind: Fault['kind']) => faults.push({ index, kind, expected });
    const goOn = (last: number) => {
      if (open.length === 0) open.push(last);
      else open[open.length - 1] = last;
    };

    if (number === expected) goOn(number);
    else if (exchanged && number === exchanged.waits && expected === exchanged.at) {
      goOn(expected);
      exchanged = undefined;
    } else if (open.length === 0 && !strict && !(number === 2 && at(index + 1) === 1 && at(index + 2) === 3)) continue;
    else if (number === expected + 1 && at(index + 1) === expected && !isRun(items, index + 1, expected)) {
      fault('order');
      goOn(number);
      index++;
    } else if (at(index + 1) === expected + 1 && (number !== 1 || expected > 2)) {
      // Its successor is in its place, so only this one is wrong.
      fault(number === expected - 1 ? 'repeated' : 'order');
      exchanged = { waits: expected, at: number };
      goOn(expected);
    } else if (number === 1) {
      if (expected === 2 && items[index]!.adjacent && at(index + 1) === 2) fault('repeated');
      else open.push(1);
    } else if (number > expected) {
      if (number - expected >= farthest) continue;
      fault(open.length === 0 ? 'stray' : 'missing');
      goOn(number);
    } else {
      const outer = open.length > 1 ? open.lastIndexOf(number - 1, -2) : -1;
      if (outer >= 0) open.length = outer + 1;
      else fault(number === expected - 1 ? 'repeated' : 'stray');
      goOn(number);
    }
  }
  return faults;
}

/** Whether the numbers from `index` on go on counting from `number` without the one before: 1, then 1, 2, 3. */
const isRun = (items: readonly Counted[], index: number, number: number): boolean =>
  number === 1 && items[index + 1]?.number === 2;
