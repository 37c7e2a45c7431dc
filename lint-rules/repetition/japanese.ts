import type { Repetition } from './chinese.js';
import type { Count } from './manuscript.js';
import type { Run } from './scan.js';

const kanji = /\p{Script=Han}/u;
const hiragana = /\p{Script=Hiragana}/u;
const katakana = /[\p{Script=Katakana}ー]/u;

interface Particle {
  /** What stands before a doubled one in sound text, as in もの|の. */
  notAfter: RegExp;
  /** What follows it where a word begins with the same kana, as in が|がんばる and と|ともに. */
  notBefore: RegExp;
}

const particles: Record<string, Particle> = {
  を: { notAfter: /^$/, notBefore: /^$/ },
  の: { notAfter: /[もそこあお]$/, notBefore: /^[ちしびみろりどんせっば]/ },
  が: { notAfter: /[なかさまつ]$/, notBefore: /^[んっちけくらまいさたりれわせぜぶし]/ },
  に: { notAfter: /[くお]$/, notBefore: /^[ぎくおわじせっらしんちがこげぶやほ]/ },
  は: { notAfter: /[のがをもやは、。「『（(]$/, notBefore: /^[はじずったやかいしるなくげさみめてとがねれんぐぶ]/ },
  と: { notAfter: /[こっひあそもおま]$/, notBefore: /^(?:[もりきっにてどなくうめころびげん]|の[えうお])/ },
  で: { notAfter: /[まそこ]$/, notBefore: /^[きはもすなしょん]/ },
  も: { notAfter: /[どとでかくしすま、。「]$/, notBefore: /^[のしっちうたとらがも]/ },
  へ: { notAfter: /^$/, notBefore: /^\p{Script=Hiragana}/u },
};

/** Words in hiragana that are doubled by mistake only. */
const words = new Set(
  (
    'には への での との にも をも から まで です した して する ある いる れる という について により による として において ための ため ' +
    'ている ており これら それら ました でした されて された される できる なった なって であり である ません'
  ).split(' '),
);
/** What the language doubles: 一つ一つ, 少しずつ少しずつ, 知らず知らず, 途切れ途切れ, とってもとっても, ふらりふらり. */
const lawful =
  /^[一二三四五六七八九十].{0,3}$|^[少次思重返泣恐見離散別切飛伸生休考代途繰高長深遠近広早遅強弱]\p{Script=Hiragana}{1,4}$|^\p{Script=Hiragana}*[ずつりっとん]$|^\p{Script=Han}\p{Script=Hiragana}{0,2}ず$|^..[リンッ]$|^ひと|^ふた|^もっと|^ずっと|^とっても|^ちょっと|^本当に|わ$|^\p{Script=Hiragana}*と$|^.{0,3}と$/u;

/** Kanji that are doubled in words and names, 人人 for 人々 and 佐佐木, and numerals. */
const doubledKanji =
  /[々〇人日時国山色様堂段着続散楽悠朗刻云延益愈個代方数度次処所木家神我内重返各常精満深黙洋脈淡粛粒点種隅早遅軽少多長遠高細青赤黒白荒猛諄侃喧轟凛颯切近久佐奈菜美寿鈴琴蘭桃瑠璃一二三四五六七八九十百千万億]/u;
/** Prefixes, which may stand before a word that begins with them: 再再開, 超超伝導. */
const prefixes = /[大新旧全各超副非再前後両数第元現本当某翌昨先小諸毎]/u;

/** Whether a run of Japanese is a mistake: its place, or `undefined` where the language doubles. */
export function repeatedJapanese(text: string, run: Run, count: Count): Repetition | undefined {
  const { start, period, length } = run;
  if (Math.floor(length / period) > 2) return undefined;
  return period === 1 ? doubledCharacter(text, start, count) : doubledWord(text, run);
}

function doubledCharacter(text: string, start: number, count: Count): Repetition | undefined {
  const unit = text[start]!;
  const found = { from: start, to: start + 2, unit };
  const previous = text[start - 1] ?? '';
  const behind = text.slice(start + 2, start + 4);
  const particle = particles[unit];
  if (particle) {
    // には, とは, でも and their kin: the second particle ends the word.
    const further = /^[はも](?!\p{Script=Hiragana})/u.test(behind) && /[にとで]/.test(unit);
    const sound = previous === '' || particle.notAfter.test(previous) || (!further && particle.notBefore.test(behind));
    return sound ? undefined : found;
  }
  if (!kanji.test(unit)) return undefined;
  if (isEdgeDoubled(text, start)) return found;
  // 素早早く where the manuscript has 素早く.
  if (kanji.test(previous) && /^\p{Script=Hiragana}/u.test(behind) && count(previous + unit + behind[0]!) > 0)
    return found;
  const around = text.slice(Math.max(0, start - 2), start + 1) + behind;
  const edges = kanji.test(previous) !== kanji.test(behind[0] ?? '');
  return edges && around.length === 5 && count(around) > 0 && count(text.slice(start - 1, start + 3)) === 1
    ? found
    : undefined;
}

/**
 * Whether a kanji is doubled where a compound begins or ends, or before its inflection: 直直接, 用語語, 読読む. In the middle two words may meet:
 * 会社|社長.
 */
function isEdgeDoubled(text: string, start: number): boolean {
  const unit = text[start]!;
  if (doubledKanji.test(unit)) return false;
  const joinsBefore = kanji.test(text[start - 1] ?? '');
  const joinsBehind = kanji.test(text[start + 2] ?? '');
  if (joinsBefore && joinsBehind) return false;
  if (joinsBehind) return !prefixes.test(unit) && !/[\d０-９]/.test(text[start - 1] ?? '');
  if (joinsBefore) return true;
  return (
    /^\p{Script=Hiragana}/u.test(text.slice(start + 2)) && !/[とにのはをがもでなへやかよだ]/.test(text[start + 2]!)
  );
}

function doubledWord(text: string, { start, period, length }: Run): Repetition | undefined {
  for (let from = start; from + 2 * period <= start + length; from++) {
    const unit = text.slice(from, from + period);
    const to = from + 2 * period;
    if ((words.has(unit) || !lawful.test(unit)) && isWhole(text, from, to, unit)) return { from, to, unit };
  }
  return undefined;
}

/** Whether a doubled unit is a word of its own, not the end of one word and the beginning of the next. */
function isWhole(text: string, from: number, to: number, unit: string): boolean {
  const before = text[from - 1] ?? '';
  const behind = text[to] ?? '';
  const all = (script: RegExp) => [...unit].every((character) => script.test(character));
  // Two kana twice are a sound: ドキドキ.
  if (all(katakana)) return unit.replace(/[ァィゥェォャュョ]/gu, '').length > 2;
  if (all(hiragana)) return unit.length > 3 || (words.has(unit) && !hiragana.test(behind));
  // 甲斐甲斐しく; 欲しい欲しいと言う; 繰返し繰返し考える.
  const rest = text.slice(to, to + 3);
  if (/^し[いくかさ]/u.test(rest) || (/[いうるただ]$/u.test(unit) && /^と[いう言云思申叫呼繰]/u.test(rest)))
    return false;
  // The stem of a verb may come twice: 考え考え歩く.
  if (
    unit.length <= 4 &&
    /\p{Script=Han}.*[いしりきみぎげれめけせえべ]$/u.test(unit) &&
    /^[^をがのにはでとも、。]/u.test(rest)
  )
    return false;
  if (all(kanji)) return unit.length > 2 || !kanji.test(before) || !kanji.test(behind);
  return unit.length > 2 && !(kanji.test(before) && kanji.test(unit[0]!));
}
