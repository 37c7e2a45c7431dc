/** A stretch that stands several times in a row. Letters of scripts without spaces; positions are UTF-16 units of the text. */
export interface Run {
  start: number;
  /** Units of one copy. */
  period: number;
  /** Units of the whole run: at least two copies, and what goes on in step behind them. */
  length: number;
}

/** A longer stretch that stands twice is a passage, not a slip of the hand. */
const longest = 60;
const lastSeen = new Int32Array(0x10000).fill(-longest - 1);
/** Goes on growing, so that what was seen in one text is out of reach in the next and nothing needs to be cleared. */
let clock = 0;

/** Whether a unit is Han, kana or an iteration mark. Han beyond the basic plane are left out: they are hardly ever doubled. */
export function isWide(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x30fa) ||
    unit === 0x30fc ||
    (unit >= 0x3005 && unit <= 0x3007) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/**
 * Finds every stretch of up to 60 Han or kana that is followed by itself at once, in time linear in the text: wherever a unit was last seen
 * little before, the run that is in step at this distance is measured.
 */
export function adjacentRepeats(text: string): Run[] {
  const runs: Run[] = [];
  if (clock > 0x7f000000 - text.length) {
    clock = 0;
    lastSeen.fill(-longest - 1);
  }
  let stretch = 0;
  let measured = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isWide(unit)) {
      stretch = at + 1;
      continue;
    }
    const period = clock + at - lastSeen[unit]!;
    lastSeen[unit] = clock + at;
    if (period > longest || period > at - stretch || at < measured) continue;
    const run = measure(text, at, period, stretch);
    if (run.length < 2 * period) continue;
    const previous = runs.at(-1);
    if (
      previous &&
      run.start < previous.start + previous.length &&
      run.start + run.length <= previous.start + previous.length
    )
      continue;
    runs.push(run);
    measured = run.start + run.length;
  }
  clock += text.length + longest + 1;
  return runs;
}

/** The longest stretch round a place in which every unit equals the one a period before. */
function measure(text: string, at: number, period: number, stretch: number): Run {
  let start = at - period;
  let end = at + 1;
  while (
    start > stretch &&
    at - start < 3 * period &&
    text.charCodeAt(start - 1) === text.charCodeAt(start - 1 + period)
  )
    start--;
  while (end < text.length && end - at < 3 * period && text.charCodeAt(end) === text.charCodeAt(end - period)) end++;
  return { start, period, length: end - start };
}
