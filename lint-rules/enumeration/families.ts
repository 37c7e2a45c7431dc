import { writeChinese, writeRoman } from '../text/numerals.js';
import { type Ordinals, small } from './ordinals.js';

/** Markers of one form, which count on from each other. */
export interface Family {
  /** Markers of one id form sequences with each other. */
  id: string;
  /**
   * What shows that the first points are lost, where a later one comes without them: `any` later marker; one that is `opening` a paragraph, or two in
   * succession; only a `pair` in succession, because a later one may stand alone by right; or `any` but a second alone, since the first of two
   * arguments often goes without a word (`argument`).
   */
  stray: 'any' | 'argument' | 'opening' | 'pair';
  /** Whether its markers number sections as well as points, so that a sequence may run on under the next heading. */
  outline: boolean;
  /** The marker of the same form with another number; `''` where there is none. */
  write(number: number, like: string): string;
  /** Whether `text` has something that stands lawfully in the place of `number`. */
  standsIn(number: number, text: string): boolean;
}

/** 一 to 二十九. */
export const numeral = '二?十[一二三四五六七八九]?|[一二三四五六七八九]';
const numeralAnywhere = new RegExp(numeral, 'u');

/** What stands in the place of a point of an argument: 首先 for 一是, 另一方面 for 二是. */
const inChinese: Record<number, string> = {
  1: '首先|一方面|一来|一[个种]是|最重要的|最主要的',
  2: '其次|另一方面|二来|另外',
  3: '再次|再者|最后',
};

/** Whether Chinese text says point `number` in another way, at the start of a clause. */
function saidInChinese(number: number, text: string): boolean {
  const sign = writeChinese(number);
  const forms = `${sign}[是要]|其${sign}|第${sign}(?=[，,、：:是个点要就])`;
  const others = inChinese[number];
  return new RegExp(`(?<![\\p{Script=Han}])(?:${forms}${others ? `|${others}` : ''})`, 'u').test(text);
}

/** Whether a text names the points from one number to another, and this one with them: （6）-（9）. */
function isInRange(number: number, text: string): boolean {
  for (const [, first, last] of text.matchAll(/(?<!\d)(\d{1,2})[)）]?\s?[-–—~～至到]\s?[(（]?(\d{1,2})(?!\d)/gu))
    if (Number(first) <= number && number <= Number(last)) return true;
  return false;
}

const make = {
  /** 一是, 第一，, 其一: points of an argument. */
  point: (id: string, stray: Family['stray']): Family => ({
    id,
    stray,
    outline: false,
    write: (number, like) =>
      like.replace(/[\d１-９]{1,2}/, String(number)).replace(numeralAnywhere, writeChinese(number)),
    standsIn: saidInChinese,
  }),
  /** 一、 and （一）, which number sections and paragraphs. */
  outline: (id: string): Family => ({
    id,
    stray: 'any',
    outline: true,
    write: (number, like) => like.replace(numeralAnywhere, writeChinese(number)),
    standsIn: (number, text) =>
      new RegExp(`(?<![\\p{Script=Han}])第?${writeChinese(number)}(?:[、.．)）]|[ \\u3000])`, 'u').test(text),
  }),
  digits: (id: string): Family => ({
    id,
    stray: 'opening',
    outline: true,
    write: (number, like) =>
      /[\d０-９]/.test(like)
        ? like.replace(/[\d０-９]{1,3}/, String(number))
        : like.replace(numeralAnywhere, writeChinese(number)),
    standsIn: (number, text) =>
      new RegExp(`(?<![\\d.])${number}[.．、:：)）]|(?:^|\\n)\\s*${number}\\s`, 'u').test(text) ||
      isInRange(number, text),
  }),
  letters: (id: string): Family => ({
    id,
    stray: 'pair',
    outline: false,
    write: (number, like) =>
      like.replace(/[a-zA-Z]/, (letter) => String.fromCharCode((letter < 'a' ? 64 : 96) + number)),
    standsIn: (number, text) => new RegExp(`(?<![a-z])${String.fromCharCode(96 + number)}[.)）]`, 'iu').test(text),
  }),
  roman: (id: string): Family => ({
    id,
    stray: 'pair',
    outline: false,
    write: (number, like) =>
      like.replace(/[ivxl]{1,6}/i, (found) =>
        found === found.toLowerCase() ? writeRoman(number) : writeRoman(number).toUpperCase(),
      ),
    standsIn: (number, text) => new RegExp(`(?<![a-z])${writeRoman(number)}[.)）]`, 'iu').test(text),
  }),
};

const known = new Map<string, Family>();

/** The family of a kind with this id; the same object for the same id. */
function family(id: string, create: (id: string) => Family): Family {
  const made = known.get(id) ?? create(id);
  known.set(id, made);
  return made;
}

export const families = {
  /** Points of an argument. */
  points: (id: string, stray: Family['stray']): Family => family(id, () => make.point(id, stray)),
  outline: (id: string): Family => family(id, make.outline),
  digits: (id: string): Family => family(id, make.digits),
  letters: (id: string): Family => family(id, make.letters),
  roman: (id: string): Family => family(id, make.roman),
  /** First, Second, Third in one language. */
  ordinals: ({ language, words, instead }: Ordinals): Family =>
    family(`ordinal ${language}`, (id) => ({
      id,
      stray: 'argument',
      outline: false,
      write: (number, like) => likeCase(wordLike(words, number, like), like),
      standsIn: (number, text) => instead[number === 1 ? 0 : 1].test(text),
    })),
  sequence: {
    id: '首先',
    stray: 'pair',
    outline: false,
    write: (number) => ['首先', '其次', '再次'][number - 1] ?? '',
    standsIn: (number, text) => saidInChinese(number, text) || /然后|接着|另外|此外|同时|还要|再就是|随后/u.test(text),
  } as Family,
  /** ①, ㈠ and other signs of one kind. */
  signs: (signs: string): Family =>
    family(signs[0]!, (id) => ({
      id,
      stray: 'opening',
      outline: false,
      write: (number) => signs[number - 1] ?? '',
      standsIn: (number, text) => text.includes(signs[number - 1] ?? '\0'),
    })),
  /** 가., 나. and ア, イ: letters of one kind in one setting. */
  series: (letters: string, setting: string): Family =>
    family(`${letters[0]}${setting}`, (id) => ({
      id,
      stray: 'pair',
      outline: false,
      write: (number, like) => like.replace(new RegExp(`[${letters}]`), letters[number - 1] ?? ''),
      standsIn: (number, text) => new RegExp(`(?<!\\p{L})${letters[number - 1]}[.．)）\u3000]`, 'u').test(text),
    })),
  /** 제1항, 제2항: parts of a document, which running text may name as well. */
  articles: (unit: string): Family =>
    family(`제…${unit}`, (id) => ({
      id,
      stray: 'pair',
      outline: true,
      write: (number, like) => like.replace(/\d+/, String(number)),
      standsIn: (number, text) => text.includes(`제${number}${unit}`),
    })),
};

/** The ordinal for `number` of the same making as `like`: "Thirdly" beside "Secondly". */
function wordLike(words: Ordinals['words'], number: number, like: string): string {
  const way = Math.max(0, ...words.map((row) => row.indexOf(small(like))));
  const row = words[number - 1];
  return row?.[way] ?? row?.[0] ?? '';
}

const likeCase = (word: string, like: string): string =>
  like.charAt(0) === like.charAt(0).toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
