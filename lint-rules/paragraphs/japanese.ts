import { headingNumber } from '../headings/numbers.js';
import { isHeadingLike } from '../text/endings.js';
import { joinedElsewhere } from './chinese.js';
import type { Manuscript } from './manuscript.js';
import { japaneseSpoken, japaneseTitle } from './sentence-words.js';
import { joint, type Verdict } from './verdict.js';

const reach = 10;
const letters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]{1,10}/u;
const lettersAtEnd = new RegExp(`${letters.source}$`, 'u');
const lettersAtStart = new RegExp(`^${letters.source}`, 'u');

/** Characters that nothing begins with. */
const never = /^[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーをんン々]/u;
/** Particles and endings at the start, save in the words that do begin so. */
const goesOn =
  /^(?:が(?!く|い|ん|ぞ|っ)|は(?!じ|い|っ|る|ず|な|た)|の(?!ち|み|ぞ|べ)|に(?!ほ|お|わ|ほ)|で(?!も[、す]|は[、]|き|す|な)|と(?!こ|く|り|き|て|も|は|い|に)|も(?!し|う|っ|ち|の|と|ち)|へ(?!い)|や(?!は|っ|す|り|め)|から|まで(?!も)|より(?!も|良|よ|高|詳|多)|など|だけ|しか(?!し)|ます|まし|ませ|です|でし|でき|する|した|して|しま|され|さら?れ|せ|る|れ|ら|た(?!だ|と|く|め|び|ま)|て|な(?!お|ぜ|ど|に|ん|か)|い(?!ま|く|つ|ろ|ず|わ|っ|か|え|い)|く(?!り|わ|だ)|け(?!れ|い)|っ|り|き|め(?!っ)|ば|ず|ね|よ(?!う|り|く)|わ(?!か|た|れ)|う(?!ま|え|ち|っ)|む|ぶ|ぐ|つ(?!ま|ぎ|い|ね|く))/u;
const opens =
  /^(?:この|その|あの|これ|それ|ここ|そこ|こう|そう|また|まず|さて|さら|しか|ただ|たと|例え|例とし|なお|つま|次に|最後|最初|以下|本[章節書稿]|一方|同[様じ]|特に|もし|では|よく|すべ|いま|今|現在|もう)/u;
/** Particles and stems at the end, save in the titles that end so. */
const unfinished =
  /(?:[をがのもやへっ]|(?<!はじめ|おわり|さら|最後|ため|とも|とき|特|つい|よう)に|(?<!と|では|て)は|(?<!まで|ま|そ)で|(?<!こ|ひ|も|こ)と|[まさしきちりれけせべ]|(?<!つい|して|せ|っ|対し|向け)て|(?<!ま|で|し|っ|来|れ|え|い)た|な|な[らい]|か(?!ら)|よ|そ|こ|あ|ば)$/u;

const points = {
  prose: 5,
  title: 0.2,
  never: 6,
  goesOn: 3.5,
  opens: -3,
  unfinished: 3.5,
  word: 2.5,
  apart: -1,
  comma: 2.5,
  spoken: 2.5,
  worded: -3.5,
  numbered: -5,
};
const known = [0, 0, 1, 2.5, 3.5];

/** What a break between two pieces of Japanese text looks like; both without line ends, trimmed, and the first one without a stop at its end. */
export function judgeJapanese(left: string, right: string, manuscript: Manuscript): Verdict | undefined {
  const l = lettersAtEnd.exec(left.slice(-reach))?.[0] ?? '';
  const r = lettersAtStart.exec(right.slice(0, reach))?.[0] ?? '';
  const [back, ahead] = l && r ? wordAcross(l, r) : [0, 0];
  const across = back > 0 && ahead > 0;
  const title = isHeadingLike(left);
  let sum = title ? points.title : points.prose;
  if (/、/u.test(left)) sum += points.comma;
  if (japaneseSpoken.test(left)) sum += points.spoken;
  if (japaneseTitle.test(left) && title && !/、/u.test(left)) sum += points.worded;
  if (title && headingNumber(left)) sum += points.numbered;
  if (never.test(right)) sum += points.never;
  else if (opens.test(right)) sum += points.opens;
  else if (goesOn.test(right)) sum += points.goesOn;
  if (unfinished.test(left)) sum += points.unfinished;
  sum += across ? points.word : points.apart;
  if (l && r) sum += known[joinedElsewhere(l, r, manuscript)]!;
  if (isHeadingLike(right)) sum += points.opens;
  return across
    ? joint('word', sum, l.slice(-back), r.slice(0, ahead), '', true)
    : joint('sentence', sum, left.slice(-Math.max(1, -back)), right.slice(0, Math.max(1, -ahead)), '', true);
}

let segmenter: Intl.Segmenter | undefined;

/**
 * How many letters of the word across the break stand before and behind it. Where none does: those of the last word before it and of the first one
 * behind it, negative.
 */
function wordAcross(left: string, right: string): [number, number] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const at = left.length;
  let before = at;
  for (const { index, segment } of segmenter.segment(left + right)) {
    const end = index + segment.length;
    if (end < at) continue;
    if (end === at) before = segment.length;
    else if (index >= at) return [-before, -segment.length];
    else return [at - index, end - at];
  }
  return [-before, -1];
}
