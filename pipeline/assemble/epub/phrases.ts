import { wordsFor } from '../words.js';

/** What only an EPUB says of its own accord, mostly to those who hear it read. */
export interface Phrases {
  /** Name of the link from a note to the place where it was called. */
  backToText: (note: number) => string;
  coverOf: (title: string) => string;
  done: string;
  open: string;
  landmarks: string;
  /** Where the first contribution begins. */
  start: string;
  accessibility: (has: { images: boolean; math: boolean }) => string;
}

const english: Phrases = {
  backToText: (note) => `Back to the text of note ${note}`,
  coverOf: (title) => `Cover: ${title}`,
  done: 'done',
  open: 'open',
  landmarks: 'Landmarks',
  start: 'Start of the text',
  accessibility: ({ images, math }) =>
    [
      'The text can be read in order by a screen reader, with headings and a table of contents to move by.',
      images && 'Images have descriptions.',
      math && 'Formulas are MathML with their TeX source as text.',
    ]
      .filter(Boolean)
      .join(' '),
};

const simplified: Phrases = {
  backToText: (note) => `返回注释 ${note} 的正文位置`,
  coverOf: (title) => `封面：${title}`,
  done: '已完成',
  open: '未完成',
  landmarks: '导航',
  start: '正文开始',
  accessibility: ({ images, math }) =>
    [
      '正文可由读屏软件按顺序朗读，并可通过标题和目录跳转。',
      images && '图片附有说明文字。',
      math && '公式采用 MathML，并附 TeX 源码作为替代文本。',
    ]
      .filter(Boolean)
      .join(''),
};

const traditional: Phrases = {
  backToText: (note) => `返回註釋 ${note} 的正文位置`,
  coverOf: (title) => `封面：${title}`,
  done: '已完成',
  open: '未完成',
  landmarks: '導覽',
  start: '正文開始',
  accessibility: ({ images, math }) =>
    [
      '正文可由螢幕報讀軟體依序朗讀，並可透過標題和目錄跳轉。',
      images && '圖片附有說明文字。',
      math && '公式採用 MathML，並附 TeX 原始碼作為替代文字。',
    ]
      .filter(Boolean)
      .join(''),
};

/** The phrases for a text in `lang` (BCP 47), in the language that the printed words are in. */
export function phrasesFor(lang: string): Phrases {
  const spoken = wordsFor(lang).lang;
  if (spoken === 'en') return english;
  return spoken === 'zh-Hant' ? traditional : simplified;
}
