import { placesIn } from '../blocks.js';
import { pick } from '../random.js';
import { oneOf, only, type Planter, replaced, spot } from './planting.js';

/** What looks like a character and is none: by the character. */
const lookalikes = new Map<string, string[]>();
const learn = (code: number, character: string) => {
  const other = String.fromCodePoint(code);
  if (character === other || [...character].length !== 1) return;
  lookalikes.set(character, [...(lookalikes.get(character) ?? []), other]);
};
// Kangxi radicals by their compatibility decomposition, compatibility ideographs by their canonical one.
for (let code = 0x2f00; code <= 0x2fd5; code++) learn(code, String.fromCodePoint(code).normalize('NFKC'));
for (let code = 0xf900; code <= 0xfad9; code++) learn(code, String.fromCodePoint(code).normalize('NFC'));
// Of the radicals supplement Unicode decomposes almost none; these are the ones that extraction leaves most.
const supplement =
  '⺟母⺠民⺼肉⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻰龙⻳龟⻝食⺎兀⺒巳⺩王⻑長';
for (let at = 0; at + 1 < supplement.length; at += 2) learn(supplement.charCodeAt(at), supplement[at + 1]!);

const ligatures: Record<string, string> = { ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', st: 'ﬆ' };

const ideograph: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /\p{Script=Han}/gu, random, ({ text: one }) => lookalikes.has(one));
  if (!at) return undefined;
  const { source, range } = replaced(text.source, at.start, at.end, pick(random, lookalikes.get(at.text)!)!);
  return {
    source,
    ranges: [range],
    kind: source.charCodeAt(range.start) < 0x3000 ? 'radical' : 'compatibility ideograph',
  };
};

const ligature: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<=\p{L})(?:ffi|ffl|ff|fi|fl)|(?:fi|fl)(?=\p{L})/gu, random);
  if (!at) return undefined;
  const { source, range } = replaced(text.source, at.start, at.end, ligatures[at.text]!);
  return { source, ranges: [range], kind: 'ligature' };
};

/** A Korean word as some systems name files: in the parts of its syllables. */
const jamo: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<=\p{L} )\p{Script=Hangul}{1,6}(?=[ .,])/gu, random);
  if (!at) return undefined;
  const { source, range } = replaced(text.source, at.start, at.end, at.text.normalize('NFD'));
  return { source, ranges: [range], kind: 'syllables in parts' };
};

/** The first letters of a Korean word in the forms of another width. */
const halfWidth: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<=\p{L} )[가나다라마바사자하](?=\p{Script=Hangul})/gu, random);
  if (!at) return undefined;
  const consonant = { 가: 'ﾡ', 나: 'ﾤ', 다: 'ﾧ', 라: 'ﾩ', 마: 'ﾱ', 바: 'ﾲ', 사: 'ﾵ', 자: 'ﾸ', 하: 'ﾾ' }[at.text]!;
  const { source, range } = replaced(text.source, at.start, at.end, `${consonant}ￂ`);
  return { source, ranges: [range], kind: 'half-width letters' };
};

/** A word of Arabic script in the forms of a font instead of its letters. */
const arabic: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<=\p{L}{3})(?=[，,。.])/gu, random);
  if (!at) return undefined;
  const word = pick(random, ['ﻛﺘﺎﺏ', 'ﻣﺪﺭﺳﺔ', 'ﺍﻟﻘﺎﻫﺮﺓ'])!;
  const { source, range } = replaced(text.source, at.start, at.end, ` ${word}`);
  return { source, ranges: [range], kind: 'Arabic presentation forms' };
};

export const plant: Planter = (text, random) =>
  (random() < 0.06 ? arabic : oneOf([ideograph, ligature, only(/^ko/, jamo), only(/^ko/, halfWidth)]))(text, random);
