import type { Repetition } from './chinese.js';
import type { Count } from './manuscript.js';

const eojeol = /[\uac00-\ud7a3]{3,24}/g;
/** A stem of two syllables and more that stands twice at the beginning of a word. */
const doubledStem = /^(.{2,6})\1(.*)$/u;
/** What is joined to a noun. */
const josa = /^(?:[을를은는이가에의와과도로만]|에서|으로|에게|까지|부터|처럼|보다|마다|이나|이며|라는|이라)/u;
/** A particle that stands twice at the end of a word, behind a syllable that ends in a vowel or in either. */
const doubledJosa = /^.+?(를를|는는|에에|에서에서|으로으로|에게에게|까지까지|부터부터)$/u;
/** The same of those that follow a consonant only, so that 가을을 and 지은은 are right. */
const behindConsonant = /(.)(을을|은은)$/u;
/** Of nouns that end in 의, such as 회의, the particle is the second. */
const doubledOf = /[^의](?<![논회정주강합동유결협심문발건호편임예창질토상이거제본함])의의$/u;
/** Words of two syllables that the language doubles; words of sounds and shapes, which it doubles freely, seldom stand alone. */
const lawful = new Set(
  (
    '하나 조금 구석 하루 조목 조각 가지 마디 방울 차곡 송이 굽이 걸음 차례 무엇 누구 어디 언제 얼마 순간 생각 이것 저것 군데 사이 자리 골목 ' +
    '가닥 모퉁 동네 나라 고개 매일 미리 대충 가끔 잠깐 차근 반짝 오래 멀리 높이 깊이 너무 정말 아주 빨리 천천 자주 다시 두고 가고 하고 또는'
  ).split(' '),
);
/** Particles that words of sounds and shapes, which the language doubles freely, do not take. */
const ofNouns = /^(?:[을를의]|에서|으로)$/u;
/** What adjectives such as 당당한 and 소소하게 go on with. */
const adjective = /^[하한할함해했히거대로스]/u;
/** Syllables that may stand before a word that begins with them, or make a word with themselves: 부부장, 수수료, 고고학, 기기. */
const doubles = /[수고기지부자대소사시신누유전방가구각점종때곳집비요모총중주재제반최연장정생당도미상동마오우이하후]/u;

/** Finds what stands twice within a Korean word: 문서문서를, 조상에에, 설설정을. `count` says how often something stands in the manuscript, up to three times. */
export function repeatedKorean(text: string, count: Count): Repetition[] {
  const found: Repetition[] = [];
  for (const { 0: word, index } of text.matchAll(eojeol)) {
    const at = stem(word, count) ?? particle(word, count) ?? syllable(word, count);
    if (at) found.push({ from: index + at[0], to: index + at[0] + 2 * at[1], unit: word.slice(at[0], at[0] + at[1]) });
  }
  return found;
}

type Place = [from: number, length: number];

function stem(word: string, count: Count): Place | undefined {
  const [, unit, rest] = doubledStem.exec(word) ?? [];
  if (unit === undefined || rest === undefined || new Set(unit).size === 1) return undefined;
  const goesOn = rest === '' || josa.test(rest);
  if (unit.length === 2 && (lawful.has(unit) || (count(unit) < 3 && !ofNouns.test(rest)))) return undefined;
  return goesOn || count(unit + rest) > 1 ? [0, unit.length] : undefined;
}

/** Whether a word is a noun by itself in the manuscript, so that 규정의의 is none of 정의. */
const isNoun = (word: string, count: Count): boolean =>
  word.length > 1 && ['을', '를', '은', '는', '이 ', '가 ', '에'].some((one) => count(word + one) > 0);

/** Whether 가 behind a word is the particle, since the manuscript has other particles there, and never one behind 가 as in 전문가를. */
const isTwice = (noun: string, count: Count): boolean =>
  noun.length > 1 &&
  ['는', '를'].some((one) => count(noun + one) > 0) &&
  ['가는', '가를', '가의'].every((one) => count(noun + one) === 0);

function particle(word: string, count: Count): Place | undefined {
  const plain = doubledJosa.exec(word)?.[1];
  if (plain) return [word.length - plain.length, plain.length / 2];
  if (doubledOf.test(word) || (word.endsWith('의의') && isNoun(word.slice(0, -2), count))) return [word.length - 2, 1];
  if (word.endsWith('가가') && isTwice(word.slice(0, -2), count)) return [word.length - 2, 1];
  const [, before] = behindConsonant.exec(word) ?? [];
  if (before === undefined || word.endsWith('금은은')) return undefined;
  // Syllables with a consonant at their end are those that no multiple of 28 leads to.
  return (before.charCodeAt(0) - 0xac00) % 28 > 0 ? [word.length - 2, 1] : undefined;
}

/** Finals of verbs that stand at no word's end: a syllable with them is not doubled. ㄲ, ㄵ, ㄶ, ㄺ to ㅀ, ㅄ, ㅆ, ㅎ. */
const verbal = new Set([2, 5, 6, 9, 10, 11, 12, 13, 14, 15, 18, 20, 27]);

/** A first syllable that stands twice before a word that the manuscript has without it. */
function syllable(word: string, count: Count): Place | undefined {
  if (word[0] !== word[1] || word[1] === word[2]) return undefined;
  if (verbal.has((word.charCodeAt(0) - 0xac00) % 28)) return [0, 1];
  const once = word.slice(1);
  const alone = count(word.slice(0, 3)) === 1;
  if (alone && once.length > 2 && count(` ${once.slice(0, 3)}`) > 1) return [0, 1];
  if (alone && once.length > 2 && !doubles.test(word[0]!) && count(` ${once.slice(0, 2)}`) > 1) return [0, 1];
  if (josa.test(word.slice(2)) || adjective.test(word.slice(2))) return undefined;
  if (alone && once.length > 2 && count(` ${once.slice(0, 2)}`) > 2) return [0, 1];
  const known = (once.length > 2 && count(once) > 2) || (!doubles.test(word[0]!) && count(once.slice(0, 2)) > 2);
  return known && count(word.slice(0, 3)) === 1 ? [0, 1] : undefined;
}
