import { canClose, canOpen, isSpace } from './flanking.js';
import type { Run } from './runs.js';

/** Two runs of the same mark that were meant to emphasise what is between them, and do not. Source offsets. */
export interface BrokenPair {
  mark: string;
  start: number;
  end: number;
  /** Why: a punctuation mark at one end, or a blank inside. */
  kind: 'marks' | 'blanks';
  opens: boolean;
  closes: boolean;
}

const marks = ['*', '**', '***', '__', '~~'];
/** Letters of the scripts that put no spaces between a word and what is joined to it. */
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const hangul = /\p{Script=Hangul}/u;
const stop = /^[，。、；：！？…—,.;:!?）)》」』”’】〉〕］\]]/u;
const opening = /^[“‘「『《〈（(【〔［[{"']/u;

/** The pairs in a block that were meant as emphasis and are printed as signs. */
export function brokenPairs(runs: readonly Run[], source: string): BrokenPair[] {
  const found: BrokenPair[] = [];
  for (const mark of marks) {
    const own = runs.filter(({ start, end }) => source.slice(start, end) === mark);
    if (own.length < 2 || !own.some(({ literal }) => literal)) continue;
    // With underscores in a row, the text has blanks to fill in.
    if (mark === '__' && runs.some(({ start, end }) => source[start] === '_' && end - start > 2)) continue;
    found.push(...(alternating(own, mark, source) ?? neighbouring(own, mark, source)));
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A `**` that was left behind without its partner: the only one in its block that is printed, with Chinese or Japanese on both sides, before a Korean word
 * within a paragraph, or before a mark within a sentence; one behind an author's name leads to a note.
 */
export function loneMark(runs: readonly Run[], source: string, text: string): Run | undefined {
  const own = runs.filter(({ start, end, literal }) => literal && source.slice(start, end) === '**');
  const [run] = own;
  if (!run || own.length > 1) return undefined;
  const before = characterBefore(source, run.start);
  const after = characterAfter(source, run.end);
  const written = cjk.test(before) || /[，。、；：！？]/u.test(before);
  if (hangul.test(after) && /[^\s>]\s$/.test(source.slice(Math.max(0, run.start - 2), run.start))) return run;
  if (written && cjk.test(after)) return run;
  const inSentence =
    text.length >= aSentence && /[。！？]/u.test(text) && runs.every((one) => one === run || !one.literal);
  return inSentence && cjk.test(before) && /[，。；：！？]/u.test(after) ? run : undefined;
}

/** Units of a line that is more than names. */
const aSentence = 24;

/** Takes the runs two by two, as their author did; `undefined` when that leads to a pair that nobody can have meant. */
function alternating(runs: readonly Run[], mark: string, source: string): BrokenPair[] | undefined {
  if (runs.length % 2 === 1) return undefined;
  const found: BrokenPair[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const judged = judge(runs[at]!, runs[at + 1]!, mark, source);
    if (judged === 'never') return undefined;
    if (judged !== 'emphasis' && judged !== 'other') found.push(judged);
  }
  return found;
}

/** Takes only neighbours that are both left as text: one of the runs has no partner, so the others may be shifted. */
function neighbouring(runs: readonly Run[], mark: string, source: string): BrokenPair[] {
  const found: BrokenPair[] = [];
  for (let at = 0; at + 1 < runs.length; at++) {
    const [open, close] = [runs[at]!, runs[at + 1]!];
    const judged = open.literal === close.literal ? judge(open, close, mark, source) : 'never';
    if (judged === 'never' || judged === 'other') continue;
    if (judged !== 'emphasis' && open.literal) found.push(judged);
    at++;
  }
  return found;
}

/** `emphasis`: it is some; `other`: none, but for a reason that is not this rule's; `never`: nobody meant these two for a pair. */
function judge(open: Run, close: Run, mark: string, source: string): BrokenPair | 'emphasis' | 'other' | 'never' {
  const before = characterBefore(source, open.start);
  const after = characterAfter(source, close.end);
  const inner = source.slice(open.end, close.start);
  const [first, last] = [characterAfter(source, open.end), characterBefore(source, close.start)];
  const opens = canOpen(mark[0]!, before, first);
  const closes = canClose(mark[0]!, last, after);
  if (opens && closes) return 'emphasis';
  const text = inner.trim();
  if (!/[\p{L}\p{N}\uFFFC$`]/u.test(text) || stop.test(text)) return 'never';
  if (isIdentifier(mark, text)) return 'other';
  if (mark[0] === '*' && /(?<!\\)\*/.test(inner.replace(/`[^`\n]{0,200}`/g, ''))) return 'never';
  const outside = (isSpace(before) ? '' : before) + (isSpace(after) ? '' : after);
  if (!cjk.test(text) && !(mark.length > 1 && cjk.test(outside))) return 'other';
  if (isSpace(first) || isSpace(last)) {
    const blanks = mark.length > 1 && !/\n/.test(inner) && isMeantWithBlanks(open, close, source);
    return blanks ? { mark, start: open.start, end: close.end, kind: 'blanks', opens, closes } : 'never';
  }
  if (!opens && isNoteMark(before, inner)) return 'never';
  return { mark, start: open.start, end: close.end, kind: 'marks', opens, closes };
}

/** A name of a program's, such as `__init__`. */
const isIdentifier = (mark: string, text: string): boolean =>
  mark === '__' && (/^[A-Za-z_]\w*$/.test(text) || [...text].length < 2);

/** A mark behind a number or a name that leads to a note, as in 0.35**（0.02） or 张三*（某大学），李四*（…）. */
function isNoteMark(before: string, inner: string): boolean {
  if (/[\p{N}%‰)）\]】]/u.test(before) && !/^[“‘「『《〈"']/u.test(inner)) return true;
  if (!opening.test(inner) || wraps(inner) || /^\[[^[\]\n]{1,200}\]\(/.test(inner)) return false;
  // A bracket that ends before a stop belongs to what stands before the mark.
  return !/^[（(【[〔][^（()）【】[\]〔〕]{1,30}[）)】\]〕]\p{L}/u.test(inner) && !/^[“‘「『《〈"']/u.test(inner);
}

/** Whether blanks inside the marks were put there with the emphasis: not for a power 2 ** 3, nor for the notes under a table. */
function isMeantWithBlanks(open: Run, close: Run, source: string): boolean {
  const spaceAfterOpen = isSpace(characterAfter(source, open.end));
  const spaceBeforeClose = isSpace(characterBefore(source, close.start));
  const spaceAfterClose = isSpace(characterAfter(source, close.end));
  if (spaceAfterOpen && !spaceBeforeClose && spaceAfterClose) return false;
  const [left, right] = [source.slice(Math.max(0, open.start - 4), open.start), source.slice(close.end, close.end + 4)];
  // A word in Latin letters may stand before Korean, which puts spaces between its words.
  const power = hangul.test(source.slice(open.end, close.start)) ? /[\d)）]\s{0,3}$/ : /[\w)）]\s{0,3}$/;
  return !power.test(left) && !/^\s{0,3}[\d(]/.test(right);
}

const partners: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '"': '"',
  "'": "'",
};

/** Whether the first and the last character of a text are a pair that encloses the rest. */
export function wraps(text: string): boolean {
  const [open, close] = [text[0] ?? '', partners[text[0] ?? '']];
  if (!close || text.length < 3 || text.at(-1) !== close) return false;
  const inside = text.slice(1, -1);
  let depth = 0;
  for (const unit of inside) {
    if (unit === close && depth-- === 0) return false;
    if (unit === open && open !== close) depth++;
  }
  return depth === 0;
}

export function characterBefore(source: string, at: number): string {
  const unit = source[at - 1] ?? '';
  return /[\udc00-\udfff]/.test(unit) && at > 1 ? source.slice(at - 2, at) : unit;
}

export function characterAfter(source: string, at: number): string {
  const code = source.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
