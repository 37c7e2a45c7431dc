import { chineseValue, romanValue, writeChinese, writeRoman } from '../text/numerals.js';
import { anyOrdinal, readOrdinal } from './ordinals.js';

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

export interface Family {
  /** Markers of one id form sequences with each other. */
  id: string;
  /**
   * Whether a later marker alone shows that the first ones are lost. Other families have so many other uses that a sequence must begin with its
   * first marker to be one.
   */
  strong: boolean;
  /** Whether its markers number sections as well as points, so that a sequence may run on under the next heading. */
  outline: boolean;
  /** The marker of the same form with another number; `''` where there is none. */
  write(number: number, like: string): string;
  /** Whether `text` has something that stands lawfully in the place of `number`. */
  standsIn(number: number, text: string): boolean;
}

const numeral = '二?十[一二三四五六七八九]?|[一二三四五六七八九]';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** What stands in the place of a point of an argument: 首先 for 一是, 另一方面 for 二是. */
const inChinese: Record<number, string> = {
  1: '首先|一方面|一来|一[个种]是|最重要的|最主要的',
  2: '其次|另一方面|二来|另[一外]',
  3: '再次|再者|最后',
};

/** Whether Chinese text says point `number` in another way, at the start of a clause. */
function saidInChinese(number: number, text: string): boolean {
  const sign = writeChinese(number);
  const forms = `${sign}[是要]|其${sign}|第${sign}(?=[，,、：:是个点要就])`;
  const others = inChinese[number];
  return new RegExp(`(?<![\\p{Script=Han}])(?:${forms}${others ? `|${others}` : ''})`, 'u').test(text);
}

const chineseFamily = (id: string, strong: boolean): Family => ({
  id,
  strong,
  outline: false,
  write: (number, like) => like.replace(/[一二三四五六七八九十]{1,3}/u, writeChinese(number)),
  standsIn: saidInChinese,
});

/** 一、 and （一）, which number sections and paragraphs. */
const outlineFamily = (id: string): Family => ({
  ...chineseFamily(id, true),
  outline: true,
  standsIn: (number, text) => new RegExp(`${writeChinese(number)}(?:[、.．)）]|[ \u3000])`, 'u').test(text),
});

const digitFamily = (id: string): Family => ({
  id,
  strong: false,
  outline: true,
  write: (number, like) =>
    /[\d０-９]/.test(like)
      ? like.replace(/[\d０-９]{1,3}/, String(number))
      : like.replace(/[一二三四五六七八九十]{1,3}/u, writeChinese(number)),
  standsIn: (number, text) => new RegExp(`(?<![\\d.])${number}(?:[.．、:：)）]|\\s)`, 'u').test(text),
});

const families: Record<string, Family> = {
  是: chineseFamily('是', true),
  第: chineseFamily('第', true),
  其: chineseFamily('其', true),
  に: chineseFamily('第…に', true),
  '、': outlineFamily('一、'),
  '（）': outlineFamily('（一）'),
  先: {
    id: '首先',
    strong: false,
    outline: false,
    write: (number) => ['首先', '其次', '再次'][number - 1] ?? '',
    standsIn: (number, text) => saidInChinese(number, text) || /然后|接着|另外|此外|同时|还要|再就是|随后/u.test(text),
  },
  circled: {
    id: '①',
    strong: false,
    outline: false,
    write: (number) => circled[number - 1] ?? '',
    standsIn: (number, text) => text.includes(circled[number - 1] ?? '\0'),
  },
  letter: {
    id: '(a)',
    strong: false,
    outline: false,
    write: (number, like) =>
      like.replace(/[a-zA-Z]/, (letter) => String.fromCharCode((letter < 'a' ? 64 : 96) + number)),
    standsIn: (number, text) => new RegExp(`(?<![a-z])${String.fromCharCode(96 + number)}[.)）]`, 'iu').test(text),
  },
  roman: {
    id: '(i)',
    strong: false,
    outline: false,
    write: (number, like) => like.replace(/[ivxl]{1,6}/, writeRoman(number)),
    standsIn: (number, text) => new RegExp(`(?<![a-z])${writeRoman(number)}[.)）]`, 'iu').test(text),
  },
};

/** Families that are known by a suffix or by the shape of their brackets; made when met. */
const others = new Map<string, Family>();
function familyOf(id: string, make: (id: string) => Family): Family {
  const known = others.get(id);
  if (known) return known;
  const made = make(id);
  others.set(id, made);
  return made;
}

const chineseWords = new RegExp(
  [
    String.raw`(?<is>${numeral})(?:是(?!\k<is>|个|不是)|(?<verb>[要来则曰靠])(?![素点领件务闻地塞义旨诀员么说日]))`,
    `第(?<nth>${numeral})(?<after>に|[，,：:、](?!第))`,
    `其(?<its>${numeral})(?=[，,：:、是])`,
    `(?<point>${numeral}|[\\d１-９])(?<kind>つ目|点目|番目|点是|点，)(?=[はがに、は，]|)`,
    `第(?<step>${numeral})(?<of>步|点|個|个)(?=[，,：:、是])`,
    '(?<order>首先|其次|再次)(?=[，,、是要：:])',
  ].join('|'),
  'gu',
);

const signs = new RegExp(
  [
    `(?<circled>[${circled}])`,
    `(?<steps>Step|Schritt|Étape|Paso|Passo|Шаг|Stap|步骤|步驟|手順|ステップ) ?(?<step>[\\d０-９]{1,2}|${numeral})(?=[:：.、，\\s])`,
    `[（(](?<zh>${numeral})[)）]`,
    String.raw`(?<open>[（(]?)(?<digit>[\d０-９]{1,2})(?<close>[)）]|[.．](?![\d０-９])|、(?!\d{1,2}(?:[、，和及与至~～-]|[月号日班楼层]|年级)))`,
    `(?<comma>${numeral})[、.．](?![一二三四五六七八九十](?:[、，和及与年月季线楼]|$))`,
    `(?<openRoman>[（(])(?<roman>[ivx]{1,5})(?<closeRoman>[)）])`,
    String.raw`(?<openLetter>[（(]?)(?<letter>[a-hA-H])(?<closeLetter>[)）]|(?<=[a-h])\.(?=\s))`,
  ].join('|'),
  'gu',
);
const maybeSigns =
  /^(?:St|Ét|Pas|Шаг|步|手順|ステ)|[①-⑳]|[\dA-Ha-hivx０-９一二三四五六七八九十][)）]|[\d０-９一二三四五六七八九十][、.．]/u;
const maybeChineseWords = /[一二三四五六七八九十][是要来则曰靠に，,：:、]|[つ点番][目是，]|首先/u;

/** Every marker in a text, in order. `cjk`: whether the text is mostly Chinese or Japanese. */
export function readMarkers(text: string, cjk: boolean): Marker[] {
  const markers: Marker[] = [];
  if (maybeSigns.test(text)) readSigns(text, cjk, markers);
  if (cjk) {
    if (maybeChineseWords.test(text)) readChineseWords(text, markers);
  } else readOrdinals(text, markers);
  return markers.length > 1 ? markers.sort((a, b) => a.start - b.start) : markers;
}

function readChineseWords(text: string, markers: Marker[]): void {
  for (const match of text.matchAll(chineseWords)) {
    const position = positionOf(text, match.index, true);
    if (!position) continue;
    const { is, verb, nth, after, its, point, kind, step, of, order } = match.groups!;
    const at = { start: match.index, opens: position === 'opens' };
    const put = (family: Family, written: string, length = match[0].length) =>
      markers.push({
        ...at,
        family,
        number: chineseValue(written),
        end: at.start + length,
        text: text.substr(at.start, length),
      });
    if (is && !verb) put(families.是!, is);
    else if (is)
      put(
        familyOf(verb!, (id) => chineseFamily(id, false)),
        is,
      );
    else if (nth && after === 'に') put(families.に!, nth);
    // 第二、第三产业 counts nothing.
    else if (nth && (after !== '、' || at.opens)) put(families.第!, nth, match[0].length - 1);
    else if (its) put(families.其!, its);
    else if (step)
      put(
        familyOf(`第${of}`, (id) => chineseFamily(id, false)),
        step,
      );
    else if (point) {
      const family = familyOf(kind!.charAt(0), (id) => chineseFamily(id, false));
      const digit = '１２３４５６７８９'.indexOf(point) + 1 || Number(point);
      markers.push({
        ...at,
        family,
        number: digit || chineseValue(point),
        end: at.start + match[0].length,
        text: match[0],
      });
    } else if (order) {
      const number = ['首先', '其次', '再次'].indexOf(order) + 1;
      markers.push({ ...at, family: families.先!, number, end: at.start + order.length, text: order });
    }
  }
}

function readSigns(text: string, cjk: boolean, markers: Marker[]): void {
  for (const match of text.matchAll(signs)) {
    const position = positionOf(text, match.index, cjk);
    const groups = match.groups!;
    if (!position && !groups.circled) continue;
    const opens = position === 'opens';
    const marker = { start: match.index, end: match.index + match[0].length, opens, text: match[0] };
    const put = (family: Family, number: number) => number > 0 && markers.push({ ...marker, family, number });
    const next = text.charAt(marker.end);
    if (groups.circled) put(families.circled!, circled.indexOf(groups.circled) + 1);
    // What follows a reference is no point: "(1)–(3)", "(2),".
    else if (/[-–—~～,，.。;；、)）]/.test(next) && !groups.comma) continue;
    else if (groups.step) {
      if (opens) put(familyOf(groups.steps!, digitFamily), numberOf(groups.step));
    } else if (groups.zh) put(families['（）']!, chineseValue(groups.zh));
    else if (groups.comma && opens) put(families['、']!, chineseValue(groups.comma));
    else if (groups.digit) {
      const { open, digit, close } = groups;
      if (!opens && !open && !isPointInLine(text, match.index, close!)) continue;
      const id = `${open ? '(' : ''}1${'.．'.includes(close!) ? '.' : close === '、' ? '、' : ')'}`;
      put(familyOf(id, digitFamily), numberOf(digit!));
    } else if (groups.roman || groups.letter) {
      const bracket = groups.openRoman || groups.openLetter;
      if (!opens && !bracket) continue;
      const family = groups.roman ? families.roman! : families.letter!;
      const id = `${family.id}${bracket ? '(' : ''}${groups.closeLetter ?? ''}${match[0] === match[0].toUpperCase()}`;
      const own = familyOf(id, () => ({ ...family, id }));
      const number = groups.roman ? romanValue(groups.roman) : groups.letter!.toLowerCase().charCodeAt(0) - 96;
      put(own, number);
    }
  }
}

const numberOf = (written: string): number => Number(written.normalize('NFKC')) || chineseValue(written);

/** Whether "2." or "2、" inside a line can number a point there: not behind a comma, and not in 10：30、11：30. */
function isPointInLine(text: string, index: number, close: string): boolean {
  const before = text.slice(Math.max(0, index - 3), index).trimEnd();
  if (/[，,、]$/.test(before)) return close === ')' || close === '）';
  return !/\d[:：.]$/.test(before);
}

function readOrdinals(text: string, markers: Marker[]): void {
  for (const match of text.matchAll(anyOrdinal)) {
    const word = match[0];
    const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
    const before = text
      .slice(Math.max(0, match.index - 8), match.index)
      .replace(/(?:[Aa]nd|[Oo]r|[Bb]ut|und|et|y|e|и) $/u, '');
    const position = positionOf(before, before.length, false);
    if (!position || (!capital && /[.!?]\s*$/.test(before))) continue;
    const rest = text.slice(match.index + word.length, match.index + word.length + 16);
    for (const { ordinals, number } of readOrdinal(word)) {
      if (ordinals.comma && !/^[,:]\s/.test(rest)) continue;
      if (ordinals.comma && /^,\s(?:and |or )?(?:second|third|fourth|fifth|sixth)\b/.test(rest)) continue;
      markers.push({
        family: familyOf(`ordinal ${ordinals.language}`, (id) => ({
          id,
          strong: true,
          outline: false,
          write: (value, like) => likeCase(ordinals.words[value - 1]?.[0] ?? '', like),
          standsIn: (value, between) => ordinals.instead[value === 1 ? 0 : 1].test(between),
        })),
        number,
        start: match.index,
        end: match.index + word.length,
        opens: match.index === 0,
        text: word,
      });
      break;
    }
  }
}

const likeCase = (word: string, like: string): string =>
  like.charAt(0) === like.charAt(0).toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);

/** Where a marker may stand: at the start of the text, of a line that an author broke, or of a clause. Latin lines are wrapped anywhere. */
function positionOf(text: string, index: number, cjk: boolean): 'opens' | 'clause' | undefined {
  let at = index - 1;
  const blank = cjk ? /[ \u3000\t“"「『*]/ : /[ \t\n“"„«*]/;
  while (at >= 0 && blank.test(text.charAt(at))) at--;
  if (at < 0 || text.charAt(at) === '\n') return 'opens';
  return /[。！？；：，、,;:!?.…—”’」』）)\]]/.test(text.charAt(at)) ? 'clause' : undefined;
}
