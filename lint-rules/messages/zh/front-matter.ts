import type { Expected, Found } from '../../front-matter/findings.js';
import type * as en from '../en/front-matter.js';

/** What a value of a header should be, in words. */
const expectations: Record<Expected, string> = {
  text: '一段文字',
  texts: '一段文字，或由文字组成的列表',
  people: '一个姓名，或由姓名、带 name 的条目组成的列表',
  person: '一个姓名，或带 name 的条目',
  name: '一段文字，或含 given 和 family 的条目',
  affiliations: '单位列表，或以代号为键的单位表',
  affiliation: '一段文字，或带 name 的条目',
  references: '单位名称、编号或代号，或由它们组成的列表',
  flag: 'true 或 false',
  number: '整数',
  map: '由键和值组成的条目',
  list: '列表',
  title: '一段文字',
  license: '许可证的名称',
  contents: '由稿件和栏目组成的列表',
  'contents-entry': '稿件代号，或“manuscript: 代号”，或“section: 栏目名”加“manuscripts: [代号]”',
  publisher: '出版者名称，或含 name 和 place 的条目',
  editors: '一个姓名，或姓名列表',
};

/** What it is instead. */
export const foundNames: Record<Found, string> = { text: '一段文字', list: '列表', map: '键值条目', nothing: '空的' };

/** A guess at a word that was perhaps meant. */
export const meant = (suggestion?: string) => (suggestion ? `也许应写“${suggestion}”。` : '');

/** What is wrong with a header. Each says what is wrong and what to do; programs that read a volume say the same. */
export const frontMatter: typeof en.frontMatter = {
  'yaml-syntax': ({ detail }) => `YAML 有语法错误：${detail}。`,
  'yaml-duplicate-key': ({ key }) => `“${key}”在这里第二次出现。请只留一处。`,
  'yaml-tab': () => 'YAML 不能用制表符缩进。请改用空格。',
  'yaml-quote-needed': () => '这个值里有“: ”，看上去像是另一个键。请给整个值加上引号。',
  'yaml-reserved-character': ({ character }) => `值不能以“${character}”开头。请给整个值加上引号。`,
  'yaml-unclosed': ({ mark }) => `此处之前缺少收尾的 ${mark}。`,
  'yaml-missing-colon': () => '键后面没有冒号。请写成“键: 值”，冒号后空一格。',
  'yaml-indentation': () => '缩进与上面各行对不齐。同一层的键必须从同一列开始。',
  'yaml-unknown-alias': ({ alias }) => `*${alias} 要重复的内容没有用 &${alias} 标记过。如果这是普通文字，请加上引号。`,
  'yaml-too-many-aliases': () => '这里的别名（*名称）互相引用太多次。请把它们代表的内容直接写出来。',
  'yaml-too-deep': ({ levels }) => `此处 YAML 嵌套超过 ${levels} 层。请减少层次。`,
  'header-missing': () =>
    '文件既没有文件头，也没有标题。请以“---”、“title: …”、“---”三行开头，或以唯一的“# 标题”开头。',
  'header-unterminated': () => '从这里开始的文件头没有结束。请用一行“---”收尾。',
  'header-too-large': ({ kilobytes }) => `文件头超过 ${kilobytes} KB。请把属于正文的内容移到下面。`,
  'header-not-a-map': ({ found }) => `文件头的内容是${foundNames[found]}；应当由键和值组成，例如“title: 论校样”。`,
  'unexpected-shape': ({ key, expected, found }) => `“${key}”是${foundNames[found]}；应为${expectations[expected]}。`,
  'unknown-key': ({ key, suggestion }) => `文件头里用不到“${key}”这一项，已略去。${meant(suggestion)}`,
  'title-missing': () => '稿件没有标题。请在文件头写上“title: …”，或以唯一的“# 标题”开始正文。',
  'authors-missing': () => '稿件没有写作者。请在文件头加上 authors。',
  'author-without-name': () => '这位作者没有姓名。请加上 name，或者 given 和 family。',
  'unknown-affiliation': ({ reference, known }) =>
    `没有编号或代号为“${reference}”的单位。${known.length > 0 ? `affiliations 里有：${known.join('、')}。` : '请在 affiliations 里写明。'}`,
  'unused-affiliation': ({ name }) => `没有作者属于“${name}”，这个单位不会印出。`,
  'affiliation-without-name': () => '这个单位没有名称。请加上 name。',
  'orcid-invalid': ({ value, reason }) =>
    reason === 'shape'
      ? `“${value}”不是 ORCID。应为 16 位数字，例如 0000-0002-1825-0097。`
      : `“${value}”不是有效的 ORCID：末位校验码不符，可能有一位打错了。`,
  'orcid-placeholder': ({ value }) => `“${value}”只是 ORCID 的占位，已略去。请写上作者本人的号码，或删去这一行。`,
  'ror-invalid': ({ value }) => `“${value}”不是 ROR 标识，已略去。形式如 https://ror.org/00tjv0s33。`,
  'email-invalid': ({ value }) => `“${value}”不是电子邮件地址，已略去。`,
  'date-unreadable': ({ value }) => `“${value}”不是能识别的日期，已略去。请写成 2026-11-23、2026-11 或 2026。`,
  'language-invalid': ({ value }) => `“${value}”不是语言代码。请写成 zh-CN、en 或 en-GB 之类。`,
  'doi-invalid': ({ value }) => `“${value}”不是 DOI，已略去。DOI 的形式如 10.5555/12345678。`,
};
