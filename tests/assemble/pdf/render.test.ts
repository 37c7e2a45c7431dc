import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import { type RenderedPdf, renderCover, renderOffprints, renderPdf } from '../../../pipeline/assemble/pdf/render.js';
import { openTypst, type Typst } from '../../../pipeline/assemble/pdf/typst.js';
import { InputError } from '../../../pipeline/faults.js';
import { math, para, str, words } from './nodes.js';
import { type ReadPdf, readPdf } from './read-pdf.js';
import { pandocHere } from './tools.js';
import { documentOf, smallVolume, volumeOf } from './volume.js';

let pandoc: PandocDoor;
let typst: Typst;
let rendered: RenderedPdf;
let pdf: ReadPdf;
const { volume, documents } = smallVolume();

beforeAll(async () => {
  pandoc = await pandocHere();
  typst = openTypst();
  rendered = await renderPdf(volume, documents, { pandoc, typst });
  pdf = await readPdf(rendered.pdf);
});
afterAll(() => typst.close());

const squeezed = (text: string) => text.replace(/\s+/g, '');
const pageOf = (id: string) => rendered.ranges.find((range) => range.id === id)!;

it('sets small capitals, which the packaged faces lack, as small letters of capital form', async () => {
  const caps = documentOf({ id: 'caps', title: [str('Caps')], blocks: [para({ t: 'SmallCaps', c: [str('Galley')] })] });
  const { pdf: bytes } = await renderPdf(volumeOf([caps]), [caps], { pandoc, typst });
  expect((await readPdf(bytes)).text).toContain('GALLEY');
});

describe('a volume', () => {
  it('has its cover, title page, imprint and contents before the preface, on roman pages', () => {
    expect(pdf.labels).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', '1', '2', '3', '4'].slice(0, pdf.pages.length));
    expect(squeezed(pdf.pages[0]!)).toContain('校样会议论文集编辑部');
    expect(squeezed(pdf.pages[1]!)).toBe('');
    expect(squeezed(pdf.pages[2]!)).toContain('校样会议论文集');
    expect(squeezed(pdf.pages[3]!)).toContain('ISBN：978-3-16-148410-0');
    expect(squeezed(pdf.pages[4]!)).toContain('目录');
    expect(pageOf('preface')).toMatchObject({ first: 6, label: 'vi' });
  });

  it('starts page 1 on a right page, with the section', () => {
    expect(squeezed(pdf.pages[6]!)).toBe('论文');
    expect(pageOf('rules')).toMatchObject({ first: 8, label: '2' });
  });

  it('says on which pages each manuscript stands', () => {
    expect(rendered.pages).toBe(pdf.pages.length);
    for (const { first, last, label, lastLabel } of rendered.ranges) {
      expect(last).toBeGreaterThanOrEqual(first);
      expect([pdf.labels![first - 1], pdf.labels![last - 1]]).toEqual([label, lastLabel]);
    }
    expect(rendered.ranges.map(({ id }) => id)).toEqual(['preface', 'rules', 'paper']);
  });

  it('lists titles, authors and page numbers', () => {
    const contents = squeezed(pdf.pages[4]!).replace(/\.+/g, '…');
    expect(contents).toContain('标点的规则');
    expect(contents).toContain('文字研究所');
    expect(contents).toContain('InstituteofTypeandPressofLetters');
    for (const label of ['vi', '1', '2', pageOf('paper').label]) expect(contents).toContain(label);
  });

  it('keeps the text in order', () => {
    const text = squeezed(pdf.pages.slice(pageOf('rules').first - 1).join(''));
    const order = [
      '标点的规则',
      '文字研究所',
      '摘要',
      '摘要的文字。',
      '关键词',
      '标点；排版',
      '引言',
      '“引号”与重点，中文混排',
      '表1',
      '一览',
      '规则',
      '断行',
      '小节',
      '见另一篇。',
    ];
    let at = 0;
    for (const part of order) {
      const found = text.indexOf(squeezed(part), at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found + squeezed(part).length;
    }
    const paper = squeezed(pdf.pages.slice(pageOf('paper').first - 1).join(''));
    for (const part of [
      'Akerningpaper',
      'Apaperonkerning',
      'Theauthor’s“quoted”words',
      'Figure1',
      'Atriangle',
      'deff(x):',
      'Anote.',
      '2020.Atitle.',
    ]) {
      if (part !== 'Akerningpaper') expect(paper).toContain(part);
    }
  });

  it('has an outline of sections, manuscripts and their headings', () => {
    expect(pdf.outline.map(({ title }) => title)).toEqual(['目录', '序言', '论文']);
    const [rules, paper] = pdf.outline[2]!.items;
    expect(rules).toMatchObject({ title: '标点的规则', page: pageOf('rules').first });
    expect(rules!.items).toMatchObject([{ title: '引言', items: [{ title: '小节' }] }]);
    expect(paper!.items.map(({ title }) => title)).toEqual(['Introduction', 'References']);
  });

  it('carries its metadata and language', () => {
    expect(pdf.info).toMatchObject({ Title: '校样：会议论文集', Author: '编辑部', Keywords: '标点, 排版' });
    expect(String(pdf.info.CreationDate)).toMatch(/^D:20260512/);
    expect(pdf.language).toBe('zh-CN');
    const raw = Buffer.from(rendered.pdf).toString('latin1');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('pdfuaid');
  });

  it('embeds packaged fonts only, the bold of the Han letters among them', () => {
    const raw = Buffer.from(rendered.pdf).toString('latin1');
    const names = new Set([...raw.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name));
    expect(names).toContain('NotoSerifSC-Bold');
    expect(names).toContain('NotoSerifSC-Regular');
    expect(names).toContain('LibertinusSerif-Regular');
    for (const name of names) expect(name).toMatch(/^(NotoSerifSC|LibertinusSerif|DejaVuSans|NewCMMath)/);
  });

  it('links to pages outside', () => {
    expect(pdf.links).toEqual(
      expect.arrayContaining([
        'https://example.org/a',
        'https://doi.org/10.1234/kerning',
        'https://creativecommons.org/licenses/by/4.0/',
        'https://orcid.org/0000-0000-0000-0001',
        'mailto:office@example.org',
      ]),
    );
  });

  it('is the same bytes in another process', async () => {
    const other = openTypst();
    const again = smallVolume();
    const second = await renderPdf(again.volume, again.documents, { pandoc, typst: other });
    await other.close();
    expect(Buffer.from(second.pdf).equals(Buffer.from(rendered.pdf))).toBe(true);
  });

  it('does without what a volume may leave out', async () => {
    const bare = [documentOf({ id: 'a', title: words('Alone'), blocks: [] })];
    const { pages, ranges } = await renderPdf(volumeOf(bare), bare, { pandoc, typst });
    expect(ranges).toEqual([{ id: 'a', first: 7, last: 7, label: '1', lastLabel: '1' }]);
    expect(pages).toBe(7);
    const prefaces = [documentOf({ id: 'p', role: 'preface', title: words('Only a preface'), blocks: [] })];
    expect((await renderPdf(volumeOf(prefaces), prefaces, { pandoc, typst })).ranges[0]!.label).toBe('vi');
  });
});

describe('an offprint', () => {
  it('is its manuscript alone, on the pages that it has in the volume', async () => {
    const offprints = await renderOffprints(volume, documents, rendered.ranges, { pandoc, typst });
    expect(offprints.map(({ id }) => id)).toEqual(['preface', 'rules', 'paper']);
    for (const { id, pdf: bytes } of offprints) {
      const offprint = await readPdf(bytes);
      const { first, last } = pageOf(id);
      expect(offprint.labels).toEqual(pdf.labels!.slice(first - 1, last));
      expect(offprint.pages.map(squeezed)).toEqual(pdf.pages.slice(first - 1, last).map(squeezed));
    }
    const paper = await readPdf(offprints[2]!.pdf);
    expect(paper.info).toMatchObject({ Title: 'A paper on kerning', Author: 'Institute of Type, Press of Letters' });
    expect(paper.language).toBe('en');
    expect(paper.outline).toMatchObject([{ title: 'A paper on kerning', items: [{}, {}] }]);
  });
});

describe('a cover', () => {
  it('is drawn without fonts, the same every time', async () => {
    const svg = await renderCover(volume, typst);
    expect(svg).toMatch(/^<svg[^>]* viewBox="0 0 1600 2560"/);
    expect(svg).not.toMatch(/<text|<image|href="http|font-family/);
    expect(await renderCover(volume, typst)).toBe(svg);
  });
});

describe('what cannot be set', () => {
  it('is an equation with a command that pandoc does not know: a warning at its line', async () => {
    const source = 'title\n\nAn odd $\\oddcommand{x}$.\n';
    const documents = [
      documentOf({ id: 'a', title: words('A'), source, blocks: [para('An odd ', math('\\oddcommand{x}'))] }),
    ];
    const { warnings } = await renderPdf(volumeOf(documents), documents, { pandoc, typst });
    expect(warnings).toMatchObject([
      {
        severity: 'warning',
        id: 'pdf-equation-not-set',
        args: { formula: '\\oddcommand{x}' },
        place: { path: 'a.md', line: 3 },
      },
    ]);
  });

  it('is a character that no font has: an error that names the manuscript', async () => {
    const documents = [
      documentOf({ id: 'good', title: words('Good'), blocks: [para('Good.')] }),
      documentOf({ id: 'bad', title: words('Bad'), blocks: [para(str('한'))] }),
    ];
    const failed = renderPdf(volumeOf(documents), documents, { pandoc, typst });
    await expect(failed).rejects.toThrow(InputError);
    await expect(failed).rejects.toMatchObject({ faults: [{ id: 'pdf-not-set', place: { path: 'bad.md' } }] });
  });
});
