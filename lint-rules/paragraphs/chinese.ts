import { isHeadingLike } from '../text/endings.js';
import { type Lexicon, lexicon } from '../text/lexicon.js';
import { isHanOrKana } from '../text/scripts.js';
import { cutBefore, cutBehind, unfinishedWord } from './chinese-positions.js';
import { doubledAt, lostAt } from './chinese-slips.js';
import type { Manuscript } from './manuscript.js';
import { beginsItem, isArticle } from './not-prose.js';
import { chineseSpoken, chineseStart, chineseTitle } from './sentence-words.js';
import { joint, type Verdict } from './verdict.js';

const reach = 8;
const hanEnd = /[\p{Script=Han}〇]{1,8}$/u;
const hanStart = /^[\p{Script=Han}〇]{1,8}/u;

/**
 * Weights of what is seen at a break, fitted by logistic regression on titles followed by their text and on cuts in prose, and rounded. A title is
 * what a short piece without a stop would else be.
 */
const weights = {
  title: 2.6,
  prose: 5,
  gained: 0.8,
  lost: 0.5,
  behind: 1.1,
  before: 1.6,
  known: [0, 0, 2.5, 3.5, 4.5],
  spoken: 2,
  long: 1.5,
  begins: 2,
  both: 1.5,
  comma: 1.5,
  colon: -3,
  parted: -5,
  repeated: -3,
  retold: -3,
  retoldWholly: -5,
  short: -1.5,
  worded: -3.5,
  item: -3,
  numbered: -6,
  organisation: -2.5,
  predicate: 2,
  titleAfter: -3,
  newThought: -6,
  number: 6,
  particle: 5,
};

/** Verbs, adverbs and conjunctions at the start: a sentence does not begin with them, for its subject would be missing. */
const predicate =
  /^(?:会(?![议計计员員长長场場])|也|都|就(?![业業是])|才|并(?!非)|並(?!非)|可(?![能见見])|则|則|被|将(?![军來来])|已|能(?![源力])|使|需|应(?![急用该])|應(?![急用該])|仍|还|還|是|为(?![了什何])|為(?![了什何])|和(?![平谐諧])|与(?!此)|與(?!此)|及(?!时)|或(?![许許者])|等(?!待)|地(?![方区球点位]))/u;
/** Particles, with which nothing begins. */
const particle = /^(?:的(?![确確士])|[们們吗嗎呢]|了(?![解不结結却卻断斷然得]))/u;
/** What begins a sentence, and stands behind a comma otherwise: before it a stop was lost rather than a page ended. */
const newThought =
  /^(?:此外|因此|同时[，,]|同時[，,]|然而|但是|不过[，,]|不過[，,]|另外|首先|其次|总之|總之|综上|綜上|目前[，,]|近年[来來]|本文|随着|隨著|由于|由於|如果|虽然|雖然|例如|与此同时|與此同時|尽管|儘管|第[一二三四五六七八九十]|我们|我們|这[是种種些]|這[是種些]|(?:近日|日前|昨[天日]|今[天日]|[当當]地[时時][间間]|截至|据悉|據悉|\d{1,2}日(?:上午|下午|晚)?)[^。]{0,12}[，,（(]|[记記]者(?:[从從近今昨日在了瞭]|[获獲]悉))/u;

/** What a break between two pieces of Chinese text looks like; both without line ends, trimmed, and the first one without a stop at its end. */
export function judgeChinese(left: string, right: string, manuscript: Manuscript): Verdict | undefined {
  const l = hanEnd.exec(left.slice(-reach))?.[0] ?? '';
  const r = hanStart.exec(right.slice(0, reach))?.[0] ?? '';
  const title =
    !isArticle(left) &&
    ((isHeadingLike(left) && (numberedTitle.test(left) || !isCutSentence(left))) || !/[，。；！？、]/u.test(left));
  if (!l || !r) return besideOther(left, right, title);
  const words = lexicon();
  const spanning = words.spanning(l, r);
  const plain = spanning?.gain ?? Number.NEGATIVE_INFINITY;
  const doubled = doubledAt(l, r, plain, title, title && !chineseSpoken.test(left), words);
  if (doubled) return doubled;
  const lost = lostAt(l, r, plain, title, words, manuscript);
  if (lost) return lost;
  const last = words.words(l).at(-1)!;
  const first = words.words(r)[0]!;
  const points = pointsFor(
    left,
    right,
    plain,
    title ? joinedElsewhere(l, r, manuscript) : 0,
    title,
    edgesOf(last, first),
  );
  if (spanning && plain > 0) {
    const back = overhang(l, spanning.word, r);
    return joint('word', points, spanning.word.slice(0, back), spanning.word.slice(back), '', plain >= leastForSure);
  }
  return joint(
    'sentence',
    points,
    last,
    first,
    '',
    isSound(last, words) && isSound(first, words) && !l.endsWith(r[0]!),
  );
}

/** Whether a piece, for all its shape, opens like a sentence and goes on behind a comma, as titles do not. */
const isCutSentence = (left: string): boolean =>
  /[，,]/u.test(left) && (chineseStart.test(left) || chineseSpoken.test(left)) && !chineseTitle.test(left);

/** What names of institutions end in, as they stand under a title. */
const organisation =
  /(?:大学|大學|学院|學院|研究[所院]|委员会|委員會|公司|中心|出版社|图书馆|圖書館|医院|醫院|[局厅廳部处處科]室?)$/u;
/** No sentence begins so. */
const numberedTitle = /^[一二三四五六七八九十]{1,3}[ \u3000]{1,2}\p{Script=Han}/u;
/** A title of two parts has a blank between them, as prose has not: “落实新战略 聚焦新担当”. */
const partedTitle = /\p{Script=Han}{3}[ \u3000]+\p{Script=Han}{3}/u;
/** What is no part of a title that has it. */
const articleNumber = /^第[零一二三四五六七八九十百]{1,6}条[ \u3000]+/u;
const longTitle = 28;
/** A page seldom ends so soon behind the start of a paragraph. */
const shortTitle = 8;
const leastForSure = 2;
const commonCharacter = 30_000;

/** Whether a piece is a word for sure, not what is left of one that lost a character. */
const isSound = (word: string, words: Lexicon): boolean =>
  word.length > 1 ? words.has(word) : words.frequency(word) >= commonCharacter;

/** Duties and permissions: no title ends in them. */
const surelyUnfinished = new Set(['应当', '應當', '不得', '可以', '必须', '必須', '应该', '應該']);

/** What the words at either edge say for a cut between them; see the tables of positions. */
interface Edges {
  behind: number;
  before: number;
}

/** A character that is a word by itself says more than one that only begins or ends a word: 和, but not 总和. */
function edgesOf(last: string, first: string): Edges {
  const end = cutBehind(last.at(-1)!);
  const start = cutBefore(first[0]!);
  return {
    behind: last.length === 1 ? end : surelyUnfinished.has(last) ? 5 : unfinishedWord(last) ? 3 : Math.min(end, 0),
    before: first.length === 1 || start < 0 ? start : start * 0.6,
  };
}

function pointsFor(left: string, right: string, plain: number, known: number, title: boolean, edges: Edges): number {
  const gain = Math.max(-6, Math.min(10, plain));
  let points = gain > 0 ? gain * weights.gained : 0;
  points += edges.behind * weights.behind + edges.before * weights.before + weights.known[known]!;
  if (predicate.test(right)) points += weights.predicate;
  if (particle.test(right)) points += weights.particle;
  if (newThought.test(right) && gain <= 0) points += weights.newThought;
  if (!title) return points + weights.prose;
  if (left.length <= shortTitle) points += weights.short;
  points += retelling(left, right);
  const spoken = chineseSpoken.test(left);
  if (left.length > longTitle) points += weights.long;
  const begins = chineseStart.test(left);
  points += weights.title + (gain < 0 ? gain * weights.lost : 0);
  if (spoken) points += weights.spoken;
  if (begins) points += weights.begins;
  if (spoken && begins) points += weights.both;
  if (/[，,]/u.test(left)) points += weights.comma;
  if (organisation.test(left)) points += weights.organisation;
  if (/[：:|｜]/u.test(left) && edges.behind < 3) points += weights.colon;
  if (partedTitle.test(left.replace(articleNumber, ''))) points += weights.parted;
  if (!/[，,]/u.test(left) && chineseTitle.test(left)) points += weights.worded;
  if (beginsItem(left)) points += weights.item;
  if (numberedTitle.test(left)) points += weights.numbered;
  if (repeatsTitle(left, right)) points += weights.repeated;
  if (isHeadingLike(right)) points += weights.titleAfter;
  return points;
}

/** A break between Chinese and a number, a name or a word of another script, or in the middle of a number. */
function besideOther(left: string, right: string, title: boolean): Verdict {
  const edges = { behind: cutBehind(left.at(-1)!), before: cutBefore(right[0]!) };
  const piece = /[\p{L}\p{N}]{1,12}$/u.exec(left.slice(-12))?.[0] ?? left.slice(-1);
  const next = /^[\p{L}\p{N}]{1,12}/u.exec(right)?.[0] ?? right.slice(0, 1);
  const number = /(?:^|\D)\d{1,3}$/.test(left.slice(-4)) && /^\d{1,3}(?!\d)/.test(right) ? weights.number : 0;
  return joint('sentence', pointsFor(left, right, title ? -6 : 0, 0, title, edges) + number, piece, next, '', false);
}

/** How many letters of a word across the break stand before it. */
function overhang(left: string, word: string, right: string): number {
  for (let back = Math.min(word.length - 1, left.length); back > 0; back--) {
    if (left.endsWith(word.slice(0, back)) && right.startsWith(word.slice(back))) return back;
  }
  return 1;
}

/** Whether a text begins with the words that its title is or ends in. */
const repeatsTitle = (title: string, text: string): boolean =>
  [title.length, 4, 3, 2].some(
    (length) => length >= 2 && length <= title.length && text.startsWith(title.slice(-length)),
  );

/** Units of the text in which a title is looked for, pairs of characters of the title that must come again there, and their share. */
const retold = { within: 120, pairs: 3, share: 0.34, wholly: 0.5 };

/** Points for the text's beginning by saying its title over again in other words, as news do. */
function retelling(title: string, text: string): number {
  const opening = text.slice(0, retold.within);
  let pairs = 0;
  let again = 0;
  for (let at = 0; at + 2 <= title.length; at++) {
    if (!isHanOrKana(title, at) || !isHanOrKana(title, at + 1)) continue;
    const pair = title.slice(at, at + 2);
    pairs++;
    if (opening.includes(pair)) again++;
  }
  if (again < retold.pairs || again < pairs * retold.share) return 0;
  return again < pairs * retold.wholly ? weights.retold : weights.retoldWholly;
}

/** How many characters around the break the manuscript has in one piece elsewhere, from 2 on; 0 when none. */
export function joinedElsewhere(left: string, right: string, manuscript: Manuscript): number {
  let known = 0;
  for (const [back, ahead] of [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ] as const) {
    if (left.length < back || right.length < ahead) continue;
    if (manuscript.occurrences(left.slice(-back) + right.slice(0, ahead)) > 0) known = back + ahead;
    else if (known === 0) return 0;
  }
  return known;
}
