import { mergersIn } from '../repetition/merged.js';
import type { Block, Prose } from '../text/prose.js';
import { enumeratorOf } from './enumerators.js';
import { winnow } from './fingerprints.js';
import { foldAt } from './letters.js';
import { feature, mark } from './marks.js';
import { quotedRanges } from './quoted.js';
import { shortLines } from './short-lines.js';
import { isOwnText, SkippedSections } from './skipped.js';
import type { Trace } from './types.js';

/**
 * What a manuscript contributes to what is known of its volume. Only the text of paragraphs counts, in the document itself and in lists: what is
 * quoted, tabulated, noted or headed stands twice lawfully, as do bibliographies, licences and notes on authors. Linear in the length of the text.
 */
export function traceOf(prose: Prose, path: string): Trace {
  const { source } = prose;
  const letters = new Uint16Array(source.length);
  const marks = new Uint8Array(source.length);
  const gaps: number[] = [];
  const paragraphs: number[] = [];
  const features: number[] = [];
  let count = 0;
  let position = 0;
  // Looked up once: this is asked of every letter.
  const { starts, parted, longGap, capital, quoted: inQuotation }: Record<keyof typeof mark, number> = mark;

  const skipped = new SkippedSections();
  for (const block of prose.blocks) {
    if (skipped.passes(block) || !isOwnText(block)) continue;
    const { text, map } = block;
    const first = count;
    const offset = inStep(block);
    const quoted = quotedRanges(text);
    let quotation = 0;
    let before = starts | parted;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      const letter = foldAt(text, index);
      if (letter === 0) {
        if (endsSentence(unit)) before |= starts;
        if (!isBlank(unit)) before |= parted;
        continue;
      }
      const at = offset === undefined ? map.start(index) : index + offset;
      // Two units of one character reference stand at the same place.
      const gap = Math.max(0, at - position);
      while (quotation < quoted.length && quoted[quotation + 1]! <= index) quotation += 2;
      let bits = before;
      if (gap < longGap) bits |= gap;
      else {
        bits |= longGap;
        gaps.push(gap);
      }
      if (letter !== unit && letter < 0x530) bits |= capital;
      if (quotation < quoted.length && quoted[quotation]! <= index) bits |= inQuotation;
      position += gap + 1;
      before = 0;
      letters[count] = letter;
      marks[count++] = bits;
    }
    if (count === first) continue;
    paragraphs.push(first);
    features.push(enumeratorOf(text) | (stopped.test(text) ? feature.stopped : 0));
  }

  const own = letters.slice(0, count);
  return {
    path,
    letters: own,
    ...winnow(own),
    marks: marks.slice(0, count),
    gaps: Uint32Array.from(gaps),
    paragraphs: Uint32Array.from(paragraphs),
    features: Uint16Array.from(features),
    lines: lineStarts(source),
    heads: shortLines(prose),
    mergers: [...new Set(mergersIn(prose).map(({ word, term }) => word + term.at(-1)!))],
  };
}

const stopped = /[。！？!?…；;.][”’」』）)"'\s]{0,4}$/;

/** How far the source is ahead of the text of a block, when it is so by the same for every unit. */
function inStep({ text, map }: Block): number | undefined {
  const start = map.start(0);
  return map.start(text.length - 1) - start === text.length - 1 ? start : undefined;
}

/** Whether a sentence or clause may begin behind this unit: 。！？；：….!?;: */
function endsSentence(unit: number): boolean {
  switch (unit) {
    case 0x21:
    case 0x2e:
    case 0x3a:
    case 0x3b:
    case 0x3f:
    case 0x2026:
    case 0x3002:
    case 0xff01:
    case 0xff1a:
    case 0xff1b:
    case 0xff1f:
      return true;
    default:
      return false;
  }
}

const isBlank = (unit: number): boolean =>
  unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000;

function lineStarts(source: string): Uint32Array {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}
