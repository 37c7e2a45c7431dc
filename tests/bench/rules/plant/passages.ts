import type { Place } from '../blocks.js';
import type { Manuscript } from '../manuscript.js';
import { pick, type Random, shuffled } from '../random.js';
import { paragraphs } from './planting.js';

/** Letters and digits of a text. */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const sentenceEnd =
  /(?<=[。！？」”])(?=[^”」』）。\p{Script=Hangul}])|(?<=[.!?][”»]?) (?=[\p{Lu}\p{Script=Hangul}“„«])/gu;

/** A sentence that is one of a series: copied alone, its number would be a defect of its own. */
const numbered =
  /^(?:[\d(（①-⑨]|[一二三四五][、是]|第[一二三四]|First|Second|Third|Erstens|Zweitens|Drittens|Premi|Deuxi|Troisi|[첫둘셋]째)/;

/** Sentences of a paragraph as ranges of the source. Quotations and notes are left to themselves: nothing with a mark of them is taken. */
export function sentences(source: string, place: Place): { start: number; end: number }[] {
  const text = source.slice(place.start, place.end);
  const ends = [...text.matchAll(sentenceEnd)].map(({ index }) => index);
  const found = [...ends, text.length].map((end, n) => ({
    start: place.start + (n === 0 ? 0 : ends[n - 1]! + (text[ends[n - 1]!] === ' ' ? 1 : 0)),
    end: place.start + end,
  }));
  return found.filter(({ start, end }) => {
    const sentence = source.slice(start, end);
    return end - start > 4 && !/[“”「」„«»"()（）[\]\n*`]/.test(sentence) && !numbered.test(sentence);
  });
}

/** A paragraph of plain prose, none that is mostly quoted, with letters between the two numbers. */
export function passage(text: Manuscript, random: Random, least: number, most: number): Place | undefined {
  const fit = paragraphs(text, least).filter((place) => {
    const prose = text.source.slice(place.start, place.end);
    const letters = lettersIn(prose);
    return letters >= least && letters <= most && !/[“「„«"\n[]|:$/.test(prose);
  });
  return pick(random, fit);
}

/** The end of a paragraph of the document that is no neighbour of the given one. */
export function elsewhere(text: Manuscript, random: Random, from?: Place): Place | undefined {
  const all = paragraphs(text, 20);
  const index = from ? all.findIndex(({ start }) => start === from.start) : -9;
  return pick(
    random,
    all.filter((_, n) => Math.abs(n - index) > 2),
  );
}

/** Another manuscript of the volume, or the same when there is none. */
export const another = (text: Manuscript, random: Random): Manuscript | undefined => shuffled(random, text.beside)[0];

/** How a source in which `length` units came in at `at` moves a range. */
export const moved = (range: { start: number; end: number }, at: number, length: number) =>
  range.start >= at ? { start: range.start + length, end: range.end + length } : { start: range.start, end: range.end };
