import type * as en from '../en/structure.js';

export const structure: typeof en.structure = {
  'no-uneven-run-in-headings': {
    unmarked: ({ head, sibling }) => ({
      message: `段首的“${head}”没有像“${sibling}”那样标出来`,
      note: '这几段的段首小标题都标出来了，读者会顺着找下一个。请把这一个也同样标出，或者都不标。',
    }),
    marked: ({ head, sibling }) => ({
      message: `段首的“${head}”和“${sibling}”标记的方式不同`,
      note: '并列各段的段首小标题应当一个样子。请统一用粗体或统一用斜体。',
    }),
    shorter: ({ head, sibling }) => ({
      message: `段首的“${head}”比“${sibling}”等几个并列的短`,
      note: '这一组段首小标题写法相同，这里可能丢了字。请对照原稿补上。',
    }),
  },
  'no-unmarked-heading': {
    heading: ({ text }) => ({
      message: `“${text}”像是标题，却是普通段落`,
      note: '原稿里它的字号更大或更粗，复制时丢了；没有标记的标题进不了目录。请在前面加上 #：文章标题一个，节两个，小节三个。',
    }),
  },
  'no-page-furniture': {
    'page-number': ({ text }) => ({
      message: `“${text}”像是原稿的页码`,
      note: '原稿在这里换页，页码混进了正文。文集会自己编页码，请删去这一行；如果前后两段本是一句话，请把它们接起来。',
    }),
    'running-head': ({ text, count }) => ({
      message: count > 1 ? `“${text}”出现了 ${count} 次，像是原稿的页眉` : `“${text}”像是原稿的页眉`,
      note: '这一行印在原稿每页的页眉或页脚，混进了正文。请删去这一行；如果前后两段本是一句话，请把它们接起来。',
    }),
  },
  'no-broken-enumeration': {
    missing: ({ marker, expected, before }) => ({
      message: before ? `“${before}”之后直接是“${marker}”，缺了“${expected}”` : `“${marker}”之前缺了“${expected}”`,
      note: '可能是拼接页面时丢了一条，也可能是删去一条之后没有重新编号。请看看这里是否漏了内容；如果没有，请改正序号。',
    }),
    stray: ({ marker, expected }) => ({
      message: `“${marker}”之前没有“${expected}”`,
      note: '它接着数的那些条目不在这一节里：可能是前面几条丢了，也可能是这一段错放到了这里。请补上缺失的内容，或改正序号。',
    }),
    repeated: ({ marker }) => ({
      message: `同一组条目里出现了两个“${marker}”`,
      note: '可能是重复粘贴，也可能是加了一条而没有重新编号。请删去多余的一条，或改正序号。',
    }),
    order: ({ marker, expected }) => ({
      message: expected ? `这里应当是“${expected}”，却是“${marker}”` : `“${marker}”的次序不对`,
      note: '可能是条目的前后次序颠倒了，也可能是序号写错了。请调整次序，或改正序号。',
    }),
  },
};
