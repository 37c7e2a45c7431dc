import type { Manuscript } from './manuscript.js';

/** What follows a hyphen that stands for a word still to come, as in "Ein- und Ausgabe", "pre- and post-war", "zwei- oder dreimal". */
const suspended: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    any: 'and or to nor but vs versus through than as plus minus und oder bis bzw beziehungsweise sowie als aber statt wie sondern respektive и или либо да но',
    fr: 'et ou puis mais au à ni que',
    es: 'y o u e ni a',
    it: 'e o ed od a',
    pt: 'e ou a',
    nl: 'en of tot maar',
    sv: 'och eller till men samt',
    da: 'og eller til men samt',
    nb: 'og eller til men samt',
    fi: 'ja tai sekä',
    pl: 'i oraz lub albo czy',
    cs: 'a nebo i či',
    ru: 'а до и/или',
    uk: 'і й та або чи',
    hu: 'és vagy',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);

/** First parts of compounds that keep their hyphen. */
const compounding = new Set(
  `well self ex half high low long short large small full open close real cross state data user time one two three four five six seven eight nine ten
first second third single double left right top end built hand vice peer test rule set trade cost cut so e`.split(
    /\s+/,
  ),
);

/** Whether the word behind a hyphen shows that the hyphen stands for a word still to come. */
export function isSuspended(left: string, right: string, manuscript: Manuscript): boolean {
  const word = right.toLowerCase();
  const names = suspended.any!.has(word) || suspended[manuscript.lang.slice(0, 2)]?.has(word);
  if (names !== true) return false;
  // No syllable begins with a vowel behind a consonant, save in English: "ziel- en" is no "zielen" cut in two.
  const syllable =
    manuscript.lang.startsWith('en') ||
    !/^[aeiouäöüéèàyаеёиоуыэюяії]/u.test(word) ||
    /[aeiouäöüyаеёиоуыэюя]$/iu.test(left);
  // "so- wie" is not "so- … wie" where "sowie" is a word.
  return !syllable || manuscript.use(left + right) === undefined;
}

/** How the two pieces of a word around a hyphen that ended a line belong together, and whether that is certain. */
export interface Rejoined {
  word: string;
  /** Whether the hyphen belongs to the word. */
  hyphenated: boolean;
  certain: boolean;
}

/** Joins the pieces as the manuscript has them elsewhere; else without the hyphen, unless the first is one that keeps it. */
export function rejoin(left: string, right: string, manuscript: Manuscript): Rejoined {
  const joined = manuscript.use(left + right)?.count ?? 0;
  const hyphenated = manuscript.use(`${left}-${right}`)?.count ?? 0;
  if (joined > 0 || hyphenated > 0) {
    return joined >= hyphenated
      ? { word: left + right, hyphenated: false, certain: true }
      : { word: `${left}-${right}`, hyphenated: true, certain: true };
  }
  const compound = compounding.has(left.toLowerCase());
  return {
    word: compound ? `${left}-${right}` : left + right,
    hyphenated: compound,
    certain: !compound && !(isWord(left, manuscript) && isWord(right, manuscript)),
  };
}

/** Whether a piece stands as a word elsewhere: more often than at this one place. */
const isWord = (piece: string, manuscript: Manuscript): boolean => (manuscript.use(piece)?.count ?? 0) > 1;
