import { pick } from '../random.js';
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
  const middle = Math.floor(written.length / 2);
  const at = isCjk(text) ? middle : written.indexOf(' ', middle) + 1;
  const end = isCjk(text) ? at + 1 : written.indexOf(' ', at);
  if (at < 8 || end < at || !/^\p{L}+$/u.test(written.slice(at, end))) return undefined;
  const other = isCjk(text) ? (written[at] === '在' ? '于' : '在') : 'certain';
  const copy = (isCjk(text) ? '' : ' ') + written.slice(0, at) + other + written.slice(end);
  const first = moved({ start: phrase.start + at, end: phrase.start + end }, host.end, copy.length);
  const second = host.end + (isCjk(text) ? 0 : 1) + at;
  return {
    source: source.slice(0, host.end) + copy + source.slice(host.end),
    ranges: [{ start: second, end: second + other.length }, first],
    kind: 'one word differs',
  };
};
