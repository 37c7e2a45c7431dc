import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { volumeSources } from '../../../pipeline/assemble/pdf/sources.js';
import { openTypst, type Typst } from '../../../pipeline/assemble/pdf/typst.js';
import { InputError } from '../../../pipeline/faults.js';
import { words } from './nodes.js';
import { readPdf } from './read-pdf.js';
import { documentOf, volumeOf } from './volume.js';

let typst: Typst;
beforeAll(() => {
  typst = openTypst();
});
afterAll(() => typst.close());

const job = (source: string, files = {}) => ({ sources: { '/main.typ': source }, files, main: '/main.typ' });
const faultsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (thrown) => {
      expect(thrown).toBeInstanceOf(InputError);
      return (thrown as InputError).faults;
    },
  );

describe('the typesetter', () => {
  it('compiles sources and files from memory, and answers queries', async () => {
    const source = '#read("/a/b.txt") #metadata(7)<x>';
    const { pdf, pages, values } = await typst.compile({
      ...job(source, { '/a/b.txt': new TextEncoder().encode('from memory') }),
      query: '<x>',
    });
    expect((await readPdf(pdf)).text).toContain('from memory');
    expect([pages, values]).toEqual([1, [7]]);
  });

  it('keeps what it was given for later jobs', async () => {
    await typst.compile({
      ...job('#import "/kept.typ": x\n#x'),
      sources: { '/kept.typ': '#let x = 1', '/main.typ': '' },
    });
    expect((await typst.compile(job('#import "/kept.typ": x\n#x'))).pages).toBe(1);
  });

  it.each([
    ['#read("/etc/passwd")', 'file not found'],
    ['#read("../../../../etc/passwd")', ''],
    ['#image("/etc/hostname.png", alt: "")', 'file not found'],
    ['#include "/nothing.typ"', 'file not found'],
  ])('reads nothing from the disk: %s', async (source, message) => {
    const faults = await faultsOf(typst.compile(job(source)));
    expect(faults).toHaveLength(1);
    expect(faults[0]!.id).toBe('pdf-volume-not-set');
    expect(JSON.stringify(faults[0]!.args)).toContain(message);
  });

  it('names the manuscript whose source is at fault', async () => {
    const labels = { '/part.typ': 'a/paper.md' };
    const sources = { '/main.typ': '#set document(title: "x")\n#include "/part.typ"' };
    const compile = (part: string) =>
      faultsOf(
        typst.compile({ sources: { ...sources, '/part.typ': part }, main: '/main.typ', labels, standard: 'ua-1' }),
      );
    expect(await compile('#let x = 1\n\n#panic("no")')).toMatchObject([
      { id: 'pdf-not-set', place: { path: 'a/paper.md' } },
    ]);
    expect(await compile('== Second level first')).toMatchObject([
      { id: 'pdf-not-set', place: { path: 'a/paper.md' } },
    ]);
    expect(await compile('#image("/x.svg")')).toMatchObject([{ place: { path: 'a/paper.md' } }]);
    expect(await compile('= Fine')).toEqual([]);
  });

  it("does not see the machine's fonts", async () => {
    const { warnings } = await typst.compile(job('#set text(font: "Arial", fallback: false)\nx'));
    expect(warnings).toMatchObject([{ args: { message: expect.stringContaining('unknown font family') } }]);
  });

  it('turns the first page of a PDF into SVG, and says whether pages follow', async () => {
    const { pdf: one } = await typst.compile(job('#set page(width: 50pt, height: 30pt)\none'));
    const { pdf: two } = await typst.compile(job('#set page(width: 50pt, height: 30pt)\none #pagebreak() two'));
    const first = await typst.pdfToSvg(one);
    expect(first.morePages).toBe(false);
    expect(first.svg).toMatch(/^<svg[^>]* viewBox="0 0 50 30"/);
    expect((await typst.pdfToSvg(two)).morePages).toBe(true);
    await expect(typst.pdfToSvg(new TextEncoder().encode('no PDF'))).rejects.toThrow();
  });

  it('ends when it is told to, and leaves nothing behind', async () => {
    const folders = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('galley-typst-'));
    const before = folders();
    const controller = new AbortController();
    const other = openTypst({ signal: controller.signal });
    const mine = folders().filter((name) => !before.includes(name));
    const endless = other.compile(
      job('#let n = 0\n#while n < 9999 { n += 1; for i in range(9999) { let x = calc.fact(12) } }'),
    );
    setTimeout(() => controller.abort(new Error('told to')), 300);
    await expect(endless).rejects.toThrow('told to');
    await other.close();
    expect(mine.filter((name) => existsSync(`${os.tmpdir()}/${name}`)).length).toBeLessThanOrEqual(mine.length - 1);
  });
});

describe('the sources of a volume', () => {
  const parts = { title: 'A', plainTitle: 'A', shortTitle: 'A', subtitle: '', abstract: '' };
  const document = documentOf({ id: 'a', title: words('A'), blocks: [] });
  const sourcesWith = (body: string) => volumeSources(volumeOf([document]), [document], [{ ...parts, body }]);

  it.each(['#import "@preview/a:1.0.0": b', '#import("@local/a:1.0.0")', '#include "@preview/a:1.0.0"'])(
    'never import a package, which would be fetched: %s',
    (body) => {
      expect(() => sourcesWith(body)).toThrow('imports a package');
    },
  );

  it('may speak of one', () => {
    const { sources } = sourcesWith('\\#import "\\@preview/a:1.0.0" #raw("#import \\"@preview/a:1.0.0\\"")');
    expect(sources['/manuscripts/0001-text.typ']).toContain('preview');
  });
});
