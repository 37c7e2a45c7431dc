import type * as en from '../en/characters.js';

export const characters: typeof en.characters = {
  'no-compat-codepoints': {
    character: ({ actual, code, expected }) => ({
      message: `“${actual}”（${code}）只是看起来像“${expected}”`,
      note: '这类字符多半是从 PDF 复制文字时带进来的：读者搜不到这个词，朗读软件也可能跳过它。请换成普通汉字。',
    }),
  },
};
