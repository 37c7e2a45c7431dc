import type { Repetition } from './chinese.js';

/** Letters of a clause that nobody says twice for effect, 越来越小，越来越小; from one more on it is found as a passage. */
const [shortest, longest] = [6, 15];
/** Clauses of four letters and more that only announce what follows. */
const announces = /^\p{Script=Han}{2,}(?:指出|强调|认为|要求|表示|提出|规定|表明|显示|决定|強調|認為|規定|顯示|決定)$/u;
const marks = ['，', '；', '：'];

/**
 * Clauses of Chinese that stand twice with one mark between them, 会议指出，会议指出. In quotations people may say what they like. Linear in the
 * length of the text.
 */
export function repeatedClauses(text: string): Repetition[] {
  const found: Repetition[] = [];
  for (const mark of marks) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const length = clauseBehind(text, at + 1);
      const unit = text.slice(at + 1, at + 1 + length);
      const from = at - length;
      if (from < 0 || text[from] !== unit[0] || text.slice(from, at) !== unit || isHan(text.charCodeAt(from - 1)))
        continue;
      if (length < shortest && !announces.test(unit)) continue;
      if (!isQuoted(text, from)) found.push({ from, to: at + 1 + length, unit });
    }
  }
  return found;
}

/** Letters from a place to the next sign; none when there are more than a clause may have. */
function clauseBehind(text: string, from: number): number {
  let at = from;
  while (at - from <= longest && isHan(text.charCodeAt(at))) at++;
  return at - from > longest ? 0 : at - from;
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/** Letters before a clause in which the quotation would begin that it stands in. */
const farthest = 400;

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - farthest), at);
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('「'));
  return opened >= 0 && Math.max(before.lastIndexOf('”'), before.lastIndexOf('」')) < opened;
}
