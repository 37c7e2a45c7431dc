import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/package-root.js';
import { all, type Book, openBook, textOf } from './assemble/epub/book.js';
import { type ReadPdf, readPdf } from './assemble/pdf/read-pdf.js';
import { galley, type Run } from './support/galley.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-volume-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const slug = '校样-从投稿到成书';
/** Titles in the order of the contents. */
const titles = [
  '序：趁错误还便宜',
  '怎样投稿',
  '文本为什么会坏',
  'How a volume is set',
  'Same input, same bytes',
  '后记：这本书是怎样做的',
];

const read = (output: string, name: string) => new Uint8Array(readFileSync(path.join(output, name)));
const manifest = (output: string) =>
  JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as {
    inputs: { path: string }[];
    manuscripts: { id: string; pages: { first: number; last: number; firstLabel: string } }[];
  };
/** Text without the spaces that a PDF reader finds between Han and Latin and at the ends of lines. */
const dense = (text: string) => text.replace(/\s+/g, '');

describe('the sample volume', () => {
  const output = path.join(folder, 'sample');
  let run: Run;
  let pdf: ReadPdf;
  let book: Book;

  beforeAll(async () => {
    run = await galley(['build', '--output', output, '--offprints']);
    expect(run.stderr).toContain('Write the files');
    pdf = await readPdf(read(output, `${slug}.pdf`));
    book = openBook(read(output, `${slug}.epub`));
  });

  it('builds without a warning and says what it wrote', () => {
    expect(run.code).toBe(0);
    expect(run.stderr).not.toContain('warning');
    expect(run.stdout).toContain(`${slug}.pdf`);
    expect(run.stdout).toMatch(/6 manuscripts, \d+ pages/);
  });

  it('says one line a stage where nobody watches', () => {
    expect(run.stderr.trim().split('\n')).toHaveLength(5);
  });

  it('has its manuscripts in the order of the contents, in both formats', () => {
    const starts = titles.map((title) =>
      pdf.pages.findIndex((page, n) => n > 5 && dense(page).startsWith(dense(title))),
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts).not.toContain(-1);
    const headings = book.pages.flatMap(({ root }) => all(root, 'h1').map(textOf));
    expect(headings.filter((heading) => titles.includes(heading))).toEqual(titles);
  });

  it('says the same in both formats', () => {
    const sentence = '同一个错误，发现得越晚，代价越高。';
    expect(dense(pdf.text)).toContain(sentence);
    expect(book.pages.map(({ root }) => textOf(root)).join('')).toContain(sentence);
  });

  it('numbers the pages before the first contribution in roman, then from 1', () => {
    const labels = pdf.labels!;
    const first = labels.indexOf('1');
    expect(labels.slice(0, first)).toEqual(
      ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].slice(0, first),
    );
    expect(labels.slice(first)).toEqual(labels.slice(first).map((_, n) => String(n + 1)));
  });

  it('has an outline with every manuscript', () => {
    const flat = (items: typeof pdf.outline): string[] => items.flatMap(({ title, items }) => [title, ...flat(items)]);
    const outline = flat(pdf.outline).map(dense);
    for (const title of titles) expect(outline).toContain(dense(title));
  });

  it('names title, language and date in its metadata', () => {
    expect(pdf.info.Title).toContain('校样：从投稿到成书');
    expect(pdf.language).toBe('zh-CN');
    expect(String(pdf.info.CreationDate ?? pdf.info.ModDate)).toContain('20261123');
    const metadata = textOf(all(book.package, 'metadata')[0]!);
    expect(metadata).toContain('校样：从投稿到成书');
    expect(metadata).toContain('zh-CN');
    expect(metadata).toContain('urn:uuid:');
  });

  it('embeds every font it uses, with a bold face for Chinese', () => {
    const raw = Buffer.from(read(output, `${slug}.pdf`)).toString('latin1');
    const names = new Set(
      [...raw.matchAll(/\/FontName\s*\/([\w+#-]+)/g)].map((match) => match[1]!.replace(/^\w+\+/, '')),
    );
    expect([...names].some((name) => /NotoSerifSC.*Bold/i.test(name))).toBe(true);
    expect([...names].some((name) => /Libertinus/i.test(name))).toBe(true);
    const descriptors = raw.match(/\/Type\s*\/FontDescriptor/g)?.length;
    expect(raw.match(/\/FontFile[23]?\s/g)?.length).toBe(descriptors);
  });

  it('is tagged and links what can be followed', () => {
    const raw = Buffer.from(read(output, `${slug}.pdf`)).toString('latin1');
    expect(raw).toMatch(/\/MarkInfo/);
    expect(raw).toContain('pdfuaid');
    expect(pdf.links.some((url) => url.startsWith('https://doi.org/'))).toBe(true);
  });

  it('resolves citations, references and numbers', () => {
    // The manuscript on submitting shows how references are written; the one on setting only uses them.
    const { manuscripts } = manifest(output);
    const { first, last } = manuscripts.find(({ id }) => id === 'setting')!.pages;
    expect(pdf.pages.slice(first - 1, last).join('\n')).not.toMatch(/@fig|@tbl|@eq|@sec|\?\?/);
    expect(dense(pdf.text)).toContain('图1');
    expect(pdf.text).toMatch(/Figure[ \u00a0]1/);
  });

  it('is an EPUB of which EPUBCheck reports nothing', async () => {
    const { messages } = await EpubCheck.validate(read(output, `${slug}.epub`), { locale: 'en' });
    expect(messages).toEqual([]);
  });

  it('has offprints that carry the page numbers of the volume', async () => {
    const { manuscripts } = manifest(output);
    for (const [n, { id, pages }] of manuscripts.entries()) {
      const offprint = await readPdf(read(output, `offprints/0${n + 1}-${id}.pdf`));
      expect(offprint.labels?.[0]).toBe(pages.firstLabel);
      expect(offprint.pages).toHaveLength(pages.last - pages.first + 1);
      expect(dense(offprint.text)).toContain(dense(titles[n]!));
    }
  });

  it('lists its checksums and its inputs', () => {
    const sums = readFileSync(path.join(output, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(sums).toHaveLength(3 + titles.length);
    for (const line of sums) {
      const [digest, name] = line.split('  ') as [string, string];
      expect(createHash('sha256').update(read(output, name)).digest('hex')).toBe(digest);
    }
    const manifest = JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as {
      inputs: { path: string }[];
    };
    expect(manifest.inputs.map(({ path: file }) => file)).toContain('setting/setting.bib');
    expect(JSON.stringify(manifest)).not.toContain(packageRoot);
  });

  it('has the same bytes in another folder, time zone and language', async () => {
    const other = path.join(folder, 'again');
    const env = { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };
    await galley(['build', '--output', other, '--offprints', '--quiet'], { env });
    expect(readFileSync(path.join(other, 'SHA256SUMS'), 'utf8')).toBe(
      readFileSync(path.join(output, 'SHA256SUMS'), 'utf8'),
    );
  });

  it('takes its date from SOURCE_DATE_EPOCH where that is set', async () => {
    const other = path.join(folder, 'dated');
    const env = { SOURCE_DATE_EPOCH: '86400' };
    await galley(['build', '--output', other, '--format', 'epub', '--quiet'], { env });
    expect(readdirSync(other).sort()).toEqual(['SHA256SUMS', 'manifest.json', `${slug}.epub`].sort());
    const opf = openBook(read(other, `${slug}.epub`)).text('EPUB/package.opf');
    expect(opf).toContain('1970-01-02');
  });
});

const shared = path.join(packageRoot, '../shared');

describe.skipIf(!existsSync(shared))('real input, unchanged (skipped where ../shared is missing)', () => {
  it('five Chinese manuscripts of a seminar, defects and all', async () => {
    const output = path.join(folder, 'seminar');
    const run = await galley(['build', '--root', path.join(shared, 'source/manuscripts'), '--output', output]);
    expect(run.code, run.stderr).toBe(0);
    const pdf = await readPdf(read(output, '新战略-新担当.pdf'));
    const text = dense(pdf.text);
    const order = ['一市三省机关工委', '学用新思想', '推动机关党建', '学习贯彻', '落实新战略'].map((words) =>
      text.indexOf(dense(words), text.indexOf('目录') + 200),
    );
    expect(order).not.toContain(-1);
    const { messages } = await EpubCheck.validate(read(output, '新战略-新担当.epub'), { locale: 'en' });
    expect(messages).toEqual([]);
  });

  const papers = { mwarp1d: 'Manual one-dimensional data warping', bioLEC: 'Landscape Elevational Connectivity' };

  it.each(Object.entries(papers))('the JOSS paper %s, as a volume of one', async (name, words) => {
    const root = path.join(folder, name);
    cpSync(path.join(shared, 'corpus/joss', name), root, { recursive: true });
    writeFileSync(path.join(root, 'volume.yml'), 'title: One paper\n');
    const output = path.join(folder, `${name}-output`);
    const run = await galley(['build', '--root', root, '--output', output]);
    expect(run.code, run.stderr).toBe(0);
    const { text } = await readPdf(read(output, 'one-paper.pdf'));
    expect(text).toContain(words.split(' ')[0]);
    expect(text).toContain('Figure');
    expect(text).not.toMatch(/\[@|\\label|\\autoref|\{#/);
    expect(text.match(/^References$/gm)).toHaveLength(1);
    const { messages } = await EpubCheck.validate(read(output, 'one-paper.epub'), { locale: 'en' });
    expect(messages).toEqual([]);
  });

  it('both papers together with the Chinese manuscripts', async () => {
    const root = path.join(folder, 'together');
    cpSync(path.join(shared, 'corpus/joss'), root, { recursive: true });
    cpSync(path.join(shared, 'source/manuscripts'), root, { recursive: true });
    writeFileSync(path.join(root, 'volume.yml'), 'title: Together\nlang: zh-CN\ndate: 2020-01\n');
    const output = path.join(folder, 'together-output');
    const run = await galley(['build', '--root', root, '--output', output]);
    expect(run.code, run.stderr).toBe(0);
    expect(manifest(output).manuscripts.map(({ id }) => id)).toEqual([
      'anhui',
      'bioLEC',
      'jiangsu',
      'mwarp1d',
      'preface',
      'shanghai',
      'zhejiang',
    ]);
    const { messages } = await EpubCheck.validate(read(output, 'together.epub'), { locale: 'en' });
    expect(messages).toEqual([]);
  });
});
