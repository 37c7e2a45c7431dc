import type * as en from '../en/findings.js';

export const findings: typeof en.findings = {
  'severity-error': () => '错误',
  'severity-warning': () => '警告',
  'severity-advice': () => '建议',
  'finding-other-place': ({ place }) => `另一处：${place}`,
  'finding-replace-by': ({ text, safe }) => (safe ? `galley fix 会改成：${text}` : `也许应是：${text}`),
  'finding-delete': ({ safe }) => (safe ? 'galley fix 会删去它' : '也许应删去'),
  'findings-none': ({ files }) => `检查了 ${files} 篇稿件，没有发现问题。`,
  'findings-count': ({ errors, warnings, advice, files }) =>
    `${files} 篇稿件，共有${[
      ...(errors > 0 ? [` ${errors} 个错误`] : []),
      ...(warnings > 0 ? [` ${warnings} 个警告`] : []),
      ...(advice > 0 ? [` ${advice} 条建议`] : []),
    ].join('、')}。`,
  'findings-fixable': ({ safe, suggested }) =>
    [
      ...(safe > 0 ? [`其中 ${safe} 处可用“galley fix”直接改正。`] : []),
      ...(suggested > 0 ? [`另有 ${suggested} 处可用“galley fix --suggestions”逐条确认修改。`] : []),
    ].join(''),
  'findings-waived': ({ rules }) =>
    `文中注释豁免的问题：${rules.map(([rule, count]) => `${rule} ${count} 处`).join('，')}。`,
  'queries-heading': () => '给编辑的疑问（不影响检查是否通过）',
  'annotations-rest': ({ count }) => `GitHub 每类只显示十条标注，其余 ${count} 条如下：`,
  'findings-not-shown': ({ count }) => `另有 ${count} 处因篇幅所限未在此列出。`,
  'report-heading': () => '检查结果',
  'report-rule': () => '规则',
  'report-severity': () => '级别',
  'report-count': () => '数量',
  'report-line': ({ line, column }) => `第 ${line} 行第 ${column} 列`,
  'fix-description': () => '改正能够确定的错误，并显示改了什么',
  'option-suggestions': () => '逐条确认其余的修改建议',
  'option-fix-dry-run': () => '只显示会改什么，不写入文件',
  'fix-changed': ({ files, fixes }) => `已在 ${files} 篇稿件中改正 ${fixes} 处。`,
  'fix-would-change': ({ files, fixes }) => `将在 ${files} 篇稿件中改正 ${fixes} 处；现在没有写入任何文件。`,
  'fix-nothing': () => '没有可以直接改正的地方。',
  'fix-left': ({ suggested, others }) =>
    [
      ...(suggested > 0 ? [`还有 ${suggested} 条修改建议待确认：galley fix --suggestions。`] : []),
      ...(others > 0 ? [`还有 ${others} 个问题只能由人来改：galley lint。`] : []),
    ].join(''),
  'fix-refused': ({ count }) => `有 ${count} 处修改与别的修改重叠，这次没有动；请再运行一次。`,
  'fix-accept': () => '采纳',
  'fix-skip': () => '保持原样',
  'fix-stop': () => '到此为止，保留已采纳的修改',
  'fix-question': ({ index, count }) => `第 ${index} 条建议（共 ${count} 条）：采纳吗？`,
  'fix-needs-terminal': () => '“--suggestions”要逐条询问，只能在终端里使用。要查看建议，请用“galley lint”。',
  'fix-file-changed': ({ path }) => `“${path}”刚才被别的程序改动过，因此没有写入。请重新运行命令。`,
};
