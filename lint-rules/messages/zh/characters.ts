import type * as en from '../en/characters.js';

export const characters: typeof en.characters = {
  'no-compat-codepoints': {
    character: ({ actual, code, expected }) => ({
      message: `“${actual}”（${code}）只是看起来像“${expected}”`,
      note: '这类字符多半是从 PDF 复制文字时带进来的：读者搜不到这个词，朗读软件也可能跳过它。请换成普通汉字。',
    }),
    latin: (args) => otherLetter('西里尔', args),
    cyrillic: (args) => otherLetter('拉丁', args),
  },
  'no-invisible-characters': {
    'zero-width': ({ code }) => invisible(`看不见的零宽字符（${code}）`),
    'soft-hyphen': ({ code }) => invisible(`软连字符（${code}），只在行末才显示`),
    'byte-order-mark': ({ code }) => invisible(`文字中间的字节顺序标记（${code}）`),
    control: ({ code }) => invisible(`看不见的控制字符（${code}）`),
    selector: ({ code }) => invisible(`多余的异体字选择符（${code}），前面没有它要修饰的字`),
    tag: ({ code }) => invisible(`看不见的标签字符（${code}）`),
    filler: ({ code }) => invisible(`看不见的填充字符（${code}）`),
    direction: ({ code }) => ({
      message: `改变文字方向的标记（${code}）`,
      note: '有了它，一行文字看上去可能与实际内容不同，后面的字也可能印错次序。请删去；这里的文字不需要它。',
    }),
    windows: ({ code, expected }) => ({
      message: `控制字符（${code}），原来应是“${expected}”`,
      note: '文字是在 Windows 下写的，中途用错了字符集。请换回原来的字符。',
    }),
    'line-separator': ({ code }) => ({
      message: `行分隔符（${code}），一般程序并不把它当作换行`,
      note: '它来自文字处理软件。请换成空格；如果这里另起一段，请换成空行。',
    }),
    space: ({ code }) => ({
      message: `两个字之间有异常的空格（${code}）`,
      note: '这是原稿排版留下的空格，会把词语拆开，印出来难看，也搜不到。请删去。',
    }),
    'wide-space': ({ code }) => ({
      message: `西文单词之间的全角空格（${code}）`,
      note: '多半是输入法停在中文状态，或原稿排版留下的。请换成普通空格。',
    }),
    'blank-line': () => ({
      message: '这一行看似空白，其实含有空格',
      note: '有的程序会把它当作文字，前后两段就连在一起了。请删去这些空格。',
    }),
  },
  'no-mojibake': {
    replacement: ({ text }) => ({
      message: `“${text}”处有字没能读出来`,
      note: '原来的字在这个文件里已经丢失。请对照原稿重新输入。',
    }),
    private: ({ code }) => ({
      message: `只有原稿所用字体才有的字符（${code}）`,
      note: '它用的是留给各家字体自造字的编码，换了字体，印出来就是空框。请对照原稿换成普通的字，没有这个字就用图片。',
    }),
    filler: ({ text }) => ({
      message: `“${text}”不是正文，是字符集出错留下的痕迹`,
      note: '这里的文字在保存或转换时已经丢失。请对照原稿重新输入。',
    }),
    misread: ({ text, expected }) => ({
      message: `“${text}”是用错字符集读出的乱码，原文也许是“${expected}”`,
      note: '文件曾用另一种字符集打开或传送。请对照原稿改正。',
    }),
    garbled: ({ text }) => ({
      message: `“${text}”是用错字符集读出的乱码`,
      note: '文件曾用另一种字符集打开或传送。请对照原稿重新输入。',
    }),
  },
  'no-cjk-broken-emphasis': {
    marks: ({ text, mark }) => ({
      message: `“${text}”两边的 ${mark} 没有起强调作用，会照样印出来`,
      note: '夹在标点和汉字之间时，Markdown 不把它们当作强调符号。请把标点移到符号外面；没有标点可移时，在符号外面空一格。',
    }),
    blanks: ({ text, mark }) => ({
      message: `“${text}”两边的 ${mark} 没有起强调作用，会照样印出来`,
      note: '符号和文字之间多了空格。请删去空格。',
    }),
    lone: ({ text, mark }) => ({
      message: `“${text}”前面的 ${mark} 只有一个，会照样印出来`,
      note: '强调要在文字前后各写一个这样的符号，这里只剩一个，多半是修改时漏删的。请删去，或补上另一个。',
    }),
  },
};

const otherLetter = (kind: string, { actual, code, expected, word }: en.OtherLetter) => ({
  message: `“${word}”里的“${actual}”（${code}）是${kind}字母，只是看起来像“${expected}”`,
  note: '多半是扫描识别或复制文字时带进来的：读者搜不到这个词，朗读软件也可能读错。请换成本来的字母。',
});

const invisible = (message: string) => ({
  message,
  note: '它是从网页、PDF 或聊天软件带来的，印不出来，却会把词拆开，读者搜不到，朗读也会读断。请删去。',
});
