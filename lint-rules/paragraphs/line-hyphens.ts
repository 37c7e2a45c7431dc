import type { Block } from '../text/prose.js';
import { isSuspended, type Rejoined, rejoin } from './hyphens.js';
import type { Manuscript } from './manuscript.js';

/** A word that a hyphen and a blank or line end cut in two, with its place in the block's text. */
export interface CutWord extends Rejoined {
  from: number;
  to: number;
}

const cutWord =
  /(?<![\p{L}\p{M}\p{N}/_.])(\p{L}[\p{L}\p{M}]{1,40})[-‐][ \t]{0,3}(?:\n[ \t]{0,8}|(?<=[ \t]))(\p{Ll}[\p{Ll}\p{M}]{1,40})(?![\p{L}\p{M}\p{N}]|[-‐](?:\s|$))/gu;

/** English words that no word ends in. */
const behindDash = /^(?:the|this|that|these|those|which|who|with|from|where|when|what)$/;

/** Words of a block with a line end's hyphen in them: "pro- vides". Not hyphens that stand for a word still to come: "pre- and post-war". */
export function cutWords({ text }: Block, manuscript: Manuscript): CutWord[] {
  if (!text.includes('- ') && !text.includes('-\n') && !text.includes('‐')) return [];
  const found: CutWord[] = [];
  for (const match of text.matchAll(cutWord)) {
    const [whole, left, right] = match as unknown as [string, string, string];
    if (
      (text[match.index + whole.length] !== '-' && isSuspended(left, right, manuscript)) ||
      isSuspendedBefore(text, match.index)
    )
      continue;
    // “Kettles- the oldest of them”: a dash, and no word cut in two.
    if (behindDash.test(right) && manuscript.use(left + right) === undefined) continue;
    const rejoined = rejoin(left, right, manuscript);
    found.push({ ...rejoined, from: match.index, to: match.index + whole.length });
  }
  return found;
}

/** Whether the hyphen is one of a series: "short-, medium- to long-term". */
const isSuspendedBefore = (text: string, at: number): boolean =>
  /\p{L}[-‐],\s{1,3}$/u.test(text.slice(Math.max(0, at - 8), at));
