import type { pandoc as english } from '../en/pandoc.js';

export const pandoc: typeof english = {
  'pandoc-failed': ({ message }) => `pandoc 读不了这里：${message}`,
  'pandoc-timeout': ({ seconds }) =>
    `pandoc 运行了 ${seconds} 秒还没有结束，已被终止。请找找有没有一长串方括号、反引号或“<”，在每个前面加上反斜杠，或改成代码块。`,
  'pandoc-not-usable': ({ wanted, reason }) =>
    `GALLEY_PANDOC 指定的“${wanted}”不能使用${reason && reason !== wanted ? `（${reason}）` : ''}。请指定 3.2 或更新的 pandoc，或写 embedded。`,
};
