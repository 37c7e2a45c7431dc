import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { imageAsset } from '../../../pipeline/assemble/images/asset.js';
import { openTypst } from '../../../pipeline/assemble/pdf/typst.js';
import { type Fault, InputError } from '../../../pipeline/faults.js';
import { figureOf, svg } from './figures.js';

const typst = openTypst();
afterAll(() => typst.close());

async function pdfOf(content: string): Promise<Uint8Array> {
  const source = `#set page(width: 300pt, height: 150pt, margin: 0pt)\n#set text(font: "Noto Serif SC", size: 40pt)\n${content}`;
  const { pdf } = await typst.compile({ sources: { '/page.typ': source }, main: '/page.typ', standard: '1.7' });
  return pdf;
}

/** Share of a drawing's pixels that are darker than grey. */
async function ink(drawing: Uint8Array): Promise<number> {
  const { data } = await sharp(drawing)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 128).length / data.length;
}

describe('a PDF figure', () => {
  test('becomes a drawing that needs no font', async () => {
    const asset = await imageAsset(
      figureOf('a.pdf', 'pdf', await pdfOf('中文 Figure #circle(fill: black, radius: 20pt)')),
      'paper',
      typst,
    );
    const text = new TextDecoder().decode(asset.bytes);
    expect(asset.name).toMatch(/^paper\/[0-9a-f]{12}\.svg$/);
    expect(text).toContain('viewBox="0 0 300 150"');
    expect(text).not.toMatch(/<text|<image|foreignObject/);
    expect(await ink(asset.bytes)).toBeGreaterThan(0.04);
  });

  test('of several pages shows the first, and says so', async () => {
    const warnings: Fault[] = [];
    const one = await pdfOf('1');
    const two = await pdfOf('1 #pagebreak() 2');
    const onWarning = (fault: Fault) => warnings.push(fault);
    await imageAsset(figureOf('one.pdf', 'pdf', one), 'paper', { ...typst, onWarning });
    expect(warnings).toEqual([]);
    await imageAsset(figureOf('two.pdf', 'pdf', two), 'paper', { ...typst, onWarning });
    expect(warnings.map(({ id }) => id)).toEqual(['pdf-figure-first-page']);
  });

  test('that cannot be read is an error that says what to do', async () => {
    const broken = (await pdfOf('1')).subarray(0, 200);
    const failure = await imageAsset(figureOf('a.pdf', 'pdf', broken), 'paper', typst).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).faults[0]).toMatchObject({ id: 'pdf-figure-not-convertible', place: { line: 7 } });
  });
});

test('Chinese in a drawing is set by the PDF with the packaged fonts', async () => {
  const drawing = await imageAsset(
    figureOf('a.svg', 'svg', svg('<text x="10" y="90" font-size="60" font-family="sans-serif">中文图示</text>')),
    'paper',
  );
  const source = '#set page(width: 300pt, height: 150pt, margin: 0pt)\n#image("/a.svg")';
  const job = { sources: { '/drawing.typ': source }, files: { '/a.svg': drawing.bytes }, main: '/drawing.typ' };
  const { pdf } = await typst.compile({ ...job, standard: '1.7' });
  const page = await (await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise).getPage(1);
  const { items } = await page.getTextContent();
  expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('中文图示');
});
