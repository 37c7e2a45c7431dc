import { type Lexicon, lexicon } from '../text/lexicon.js';
import { isEcho, isForerunner, isLeftOver, isOneTooMany, isRanked, smallWords } from './chinese-neighbours.js';
import {
  beginsUnknownWords,
  byMeasure,
  doubledEndings,
  doubledToTry,
  doubledVerbs,
  emphatic,
  everydayVerbs,
  manners,
  namesBehind,
  noMeasure,
  noWordTwice,
  numerals,
  sounds,
  verbsAtEnds,
} from './chinese-words.js';
import { type Count, hardlyAWord, hasRightForm, isOfName, isUsual } from './manuscript.js';
import { isLetter, type Run } from './scan.js';

/** A stretch that stands twice, `from` the first copy `to` the end of the last, and one copy of it. */
export interface Repetition {
  from: number;
  to: number;
  unit: string;
}

const around = 8;
/** From this length on a repeated stretch is no word that meets itself by chance. */
const longStretch = 5;

/** Whether a run of Chinese is a mistake: its place, or `undefined` where the language doubles. `count` looks into the manuscript. */
export function repeatedChinese(text: string, run: Run, count: Count): Repetition | undefined {
  const before = reach(text, run.start, -1);
  const after = reach(text, run.start + run.length, 1);
  const clause: Clause = { text, before, after, lexicon: lexicon() };
  return run.period === 1 ? doubledCharacter(clause, run, count) : doubledWords(clause, run);
}

interface Clause {
  text: string;
  /** Where the letters round the run begin and end, 8 characters away at most. */
  before: number;
  after: number;
  lexicon: Lexicon;
}

function reach(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at - from) < around && isLetter(text[step > 0 ? at : at - 1] ?? '')) at += step;
  return at;
}

function doubledCharacter(clause: Clause, { start, length }: Run, count: Count): Repetition | undefined {
  const { text, before, after, lexicon: words } = clause;
  const unit = text[start]!;
  const found = { from: start, to: start + length, unit };
  if (numerals.has(unit)) return length === 2 && isOneTooMany(text, start) ? found : undefined;
  // 是是是 and 对，对对 are how people talk: three times over, or by itself between two stops.
  if (length > 2 || (before === start && after === start + 2)) return undefined;
  if (doubledVerbs.test(text.slice(start, start + 4)) || isLawfulPair(text, start)) return undefined;
  const parts = cut(words.words(text.slice(before, after)), before, start);
  if (!parts) return undefined;
  const [first, second, word] = parts;
  const previous = text[start - 1] ?? '';
  const alone = first.length === 1 && second.length === 1;
  if (numerals.has(previous) && !(alone && text[start - 2] === '之'))
    return isRanked(text, start) && second.length === 1 ? found : undefined;
  if (
    first.length > 1 &&
    numerals.has(first[0]!) &&
    !isLeftOver(first, '', '') &&
    !/^[数數][据據字值学學码碼量额額]/u.test(first)
  )
    return undefined;
  // 翻天覆地|地
  if (unit === '地' && first.length === 4) return undefined;
  // 紧紧|闭上, where 紧闭 is a word as well
  if (first.length === 1 && manners.has(unit) && words.frequency(unit + unit) > words.frequency(second))
    return undefined;
  if (isMistake(clause, first, second, start, word)) return !alone && isUsual(text, start, count) ? undefined : found;
  if (isOfName(text, start, first, second, words, count)) return found;
  // Two sound words that meet, 上海市|市级, are no evidence that one character is too many.
  if (first.length > 1 && second.length > 1) return undefined;
  if (makesOneWord(clause, start)) return isUsual(text, start, count) ? undefined : found;
  return hasRightForm(text, start, before, after, count) ? found : undefined;
}

/** Whether a doubled character is one of a play of words, 人不犯我，我不犯人; the first of a list, 国民党|党、政、军; or the end of an adjective, 湿|润润的. */
function isLawfulPair(text: string, start: number): boolean {
  const [before, behind] = [text.slice(start - 2, start), text.slice(start + 2, start + 4)];
  // 先先后后, but 沉甸甸|的的
  if (
    !noWordTwice.has(text[start]!) &&
    [before, behind].some((pair) => /^\p{Script=Han}{2}$/u.test(pair) && pair[0] === pair[1])
  )
    return true;
  if (before.length === 2 && before === behind && /[我你他她它人]/.test(text[start]!)) return true;
  if (/^、\p{Script=Han}[、和与]/u.test(text.slice(start + 2, start + 5))) return true;
  // 受不|了了
  if (text[start] === '了' && /[不得没沒]/.test(text[start - 1] ?? '')) return true;
  // 似乎 is a word, and 热乎 hardly.
  if (/[乎油巴]/.test(text[start]!) && /[似几幾在关關合酱醬黄黃猪豬尾嘴下]/.test(text[start - 1] ?? '')) return false;
  return doubledEndings.test(text.slice(start - 1, start + 3)) || namesBehind.test(text.slice(start, start + 3));
}

/** The two words that meet within a doubled character at `start`, and the one before; `undefined` when one word holds both copies. */
function cut(words: string[], from: number, start: number): [string, string, string] | undefined {
  let at = from;
  for (const [index, word] of words.entries()) {
    if (at + word.length === start + 1) return [word, words[index + 1]!, words[index - 1] ?? ''];
    // 的的 and 是是 are in the dictionary, as parts of sayings that are in it as well.
    if (at === start && word.length === 2 && noWordTwice.has(word[0]!))
      return [word[0]!, word[1]!, words[index - 1] ?? ''];
    if (at + word.length > start) return undefined;
    at += word.length;
  }
  return undefined;
}

function isMistake(
  { text, before, lexicon: words }: Clause,
  first: string,
  second: string,
  start: number,
  previous: string,
): boolean {
  const unit = second[0]!;
  const next = text[start + 2] ?? '';
  if (first.length === 1 && second.length === 1) {
    // 借我们用用。
    if (next === '看' || (verbsAtEnds.has(unit) && /^[。，！？”』」]?$/u.test(next))) return false;
    if (unit === '对' && /[台港澳美俄欧日韩]/.test(next)) return false;
    return isEcho(unit, previous, text.slice(start + 2, start + 4));
  }
  // 数据|据库, where 据库 is hardly a word and 数据库 is.
  if (first.length > 1 && second.length > 1)
    return (
      words.frequency(second) < hardlyAWord && words.frequency(first + second.slice(1)) > 20 * words.frequency(second)
    );
  if (unit === '习' && /[近主总總仲]/.test(next)) return false;
  if (unit === '织' && /[密牢就成起好补网]/.test(next)) return false;
  // 关心的|是|是否, 也不|不同于
  if (second === '是否' || /^不[同]/.test(second)) return false;
  if (first.length > 1)
    return (
      !beginsUnknownWords.has(unit) ||
      (/^[。，；：！？]$/u.test(next) && !verbsAtEnds.has(unit) && words.has(first)) ||
      isLeftOver(first, text.slice(Math.max(0, start - around), start - 1), next)
    );
  return isForerunner(second, previous || text.charAt(start - 1), start === before, words);
}

/** Whether the dictionary has a word that only one of the copies is the middle of: 社会会主义. */
function makesOneWord({ text, before, after, lexicon: words }: Clause, start: number): boolean {
  const right = text.slice(start + 2, after);
  const whole = words.spanning(text.slice(before, start + 1), right)?.word;
  return whole !== undefined && whole.length > 2 && !(whole[0] === text[start] && right.startsWith(whole.slice(1)));
}

function doubledWords(clause: Clause, run: Run): Repetition | undefined {
  const { text, after, lexicon: words } = clause;
  const { start, period, length } = run;
  const copies = Math.floor(length / period);
  const whole = text.slice(start, start + length);
  // 谁想去谁想去, 什么什么; but 为什么 is one word.
  const asked = /[谁哪誰]|多少|什么|怎么|什麼|怎麼|干[吗嘛]|幹嘛/.test(whole);
  if (asked && !(period > 2 && words.has(text.slice(start, start + period)))) return undefined;
  // 儿子的儿子的儿子
  if (whole.includes('的') && length >= 3 * period - 1) return undefined;
  // Blanks that part Chinese words part cells or entries; at least one of the letters is Chinese, and not in the middle of a Latin word.
  if (!/\p{Script=Han}/u.test(whole) || /\p{Script=Han} +\p{Script=Han}/u.test(whole)) return undefined;
  // Three times over is a chant, and a title may begin with its refrain.
  if (copies > 2 && period < longStretch) return undefined;
  if (text[start - 1] === '《') return undefined;
  const from = period >= longStretch ? start : aligned(clause, run);
  if (from === undefined) return undefined;
  const unit = text.slice(from, from + period);
  const end = from + copies * period;
  const behind = text[end] ?? '';
  // 一场一场的风 may itself be pointed at; 这一场一场 alone is a slip.
  const counted =
    /[的地]/.test(behind) || !/[每上下这那這另]|(?<!如)同/.test(text.slice(Math.max(0, from - 2), from).slice(-2));
  // 一样一样的, 一整天一整天地
  if (period <= 3 && /[的地]/.test(behind) && unit.startsWith('一')) return undefined;
  // 来见识见识, 去调查调查
  if (period === 2 && /[来去來]/.test(text[from - 1] ?? '') && !/[的地年]/.test(unit)) return undefined;
  if (
    counted &&
    period <= longStretch &&
    /^[\d一两整]/.test(whole) &&
    !noMeasure.has(unit) &&
    !noMeasure.has(unit.slice(0, 2)) &&
    !(period > 2 && words.has(unit))
  )
    return undefined;
  // 大口大口地, 小步小步的, 咕嘟咕嘟地
  if (period === 2 && ((/[的地]/.test(behind) && byMeasure.test(unit)) || sounds.test(unit))) return undefined;
  // 反对|阶级对阶级, 批评|批评者
  if (period > 2 && /^[对對比与與和跟到又接连連靠压壓]/.test(unit) && words.has(text.slice(from - 1, from + 1)))
    return undefined;
  if (period < longStretch) {
    const known = period > 3 || smallWords.test(unit) || words.words(unit).some((word) => word.length > 1);
    if (!known || emphatic.has(unit) || /^(?:.着|[很太]\p{Script=Han}$)/u.test(unit)) return undefined;
    if (everydayVerbs.has(unit)) return undefined;
    if (doubledToTry.has(unit) && !actsOnSomething(text, end, after, words)) return undefined;
    // 中队|中队长, 党组织|组织力
    if (period === 2 && /[者员員家]/.test(behind)) return undefined;
    if (/[力性化部学學]/.test(behind) && words.has(text.slice(from - 1, from + period))) return undefined;
    if (/[长長]/.test(behind) && /[队隊组組序校班排连連营營团團部处處科局会會厂廠室]$/.test(unit)) return undefined;
  }
  return { from, to: end, unit };
}

/**
 * Where the copies begin, so that one ends and the next begins with a word, and on one side at least the run as a whole does: 基础设施|设施 and
 * 工程|工程师 are doubled, 俄罗斯|罗斯托夫 is not.
 */
function aligned({ text, before, after, lexicon: words }: Clause, { start, period, length }: Run): number | undefined {
  const bounds = new Set([before]);
  let at = before;
  for (const word of words.words(text.slice(before, after))) {
    at += word.length;
    bounds.add(at);
  }
  let half: number | undefined;
  for (let from = start; from + 2 * period <= start + length; from++) {
    if (!bounds.has(from + period)) continue;
    const [begins, ends] = [bounds.has(from), bounds.has(from + 2 * period)];
    if (begins && ends) return from;
    if (begins || ends) half ??= from;
  }
  return half;
}

/** Whether a verb is followed by something other than the end of the clause, a particle or a pronoun. */
function actsOnSomething(text: string, end: number, after: number, words: Lexicon): boolean {
  const [next] = words.words(text.slice(end, after));
  return next !== undefined && !/^[这那它他她你我自一怎如什哪谁再吧呢啊嘛了的這她誰]/.test(next);
}
