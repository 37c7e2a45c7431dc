import { placesIn } from '../blocks.js';
import { between, pick } from '../random.js';
import { isCjk, oneOf, only, type Planter, paragraphs, replaced, spot } from './planting.js';

const invisible = [
  0x200b, 0x200c, 0x200d, 0x2060, 0x00ad, 0xfeff, 0x200e, 0x200f, 0x202a, 0x202c, 0x202d, 0x202e, 0x2066, 0x2069,
  0x0001, 0x0002, 0x0008, 0x000b, 0x001f, 0x007f, 0x0080, 0x0085, 0x0099, 0x009d,
].map((code) => String.fromCharCode(code));

/** Between two letters of a word: nobody meant it. ZWNJ is a means of German typesetting, so it is not planted there. */
const inWord: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<=\p{L})(?=\p{L})/gu, random);
  if (!at) return undefined;
  const some = text.lang.startsWith('de') ? invisible.filter((one) => one !== '\u200c') : invisible;
  const { source, range } = replaced(text.source, at.start, at.end, pick(random, some)!.repeat(between(random, 1, 2)));
  return { source, ranges: [range], kind: 'invisible character' };
};

/** A space of another width between two Han characters of running text. */
const space: Planter = (text, random) => {
  const places = paragraphs(text, 30, ['flow', 'quote', 'footnote']);
  const at = spot(text, places, /(?<=\p{Script=Han}{2})(?=\p{Script=Han}{2})/gu, random);
  if (!at) return undefined;
  const { source, range } = replaced(text.source, at.start, at.end, pick(random, ['\u00a0', '\u3000'])!);
  return { source, ranges: [range], kind: 'space between Han characters' };
};

const blankLine: Planter = (text, random) => {
  const gaps = paragraphs(text, 20).filter(({ end }) => /^\n\n\p{L}/u.test(text.source.slice(end, end + 3)));
  const gap = pick(random, gaps);
  if (!gap) return undefined;
  const blanks = pick(random, isCjk(text) ? [' ', '  ', '\t', '\u3000', '\u00a0'] : [' ', '  ', '\t', '\u00a0'])!;
  const { source, range } = replaced(text.source, gap.end + 1, gap.end + 1, blanks);
  return { source, ranges: [range], kind: 'line of blanks' };
};

export const plant: Planter = oneOf([inWord, inWord, inWord, only(/^zh/, space), blankLine]);
