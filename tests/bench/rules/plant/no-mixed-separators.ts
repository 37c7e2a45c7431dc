import { expanderFor } from '../compose/index.js';
import { pick } from '../random.js';
import { type Planter, paragraphs } from './planting.js';

const patterns = [
  '以{matter}为基础、以{matter}为重点，以{matter}为补充，工作分步进行。',
  '以{matter}为基础，以{matter}为重点、以{matter}为补充，工作分步进行。',
  '有关部门从{matter}入手、从{matter}着眼，从{matter}落笔，写成一份说明。',
];

/** A series of parallel clauses with two kinds of marks between them. */
export const plant: Planter = (text, random) => {
  if (text.lang !== 'zh-CN') return undefined;
  const host = pick(random, paragraphs(text, 30));
  if (!host) return undefined;
  const written = expanderFor(text, random).expand(pick(random, patterns)!);
  return {
    source: text.source.slice(0, host.end) + written + text.source.slice(host.end),
    ranges: [{ start: host.end, end: host.end + written.length }],
    kind: 'series',
  };
};
