import type { assemble as english } from '../en/assemble.js';

export const assemble: typeof english = {
  'image-not-convertible': ({ path, reason }) => `图片“${path}”无法使用（${reason}）。请重新存为 PNG、JPEG 或 SVG。`,
  'svg-not-readable': ({ path, reason }) =>
    `“${path}”不是可读的 SVG（${reason}）。请重新导出为普通 SVG（UTF-8 编码，不带文档类型声明），或存为 PNG。`,
  'svg-too-complex': ({ path, reason }) =>
    `图形“${path}”显示起来太费时（${reason}）。请存为 PNG，或减少元素的数量和嵌套层数后重画。`,
  'svg-parts-removed': ({ path, elements }) =>
    `书中不能包含图形“${path}”里的 ${elements.join('、')}，这些部分已去掉。如果图中因此缺少内容，请在导出时把文字存为文本或轮廓、把图片嵌入文件，或存为 PNG。`,
  'pdf-figure-not-convertible': ({ path, reason }) =>
    `PDF 插图“${path}”无法转换成图片${reason && `（${reason}）`}。请存为 PNG 或 SVG，并在文中改用该文件。`,
  'pdf-figure-first-page': ({ path }) => `“${path}”有多页，书中只显示第一页。需要用到的其他页请分别存为单独的插图。`,
  'formula-not-converted': ({ manuscript, formula }) =>
    `“${manuscript}”中的这个公式用了 pandoc 不认识的命令，在 EPUB 中按 TeX 源码显示：${formula}。请改用标准的 LaTeX 和 AMS 命令。`,
};
