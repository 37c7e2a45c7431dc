import { placesIn } from '../blocks.js';
import { between, pick } from '../random.js';
import { oneOf, only, type Planter, replaced, spot } from './planting.js';

/** Bytes as a reader shows them that takes them for Windows-1252 (Latin-1 as browsers read it). */
const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** GBK bytes of a character, found by decoding all of them once. */
const gbkBytes = new Map<string, [number, number]>();
function gbk(text: string): Uint8Array {
  if (gbkBytes.size === 0) {
    const decoder = new TextDecoder('gbk');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if ([...character].length === 1 && !gbkBytes.has(character)) gbkBytes.set(character, [lead, trail]);
      }
  }
  return new Uint8Array([...text].flatMap((character) => gbkBytes.get(character) ?? [0x3f]));
}

/** Bytes of a text in EUC-KR, found by decoding all of them once. */
const koreanBytes = new Map<string, [number, number]>();
function eucKr(text: string): Uint8Array {
  if (koreanBytes.size === 0) {
    const decoder = new TextDecoder('euc-kr');
    for (let lead = 0xb0; lead <= 0xc8; lead++)
      for (let trail = 0xa1; trail <= 0xfe; trail++)
        koreanBytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  return new Uint8Array(
    [...text].flatMap((character) => koreanBytes.get(character) ?? [character.charCodeAt(0) & 0x7f]),
  );
}

const han = /\p{Script=Han}{2,10}/gu;

/** Replaces a stretch of plain text by what a wrong reading makes of it. */
const misread =
  (pattern: RegExp, kind: string, read: (text: string) => string): Planter =>
  (text, random) => {
    const at = spot(text, placesIn(text.source), pattern, random);
    if (!at) return undefined;
    const damaged = read(at.text).replace(/[\n|]/g, '');
    const { source, range } = replaced(text.source, at.start, at.end, damaged);
    return { source, ranges: [range], kind };
  };

/** Characters that stand for what could not be read. */
const replacement: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /\p{L}{1,2}/gu, random);
  if (!at) return undefined;
  const character = pick(random, [
    '\ufffd',
    '\ufffd',
    String.fromCharCode(0xe000 + between(random, 0, 0x18ff)),
    '\uf0b7',
  ])!;
  const { source, range } = replaced(text.source, at.start, at.end, character.repeat(at.text.length));
  return { source, ranges: [range], kind: character === '\ufffd' ? 'replacement character' : 'private use' };
};

const classic: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /\p{Script=Han}{2,4}/gu, random);
  if (!at) return undefined;
  const written = pick(random, ['锟斤拷', '锟斤拷锟斤拷', '烫烫烫', '烫烫烫烫烫', '屯屯屯'])!;
  const { source, range } = replaced(text.source, at.start, at.end, written);
  return { source, ranges: [range], kind: 'filler' };
};

export const plant: Planter = oneOf([
  replacement,
  only(/^zh/, classic),
  only(
    /^(?:zh|ja)/,
    misread(han, 'UTF-8 read as Latin-1', (text) => latin(utf8(text))),
  ),
  only(
    /^zh/,
    misread(/\p{Script=Han}{4,12}/gu, 'UTF-8 read as GBK', (text) => new TextDecoder('gbk').decode(utf8(text))),
  ),
  only(
    /^zh-CN/,
    misread(/[一-龥]{4,10}/gu, 'GBK read as Latin-1', (text) => latin(gbk(text))),
  ),
  only(
    /^ja/,
    misread(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4,12}/gu, 'UTF-8 read as Shift_JIS', (text) =>
      new TextDecoder('shift_jis').decode(utf8(text)),
    ),
  ),
  only(
    /^ko/,
    misread(/\p{Script=Hangul}{2,8}/gu, 'UTF-8 read as Latin-1', (text) => latin(utf8(text))),
  ),
  only(
    /^ko/,
    misread(/(?<= )[가-힣]{2,6} [가-힣]{2,6}(?= )/gu, 'EUC-KR read as Latin-1', (text) => latin(eucKr(text))),
  ),
  only(
    /^ko/,
    misread(/[가-힣]{4,8}/gu, 'UTF-8 read as EUC-KR', (text) => new TextDecoder('euc-kr').decode(utf8(text))),
  ),
  only(
    /^ko/,
    misread(/(?<= )[가-힣]{2,6} [가-힣]{2,6}(?= )/gu, 'EUC-KR read as GBK', (text) =>
      new TextDecoder('gbk').decode(eucKr(text)),
    ),
  ),
  only(
    /^(?:en|de|fr)/,
    misread(/[“”‘’«»„äöüßéèêàçÄÖÜ–—…]/gu, 'UTF-8 read as Latin-1', (text) => latin(utf8(text))),
  ),
]);
