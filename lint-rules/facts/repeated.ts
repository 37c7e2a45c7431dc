import { judge } from './intruder.js';
import { pointAt, sourceOffsets } from './marks.js';
import type { Passage, Side } from './passages.js';
import type { Stream } from './stream.js';
import type { RepeatedPassage, VolumePlace } from './types.js';

/** The passages of a volume as each manuscript sees them, by path, in the order of their places: both copies, each with the other one's place. */
export function repeatedPassages(stream: Stream, passages: Passage[]): Map<string, RepeatedPassage[]> {
  const found = new Map<string, RepeatedPassage[]>();
  for (const passage of passages) {
    const { intruder, evidence } = judge(stream, passage);
    for (const side of ['later', 'earlier'] as const) {
      const here = passage[side];
      const there = passage[side === 'later' ? 'earlier' : 'later'];
      const { start, end } = placeOf(stream, here);
      const larger = there.share > here.share ? there : here;
      const list = found.get(stream.traces[here.manuscript]!.path) ?? [];
      list.push({
        start: start.offset!,
        end: end.offset!,
        other: placeOf(stream, there),
        inside: here.manuscript === there.manuscript,
        letters: passage.letters,
        longest: passage.longest,
        verbatim: passage.verbatim,
        sentences: passage.sentences,
        count: passage.count,
        share: larger.share,
        paragraph: Math.round(larger.paragraph),
        agreement: passage.agreement,
        kind: passage.kind,
        intruder: intruder === side,
        evidence: intruder === side ? evidence : [],
      });
      found.set(stream.traces[here.manuscript]!.path, list);
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return found;
}

/** Where a stretch of the stream stands in its manuscript's source. */
export function placeOf(
  stream: Stream,
  { from, to, manuscript }: Pick<Side, 'from' | 'to' | 'manuscript'>,
): VolumePlace {
  const trace = stream.traces[manuscript]!;
  const base = stream.starts[manuscript]!;
  const offsets = sourceOffsets(trace);
  const start = pointAt(trace, offsets[from - base]!);
  const end = pointAt(trace, offsets[to - base - 1]! + 1);
  return { path: trace.path, start, end };
}
