import { isHeadingLike } from '../text/endings.js';
import { endsInKoreanNoun, leadsOnInKorean, speaksInKorean } from '../text/korean.js';
import { opaque } from '../text/mask.js';
import type { Block } from '../text/prose.js';
import { isCjk, lastCharacter } from '../text/scripts.js';
import {
  endsInAttribution,
  endsInDefinition,
  endsInDisplay,
  isDateLine,
  isEmphasised,
  isLabel,
  isLetterForm,
} from './not-prose.js';
import { chineseSpoken, isTitleCase, japaneseSpoken } from './sentence-words.js';

/** Thai and Lao have no mark at the end of a sentence. */
const withoutStops = /[\p{Script=Thai}\p{Script=Lao}][\s\p{P}]*$/u;
const finishedBefore =
  /[。！？…]["”’」』）]{0,2}[^\s]|[\p{Ll}\p{Script=Hangul}\p{N})\]”“"'’»][.!?]["”’»)]{0,2}(?:\[[^\]]{1,40}\])?\s{1,3}[\p{Lu}\p{Lo}"“„«(]|[।؟۔]\s/u;
/** Units at the end of a block that are looked at. */
const enough = 2000;
const long = { wide: 60, hangul: 80, narrow: 160 };
const some = { wide: 20, hangul: 32, narrow: 70 };
/** A list of works: a year in brackets or at the end, pages, volume. */
const reference =
  /^(?:\[\d|\p{Lu}[\p{L}'-]+,? \p{Lu}\.)|(?:\(\d{4}[a-z]?\)|\b\d{4})[.,:].{0,300}(?:pp?\.|S\.|vol\.|\d+[-–]\d+)|[［[][JMDCNPRS][\]］]/u;

/**
 * Whether a block is running prose beyond doubt, so that it must end in a stop: it has finished a sentence before, or it is long and has commas.
 * Captions, labels, names, dates, titles and works referred to are not.
 */
export function isEvidentProse(block: Block): boolean {
  const text = block.text.slice(-enough).trim();
  if (withoutStops.test(text)) return false;
  const wide = isCjk(lastCharacter(text)) || block.cjk;
  const size = wide ? 'wide' : isKorean(text) ? 'hangul' : 'narrow';
  const least = some[size];
  if (text.length < least || isHeadingLike(text) || isLabel(text) || isDateLine(text) || isLetterForm(text))
    return false;
  if (isEmphasised(block) || endsInDisplay(block.text) || endsInDefinition(block.text)) return false;
  if (reference.test(text) || endsInAttribution(text)) return false;
  if (!wide && !hasWords(text, size === 'hangul' ? 5 : 8)) return false;
  // Notes end so without a stop, but not behind a whole sentence.
  if (size === 'hangul' && endsInKoreanNoun(text) && !koreanStop.test(text)) return false;
  if (finishedBefore.test(text)) return true;
  return text.length >= long[size] && /[，、,]/u.test(text);
}

/** A comma in what has particles is one of a sentence, not of a list of names. */
const koreanClauses = /[을를은는의에]\s.*,\s|,\s.*[을를은는의에]\s/u;
const koreanStop = /[다요까죠][.?!] /u;
const isKorean = (text: string): boolean => /\p{Script=Hangul}[^\p{L}]{0,3}$/u.test(text);

/** Whether most words begin small, as in a sentence and unlike in an address, a list of names or a table in letters. */
function hasWords(text: string, least = 8): boolean {
  const words = text.replaceAll(opaque, '').match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const cased = words.filter((word) => /^\p{Lu}|^\p{Ll}/u.test(word));
  // In Korean, names in Latin letters say nothing of the words among them.
  if (isKorean(text) || cased.length < words.length / 2) return words.length >= least;
  return words.length >= least && cased.filter((word) => /^\p{Ll}/u.test(word)).length >= cased.length * 0.45;
}

const particles = /[的了是在将將把被对對从從能会會要可也都就得着著过過于於]/u;

/**
 * Whether a block speaks in sentences, even if it has not finished one: by a comma, or by words that names and labels do without. Less is certain than
 * with evident prose; for the end of a section, where a title would have nothing to be the title of.
 */
export function speaks(block: Block): boolean {
  const text = block.text.slice(-enough).trim();
  if (isLabel(text) || isDateLine(text) || isLetterForm(text) || isEmphasised(block) || endsInDisplay(block.text))
    return false;
  if (endsInDefinition(block.text) || reference.test(text) || withoutStops.test(text)) return false;
  if (endsInAttribution(text)) return false;
  if (/[\u3041-\u309f]/u.test(text)) return text.length >= 12 && (/、/u.test(text) || japaneseSpoken.test(text));
  if (block.cjk) {
    if (text.length < 10) return false;
    return (/[，、]/u.test(text) && text.length >= 16) || particles.test(text) || chineseSpoken.test(text);
  }
  if (isKorean(text)) {
    if (text.length < 16 || !hasWords(text, 2)) return false;
    return (
      leadsOnInKorean(text) ||
      (hasWords(text, 4) && (speaksInKorean(text) || koreanClauses.test(text)) && !endsInKoreanNoun(text))
    );
  }
  return text.length >= some.narrow / 2 && hasWords(text, 6) && !isTitleCase(text);
}

/** The last words of a text, to be shown, and how many units they take. */
export function lastWords(text: string): string {
  const trimmed = text.trimEnd();
  const last = trimmed.slice(-40);
  return isCjk(lastCharacter(trimmed.replace(/[^\p{L}\p{N}]{1,10}$/u, '')))
    ? /[^\s，。、；：！？]{0,10}[^\p{L}\p{N}]{0,3}$/u.exec(last)![0] || last.slice(-6)
    : /(?:\S{1,20}\s){0,2}\S{1,20}$/u.exec(last)?.[0] || last.slice(-6);
}
