import type { pandoc as english } from '../en/pandoc.js';

export const pandoc: typeof english = {
  'pandoc-failed': ({ message }) => `pandoc 读不了这里：${message}`,
  'pandoc-timeout': ({ seconds }) =>
    `pandoc 运行了 ${seconds} 秒还没有结束，已被终止。请找找有没有一长串方括号、反引号或“<”，在每个前面加上反斜杠，或改成代码块。`,
  'pandoc-not-usable': ({ wanted, reason }) =>
    `GALLEY_PANDOC 指定的“${wanted}”不能使用${reason && reason !== wanted ? `（${reason}）` : ''}。请指定 3.2 或更新的 pandoc，或写 embedded。`,
  'doctor-pandoc-native': ({ version, file }) => `pandoc ${version}，本机安装：${file}`,
  'doctor-pandoc-embedded': ({ version }) => `pandoc ${version}，随附`,
  'doctor-pandoc-rejected': ({ rejected, oldest }) =>
    `没有用 PATH 上的 pandoc，需要 ${oldest} 或更新的版本：${rejected}`,
  'doctor-typst': ({ version, binding }) => `Typst ${version}，在进程内运行（typst-ts-node-compiler ${binding}）`,
  'doctor-typst-missing': ({ detail }) => `Typst 无法启动：${detail}`,
  'doctor-font': ({ font, name, version }) => `${font}（${name} ${version}）`,
  'doctor-font-missing': ({ font, name }) => `缺少字体 ${font}，它属于软件包 ${name}。`,
  'doctor-package-missing': ({ name }) => `缺少软件包 ${name}。`,
  'doctor-complete': () => '编译所需的东西都齐了。',
  'doctor-missing': ({ count }) => `缺少 ${count} 项。请在 Galley 所在的文件夹运行 npm ci。`,
};
