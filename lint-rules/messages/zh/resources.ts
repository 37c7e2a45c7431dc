import type * as en from '../en/resources.js';
import { asFindings } from '../said.js';
import { frontMatter } from './front-matter.js';

const left = '可能寄稿时漏掉了，也可能名称写错了；大小写也要一致。';

export const resources: typeof en.resources = {
  'no-missing-resource': {
    image: ({ url }) => ({
      message: `找不到图片“${url}”`,
      note: `${left}请把文件放进稿件的文件夹，或改正名称。`,
    }),
    network: ({ url }) => ({
      message: `图片“${url}”在网络上`,
      note: '书里取不到它，过几年它也可能不在了。请把文件存进稿件的文件夹，再写它的文件名。',
    }),
    words: ({ url }) => ({
      message: `图片“${url}”没有供看不见图的读者听读的文字`,
      note: '请在方括号里写明图的内容：它会印作图题，也会朗读出来。只是装饰的图，请在后面写 {alt=""}。',
    }),
    bibliography: ({ path }) => ({
      message: `找不到参考文献文件“${path}”`,
      note: `${left}请把文件放进稿件的文件夹，或改正名称。`,
    }),
    note: ({ name }) => ({
      message: `脚注“${name}”没有内容`,
      note: `请另起一行写上“[^${name}]: ……”，或删去这个标记。如果本来就要印方括号，请写成 \\[。`,
    }),
    citation: ({ name, suggestion }) => ({
      message: `参考文献里没有“${name}”${suggestion ? `，也许应是“${suggestion}”` : ''}`,
      note: '印出来这里会是问号。请改正引用名，或把这一条补进参考文献。',
    }),
    label: ({ name, suggestion }) => ({
      message: `稿件里没有名为“${name}”的图表或章节${suggestion ? `，也许应是“${suggestion}”` : ''}`,
      note: '它所指的图、表或章节用了别的标签，或者丢了。请改正名称，或补上标签。',
    }),
    place: ({ name }) => ({
      message: `链接指向“${name}”，但没有这样的标题或标签`,
      note: '标题可能改了名，或者丢了。请改正 # 后面的内容。',
    }),
    file: ({ url }) => ({
      message: `链接指向的文件“${url}”找不到`,
      note: `${left}请把文件放进稿件的文件夹，或改正名称；如果它在网上，请写完整的网址。`,
    }),
  },
  'manuscript-front-matter': asFindings(frontMatter, '请在文件头（两行“---”之间）改正。'),
};
