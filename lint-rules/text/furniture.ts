/**
 * A page number (folio) that stands alone on a line. `certain`: written as only page numbers are, with dashes on both sides or with the word for page
 * and a count; `named`: with a word or mark that page numbers have; `bare`: digits or a Roman numeral alone, which may be other things.
 */
export interface Folio {
  number: number;
  form: 'certain' | 'named' | 'bare' | 'roman';
}

const longest = 40;
const digits = String.raw`\d{1,4}`;
const roman = '[ivxlcIVXLC]{1,9}';
const chineseNumber = '[〇零一二三四五六七八九十百]{1,6}';
const counted = String.raw`(?:${digits}|${chineseNumber})`;
const word = String.raw`pages?|pag|pg|pp|p|seite|s|página|pág|pagina|blz|strona|str|sida|sidan|side|sivu|страница|стр|с|сторінка|trang|halaman|sayfa`;
const of = String.raw`of|von|sur|de|di|van|z|av|af|из|з|dari|/|／|\|`;

/** Forms in which a number is certainly that of a page. */
const certain = new RegExp(
  [
    String.raw`([-‐‑‒–—―－─~～·•・∙*＊=|｜])\1{0,2} {0,3}(?<a>${digits}|${roman}) {0,3}\1{1,3}`,
    String.raw`第 ?(?<b>${counted}) ?[页頁]`,
    String.raw`第 ?(?<c>${counted}) ?[页頁] {0,3}[,，、/／|｜(（]? {0,3}[共总總全] ?${counted} ?[页頁][)）]?`,
    String.raw`[共总總全] ?${counted} ?[页頁] {0,3}[,，、/／|｜]? {0,3}第 ?(?<d>${counted}) ?[页頁]`,
    String.raw`(?:${word})\.? ?(?<e>${digits}) ?(?:${of}) ?${digits}`,
    String.raw`(?<f>${digits}) ?[/／] ?${digits} ?(?:ページ|[页頁]|쪽|페이지)`,
  ].join('|'),
  'iu',
);
/** Forms that page numbers have, and few other things. */
const named = new RegExp(
  [
    String.raw`(?:${word})(?:\. ?| [|｜]? ?)(?<a>${digits}|${roman})`,
    String.raw`(?<b>${digits}) ?(?:ページ|[页頁]|쪽|페이지)`,
    String.raw`[〔【<〈] {0,2}(?<c>${digits}) {0,2}[〕】>〉]`,
    String.raw`(?<d>${digits}) {0,2}(?:of|von|sur|из|/|／) {0,2}${digits}`,
    String.raw`[|｜·•] {0,2}(?<e>${digits})`,
    String.raw`(?<f>${digits}) {0,2}[|｜·•]`,
  ].join('|'),
  'iu',
);
const whole = (pattern: RegExp) => new RegExp(`^(?:${pattern.source})$`, pattern.flags);
const wholeCertain = whole(certain);
const wholeNamed = whole(named);
/** What stands around a page number that already has its word: "— 第 12 页 —", "(Page 12)". */
const framed = /^([-‐‑‒–—―－─~～·•=|｜([（［]) {0,3}(.{1,30}?) {0,3}[-‐‑‒–—―－─~～·•=|｜)\]）］]$/u;
const bareNumber = /^\d{1,4}$/;
const romanNumber = /^(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** The page number that a line consists of, or `undefined`. White space around it does not matter. */
export function readFolio(line: string): Folio | undefined {
  if (line.length > longest + 40) return undefined;
  const text = halfWidthDigits(line.trim());
  if (text.length === 0 || text.length > longest) return undefined;
  if (bareNumber.test(text)) {
    const number = Number(text);
    return number > 0 ? { number, form: 'bare' } : undefined;
  }
  if (isRoman(text)) return { number: romanValue(text), form: 'roman' };
  const inner = framed.exec(text)?.[2];
  for (const [form, pattern] of [
    ['certain', wholeCertain],
    ['named', wholeNamed],
  ] as const) {
    const groups = (pattern.exec(text) ?? (inner ? pattern.exec(inner) : null))?.groups;
    const written = groups && Object.values(groups).find((value) => value !== undefined);
    const number = written ? numberOf(written) : 0;
    if (number > 0) return { number, form };
  }
  return undefined;
}

/**
 * Whether a line can only, or most likely, be a page number: "12", "— 12 —", "第 3 页", "Page 3 of 10", "S. 12", "xii". A year alone ("2019") is not one.
 */
export function isPageNumberLine(text: string): boolean {
  const folio = readFolio(text);
  return folio !== undefined && !(folio.form === 'bare' && isYear(folio.number));
}

/** Whether a number that stands alone is more likely a year than a page. */
export const isYear = (number: number): boolean => number >= 1900 && number < 2100;

const isRoman = (text: string): boolean =>
  romanNumber.test(text) && (text === text.toLowerCase() || text === text.toUpperCase());

const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Value of Arabic digits, a Chinese number below a thousand or a Roman numeral; 0 where it is none. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  if (isRoman(written)) return romanValue(written);
  return chineseValue(written);
}

const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(written: string): number {
  let sum = 0;
  let before = 0;
  for (const letter of written.toLowerCase().split('').reverse()) {
    const value = romanValues[letter] ?? 0;
    sum += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return sum;
}

/** Value of a Chinese number below a thousand: 十二, 一百零三, or digit by digit as in 一二; 0 where it is none. */
export function chineseValue(written: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of written) {
    const value = '零一二三四五六七八九'.indexOf(character === '〇' ? '零' : character);
    if (value >= 0) digit = digit * 10 + value;
    else {
      const unit = character === '十' ? 10 : character === '百' ? 100 : Number.NaN;
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit || 0;
}
