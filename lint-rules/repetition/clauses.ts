import type { Repetition } from './chinese.js';

/** Letters of a clause that nobody says twice for effect, 越来越小，越来越小; from one more on it is found as a passage. */
const [shortest, longest] = [6, 15];
/** Clauses of so many letters that only announce what follows are not said twice either. */
const announced = 4;
const announces = /^\p{Script=Han}{2,}(?:指出|强调|认为|要求|表示|提出|规定|表明|显示|决定|強調|認為|規定|顯示|決定)$/u;
const marks = ['，', '；', '：'];

/**
 * Clauses of Chinese that stand twice, each with the same mark behind it: 会议指出，会议指出，. In quotations people may say what they like. Linear in the
 * length of the text.
 */
export function repeatedClauses(text: string): Repetition[] {
  const found: Repetition[] = [];
  for (const mark of marks) {
    let at = text.indexOf(mark);
    while (at >= 0) {
      const next = text.indexOf(mark, at + 1);
      const length = next - at - 1;
      const from = at - length;
      if (length >= announced && length <= longest && from >= 0 && text.charCodeAt(from) === text.charCodeAt(at + 1)) {
        const unit = text.slice(at + 1, next);
        if (text.slice(from, at) === unit && isClause(unit, text, from)) found.push({ from, to: next, unit });
      }
      at = next;
    }
  }
  return found;
}

function isClause(unit: string, text: string, from: number): boolean {
  if (!/^\p{Script=Han}+$/u.test(unit) || isHan(text.charCodeAt(from - 1)) || isQuoted(text, from)) return false;
  return unit.length >= shortest || announces.test(unit);
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/** Letters before a clause in which the quotation would begin that it stands in. */
const farthest = 400;

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - farthest), at);
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('「'));
  return opened >= 0 && Math.max(before.lastIndexOf('”'), before.lastIndexOf('」')) < opened;
}
