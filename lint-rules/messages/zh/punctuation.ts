import type * as en from '../en/punctuation.js';

const compare = '换行、换页的地方很容易丢掉一个符号。请对照原稿补上另一个，或删去这一个。';

export const punctuation: typeof en.punctuation = {
  'no-unbalanced-pairs': {
    unclosed: ({ mark, text }) => ({
      message: `前面的 ${mark} 没有配对的后半个：${text}……`,
      note: compare,
    }),
    unopened: ({ mark, text }) => ({
      message: `后面的 ${mark} 没有配对的前半个：……${text}`,
      note: compare,
    }),
    reversed: ({ text }) => ({
      message: `${text} 的前后两个符号颠倒了`,
      note: '该用前半个的地方用了后半个，该用后半个的地方用了前半个。请对调。',
    }),
    turned: ({ mark, expected }) => ({
      message: `引号 ${mark} 方向不对，应为 ${expected}`,
      note: '软件自动把直引号换成弯引号时猜错了方向。请换成另一个。',
    }),
    crossed: ({ inner, outer, text }) => ({
      message: `${inner} 与 ${outer} 两对符号互相交叉：${text}`,
      note: '两对符号只能一对包在另一对里面。请对调后面的两个符号。',
    }),
    widths: ({ text }) => ({
      message: `${text} 的两个括号一个全角一个半角`,
      note: '一个用于中文、日文，一个用于西文。请用同一种。',
    }),
  },
};
