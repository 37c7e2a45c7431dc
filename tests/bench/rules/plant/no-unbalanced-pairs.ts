import { type Place, placesIn } from '../blocks.js';
import type { Manuscript } from '../manuscript.js';
import { pick, type Random } from '../random.js';
import { oneOf, type Planted, type Planter, type Spot, spot } from './planting.js';

const pairs: Record<string, string[]> = {
  zh: ['“”', '《》', '（）', '【】', '‘’'],
  'zh-TW': ['「」', '《》', '（）', '『』'],
  ja: ['「」', '『』', '（）'],
  ko: ['“”', '‘’', '『』', '()'],
  en: ['“”', '()', '[]'],
  de: ['„“', '()', '»«'],
  fr: ['«»', '()'],
};
const pairsOf = ({ lang }: Manuscript): string[] => pairs[lang === 'zh-TW' ? lang : lang.split('-')[0]!] ?? pairs.en!;
const escaped = (mark: string) => mark.replace(/[()[\]]/g, '\\$&');
const marks = /[“”‘’「」『』„»«《》（）【】()[\]"]/u;

/** Places whose marks are none of anyone's business but their own: no quotation goes on in the next paragraph or comes from the last. */
function closed(text: Manuscript) {
  const all = placesIn(text.source);
  const german = text.lang.startsWith('de');
  const prose = (place?: Place) => (place ? text.source.slice(place.start, place.end) : '');
  const even = (place?: Place) => {
    const count = (pattern: RegExp) => prose(place).match(pattern)?.length ?? 0;
    return german ? count(/„/g) === count(/“/g) : count(/[“「«]/g) === count(/[”」»]/g);
  };
  return all.filter(
    (place, n) =>
      place.within !== 'footnote' &&
      [all[n - 1], place, all[n + 1]].every(even) &&
      !/^[“「„«»『]/.test(prose(all[n + 1])),
  );
}

/** A pair with nothing in it but words. */
function pairIn(text: Manuscript, random: Random, least = 2): (Spot & { pair: string }) | undefined {
  const own = pairsOf(text).filter((pair) => pair !== '[]' && pair !== '‘’');
  const either = own
    .map((pair) => `${escaped(pair[0]!)}[^${own.map(escaped).join('')}]{${least},60}${escaped(pair[1]!)}`)
    .join('|');
  const found = spot(
    text,
    closed(text),
    new RegExp(either, 'gu'),
    random,
    ({ text: all }) => !marks.test(all.slice(1, -1)),
  );
  return found && { ...found, pair: found.text[0]! + found.text.at(-1)! };
}

function lose(side: 'opening' | 'closing'): Planter {
  return (text, random) => {
    const found = pairIn(text, random);
    if (!found) return undefined;
    const { source } = text;
    const { start, end } = found;
    const last = end - 1;
    const damaged =
      side === 'opening' ? source.slice(0, start) + source.slice(start + 1) : source.slice(0, last) + source.slice(end);
    const mark = side === 'opening' ? { start: last - 1, end: last } : { start, end: start + 1 };
    return { source: damaged, ranges: [mark], kind: `${side} mark lost` };
  };
}

const reversed: Planter = (text, random) => {
  const found = pairIn(text, random);
  if (!found || found.pair === '»«') return undefined;
  const { start, end } = found;
  const source =
    text.source.slice(0, start) +
    found.pair[1] +
    text.source.slice(start + 1, end - 1) +
    found.pair[0] +
    text.source.slice(end);
  return {
    source,
    ranges: [
      { start, end: start + 1 },
      { start: end - 1, end },
    ],
    kind: 'reversed',
  };
};

/** A bracket that opens inside a quotation and closes behind it. */
const crossed: Planter = (text, random) => {
  const found = pairIn(text, random, 5);
  const inner = pairsOf(text).find((pair) => /[（(]/.test(pair))!;
  if (!found || found.pair === inner || !/^[\p{L}\p{N}]/u.test(text.source.slice(found.end))) return undefined;
  const open = found.end - 3;
  const { source } = text;
  const damaged =
    source.slice(0, open) + inner[0] + source.slice(open, found.end + 1) + inner[1] + source.slice(found.end + 1);
  return { source: damaged, ranges: [{ start: found.start, end: found.end + 3 }], kind: 'crossed' };
};

/** A mark that no one closes, before a word. */
const stray: Planter = (text, random) => {
  const pair = pick(
    random,
    pairsOf(text).filter((one) => one !== '‘’' && one !== '[]'),
  )!;
  const at = spot(text, closed(text), /(?<=[，、 ])(?=\p{L}{2})/gu, random, ({ place }) => {
    const prose = text.source.slice(place.start, place.end);
    return place.kind === 'paragraph' && !marks.test(prose);
  });
  if (!at) return undefined;
  const opening = random() < 0.5;
  const mark = opening ? pair[0]! : pair[1]!;
  const source: Planted['source'] = text.source.slice(0, at.start) + mark + text.source.slice(at.start);
  return {
    source,
    ranges: [{ start: at.start, end: at.start + 1 }],
    kind: opening ? 'stray opening mark' : 'stray closing mark',
  };
};

export const plant: Planter = oneOf([lose('opening'), lose('closing'), reversed, crossed, stray]);
