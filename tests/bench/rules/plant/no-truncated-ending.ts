import { placesIn } from '../blocks.js';
import type { Manuscript } from '../manuscript.js';
import { isCjk, oneOf, type Planter, type Spot, spot } from './planting.js';

/** Cuts the paragraph in mid-sentence, the rest is lost. */
function cutOff(text: Manuscript, at: Spot | undefined, kind: string) {
  if (!at) return undefined;
  const source = text.source.slice(0, at.start) + text.source.slice(at.place.end);
  const behind = Math.max(at.place.start, at.start - (isCjk(text) ? 12 : 40));
  return { source, ranges: [{ start: behind, end: at.start }], kind };
}

const middle = (text: Manuscript) =>
  isCjk(text) ? /(?<=[\p{L}，、])(?=\p{L})/gu : /(?<=\p{L},?)(?= [\p{Ll}\p{Script=Hangul}]{2})/gu;
const longEnough = (text: Manuscript) => (at: Spot) =>
  at.start - at.place.start >= (isCjk(text) ? 20 : 60) && at.place.end - at.start >= (isCjk(text) ? 4 : 10);

/** The last paragraph of the document. */
const ofManuscript: Planter = (text, random) => {
  const body = placesIn(text.source).filter(({ within, kind }) => within !== 'footnote' && kind !== 'cell');
  const last = body.at(-1);
  if (last?.kind !== 'paragraph' || last.within !== 'flow') return undefined;
  return cutOff(text, spot(text, [last], middle(text), random, longEnough(text)), 'end of the manuscript');
};

/** The last paragraph before a heading. */
const ofSection: Planter = (text, random) => {
  const all = placesIn(text.source);
  const last = all.filter(
    (place, n) => place.kind === 'paragraph' && place.within === 'flow' && all[n + 1]?.kind === 'heading',
  );
  return cutOff(text, spot(text, last, middle(text), random, longEnough(text)), 'end of a section');
};

export const plant: Planter = oneOf([ofManuscript, ofManuscript, ofSection]);
