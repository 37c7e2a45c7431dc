import type { Manuscript } from '../manuscript.js';
import { pick, type Random } from '../random.js';
import { elsewhere, lettersIn, moved, sentences } from './passages.js';
import { isCjk, type Planter, paragraphs } from './planting.js';

/** A sentence of 24 to 56 letters that stands a second time with one word changed in its middle. */
export const plant: Planter = (text, random) => {
  const { source } = text;
  const found = paragraphs(text, 40).flatMap((place) =>
    sentences(source, place)
      .filter(({ start, end }) => {
        const letters = lettersIn(source.slice(start, end));
        return letters >= 24 && letters <= 56;
      })
      .map((range) => ({ ...range, place })),
  );
  const phrase = pick(random, found);
  const host = phrase && elsewhere(text, random, phrase.place);
  if (!host) return undefined;
  const written = source.slice(phrase.start, phrase.end);
  const change = isCjk(text) ? oneCharacter(written) : oneWord(written, text, random);
  if (!change) return undefined;
  const { at, end, other } = change;
  const copy = (isCjk(text) ? '' : ' ') + written.slice(0, at) + other + written.slice(end);
  const first = moved({ start: phrase.start + at, end: phrase.start + end }, host.end, copy.length);
  const second = host.end + (isCjk(text) ? 0 : 1) + at;
  return {
    source: source.slice(0, host.end) + copy + source.slice(host.end),
    ranges: [{ start: second, end: second + other.length }, first],
    kind: 'one word differs',
  };
};

interface Change {
  at: number;
  end: number;
  other: string;
}

/** The character in the middle. */
function oneCharacter(written: string): Change | undefined {
  const at = Math.floor(written.length / 2);
  const other = /在/.test(written.slice(at - 1, at + 2)) ? '于' : '在';
  return /\p{L}/u.test(written[at]!) ? { at, end: at + 1, other } : undefined;
}

const prepositions: Record<string, readonly string[]> = {
  en: ['in', 'of', 'to', 'on', 'at', 'for', 'with', 'by', 'from'],
  de: ['in', 'an', 'auf', 'zu', 'von', 'mit', 'aus', 'für'],
  fr: ['de', 'à', 'dans', 'pour', 'sur', 'par', 'en'],
};

/** A preposition in the middle becomes another one. */
function oneWord(written: string, { lang }: Manuscript, random: Random): Change | undefined {
  const list = prepositions[lang.split('-')[0]!] ?? prepositions.en!;
  const found = [...written.matchAll(new RegExp(`(?<= )(?:${list.join('|')})(?= )`, 'g'))];
  const chosen = pick(
    random,
    found.filter(({ index }) => index > 12 && index < written.length - 14),
  );
  const other =
    chosen &&
    pick(
      random,
      list.filter((one) => one !== chosen[0]),
    );
  return other ? { at: chosen.index, end: chosen.index + chosen[0].length, other } : undefined;
}
