import { placesIn, type Range } from '../blocks.js';
import type { Manuscript } from '../manuscript.js';
import { pick, type Random, shuffled } from '../random.js';
import { sentences } from './passages.js';
import { isCjk, oneOf, type Planted, type Planter, paragraphs } from './planting.js';

interface Family {
  /** What stands before the n-th thing, from 1. */
  mark: (n: number) => string;
  at: 'paragraph' | 'sentence';
  /** What such marks look like: no second series is begun where one is. */
  seen: RegExp;
}

const han = ['', '一', '二', '三', '四', '五', '六', '七', '八'];
const circled = ['', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧'];
const paragraphFamilies: Family[] = [
  { mark: (n) => `${n}. `, at: 'paragraph', seen: /^\s*\d+\. /m },
  { mark: (n) => `${circled[n]}`, at: 'paragraph', seen: /[①-⑳]/ },
];
const korean = ['', '첫째', '둘째', '셋째', '넷째', '다섯째'];
const families: Record<string, Family[]> = {
  zh: [
    { mark: (n) => `${han[n]}是`, at: 'sentence', seen: /[一二三四五]是/ },
    { mark: (n) => `第${han[n]}，`, at: 'sentence', seen: /第[一二三四五]/ },
    { mark: (n) => `${han[n]}、`, at: 'paragraph', seen: /^[一二三四五]、/m },
    { mark: (n) => `（${han[n]}）`, at: 'paragraph', seen: /（[一二三四五]）/ },
    { mark: (n) => `第${han[n]}，`, at: 'paragraph', seen: /第[一二三四五]/ },
    { mark: (n) => `${han[n]}是`, at: 'paragraph', seen: /[一二三四五]是/ },
    { mark: (n) => `（${n}）`, at: 'paragraph', seen: /[（(]\d[）)]/ },
    { mark: (n) => `（${n}）`, at: 'sentence', seen: /[（(]\d[）)]/ },
    ...paragraphFamilies,
  ],
  ja: [
    { mark: (n) => `第${han[n]}に、`, at: 'sentence', seen: /第[一二三四五]/ },
    { mark: (n) => `第${han[n]}に、`, at: 'paragraph', seen: /第[一二三四五]/ },
    { mark: (n) => `（${n}）`, at: 'paragraph', seen: /[（(]\d[）)]/ },
    ...paragraphFamilies,
  ],
  ko: [
    ordinals(korean, 'sentence'),
    ordinals(korean, 'paragraph'),
    { mark: (n) => `${' 가나다라마'[n]}. `, at: 'paragraph', seen: /^[가나다라마]\. /m },
    { mark: (n) => `(${n}) `, at: 'paragraph', seen: /\(\d\)/ },
    { mark: (n) => `(${n}) `, at: 'sentence', seen: /\(\d\)/ },
    ...paragraphFamilies,
  ],
  en: [
    ordinals(['', 'First', 'Second', 'Third', 'Fourth', 'Fifth'], 'paragraph'),
    ordinals(['', 'First', 'Second', 'Third', 'Fourth', 'Fifth'], 'sentence'),
    ordinals(['', 'Firstly', 'Secondly', 'Thirdly', 'Fourthly', 'Fifthly'], 'sentence'),
    { mark: (n) => `(${n}) `, at: 'paragraph', seen: /\(\d\)/ },
    ...paragraphFamilies,
  ],
  de: [
    ordinals(['', 'Erstens', 'Zweitens', 'Drittens', 'Viertens', 'Fünftens'], 'paragraph', ': '),
    ordinals(['', 'Erstens', 'Zweitens', 'Drittens', 'Viertens', 'Fünftens'], 'sentence', ': '),
    { mark: (n) => `(${n}) `, at: 'paragraph', seen: /\(\d\)/ },
    ...paragraphFamilies,
  ],
  fr: [
    ordinals(['', 'Premièrement', 'Deuxièmement', 'Troisièmement', 'Quatrièmement', 'Cinquièmement'], 'paragraph'),
    ordinals(['', 'Premièrement', 'Deuxièmement', 'Troisièmement', 'Quatrièmement', 'Cinquièmement'], 'sentence'),
    { mark: (n) => `(${n}) `, at: 'paragraph', seen: /\(\d\)/ },
  ],
};

function ordinals(names: string[], at: Family['at'], behind = ', '): Family {
  return {
    mark: (n) => `${names[n]}${behind}`,
    at,
    seen: new RegExp(`(?<!\\p{L})(?:${names.filter(Boolean).join('|')})(?!\\p{L})`, 'u'),
  };
}

/** Series with a number missing, twice, out of turn, or without a beginning; and which of them is the wrong one. */
const series: { numbers: number[]; wrong: number; kind: string }[] = [
  { numbers: [1, 2, 4], wrong: 2, kind: 'gap' },
  { numbers: [1, 3], wrong: 1, kind: 'gap' },
  { numbers: [1, 3, 4], wrong: 1, kind: 'gap' },
  { numbers: [1, 2, 2], wrong: 2, kind: 'number twice' },
  { numbers: [1, 2, 2, 3], wrong: 2, kind: 'number twice' },
  { numbers: [2, 3], wrong: 0, kind: 'no first' },
  { numbers: [3], wrong: 0, kind: 'stray' },
  { numbers: [1, 3, 2], wrong: 1, kind: 'out of turn' },
];

/** Numbers the given stretches, which follow each other. */
function numbered(text: Manuscript, stretches: Range[], family: Family, chosen: (typeof series)[number]): Planted {
  let { source } = text;
  const ranges: Range[] = [];
  let grown = 0;
  chosen.numbers.forEach((number, n) => {
    const mark = family.mark(number);
    const at = stretches[n]!.start + grown;
    source = source.slice(0, at) + mark + source.slice(at);
    // The number that is wrong, the one before it, which it does not follow, and the one after it when the two changed places.
    if (n === chosen.wrong || n === chosen.wrong - 1 || (chosen.kind === 'out of turn' && n > chosen.wrong))
      ranges.push({ start: at, end: at + mark.trimEnd().length });
    grown += mark.length;
  });
  return { source, ranges, kind: `${family.mark(1).trim()} ${family.at}: ${chosen.kind}` };
}

/** The stretch of text that one heading governs, as far as the place tells. */
function section(text: Manuscript, at: number): string {
  const headings = placesIn(text.source).filter(({ kind }) => kind === 'heading');
  const start = headings.filter((heading) => heading.start <= at).at(-1)?.end ?? 0;
  const end = headings.find((heading) => heading.start > at)?.start ?? text.source.length;
  return text.source.slice(start, end);
}

const run: Planter = (text, random) => {
  const language = text.lang.split('-')[0]!;
  const family = pick(random, families[language] ?? families.en!)!;
  const chosen = pick(random, series)!;
  // A list has its own numbers; a single one that starts at 3 is lawful Markdown.
  if (family.mark(1) === '1. ' && chosen.numbers[0] !== 1) return undefined;
  // A letter alone may be taken from a longer list that is spoken of.
  if (family.mark(1) === '가. ' && chosen.kind === 'stray') return undefined;
  for (const stretches of shuffled(random, family.at === 'paragraph' ? rows(text) : sentenceRows(text))) {
    if (stretches.length < chosen.numbers.length) continue;
    if (family.seen.test(section(text, stretches[0]!.start))) continue;
    return numbered(text, stretches, family, chosen);
  }
  return undefined;
};

/** A number that the paragraph has of its own. */
const own =
  /^(?:[一二三四五六七八九十]、|第[一二三四]|First|Second|Third|Erstens|Zweitens|Drittens|[첫둘셋]째|Premi|Deuxi|Troisi)/;

/** Paragraphs that follow each other with nothing between, up to four. */
function rows(text: Manuscript): Range[][] {
  const all = paragraphs(text, isCjk(text) ? 20 : 50).filter(
    ({ start }) => !own.test(text.source.slice(start)) && /^\p{L}/u.test(text.source.slice(start)),
  );
  return all.flatMap((_, n) => {
    const row = [all[n]!];
    while (row.length < 4) {
      const next = all[n + row.length];
      if (!next || !/^\n\n$/.test(text.source.slice(row.at(-1)!.end, next.start))) break;
      row.push(next);
    }
    return row.length >= 2 ? [row] : [];
  });
}

/** Sentences of one paragraph that follow each other, the first of the paragraph left out. */
function sentenceRows(text: Manuscript): Range[][] {
  return paragraphs(text, 60).flatMap((place) => {
    const all = sentences(text.source, place).filter(({ start }) => start > place.start);
    const neighbours = all.every(({ start }, n) => n === 0 || start - all[n - 1]!.end <= 1);
    return all.length >= 2 && neighbours ? [all] : [];
  });
}

/** Takes one thing out of a series that the text itself has: 一是…；二是…；三是…. */
const removed: Planter = (text, random) => {
  const marks = [/[一二三四五六]是/gu, /第[一二三四五]，/gu, /（[一二三四五]）/gu, /[①②③④⑤]/gu, /\((?:[1-5])\) /gu];
  for (const place of shuffled(random, placesIn(text.source))) {
    const prose = text.source.slice(place.start, place.end);
    for (const pattern of marks) {
      const found = [...prose.matchAll(pattern)].map(({ index, 0: mark }) => ({ start: place.start + index, mark }));
      const inProse = found.every(({ start }) => place.runs.some((run) => run.start <= start && start < run.end));
      if (found.length < 3 || !inProse || /[“「]/.test(prose)) continue;
      const cut = 1;
      const { start } = found[cut]!;
      const next = found[cut + 1]!;
      return {
        source: text.source.slice(0, start) + text.source.slice(next.start),
        ranges: [
          { start, end: start + next.mark.trimEnd().length },
          { start: found[0]!.start, end: found[0]!.start + found[0]!.mark.length },
        ],
        kind: 'thing lost from a series',
      };
    }
  }
  return undefined;
};

export const plant: Planter = (text, random: Random) => oneOf([run, run, run, removed])(text, random);
