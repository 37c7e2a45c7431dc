import type { Count, Repetition } from './chinese.js';
import type { Run } from './scan.js';

/** Particles of one character; each with what may lawfully stand before a doubled one, as in もの|の, and is no mistake then. */
const particles: Record<string, RegExp> = {
  を: /^$/,
  の: /[もそこあ]$/,
  が: /^$/,
  に: /^$/,
  は: /[^\p{Script=Han}\p{Script=Katakana}ー）」』\w]$/u,
  で: /[まそこ]$/,
  と: /[^\p{Script=Han}\p{Script=Katakana}ー）」』\w]$/u,
  も: /[^\p{Script=Han}\p{Script=Katakana}ー）」』\w]$/u,
  へ: /^$/,
};

/** Words in hiragana that are doubled by mistake only. */
const words = new Set(
  (
    'には への での との にも をも から まで です した して する ある いる れる など という について による により として において ための ため ' +
    'ている ており これら それら ました でした されて された される できる なった なって であり である'
  ).split(' '),
);
/** What the language doubles: 一つ一つ, 少しずつ少しずつ, 途切れ途切れ, とってもとっても. */
const lawful =
  /^[一二三四五六七八九十]|^[少次思重返泣恐見離散別切飛伸生休考代途繰高長深遠近広早遅強弱]|[ずつりっとん]$|^ひと|^ふた|^もっと|^ずっと|^とっても|^ちょっと/u;

const kanji = /\p{Script=Han}/u;
const hiragana = /\p{Script=Hiragana}/u;
const katakana = /[\p{Script=Katakana}ー]/u;
/** Kanji that are doubled in words: 人人 for 人々. */
const doubledKanji =
  /[人日時国山色様堂段着続散楽悠朗刻云延益愈個代方数度次処所木家神我内重返各常精満深黙洋脈淡粛粒点種隅早遅軽少多長遠高細青赤黒白荒猛刻諄侃喧轟凛颯切近久]/u;

/** Whether a run of Japanese is a mistake: its place, or `undefined` where the language doubles. */
export function repeatedJapanese(text: string, run: Run, count: Count): Repetition | undefined {
  const { start, period, length } = run;
  if (Math.floor(length / period) > 2) return undefined;
  return period === 1 ? doubledCharacter(text, start, count) : doubledWord(text, run);
}

function doubledCharacter(text: string, start: number, count: Count): Repetition | undefined {
  const unit = text[start]!;
  const previous = text[start - 1] ?? '';
  const next = text[start + 2] ?? '';
  const found = { from: start, to: start + 2, unit };
  const particle = particles[unit];
  if (particle) {
    // A word that begins with the same kana goes on in hiragana: がんばる, にぎわう.
    if (hiragana.test(next) && unit !== 'を') return undefined;
    return previous !== '' && !particle.test(previous) ? found : undefined;
  }
  if (!kanji.test(unit)) return undefined;
  const inflected = hiragana.test(next) && !/[とにのはをがもでなへやかよだ]/.test(next);
  if (inflected && !kanji.test(previous) && !katakana.test(previous) && !doubledKanji.test(unit)) return found;
  const around = text.slice(Math.max(0, start - 2), start + 1) + text.slice(start + 2, start + 4);
  return around.length === 5 && count(around) > 0 && count(text.slice(start - 1, start + 3)) === 1 ? found : undefined;
}

function doubledWord(text: string, { start, period, length }: Run): Repetition | undefined {
  for (let from = start; from + 2 * period <= start + length; from++) {
    const unit = text.slice(from, from + period);
    const to = from + 2 * period;
    if (lawful.test(unit)) continue;
    if (isWhole(text, from, to, unit)) return { from, to, unit };
  }
  return undefined;
}

/** Whether a doubled unit is a word of its own, not the end of one word and the beginning of the next. */
function isWhole(text: string, from: number, to: number, unit: string): boolean {
  const before = text[from - 1] ?? '';
  const behind = text[to] ?? '';
  if ([...unit].every((character) => katakana.test(character))) return !katakana.test(before) && !katakana.test(behind);
  if ([...unit].every((character) => hiragana.test(character))) return words.has(unit) && !hiragana.test(behind);
  if ([...unit].every((character) => kanji.test(character))) return !kanji.test(before) || !kanji.test(behind);
  return unit.length > 2 && !(kanji.test(before) && kanji.test(unit[0]!));
}
