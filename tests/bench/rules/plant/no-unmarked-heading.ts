import { placesIn } from '../blocks.js';
import { expanderFor } from '../compose/index.js';
import { pick } from '../random.js';
import { oneOf, type Planter } from './planting.js';

/** A heading whose mark is gone. */
const unmarked: Planter = (text, random) => {
  const { source } = text;
  const all = placesIn(source);
  const heading = pick(
    random,
    all.filter((place, n) => {
      const next = all[n + 1];
      const line = source.slice(place.start, place.end);
      return (
        place.kind === 'heading' &&
        /^#+ .{5,60}$/.test(line) &&
        !/[。.!！]$/.test(line) &&
        next?.kind === 'paragraph' &&
        next.end - next.start > 2 * line.length
      );
    }),
  );
  if (!heading) return undefined;
  const line = source.slice(heading.start, heading.end).replace(/^#+ /, '');
  const range = { start: heading.start, end: heading.start + line.length };
  return {
    source: source.slice(0, heading.start) + line + source.slice(heading.end),
    ranges: [range],
    kind: 'heading without its mark',
  };
};

/** A subtitle that was set in large type, between two paragraphs that end with their stops. */
const inserted: Planter = (text, random) => {
  const all = placesIn(text.source);
  const prose = (place?: (typeof all)[number]) =>
    place?.kind === 'paragraph' &&
    place.within === 'flow' &&
    place.end - place.start > 80 &&
    /[。.]$/.test(text.source.slice(place.start, place.end));
  const behind = pick(
    random,
    all.filter(
      (place, n) => prose(place) && prose(all[n + 1]) && /^\n\n$/.test(text.source.slice(place.end, all[n + 1]!.start)),
    ),
  );
  if (!behind) return undefined;
  const title = expanderFor(text, random).expand('{heading}');
  const line = title.charAt(0).toUpperCase() + title.slice(1);
  const start = behind.end + 2;
  return {
    source: `${text.source.slice(0, behind.end)}\n\n${line}${text.source.slice(behind.end)}`,
    ranges: [{ start, end: start + line.length }],
    kind: 'subtitle between paragraphs',
  };
};

export const plant: Planter = oneOf([unmarked, inserted]);
