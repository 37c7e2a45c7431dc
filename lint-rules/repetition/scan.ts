/** A stretch that stands several times in a row. Letters of scripts without spaces; positions are UTF-16 units of the text. */
export interface Run {
  start: number;
  /** Units of one copy. */
  period: number;
  /** Units of the whole run: at least two copies, and what goes on in step behind them. */
  length: number;
}

/** Han beyond the basic plane are left out: they are hardly ever doubled. */
const wide = String.raw`\u3005-\u3007\u3041-\u30fa\u30fc\u3400-\u9fff\uf900-\ufaff`;
/** What stands between such letters in the names and figures of a text: letters and digits of ASCII, and the blanks round them. */
const narrow = 'A-Za-z0-9 ';
/** Up to 40 units: a longer stretch that stands twice is a passage, not a slip of the hand. One expression, because it runs in native code. */
const doubled = new RegExp(`([${wide}]{1,2}|[${wide}${narrow}]{3,40}?)\\1`, 'g');
const wideUnit = new RegExp(`[${wide}]`);
const letterUnit = new RegExp(`[${wide}${narrow}]`);

/** Whether a unit is Han, kana or an iteration mark. */
export const isWide = (unit: string): boolean => wideUnit.test(unit);
/** Whether a unit is one of these, or a letter, digit or blank of ASCII. */
export const isLetter = (unit: string): boolean => letterUnit.test(unit);

/** Finds every stretch of up to 40 Han or kana, with Latin words among them, that is followed by itself at once. */
export function adjacentRepeats(text: string): Run[] {
  const runs: Run[] = [];
  doubled.lastIndex = 0;
  for (let match = doubled.exec(text); match; match = doubled.exec(text)) {
    const period = match[1]!.length;
    const run = measure(text, match.index + period, period);
    // The expression prefers two units to one: 哈哈哈哈 has the period 1.
    runs.push(period === 2 && text[match.index] === text[match.index + 1] ? { ...run, period: 1 } : run);
    doubled.lastIndex = run.start + run.length;
  }
  return runs;
}

/** The longest stretch of letters round a place in which every unit equals the one a period before; up to three periods either way. */
function measure(text: string, at: number, period: number): Run {
  let start = at;
  let end = at + 1;
  while (start - 1 >= period && at - start < 3 * period && isSame(text, start - 1, period)) start--;
  while (end < text.length && end - at < 3 * period && isSame(text, end, period)) end++;
  return { start: start - period, period, length: end - start + period };
}

function isSame(text: string, at: number, period: number): boolean {
  return text[at] === text[at - period] && isLetter(text[at]!);
}

const latin = /[A-Za-z0-9]/;

/** Whether a stretch begins or ends in the middle of a Latin word or a number, or holds nothing else. */
export function cutsLatin(text: string, from: number, to: number): boolean {
  const inside = (at: number) => latin.test(text[at - 1] ?? '') && latin.test(text[at] ?? '');
  return inside(from) || inside(to) || !/[^A-Za-z0-9 ]/.test(text.slice(from, to));
}
