import type { Document } from '../../../pipeline/assemble/reader/document.js';
import type { Volume } from '../../../pipeline/volume/types.js';
import {
  author,
  bullets,
  code,
  display,
  document,
  equation,
  figure,
  heading,
  image,
  link,
  manuscript,
  math,
  note,
  ordered,
  para,
  plain,
  pngAsset,
  references,
  table,
  volume,
  words,
} from './volume.js';

/** A volume with everything that a page can hold: two languages, every kind of block, links between the manuscripts. */
export async function sampleVolume(): Promise<{ volume: Volume; documents: Document[] }> {
  const preface = document(
    manuscript('preface', {
      role: 'preface',
      title: '前言',
      lang: 'zh-CN',
      authors: [author('某某大学出版中心')],
    }),
    [
      para(
        '本书收录了关于排版与校对的文章。第一篇说明文字如何从来稿变成书页，第二篇讨论公式、图表与引文。读者可以从',
        link('#paper', '英文论文'),
        '读起，也可以从',
        link('#论文--方法', '中文论文的方法一节'),
        '读起。',
      ),
      para('编者在校样上逐条核对了文中的标点、断行与引文，并感谢各机构的支持。全书的电子版与印刷版出自同一份来稿。'),
    ],
  );

  const chinese = document(
    manuscript('论文', {
      title: '来稿如何成书',
      lang: 'zh-CN',
      section: '方法与实践',
      authors: [
        author('甲研究所', { affiliations: [0], corresponding: true, email: 'editor@example.org' }),
        author('乙实验室', { affiliations: [1], orcid: '0000-0002-1825-0097' }),
      ],
      affiliations: [{ name: '甲研究所，北京' }, { name: '乙实验室，上海' }],
      keywords: ['排版', '校对', 'EPUB'],
      date: '2026-05-12',
      license: 'CC-BY-4.0',
    }),
    [
      heading(1, '论文--引言', '一、引言'),
      para(
        '把文章编成一本书，既要照顾中文的规矩，也要照顾 English words 与数字 2026 的混排。标点不应出现在行首，',
        '“引号”与《书名号》也应各归其位',
        note(para('行首行尾的规定见 W3C 的《中文排版需求》。'), para('脚注可以有两段。')),
        '。',
        { t: 'Emph', c: words('着重的文字') },
        '用粗体表示，',
        { t: 'Strong', c: words('更重要的') },
        '也用粗体。',
      ),
      para('公式', math('a^2 + b^2 = c^2'), '可以排在行内，也可以单独成行，如', link('#论文--eq-energy', '式 1'), '：'),
      para(equation('论文--eq-energy', '1', 'E = mc^2')),
      heading(2, '论文--方法', '（一）方法'),
      para('先读入，再检查，最后排版。见', link('#论文--fig-flow', '图 1'), '与', link('#论文--tbl', '表 1'), '。'),
      figure('论文--fig-flow', '图 1', '从来稿到成书', image('论文/aaaaaaaaaaaa.png', '三个步骤连成的流程图')),
      table('论文--tbl', '表 1', '各步骤的用时', [
        ['步骤', '用时（秒）', '说明'],
        ['读入', '0.4', '每篇只读一次'],
        ['检查', '1.2', '规则逐条运行'],
        ['排版', '2.0', '一次编译全书'],
      ]),
      bullets(
        [plain('第一项，说明文字较长的时候会换行，换行以后应与第一行的文字对齐，而不是与项目符号对齐。')],
        [plain('第二项')],
      ),
      { t: 'BlockQuote', c: [para('引文自成一段，左右缩进，不加引号。引文也要首行缩进两个字符，与正文一致。')] },
      heading(3, '论文--细节', '1. 细节'),
      para('程序如下：'),
      code('python', 'def bind(manuscripts):\n    # 逐篇排版\n    return [page for m in manuscripts for page in m]'),
      ...references('论文', '参考文献', [
        ['w3c', '[1] W3C. 中文排版需求[EB/OL]. (2023-08-01)[2026-01-02]. https://www.w3.org/TR/clreq/.'],
        ['gb', '[2] 国家标准化管理委员会. 标点符号用法: GB/T 15834—2011[S]. 北京: 中国标准出版社, 2012.'],
      ]),
    ],
    {
      abstract: [para('本文说明一份来稿怎样经过读入、检查与排版，成为一本书中的一章。')],
      images: [await pngAsset('论文/aaaaaaaaaaaa.png')],
    },
  );

  const english = document(
    manuscript('paper', {
      title: 'How a volume is set',
      section: '方法与实践',
      lang: 'en',
      authors: [
        author('Institute A', { affiliations: [0] }),
        author('Laboratory B', { affiliations: [0, 1] }),
        author('Working Group C', { affiliations: [1], native: '丙工作组' }),
      ],
      affiliations: [{ name: 'Institute A, Beijing, China' }, { name: 'Laboratory B, Utrecht, The Netherlands' }],
      keywords: ['typesetting', 'proceedings'],
      doi: '10.1234/galley.2026.1',
      source: 'Text\n\nA formula $\\unknowncommand{x}$ here.\n',
    }),
    [
      heading(1, 'paper--introduction', 'Introduction'),
      para(
        'A volume is more than its pages',
        note(para('A first note with ', math('x'), ' in it.')),
        '. Long words such as internationalisation are hyphenated; quotations “like this one” keep their marks. ',
        { t: 'Emph', c: [...words('Emphasis with a note'), note(para('Second.'))] },
        ' and a third',
        note(para('Third, see ', link('https://example.org/a?b=1&c=2', 'the site'), '.')),
        '.',
      ),
      para(
        'A second paragraph is indented, and mentions ',
        { t: 'Code', c: [['', ['python'], []], 'x < 1 and y > 2'] },
        ' in passing.',
      ),
      heading(2, 'paper--numbers', 'Numbers'),
      para(
        display('\\begin{aligned} f(x) &= \\int_0^1 \\frac{t^2}{1+t}\\,dt \\\\ &= \\ln 2 - \\tfrac12 \\end{aligned}'),
      ),
      para(equation('paper--eq', '1', '\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}')),
      para(
        'A formula ',
        math('\\unknowncommand{x}'),
        ' that nobody knows, and a link to ',
        link('#论文--tbl', 'the Chinese table'),
        '.',
      ),
      figure(
        'paper--fig',
        'Figure 1',
        'A plain rectangle',
        image('paper/bbbbbbbbbbbb.png', 'A rectangle in one colour'),
      ),
      bullets([plain('☐ open')], [plain('☒ done')]),
      ordered(3, [para('Three')], [para('Four')]),
      { t: 'DefinitionList', c: [[words('Galley'), [[para('A proof before the pages are made up.')]]]] },
      { t: 'LineBlock', c: [words('Roses are red'), words('violets are blue')] },
      { t: 'HorizontalRule' },
      {
        t: 'Div',
        c: [['', [], [['lang', 'zh']]], [para('这一段是中文。')]],
      },
      ...references('paper', 'References', [
        [
          'a',
          'A Working Group (2024). A title that is long enough to run over the end of the line. https://example.org/a/very/long/path/that/does/not/break/easily',
        ],
      ]),
    ],
    {
      subtitle: words('From Markdown to a bound book'),
      abstract: [para('What happens between a manuscript and a page, with ', math('n'), ' examples.')],
      images: [await pngAsset('paper/bbbbbbbbbbbb.png', '#8a3b00')],
    },
  );

  const documents = [preface, chinese, english];
  return {
    documents,
    volume: volume(documents, {
      title: '成书之道',
      subtitle: '排版与校对文集',
      lang: 'zh-CN',
      date: '2026-06-01',
      event: { name: '第一届电子出版研讨会', date: '2026-05-12/2026-05-14', place: '北京' },
      editors: [author('某某大学出版中心'), author('丁工作室')],
      publisher: { name: '某某出版社', place: '北京' },
      isbn: '978-7-301-00000-4',
      doi: '10.1234/galley.2026',
      license: 'CC-BY-4.0',
      contents: [
        { kind: 'manuscript', id: 'preface' },
        { kind: 'section', title: '方法与实践', manuscripts: ['论文', 'paper'] },
      ],
    }),
  };
}
