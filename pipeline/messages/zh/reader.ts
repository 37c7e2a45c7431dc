import type { reader as english } from '../en/reader.js';

export const reader: typeof english = {
  'image-not-checked': ({ address }) =>
    `读取文集时没有找到图片“${address}”。请写成 ![说明](文件.png)，并把文件放在稿件旁边。`,
  'image-without-description': ({ address }) =>
    `图片“${address}”没有说明。请在方括号里写明图中内容：![图中内容](${address})。`,
  'unknown-citation': ({ key }) => `这篇稿件的参考文献里没有“${key}”这一条。请补上，或改正引用的名称。`,
  'unresolved-reference': ({ name }) =>
    `这篇稿件里没有叫“${name}”的内容。请给相应的图、表、公式或标题写上标识，如 {#${name}}，或改正引用。`,
};
