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

const longest = 40;
/** Last place of each three letters, by a hash of them, and for each place the one before with the same hash; made once, since it is asked of every block. */
const lastPlace = new Int32Array(1024);
let placeBefore = new Int32Array(1024);

/**
 * The first place from `from` on where letters stand that stood a period before, so that something may be repeated there, or -1: a letter behind
 * itself, two behind themselves, or a stretch of three and more, of which three letters at least then come again.
 */
function firstCandidate(text: string, from: number): number {
  if (placeBefore.length < text.length) placeBefore = new Int32Array(text.length * 2);
  lastPlace.fill(-1);
  let [a, b, c] = [0, 0, 0];
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = isLetterUnit(unit) ? unit : 0;
    if (letter >= 0x3005 && (letter === c || (letter === b && c >= 0x3005 && c === a))) return at;
    a = b;
    b = c;
    c = letter;
    if (a === 0 || b === 0 || c === 0) continue;
    const start = at - 2;
    const hash = (a * 31 + b * 7 + c) & 1023;
    for (let before = lastPlace[hash]!; before >= from && start - before <= longest; before = placeBefore[before]!) {
      if (runsOn(text, before, start, from)) return start;
    }
    placeBefore[start] = lastPlace[hash]!;
    lastPlace[hash] = start;
  }
  return -1;
}

/** Whether the letters around two places are the same for as long as the places are apart. */
function runsOn(text: string, before: number, start: number, from: number): boolean {
  const period = start - before;
  let [first, end] = [start, start];
  while (end < text.length && end - start < period && text.charCodeAt(end) === text.charCodeAt(end - period)) end++;
  if (end === start) return false;
  while (
    first - period > from &&
    end - first < period &&
    text.charCodeAt(first - 1) === text.charCodeAt(first - 1 - period)
  )
    first--;
  return end - first >= period;
}

const isLetterUnit = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x30fa) ||
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x20 ||
  (unit >= 0x3005 && unit <= 0x3007) ||
  unit === 0x30fc ||
  (unit >= 0xf900 && unit <= 0xfaff);

/** Finds every stretch of up to 40 Han or kana, with Latin words among them, that is followed by itself at once. */
export function adjacentRepeats(text: string): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < text.length; ) {
    const candidate = firstCandidate(text, from);
    if (candidate < 0) break;
    doubled.lastIndex = Math.max(from, candidate - longest);
    const match = doubled.exec(text);
    if (!match) break;
    const period = match[1]!.length;
    const run = measure(text, match.index + period, period);
    // The expression prefers two units to one: 哈哈哈哈 has the period 1.
    runs.push(period === 2 && text[match.index] === text[match.index + 1] ? { ...run, period: 1 } : run);
    from = run.start + run.length;
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
