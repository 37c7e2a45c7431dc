import type { PhrasingContent } from 'mdast';
import { weight } from '../furniture/judge.js';
import { isArticle } from '../paragraphs/not-prose.js';
import { chineseSpoken, chineseStart } from '../paragraphs/sentence-words.js';
import { isHeadingLike, isTerminated } from '../text/endings.js';
import { isImprint, isPageNumberLine } from '../text/furniture.js';
import { continuesInKorean, endsInKoreanNoun, leadsOnInKorean, speaksInKorean } from '../text/korean.js';
import { opaque } from '../text/mask.js';
import type { Block, Prose } from '../text/prose.js';
import { type Habits, habitsOf, isLabelledAlike } from './habits.js';
import { headingNumber } from './numbers.js';
import { isAffiliation, isNamedSection, isSomethingElse } from './other-lines.js';

/** A paragraph that reads like a heading. */
export interface Unmarked {
  block: Block;
  text: string;
  /** How it is set off: with a number, with a sign such as ■ or 【】 or a label like those of other headings, in bold, in capitals, by a name that sections have, or by its shape alone. */
  sign: 'number' | 'mark' | 'bold' | 'capitals' | 'name' | 'shape';
  /** How deep its number says that it is, from 1. */
  rank: number | undefined;
}

/** Paragraphs under a heading are at least so long, in Latin letters, and longer than it. */
const longEnough = 40;

/** Paragraphs of the document itself that read like headings and stand where one would: before a longer paragraph, and not in the middle of a sentence. */
export function findUnmarked({ blocks }: Prose): Unmarked[] {
  const shaped = new Map<Block, Unmarked>();
  const habits = habitsOf(blocks);
  for (const block of blocks) {
    const read = readShape(block, habits);
    if (read) shaped.set(block, read);
  }
  if (shaped.size === 0) return [];
  const firstProse = blocks.find(({ text }) => weight(text) >= longEnough)?.order ?? 0;
  return [...shaped.values()].filter(
    (candidate) =>
      standsAsHeading(candidate, blocks, shaped, habits) &&
      (candidate.block.order > firstProse || !isAffiliation(candidate.text)),
  );
}

/** The longest text that is looked at. */
const longest = 140;

function readShape(block: Block, habits: Habits): Unmarked | undefined {
  if (block.kind !== 'paragraph' || block.context !== 'flow' || block.text.length > longest) return undefined;
  const text = withoutAttributes(block.text);
  if (text.length < 2 || text.includes('\n') || text.includes(opaque)) return undefined;
  const children = (block.node as { children?: PhrasingContent[] }).children ?? [];
  if (children.some(({ type }) => /^(?:link|linkReference|image|footnoteReference|emphasis|delete|html)$/.test(type)))
    return undefined;
  const bold = children.length === 1 && children[0]!.type === 'strong';
  const number = headingNumber(text);
  const labelled = isLabelledAlike(text, habits);
  if (!number && !bold && isTerminated(text) && !asks.test(text) && !(labelled && /[?？]$/.test(text)))
    return undefined;
  if (!isHeadingLike(text) && !(number && isHeadingLike(number.rest))) return undefined;
  const marked = labelled || besideMark.test(text);
  if (isPageNumberLine(text) || isImprint(text) || isArticle(text)) return undefined;
  // Behind “2.2” a colon divides a title.
  const plain = sectionNumber.test(text) ? text.replace(/[:：]/g, ' ') : text;
  if (!marked && isSomethingElse(plain, number !== undefined)) return undefined;
  const sign = number
    ? 'number'
    : marked
      ? 'mark'
      : bold
        ? 'bold'
        : isCapitals(text)
          ? 'capitals'
          : isNamedSection(text)
            ? 'name'
            : 'shape';
  return { block, text, sign, rank: number?.rank };
}

/** A short title such as “softmax 回归” may have more of other letters. */
const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const sectionNumber = /^\d{1,2}(?:\.\d{1,2}\D|단계: )/;

/** A question that asks what or how something is, as titles do and a paragraph by itself seldom does. */
const asks = /^(?:什[么麼]是|何[谓謂]|为什么要?|為什麼要?|如何|怎[样樣么麼])[^，。！？呢吗嗎嘛啊]{2,20}[？?]$/u;

/** Signs before a heading and around it in Japanese and Korean print. */
const besideMark = /^[■◆▶□◇][ \u3000]?[\p{Lo}\p{Lu}\d][^:：]*$|^【[^【】:：]{2,30}】$/u;

/** A heading's text without the attributes that pandoc reads behind it: "Results {#sec:results}". */
const withoutAttributes = (text: string): string =>
  (text.includes(opaque) ? text.replace(/\s\uFFFC+\s*$/, '') : text).trim();

const isCapitals = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && !/\p{Ll}|\p{Script=Han}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 5;

function standsAsHeading(
  candidate: Unmarked,
  blocks: Block[],
  shaped: ReadonlyMap<Block, Unmarked>,
  habits: Habits,
): boolean {
  const { block, text, sign } = candidate;
  const beside = (from: Block, step: 1 | -1): Block | undefined => {
    const other = blocks[from.order + step];
    return other && from.parent.children[from.index + step] === other.node ? other : undefined;
  };
  const next = beside(block, 1);
  const previous = beside(block, -1);
  // A title in two parts stands in two paragraphs.
  const second = next && shaped.has(next) ? next : undefined;
  const body = second ? beside(second, 1) : next;
  if (body?.kind !== 'paragraph' || !isBody(body.text, text)) return false;
  if (second && (sign !== 'shape' || shaped.get(second)!.sign !== 'shape') && !isDeeper(candidate, shaped.get(second)!))
    return false;
  if (isTorn(text, (second ?? body).text, block.cjk)) return false;

  // Under the title stands the subtitle, or what the text is about.
  if (sign === 'shape' && previous?.order === 0 && previous.kind === 'heading') return false;
  const before = previous && shaped.has(previous) ? beside(previous, -1) : previous;
  // Verses, names and addresses stand in rows.
  if (before && shaped.has(before)) return false;
  if (second && previous !== before) return false;
  // Behind a picture stands its caption, or a heading with a number.
  const isPicture = sign !== 'shape' && before?.text.replaceAll(opaque, '').trim() === '';
  if (before?.kind === 'paragraph' && !isPicture && !isTerminated(before.text) && !isSomethingElse(before.text))
    return false;
  return (
    sign !== 'shape' ||
    isTitle(text, block.cjk || wideLetter.test(text)) ||
    (habits.short && /^\p{Script=Han}{2,3}$/u.test(text)) ||
    (before?.kind === 'paragraph' && isOneWord(text, body.text, blocks)) ||
    (previous === undefined && before === undefined && block.order === 0)
  );
}

/** A numbered chapter above its first section. */
const isDeeper = (first: Unmarked, second: Unmarked): boolean =>
  second.sign === 'number' && (second.rank ?? 9) > (first.rank ?? 0);

/** Whether a paragraph can be what stands under a heading: running text, longer than it. */
export function isBody(text: string, heading: string): boolean {
  const size = weight(text);
  if (size < longEnough || size <= weight(heading)) return false;
  // A long paragraph may itself be cut off at its end.
  return isTerminated(text) || (size >= 3 * longEnough && /[。！？]|[.!?]\s/u.test(text));
}

/** Whether the text goes on in the next paragraph: a letter doubled at the break, or a mark that cannot begin one. */
function isTorn(text: string, next: string, cjk: boolean): boolean {
  if (continuesInKorean(next, text)) return true;
  const first = next.trimStart().charAt(0);
  if (/[，、；。,;.:：）)”’」』》]/.test(first)) return true;
  if (!cjk && /^\p{Ll}/u.test(first)) return true;
  return cjk && (text.at(-1) === first || /^.[，、]/u.test(next));
}

/** A word that is a title on its own, such as a German compound; labels are shorter. */
const longWord = /^\p{Lu}[\p{L}-]{13,}$/u;

/** Under a title of one word stands more than a remark. */
const longBody = 120;

/** Labels of what follows. */
const label =
  /^(?:examples?|notes?|input|output|warning|caution|important|hint|remark|proof|exercise|answer|question|solution|usage|update|edit|beispiel|hinweis|achtung|ausgabe|eingabe|antwort|frage|beweis|anmerkung|exemple|remarque|attention|réponse|ejemplo|nota|respuesta|advertencia|пример|ответ|вопрос|примечание)$/iu;

/** Whether one word with a capital heads a paragraph as titles do: “Background”. Who speaks in a dialogue, and labels, come again. */
function isOneWord(text: string, body: string, blocks: readonly Block[]): boolean {
  return (
    /^\p{Lu}\p{Ll}{3,}$/u.test(text) &&
    !label.test(text) &&
    weight(body) >= longBody &&
    blocks.filter((other) => other.text === text).length === 1
  );
}

/** Words that no title ends with. */
const unfinished =
  /(?<!\p{L})(?:the|an?|and|or|but|that|which|who|he|she|they|we|has|had|was|were|der|das|des|dem|den|ein|eine|und|oder|le|la|les|du|des|et|ou|un|une|que|qui|el|los|las|и|что|как)$/iu;

/** Whether a Chinese text speaks behind a comma, or ends in a word that leads on: half of a sentence. */
const isCutSentence = (text: string): boolean =>
  /(?:是否|[难難]以|因此|或者|以及|[独獨]自|不[断斷]|[着著]|[为為]了|[应應][当當该該]|不得|必[须須]|可以|能[够夠]|由[于於]|[关關对對][于於]|按照|根[据據]|[进進從从]而|[并並而]且|但是|然而|其中|例如|比如)$/u.test(
    text,
  ) ||
  (/[，,]/u.test(text) && chineseStart.test(text) && chineseSpoken.test(text));

/** Korean that ends as sentences do, or speaks for longer than titles. */
const koreanSentence = /\p{Script=Hangul}(?<![필개중수주소세])[다요까죠]$|\p{Script=Hangul}[은는]\s+\S+\s+\S+\s+\S/u;

/** Whether words alone, without a number or a mark, are a title: more than a name or a label. */
export function isTitle(text: string, cjk: boolean): boolean {
  if (cjk) return text.replace(/\P{L}/gu, '').length >= 4 && !isCutSentence(text);
  return (
    (text.split(/\s+/).length >= 2 || longWord.test(text)) &&
    !unfinished.test(text) &&
    (/^[\p{Lu}\p{N}\p{Script=Hangul}“"«„¿¡]/u.test(text) || /\p{Script=Hangul}/u.test(text)) &&
    (/\p{L}{3}/u.test(text) || /\p{Script=Hangul}{2}/u.test(text)) &&
    !isKoreanSentence(text)
  );
}

/** Whether a Korean text is a sentence or a part of one. What asks the reader to do something is a title, too: “종이를 고르세요”. */
function isKoreanSentence(text: string): boolean {
  const bare = text.replace(/\s?\([^()]{1,20}\)$/u, '');
  if (koreanSentence.test(bare) || leadsOnInKorean(bare)) return true;
  return speaksInKorean(bare) && !endsInKoreanNoun(bare) && !bare.endsWith('세요');
}
