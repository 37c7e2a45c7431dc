import type { PhrasingContent } from 'mdast';
import type { RunningHead } from '../facts/types.js';
import { isTerminated } from '../text/endings.js';
import { isImprint } from '../text/furniture.js';
import { opaque } from '../text/mask.js';
import { breaksSentence, isProse, weight } from './judge.js';
import { keyOf, type Line } from './lines.js';

/** A line that is a running head, and how often it stands in the manuscript or the volume. */
export interface Head {
  line: Line;
  count: number;
}

/** A line without the page number at one of its ends. */
interface Bared {
  line: Line;
  text: string;
  number: number | undefined;
}

const numberBefore = /^(\d{1,4})(?:[ \t\u3000]{1,20}|[ \t\u3000]{0,5}[|｜·•—–-][ \t\u3000]{0,5})(?=[^\d\s.、.)）])/u;
const numberAfter = /(?:[ \t\u3000]{1,20}|[ \t\u3000]{0,5}[|｜·•—–][ \t\u3000]{0,5})(\d{1,4})$/u;
/** A page number before the number of the chapter. */
const numberTwice = /^(\d{1,4})[ \t\u3000]{1,20}(\d.{3,})$/u;
const wideGap = /^\d{1,4}(?:[ \t]{2,}|\u3000|[ \t]?[|｜·•])|(?:[ \t]{2,}|\u3000|[|｜·•][ \t]?)\d{1,4}$/;

/** Lines that may recur by right: captions, labels with a number, remarks in brackets, attributions, numbered points. */
const lawful =
  /^(?:--|[—–]{1,2}\s{0,3}\p{L}|[（(【[［].{0,60}[）)】\]］]$|(?:fig|tab|figure|table|abbildung|abb|tabelle|listing|algorithm|equation|eq|theorem|lemma|proof|definition|corollary|proposition|remark|note|example|exercise|question|answer|step|chapter|section|part|day|week|lesson|beispiel|satz|beweis|kapitel|schritt|图|表|式|例|注|问|答|附|定理|引理|证明|推论|定义|命题|図|第.{1,6}[章节節部条步])(?![\p{Ll}]))|^[一二三四五六七八九十]{1,3}[、是]|^[（(]?\d{1,2}[.、)）]|^[^:：]{1,10}[:：]\s?[!-~]+$/iu;
/** What books and journals call themselves. */
const publication =
  /论文集|文集$|论文选|論文集|予稿集|紀要|学报|學報|会议记录|会议手册|期刊|\bproceedings\b|\bjournal of\b|\btransactions on\b|\bvol(?:ume|\.)\s?\d|\btagungsband\b|\bkongressakten\b|\bjahrbuch\b|\bactes d[ue]\b|\batti d[ei]\b|\bactas de\b|сборник|труды|논문집|학회지|\banais d[aeo]\b|материалы|матеріали|\bmateriały\b|\bhandelingen\b|kỷ yếu/iu;
/** A volume and an issue, as a journal's line has them: "Bd. 12, Heft 3", "т. 12, № 3". */
const issue =
  /(?<!\p{L})(?:vol|bd|jg|jrg|cilt|tập|roč|том|т|t|v)\.?\s?\d{1,3}\P{L}{1,4}(?:no|nr|n|núm|num|heft|issue|sayı|số|zeszyt|č|вып)?[.°º№]{0,2}\s?\d{1,4}(?!\d)/iu;
/** Who owns the rights, as is printed at the foot of a page. */
const rights = /^(?:©|\(c\)|copyright(?!\p{L}))[^.]{0,24}(?:19|20)\d\d/iu;

/**
 * The lines that are running heads: they recur, alike but for a page number, where no heading or label would stand. `recurring` is what the volume knows of
 * this manuscript's lines; `titles` are its own titles, `people` those who wrote it.
 */
export function findRunningHeads(
  lines: readonly Line[],
  recurring: readonly RunningHead[],
  titles: readonly string[],
  people: readonly string[],
): Head[] {
  const own = new Set(titles.map(keyOf));
  const authors = new Set(people.map(keyOf));
  const groups = new Map<string, Bared[]>();
  for (const line of lines) {
    const bared = bare(line, own, authors);
    if (!bared) continue;
    const key = keyOf(bared.text);
    const known = groups.get(key);
    if (known) known.push(bared);
    else groups.set(key, [bared]);
  }
  const inVolume = new Map(recurring.map(({ start, count }) => [start, count]));
  const heads: Head[] = [];
  for (const [key, group] of groups) {
    const count = group.reduce((most, { line }) => Math.max(most, inVolume.get(line.start) ?? 0), group.length);
    const named = authors.has(key) ? atHead(group) : [];
    const isTitle = own.has(key) || carriesTitle(key, group[0]!, own);
    const found = isHead(group, count, isTitle) ? group.filter(isDisplaced) : named;
    heads.push(...found.map(({ line }) => ({ line, count })));
  }
  return heads.sort((a, b) => a.line.start - b.line.start);
}

function bare(line: Line, titles: ReadonlySet<string>, authors: ReadonlySet<string>): Bared | undefined {
  const { text, block } = line;
  if (
    (block.context !== 'flow' && block.context !== 'list') ||
    text.includes(opaque) ||
    hasLink(line) ||
    !/\p{L}{2}/u.test(text)
  )
    return undefined;
  if (isImprint(text)) return { line, text, number: undefined };
  const twice = numberTwice.exec(text);
  if (twice && titles.has(keyOf(twice[2]!))) return { line, text: twice[2]!, number: Number(twice[1]) };
  const number = numberBefore.exec(text)?.[1] ?? numberAfter.exec(text)?.[1];
  const words = number ? text.replace(numberBefore, '').replace(numberAfter, '') : text;
  const known = titles.has(keyOf(words));
  if ((weight(words) < (number ? 4 : 6) && !known && !authors.has(keyOf(words))) || (lawful.test(text) && !known))
    return undefined;
  if (isTerminated(words) && !/\bet al\.$/.test(words) && !rights.test(text) && !known) return undefined;
  return { line, text: words, number: number ? Number(number) : undefined };
}

/** Letters of a title that are told from chance, and of what may stand beside it: authors. */
const enough = 8;
const beside = 40;

/** Whether a line with a page number has the manuscript's title in it, whole or as far as the page was wide, beside its authors: "12 A. Author, On Glue". */
function carriesTitle(key: string, { number }: Bared, titles: ReadonlySet<string>): boolean {
  if (number === undefined) return false;
  for (const title of titles) {
    if (title.length < enough) continue;
    if (key.startsWith(title) || key.endsWith(title)) return key.length - title.length <= beside;
    const start = key.indexOf(title.slice(0, 16));
    if (start >= 0 && start <= beside && title.length > 16 && title.startsWith(key.slice(start))) return true;
  }
  return false;
}

function isHead(group: Bared[], count: number, isTitle: boolean): boolean {
  const displaced = group.filter(isDisplaced).length;
  if (displaced === 0) return false;
  const torn = group.filter(({ line }) => breaksSentence(line) || line.besideNumber).length;
  const { text } = group[0]!;
  const named = publication.test(text) || issue.test(text) || rights.test(text);
  const numbered = group.filter(({ number }) => number !== undefined);
  const pages = rises(numbered);
  if (group.every(({ line }) => isImprint(line.text) && isInside(line))) return true;
  if (group.length === 1) {
    const { line, number } = group[0]!;
    const gap = number !== undefined && wideGap.test(line.text);
    const stands = isBetween(line) && (number !== undefined || isTerminated(line.before ?? ''));
    if (named && (stands || torn > 0)) return true;
    if (gap && breaksSentence(line)) return true;
    return (isTitle && isBetween(line)) || (count > 2 && isBetween(line) && isLong(text));
  }
  // A line with the same lines before it each time stands in a passage that is repeated.
  if (new Set(group.map(({ line }) => line.before)).size === 1) return false;
  if (torn * 2 > group.length && !/^\p{Ll}/u.test(text)) return true;
  // A manuscript says its title once.
  if (isTitle && displaced > 1 && !group.every(({ line }) => isEmphasis(line))) return true;
  if (pages && numbered.length > 1 && numbered.length * 2 >= group.length && (isLong(text) || areLeaves(group)))
    return true;
  const between = group.filter(({ line }) => isBetween(line)).length * 5 >= group.length * 3;
  if (group.every(({ line }) => isEmphasis(line))) return false;
  return between && (group.length > 2 || isTitle || named || count > 3) && (isLong(text) || isTitle);
}

/** Where an author's name stands at the head of pages: with their numbers, or again and again. A signature stands once, at the end. */
function atHead(group: Bared[]): Bared[] {
  const behind = group.filter((one) => isDisplaced(one) && isProse(one.line.before ?? ''));
  const between = behind.filter(({ line }) => isBetween(line) && line.after !== undefined);
  // Behind a paragraph there may stand a heading or a figure as well as the next paragraph.
  if (behind.length > 2) return behind;
  return between.some(({ number }) => number !== undefined) ? between : [];
}

/** Whether a line stands where a heading or label would not: behind running text, or inside it. */
const isDisplaced = ({ line }: Bared): boolean =>
  line.alone ? line.before !== undefined && !/[:：]\s*$/.test(line.before) : true;

/** Whether it stands between two paragraphs of running text, or two of its lines. */
const isBetween = ({ before, after, alone }: Line): boolean =>
  before !== undefined &&
  isProse(before) &&
  (alone ? after === undefined || isProse(after) || isTerminated(after) : after !== undefined);

/** Whether it stands behind running text and before any, so that it is neither under the title nor the source below the text. */
const isInside = ({ before, after }: Line): boolean => before !== undefined && isProse(before) && after !== undefined;

/** Labels such as 示例 or "Expected output" are short. */
const isLong = (text: string): boolean => weight(text) >= 12 && (weight(text) > text.length || /\S \S/.test(text));

/** Numbers of pages rise, by more than one from 1: those of examples count 1, 2, 3. */
function rises(numbered: Bared[]): boolean {
  const numbers = numbered.map(({ number }) => number!);
  return (
    numbers.every((number, index) => index === 0 || number > numbers[index - 1]!) &&
    numbers.some((number, index) => number !== index + 1)
  );
}

/** Whether even a short line with a number can be but the head of pages: it stands in the way of running text again and again, and pages lie between. */
const areLeaves = (group: Bared[]): boolean =>
  group.length > 2 &&
  group.every(
    (one, index) =>
      one.number !== undefined && isDisplaced(one) && (index === 0 || one.number > group[index - 1]!.number! + 1),
  ) &&
  group.filter(({ line }) => isBetween(line) && isTerminated(line.before ?? '')).length * 3 >= group.length * 2;

const hasLink = ({ block }: Line): boolean =>
  ((block.node as { children?: PhrasingContent[] }).children ?? []).some(
    ({ type }) => type === 'link' || type === 'linkReference',
  );

function isEmphasis({ block, alone }: Line): boolean {
  const children = (block.node as { children?: PhrasingContent[] }).children ?? [];
  return alone && children.length === 1 && (children[0]!.type === 'strong' || children[0]!.type === 'emphasis');
}
