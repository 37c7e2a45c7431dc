import type { Repetition } from './chinese.js';
import { isWide } from './scan.js';
import { isLawful } from './spaced-words.js';

/** A word, what stands before and behind it up to the blank removed. */
interface Word {
  text: string;
  folded: string;
  from: number;
  to: number;
  /** Whether punctuation stands between the word and its neighbour. */
  openBefore: boolean;
  openBehind: boolean;
}

const longestPhrase = 12;
const longestWord = 60;
const letters = /[\p{L}\p{M}]/u;
const edge = /^[^\p{L}\p{M}\p{N}\uFFFC]+|[^\p{L}\p{M}\p{N}\uFFFC]+$/gu;

/** Finds words and phrases that stand twice in a row in scripts with spaces. `lang` is the manuscript's language, BCP 47. */
export function repeatedInSpaced(text: string, lang: string, count: (word: string) => number): Repetition[] {
  const tokens = split(text);
  const found: Repetition[] = [];
  const last = new Map<string, number>();
  let done = 0;
  for (let index = 0; index < tokens.length; index++) {
    const key = rough(text, tokens[index]!);
    if (key === '') continue;
    const seen = last.get(key);
    last.set(key, index);
    if (seen === undefined || index - seen > longestPhrase || seen < done) continue;
    const repetition = phrase(text, tokens, seen, index - seen, lang, count);
    if (!repetition) continue;
    found.push(repetition);
    done = index;
  }
  return found;
}

/** From this length on a word in Latin letters is hardly a name that doubles itself. */
const longName = 7;
/** A word of ASCII that stands twice between letters or marks of Chinese or Japanese, which leave no blanks there. */
const amongHan = /(?<![A-Za-z0-9_.:/@#$=\\-])([A-Za-z][A-Za-z0-9]{1,29}) \1(?![A-Za-z0-9_.:/@=])/g;

/** Finds words in Latin letters that stand twice in Chinese or Japanese text: AMD AMD和. A short one that is never written singly may be a name, as in Duran Duran. */
export function repeatedAmongHan(text: string, count: (word: string) => number): Repetition[] {
  const found: Repetition[] = [];
  for (const { 0: both, 1: unit, index } of text.matchAll(amongHan)) {
    const edges = (text[index - 1] ?? '') + (text[index + both.length] ?? '');
    if (!/[^\s\u0000-\u024f]/.test(edges) || (unit!.length < longName && count(unit!) < 3)) continue;
    // Said on and on, as an example of that.
    const around =
      text.slice(Math.max(0, index - unit!.length - 1), index) +
      text.slice(index + both.length, index + both.length + unit!.length + 1);
    if (around.includes(unit!)) continue;
    found.push({ from: index, to: index + both.length, unit: unit! });
  }
  return found;
}

type Span = [from: number, to: number];

function split(text: string): Span[] {
  const spans: Span[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 32;
    const blank = unit === 32 || unit === 10 || unit === 9 || unit === 0xa0 || unit === 0x202f;
    if (blank && from >= 0) {
      spans.push([from, at]);
      from = -1;
    } else if (!blank && from < 0) from = at;
  }
  return spans;
}

/** The word in lower case, with punctuation before or behind it cut off in the simplest cases: enough to find where to look closer. */
function rough(text: string, [from, to]: Span): string {
  if (to - from > longestWord) return '';
  let start = from;
  let end = to;
  while (start < end && isPunctuation(text.charCodeAt(start))) start++;
  while (end > start && isPunctuation(text.charCodeAt(end - 1))) end--;
  if (end === start || isWide(text[start]!) || isWide(text[end - 1]!)) return '';
  return text.slice(start, end).toLowerCase();
}

function isPunctuation(unit: number): boolean {
  return (
    unit < 48 ||
    (unit > 57 && unit < 65) ||
    (unit > 90 && unit < 97) ||
    (unit > 122 && unit < 128) ||
    (unit >= 0x2010 && unit <= 0x203a) ||
    unit === 0xab ||
    unit === 0xbb
  );
}

function word(text: string, [from, to]: Span): Word {
  const token = text.slice(from, to);
  const bare = token.replace(edge, '');
  const at = token.indexOf(bare);
  return {
    text: bare,
    folded: bare.toLowerCase(),
    from: from + at,
    to: from + at + bare.length,
    openBefore: at === 0,
    openBehind: at + bare.length === token.length,
  };
}

function phrase(
  text: string,
  tokens: Span[],
  first: number,
  length: number,
  lang: string,
  count: (word: string) => number,
): Repetition | undefined {
  if (first + 2 * length > tokens.length) return undefined;
  const one: Word[] = [];
  const two: Word[] = [];
  for (let index = 0; index < 2 * length; index++) {
    const span = tokens[first + index]!;
    if (span[1] - span[0] > longestWord) return undefined;
    (index < length ? one : two).push(word(text, span));
  }
  const same = one.every(({ folded }, index) => folded !== '' && folded === two[index]!.folded);
  if (!same || !two[0]!.openBefore || !one.at(-1)!.openBehind) return undefined;
  for (let index = 0; index < length - 1; index++)
    if (!one[index]!.openBehind || !two[index + 1]!.openBefore || !two[index]!.openBehind) return undefined;
  // An option or a path: --vault vault.
  if (/[-/\\$#@=_.:]$/.test(text.slice(Math.max(0, one[0]!.from - 1), one[0]!.from))) return undefined;
  const context = {
    text,
    lang,
    before: text.slice(Math.max(0, one[0]!.from - 120), one[0]!.from),
    behind: text.slice(two.at(-1)!.to, two.at(-1)!.to + 120),
    count,
  };
  if (length === 1 ? isLawful(one[0]!.text, two[0]!.text, context) : !one.every(({ text }) => letters.test(text)))
    return undefined;
  if (length > 1 && isChain(text, tokens, one, first)) return undefined;
  return { from: one[0]!.from, to: two.at(-1)!.to, unit: text.slice(one[0]!.from, one.at(-1)!.to) };
}

const conjunctions = new Set('and or by und oder et ou y e o en och og i и или та й na και ja és'.split(' '));
/** What goes on and on: again and again and, ever higher and higher and. */
const goesOn =
  /^(?:again|more|less|on|over|so|round|around|up|down|out|through|further|\p{L}{2,}er|wieder|mehr|weiter|immer|encore|plus|más|otra|vez|ancora|sempre|снова|опять|дальше|выше|дальше|больше)$/u;

/** Whether a phrase goes on as it stands: step by step by step, again and again and. Nor are letters and figures a phrase: a b a b. */
function isChain(text: string, tokens: Span[], one: Word[], first: number): boolean {
  if (one.every(({ folded }) => folded.length === 1 || !/^\p{L}+$/u.test(folded))) return true;
  if (one.some(({ folded }) => /\p{N}/u.test(folded) && /\p{L}/u.test(folded))) return true;
  const previous = tokens[first - 1];
  const next = tokens[first + 2 * one.length];
  if (next && rough(text, next) === one[0]!.folded) return true;
  if (previous && rough(text, previous) === one.at(-1)!.folded) return true;
  if (one.length > 2) return false;
  const [a, b] = [one[0]!.folded, one[1]!.folded];
  return (conjunctions.has(b) && goesOn.test(a)) || (conjunctions.has(a) && goesOn.test(b));
}
