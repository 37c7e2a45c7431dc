import { chineseValue, romanValue } from './numerals.js';

/**
 * A page number (folio) that stands alone on a line. `certain`: written as only page numbers are, with dashes on both sides or with the word for page
 * and a count; `named`: with a word or mark that page numbers have; `bare`: digits alone or in square brackets, or a Roman numeral, which may be other things.
 */
export interface Folio {
  number: number;
  form: 'certain' | 'named' | 'bare' | 'roman';
}

const longest = 40;
const digits = String.raw`\d{1,4}`;
const roman = '[ivxlcIVXLC]{1,9}';
const chineseNumber = '[〇零一二三四五六七八九十百]{1,6}';
const counted = `(?:${digits}|${chineseNumber})`;
const word = `pages?|pag|pg|pp|seite|página|pág|pagina|blz|strona|str|sida|sidan|side|sivu|страница|стр|сторінка|стор|trang|tr|halaman|sayfa|페이지|ページ|頁`;
const of = String.raw`of|von|sur|de|di|van|z|av|af|из|з|dari|/|／|\|`;

/** Forms in which a number is certainly that of a page. */
const certain = new RegExp(
  [
    String.raw`([-‐‑‒–—―－─~～·•・∙*＊=|｜])\1{0,2} {0,3}(?<a>${digits}|${roman}) {0,3}\1{1,3}`,
    `[第제] ?(?<b>${counted}) ?(?:[页頁쪽면]|ページ|페이지)`,
    `第 ?(?<c>${counted}) ?[页頁] {0,3}[,，、/／|｜(（]? {0,3}[共总總全] ?${counted} ?[页頁][)）]?`,
    `[共总總全] ?${counted} ?[页頁] {0,3}[,，、/／|｜]? {0,3}第 ?(?<d>${counted}) ?[页頁]`,
    String.raw`(?:${word}|[psс])\.? ?(?<e>${digits}) ?(?:${of}) ?${digits}`,
    `(?<f>${digits}) ?[/／] ?${digits} ?(?:ページ|[页頁]|쪽|페이지)`,
  ].join('|'),
  'iu',
);
/** Forms that page numbers have, and few other things. */
const named = new RegExp(
  [
    String.raw`(?:${word})(?:\. ?| [|｜]? ?)(?<a>${digits})`,
    String.raw`(?:pages?|pp?\.|seite|s\.|с\.) ?(?<g>${digits}|${roman})`,
    `(?<b>${digits}) ?(?:ページ|[页頁]|쪽|페이지)`,
    String.raw`\[ (?<h>${digits}) \]`,
    `[〔【<〈] {0,2}(?<c>${digits}) {0,2}[〕】>〉]`,
    `(?<d>${digits}) {0,2}(?:of|von|sur|из|/|／) {0,2}${digits}`,
    `[|｜·•] {0,2}(?<e>${digits})`,
    `(?<f>${digits}) {0,2}[|｜·•](?: {0,2}(?:${word}))?`,
  ].join('|'),
  'iu',
);
const whole = (pattern: RegExp) => new RegExp(`^(?:${pattern.source})$`, pattern.flags);
const wholeCertain = whole(certain);
const wholeNamed = whole(named);
/** What stands around a page number that already has its word: "— 第 12 页 —", "(Page 12)". */
const framed = /^([-‐‑‒–—―－─~～·•=|｜([（［]) {0,3}(.{1,30}?) {0,3}[-‐‑‒–—―－─~～·•=|｜)\]）］]$/u;
const dashed = /^[-‐‑‒–—―－].*[-‐‑‒–—―－]$/u;
/** Han and kana that stand in no page number: a line that has them need not be looked at by the slow patterns. */
const otherWords = /(?![・〇零一二三四五六七八九十百第页頁共总總全ページ])[\u3041-\u30ff\u3400-\u9fff]/;
const bareNumber = /^(?:\[(?=\d+\]))?(\d{1,4})\]?$/;

/** The page number that a line consists of, or `undefined`. White space around it does not matter. */
export function readFolio(line: string): Folio | undefined {
  if (line.length > longest + 40) return undefined;
  const text = halfWidthDigits(line.trim());
  if (text.length === 0 || text.length > longest) return undefined;
  const bare = bareNumber.exec(text)?.[1];
  if (bare !== undefined) {
    const number = Number(bare);
    return number > 0 ? { number, form: 'bare' } : undefined;
  }
  const roman = romanValue(text);
  if (roman > 0) return { number: roman, form: 'roman' };
  if (otherWords.test(text)) return undefined;
  const inner = framed.exec(text)?.[2];
  for (const [form, pattern] of [
    ['certain', wholeCertain],
    ['named', wholeNamed],
  ] as const) {
    const plain = pattern.exec(text)?.groups;
    const groups = plain ?? (inner ? pattern.exec(inner)?.groups : undefined);
    const written = groups && Object.values(groups).find((value) => value !== undefined);
    const number = written ? numberOf(written) : 0;
    // A word for page in dashes is as certain as a number in them.
    if (number > 0) return { number, form: plain === undefined && dashed.test(text) ? 'certain' : form };
  }
  return undefined;
}

/**
 * Whether a line can only, or most likely, be a page number: "12", "— 12 —", "第 3 页", "Page 3 of 10", "S. 12", "xii". Neither a year alone ("2019") is one nor
 * what is more often the label of a note ("[12]").
 */
export function isPageNumberLine(text: string): boolean {
  const folio = readFolio(text);
  return folio !== undefined && !(folio.form === 'bare' && (isYear(folio.number) || text.trim().startsWith('[')));
}

/** Whether a number that stands alone is more likely a year than a page. */
export const isYear = (number: number): boolean => number >= 1900 && number < 2100;

const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Value of Arabic digits, a Roman numeral or a Chinese number; 0 where it is none. */
const numberOf = (written: string): number =>
  /^\d+$/.test(written) ? Number(written) : romanValue(written) || chineseValue(written);

const issue = String.raw`(?:第\s?\d{1,4}\s?[期卷版辑輯号號]|[总總]第?\s?\d{1,4}\s?期|\bvol\.?\s?\d{1,4}|\bno\.?\s?\d{1,4}|\d{4}\.\d{1,2}\s?[（(][上中下][）)])`;
const dated = String.raw`(?:\d{4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?)?|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?|星期[一二三四五六日天]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?\s\d{4})`;
const parts = new RegExp(`(?<issue>${issue})|(?<date>${dated})|(?<number>\\d{1,4})`, 'giu');
const between = /[\s\u3000·•|｜/／,，.—–\-《》（）()]+/gu;
const longestName = 16;

/**
 * Whether a line is what the pages of a journal or a newspaper carry at their head: its issue, with its date, its name, the page, and nothing else.
 * “第12期　某某研究　2019年”, “某某日报　2020年5月6日　第7版”.
 */
export function isImprint(line: string): boolean {
  const text = line.trim();
  if (text.length > longest + 20 || !/\d/.test(text) || !/[期卷版辑輯号號年]|\d\.\d|vol/i.test(text)) return false;
  const counts = { issue: 0, date: 0, number: 0 };
  const marked = text.replace(parts, (...found) => {
    const named = found.at(-1) as Record<keyof typeof counts, string | undefined>;
    counts[named.issue ? 'issue' : named.date ? 'date' : 'number']++;
    return named.number ? '#' : '@';
  });
  const name = marked.replace(between, '').replace(/[@#]/g, '');
  if (name.length > longestName || !/^\p{Script=Han}*$/u.test(name) || /^#\.?#/.test(marked)) return false;
  if (counts.issue === 0)
    return counts.date > 1 && name !== '' && /^[@#][\s\u3000]{2}.*[\s\u3000]{2}[@#]$/u.test(marked);
  return counts.issue + counts.date + counts.number > 1 || (name.length > 3 && /[\s\u3000]/u.test(marked));
}
