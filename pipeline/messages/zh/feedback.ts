import type * as en from '../en/feedback.js';

const parts: Record<Parameters<(typeof en.feedback)['feedback-unwritten']>[0]['part'], string> = {
  'old-comments': '对旧评论的改动',
  review: '行上的评论',
  summary: '总结的评论',
  status: '提交的状态',
};

export const feedback: typeof en.feedback = {
  'feedback-description': () => '把“galley lint”的结果写到拉取请求上（供工作流使用）',
  'option-feedback-report': () => '“galley lint --report-file”写出的报告',
  'feedback-heading-findings': ({ count }) => `谢谢投稿！稿子读过了，有 ${count} 处请您看一看`,
  'feedback-heading-advice': () => '谢谢投稿！稿子读过了，没有要改的地方',
  'feedback-heading-clean': () => '谢谢投稿！稿子读过了，一切都好',
  'feedback-heading-failed': () => '谢谢投稿！不过这次还没能读到稿子',
  'feedback-counts': ({ errors, warnings }) =>
    [
      ...(errors > 0 ? [`${errors} 处错误，付印之前必须改好`] : []),
      ...(warnings > 0 ? [`${warnings} 处警告，改不改由您判断`] : []),
    ].join('；'),
  'feedback-where': ({ rest }) =>
    rest === 0 ? '每一处都在相应的行上写了评论：' : '有些列在下面，其余都在相应的行上写了评论：',
  'feedback-files-link': () => 'Files changed（更改的文件）',
  'feedback-below': () => '每一处都列在下面。',
  'feedback-accept': ({ suggestions }) =>
    `评论里给了改法的，先和原稿对一对，再点“Commit suggestion”（提交建议），一下就改好。${suggestions > 1 ? '几处一起改，就逐条点“Add suggestion to batch”（加入批次），最后一起提交。' : ''}`,
  'feedback-edit': () =>
    '想自己改的，就在 GitHub 网页上改：点铅笔图标，或三个点里的“Edit file”（编辑文件），改完点“Commit changes”（提交更改）。',
  'feedback-waive': () =>
    '原文本来就没有错的，回复一句，编辑会来看；也可以在那一段前面单独加一行（后面空一行），规则名用那一处的，以后就不再提：',
  'feedback-again': () => '每次提交后会自动重新检查，改好的地方就不再出现。',
  'feedback-clean': () => '您不必再做什么，接下来由编辑处理。',
  'feedback-proof': () => '您的稿子排好以后的样子（PDF 和 EPUB）：',
  'feedback-proof-link': () => '下载校样',
  'feedback-proof-note': () => '（需要登录 GitHub，保留一周）。',
  'feedback-no-proof': () => '这次没有校样：全书没能排出来。',
  'feedback-log-link': () => '原因见运行记录。',
  'feedback-rule': () => '问题',
  'feedback-severity': () => '级别',
  'feedback-count': () => '处数',
  'feedback-rest': ({ count }) => `另有 ${count} 处没有写在行上（GitHub 只让评论改动过的行，一次超过 25 条也看不过来）`,
  'feedback-unchanged': ({ count }) => `您没有动过的段落里还有 ${count} 处（不要求您来改）`,
  'feedback-advice': ({ count }) => `供编辑参考：${count} 处疑问（只是建议，不影响通过）`,
  'feedback-cut': ({ count }) => `这里写不下了，其余 ${count} 处见检查的摘要。`,
  'feedback-truncated': () => '问题太多，一份报告装不下；先改好这些，其余的就会显示出来。',
  'feedback-summary-link': () => '全部结果见检查的摘要',
  'feedback-failed': () => '检查中途停了下来，所以稿子里有没有别的问题，现在还不知道。',
  'feedback-failed-places': () => '停在下面这里，改好以后提交，检查就会自动重来：',
  'feedback-not-run': () => '检查的程序没有运行完，多半不是稿子的问题，您暂时不必做什么。请编辑看看原因，再运行一次。',
  'feedback-looked-at': () => '检查的是',
  'feedback-other-place': () => '另一处：',
  'feedback-suggestion': ({ count, of, empty }) =>
    empty && count === of
      ? '可以删去：'
      : of === 1
        ? '可以改成这样：'
        : count === of
          ? '都改好以后是这样：'
          : `其中 ${count} 处改好以后是这样：`,
  'feedback-more-here': ({ count }) => `这一段里还有 ${count} 处，见检查的摘要。`,
  'feedback-mended': () => '这一处已经改好了，谢谢！',
  'feedback-moved': () => '这里的文字已经改动，剩下的问题写在新的评论里。',
  'status-clean': () => '一切都好',
  'status-clean-proof': () => '一切都好，校样见链接',
  'status-findings': ({ errors, warnings }) =>
    [...(errors > 0 ? [`${errors} 处错误`] : []), ...(warnings > 0 ? [`${warnings} 处警告`] : [])].join('，'),
  'feedback-own-checks': () => '这个拉取请求改动了检查它的工作流，检查结果不能算数，请编辑先看这些改动。',
  'feedback-too-many-files': () => '这个拉取请求改动的文件太多，GitHub 列不全，检查结果不能算数，请编辑先看这些改动。',
  'feedback-heading-doubt': () => '谢谢！这里要请编辑来看一看',
  'status-too-many-files': () => '改动的文件太多，看不全，须由编辑过目',
  'status-own-checks': () => '改动了检查它的工作流，须由编辑过目',
  'status-failed': () => '没能检查，原因见运行记录',
  'feedback-no-event': ({ variable }) =>
    `${variable} 给出的不是工作流结束的事件。“galley feedback”要在由“workflow_run”启动的工作流里运行。`,
  'feedback-no-token': () => '没有设置 GITHUB_TOKEN。请在这一步的“env:”下把“github.token”写为 GITHUB_TOKEN。',
  'feedback-bad-address': ({ value }) => `GITHUB_API_URL 是“${value}”，不是网址。GitHub 的是 https://api.github.com。`,
  'feedback-root-outside': ({ root }) => `“${root}”不在当前文件夹之内。请在仓库的最上层运行“galley feedback”。`,
  'feedback-token-refused': () => 'GitHub 不认识这个令牌（401）。可能已经过期，或属于另一个服务器。',
  'feedback-unreachable': ({ detail }) => `没能问到 GitHub：${detail}`,
  'feedback-unwritten': ({ part, detail }) => `GitHub 没有接受${parts[part]}：${detail}。下次运行会再写。`,
  'nothing-other-event': () => '这次运行不是由拉取请求启动的，没有什么要说的。',
  'nothing-other-workflow': () => '这是另一个工作流的运行，没有什么要说的。',
  'nothing-no-result': () => '这次运行被取消了或没有结果，没有什么要说的。',
  'nothing-head-gone': () => '拉取请求来自的仓库已经不在，没有什么要说的。',
  'nothing-no-pull': () => '检查过的那个提交上没有打开的拉取请求：它已经关闭、合并，或又有了新的提交。什么也没有写。',
  'nothing-several-pulls': () => '检查过的那个提交上有好几个拉取请求。什么也没有写。',
  'untrusted-artifacts': () => '这次运行的报告不止一份，都不可信，什么也没有写。',
  'untrusted-size': ({ bytes }) => `报告超过 ${bytes} 字节，不可信，什么也没有写。`,
  'untrusted-zip': () => '报告是压缩包而不是文本，不可信，什么也没有写。',
  'untrusted-encoding': () => '报告不是 UTF-8 编码，不可信，什么也没有写。',
  'untrusted-json': () => '报告不是 JSON，不可信，什么也没有写。',
  'untrusted-depth': () => '报告嵌套过深，不可信，什么也没有写。',
  'untrusted-shape': ({ place }) => `报告的结构不对（${place}），不可信，什么也没有写。`,
  'untrusted-head': () => '报告说的不是这次运行的提交，不可信，什么也没有写。',
  'feedback-done': ({ posted, changed, removed }) =>
    posted + changed + removed === 0
      ? '要说的都已经说过了。'
      : `新写 ${posted} 条评论，改写 ${changed} 条，删去 ${removed} 条。`,
};
