import { placesIn } from '../blocks.js';
import { pick } from '../random.js';
import { isCjk, oneOf, only, type Planter, replaced, spot } from './planting.js';

const half: Record<string, string> = { '，': ',', '。': '.', '；': ';', '：': ':', '？': '?', '！': '!', '、': ',' };
const letter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;

/** A half-width mark between two letters that are written without spaces. */
const halfWidth: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), new RegExp(`(?<=${letter})[，。；：？！、](?=${letter})`, 'gu'), random);
  if (!at) return undefined;
  const { source, range } = replaced(text.source, at.start, at.end, half[at.text]!);
  return { source, ranges: [range], kind: 'half-width mark' };
};

const halfBrackets: Planter = (text, random) => {
  const at = spot(
    text,
    placesIn(text.source),
    /(?<=\p{Script=Han})（(\p{Script=Han}[^（）]{0,30}\p{Script=Han})）(?=[\p{Script=Han}，。、])/gu,
    random,
  );
  if (!at) return undefined;
  const both = random() < 0.6;
  const written = both ? `(${at.groups[0]})` : `（${at.groups[0]})`;
  const { source, range } = replaced(text.source, at.start, at.end, written);
  const last = { start: range.end - 1, end: range.end };
  const first = { start: range.start, end: range.start + 1 };
  return { source, ranges: [first, last], kind: both ? 'half-width brackets' : 'brackets of two widths' };
};

const fullWidth: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<![\w.:/-])(?:\d{2,4}|[A-Za-z]{2,6})(?![\w.:/-])/gu, random);
  if (!at) return undefined;
  const wide = at.text.replace(/./g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
  const { source, range } = replaced(text.source, at.start, at.end, wide);
  return { source, ranges: [range], kind: 'full-width letters or digits' };
};

const doubledStop: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), /(?<=\p{L})[，。；、](?=\p{L}|$)/gu, random);
  if (!at) return undefined;
  const marks = {
    '，': ['，，', '，。', '、，'],
    '。': ['。。', '，。', '；。'],
    '；': ['；；', '；，'],
    '、': ['、、', '，、'],
  }[at.text]!;
  const { source, range } = replaced(text.source, at.start, at.end, pick(random, marks)!);
  return { source, ranges: [range], kind: 'doubled or clashing stops' };
};

const spacedDoubled: Planter = (text, random) => {
  const at = spot(
    text,
    placesIn(text.source),
    /(?<=\p{L}{2})(?:, (?=[\p{Ll}\p{Script=Hangul}])|\. (?=[\p{Lu}\p{Script=Hangul}]))/gu,
    random,
  );
  if (!at) return undefined;
  const mark = at.text.startsWith(',') ? pick(random, [',, ', '., ', '，'])! : pick(random, ['.. ', ',. ', '。'])!;
  const { source, range } = replaced(text.source, at.start, at.end, mark);
  return {
    source,
    ranges: [range],
    kind: /[，。]/.test(mark) ? 'full-width mark between spaced words' : 'doubled or clashing stops',
  };
};

export const plant: Planter = (text, random) =>
  isCjk(text)
    ? oneOf([halfWidth, halfWidth, halfWidth, doubledStop, only(/^zh/, halfBrackets), only(/^zh/, fullWidth)])(
        text,
        random,
      )
    : oneOf([spacedDoubled, spacedDoubled, only(/^ko/, fullWidth)])(text, random);
