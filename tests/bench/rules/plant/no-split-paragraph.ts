import type { Place } from '../blocks.js';
import { placesIn } from '../blocks.js';
import type { Manuscript } from '../manuscript.js';
import { between, pick, type Random } from '../random.js';
import { isCjk, isKorean, oneOf, only, type Planted, type Planter, paragraphs, spot } from './planting.js';

/** Where a page may have ended: before any letter or comma that does not begin or end a sentence, a quotation or a bracket. */
const cjkBreak =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー，、；])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[，、；])/gu;
const betweenWords = /(?<=\p{L}{2},?) (?=\p{L}{2})/gu;
/** A Korean page may end inside a word, without a hyphen. */
const insideSyllables = /(?<=\p{Script=Hangul}) (?=\p{Script=Hangul})|(?<=\p{Script=Hangul}{2})(?=\p{Script=Hangul})/gu;
const insideWord = /(?<=\p{L}{3})(?=\p{Ll}{3})/gu;

const breakIn = (text: Manuscript) => (isCjk(text) ? cjkBreak : isKorean(text) ? insideSyllables : betweenWords);

/** Cuts a paragraph at a place of at least so many units from either end, with `between` between the halves. */
function cut(
  text: Manuscript,
  random: Random,
  pattern: RegExp,
  kind: string,
  options: CutOptions = {},
): Planted | undefined {
  const least = isCjk(text) ? 6 : 12;
  const places = options.places ?? paragraphs(text, 4 * least);
  const at = spot(
    text,
    places,
    pattern,
    random,
    ({ place, start, end }) =>
      start - place.start >= least && place.end - end >= least && (options.accept?.(start, end) ?? true),
  );
  if (!at) return undefined;
  const { source } = text;
  const between = options.between ?? gap(random, options.mark ?? '');
  const left = source.slice(0, at.start) + (options.hyphen ?? '');
  const [from, until] = options.doubled ? [at.start - options.doubled, at.start] : [0, 0];
  const right = source.slice(from, until) + source.slice(at.end + (options.lost ?? 0));
  return {
    source: left + between + right,
    ranges: [{ start: left.length - 1, end: left.length + between.length + 1 + (options.doubled ?? 0) }],
    kind,
  };
}

interface CutOptions {
  places?: Place[];
  between?: string;
  /** What begins the lines of the paragraph's container. */
  mark?: string;
  hyphen?: string;
  doubled?: number;
  lost?: number;
  accept?: (start: number, end: number) => boolean;
}

/** The empty lines that a page break leaves: one, two or three. */
const gap = (random: Random, mark: string): string => `\n${`${mark}\n`.repeat(between(random, 1, 3))}${mark}`;

const plain: Planter = (text, random) => cut(text, random, breakIn(text), 'cut');

const quoted: Planter = (text, random) => {
  const places = paragraphs(text, 40, ['quote']).filter(({ start }) => text.source.slice(start - 2, start) === '> ');
  return cut(text, random, breakIn(text), 'cut in a quotation', { places, between: '\n>\n> ' });
};

const listed: Planter = (text, random) => {
  const all = placesIn(text.source);
  const places = all.filter(
    (place, index) =>
      place.within === 'list' &&
      place.end - place.start >= (isCjk(text) ? 14 : 40) &&
      all[index + 1]?.within !== 'list',
  );
  return cut(text, random, breakIn(text), 'cut in a list', { places });
};

const furnished: Planter = (text, random) => {
  const page = between(random, 2, 480);
  const title = /^title: "?(.+?)"?$/m.exec(text.source)?.[1];
  const lines = [
    `— ${page} —`,
    `${page}`,
    `第 ${page} 页`,
    `- ${page} -`,
    ...(title ? [title, `${title}  ${page}`] : []),
  ];
  const line = pick(random, isCjk(text) ? lines : lines.filter((one) => !one.startsWith('第')))!;
  return cut(text, random, breakIn(text), 'with page furniture', {
    between: `\n\n${line}\n\n`,
  });
};

const letters = (text: Manuscript) => (start: number, end: number) =>
  /^\p{Script=Han}{4}$/u.test(text.source.slice(start - 2, end + 2));

const doubled: Planter = (text, random) =>
  cut(text, random, cjkBreak, 'character doubled', { doubled: between(random, 1, 2), accept: letters(text) });
const lost: Planter = (text, random) =>
  cut(text, random, cjkBreak, 'character lost', { lost: 1, accept: letters(text) });
const hyphenated: Planter = (text, random) => cut(text, random, insideWord, 'hyphenated', { hyphen: '-' });
const insideLine: Planter = (text, random) =>
  cut(text, random, insideWord, 'hyphen in the line', { between: pick(random, ['- ', '-\n'])! });

export const plant: Planter = oneOf([
  plain,
  plain,
  plain,
  furnished,
  only(/^zh/, doubled),
  only(/^zh/, lost),
  only(/^(?:en|de|fr)/, hyphenated),
  only(/^(?:en|de|fr)/, insideLine),
  quoted,
  listed,
]);
