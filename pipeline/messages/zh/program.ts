import type { program as english } from '../en/program.js';

export const program: typeof english = {
  'program-description': () => '把一个文件夹里的 Markdown 稿件编成一本文集，输出 PDF 和 EPUB。',
  'build-description': () => '把文集编译成 PDF 和 EPUB',
  'doctor-description': () => '列出所用的 pandoc、Typst 和字体，以及缺少的部分',
  'option-root': () => 'volume.yml 所在的文件夹',
  'option-output': () => '输出到哪个文件夹',
  'option-format': () => '输出什么：pdf、epub，或用逗号隔开两者',
  'option-offprints': () => '另外把每篇稿件单独输出为 PDF，页码与文集一致',
  'option-dry-run': () => '只列出将要生成的文件，不真正生成',
  'option-json': () => '以 JSON 格式输出结果',
  'option-quiet': () => '不显示进度',
  'option-debug': () => '出错时显示完整的调用过程',
  'option-help': () => '显示帮助',
  'option-version': () => '显示版本号',
  'help-title': ({ title }) =>
    ({ 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' })[title] ?? title,
  'help-description': () => '显示某个命令的帮助',
  'unknown-command': ({ name }) => `没有“${name}”这个命令。用 galley --help 查看全部命令。`,
  'unknown-option': ({ name }) => `这里没有“${name}”这个选项。加上 --help 查看可用的选项。`,
  'bad-usage': ({ detail }) => `命令用法不对：${detail}。加上 --help 查看用法。`,
  'unknown-format': ({ format }) => `Galley 不能输出“${format}”格式。请写 pdf、epub，或 pdf,epub。`,
  'stage-read-volume': () => '读取文集',
  'stage-read-manuscripts': () => '读取稿件',
  'stage-pdf': () => '排版 PDF',
  'stage-epub': () => '制作 EPUB',
  'stage-write': () => '写入文件',
  'read-volume-done': ({ manuscripts, figures }) => `${manuscripts} 篇稿件，${figures} 幅图`,
  'pdf-done': ({ pages }) => `${pages} 页`,
  'plan-heading': ({ title, output }) => `《${title}》将写入 ${output}：`,
  'plan-from': ({ count, date }) => `来自 ${count} 篇稿件，日期 ${date}：`,
  interrupted: () => '已中断。没有写入任何文件，原有的文集保持不变。',
  'own-fault': ({ detail }) =>
    `Galley 自身出错：${detail}。没有写入任何文件。请加上 --debug 重新运行，查看完整的调用过程。`,
  'character-not-covered': ({ character, code }) =>
    `随附的字体都没有“${character}”（${code}）这个字，印出来会是空框。请换一个字，或把它做成图片。`,
};
