import { chineseValue, romanValue } from '../text/numerals.js';
import { type Family, families, numeral } from './families.js';
import { ordinalAt } from './ordinals.js';
import { letterSeries, placeIn, signSeries } from './series.js';

/** A marker that numbers a point: 二是, （三）, "4、", "Second,". Positions in the text that it was read from. */
export interface Marker {
  family: Family;
  number: number;
  start: number;
  end: number;
  /** It opens the text, or a line of it. */
  opens: boolean;
  text: string;
}

/** What a UTF-16 unit can be to a marker. */
const is = { blank: 1, newline: 2, clause: 4, sign: 8, word: 16, symbol: 32, letter: 64, series: 128 };
const kinds = new Uint8Array(0x10000);
const mark = (units: string, kind: number) => {
  for (let index = 0; index < units.length; index++) kinds[units.charCodeAt(index)]! |= kind;
};
kinds.fill(is.letter, 0x41, 0x5b).fill(is.letter, 0x61, 0x7b).fill(is.letter, 0xc0, 0x250);
kinds.fill(is.letter, 0x400, 0x530).fill(is.letter, 0xac00, 0xd7a4);
mark(' \t\u00A0\u3000“"„«「『*', is.blank);
mark('\n', is.newline);
mark('。！？；：，、,;:!?.…—–”’」』）)]', is.clause);
mark('0123456789０１２３４５６７８９(（abcdefghABCDEFGHiIvVxXKSTÉPШК步手ス一二三四五六七八九十', is.sign);
mark('123456789１２３４５６７８９一二三四五六七八九十第其首再', is.word);
mark(signSeries.join(''), is.symbol);
mark(letterSeries.join(''), is.series);
mark('（(제', is.series);

/**
 * Every marker in a text, in order: at its start, at the start of a line that an author broke, and at the start of a clause. `cjk`: whether the text is
 * mostly Chinese or Japanese; other lines are wrapped anywhere.
 */
export function readMarkers(text: string, cjk: boolean): Marker[] {
  const markers: Marker[] = [];
  let opens = true;
  let starts = true;
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)]!;
    if (kind === 0) {
      starts = false;
      continue;
    }
    if (kind & is.blank) continue;
    if (kind & is.newline) {
      if (cjk) opens = starts = true;
      continue;
    }
    if (starts || kind & is.symbol) {
      const marker = markerAt(text, index, kind, cjk, opens);
      if (marker) markers.push({ ...marker, opens: opens && starts });
    }
    if (kind & is.clause) starts = true;
    else if (!cjk && starts && kind & is.letter && joins(text, index)) {
      index = text.indexOf(' ', index);
      continue;
    } else starts = false;
    opens = false;
  }
  return markers;
}

/** Whether the word at `index` joins the next point to the last one: "and third, …". */
const joining = /(?:and|or|but|und|et|y|e|и|en|i) /uy;
function joins(text: string, index: number): boolean {
  joining.lastIndex = index;
  return joining.test(text);
}

function markerAt(text: string, index: number, kind: number, cjk: boolean, opens: boolean) {
  if (kind & is.symbol) {
    const place = placeIn(signSeries, text.charAt(index));
    return place && found(families.signs(place.signs), place.number, index, text.charAt(index));
  }
  const letter = kind & is.series ? seriesAt(text, index, opens) : undefined;
  if (letter) return letter;
  const sign = kind & is.sign ? signAt(text, index, opens) : undefined;
  if (sign) return sign;
  if (kind & is.word && (cjk || text.charCodeAt(index) > 0x3000)) return chineseAt(text, index, opens);
  if (cjk) return undefined;
  const ordinal = kind & is.letter ? ordinalAt(text, index) : undefined;
  return ordinal && found(families.ordinals(ordinal.ordinals), ordinal.number, index, ordinal.text);
}

const lettersOfSeries = new RegExp(
  `(?<open>[（(]?)(?<letter>[${letterSeries.join('')}])(?:(?<close>[)）])(?![-–—~～,，.。;；、)）])|[.．](?=\\s)|\\u3000)|제(?<article>\\d{1,2})(?<unit>[항조호관])(?=\\s)`,
  'uy',
);

/** A marker in the letters of kana or Hangul: ア, （イ）, 가., 나); at the start of a text also 제1항. */
function seriesAt(text: string, index: number, opens: boolean) {
  lettersOfSeries.lastIndex = index;
  const match = lettersOfSeries.exec(text);
  if (!match) return undefined;
  const { open, letter, close, article, unit } = match.groups!;
  if (!opens && (!open || !close)) return undefined;
  if (article) return found(families.articles(unit!), Number(article), index, match[0]);
  if (open && !close) return undefined;
  const { signs, number } = placeIn(letterSeries, letter!)!;
  return found(families.series(signs, open ? '()' : close ? ')' : '.'), number, index, match[0].trimEnd());
}

function found(family: Family, number: number, start: number, text: string): Omit<Marker, 'opens'> | undefined {
  return number > 0 ? { family, number, start, end: start + text.length, text } : undefined;
}

const chinese = new RegExp(
  [
    String.raw`(?<is>${numeral})是(?!\k<is>|个|不是)`,
    `(?<verbal>${numeral})(?<verb>[要来则曰靠])(?![素点领件务闻地塞义旨诀员么说日])`,
    `第(?:(?<nth>${numeral})(?<after>に|[，,：:、](?!第))|(?<digits>[\\d１-９]{1,2})に)`,
    `其(?<its>${numeral})(?=[，,：:、是])`,
    `(?<point>${numeral}|[\\d１-９])(?<kind>[つ点番])目`,
    `第(?<step>${numeral})(?<of>[步点個个])(?=[，,：:、是])`,
    '(?<order>首先|其次|再次)(?=[，,、是要：:])',
  ].join('|'),
  'uy',
);

/** A marker in Chinese or Japanese words: 二是, 第二，, 其二, 第二に, 2つ目, 其次. */
function chineseAt(text: string, index: number, opens: boolean) {
  chinese.lastIndex = index;
  const match = chinese.exec(text);
  if (!match) return undefined;
  const { is: said, verbal, verb, nth, after, digits, its, point, kind, step, of, order } = match.groups!;
  const put = (family: Family, number: number, written = match[0]) => found(family, number, index, written);
  if (said) return put(families.points('是', 'any'), chineseValue(said));
  if (verbal) return put(families.points(verb!, 'pair'), chineseValue(verbal));
  if (nth && after === 'に') return put(families.points('第…に', 'any'), chineseValue(nth));
  if (digits) return put(families.points('第1に', 'any'), numberOf(digits));
  // 第二、第三产业 counts nothing.
  if (nth)
    return after !== '、' || opens ? put(families.points('第', 'any'), chineseValue(nth), `第${nth}`) : undefined;
  if (its) return put(families.points('其', 'any'), chineseValue(its));
  if (point) return put(families.points(`${kind}目`, 'pair'), numberOf(point));
  if (step) return put(families.points(`第${of}`, 'pair'), chineseValue(step));
  return put(families.sequence, ['首先', '其次', '再次'].indexOf(order!) + 1);
}

const signs = new RegExp(
  [
    `(?<steps>Step|Schritt|Étape|Paso|Passo|Stap|Krok|Steg|Trin|Trinn|Vaihe|Adım|Bước|Шаг|Крок|步骤|步驟|手順|ステップ) ?(?<step>[\\d０-９]{1,2}|${numeral})(?=[:：.、，\\s])`,
    `[（(](?<zh>${numeral})[)）]`,
    String.raw`(?<open>[（(]?)(?<digit>[\d０-９]{1,2})(?<close>[)）]|[.．](?!(?!\d{4}年)[\d０-９])|、(?!\d{1,2}(?:[、，和及与至~～-]|[月号日班楼层]|年级)))`,
    `(?<comma>${numeral})[、.．](?![一二三四五六七八九十](?:[、，和及与年月季线楼ヶヵカか箇個人日時度回本枚冊台名軒歩点分週の百千万]|$))`,
    '[（(](?<roman>[ivx]{1,5})(?<closeRoman>[)）])',
    '(?<bare>[ivx]{1,5}|[IVX]{1,5})(?<closeBare>[)）]|(?<=[IVX])[.](?=\\s))',
    String.raw`(?<bracket>[（(]?)(?<letter>[a-hA-H])(?<closeLetter>[)）]|(?<=[a-h])\.(?=\s))`,
  ].join('|'),
  'uy',
);

/** A marker in figures, letters or Chinese numerals with brackets or a point: （二）, 二、, 2., (2), (b), (ii), Step 2. */
function signAt(text: string, index: number, opens: boolean) {
  signs.lastIndex = index;
  const match = signs.exec(text);
  if (!match) return undefined;
  const {
    steps,
    step,
    zh,
    open,
    digit,
    close,
    comma,
    roman,
    closeRoman,
    bare,
    closeBare,
    bracket,
    letter,
    closeLetter,
  } = match.groups!;
  const put = (family: Family, number: number) => found(family, number, index, match[0]);
  if (comma) return opens ? put(families.outline('一、'), chineseValue(comma)) : undefined;
  if (step) return opens ? put(families.digits(steps!), numberOf(step)) : undefined;
  // What follows a reference is no point: "(1)–(3)", "(2),".
  if (/[-–—~～,，.。;；、)）]/.test(text.charAt(index + match[0].length))) return undefined;
  if (!opens && abbreviation.test(text.slice(Math.max(0, index - 8), index))) return undefined;
  if (zh) return put(families.outline('（一）'), chineseValue(zh));
  if (digit) {
    if (!opens && !open && !isPointInLine(text, index, close!)) return undefined;
    const shape = '.．'.includes(close!) ? '.' : close === '、' ? '、' : ')';
    return put(families.digits(`${open ? '(' : ''}1${shape}`), numberOf(digit));
  }
  if (roman) return put(families.roman(`(i${closeRoman}`), romanValue(roman));
  if (bare) {
    const shape = bare === bare.toLowerCase() ? 'i' : 'I';
    return opens ? put(families.roman(`${shape}${closeBare}`), romanValue(bare)) : undefined;
  }
  if (!opens && !bracket) return undefined;
  const shape = letter === letter!.toLowerCase() ? 'a' : 'A';
  return put(families.letters(`${bracket}${shape}${closeLetter}`), letter!.toLowerCase().charCodeAt(0) - 96);
}

/** A word that refers to something by its number: "Eq. (3)". */
const abbreviation =
  /(?<!\p{L})(?:eqs?|figs?|secs?|refs?|nos?|cf|ch|chap|tabs?|gl|gln|nr|abb|vgl|kap|pp?|s|éq|рис|табл|гл)\.\s?$/iu;

const numberOf = (written: string): number => Number(written.normalize('NFKC')) || chineseValue(written);

/** Whether "2." or "2、" inside a line can number a point there: not behind a comma, and not in 10：30、11：30. */
function isPointInLine(text: string, index: number, close: string): boolean {
  const before = text.slice(Math.max(0, index - 3), index).trimEnd();
  if (/[，,、]$/.test(before)) return close === ')' || close === '）';
  return !/\d[:：.]$/.test(before);
}
