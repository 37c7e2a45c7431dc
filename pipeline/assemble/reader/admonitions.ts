interface Titles {
  [kind: string]: string;
}

const english: Titles = {
  attention: 'Attention',
  caution: 'Caution',
  danger: 'Danger',
  error: 'Error',
  hint: 'Hint',
  important: 'Important',
  note: 'Note',
  seealso: 'See also',
  tip: 'Tip',
  warning: 'Warning',
};

const simplified: Titles = {
  attention: '注意',
  caution: '小心',
  danger: '危险',
  error: '错误',
  hint: '提示',
  important: '重要',
  note: '说明',
  seealso: '参见',
  tip: '提示',
  warning: '警告',
};

const traditional: Titles = {
  ...simplified,
  danger: '危險',
  error: '錯誤',
  note: '說明',
  seealso: '參見',
};

/** What a box of `kind` (“note”, “warning”, …) is headed when its author gives no title, in `lang` (BCP 47); undefined for an unknown kind. */
export function admonitionTitle(kind: string, lang: string): string | undefined {
  const traditionalChinese = /^zh\b.*\b(hant|tw|hk|mo)\b/i.test(lang);
  const titles = !/^zh\b/i.test(lang) ? english : traditionalChinese ? traditional : simplified;
  return Object.hasOwn(titles, kind) ? titles[kind] : undefined;
}
