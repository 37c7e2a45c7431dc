import type { output as english } from '../en/output.js';

export const output: typeof english = {
  'bad-source-date-epoch': ({ value }) =>
    `SOURCE_DATE_EPOCH 的值“${value}”不是日期。请设为 1970 年 1 月 1 日以来的整秒数（例如 1700000000），或取消这个变量。`,
  'output-busy': ({ path, pid }) =>
    `另一个编译进程（进程号 ${pid}）正在写入“${path}”。请等它完成，或用 --output 指定别的文件夹。`,
  'output-not-writable': ({ path }) => `无法写入输出文件夹“${path}”。请修改它的权限，或用 --output 指定别的文件夹。`,
  'output-disk-full': ({ path }) => `“${path}”所在的磁盘已满。请腾出空间，或用 --output 指定别的磁盘上的文件夹。`,
  'output-no-folder': ({ path }) => `“${path}”不是文件夹。请移走它，或用 --output 指定别的文件夹。`,
  'output-in-use': ({ path }) => `“${path}”中有文件正被占用。请关闭打开它的程序，然后重新编译。`,
  'output-taken': ({ path, names }) =>
    `“${path}”中有 ${names.length} 个不是 Galley 写的文件，会被新文件取代：${names.join('、')}。请把它们移到别处，或用 --output 指定别的文件夹。`,
  'output-in-the-way': ({ name }) => `“${name}”挡住了位置：Galley 要用这个名字准备新的文集。请把它移到别处。`,
  'output-failed': ({ path, reason }) =>
    `无法把文集写入“${path}”：${reason}。请检查这个文件夹，或用 --output 指定别的文件夹。`,

  'stage-line': ({ title, detail, time }) => (detail ? `${title}：${detail}（${time}）` : `${title}（${time}）`),
  'stage-failed': ({ title, time }) => `${title}：失败（${time}）`,
  duration: ({ milliseconds }) => {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds >= 60) return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
    return `${(milliseconds / 1000).toFixed(1)} 秒`;
  },

  error: () => '错误',
  warning: () => '警告',
  'fault-count': ({ errors, warnings }) =>
    [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个警告` : ''].filter(Boolean).join('，'),
  'faults-left-out': ({ count, kinds }) =>
    `另有 ${count} 处未列出：${kinds.map(([kind, times]) => `${kind}（${times} 处）`).join('、')}`,

  'summary-title': ({ title }) => `《${title}》`,
  'summary-pages': ({ pages }) => `${pages} 页`,
  'summary-files': ({ count }) => `${count} 个文件`,
  'summary-done': ({ manuscripts, pages, time }) =>
    `${manuscripts} 篇稿件${pages === undefined ? '' : `，${pages} 页`}，用时 ${time}`,
};
