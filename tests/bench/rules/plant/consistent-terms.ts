import { pick } from '../random.js';
import { type Planter, replaced } from './planting.js';

/** One of the volume's terms with a character or a word that is another, or gone. */
export const plant: Planter = (text, random) => {
  const places = text.terms.flatMap(({ term }) =>
    [...text.source.matchAll(new RegExp(term, 'g'))].map(({ index }) => ({
      start: index,
      end: index + term.length,
      term,
    })),
  );
  const body = text.source.indexOf('\n---', 3);
  const at = pick(
    random,
    places.filter(({ start }) => start > body),
  );
  if (!at) return undefined;
  const inside = 1 + Math.floor(random() * (at.term.length - 2));
  if (!/\p{L}/u.test(at.term[inside]!)) return undefined;
  // What ends a word may be its inflection.
  if (/^\p{Script=Latin}/u.test(at.term) && !/^\p{L}{3}/u.test(at.term.slice(inside))) return undefined;
  const other = /\p{Script=Han}/u.test(at.term[inside]!)
    ? pick(random, [...'和新的大同'])!
    : /[ァ-ヺ]/.test(at.term[inside]!)
      ? 'ー'
      : /\p{Script=Hangul}/u.test(at.term[inside]!)
        ? pick(random, [...'고대이신'])!
        : pick(random, [...'aeorn'])!;
  const lost = random() < 0.5;
  if (!lost && other === at.term[inside]) return undefined;
  if (lost && (at.term[inside] === at.term[inside - 1] || at.term[inside] === at.term[inside + 1])) return undefined;
  const written = at.term.slice(0, inside) + (lost ? '' : other) + at.term.slice(inside + 1);
  const { source, range } = replaced(text.source, at.start, at.end, written);
  return { source, ranges: [range], kind: lost ? 'character lost' : 'character replaced' };
};
