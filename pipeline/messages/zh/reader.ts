import type { reader as english } from '../en/reader.js';

export const reader: typeof english = {
  'image-not-checked': ({ address }) =>
    `读取文集时没有找到图片“${address}”。请写成 ![说明](文件.png)，并把文件放在稿件旁边。`,
  'image-without-description': ({ address }) =>
    `图片“${address}”没有说明。请在方括号里写明图中内容：![图中内容](${address})。`,
  'unknown-citation': ({ key }) => `这篇稿件的参考文献里没有“${key}”这一条。请补上，或改正引用的名称。`,
  'unresolved-reference': ({ name }) =>
    `这篇稿件里没有叫“${name}”的内容。请给相应的图、表、公式或标题写上标识，如 {#${name}}，或改正引用。`,

  // 原始 TeX、原始 HTML 与 MyST。
  'tex-left-out': ({ tex }) => `TeX 代码“${tex}”在这里无法排版，已略去。请改用 Markdown，或写成美元符号之间的公式。`,
  'tex-command-unknown': ({ command }) =>
    `这里不认识 TeX 命令“\\${command}”，只印出花括号里的文字。请改用 Markdown 来写。`,
  'tex-printed-as-written': ({ tex }) => `“${tex}”不是这里认识的 TeX，已照原样印出。如果是正文，请放在反引号之间。`,
  'html-left-out': ({ name }) => `书里无法显示 HTML 元素“<${name}>”，已连同其中的内容一起略去。请换成图片或链接。`,
  'html-unknown-tag': ({ name }) =>
    `“<${name}>”被当作 HTML 标签，不会印出。如果是正文，请放在反引号之间，或写成 \\<${name}>。`,
  'raw-left-out': ({ format }) => `“${format}”格式的原始内容一律不转交，已略去。请改用 Markdown。`,
  'myst-left-out': ({ name }) => `指令“${name}”在书里无法排版，已略去。请把要显示的内容写进稿件。`,
  'myst-directive-unknown': ({ name }) =>
    `这里不认识指令“${name}”，只印出其中的内容。请检查名称，或改用普通的 Markdown。`,
  'myst-not-read': ({ limit }) =>
    `指令或角色里的括号、引用或符号嵌套过深（超过 ${limit}），无法读取。这篇稿件已照原样印出，指令按代码显示。请拆开这些嵌套。`,
  'myst-role-unknown': ({ name }) => `这里不认识角色“{${name}}”，只印出其中的文字。请检查名称，或改用普通的 Markdown。`,
};
