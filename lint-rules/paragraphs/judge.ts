import { endingOf } from '../text/endings.js';
import { opaque } from '../text/mask.js';
import type { Block } from '../text/prose.js';
import { firstCharacter, isCjk, lastCharacter } from '../text/scripts.js';
import { isCarriedOver, near } from './carried-over.js';
import { judgeChinese } from './chinese.js';
import { judgeJapanese } from './japanese.js';
import type { Junction } from './junctions.js';
import type { Manuscript } from './manuscript.js';
import {
  areDated,
  beginsItem,
  endsInAttribution,
  endsInDefinition,
  endsInDisplay,
  endsInSource,
  inShortLines,
  isDateLine,
  isEmphasised,
  isFormula,
  isLabel,
  isLetterForm,
} from './not-prose.js';
import { judgeSpaced } from './spaced.js';
import { joint, type Verdict } from './verdict.js';

/** What a Japanese sentence ends with. */
const japaneseFinal = /(?:[るいたうくすつぬむぶぐだ]|です|ます|ません|こと|もの|か)$/u;
/** Points that a verdict needs before it is reported, by what stands between the two pieces. */
const least: Record<Junction['between'], number> = {
  nothing: 1.5,
  furniture: 1.5,
  line: 6,
  figure: 6,
  item: 5,
  edge: 5,
};
const leastBehindHeading = 9;
const bonus = {
  pair: 3,
  pageBreak: 1.5,
  untidy: -3,
  semicolon: 3,
  comma: 5,
  opening: 6,
  mark: 7,
  closing: -2,
  enclosed: -6,
  opaque: -4,
};
const tidy = 0.6;

const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A mark that only goes on: nothing begins with it. An ellipsis, ".NET" and pandoc's ": caption" do begin something. */
const goingOn = /^(?:[，、；：。！？”）》」』】〉%％‰℃](?!\s*$)|[,;!?)\]](?=[\s\p{L}])|\.(?=\s)|’(?!\p{L}))/u;
const abbreviation =
  /(?<![\p{L}\p{N}])(?:z\. ?B|d\. ?h|u\. ?a|s\. ?o|i\. ?d\. ?R|bzw|vgl|ca|evtl|ggf|inkl|bzgl|sog|Abb|Abs|Art|Bd|Hrsg|Nr|St|Dr|Prof|Mr|Mrs|Ms|e\.g|i\.e|cf|vs|Fig|Figs|Eq|Eqs|Sec|No|Vol|approx|resp|p\. ?ex|c\.-à-d|т\. ?е|т\. ?д|т\. ?п|напр|см|рис|г|гг|др|им)\.$/u;

/** What happened between the two pieces of a junction, when it is certain enough to be reported. */
export function judge(junction: Junction, blocks: readonly Block[], manuscript: Manuscript): Verdict | undefined {
  const { left, right, between } = junction;
  if (inShortLines(blocks, left, right)) return undefined;
  const l = plain(left, 'end');
  const r = plain(right, 'start');
  if (l === '' || r === '' || isOutOfQuestion(junction, l, r)) return undefined;
  // A text and its translation, paragraph by paragraph.
  if (left.cjk && !right.cjk && !isCjk(firstCharacter(r)) && !wideLetter.test(r.slice(0, near))) return undefined;
  const verdict = weigh(l, r, manuscript);
  if (!verdict) return undefined;
  if (between === 'figure' && verdict.kind !== 'word' && verdict.kind !== 'hyphen') return undefined;
  if (between === 'item' && !isCutItem(verdict, l)) return undefined;
  if (between === 'edge' && verdict.kind === 'sentence' && isOneOfOpen(left, blocks) && !goingOn.test(r))
    return undefined;
  let points = verdict.points;
  if (isCarriedOver(l, r)) points += bonus.pair;
  if (junction.blankLines > 1) points += bonus.pageBreak;
  if (verdict.kind === 'sentence' && manuscript.terminated < tidy) points += bonus.untidy;
  if (left.kind === 'heading' && verdict.kind !== 'word' && !goingOn.test(r)) return undefined;
  // Items of a list need no stop, least of all behind a verb that ends the sentence.
  const item = between === 'edge' && left.context === 'list' ? (japaneseFinal.test(l) ? 4 : 1) : 0;
  const needed = left.kind === 'heading' ? leastBehindHeading : least[between] + item;
  return points >= needed ? { ...verdict, points } : undefined;
}

/** What a reference to another item ends with: 回到步骤一. */
const numeral = /[一二三四五六七八九十]$/;

/** Whether a word is surely cut between two items of a list; two whole words may stand there by chance: 数据¶分析. */
const isCutItem = ({ kind, certain, left, right }: Verdict, l: string): boolean =>
  kind === 'word' && certain && !(left > 1 && right > 1) && !numeral.test(l);

/** Whether the item of a list before this one has no stop either, so that it needs none. Small letters behind an item tell more than that elsewhere. */
function isOneOfOpen({ context, order, parent, cjk }: Block, blocks: readonly Block[]): boolean {
  const before = blocks[order - 1];
  return (
    cjk &&
    context === 'list' &&
    before?.context === 'list' &&
    before.parent !== parent &&
    before.parent.children.at(-1) === before.node &&
    /^(?:letter|closing|opaque|other)$/.test(endingOf(before.text))
  );
}

/** Units of a piece that are looked at: more than the longest title or label. */
const enough = 1200;

/** The text of a block on one line, of a long one the part at the break. A line end between Chinese or Japanese letters is none to the reader. */
function plain({ text, cjk }: Block, side: 'start' | 'end'): string {
  const whole = text.trim();
  const part = whole.length <= enough ? whole : side === 'end' ? whole.slice(-enough) : whole.slice(0, enough);
  const line = part.includes('\n') ? part.replace(/\s*\n\s*/gu, cjk ? '' : ' ') : part;
  // A soft hyphen at the break was printed there.
  return line.endsWith('\u00ad') ? `${line.slice(0, -1)}-` : line;
}

/** A sentence that counts points in it: “(1) paper, (2) glue and”. */
const counts = /^\(\d{1,2}\)\s[^()]{2,80}[,;]\s\(\d{1,2}\)\s/u;

/** A title behind the number of its section: “2.3 Methods”. */
const sectionTitle = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \u3000][^，,。；;]{2,60}$/u;

function isOutOfQuestion({ left }: Junction, l: string, r: string): boolean {
  return (
    (isLabel(l) && !counts.test(l)) ||
    isLabel(r) ||
    sectionTitle.test(l) ||
    (beginsItem(r) && !isCarriedOver(l, r)) ||
    areDated(l, r) ||
    endsInDefinition(left.text) ||
    endsInAttribution(l) ||
    isFormula(l) ||
    isFormula(r) ||
    isDateLine(l) ||
    isDateLine(r) ||
    isLetterForm(l) ||
    isLetterForm(r) ||
    isEmphasised(left) ||
    endsInDisplay(left.text) ||
    endsInSource(left) ||
    /(?:^|\n):\s/.test(left.text) ||
    r.replaceAll(opaque, '').trim() === ''
  );
}

function weigh(l: string, r: string, manuscript: Manuscript): Verdict | undefined {
  const ending = endingOf(l);
  if (ending === 'stop') {
    const goes = abbreviation.test(l.slice(-14)) && /^\p{Ll}/u.test(r);
    return goes ? joint('sentence', bonus.comma, lastPiece(l), firstPiece(r), ' ', true) : undefined;
  }
  if (ending === 'colon' || ending === 'dash' || ending === 'other') return undefined;
  const wide = isCjk(lastLetter(l)) || isCjk(firstCharacter(r)) || isCutNumber(l, r);
  const glue = wide ? '' : ' ';
  if (goingOn.test(r)) return joint('sentence', bonus.mark, lastPiece(l), r.slice(0, 1), '', true);
  if (ending === 'opening') return joint('sentence', bonus.opening, lastPiece(l), firstPiece(r), '', true);
  if (isJapanese(l, r, manuscript) && (isSpeech(r) || endsInSentence(l))) return undefined;
  if (ending === 'comma') return afterComma(l, r, glue);
  if (ending === 'semicolon') return afterSemicolon(l, r, glue);
  const verdict = wide ? judgeWide(l, r, manuscript) : judgeSpaced(l, r, manuscript);
  if (!verdict || ending === 'letter' || ending === 'hyphen') return verdict;
  const enclosed = ending === 'closing' && /^[（(“「『《"„«]/u.test(l);
  return { ...verdict, points: verdict.points + bonus[enclosed ? 'enclosed' : ending] };
}

function judgeWide(l: string, r: string, manuscript: Manuscript): Verdict | undefined {
  return isJapanese(l, r, manuscript) ? judgeJapanese(l, r, manuscript) : judgeChinese(l, r, manuscript);
}

const isJapanese = (l: string, r: string, { lang }: Manuscript): boolean =>
  lang.startsWith('ja') || /[\u3041-\u30fa]/u.test(l.slice(-40) + r.slice(0, 40));

/** Speech has a paragraph of its own in Japanese, also in the middle of the sentence that tells who speaks: 彼は、¶「はい」と言った。 */
function isSpeech(text: string): boolean {
  if (text[0] !== '「' && text[0] !== '『') return false;
  const end = closeOf(text, 0, 1);
  return end < 0 || end === text.length - 1 || /[。！？…―]/u.test(text.slice(0, end));
}

/** Whether a bracket or quotation that holds a sentence ends a text: Japanese has no stop before or behind the closing mark. */
function endsInSentence(text: string): boolean {
  const last = text.length - 1;
  if (!/[」』）)]/u.test(text[last] ?? '')) return false;
  const start = closeOf(text, last, -1);
  return start >= 0 && /[。！？]/u.test(text.slice(start, last));
}

/** Where the bracket or quotation that stands at `at` has its other end, looking forward or back; -1 where it has none. */
function closeOf(text: string, at: number, step: 1 | -1): number {
  let depth = 0;
  for (let index = at; index >= 0 && index < text.length; index += step) {
    if ('「『（('.includes(text[index]!)) depth += step;
    else if ('」』）)'.includes(text[index]!)) depth -= step;
    if (depth === 0) return index;
  }
  return -1;
}

/** Whether a number of a Chinese or Japanese sentence goes on behind the break. */
const isCutNumber = (l: string, r: string): boolean =>
  /^\d/.test(r) && /\d/.test(l.slice(-1)) && wideLetter.test(l.slice(-12));

/** A comma at the end goes on, except after an address to the reader and in verse: two short lines of one length. */
function afterComma(l: string, r: string, glue: string): Verdict | undefined {
  const short = l.length <= 12 && Math.abs(l.length - r.length) <= 2;
  const address =
    !/[，,、]/u.test(l.slice(0, -1)) &&
    l.length <= (/^(?:尊敬|敬[爱愛]|[亲親][爱愛]|各位|[诸諸]位)/u.test(l) ? 16 : 8) &&
    /(?:[们們]|先生|女士|同志|老师|老師|朋友)[，,]$/u.test(l);
  return short || address ? undefined : joint('sentence', bonus.comma, lastPiece(l), firstPiece(r), glue, true);
}

/** An item of a list is a sentence at most, and seldom so long. */
const longItem = 100;

/** Items of a list may stand as paragraphs that end in semicolons; prose may not. */
function afterSemicolon(l: string, r: string, glue: string): Verdict | undefined {
  const prose =
    ((l.length >= 30 && /[。.]/u.test(l)) || (l.length >= longItem && /[，,]/u.test(l))) &&
    endingOf(r) === 'stop' &&
    !/^[\p{Lu}\d]/u.test(r);
  return prose ? joint('sentence', bonus.semicolon, lastPiece(l), firstPiece(r), glue, true) : undefined;
}

/** Units at the end of a text in which its last piece lies: a pattern for an end tries every place of the text that it is given. */
const atEnd = 60;

const lastLetter = (text: string): string => lastCharacter(text.slice(-atEnd).replace(/[^\p{L}\p{N}]{1,20}$/u, ''));
const lastPiece = (text: string): string =>
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；]{1,30})[^\p{L}\p{N}]{0,3}$/u.exec(
    text.slice(-atEnd),
  )?.[0] ?? text.slice(-1);
const firstPiece = (text: string): string =>
  /^[^\p{L}\p{N}]{0,3}(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；]{1,30})/u.exec(
    text,
  )?.[0] ?? text.slice(0, 1);
