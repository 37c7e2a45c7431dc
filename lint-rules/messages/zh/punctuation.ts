import type * as en from '../en/punctuation.js';

const compare = '换行、换页的地方很容易丢掉一个符号。请对照原稿补上另一个，或删去这一个。';

export const punctuation: typeof en.punctuation = {
  'no-unbalanced-pairs': {
    unclosed: ({ mark, text }) => ({
      message: `${mark} 只有前一半，没有与它配对的后一半：${text}……`,
      note: compare,
    }),
    unopened: ({ mark, text }) => ({
      message: `${mark} 只有后一半，没有与它配对的前一半：……${text}`,
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
  'no-mixed-width-punctuation': {
    half: ({ actual, expected }) => ({
      message: `半角的“${actual}”应为全角的“${expected}”`,
      note: '多半是输入法停在英文状态，或转换文件时变的。夹在汉字之间会显得局促，请换成全角标点。',
    }),
    name: ({ actual, expected }) => ({
      message: `外国人名中的“${actual}”应为间隔号“${expected}”`,
      note: '译成汉字的外国人名，各部分之间用居中的间隔号。请换成间隔号。',
    }),
    brackets: ({ actual, expected }) => ({
      message: `“${actual}”用了半角括号，应为“${expected}”`,
      note: '汉字两边的括号用全角。请换成全角括号。',
    }),
    letters: ({ actual, expected }) => ({
      message: `“${actual}”是全角的字母或数字，应为“${expected}”`,
      note: '旧的排版系统会写成这样：印出来松散，也搜不到。请换成半角。',
    }),
    doubled: ({ actual, expected }) => ({
      message: `“${actual}”多了一个标点，留“${expected}”即可`,
      note: '多半是修改时或换行处留下的。请保留正确的一个。',
    }),
    ellipsis: ({ actual, expected }) => ({
      message: `“${actual}”应写成省略号“${expected}”`,
      note: '省略号是占两格的六个点，不用句号拼。如果句子到此为止，请只留一个句号。',
    }),
    full: ({ actual, expected }) => ({
      message: `西文或韩文中的全角标点“${actual}”应为“${expected}”`,
      note: '多半是输入法停在中文状态，或转换文件时变的。它会在行中留下一块空白。',
    }),
  },
};
