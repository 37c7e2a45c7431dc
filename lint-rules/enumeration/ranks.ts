import type { Family } from './families.js';
import type { Point } from './points.js';

/**
 * Points by rank. Markers inside a paragraph that have other uses belong together only there. What opens a paragraph is of both ranks where others
 * follow inside it: (1) …, (2) ….
 */
export function ranks(points: Point[], { stray }: Family): Map<string, Point[]> {
  const byRank = new Map<string, Point[]>();
  const put = (rank: string, point: Point) => {
    const known = byRank.get(rank);
    if (known) known.push(point);
    else byRank.set(rank, [point]);
  };
  const anywhere = stray === 'any' || stray === 'argument';
  points.forEach((point, index) => {
    const inside = anywhere ? 'inline' : `inline ${point.block.order}`;
    put(point.level === 'inline' ? inside : point.level, point);
    if (point.level !== 'inline' && goesOnInside(points, index)) put(inside, point);
  });
  return byRank;
}

/** Whether the number that opens a paragraph is the first of those inside it: "(1) paper; (2) thread; (4) glue". */
function goesOnInside(points: Point[], index: number): boolean {
  const { block, number, end } = points[index]!;
  const [second, third] = [points[index + 1], points[index + 2]];
  const between = second?.block === block ? block.text.slice(end, second.start) : '';
  // "(1) paper, (3) glue": one was lost, and "(1) and (3)" are only named.
  if (number === 1 && second?.number === 3 && /\p{L}{2}.*[,;、，；]\s?$/u.test(between)) return true;
  if (second?.block !== block || third?.block !== block) return false;
  return second.number > number || (second.number === number && third.number === number + 1);
}
