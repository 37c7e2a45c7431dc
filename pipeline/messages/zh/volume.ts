import { foundNames as findings, frontMatter, meant } from '../../../lint-rules/messages/zh/front-matter.js';
import type { volume as english } from '../en/volume.js';

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

export const volume: typeof english = {
  ...frontMatter,
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
