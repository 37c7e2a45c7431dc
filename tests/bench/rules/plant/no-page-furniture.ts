import { placesIn } from '../blocks.js';
import { expanderFor } from '../compose/index.js';
import type { Manuscript } from '../manuscript.js';
import { between, pick, type Random, shuffled } from '../random.js';
import { isCjk, oneOf, type Planted, type Planter } from './planting.js';

/** Offsets between two paragraphs of the document. */
function gaps(text: Manuscript): number[] {
  const all = placesIn(text.source);
  return all.flatMap((place, index) => {
    const next = all[index + 1];
    const prose = (one?: (typeof all)[number]) => one?.kind === 'paragraph' && one.within === 'flow';
    const plain = prose(place) && prose(next) && /^\n\n$/.test(text.source.slice(place.end, next!.start));
    return plain ? [place.end] : [];
  });
}

/** Puts lines into the text, the n-th at the n-th offset. */
function insert(text: Manuscript, at: number[], line: (n: number) => string, kind: string): Planted | undefined {
  if (at.length === 0) return undefined;
  let { source } = text;
  const ranges = [];
  let grown = 0;
  for (const [n, offset] of [...at].sort((a, b) => a - b).entries()) {
    const written = line(n);
    const start = offset + grown + 2;
    source = `${source.slice(0, offset + grown)}\n\n${written}${source.slice(offset + grown)}`;
    ranges.push({ start, end: start + written.length });
    grown += written.length + 2;
  }
  return { source, ranges, kind };
}

function pageLine(text: Manuscript, random: Random): (page: number) => string {
  const lines: ((page: number) => string)[] = [
    (page) => `— ${page} —`,
    (page) => `– ${page} –`,
    (page) => `-${page}-`,
    (page) => `· ${page} ·`,
    (page) => `${page}`,
    (page) => `${page} / 480`,
    ...(isCjk(text)
      ? [
          (page: number) => `—${page}—`,
          (page: number) => `－${page}－`,
          ...(text.lang === 'ja' || text.lang === 'ja-JP'
            ? [(page: number) => `${page}ページ`]
            : text.lang === 'zh-TW'
              ? [(page: number) => `第 ${page} 頁`, (page: number) => `第${page}頁，共480頁`]
              : [
                  (page: number) => `第 ${page} 页`,
                  (page: number) => `第${page}页 共480页`,
                  (page: number) => `第 ${page} 页，共 480 页`,
                ]),
        ]
      : text.lang.startsWith('de')
        ? [(page: number) => `Seite ${page}`, (page: number) => `Seite ${page} von 480`, (page: number) => `S. ${page}`]
        : text.lang.startsWith('ko')
          ? [(page: number) => `${page}쪽`, (page: number) => `제${page}쪽`, (page: number) => `${page}페이지`]
          : [
              (page: number) => `Page ${page}`,
              (page: number) => `Page ${page} ${text.lang.startsWith('fr') ? 'sur' : 'of'} 480`,
              (page: number) => `p. ${page}`,
            ]),
  ];
  return pick(random, lines)!;
}

/** The numbers of pages that follow each other, or of one. */
const numbers: Planter = (text, random) => {
  const page = between(random, 2, 470);
  const at = shuffled(random, gaps(text)).slice(0, between(random, 1, 3));
  const line = pageLine(text, random);
  return insert(text, at, (n) => line(page + n), 'page number');
};

/** A line that comes again on each page, alone or beside the page's number. */
const heads: Planter = (text, random) => {
  const at = shuffled(random, gaps(text)).slice(0, between(random, 3, 5));
  if (at.length < 3) return undefined;
  const written = expanderFor(text, random);
  const title = /^title: "?(.+?)"?$/m.exec(text.source)?.[1];
  const head = title && random() < 0.5 ? title : written.expand('{title}');
  const page = between(random, 2, 470);
  const numbered = random() < 0.4;
  return insert(
    text,
    at,
    (n) => (numbered ? (n % 2 ? `${head}  ${page + n}` : `${page + n}  ${head}`) : head),
    numbered ? 'running head with number' : 'running head',
  );
};

export const plant: Planter = oneOf([numbers, heads]);
