import type * as en from '../en/words.js';

export const words: typeof en.words = {
  'no-repeated-words': {
    repeated: ({ text }) => ({
      message: `“${text}”接连出现了两遍`,
      note: '剪贴文字时，或者原文在这里换行、换页时，容易多出一遍。请只留一处；如果这里本来是另一个词，请改成那个词。',
    }),
  },
  'no-merged-overlap': {
    merged: ({ text, expected }) => ({
      message: `“${text}”可能漏了字，或应为“${expected}”`,
      note: '前一个词的末尾和后一个词的开头相同时，相同的字很容易只写一遍。文中别处有完整的词，请核对这里是否漏了。',
    }),
  },
};
