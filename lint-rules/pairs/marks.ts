import type { Block, Prose } from '../text/prose.js';

/** A mark of a pair as it is used where it stands. */
export interface Mark {
  character: string;
  /** Index in the block's text. */
  index: number;
  opens: boolean;
  /** Marks of one family belong together, whatever their width. */
  family: string;
  /** The mark that should stand here, when this one faces the wrong way. */
  turned?: string;
}

/** What opens and closes by its shape alone. */
const brackets: Record<string, [family: string, opens: boolean]> = {
  '（': ['round', true],
  '）': ['round', false],
  '(': ['round', true],
  ')': ['round', false],
  '[': ['square', true],
  ']': ['square', false],
  '［': ['square', true],
  '］': ['square', false],
  '【': ['lenticular', true],
  '】': ['lenticular', false],
  '〖': ['white lenticular', true],
  '〗': ['white lenticular', false],
  '〔': ['tortoise', true],
  '〕': ['tortoise', false],
  '《': ['title', true],
  '》': ['title', false],
  '〈': ['inner title', true],
  '〉': ['inner title', false],
  '「': ['corner', true],
  '」': ['corner', false],
  '『': ['white corner', true],
  '』': ['white corner', false],
  '︵': ['round', true],
  '︶': ['round', false],
  '﹁': ['corner', true],
  '﹂': ['corner', false],
  '﹃': ['white corner', true],
  '﹄': ['white corner', false],
  '︽': ['title', true],
  '︾': ['title', false],
};

const pattern = /[（）()[\]［］【】〖〗〔〕《》〈〉「」『』︵︶﹁﹂﹃﹄︽︾“”„‟‘’‚«»‹›"＂]/gu;

/** Languages that write „…“ or „…”. */
const lowQuotes = /^(?:de|cs|sk|sl|hr|sr|bs|mk|bg|pl|hu|ro|lt|lv|et|is|ka|uk|be|sq|lb|hsb|dsb|af)\b/i;
/** Languages that write ”…” with one mark for both ends. */
const oneQuote = /^(?:sv|fi|no|nb|nn|da|he)\b/i;

/** Languages that write “…” and never ”…”. */
const eastAsian = /^(?:ko|zh|ja)\b/i;

/** Languages that write «…» and never »…«. */
const writesOutward = /^(?:fr|it|es|pt|ca|gl|ru|uk|be|el|ro|lv|lt|vi)\b/i;

/** Letters of scripts that run to the left, where either mark may stand at either end. */
const rightToLeft = /[\u0590-\u08ff]/;
const wordy = /[\p{L}\p{N}\p{M}\uFFFC]/u;
const letterOrStop = /[\p{L}\p{N}\p{M}\uFFFC.,!?…;:%°”“’»)\]。，！？；：、）》」』]/u;
const hangul = /\p{Script=Hangul}/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？（）《》「」『』【】]/u;

/** How a manuscript writes its quotations, as far as its marks do not tell by themselves. */
export interface QuoteStyle {
  low: boolean;
  one: boolean;
  /** »…« rather than «…». */
  inward: boolean;
  /** No quotations are written with these; a single one is an arrow: “Read more »”. */
  arrows: boolean;
}

/** Tells the style of a manuscript from its language and from the marks themselves. */
export function quoteStyle({ lang, source }: Prose): QuoteStyle {
  const count = (mark: string, pattern: RegExp) => (source.includes(mark) ? (source.match(pattern)?.length ?? 0) : 0);
  const inward = count('»', /(?:^|[\s(„“])»(?=\p{L})/gmu);
  const outward = count('«', /(?:^|[\s(„“’'])«/gmu);
  return {
    low: lowQuotes.test(lang) || source.includes('„'),
    one: oneQuote.test(lang) || (!eastAsian.test(lang) && !source.includes('“') && /(?:^|[\s(])”\p{L}/mu.test(source)),
    // Where nobody writes so, one such mark is turned round.
    inward: inward > outward && (inward > 2 || !writesOutward.test(lang)),
    arrows: /^(?:en|zh|ja|ko)\b/i.test(lang) && source.includes('«') !== source.includes('»'),
  };
}

/** The marks of a block in order. Apostrophes, inch marks, labels such as “1）” and faces such as “:)” are none. */
export function marksOf(block: Block, style: QuoteStyle): Mark[] {
  const { text } = block;
  const marks: Mark[] = [];
  let straight = false;
  let inOrder = true;
  // Not by matchAll, which makes an object of every mark.
  pattern.lastIndex = 0;
  while (pattern.test(text)) {
    const index = pattern.lastIndex - 1;
    const character = text[index]!;
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    const bracket = brackets[character];
    if (bracket) {
      const [family, opens] = bracket;
      if (!opens && family === 'round' && !hasOpen(marks) && isLabelOrFace(text, index)) continue;
      if (opens && /[:;8=]-?$/.test(text.slice(Math.max(0, index - 2), index)) && !wordy.test(after)) continue;
      marks.push({ character, index, opens, family });
      continue;
    }
    const isCjk = wide.test(before) || wide.test(after);
    if (isCjk && (character === '“' || character === '”')) {
      marks.push({ character, index, opens: character === '“', family: 'double' });
      continue;
    }
    if ((character === '“' || character === '”') && rightToLeft.test(before + after)) {
      marks.push({ character, index, opens: !openBefore(marks, 'double', ''), family: 'double' });
      continue;
    }
    const opensBySpace = !letterOrStop.test(before) && wordyAhead(after);
    switch (character) {
      case '„':
      case '‟':
        marks.push({ character, index, opens: true, family: 'double' });
        break;
      case '‚':
        if (wordy.test(after) && !wordy.test(before)) marks.push({ character, index, opens: true, family: 'single' });
        break;
      case '“': {
        const closes = style.low && !opensBySpace && openBefore(marks, 'double', '„');
        const looksClosing = style.low && letterOrStop.test(before) && !wordy.test(after);
        if (closes || looksClosing) marks.push({ character, index, opens: false, family: 'double' });
        else if (letterOrStop.test(before) && !wordyAhead(after) && openBefore(marks, 'double', '')) {
          marks.push({ character, index, opens: false, family: 'double', turned: '”' });
        } else marks.push({ character, index, opens: true, family: 'double' });
        break;
      }
      case '”':
        if (opensBySpace && !openBefore(marks, 'double', style.one ? '”' : '')) {
          marks.push({
            character,
            index,
            opens: true,
            family: 'double',
            ...(!style.one && { turned: style.low ? '„' : '“' }),
          });
        } else marks.push({ character, index, opens: false, family: 'double' });
        break;
      case '‘':
        if (style.low && !isCjk && letterOrStop.test(before)) {
          if (openBefore(marks, 'single', '‚')) marks.push({ character, index, opens: false, family: 'single' });
        } else if (isCjk || hangul.test(after) || (opensBySpace && /\p{L}/u.test(after) && !isElision(text, index))) {
          marks.push({ character, index, opens: true, family: 'single' });
        } else if (letterOrStop.test(before) && !wordy.test(after) && openBefore(marks, 'single', '')) {
          marks.push({ character, index, opens: false, family: 'single', turned: '’' });
        } else if (letterOrStop.test(before) && !wordy.test(after)) {
          // Both marks of ’so‘ are turned; ’ alone at a word's start may be an apostrophe.
          const start = turnedStart(text, index);
          if (start >= 0) {
            inOrder = false;
            marks.push({ character: '’', index: start, opens: true, family: 'single', turned: '‘' });
            marks.push({ character, index, opens: false, family: 'single', turned: '’' });
          }
        }
        break;
      case '’':
        // Between letters or behind one it is an apostrophe, unless a quotation waits for it. Chinese, Japanese and Korean have none, and their
        // words follow a mark at once.
        if (openBefore(marks, 'single', '') && (!wordy.test(after) || wide.test(after) || hangul.test(after)))
          marks.push({ character, index, opens: false, family: 'single' });
        else if ((wide.test(before) && wide.test(after)) || hangul.test(before))
          marks.push({ character, index, opens: false, family: 'single' });
        break;
      case '«':
      case '»':
        if (style.arrows && /^\n?$/.test(character === '«' ? before : after)) break;
        marks.push({ character, index, opens: (character === '«') !== style.inward, family: 'angle' });
        break;
      case '‹':
      case '›':
        marks.push({ character, index, opens: (character === '‹') !== style.inward, family: 'single angle' });
        break;
      default:
        if (/[\d′]/.test(before) && !straight) break;
        // Gershayim within a Hebrew abbreviation.
        if (/[\u05d0-\u05ea]/.test(before) && /[\u05d0-\u05ea]/.test(after)) break;
        if (!straight && letterOrStop.test(before) && openBefore(marks, 'double', '„')) {
          marks.push({ character, index, opens: false, family: 'double', turned: '“' });
          break;
        }
        straight = !straight;
        marks.push({ character, index, opens: straight, family: 'straight' });
    }
  }
  return inOrder ? marks : marks.sort((a, b) => a.index - b.index);
}

/** Where ’ stands before a word, shortly before `end`; -1 where it does not. */
function turnedStart(text: string, end: number): number {
  const from = Math.max(0, end - 120);
  const found = /(?<![\p{L}\p{N}\p{P}])’(?=(?:\p{L}{3}|\p{Script=Hangul}{2})[^’‘]*$)/u.exec(text.slice(from, end));
  return found ? from + found.index : -1;
}

const wordyAhead = (after: string) => wordy.test(after) || /[“„‚‘«‹([{$…¿¡-]/u.test(after);

function openBefore(marks: readonly Mark[], family: string, character: string): boolean {
  let depth = 0;
  for (let index = marks.length - 1; index >= 0 && index > marks.length - 200; index--) {
    const mark = marks[index]!;
    if (mark.family !== family) continue;
    depth += mark.opens ? 1 : -1;
    if (depth > 0) return character === '' || mark.character === character || family === 'single';
  }
  return false;
}

const hasOpen = (marks: readonly Mark[]) => openBefore(marks, 'round', '') || openBefore(marks, 'square', '');

/** ’Tis, ’90s and rock ’n’ roll, when typed with the opening mark. */
const isElision = (text: string, index: number) =>
  /^‘(?:\d0s|[nN][’']|tis\b|twas\b|em\b|til\b|cause\b)/u.test(text.slice(index, index + 7));

const label =
  /(?:^|[\s，。；、：！？,.;:(（“])(?:\d{1,3}(?:\.\d{1,2})?|[０-９]{1,3}|[a-zA-Zａ-ｚＡ-Ｚ]|[ivxIVX]{1,5}|[一二三四五六七八九十甲乙丙丁]{1,3}|[①-⑳]|[가-하ㄱ-ㅎア-ソ]|(?:例|注|註|備考|参考|補足|出典|資料)[\d０-９]{0,2})$/u;

/** Whether a closing round bracket ends the label of an item, “1）” or “a)”, that of a remark in Japanese, “例）”, or a face, “:-)”. */
const isLabelOrFace = (text: string, index: number) => {
  const lead = text.slice(Math.max(0, index - 8), index);
  return label.test(index <= 8 ? lead : lead.slice(1)) || /[:;8=][-’']?\)*$/.test(lead);
};
