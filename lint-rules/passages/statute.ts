import type { RepeatedPassage } from '../facts/types.js';
import type { Prose } from '../text/prose.js';
import { duplicate } from './verdict.js';

const article = /^第[\d零〇一二三四五六七八九十百]{1,6}条[ \u3000]/u;
/** Articles from which on a manuscript is a statute or a set of rules. */
const articles = 8;
const wholly = 0.95;

/**
 * Whether a passage repeats by right what a statute says before: who breaks a rule is punished in the words of the rule. A whole paragraph that comes
 * again letter for letter, and a long passage, are none of that.
 */
export function isRestated(passage: RepeatedPassage, prose: Prose): boolean {
  if (!passage.inside || passage.kind === 'doubled' || passage.letters >= duplicate.letters) return false;
  if (passage.agreement === 1 && passage.share >= wholly) return false;
  let count = 0;
  for (const { text } of prose.blocks) if (article.test(text) && ++count >= articles) return true;
  return false;
}
