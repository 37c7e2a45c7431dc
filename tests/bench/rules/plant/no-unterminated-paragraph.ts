import { placesIn } from '../blocks.js';
import { pick } from '../random.js';
import { isCjk, type Planter } from './planting.js';

/** Takes the last stop of a paragraph that another one follows. */
export const plant: Planter = (text, random) => {
  const { source } = text;
  const all = placesIn(source);
  const ended = all.filter((place, n) => {
    const next = all[n + 1];
    const prose = source.slice(place.start, place.end);
    return (
      place.kind === 'paragraph' &&
      place.within === 'flow' &&
      next?.kind === 'paragraph' &&
      next.within === 'flow' &&
      /^\n\n$/.test(source.slice(place.end, next.start)) &&
      prose.length > (isCjk(text) ? 50 : 120) &&
      /[。.！!]/.test(prose.slice(0, -10)) &&
      /\p{L}[。.]$/u.test(prose)
    );
  });
  const place = pick(random, ended);
  if (!place) return undefined;
  const end = place.end - 1;
  const start = end - (isCjk(text) ? 8 : 24);
  return {
    source: source.slice(0, end) + source.slice(place.end),
    ranges: [{ start, end: end + 2 }],
    kind: 'stop lost',
  };
};
