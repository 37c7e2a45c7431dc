import type { Fix } from '../rule.js';
import { canClose, canOpen } from './flanking.js';
import { type BrokenPair, characterAfter, characterBefore, wraps } from './pairs.js';

/** A bracket or quotation with what it holds. */
const groupBefore = /^(?:（[^（）\n]{1,60}）|\([^()\n]{1,60}\)|【[^【】\n]{1,60}】)/;
const groupBehind = /(?:（[^（）\n]{1,60}）|\([^()\n]{1,60}\)|【[^【】\n]{1,60}】)$/;
/** At the end, looked at once however long: stops, and what closes a quotation or bracket. */
const closing =
  /(?<![”’」』》〉）)】〕］\]}"'。，、；：！？．.,;:!?…—])[”’」』》〉）)】〕］\]}"'。，、；：！？．.,;:!?…—]+$/u;
const stops = /(?<![。，、；：！？．.,;:!?…—])[。，、；：！？．.,;:!?…—]+$/u;
const link = /^(\[)([^[\]`*_\n]{1,200})(\]\([^()\s]{1,400}\))$/;

/**
 * The same words with marks that emphasise: without blanks inside, and with the stops, or the pair of quotation marks or brackets, at their ends outside
 * of them. Other ways change what is emphasised, as `**甲（乙）**的` to `**甲**（乙）的`, or put a space outside, as in `**50%** 的`; a person must accept
 * these.
 */
export function repair(pair: BrokenPair, source: string): Fix {
  const { start, end, mark } = pair;
  const sign = mark === '__' ? '**' : mark;
  const inner = source.slice(start + mark.length, end - mark.length).trim();
  const before = characterBefore(source, start);
  const after = characterAfter(source, end);
  for (const { lead, middle, tail, safety } of divisions(inner, pair)) {
    if (!/[\p{L}\p{N}$`]/u.test(middle)) continue;
    const left = lead ? characterBefore(lead, lead.length) : before;
    const right = tail ? characterAfter(tail, 0) : after;
    const works =
      canOpen(sign[0]!, left, characterAfter(middle, 0)) &&
      canClose(sign[0]!, characterBefore(middle, middle.length), right);
    // What is struck out stays so with its punctuation, unless a person thinks otherwise.
    if (works)
      return { start, end, text: lead + sign + middle + sign + tail, safety: mark === '~~' ? 'suggest' : safety };
  }
  const left = canOpen(sign[0]!, before, characterAfter(inner, 0)) ? '' : ' ';
  const right = canClose(sign[0]!, characterBefore(inner, inner.length), after) ? '' : ' ';
  return { start, end, text: left + sign + inner + sign + right, safety: 'suggest' };
}

interface Division {
  lead: string;
  middle: string;
  tail: string;
  safety: Fix['safety'];
}

/** Ways to divide the emphasised text into what goes before the marks, between and behind them, the least change first. */
function* divisions(inner: string, { opens, closes }: BrokenPair): Generator<Division> {
  const stop = stops.exec(inner)?.[0] ?? '';
  const words = inner.slice(0, inner.length - stop.length);
  yield { lead: '', middle: inner, tail: '', safety: 'safe' };
  yield { lead: '', middle: words, tail: stop, safety: 'safe' };
  const linked = link.exec(words);
  if (linked) yield { lead: linked[1]!, middle: linked[2]!, tail: linked[3]! + stop, safety: 'safe' };
  // The stop within the quotation goes with it.
  if (wraps(words)) {
    const quoted = words.slice(1, -1);
    const last = stops.exec(quoted)?.[0] ?? '';
    const tail = last + words.at(-1)! + stop;
    yield { lead: words[0]!, middle: quoted.slice(0, quoted.length - last.length), tail, safety: 'safe' };
  }
  const lead = opens ? '' : (groupBefore.exec(words)?.[0] ?? '');
  const tail = closes ? '' : (groupBehind.exec(words)?.[0] ?? '');
  yield { lead, middle: words.slice(lead.length, words.length - tail.length), tail: tail + stop, safety: 'suggest' };
  const marks = closes ? '' : (closing.exec(inner)?.[0] ?? '');
  yield { lead: '', middle: inner.slice(0, inner.length - marks.length), tail: marks, safety: 'suggest' };
}
