import { pick, type Random } from '../random.js';
import type { Planter } from './planting.js';

/** One of several run-in headings of a row loses its mark, or is marked in another way than its siblings. */
export const plant: Planter = (text, random: Random) => {
  const { source } = text;
  const all = [...source.matchAll(/(?<=\n\n)\*\*([^*\n]{2,60}?)([.。]?)\*\*(。|　| )/g)];
  const row = all.filter(({ index }, n) => {
    const near = (other?: RegExpExecArray) => other !== undefined && Math.abs(other.index - index) < 1500;
    return near(all[n - 1]) || near(all[n + 1]);
  });
  if (row.length < 3) return undefined;
  const at = pick(random, row)!;
  const [whole, head = '', stop = '', behind = ''] = at;
  const unmarked = random() < 0.6;
  const end = behind === '　' ? '　' : behind;
  const written = unmarked ? `${head}${stop}${end}` : `*${head}${stop}*${end}`;
  return {
    source: source.slice(0, at.index) + written + source.slice(at.index + whole.length),
    ranges: [{ start: at.index, end: at.index + written.length }],
    kind: unmarked ? 'mark lost' : 'marked differently',
  };
};
