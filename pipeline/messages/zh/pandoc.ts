import type { pandoc as english } from '../en/pandoc.js';

export const pandoc: typeof english = {
  'pandoc-failed': ({ message }) => `pandoc 读不了这里：${message}`,
  'pandoc-timeout': ({ seconds }) =>
    `pandoc 运行了 ${seconds} 秒还没有结束，已被终止。请找找有没有一长串方括号、反引号或“<”，在每个前面加上反斜杠，或改成代码块。`,
  'pandoc-crashed': ({ detail }) =>
    `pandoc 处理这篇文稿时崩溃了（${detail}）。可能是文字太长，或列表、引用嵌套太深：请拆分文稿，或减少嵌套层数。`,
  'pandoc-not-started': ({ detail }) => `随附的 pandoc 无法启动：${detail}。请在 Galley 所在的文件夹运行 npm ci。`,
  'pandoc-not-usable': ({ wanted, ...found }) =>
    `GALLEY_PANDOC 指定的“${wanted}”不能使用：${whyNot(found)}。请指定 ${found.oldest} 或更新的 pandoc，或写 embedded。`,
  'package-missing': ({ name }) => `缺少软件包 ${name}。请在 Galley 所在的文件夹运行 npm ci。`,
  'doctor-node': ({ version }) => `Node ${version}`,
  'doctor-node-old': ({ version, oldest }) => `Node ${version} 太旧，Galley 需要 ${oldest} 或更新的版本。`,
  'doctor-pandoc-native': ({ version, file }) => `pandoc ${version}，本机安装：${file}`,
  'doctor-pandoc-embedded': ({ version }) => `pandoc ${version}，随附`,
  'doctor-pandoc-passed-over': (found) => `没有用 PATH 上的 pandoc：${whyNot(found)}。`,
  'doctor-typst': ({ version, binding }) => `Typst ${version}，在进程内运行（typst-ts-node-compiler ${binding}）`,
  'doctor-typst-missing': ({ detail }) => `Typst 无法启动：${detail}`,
  'doctor-font': ({ font, name, version }) => `${font}（${name} ${version}）`,
  'doctor-font-missing': ({ font, name }) =>
    `缺少字体 ${font}，它属于软件包 ${name}。请在 Galley 所在的文件夹运行 npm ci。`,
  'doctor-complete': () => '编译所需的东西都齐了。',
  'doctor-missing': ({ count }) => `有 ${count} 项缺少或不对，见上面标 ✘ 的行。`,
};

function whyNot({ file, version, oldest }: Parameters<(typeof english)['doctor-pandoc-passed-over']>[0]): string {
  if (file === undefined) return '找不到这个程序';
  if (version === undefined) return `${file} 的回答不像 pandoc`;
  return `${file} 的版本是 ${version}，而需要 ${oldest} 或更新的版本`;
}
