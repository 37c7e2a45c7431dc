import { isHeadingLike } from '../text/endings.js';
import {
  continuesAsVerb,
  continuesInKorean,
  endsInKoreanNoun,
  leadsOnInKorean,
  speaksInKorean,
} from '../text/korean.js';
import { isHangul } from '../text/scripts.js';
import { leadsOn, surelyLeadsOn } from './function-words.js';
import { isSuspended, rejoin } from './hyphens.js';
import type { Manuscript } from './manuscript.js';
import { beginsItem } from './not-prose.js';
import { isTitleCase, spacedQuestion, spacedSpoken } from './sentence-words.js';
import { joint, type Verdict } from './verdict.js';

/** Points for what is seen at a break between two pieces of a text with spaces between its words. */
const points = {
  hyphen: 8,
  lower: 6,
  lowerBehindTitle: 3.5,
  titleCase: -2.5,
  single: -2,
  short: -2.5,
  leadsOn: 5,
  capital: 0,
  capitalBehindTitle: -4,
  name: 2,
  pair: 2.5,
  noun: 2,
  adjective: 2,
  adjectiveInTitle: 3.5,
  spoken: 2.5,
  opener: -2,
  digit: 2,
  uncased: 4,
  uncasedTitle: -1.5,
  uncasedSpoken: 3.5,
  final: -6,
  twice: 4,
  perhapsTwice: 1.5,
  particle: 4,
  torn: 6,
};

const lastWord = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]{0,40}$/u;
const firstWord = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’]{0,40}/u;
const hyphenEnd = /(\p{L}[\p{L}\p{M}]{0,40})[-‐]$/u;
const closers = /[”’"'»)\]“‘\uFFFC\s]{1,60}$/u;
const openers = /^["'“„«([]{1,3}/u;
/** Scripts that have neither capitals nor stops, so that nothing can be told. */
const silent = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const hangulAtEnd = /\p{Script=Hangul}$/u;
/** What ends a Korean sentence: a stop was lost behind it. */
const koreanFinal = /\p{Script=Hangul}(?:(?<![보마바수])다|(?<![필개중수주소강])요|까|죠)$/u;
/** Units at the end of a text in which its last word lies, with what closes behind it. */
const atEnd = 120;

/** What a break between two pieces of text looks like; both trimmed, and the first one without a stop at its end. */
export function judgeSpaced(left: string, right: string, manuscript: Manuscript): Verdict | undefined {
  if (silent.test(right.slice(0, 2)) || silent.test(left.slice(-2))) return undefined;
  const first = firstWord.exec(right.replace(openers, ''))?.[0];
  // A pattern for an end tries every place of the text that it is given.
  const end = left.slice(-atEnd);
  const hyphen = hyphenEnd.exec(end)?.[1];
  if (hyphen && first) return atHyphen(hyphen, first, left, manuscript);
  const bareEnd = end.replace(closers, '');
  const bare = left.slice(0, left.length - end.length + bareEnd.length);
  const last = lastWord.exec(bareEnd)?.[0] ?? '';
  if (!first) return undefined;
  const title = isHeadingLike(left);
  // A title may end in the word that its text begins with.
  const repeated = !title && last.length > 1 && last === first && /^\p{Lu}/u.test(first) ? points.perhapsTwice + 1 : 0;
  const sum = pointsFor(left, right, last, first, title, manuscript) + repeated;
  const shownRight = right.slice(0, right.indexOf(first) + first.length);
  const shownLeft = last ? left.slice(bare.length - last.length) : left.slice(-1);
  const again = title ? 0 : koreanTwice(left, right);
  if (again > 1 || (again === 1 && manuscript.occurrences(last + first.slice(1)) > 0)) {
    const twice = left.slice(-again);
    return {
      ...joint('sentence', sum + points.twice, twice, twice, '', false),
      kind: 'doubled',
      expected: twice,
      drop: { left: 0, right: again },
    };
  }
  if (again) return joint('sentence', sum + points.perhapsTwice, shownLeft, shownRight, ' ', false);
  const within = bare === left && right.startsWith(first) && isPieceOfWord(last, first, manuscript);
  if (within === 'word')
    return joint('word', sum + (hangulAtEnd.test(last) ? points.particle : 2), last, first, '', true);
  return joint('sentence', sum, shownLeft, shownRight, ' ', within === 'sentence' || bare !== left);
}

/** How many syllables of Hangul at the end of one piece stand at the beginning of the other again. */
function koreanTwice(left: string, right: string): number {
  for (let length = 6; length > 0; length--) {
    const end = left.slice(-length);
    if (/^[\uac00-\ud7a3]+$/.test(end) && right.startsWith(end)) return length;
  }
  return 0;
}

function pointsFor(
  left: string,
  right: string,
  last: string,
  first: string,
  title: boolean,
  manuscript: Manuscript,
): number {
  // "Where the deeds come from" is whole.
  const whole = stranded.has(last) && /^\p{Lu}/u.test(first) && !left.includes(',') && spacedQuestion.test(left);
  // A clause with a verb of its own is no title: "Auch wenn es so wirkt, geht es über".
  const spoken = title && left.includes(',') && spacedSpoken.test(left);
  const leads = title && !spoken ? surelyLeadsOn(last) && !whole : leadsOn(last);
  const leading = leads ? points.leadsOn + (title ? 1 : 0) : 0;
  const words = left.split(/\s+/u).length;
  const rest = right.length < 40 && !/[.!?。！？]["”»)]?$/u.test(right) ? points.short : 0;
  const start = first[0]!;
  const korean = hangulAtEnd.test(left);
  if (!korean && /\p{Ll}/u.test(start)) {
    // A name such as iPhone or a command is no common word.
    if (/\p{Lu}|\d/u.test(first)) return points.capital + leading;
    const few = words < 2 ? points.single : 0;
    const heading = title
      ? points.lowerBehindTitle + (isTitleCase(left) || beginsItem(left) ? points.titleCase : 0)
      : points.lower;
    return heading + few + rest + leading;
  }
  if (!korean && /\p{N}/u.test(start)) return (title ? points.capitalBehindTitle : points.digit) + leading;
  if (korean || !/\p{Lu}|\p{Lt}/u.test(start)) {
    // A name by itself, such as that of a function, is no piece of a sentence.
    const alone = !korean && words < 2 ? points.uncasedTitle + points.single : undefined;
    return (
      (alone ?? (title ? points.uncasedTitle : points.uncased)) + rest + (korean ? koreanPoints(left, right, title) : 0)
    );
  }
  const use = manuscript.use(first);
  let sum = leading + (title ? points.capitalBehindTitle : points.capital);
  if (leadsOn(first)) return sum + points.opener;
  if (use && use.capitalInside > use.lower) sum += points.name;
  else if (!use?.lower && manuscript.lang.startsWith('de')) sum += points.noun;
  if (manuscript.lang.startsWith('de')) sum += germanAdjective(last, title);
  if (title && spacedSpoken.test(left)) sum += points.spoken;
  if (last && manuscript.occurrences(`${last} ${first}`) > 0) sum += points.pair;
  return sum;
}

/** What the words on both sides of a break say in Korean, which has no capitals. */
function koreanPoints(left: string, right: string, title: boolean): number {
  let sum = leadsOnInKorean(left) ? points.particle : 0;
  // What looks like the end of a sentence is none where an ending follows: 있다¶면.
  if (continuesInKorean(right, left)) return sum + points.torn;
  if (continuesAsVerb(right)) sum += points.particle;
  if (koreanFinal.test(left)) return sum + points.final;
  if (!title || !speaksInKorean(left)) return sum;
  return sum + (endsInKoreanNoun(left) ? 0 : points.uncasedSpoken);
}

/** Prepositions that may end an English question. */
const stranded = new Set('about at by for from in into of on onto through to under with'.split(' '));

/** What an inflected adjective before a noun says in German; a title may end in an infinitive, which looks the same. */
function germanAdjective(last: string, title: boolean): number {
  if (/^\p{Ll}{4,}e[rsm]?$/u.test(last)) return title ? points.adjectiveInTitle : points.adjective;
  return !title && /^\p{Ll}{3,}en$/u.test(last) ? points.adjective : 0;
}

/** Whether a break is inside a word or between two, as far as the manuscript's own words tell. */
function isPieceOfWord(last: string, first: string, manuscript: Manuscript): 'word' | 'sentence' | 'unknown' {
  const left = last.slice(Math.max(last.lastIndexOf("'"), last.lastIndexOf('’')) + 1);
  const right = first.split(/['’]/u)[0]!;
  if (!/^[\p{L}\p{M}]+$/u.test(left) || !/^[\p{L}\p{M}]+$/u.test(right))
    return /\p{N}/u.test(left + right) ? 'sentence' : 'unknown';
  if (/^\p{Lu}/u.test(right)) return 'sentence';
  if (determiners.has(right)) return 'unknown';
  if (manuscript.use(left + right)) return 'word';
  if (hangulAtEnd.test(left) && isHangul(right, 0) && isPieceOfKorean(left, right, manuscript)) return 'word';
  const known = (word: string) => (manuscript.use(word)?.count ?? 0) > 1 && word.length > 2;
  return known(left) && known(right) ? 'sentence' : 'unknown';
}

/** Korean words of one syllable before a noun or a verb, which look like particles or the rest of a word. */
const determiners = new Set([...'이그저더또잘안못한두세네각첫새왜꼭다']);
/** Nouns of one syllable, which stand alone. */
const short = new Set([...'수것등때중곳말일점예책값표키집물글앱웹뷰탭훅길돈밥날땅힘몸손눈불']);

/** Whether a Korean word of the manuscript begins with the two pieces: particles change its end. */
function isPieceOfKorean(left: string, right: string, manuscript: Manuscript): boolean {
  // A word by itself, such as 이 before its noun, is no piece of one.
  if (left.length > 3 || right.length < 2 || (manuscript.use(right)?.count ?? 0) > 1) return false;
  const more = left.length === 1 && !short.has(left) ? 1 : 2;
  return manuscript.occurrences(` ${left}${right.slice(0, more)}`) > 0;
}

function atHyphen(left: string, first: string, text: string, manuscript: Manuscript): Verdict | undefined {
  if (isSuspended(left, first, manuscript)) return joint('sentence', points.hyphen, `${left}-`, first, ' ', true);
  const lower = /^\p{Ll}/u.test(first);
  if (!lower && isHeadingLike(text) && !manuscript.use(`${left}-${first}`)) return undefined;
  const rejoined = rejoin(left, first, manuscript);
  const keep = rejoined.hyphenated || !lower;
  return {
    kind: 'hyphen',
    points: points.hyphen,
    left: left.length + 1,
    right: first.length,
    expected: keep ? `${left}-${first}` : rejoined.word,
    drop: { left: keep ? 0 : 1, right: 0 },
    glue: '',
    certain: lower ? rejoined.certain : rejoined.hyphenated,
  };
}
