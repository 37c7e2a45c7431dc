import type { Block } from '../text/prose.js';

/** Captions, and lines that name something: authors, sources, addresses, keywords. They need no stop. */
const label = new RegExp(
  [
    String.raw`[图圖表式附注註例][\s\u3000]{0,2}[\d０-９一二三四五六七八九十]{1,3}(?:[-–.．][\d０-９]{1,3})?(?=[\s\u3000:：.．、]|$)`,
    String.raw`(?:fig(?:ure|\.)?|tab(?:le|\.)?|abb(?:ildung|\.)?|tabelle|tableau|listing|scheme|рис(?:унок|\.)?|таблица|表|図|그림|표)[\s\u00a0]{0,2}(?:S?\d{1,3}(?:[.-]\d{1,3})?)?[\s\u00a0]{0,2}[:：.|—–]`,
    String.raw`(?:key ?words|schl(?:ü|ue)sselw(?:ö|oe)rter|stichw(?:ö|oe)rter|mots[- ]cl(?:é|e)s|palabras clave|ключевые слова|关键[词字]|關鍵[詞字]|主题词|主題詞|キーワード|키워드|핵심어)(?:[\s\u3000]{0,2}[:：—]|[\s\u3000]{1,4}(?=\S{1,20}[\s\u3000;；]))`,
    String.raw`(?:[作编譯译责收发]者|[单單]位|[来來]源|地址|[邮郵][编編箱]|[电電][话話]|[传傳]真|日期|[时時][间間]|地[点點]|通[讯訊信]作者|作者[简簡]介|中[图圖]分[类類][号號]|[责責]任?[编編][辑輯]|出[处處]|摄影|文[/／]|[图圖][/／]|tel|fax|e-?mail|address|date|source|authors?|doi|isbn|issn|url|to|from|cc|re|quelle|autor(?:en)?|anschrift)[\s\u3000]{0,2}[:：/／]`,
    String.raw`[（(【][注註][\d０-９]{0,2}[）)】]`,
    String.raw`[（(]?[\d０-９一二三四五六七八九十]{1,4}[）)、.．]?\s*$`,
    String.raw`(?:--|[—–―─]{1,2})\s{0,3}\S`,
    String.raw`[□■◎▲△●○★☆▪◇◆※]|\[\d{1,3}\]|［\d{1,3}］|\(\d{1,2}\)\s|[①-⑳]`,
    '(?:©|copyright|doi:)',
    ':{3,}',
  ].join('|'),
  'iuy',
);

/** Openings that show that a new item or paragraph begins here, whatever came before. */
const item = new RegExp(
  [
    String.raw`[（(【\[［]?(?:[\d０-９]{1,4}|[一二三四五六七八九十]{1,3}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])(?:[）)】\]］．、：]|[.:](?=[\s\p{Script=Han}【“《（「]|\d{4}年))`,
    '[①-⑳❶-❿•·‣▪●○■□◆◇★☆※→*+]',
    String.raw`[-–—―─－]{1,3}[\s\u3000]?`,
    String.raw`第[\d０-９一二三四五六七八九十百]{1,4}[章节節条條款项項部篇编編回次届屆步点點]?[\s\u3000，,、：:]`,
    String.raw`[一二三四五六七八九十]{1,2}(?:是|要|、|[ \u3000]{1,2}(?=\p{Script=Han}))|首先|其次|再次|最后[，,]`,
    String.raw`:[\s\u3000]`,
    '[#|>]',
  ].join('|'),
  'uy',
);

const date =
  /^(?:[\d〇○零一二三四五六七八九十]{2,4}\s?年|\d{1,2}\s?月|\d{4}[-./]\d{1,2}|\d{1,2}[.](?:\s?\d{1,2}[.]|\s\p{L}+)\s?\d{4}|\p{Lu}\p{L}+\s\d{1,2},\s\d{4}|\d{1,2}\s\p{L}+\s\d{4})[^。！？!?，]{0,20}(?:，[^。！？!?，]{0,5})?$/u;
/** A line of a programme: “10:00 am – 12:30 pm EST”. */
const time = /^\s*\d{1,2}[:.]\d\d\s?(?:[ap]\.?m|uhr|h\b|[–—-])[^.!?。！？]*$/iu;
/** What a letter ends with, and what it begins with. */
const letterForms =
  /^(?:此致|敬礼|敬禮|顺颂|順頌|祝好|谨上|謹上|敬上|拜启|拝啓|敬具|草々|以上|尊敬的|亲爱的|親愛的|各位|dear\b|sehr geehrte|liebe[r]?\b|hallo\b|chère?s?\b|madame\b|monsieur\b|mesdames\b|уважаем|дорог|sincerely|yours\b|(?:best|kind) (?:regards|wishes)|regards|mit freundlichen|freundliche grüße|herzliche grüße|cordialement|с уважением)/iu;

export const isLabel = (text: string): boolean => startsWith(label, text);
export const beginsItem = (text: string): boolean => startsWith(item, text);
export const isDateLine = (text: string): boolean =>
  (text.length <= 60 && time.test(text)) ||
  (text.length <= 60 && /[\d年]/.test(text) && date.test(text.trim())) ||
  isDatedEvent(text);

const numeral = '[〇○零一二三四五六七八九十]';
const wholeDate = String.raw`(?:\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]|${numeral}{4}年${numeral}{1,2}月${numeral}{1,3}[日号])`;
/** A whole date by itself, or one set apart from what happened then: “2019年9月27日 某会第十四次会议通过”. */
const datedEvent = new RegExp(String.raw`^${wholeDate}(?:[ \u3000][^。！？]{1,100})?$`, 'u');
const opensWithDate = new RegExp(`^${wholeDate}`, 'u');

/** Whether a line is a date and what happened then, as under the title of a statute. */
export const isDatedEvent = (text: string): boolean => text.length <= 120 && datedEvent.test(text.trim());

/** Whether two paragraphs are entries of a chronicle, each with its date. */
export const areDated = (left: string, right: string): boolean => opensWithDate.test(left) && opensWithDate.test(right);

/** Whether a block ends in a definition, as pandoc writes one: “: text” below the term. */
export const endsInDefinition = (text: string): boolean => /\n:[ \u3000][^\n]*$/.test(text);
/** Whether who said it stands behind a quotation or a motto: “…。”——某某，1900 年; “…” — Some One, 1900. */
export const endsInAttribution = (text: string): boolean =>
  /(?:[。！？.!?…]["”’」』»]?|["”’」』»])\s{0,3}(?:——|[—―–]|--)\s{0,3}[^\s。！？.!?—][^。！？!?—]{1,70}$/u.test(
    text.slice(-100),
  );
export const isLetterForm = (text: string): boolean => text.length <= 60 && letterForms.test(text.trim());

/** Whether a text is an article of a statute, whose number stands before its first sentence and not before a title: “第三条 本条例适用于本市各区”. */
export const isArticle = (text: string): boolean =>
  /^第[\d零〇一二三四五六七八九十百]{1,6}条[ \u3000]\S{12}/u.test(text);

function startsWith(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

const formulaSign = /[=∀∃→↔⇒⇔∧∨¬⊢⊨⊥∈∉⊂⊆∪∩≤≥≠≡⟨⟩∑∫√┌┐]/u;

/** Whether a paragraph is a formula written in letters and signs, which a sentence may end in or go on behind. */
export function isFormula(text: string): boolean {
  if (
    text.length > 200 ||
    !formulaSign.test(text) ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(text)
  )
    return false;
  return (text.match(/\p{L}{4,}/gu)?.length ?? 0) < 2;
}

/** Whether the last line of a block is no prose: displayed mathematics, a fence, raw TeX. */
export function endsInDisplay(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1).trim();
  return line !== '' && !/[^\uFFFC.,;，。；\s]/.test(line);
}

/** Whether a quotation ends in who said it, and where or when: “……”——某人，2020年. */
export const endsInSource = ({ text, context }: Block): boolean =>
  (context === 'quote' || /\d{4}\s?年?\s*$/.test(text.slice(-8))) &&
  /[。！？…”」』.!?"»]\s{0,2}[—–―─]{1,2}\s?[^。！？；—–―─]{2,80}$/u.test(text.slice(-90));

/** Whether all of a block is emphasised, as a title is that has no heading's mark. */
export function isEmphasised({ node }: Block): boolean {
  if (!('children' in node)) return false;
  const parts = node.children.filter(
    (part) => part.type !== 'footnoteReference' && !(part.type === 'text' && part.value.trim() === ''),
  );
  return parts.length > 0 && parts.every(({ type }) => type === 'strong' || type === 'emphasis' || type === 'link');
}

const shortLine = { wide: 22, narrow: 60 };
const isShort = ({ kind, text, cjk }: Block): boolean =>
  kind === 'paragraph' && text.length <= (cjk ? shortLine.wide : shortLine.narrow) && !/[。！？.!?]$/u.test(text);

/** Whether two paragraphs stand in a row of at least three short lines without stops, as verses, names and addresses do. */
export function inShortLines(blocks: readonly Block[], left: Block, right: Block): boolean {
  if (!isShort(left) || !isShort(right)) return false;
  const others = [blocks[left.order - 1], blocks[right.order + 1]];
  if (right.order - left.order === 2) others.push(blocks[left.order + 1]);
  return others.some((block) => block !== undefined && block.parent === left.parent && isShort(block));
}
