import type { Lexicon } from '../text/lexicon.js';
import type { Manuscript } from './manuscript.js';
import type { Verdict } from './verdict.js';

/** Gains in nats from which characters count as doubled or lost, in prose and behind what may be a title. */
const least = { doubled: [6, 9], lost: [6, 12] } as const;

/** What stands twice at a break, once on either side of it. */
export function doubledAt(
  l: string,
  r: string,
  plain: number,
  title: boolean,
  silent: boolean,
  words: Lexicon,
): Verdict | undefined {
  const overlap = words.overlap(l, r);
  if (!overlap || overlap.gain - Math.max(plain, 0) < least.doubled[title ? 1 : 0]) return undefined;
  const { text, gain } = overlap;
  const rest = r.slice(text.length);
  const own = isWhole(l, -text.length, words) && isWhole(r, text.length, words);
  // A title whose last word opens the text is no doubling, and neither is a character that stands alone on both sides.
  if (own && (silent || text.length === 1)) return undefined;
  // 一本一本, 一步一步
  if (/^一\p{Script=Han}$/u.test(text)) return undefined;
  let at = 0;
  const word = words.words(l + rest).find((one) => {
    at += one.length;
    return at >= l.length;
  })!;
  const ahead = Math.max(0, at - l.length);
  const back = word.length - ahead;
  return {
    kind: 'doubled',
    points: gain,
    left: back,
    right: text.length + ahead,
    expected: word,
    drop: { left: 0, right: text.length },
    glue: '',
    certain: false,
  };
}

/** Whether a text has an end of a word after so many letters, counted from its end when negative. */
function isWhole(text: string, after: number, words: Lexicon): boolean {
  const place = after < 0 ? text.length + after : after;
  let at = 0;
  for (const word of words.words(text)) {
    if (at >= place) break;
    at += word.length;
  }
  return at === place;
}

/** A character that was lost at a break, as the words around it say or the manuscript elsewhere. */
export function lostAt(
  l: string,
  r: string,
  plain: number,
  title: boolean,
  words: Lexicon,
  manuscript: Manuscript,
): Verdict | undefined {
  const lost = words.lost(l, r);
  if (!lost || lost.gain <= Math.max(plain, 0)) return undefined;
  const certain = lost.gain >= least.lost[title ? 1 : 0] && lost.gain - Math.max(plain, 0) >= least.lost[0] - 1;
  // Or the manuscript has it whole elsewhere, and never as it stands here.
  const near = l.slice(-2);
  const elsewhere = () =>
    manuscript.occurrences(near + lost.character + r.slice(0, 1)) > 0 && manuscript.occurrences(near + r[0]!) === 0;
  if (!certain && (near.length < 2 || !elsewhere())) return undefined;
  const { word, character, gain } = lost;
  let back = word.length - 2;
  while (
    back > 1 &&
    !(l.endsWith(word.slice(0, back)) && word[back] === character && r.startsWith(word.slice(back + 1)))
  ) {
    back--;
  }
  return {
    kind: 'lost',
    points: gain,
    left: back,
    right: word.length - back - 1,
    expected: word,
    drop: { left: 0, right: 0 },
    glue: character,
    certain: false,
  };
}
