import type * as en from '../en/upstream.js';

export const upstream: typeof en.upstream = {
  'final-newline': () => ({
    message: '最后一行没有换行',
    note: '文件停在一行的中间，有些程序会把下一个文件直接接在后面。请在文末补一个换行。',
  }),
  'heading-increment': ({ text }) => ({
    message: `标题“${text}”跳了一级`,
    note: '有小节而没有它所属的节：目录里会缺一层，逐个标题跳读的读者会迷路。它的 # 只应比上面的标题多一个。',
  }),
  'no-duplicate-headings': ({ text }) => ({
    message: `标题“${text}”出现了两次`,
    note: '读者在目录里分不清这两处。请让标题各自说出本节的内容；如果是误贴，请删去多出来的一个。',
  }),
  'no-undefined-references': ({ text }) => ({
    message: `文中没有给出“${text}”的定义`,
    note: '这种写法的链接需要在文中另有一行“[名称]: https://…”；没有这一行，方括号会照样印出来。请补上这一行，或把网址直接写进链接。',
  }),
  'no-duplicate-definitions': ({ text }) => ({
    message: `“${text}”用了一个已经定义过的名称`,
    note: '同名的定义只有第一个算数，这里的链接或注释就丢了。请另起一个名称。',
  }),
  'no-unused-definitions': ({ text }) => ({
    message: `没有任何地方用到“${text}”`,
    note: '这个定义不会印出任何内容，可能是引用它的文字在编辑时丢了。请补回引用，或删去这一行。',
  }),
  'no-empty-url': ({ text }) => ({
    message: `链接“${text}”没有去处`,
    note: '它的网址是空的。请在圆括号里写上网址，或改成普通文字。',
  }),
  'no-hidden-table-cell': ({ text }) => ({
    message: `单元格“${text}”印不出来`,
    note: '这一行的格子比表头多，多出来的内容会消失。请给表头加一列，或把格子合并。',
  }),
  'no-heading-like-paragraph': () => ({
    message: '超过六个 # 就不是标题了',
    note: '标题最多六级；这一行会连同 # 一起印成正文。请减少 # 的个数。',
  }),
  'no-reference-like-url': ({ text }) => ({
    message: `“${text}”把定义的名称当成了网址`,
    note: '圆括号里写网址，方括号里写名称。要用这个定义，请写成 [文字][名称]。',
  }),
};

/** What each of them finds, in one line. */
export const upstreamSummaries: typeof en.upstreamSummaries = {
  'final-newline': '最后一行没有换行',
  'heading-increment': '跳了一级的标题',
  'no-duplicate-headings': '文字相同的两个标题',
  'no-undefined-references': '按名称引用、却没有定义的链接',
  'no-duplicate-definitions': '重复定义的名称',
  'no-unused-definitions': '没有用到的定义',
  'no-empty-url': '没有去处的链接',
  'no-hidden-table-cell': '印不出来的单元格',
  'no-heading-like-paragraph': '超过六个 #，不成标题',
  'no-reference-like-url': '把定义的名称当成了网址',
};
