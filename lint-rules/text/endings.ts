import { opaque } from './mask.js';

/**
 * What a text ends in, once white space, closing quotation marks and brackets, and references behind them are set aside: `stop`, a mark that ends a
 * sentence; `colon`, one that announces; `semicolon`; `comma`, one that cannot end a paragraph; `opening` quotation mark or bracket; `dash`;
 * `hyphen` behind a letter; `closing`, a quotation or bracket without a stop in it; `opaque`, code, mathematics or a citation; `letter`, a letter or
 * a digit; `other`.
 */
export type Ending =
  | 'stop'
  | 'colon'
  | 'semicolon'
  | 'comma'
  | 'opening'
  | 'dash'
  | 'hyphen'
  | 'closing'
  | 'opaque'
  | 'letter'
  | 'other';

/** Marks that end a sentence, in the scripts of the world (Unicode's Sentence_Terminal, and the ellipses). */
const stops = /[\p{Sentence_Terminal}…‥⋯︙｡．]/u;
const colons = /[:：︰﹕]/;
const semicolons = /[;；﹔؛]/;
const commas = /[,，、､،﹐﹑՝]/;
const openings = /[“„‟‚‘«‹「『（([【〔〖《〈｢{｛［]/;
const closings = /[”’"'»›」』）)\]】〕〗》〉｣}｝］“‘«‹]/;
const references = /(?:\[[\d,，、\s–-]{1,20}\]|［[\d,，、\s–-]{1,20}］|[¹²³⁰⁴-⁹*†‡§]{1,4}|[①-⑳]{1,2})$/u;
/** A remark in brackets behind a stop, such as a source. */
const remark =
  /([。！？!?.…]["”’』」]?)\s{0,3}(?:（[^（）]{1,80}）|\([^()]{1,80}\)|［[^［］]{1,80}］|\[[^[\]]{1,80}\])$/u;
const tail = 100;

/** How a text ends; see {@link Ending}. */
export function endingOf(text: string): Ending {
  const end = text.slice(-tail).trimEnd();
  if (plainStop(end.charCodeAt(end.length - 1))) return 'stop';
  if (pictureEnd.test(end)) return endingOf(end.replace(pictures, '')) === 'stop' ? 'stop' : 'other';
  let rest = end.replace(remark, '$1');
  let closed = false;
  let seen = false;
  for (let turn = 0; turn < tail; turn++) {
    const last = rest.at(-1);
    if (last === undefined) break;
    const reference = references.exec(rest);
    if (last === opaque) {
      seen = true;
      rest = rest.slice(0, -1).trimEnd();
    } else if (reference) rest = rest.slice(0, reference.index).trimEnd();
    else if (isClosing(rest)) {
      closed = true;
      rest = rest.slice(0, -1).trimEnd();
    } else break;
  }
  const mark = markOf(rest);
  if (mark === 'stop' || (mark === 'colon' && !seen)) return mark;
  if (seen) return 'opaque';
  return closed ? 'closing' : mark;
}

/** A picture such as 😁, which stands for a stop or behind one. */
const pictureEnd = /[\ud83c-\ud83e][\udc00-\udfff]\ufe0f?$/;
const pictures = /(?:[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]|\s){1,20}$/u;

/** The stops that nearly every text ends in: 。！？.!? */
const plainStop = (unit: number): boolean =>
  unit === 0x3002 || unit === 0x2e || unit === 0xff01 || unit === 0xff1f || unit === 0x21 || unit === 0x3f;

/** Whether a text ends in a mark that closes. A mark that both opens and closes (the German “ and «) closes where a letter or a stop stands before it. */
function isClosing(text: string): boolean {
  const last = text.at(-1)!;
  if (!closings.test(last)) return false;
  if (last === '«' || last === '‹') return /[\p{L}\p{N}\p{M}.!?…,]$/u.test(text.slice(0, -1));
  if (last !== '“' && last !== '‘') return true;
  return (
    /[。！？.!?]$/u.test(text.slice(0, -1)) || (/[\p{L}\p{N}\p{M}.!?…。！？]$/u.test(text.slice(0, -1)) && hasLow(text))
  );
}

const hasLow = (text: string): boolean => /[„‚]/.test(text) || !/\p{Script=Han}/u.test(text);

function markOf(text: string): Ending {
  const last = text.at(-1);
  if (last === undefined) return 'other';
  if (stops.test(last)) return 'stop';
  // Greek asks with it.
  if (last === ';' && /\p{Script=Greek}.$/u.test(text)) return 'stop';
  if (colons.test(last)) return 'colon';
  if (semicolons.test(last)) return 'semicolon';
  // A comma behind a stop is one mark too many, not half a sentence, unless the stop is that of an abbreviation.
  if (commas.test(last)) return /\p{Ll}{4}[.!?],$/u.test(text) ? 'stop' : 'comma';
  if (openings.test(last)) return 'opening';
  if (/[‐-]/.test(last)) return /\p{L}.$/u.test(text) ? 'hyphen' : 'dash';
  if (/[–—―─－ー~～〜]/.test(last)) return last === 'ー' ? 'letter' : 'dash';
  if (/[\p{L}\p{M}\p{N}%％‰°℃々〆ヶ\ud800-\udfff]/u.test(last)) return 'letter';
  return 'other';
}

/** Whether a text ends as a finished paragraph does: in a stop or a colon, whatever closes or is referred to behind it. */
export function isTerminated(text: string): boolean {
  const ending = endingOf(text);
  return ending === 'stop' || ending === 'colon';
}

const longestHeading = { wide: 110, part: 45, words: 16, letters: 140 };
const hangulLetter = /\p{Script=Hangul}/u;
const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Whether a text could be a title by its shape: short, one line or parts divided by blanks, no stop or semicolon in it and none at its end save
 * a question or exclamation mark, one comma at most. Says nothing of what it means; captions, by-lines and labels have that shape, too.
 */
export function isHeadingLike(text: string): boolean {
  const line = text.trim();
  if (line.length === 0 || line.length > longestHeading.letters) return false;
  const inner = line.replace(/[?!？！]{1,3}$/u, '');
  if (/[。；;！？…：:，,、]$/u.test(inner) || /[。；！？]/u.test(inner)) return false;
  const hangul = hangulLetter.test(inner);
  if (!hangul && wideLetter.test(inner)) {
    const parts = inner.split(/[\s\u3000]+|——|—/u);
    return (
      inner.length <= longestHeading.wide &&
      parts.every((part) => part.length <= longestHeading.part) &&
      (inner.match(/[，,]/gu)?.length ?? 0) <= 1
    );
  }
  const words = inner.split(/\s+/u);
  const sentences = /\p{Ll}{3}[.!?] +\p{Lu}|\p{Script=Hangul}{2}[.!?] +\S/u.test(inner);
  return (
    !sentences &&
    !inner.endsWith('.') &&
    words.length <= longestHeading.words &&
    (inner.match(/,/g)?.length ?? 0) <= 2 &&
    // A Korean title may begin with a name in small Latin letters.
    (hangul || !/^\p{Ll}/u.test(inner))
  );
}
