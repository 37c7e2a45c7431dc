import { isTerminated } from '../text/endings.js';
import { type Folio, isYear, readFolio } from '../text/furniture.js';
import { breaksSentence, isProse } from './judge.js';
import type { Line } from './lines.js';

export interface PageNumber {
  line: Line;
  /** Whether it can be nothing else, so that it may be deleted unasked. */
  certain: boolean;
}

interface Candidate extends PageNumber {
  folio: Folio;
}

/** The lines that are page numbers. A bare number is one only where it plausibly is: between paragraphs, and not one of the numbers of sections or of data. */
export function findPageNumbers(lines: readonly Line[]): PageNumber[] {
  const candidates: Candidate[] = [];
  for (const line of lines) {
    const folio = readFolio(line.text);
    if (folio) candidates.push({ line, folio, certain: folio.form === 'certain' && line.alone });
  }
  const bare = candidates.filter(({ folio, line }) => folio.form === 'bare' && line.alone && !isYear(folio.number));
  const roman = candidates.filter(({ folio, line }) => folio.form === 'roman' && line.alone);
  const rises = { bare: isPages(bare), roman: isPages(roman) };
  const lawful = { bare: isCount(bare), roman: isCount(roman) };

  return candidates.filter((candidate) => {
    const { line, folio } = candidate;
    if (folio.form === 'certain') return true;
    const broken = breaksSentence(line);
    if (!line.alone) return isLineNumber(line, folio, broken);
    if (line.block.context !== 'flow') return false;
    if (broken) return true;
    if (folio.form === 'named') return standsBehindText(line);
    if (isYear(folio.number) || lawful[folio.form]) return false;
    if (folio.form === 'bare' && rises.bare && bare.length > 2) candidate.certain = true;
    if (folio.form === 'roman' && !rises.roman && !isLoneRoman(line.text, folio.number, roman.length)) return false;
    const behind = line.before !== undefined && isProse(line.before) && !/[:：]\s*$/.test(line.before);
    if (!behind || folio.number < 2) return false;
    if (folio.form === 'roman' && line.after !== undefined && isTerminated(line.after)) return true;
    return line.after === undefined || isProse(line.after) || rises[folio.form];
  });
}

/** Whether a line stands behind running text, or behind a short sentence and before running text. */
const standsBehindText = ({ before, after }: Line): boolean =>
  before !== undefined && (isProse(before) || (isTerminated(before) && after !== undefined && isProse(after)));

/** Chapters are numbered in capitals, but not one alone and from its middle on. */
const isLoneRoman = (text: string, number: number, count: number): boolean =>
  /^[ivx]{2,}$/.test(text) || (/^[IVX]{2,}$/.test(text) && count === 1 && number > 3);

/** A number on a line of its own inside a paragraph: lines are filled, unless something stood between them. */
function isLineNumber({ before, after }: Line, folio: Folio, broken: boolean): boolean {
  if (isYear(folio.number) && folio.form === 'bare') return false;
  if (folio.form === 'roman') return broken;
  if (after === undefined) return before !== undefined && isProse(before) && /[.。!?！？]["”’」』]?\s*$/.test(before);
  return isProse(after) && (before === undefined || isProse(before));
}

/** Numbers of sections count 1, 2, 3; numbers of data do not rise. */
function isCount(numbers: readonly Candidate[]): boolean {
  if (numbers.length < 2) return false;
  return numbers.every(({ folio }, index) => folio.number === index + 1) || (numbers.length > 2 && !isRising(numbers));
}

/** Whether numbers rise as those of pages do, by a few from each to the next. */
const isPages = (numbers: readonly Candidate[]): boolean =>
  numbers.length > 1 &&
  isRising(numbers) &&
  numbers.at(-1)!.folio.number - numbers[0]!.folio.number < numbers.length * 4;

const isRising = (numbers: readonly Candidate[]): boolean =>
  numbers.every(({ folio }, index) => index === 0 || folio.number > numbers[index - 1]!.folio.number);
