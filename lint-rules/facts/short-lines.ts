import type { Block, Prose } from '../text/prose.js';
import { sourceRange } from '../text/prose.js';
import { isLink } from './skipped.js';
import type { ShortLine } from './types.js';

const longest = 60;
const fourLetters = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){4}/u;
/** Lines that may recur by right: labels, attributions, captions, signs between parts, remarks in brackets, and whole sentences. */
const lawful =
  /^(?:--|[—–]{1,2})\s{0,3}\p{L}|[:：]$|^[（(【[［].{0,60}[）)】\]］]$|[。！？!?…；;]["”’』」]?$|\p{Ll}\.$|^(?:[图表式例注问答附]|定理|引理|证明|推论|定义|命题|作者|图表|fig|tab|theorem|lemma|proof|definition|note|example|figure|abbildung|tabelle|beispiel|図|表)\s{0,2}[\d.．:：一二三四五六七八九十]/iu;

/**
 * Lines of a manuscript that could be running heads when they recur: short paragraphs of the document itself, and the first and last line of
 * longer ones.
 */
export function shortLines({ flow }: Prose): ShortLine[] {
  const lines: ShortLine[] = [];
  for (const block of flow) {
    if (block.kind !== 'paragraph' || isLink(block)) continue;
    const { text } = block;
    const first = text.indexOf('\n');
    if (first < 0) {
      if (text.length <= longest) add(lines, block, 0, text.length);
      continue;
    }
    const last = text.lastIndexOf('\n') + 1;
    if (first <= longest) add(lines, block, 0, first);
    if (text.length - last <= longest) add(lines, block, last, text.length);
  }
  return lines;
}

function add(lines: ShortLine[], block: Block, from: number, to: number): void {
  const text = block.text.slice(from, to).trim();
  if (!fourLetters.test(text) || lawful.test(text)) return;
  lines.push({ text, ...sourceRange(block, from, to) });
}
