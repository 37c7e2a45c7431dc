import type { Place, Range } from '../blocks.js';
import { placesIn } from '../blocks.js';
import type { Manuscript } from '../manuscript.js';
import { pick, type Random, shuffled } from '../random.js';

/** A manuscript with one defect in it. */
export interface Planted {
  source: string;
  /** Where the damage is, in the damaged source: a finding at any of these has found it. */
  ranges: Range[];
  /** Which of the rule's kinds of damage. */
  kind: string;
  /** Other manuscripts of the volume, when the damage needs them; else none is looked at. */
  beside?: { manuscript: Manuscript; ranges: Range[] }[];
}

/** Damages a manuscript in one place, or finds no place for it. */
export type Planter = (text: Manuscript, random: Random) => Planted | undefined;

/** A change of the source. */
export interface Edit extends Range {
  text: string;
}

/** The source with one stretch replaced, and where the new text stands. */
export function replaced(source: string, start: number, end: number, text: string): { source: string; range: Range } {
  return { source: source.slice(0, start) + text + source.slice(end), range: { start, end: start + text.length } };
}

export const isChinese = ({ lang }: Manuscript): boolean => lang.startsWith('zh');
export const isCjk = ({ lang }: Manuscript): boolean => /^(?:zh|ja)/.test(lang);
export const isKorean = ({ lang }: Manuscript): boolean => lang.startsWith('ko');

/** Paragraphs of running prose in the document itself, of at least so many units. */
export function paragraphs(text: Manuscript, least: number, within: readonly Place['within'][] = ['flow']): Place[] {
  return placesIn(text.source).filter(
    (place) =>
      place.kind === 'paragraph' &&
      within.includes(place.within) &&
      place.end - place.start >= least &&
      place.runs.length > 0,
  );
}

/** One offset of those that `pattern`, global, matches in the plain text of some places; chosen by place first, so that long ones do not win. */
export function spot(
  text: Manuscript,
  places: readonly Place[],
  pattern: RegExp,
  random: Random,
  accept: (match: Spot) => boolean = () => true,
): Spot | undefined {
  for (const place of shuffled(random, places)) {
    const found = place.runs.flatMap((run) =>
      [...text.source.slice(run.start, run.end).matchAll(pattern)].map((match) => ({
        place,
        start: run.start + match.index,
        end: run.start + match.index + match[0].length,
        text: match[0],
        groups: match.slice(1),
      })),
    );
    const chosen = pick(random, found.filter(accept));
    if (chosen) return chosen;
  }
  return undefined;
}

export interface Spot extends Range {
  place: Place;
  text: string;
  groups: (string | undefined)[];
}

/** Tries kinds of damage in random order, until one finds a place. */
export function oneOf(kinds: readonly Planter[]): Planter {
  return (text, random) => {
    for (const kind of shuffled(random, kinds)) {
      const planted = kind(text, random);
      if (planted) return planted;
    }
    return undefined;
  };
}

/** Tries one kind of damage on text in some languages only. */
export const only =
  (languages: RegExp, planter: Planter): Planter =>
  (text, random) =>
    languages.test(text.lang) ? planter(text, random) : undefined;
