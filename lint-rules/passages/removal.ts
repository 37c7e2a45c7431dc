import type { RepeatedPassage } from '../facts/types.js';
import type { Fix } from '../rule.js';
import type { Block, Prose } from '../text/prose.js';

/** Marks that come in pairs or structure the text: what holds them is not cut out blindly. */
const markup = /[*_`[\]<>{}|#$\\]/;
const letter = /[\p{L}\p{N}]/u;

/** The edit that takes a copy out, where it is plain what to take: a person must accept it, since only they know which copy belongs. */
export function removalOf(passage: RepeatedPassage, prose: Prose): Fix | undefined {
  return passage.kind === 'doubled' ? secondCopy(passage, prose) : wholeParagraphs(passage, prose);
}

/** From the end of the first copy to the end of the second, so that the stop behind either stays. */
function secondCopy({ end, other, inside }: RepeatedPassage, { source }: Prose): Fix | undefined {
  const start = other.end.offset;
  if (!inside || start === undefined || start >= end || markup.test(source.slice(start, end))) return undefined;
  return { start, end, text: '', safety: 'suggest' };
}

/** Paragraphs of the document that are a copy from their first letter to their last. */
function wholeParagraphs(passage: RepeatedPassage, { flow, source }: Prose): Fix | undefined {
  if (passage.agreement < 1) return undefined;
  const first = flow.findIndex(({ end }) => end > passage.start);
  let last = first;
  while (flow[last + 1] && flow[last + 1]!.start < passage.end) last++;
  const [from, to] = [flow[first], flow[last]];
  if (!from || !to || !areNeighbours(flow.slice(first, last + 1))) return undefined;
  const rest = source.slice(from.start, passage.start) + source.slice(passage.end, to.end);
  if (passage.start < from.start || passage.end > to.end || letter.test(rest)) return undefined;
  const { children } = to.parent;
  const next = children[to.index + 1]?.position?.start.offset;
  const before = children[from.index - 1]?.position?.end.offset;
  if (next !== undefined) return { start: from.start, end: next, text: '', safety: 'suggest' };
  return { start: before ?? from.start, end: to.end, text: '', safety: 'suggest' };
}

function areNeighbours(blocks: Block[]): boolean {
  return blocks.every(({ kind, index }, at) => kind === 'paragraph' && index === blocks[0]!.index + at);
}
