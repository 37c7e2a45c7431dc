import type * as en from '../en/paragraphs.js';

const why = '多半是原书在这里换了页。';
const also = (between?: string) => (between ? `中间的“${between}”是印刷页上的内容，也请删去。` : '');

export const paragraphs: typeof en.paragraphs = {
  'no-split-paragraph': {
    word: ({ text, expected, between }) => ({
      message: `段落在词语中间断开：“${text}”，应为“${expected}”`,
      note: `${why}请把前后两段接起来。${also(between)}`,
    }),
    hyphen: ({ text, expected, between }) => ({
      message: `段落在单词中间断开：“${text}”，应为“${expected}”`,
      note: `${why}连字符只表示那一行到头了。请把前后两段接起来；只有这个词本来就带连字符时才保留它。${also(between)}`,
    }),
    sentence: ({ text, between }) => ({
      message: `段落在句子中间断开：“${text}”`,
      note: `${why}请把前后两段接起来；如果这里确实另起一段，请在前一段末尾补上句号。${also(between)}`,
    }),
    doubled: ({ text, expected, between }) => ({
      message: `段落在“${text}”处断开，并且有文字重复`,
      note: `${why}断开处的文字在前后两页各出现了一次。可能应为“${expected}”，请把前后两段接起来，重复的只留一处。${also(between)}`,
    }),
    lost: ({ text, expected, between }) => ({
      message: `段落在“${text}”处断开，并且好像漏了字`,
      note: `${why}可能应为“${expected}”。请对照原文补上漏字，再把前后两段接起来。${also(between)}`,
    }),
    'line-hyphen': ({ text, expected }) => ({
      message: `“${text}”是被连字符断开的一个词，应为“${expected}”`,
      note: '原书在这里换行，行末的连字符随文字一起带了进来。请把这个词连起来写；只有它本来就带连字符时才保留。',
    }),
  },
  'no-unterminated-paragraph': {
    unterminated: ({ text }) => ({
      message: `段落末尾没有句号：“……${text}”`,
      note: '可能漏了标点，也可能段末有文字丢失，请对照原文。如果这一行是标题，请在行首加“#”。',
    }),
  },
  'no-truncated-ending': {
    manuscript: ({ text }) => ({
      message: `全文在句子中间结束：“……${text}”`,
      note: '结尾好像不完整，可能是漏了一页，或者复制时没有选到末尾。请对照原文补全；如果只缺句号，补上即可。',
    }),
    section: ({ text }) => ({
      message: `这一节在句子中间结束：“……${text}”`,
      note: '下面就是标题，这一节的结尾好像丢失了。请对照原文补全；如果只缺句号，补上即可。',
    }),
  },
};
