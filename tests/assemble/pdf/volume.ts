import type { Block, Inline } from '../../../pipeline/assemble/reader/ast.js';
import type { Document, ImageAsset } from '../../../pipeline/assemble/reader/document.js';
import type { Entry, Manuscript, Volume } from '../../../pipeline/volume/types.js';
import { attr, figure, header, image, label, link, math, note, para, plain, span, str, table, words } from './nodes.js';

type Given = Partial<Omit<Manuscript, 'title'>> & { id: string; title: Inline[]; blocks: Block[] };

/** A document as the reader gives it, with what `given` leaves out empty. */
export function documentOf(
  { title, blocks, ...given }: Given,
  images: ImageAsset[] = [],
  abstract: Block[] = [],
): Document {
  const manuscript: Manuscript = {
    path: `${given.id}.md`,
    folder: '/nowhere',
    role: 'contribution',
    title: '',
    authors: [],
    affiliations: [],
    keywords: [],
    lang: 'en',
    bibliography: [],
    body: 'x'.repeat(500),
    source: '',
    sha256: '',
    figures: [],
    ...given,
  };
  return { id: given.id, manuscript, title, subtitle: [], abstract, blocks, images, headings: [] };
}

export function volumeOf(documents: Document[], given: Partial<Volume> = {}): Volume {
  return {
    root: '/nowhere',
    slug: 'volume',
    title: 'Proofs',
    lang: 'en',
    editors: [],
    page: { size: 'a5' },
    contents: documents.map(({ id }): Entry => ({ kind: 'manuscript', id })),
    manuscripts: documents.map(({ manuscript }) => manuscript),
    sources: [],
    ...given,
  };
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>';
const institution = { affiliations: [0], corresponding: false };

/** A volume with one of everything: a preface, a section of two, Chinese and English. */
export function smallVolume(): { volume: Volume; documents: Document[] } {
  const preface = documentOf({
    id: 'preface',
    role: 'preface',
    lang: 'zh-CN',
    title: [str('序言')],
    blocks: [para('这一卷收录两篇文章。'), para('第二段从新行开始。')],
  });
  const rules = documentOf(
    {
      id: 'rules',
      lang: 'zh-CN',
      section: '论文',
      title: [str('标点的规则')],
      authors: [{ name: '文字研究所', ...institution }],
      affiliations: [{ name: '某大学' }],
      keywords: ['标点', '排版'],
      blocks: [
        header(1, 'rules--a', '引言'),
        para(str('“引号”与'), { t: 'Strong', c: [str('重点')] }, str('，中文混排'), note(para('注文一。'))),
        table(
          'rules--t',
          [label('表1'), { t: 'Space' }, str('一览')],
          [
            ['规则', '数'],
            ['断行', '3'],
          ],
        ),
        header(2, 'rules--b', '小节'),
        para(str('见'), link('#paper--f', '另一篇'), str('。')),
      ],
    },
    [],
    [para('摘要的文字。')],
  );
  const paper = documentOf(
    {
      id: 'paper',
      section: '论文',
      title: words('A paper on kerning'),
      authors: [
        {
          name: 'Institute of Type',
          orcid: '0000-0000-0000-0001',
          email: 'office@example.org',
          affiliations: [0],
          corresponding: true,
        },
        { name: 'Press of Letters', affiliations: [1], corresponding: false },
      ],
      affiliations: [{ name: 'Somewhere' }, { name: 'Elsewhere' }],
      doi: '10.1234/kerning',
      license: 'CC-BY-4.0',
      blocks: [
        header(1, 'paper--intro', 'Introduction'),
        para('The author’s “quoted” words, and ', math('x^2'), '.', note(para('A note.'))),
        para(span(attr('paper--e', ['equation'], [['number', '1']]), math('\\frac{a}{b}', true))),
        figure(
          'paper--f',
          [label('Figure 1'), { t: 'Space' }, str('A triangle')],
          plain(image('paper/0123456789ab.svg', 'A black triangle')),
        ),
        { t: 'CodeBlock', c: [attr('', ['python']), 'def f(x):\n    return x'] },
        para('See ', link('#paper--e', 'equation 1'), ' and ', link('https://example.org/a', 'a page'), '.'),
        header(1, 'paper--refs-heading', 'References'),
        {
          t: 'Div',
          c: [
            attr('paper--refs', ['references']),
            [{ t: 'Div', c: [attr('paper--ref-k', ['csl-entry']), [para('Institute of Type. 2020. A title.')]] }],
          ],
        },
      ],
    },
    [
      {
        name: 'paper/0123456789ab.svg',
        format: 'svg',
        bytes: new TextEncoder().encode(drawing),
        width: 40,
        height: 20,
      },
    ],
    [para('We kern.')],
  );
  const documents = [preface, rules, paper];
  const volume = volumeOf(documents, {
    title: '校样',
    subtitle: '会议论文集',
    lang: 'zh-CN',
    date: '2026-05-12',
    editors: [{ name: '编辑部', affiliations: [], corresponding: false }],
    isbn: '978-3-16-148410-0',
    contents: [
      { kind: 'manuscript', id: 'preface' },
      { kind: 'section', title: '论文', manuscripts: ['rules', 'paper'] },
    ],
  });
  return { volume, documents };
}
