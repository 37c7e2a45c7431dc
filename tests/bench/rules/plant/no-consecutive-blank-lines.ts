import { between, pick } from '../random.js';
import type { Planter } from './planting.js';

/** One to three more empty lines between two blocks. */
export const plant: Planter = (text, random) => {
  const at = pick(random, [...text.source.matchAll(/(?<=[^\n-])\n\n(?=[^\n])/g)]);
  if (!at) return undefined;
  const more = '\n'.repeat(between(random, 1, 3));
  return {
    source: text.source.slice(0, at.index) + more + text.source.slice(at.index),
    ranges: [{ start: at.index, end: at.index + more.length + 2 }],
    kind: 'empty lines',
  };
};
