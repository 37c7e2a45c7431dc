import { pick, shuffled } from '../random.js';
import { type Planter, paragraphs } from './planting.js';

const terms = [
  {
    term: '组织力',
    use: ['提升组织力是当务之急。', '组织力强不强，关键看行动。'],
    damaged: ['支部抓住重点，提升基层党组织力。', '会议要求不断增强基层党组织力，把工作做到群众心里。'],
    place: '党组织力',
  },
];

/** The term stands twice by itself, and once merged with the word before it: 基层党组织力 for 基层党组织组织力. */
export const plant: Planter = (text, random) => {
  if (text.lang !== 'zh-CN') return undefined;
  const hosts = shuffled(
    random,
    paragraphs(text, 30).filter(({ end }) => text.source[end - 1] === '。'),
  ).slice(0, 3);
  const chosen = pick(random, terms)!;
  if (hosts.length < 3) return undefined;
  const sentence = pick(random, chosen.damaged)!;
  const written = [sentence, ...chosen.use];
  const at = hosts.map(({ end }, n) => ({ end, text: written[n]! })).sort((a, b) => b.end - a.end);
  let { source } = text;
  for (const one of at) source = source.slice(0, one.end) + one.text + source.slice(one.end);
  const start = source.indexOf(sentence) + sentence.indexOf(chosen.place);
  return { source, ranges: [{ start, end: start + chosen.place.length }], kind: 'one of two copies lost' };
};
