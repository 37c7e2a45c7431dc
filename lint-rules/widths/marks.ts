import { isHangul } from '../text/scripts.js';
import type { Habits } from './habits.js';

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー`;
const wideMark = `”’」』》〉）】〕，。、；：！？…—“‘「『《〈（【〔`;

/** The full-width form of a half-width mark. */
export const fullWidth: Record<string, string> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** Something found in a text, with what should stand there. */
export interface WidthFault {
  kind: 'half' | 'name' | 'brackets' | 'letters' | 'doubled' | 'ellipsis' | 'full';
  /** Indexes of the text. */
  start: number;
  end: number;
  expected: string;
  certain: boolean;
}

const half = new RegExp(
  [
    `(?<=[${cjk}])[,;?!](?=[${cjk}${wideMark}])`,
    `(?<=[${cjk}])[,;?!] (?=[${cjk}])`,
    `(?<=[${cjk}])[,;?!](?=$|\\n)`,
    `(?<=[${cjk}])[,;?!](?=[A-Za-z])`,
    `(?<=[A-Za-z0-9\\uFFFC])[,;?!](?=[${cjk}])`,
    `(?<=[”’」』》〉）】])[,;](?=[${cjk}])`,
    `(?<=[${cjk}]):(?=[${cjk}“「『《（])`,
    `(?<=[${cjk}]): (?=[${cjk}])`,
    `(?<=[${cjk}])\\.(?=[${cjk}])`,
    `(?<=[${cjk}]{2})\\. (?=[${cjk}])`,
    `(?<=[${cjk}]{4})\\.(?=$|\\n)`,
  ].join('|'),
  'gu',
);
const transcribed =
  '阿埃艾安奥巴贝比伯布达戴丹德蒂迪杜多厄恩尔法菲费弗盖格哈汉亨霍基吉加杰卡凯科克肯拉莱兰劳勒雷里理利列林卢鲁伦罗洛马麦曼梅米莫姆穆纳内尼诺欧帕佩皮普奇乔切琼萨塞莎史斯苏索塔泰特汀图托瓦威韦维沃乌西希谢雅亚伊詹珍朱兹茨吐温顿森逊泽爾蓋貝達費漢傑凱萊蘭勞魯倫羅馬麥納內諾歐佩喬瓊薩蘇圖維烏謝亞茲澤';
/** A stop between two parts of a foreign name in Chinese characters: 比尔.盖茨. */
const foreignName = new RegExp(`^[${transcribed}]{2}\\.[${transcribed}]{1,2}`, 'u');
const label = /(?:^|\n)\s*[（(]?[一二三四五六七八九十百甲乙丙丁\d]{1,4}$/u;

/** A work in a list of works, whose parts are divided by Latin marks (GB/T 7714). */
const work = /^\s*[[［]\d{1,3}[\]］]|[[［][JMDCNPRSZ](?:\/OL)?[\]］]/u;

/** Half-width marks among Han and kana. */
export function* halfMarks(text: string, { halfMarks, spacedQuestions }: Habits): Generator<WidthFault> {
  const isWork = work.test(text);
  for (const match of text.matchAll(half)) {
    const mark = match[0][0]!;
    const start = match.index;
    if (halfMarks.has(mark) || (isWork && (mark === '.' || mark === ','))) continue;
    if (spacedQuestions && /[?!]/.test(mark) && /^[\s」』”]/.test(text.slice(start + 1))) continue;
    if (mark === '.' && label.test(text.slice(Math.max(0, start - 8), start))) continue;
    if (text[start + 1] === mark || text[start - 1] === mark) continue;
    const between = new RegExp(`[${cjk}]`, 'u');
    if (mark === '.' && match[0].length === 1 && foreignName.test(text.slice(Math.max(0, start - 2), start + 3))) {
      yield { kind: 'name', start, end: start + 1, expected: '·', certain: false };
      continue;
    }
    const certain = mark !== '.' && between.test(text[start - 1]!) && between.test(text[start + match[0].length] ?? '');
    yield { kind: 'half', start, end: start + match[0].length, expected: fullWidth[mark]!, certain };
  }
}

const brackets = new RegExp(String.raw`(?<=[${cjk}”」》])\(([${cjk}“「《][^()\n]{0,60})\)`, 'gu');

/** Half-width brackets around words that are none of Latin letters. */
export function* halfBrackets(text: string): Generator<WidthFault> {
  for (const match of text.matchAll(brackets)) {
    const inner = match[1]!;
    yield {
      kind: 'brackets',
      start: match.index,
      end: match.index + match[0].length,
      expected: `（${inner}）`,
      certain: false,
    };
  }
}

/**
 * Letters and digits of full width, as old typesetting systems had them. One by itself is lawful in Japanese, where newspapers and offices set a single digit or letter
 * as wide as the characters about it: 3 of 10, but ３つ, Ｘ線, Ａ社.
 */
export function* wideLetters(text: string, lang: string): Generator<WidthFault> {
  const single = lang.startsWith('ja');
  for (const match of text.matchAll(/[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．％]{0,60}[０-９Ａ-Ｚａ-ｚ])?/gu)) {
    if (single && match[0].length === 1) continue;
    const expected = match[0].normalize('NFKC');
    yield { kind: 'letters', start: match.index, end: match.index + match[0].length, expected, certain: true };
  }
}

const stops =
  /(?<![。，、；：！？])(?:。{2}(?!。)|[，、；：]{2,4}|[，、；：][。！？]|[。！？][，、；：]|[！？]。)(?![。，、；：])/gu;
const behindQuotation = /[。！？][”』」’]。/gu;
const dots = /。{3,12}|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\.{3,12}/gu;

/** What has to be in a text for any of these, told fast. */
const clash = /[。，、；：！？][。，、；：！？]|[”』」’]。|\.\.\./;

/** Stops that are doubled, or of which one contradicts the other. 。 behind 。” is one too many as well (GB/T 15834-2011). */
export function* clashes(text: string): Generator<WidthFault> {
  if (!clash.test(text)) return;
  for (const match of text.matchAll(stops)) {
    const marks = match[0];
    const same = [...marks].every((one) => one === marks[0]);
    const strongest =
      /[！？]/.exec(marks)?.[0] ?? (marks.includes('。') ? '。' : marks.includes('；') ? '；' : marks.at(-1)!);
    yield { kind: 'doubled', start: match.index, end: match.index + marks.length, expected: strongest, certain: same };
  }
  for (const match of text.matchAll(behindQuotation)) {
    yield { kind: 'doubled', start: match.index, end: match.index + 3, expected: match[0].slice(0, 2), certain: false };
  }
  for (const match of text.matchAll(dots)) {
    yield { kind: 'ellipsis', start: match.index, end: match.index + match[0].length, expected: '……', certain: false };
  }
}

const abbreviations = new Set(
  'etc al vs cf eg ie resp approx dept univ inc ltd corp co fig figs eq eqs ref refs vol vols no nos ed eds pp jr sr st mr mrs ms dr prof assn bros dept usw bzw ca evtl ggf inkl exkl vgl sog insb allg bd hrsg nr str jh jhd mio mrd tel abb tab kap aufl env chap éd trad coll fasc ibid op cit loc jan feb mar apr jun jul aug sept sep oct nov dec okt dez janv févr juill déc mme mlle'.split(
    ' ',
  ),
);

/** No part of an abbreviation is so long. */
const longWord = 8;

/** Whether a word before a stop is one that is always written with it, or looks so: capitals, one letter, behind another stop. */
function isAbbreviation(word: string, text: string, end: number): boolean {
  if (/^\p{Script=Hangul}/u.test(word)) return false;
  const before = text[end - word.length - 1];
  return (
    abbreviations.has(word.toLowerCase()) ||
    before === '.' ||
    (before === '-' && word.length < longWord) ||
    word.length < 3 ||
    /^\p{Lu}.{0,3}$/u.test(word) ||
    !/^\p{L}\p{Ll}+$/u.test(word)
  );
}

const latinClash =
  /(?<=(\p{L}{2,30}|\p{Script=Hangul}|\p{N}|[”"’»)\]](?=,{2})))(?:,{2,4}|, ,|,\.|\.{2}(?!\.)|\. \.(?! ?\.)|;{2,4}|[;,:]\.|\.[,;]|[,;:][;:](?=\s)|[!?],(?=\s\p{Lu})|[!?]\.)(?=\s|$)/gu;
const fullInLatin =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d][”"’»)]?)[，。．；：！？、](?=$|\s|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d“„«(])|(?<=\p{Script=Hangul}[”"’)]?)[，。；：！？、．](?=$|\s|[\p{Script=Hangul}\p{Script=Latin}\d“‘"(\uFFFC])|(?<=\p{Script=Hangul})（(?=[\p{Script=Hangul}\p{Script=Latin}\d])|(?<=[\p{Script=Hangul}\p{Script=Latin}\d])）(?=[\p{Script=Hangul}\s.,]|$)/gu;
const halfWidth: Record<string, string> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '、': ',',
  '．': '.',
  '（': '(',
  '）': ')',
};

/** Brackets of full width around words; numbers in them count points. */
const fullBrackets = /（([^（）\n]{1,200})）/g;
const isWideText = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|^\d{1,2}$/u;

/** A sentence in Latin letters has some small words; a list of names or sizes in a Chinese or Japanese text has none. */
const isSentence = (text: string): boolean => (text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}/gu)?.length ?? 0) >= 4;
const someWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a mark belongs to a sentence of wide letters that only begins or ends in others, as in 最后点“Propose changes”。 */
function isInWideSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^。！？]*$/u.test(before)) return true;
  return /^[、，][^。！？\n]{0,30}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    text.slice(at, at + 40),
  );
}

/** Whether 、 stands behind the number of an entry, as Chinese lists have it: 1、Typst. */
const isListMark = (text: string, at: number): boolean =>
  /(?:^|\n)\s*\d{1,3}$/.test(text.slice(Math.max(0, at - 6), at));

/** The same in scripts with spaces, where a full-width mark is out of place too. */
export function* inSpaced(text: string, lang: string, { fullMarks, twoDots }: Habits): Generator<WidthFault> {
  for (const match of text.matchAll(latinClash)) {
    const marks = match[0];
    const word = match[1]!;
    // “etc.,” is right: the stop belongs to the abbreviation.
    if ((marks === '.,' || marks === '.;') && isAbbreviation(word, text, match.index)) continue;
    if (marks === '..' && (text[match.index - 1] === '.' || (twoDots && isHangul(text, match.index - 1)))) continue;
    const expected =
      /[!?]/.exec(marks)?.[0] ?? (marks.includes('.') && !/^\.[,;]$/.test(marks) ? '.' : marks[marks.length - 1]!);
    yield { kind: 'doubled', start: match.index, end: match.index + marks.length, expected, certain: false };
  }
  // Numbers alone do not say what they are written among.
  if (!/\p{L}/u.test(text)) return;
  // Between names in Latin letters, the marks of a Chinese or Japanese text are its own.
  if (fullMarks || (/^(?:zh|ja)/.test(lang) && (someWide.test(text) || !isSentence(text)))) return;
  for (const match of text.matchAll(fullInLatin)) {
    if (isInWideSentence(text, match.index) || (match[0] === '、' && isListMark(text, match.index))) continue;
    const next = text[match.index + 1] ?? '';
    const bracket = match[0] === '（' || match[0] === '）';
    const expected = halfWidth[match[0]]! + (next && !bracket && !/\s/.test(next) ? ' ' : '');
    yield { kind: 'full', start: match.index, end: match.index + 1, expected, certain: false };
  }
  if (!text.includes('（')) return;
  for (const { 0: actual, 1: inner, index: start } of text.matchAll(fullBrackets)) {
    if (isWideText.test(inner!) || isInWideSentence(text, start)) continue;
    const end = start + actual.length;
    const before = /[\p{L}\p{N}]/u.test(text[start - 1] ?? '') ? ' ' : '';
    const after = /[\p{L}\p{N}]/u.test(text[end] ?? '') ? ' ' : '';
    yield { kind: 'full', start, end, expected: `${before}(${inner})${after}`, certain: false };
  }
}
