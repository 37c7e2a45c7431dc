import type { Expected, Found } from '../../../lint-rules/front-matter/findings.js';
import type { volume as english } from '../en/volume.js';

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
const findings: Record<Found, string> = { text: '一段文字', list: '列表', map: '键值条目', nothing: '空的' };

const subjects = { figure: '图片', bibliography: '参考文献文件', terms: '术语文件', include: '包含的文件' };

const binaries = {
  PDF: 'PDF 文件',
  Word: 'Word 文档',
  ZIP: 'ZIP 压缩包',
  RTF: 'RTF 文档',
  image: '图片',
  binary: '二进制文件',
  LFS: 'Git LFS 的指针文件（请运行 git lfs pull）',
};

const or = (items: readonly string[]) => items.join('、').replace(/、([^、]*)$/, ' 或 $1');
const meant = (suggestion?: string) => (suggestion ? `是不是想写“${suggestion}”？` : '');

export const volume: typeof english = {
  'no-volume-folder': ({ root }) => `没有“${root}”这个文件夹。请用 --root 指明 volume.yml 所在的文件夹。`,
  'no-volume-file': ({ root }) =>
    `“${root}”里没有 volume.yml。请新建一个（至少写上 title），或用 --root 指明文集所在的文件夹。`,
  'volume-file-not-a-file': () => 'volume.yml 是链接或文件夹。请换成真正的文件；程序不跟随链接。',
  'volume-file-not-a-map': ({ found }) =>
    `volume.yml 的内容是${findings[found]}；应当由键和值组成，例如“title: 会议文集”。`,
  'volume-title-missing': () => '文集没有书名。请加上一行，例如“title: 会议文集”。',
  'volume-key-unknown': ({ key, known, suggestion }) =>
    `Galley 不认识“${key}”，已忽略。${meant(suggestion) || `这里可用的有：${known.join('、')}。`}`,
  'volume-date-unreadable': ({ value }) => `“${value}”不是能识别的日期。请写成 2026-11-23、2026-11 或 2026。`,
  'volume-doi-invalid': ({ value }) => `“${value}”不是 DOI。DOI 的形式如 10.5555/12345678。`,
  'isbn-invalid': ({ value }) =>
    `“${value}”不是有效的 ISBN：应为 13 位或 10 位，且末位校验码正确。请与书号中心发给的号码核对。`,
  'issn-invalid': ({ value }) =>
    `“${value}”不是有效的 ISSN：应为 8 位，且末位校验码正确。请与 ISSN 中心发给的号码核对。`,
  'slug-invalid': ({ value, suggestion }) =>
    `“${value}”不能用作输出文件名。请只用小写字母、汉字、数字和连字符，例如“${suggestion}”。`,
  'event-name-missing': () => '会议没有名称。请在 event 下面加上 name。',
  'publisher-name-missing': () => '出版者没有名称。请在 publisher 下面加上 name。',
  'page-size-unknown': ({ value, known }) => `没有“${value}”这种开本。请选用 ${or(known)}。`,
  'role-unknown': ({ role, known }) => `没有“${role}”这种稿件类型。请选用 ${or(known)}。`,
  'no-manuscripts': () =>
    '文集里没有稿件。请把 Markdown 文件放在 volume.yml 旁边：一个“paper.md”，或一个只含一个 Markdown 文件的文件夹“paper”。',
  'contents-without-file': ({ id, suggestion }) =>
    `目录里写了“${id}”，但没有 ${id}.md，也没有含 Markdown 文件的文件夹“${id}”。${meant(suggestion)}`,
  'contents-twice': ({ id, line }) => `目录里“${id}”出现了两次，第一次在第 ${line} 行。请去掉一处。`,
  'not-in-contents': ({ id }) => `volume.yml 的目录里还没有“${id}”，暂且排在最后。`,
  'duplicate-id': ({ id, one, other }) => `两篇稿件的代号都是“${id}”：${one} 和 ${other}。请给其中一篇改名。`,
  'colliding-ids': ({ one, other }) => `${one} 和 ${other} 只有大小写不同，有的系统分辨不出。请给其中一篇改名。`,
  'unsafe-id': ({ id, suggestion }) =>
    `“${id}”不能作稿件代号。文件或文件夹名请只用文字、数字、“-”、“_”和“.”，例如“${suggestion}”。`,
  'several-markdown-files': ({ folder, files }) =>
    `文件夹“${folder}”里有多个 Markdown 文件：${files.join('、')}。请只留一个，或把稿件命名为 paper.md。`,
  'manuscript-is-a-link': ({ path }) => `“${path}”是符号链接，程序不跟随链接。请放入文件本身。`,
  'not-a-regular-file': ({ path }) => `“${path}”不是普通文件。请换成文本文件。`,

  'file-unreadable': ({ path }) => `“${path}”打不开。请检查是否有读取权限。`,
  'file-too-large': ({ path, size, limit }) =>
    `“${path}”有 ${size}，最多只读 ${limit}。请拆分文件，或把不是文字的内容另存为文件。`,
  'text-is-binary': ({ path, kind }) =>
    `“${path}”不是文本，而是${binaries[kind]}。请把文字存成 UTF-8 编码的 Markdown。`,
  'text-encoding': ({ path, encoding }) => `“${path}”的编码是 ${encoding}。请另存为 UTF-8。`,
  'text-not-utf8': ({ path, byte, encoding }) =>
    `“${path}”不是 UTF-8：此处的字节 ${byte} 无法解读${encoding ? `，看起来是 ${encoding} 编码` : ''}。请另存为 UTF-8。`,
  'text-nul': ({ path }) => `“${path}”此处有空字符（NUL）。请删去。`,

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
  'header-not-a-map': ({ found }) => `文件头的内容是${findings[found]}；应当由键和值组成，例如“title: 论校样”。`,
  'unexpected-shape': ({ key, expected, found }) => `“${key}”是${findings[found]}；应为${expectations[expected]}。`,
  'unknown-key': ({ key, suggestion }) => `“${key}”没有用处，已忽略。${meant(suggestion)}`,
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

  'include-too-deep': ({ path, depth }) => `“${path}”经过 ${depth} 层以上的包含，或包含了自己。请直接包含它。`,
  'path-absolute': ({ path, subject }) =>
    `${subjects[subject]}“${path}”用了绝对路径。请把文件放进文集，用相对于本文件的路径来写。`,
  'path-outside': ({ path, subject }) => `${subjects[subject]}“${path}”在文集的文件夹之外。请放一份到文集里。`,
  'path-is-a-link': ({ path, subject }) =>
    `${subjects[subject]}“${path}”是符号链接，或经过符号链接，程序不跟随链接。请放入文件本身。`,
  'path-is-no-file': ({ path, subject }) => `${subjects[subject]}“${path}”是文件夹或特殊文件。请写普通文件的名字。`,
  'path-case': ({ path, found, subject }) =>
    `没有${subjects[subject]}“${path}”，但有“${found}”。大小写请与文件名一致。`,
  'path-missing': ({ path, subject }) => `没有${subjects[subject]}“${path}”。请补上文件，或改正文件名。`,

  'figure-remote': ({ url }) => `图片“${url}”在网上，程序不下载任何东西。请存一份到稿件旁边，再写它的文件名。`,
  'figure-scheme': ({ url, scheme }) => `图片“${url}”是“${scheme}:”地址。请把图片存到稿件旁边，再写它的文件名。`,
  'figure-unreadable': ({ path }) => `图片“${path}”打不开。请检查是否有读取权限。`,
  'figure-too-large': ({ path, size, limit }) => `图片“${path}”有 ${size}，最多只读 ${limit}。请存得小一些。`,
  'figure-empty': ({ path }) => `图片“${path}”是空文件。请重新保存。`,
  'figure-not-fetched': ({ path }) => `“${path}”只是 Git LFS 中图片的指针。请运行 git lfs pull。`,
  'figure-no-image': ({ path }) => `“${path}”不是图片。可用的格式有 PNG、JPEG、SVG、PDF、GIF、WebP 和 TIFF。`,
  'figure-format': ({ path, format }) => `“${path}”是 ${format} 格式，书里无法显示。请存成 SVG、PDF、PNG 或 JPEG。`,
  'figure-broken': ({ path, reason }) => `图片“${path}”已损坏或不完整（${reason}）。请重新保存。`,
  'figure-svg-not-utf8': ({ path }) => `矢量图“${path}”不是 UTF-8 编码。请存成 UTF-8 的 SVG。`,
  'figure-too-many-pixels': ({ path, width, height, megapixels }) =>
    `图片“${path}”有 ${width} × ${height} 像素，最多只读 ${megapixels * 100} 万像素。请缩小。`,

  'images-too-long': ({ limit }) => `含图片的段落合计超过 ${limit}，到这里为止。请拆分稿件，或让图片单独成段。`,
  'bibliography-remote': ({ url }) =>
    `参考文献文件“${url}”在网上，程序不下载任何东西。请存一份到稿件旁边，再写它的文件名。`,
  'bibliography-format': ({ path }) => `“${path}”不是能读取的参考文献文件。应为 .bib、.json 或 .yaml 文件。`,

  'brackets-too-deep': ({ limit }) =>
    `这里同时有超过 ${limit} 个“[”没有关闭。请补上“]”；若只是普通的方括号，请写成“\\[”。`,
  'brackets-too-many': ({ limit }) =>
    `这一段里互相嵌套（最深 ${limit} 层）的方括号太多。请分段；若只是普通的方括号，请写成“\\[”。`,
  'links-unclosed': ({ limit }) => `这一段有超过 ${limit} 个“](”缺少“)”，第一个在这里。请补上。`,
  'less-than-too-many': ({ limit }) => `这一段有超过 ${limit} 个不是标签的“<”，第一个在这里。请放进代码块，或分段。`,
  'ampersands-too-many': ({ limit }) => `这里连续出现超过 ${limit} 个“&”，中间没有空格。请把这段内容放进代码块。`,
  'backticks-unmatched': ({ limit }) => `这一段有超过 ${limit} 个不成对的反引号，第一个在这里。请补全或删去。`,
  'environments-unclosed': ({ limit }) => `有超过 ${limit} 个“\\begin{…}”没有对应的“\\end{…}”，第一个在这里。请补上。`,
  'comments-unclosed': ({ limit }) => `有超过 ${limit} 个“<!--”没有对应的“-->”，第一个在这里。请补上。`,
  'quotes-too-deep': ({ limit }) => `这里的引用嵌套超过 ${limit} 层。请减少层次。`,
  'lists-too-deep': ({ limit }) => `这里的列表嵌套超过 ${limit} 层。请减少层次。`,
};
