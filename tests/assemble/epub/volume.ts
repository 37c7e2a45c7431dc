import sharp from 'sharp';
import type { Block, Inline, ListAttributes } from '../../../pipeline/assemble/reader/ast.js';
import type { Document, ImageAsset } from '../../../pipeline/assemble/reader/document.js';
import { stringify } from '../../../pipeline/assemble/reader/walk.js';
import type { Author, Manuscript, Volume } from '../../../pipeline/volume/types.js';

/** Words of a line and the spaces before, between and after them. */
export function words(line: string): Inline[] {
  return line
    .split(/( )/)
    .filter(Boolean)
    .map((piece): Inline => (piece === ' ' ? { t: 'Space' } : { t: 'Str', c: piece }));
}

export const para = (...inlines: (Inline | string)[]): Block => ({ t: 'Para', c: inlines.flatMap(inline) });
export const plain = (...inlines: (Inline | string)[]): Block => ({ t: 'Plain', c: inlines.flatMap(inline) });
const inline = (part: Inline | string): Inline[] => (typeof part === 'string' ? words(part) : [part]);

export const heading = (level: number, id: string, text: string): Block => ({
  t: 'Header',
  c: [level, [id, [], []], words(text)],
});
export const note = (...blocks: Block[]): Inline => ({ t: 'Note', c: blocks });
export const link = (url: string, ...inlines: (Inline | string)[]): Inline => ({
  t: 'Link',
  c: [['', [], []], inlines.flatMap(inline), [url, '']],
});
export const math = (tex: string): Inline => ({ t: 'Math', c: [{ t: 'InlineMath' }, tex] });
export const display = (tex: string): Inline => ({ t: 'Math', c: [{ t: 'DisplayMath' }, tex] });
export const equation = (id: string, number: string, tex: string): Inline => ({
  t: 'Span',
  c: [[id, ['equation'], [['number', number]]], [display(tex)]],
});
export const image = (name: string, alt: string, width = '60%'): Inline => ({
  t: 'Image',
  c: [
    [
      '',
      [],
      [
        ['width', width],
        ['alt', alt],
      ],
    ],
    words(alt),
    [name, ''],
  ],
});
export const figure = (id: string, label: string, caption: string, content: Inline): Block => ({
  t: 'Figure',
  c: [[id, [], []], [null, [plain(labelled(label), { t: 'Space' }, caption)]], [plain(content)]],
});
const labelled = (label: string): Inline => ({ t: 'Span', c: [['', ['caption-label'], []], words(label)] });

export function table(id: string, label: string, caption: string, rows: string[][]): Block {
  const [head = [], ...body] = rows;
  const row = (cells: string[]): [['', [], []], Cell[]] => [['', [], []], cells.map(cell)];
  type Cell = [['', [], []], { t: 'AlignDefault' }, number, number, Block[]];
  const cell = (text: string): Cell => [['', [], []], { t: 'AlignDefault' }, 1, 1, text ? [plain(text)] : []];
  return {
    t: 'Table',
    c: [
      [id, [], []],
      [null, [plain(labelled(label), { t: 'Space' }, caption)]],
      head.map(() => [{ t: 'AlignDefault' }, { t: 'ColWidthDefault' }]),
      [['', [], []], [row(head)]],
      [[['', [], []], 0, [], body.map(row)]],
      [['', [], []], []],
    ],
  };
}

export const bullets = (...items: Block[][]): Block => ({ t: 'BulletList', c: items });
export const ordered = (start: number, ...items: Block[][]): Block => ({
  t: 'OrderedList',
  c: [[start, { t: 'Decimal' }, { t: 'Period' }] as ListAttributes, items],
});
export const code = (language: string, text: string, id = ''): Block => ({
  t: 'CodeBlock',
  c: [[id, [language], []], text],
});

export function references(manuscript: string, title: string, entries: [key: string, text: string][]): Block[] {
  return [
    heading(1, `${manuscript}--references`, title),
    {
      t: 'Div',
      c: [
        [`${manuscript}--refs`, ['references'], []],
        entries.map(
          ([key, text]): Block => ({ t: 'Div', c: [[`${manuscript}--ref-${key}`, ['csl-entry'], []], [para(text)]] }),
        ),
      ],
    },
  ];
}

export const author = (name: string, more: Partial<Author> = {}): Author => ({
  name,
  affiliations: [],
  corresponding: false,
  ...more,
});

export function manuscript(id: string, more: Partial<Manuscript> = {}): Manuscript {
  return {
    id,
    path: `${id}.md`,
    folder: '/nowhere',
    role: 'contribution',
    title: id,
    authors: [],
    affiliations: [],
    keywords: [],
    lang: 'en',
    bibliography: [],
    body: '',
    source: '',
    sha256: '',
    figures: [],
    ...more,
  };
}

export function document(about: Manuscript, blocks: Block[], more: Partial<Document> = {}): Document {
  const headings = blocks.flatMap((block) =>
    block.t === 'Header' ? [{ level: block.c[0], id: block.c[1][0], text: stringify(block.c[2]) }] : [],
  );
  const title = words(about.title);
  return { id: about.id, manuscript: about, title, subtitle: [], abstract: [], blocks, images: [], headings, ...more };
}

export function volume(documents: Document[], more: Partial<Volume> = {}): Volume {
  return {
    root: '/nowhere',
    slug: 'volume',
    title: 'Proceedings',
    lang: 'en',
    editors: [],
    page: { size: 'a5' },
    contents: documents.map(({ id }) => ({ kind: 'manuscript', id })),
    manuscripts: documents.map((one) => one.manuscript),
    sources: [],
    ...more,
  };
}

export async function pngAsset(name: string, colour = '#2a6f97'): Promise<ImageAsset> {
  const bytes = await sharp({ create: { width: 320, height: 180, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return { name, format: 'png', bytes: new Uint8Array(bytes), width: 320, height: 180 };
}

export async function coverPng(): Promise<Uint8Array> {
  const cover = sharp({ create: { width: 1600, height: 2560, channels: 3, background: '#123a5a' } });
  return new Uint8Array(await cover.png().toBuffer());
}
