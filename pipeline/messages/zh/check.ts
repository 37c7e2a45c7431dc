import type { OptionType } from '../../check/lint-options.js';
import type * as en from '../en/check.js';

const optionTypes: Record<OptionType, string> = {
  number: '一个数字',
  flag: 'true 或 false',
  text: '一段文字',
  texts: '一个文字列表',
};

const or = (items: readonly string[]) => items.join('、').replace(/、([^、]*)$/, ' 或 $1');
const meant = (suggestion?: string) => (suggestion ? `是不是“${suggestion}”？` : '');

export const check: typeof en.check = {
  'lint-description': () => '找出从 PDF、Word 和文字识别带进来的文本损坏',
  'option-paths': () => '要检查的稿件或文件夹；不写就检查整本文集',
  'option-reporter': ({ known }) => `报告的形式：${or(known)}`,
  'option-locale': () => '用哪种语言说明问题，zh 或 en；默认随稿件的语言',
  'option-since': () => '只看从这个提交或分支以来改动过的段落',
  'option-report-file': (_: Record<string, never>) =>
    '写出供“galley feedback”读取的报告；环境变量里要有 HEAD_SHA 和 BASE_SHA',
  'option-summary-file': (_: Record<string, never>) => '把结果以 Markdown 附加到这个文件，例如工作流的摘要',
  'option-no-cache': () => '不用缓存，全部重新检查',
  'option-no-advice': () => '不列出建议',
  'stage-check': () => '检查文稿',
  'reporter-unknown': ({ name, known }) => `没有“${name}”这种报告形式。可选：${or(known)}。`,
  'locale-unknown': ({ name }) => `只能用 zh 或 en 说明问题，不能用“${name}”。`,
  'lint-path-missing': ({ path }) => `没有“${path}”这个文件或文件夹。请检查名称。`,
  'lint-path-is-a-link': ({ path }) => `“${path}”是符号链接。请直接写文件本身，程序不会跟随链接。`,
  'lint-nothing-there': ({ path }) => `“${path}”里没有稿件：除 README 之类以外，没有以 .md 结尾的文件。`,
  'lint-rule-unknown': ({ rule, suggestion }) => `没有“${rule}”这条规则。${meant(suggestion)}`,
  'lint-grade-unknown': ({ rule, value }) =>
    `“${rule}”不能设为“${value}”。可选 error、warning、advice 或 off；规则自己的选项要写在它名下的映射里。`,
  'lint-option-unknown': ({ rule, option, known, suggestion }) =>
    `“${rule}”没有“${option}”这个选项。${meant(suggestion) || `它的选项有：${known.join('、')}。`}`,
  'lint-option-shape': ({ rule, option, expected, found }) =>
    `“${rule}”的“${option}”应当是${optionTypes[expected]}，而不是“${found}”。`,
  'rule-failed': ({ rule, detail }) =>
    `规则“${rule}”自己出错了：${detail}。可以先在 volume.yml 的“lint:”下把它关掉（off），并请报告这个问题。`,
  'report-needs-commits': (_) =>
    '“--report-file” 需要知道报告说的是哪两个提交：请把 HEAD_SHA 和 BASE_SHA 设为各自的 40 位十六进制编号。',
  'report-unwritable': ({ path, reason }) => `无法写入“${path}”（${reason}）。请检查文件夹是否存在、是否可写。`,
  'since-unusable': ({ ref }) => `“${ref}”不能作为提交或分支的名称。请写 main 或 HEAD~1 这样的名称。`,
  'since-unknown': ({ ref }) => `Git 在这里找不到提交“${ref}”。请检查名称；如果是浅克隆，请先把它取下来。`,
  'since-no-repository': ({ folder }) => `“--since”要向 Git 询问改动，但“${folder}”不在任何 Git 仓库里。`,
  'since-no-git': () => '“--since”要向 Git 询问改动，但这台机器上没有 git。',
  'since-failed': ({ detail }) => `Git 没能说明哪些地方改动过：${detail}`,
  'waiver-unused': ({ rules }) =>
    rules.length > 0 ? `这条注释要免去 ${rules.join('、')} 的提示，但这里并没有这样的提示` : '这条注释没有免去任何提示',
  'waiver-unused-note': () =>
    '原来的问题已经改好了，或者在别的地方：“ignore”只管紧跟在后面的那一块。请删去这条注释，或移到它该管的地方前面。',
  'waiver-unknown-rule': ({ rule, suggestion }) =>
    `这条注释里的“${rule}”不是规则名${suggestion ? `，也许是 ${suggestion}` : ''}`,
  'waiver-unknown-rule-note': () => '它不起作用。请照报告里的写法写规则名，多个之间用空格隔开。',
  'waiver-unknown-word': ({ word }) => `这条注释写的是“lint ${word}”，没有这种写法`,
  'waiver-unknown-word-note': () =>
    '要免去后面一块的提示，写“lint ignore”；要免去一段范围的提示，在前后分别写“lint disable”和“lint enable”。后面跟规则名。',
};
