/** Words that a book prints of its own accord, in one language. */
export interface PrintedWords {
  /** BCP 47 tag of these words, which may differ from the one asked for. */
  lang: 'en' | 'zh-Hans' | 'zh-Hant';
  contents: string;
  abstract: string;
  keywords: string;
  figure: string;
  table: string;
  equation: string;
  section: string;
  references: string;
  notes: string;
  /** Before the editors' names. */
  editedBy: string;
  /** Before an e-mail address. */
  correspondence: string;
  licence: string;
  page: string;
  cover: string;
  titlePage: string;
  /** Before an author's name, where a language has such a word. */
  by: string;
  publisher: string;
  published: string;
  /** Between names in a row. */
  nameSeparator: string;
  /** Between the last two names of three or more, and of two. */
  lastNameSeparator: string;
  pairSeparator: string;
  /** Between keywords. */
  keywordSeparator: string;
  /** After a word that introduces something, with the space that belongs to it. */
  colon: string;
  /** “Figure 1”, with a space at which no line breaks. */
  figureLabel: (number: number | string) => string;
  tableLabel: (number: number | string) => string;
  equationLabel: (number: number | string) => string;
  listingLabel: (number: number | string) => string;
  /** Read aloud in place of a description that an author left out. */
  figureWithoutDescription: string;
}

const english: PrintedWords = {
  lang: 'en',
  contents: 'Contents',
  abstract: 'Abstract',
  keywords: 'Keywords',
  figure: 'Figure',
  table: 'Table',
  equation: 'Equation',
  section: 'Section',
  references: 'References',
  notes: 'Notes',
  editedBy: 'Edited by',
  correspondence: 'Correspondence',
  licence: 'Licence',
  page: 'Page',
  cover: 'Cover',
  titlePage: 'Title page',
  by: 'By',
  publisher: 'Publisher',
  published: 'Published',
  nameSeparator: ', ',
  lastNameSeparator: ' and ',
  pairSeparator: ' and ',
  keywordSeparator: ', ',
  colon: ': ',
  figureLabel: (number) => `Figure\u00a0${number}`,
  tableLabel: (number) => `Table\u00a0${number}`,
  equationLabel: (number) => `Equation\u00a0${number}`,
  listingLabel: (number) => `Listing\u00a0${number}`,
  figureWithoutDescription: 'Figure without a description',
};

const simplified: PrintedWords = {
  lang: 'zh-Hans',
  contents: '目录',
  abstract: '摘要',
  keywords: '关键词',
  figure: '图',
  table: '表',
  equation: '式',
  section: '节',
  references: '参考文献',
  notes: '注释',
  editedBy: '主编',
  correspondence: '通信作者',
  licence: '许可协议',
  page: '页',
  cover: '封面',
  titlePage: '书名页',
  by: '',
  publisher: '出版',
  published: '出版日期',
  nameSeparator: '、',
  lastNameSeparator: '、',
  pairSeparator: '、',
  keywordSeparator: '；',
  colon: '：',
  figureLabel: (number) => `图${number}`,
  tableLabel: (number) => `表${number}`,
  equationLabel: (number) => `式（${number}）`,
  listingLabel: (number) => `代码${number}`,
  figureWithoutDescription: '图片没有文字说明',
};

const traditional: PrintedWords = {
  ...simplified,
  lang: 'zh-Hant',
  contents: '目錄',
  keywords: '關鍵詞',
  figure: '圖',
  section: '節',
  references: '參考文獻',
  notes: '註釋',
  editedBy: '主編',
  correspondence: '通訊作者',
  licence: '授權條款',
  page: '頁',
  titlePage: '書名頁',
  figureLabel: (number) => `圖${number}`,
  listingLabel: (number) => `程式碼${number}`,
  figureWithoutDescription: '圖片沒有文字說明',
};

/** The words for a text in `lang` (BCP 47); English where Galley has no words of that language. */
export function wordsFor(lang: string): PrintedWords {
  if (!/^zh\b/i.test(lang)) return english;
  return /-(hant|tw|hk|mo)\b/i.test(lang) ? traditional : simplified;
}

/** Names in a row as `words` joins them: “A”, “A and B”, “A, B and C”; “甲、乙、丙”. */
export function joinNames(names: string[], words: PrintedWords): string {
  if (names.length < 2) return names.join('');
  const last = names.length === 2 ? words.pairSeparator : words.lastNameSeparator;
  return `${names.slice(0, -1).join(words.nameSeparator)}${last}${names.at(-1)}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * An ISO 8601 year, month or day, or an interval of two (`2024-05-12/2024-05-14`), as a reader of `lang` expects it:
 * “12 May 2024”, “12–14 May 2024”, “2024年5月12日至14日”. Anything else is returned as it is. Depends on nothing but its arguments.
 */
export function printedDate(iso: string, lang: string): string {
  const dates = iso.split('/').map(parseDate);
  const [start, end] = dates;
  if (dates.length > 2 || dates.includes(undefined) || !start) return iso;
  const chinese = wordsFor(lang) !== english;
  if (!end) return chinese ? chineseDate(start) : englishDate(start);
  // What both ends share is said once.
  const sameYear = start.year === end.year && start.month !== undefined && end.month !== undefined;
  const sameMonth = sameYear && start.month === end.month && start.day !== undefined && end.day !== undefined;
  const without = ({ year, month, day }: CalendarDate): CalendarDate => ({
    ...(!sameYear && { year }),
    ...(!sameMonth && { month }),
    day,
  });
  if (chinese) return `${chineseDate(start)}至${chineseDate(without(end))}`;
  const first = englishDate(without(start));
  return first.includes(' ') ? `${first} – ${englishDate(end)}` : `${first}–${englishDate(end)}`;
}

interface CalendarDate {
  year?: number;
  month?: number;
  day?: number;
}

function parseDate(iso: string): CalendarDate | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso.trim());
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((digits) => (digits ? Number(digits) : undefined));
  return month !== undefined && !months[month - 1] ? undefined : { year, month, day };
}

function chineseDate({ year, month, day }: CalendarDate): string {
  return `${year ? `${year}年` : ''}${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

function englishDate({ year, month, day }: CalendarDate): string {
  return [day, month && months[month - 1], year].filter(Boolean).join(' ');
}
