import { isTerminated } from '../text/endings.js';
import { lexicon } from '../text/lexicon.js';
import type { Block } from '../text/prose.js';
import { holderOf, type Unprinted } from './places.js';

const blankLine = /\n([ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+)(?=\r?\n|$)/g;

/** Lines that look empty and hold blanks, outside of code and the like. Source offsets of the blanks. */
export function* blankLinesIn(
  source: string,
  unprinted: readonly Unprinted[],
): Generator<{ start: number; end: number }> {
  const first = /^\ufeff?([ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+)(?=\r?\n|$)/.exec(source);
  if (first) yield { start: first[0].length - first[1]!.length, end: first[0].length };
  const holder = holderOf(unprinted);
  for (const { index, 0: whole } of source.matchAll(blankLine)) {
    const start = index + 1;
    // A block of code ends before the line's end; a line within it begins after its start.
    if (!holder(start)) yield { start, end: index + whole.length };
  }
}

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々，。、；：！？“”‘’（）《》〈〉【】「」『』]`;
/** Spaces of one width or another between two characters of a script that has none. */
const between = new RegExp(`(?<=${wide})[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]+(?=${wide})`, 'gu');
/** A space as wide as a Chinese character between words in small letters. */
const wideInSpaced = /(?<=\p{Ll}[,;.:!?]?|[—–])\u3000(?=[\p{L}\p{N}(“«„‘])/gu;
/** By which layout is made: nobody types them for a no-break space. */
const layout = /[\u2000-\u2006\u3000]/;
const han = /\p{Script=Han}/u;
const letter = /\p{L}/u;

/** Words of Hangul have an ordinary space between them. */
const betweenHangul = /(?<=[\uac00-\ud7a3])[\u00a0\u2000-\u200a\u202f\u205f\u3000]+(?=[\uac00-\ud7a3])/gu;

/** A space that tears a word or sentence, or is no ordinary one. `certain`: nothing else can have been meant. */
export interface OddSpace {
  from: number;
  to: number;
  certain: boolean;
  /** What should stand there: nothing, or an ordinary space. */
  expected: '' | ' ';
}

/** The odd spaces of a block, by positions in its text. Titles, names of two characters, labels and verse have some by habit. */
export function* oddSpaces(block: Block): Generator<OddSpace> {
  const { text } = block;
  if (!block.cjk) {
    if (block.kind !== 'paragraph') return;
    for (const { index: from, 0: space } of text.matchAll(betweenHangul))
      yield { from, to: from + space.length, certain: false, expected: ' ' };
    if (!text.includes('\u3000')) return;
    for (const { index: from } of text.matchAll(wideInSpaced))
      yield { from, to: from + 1, certain: false, expected: ' ' };
    return;
  }
  const running = block.kind === 'paragraph' && (isTerminated(text) || /[，、；]$/.test(text));
  for (const { index: from, 0: space } of text.matchAll(between)) {
    const to = from + space.length;
    // Nobody spaces a word with no-break spaces in running text.
    if ((layout.test(space) || !running) && isSpacedWord(block, from, to)) continue;
    if (!layout.test(space)) {
      if (block.kind === 'heading' && isLabel(text.slice(0, from))) continue;
      yield { from, to, certain: block.kind === 'paragraph', expected: '' };
    } else if (running && !/[。！？：；」』”》】、）]/.test(text[from - 1]!)) {
      if (isBehindBold(block, from)) continue;
      const head = headBefore(block, from);
      if (head === undefined) {
        if (!isVerse(text, from, to)) yield { from, to, certain: true, expected: '' };
      } else if (!isRunIn(head, text, from, to)) yield { from, to, certain: false, expected: '' };
    }
  }
}

/** A name or a word of two characters, spaced to the width of three as 前　言 is; in running text a name goes on with what no word joins it to. */
function isSpacedWord({ kind, text }: Block, from: number, to: number): boolean {
  if (!han.test(text[from - 1]!) || letter.test(text[from - 2] ?? '') || !han.test(text[to]!)) return false;
  return (
    !letter.test(text[to + 1] ?? '') || (kind === 'paragraph' && !isJoined(text[from - 1]!, text.slice(to, to + 8)))
  );
}

/** Whether a word goes across from one text into the next. */
const isJoined = (left: string, right: string): boolean => (lexicon().spanning(left, right)?.gain ?? 0) > 0;

const isLabel = (text: string): boolean =>
  /^(?:第.{1,4}[条章节款项编篇部回卷课期号條節項編號]|附[录件录].{0,3}|[一二三四五六七八九十百]{1,4})$/u.test(text);

/** Whether a paragraph opens with a head in bold that ends where the space begins. */
function isBehindBold({ node, map }: Block, from: number): boolean {
  const first = 'children' in node ? node.children[0] : undefined;
  return first?.type === 'strong' && first.position?.end.offset === map.start(from);
}

/** What opens a line and may be a label, a speaker or a short head before a space at `from`; `undefined` when it is too long or a clause. */
function headBefore({ text, node }: Block, from: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const first = 'children' in node ? node.children[0] : undefined;
  const emphasised = line.length === from && (first?.type === 'strong' || first?.type === 'emphasis');
  const longest = emphasised ? 60 : 14;
  return line.length <= longest && !/[，。、；：！？]/.test(line) ? line : undefined;
}

/** Whether a space behind such a head parts it from what it introduces: no word goes across, and it is short or is known to be a label. */
function isRunIn(head: string, text: string, from: number, to: number): boolean {
  if (isLabel(head) || isVerse(text, from, to)) return true;
  return (head.length <= 5 || head.length > 14) && !isJoined(head.slice(-8), text.slice(to, to + 8));
}

/** Two halves of a verse: four to eight characters each, equally many. */
function isVerse(text: string, from: number, to: number): boolean {
  const left = /[^，。、；：！？\s]{4,9}$/u.exec(text.slice(Math.max(0, from - 9), from))?.[0].length;
  const right = /^[^，。、；：！？\s]{4,9}/u.exec(text.slice(to, to + 9))?.[0].length;
  return left !== undefined && left === right && left < 9;
}
