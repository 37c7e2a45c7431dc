import type { pdf as english } from '../en/pdf.js';

export const pdf: typeof english = {
  'pdf-not-set': ({ message }) => `这篇稿件无法排成页面。排版程序的说明：${message}`,
  'pdf-volume-not-set': ({ message }) => `这一卷无法排成页面。排版程序的说明：${message}`,
  'pdf-equation-not-set': ({ formula }) =>
    `这个公式用了无法排版的命令，PDF 中只能印出 TeX 源码：${formula}。请改用常见的 LaTeX 命令。`,
  'pdf-warning': ({ message }) => `排版程序的提示：${message}`,
  'pdf-time-limit': ({ seconds }) =>
    `排版超过 ${seconds} 秒仍未完成，已经停止。请把稿件分成几组分别编译，找出耗时的那一篇。`,
  'pdf-ended': ({ reason }) => `排版程序中途退出（${reason}）。如果是内存不足，请减少图片或缩小图片后再编译。`,
};
