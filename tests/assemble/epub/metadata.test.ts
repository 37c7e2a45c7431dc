import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, type Book, byId, textOf } from './book.js';
import { openSample, type Sample } from './rendered.js';

let sample: Sample;
let book: Book;

beforeAll(async () => {
  sample = await openSample();
  ({ book } = sample);
});
afterAll(() => sample.close());

const page = (name: string) => book.pages.find(({ path }) => path.endsWith(name))!.root;

describe('the contents', () => {
  const lines = () => {
    const [toc] = all(page('nav.xhtml'), 'nav');
    return all(toc!, 'li').map((item) => {
      const label = item.children.find((child) => child.type === 'element');
      return label?.type === 'element' ? textOf(label) : '';
    });
  };

  test('list sections, titles with authors, and two levels of headings', () => {
    expect(lines()).toEqual([
      '前言 某某大学出版中心',
      '方法与实践',
      '来稿如何成书 甲研究所、乙实验室',
      '一、引言',
      '（一）方法',
      '参考文献',
      'How a volume is set Institute A, Laboratory B and Working Group C',
      'Introduction',
      'Numbers',
      'References',
    ]);
  });

  test('say the language of a title that is not the volume’s', () => {
    const [english] = all(page('nav.xhtml'), 'a').filter(({ attributes }) => attributes.lang === 'en');
    expect(textOf(english!)).toContain('How a volume is set');
  });

  test('are the same in the NCX for older readers', () => {
    const ncx = book.xml('EPUB/toc.ncx');
    expect(all(ncx, 'navPoint')).toHaveLength(lines().length);
    expect(all(ncx, 'meta')[0]!.attributes.content).toBe(textOf(byId(book.package, 'id')!));
  });

  test('mark cover, title page, contents and the first contribution', () => {
    const landmarks = all(page('nav.xhtml'), 'nav')[1]!;
    const marked = all(landmarks, 'a').map(({ attributes }) => [attributes['epub:type'], attributes.href]);
    expect(marked.slice(0, 3)).toEqual([
      ['cover', 'cover.xhtml'],
      ['titlepage', 'title.xhtml'],
      ['toc', 'nav.xhtml'],
    ]);
    expect(marked[3]![0]).toBe('bodymatter');
    expect(marked[3]![1]).toMatch(/^text\/m-/);
  });
});

describe('the package document', () => {
  const values = (name: string) => all(book.package, name).map(textOf);
  const property = (name: string) =>
    all(book.package, 'meta')
      .filter(({ attributes }) => attributes.property === name)
      .map(textOf);

  test('says title, people with their roles, languages and publisher', () => {
    expect(values('dc:title')).toEqual(['成书之道', '排版与校对文集']);
    expect(property('title-type')).toEqual(['main', 'subtitle']);
    expect(values('dc:creator')).toEqual(['某某大学出版中心', '丁工作室']);
    expect(values('dc:contributor')).toContain('乙实验室');
    expect(property('role').slice(0, 2)).toEqual(['edt', 'edt']);
    expect(values('dc:language')).toEqual(['zh-CN', 'en']);
    expect(values('dc:publisher')).toEqual(['某某出版社']);
    expect(values('dc:rights')).toEqual(['CC-BY-4.0']);
  });

  test('is dated by the volume and the source date, never by the clock', () => {
    expect(values('dc:date')).toEqual(['2026-06-01']);
    expect(property('dcterms:modified')).toEqual(['2026-06-01T10:20:30Z']);
  });

  test('is identified by its content, ISBN and DOI', async () => {
    const [own, isbn, doi] = values('dc:identifier');
    expect(own).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([isbn, doi]).toEqual(['urn:isbn:9787301000004', 'https://doi.org/10.1234/galley.2026']);
    const other = await sample.renderAgain({ title: '另一本书' });
    expect(textOf(byId(other.book.package, 'id')!)).not.toBe(own);
  });

  test('says what a reader needs and finds', () => {
    expect(property('schema:accessMode')).toEqual(['textual', 'visual']);
    expect(property('schema:accessibilityFeature')).toContain('MathML');
    expect(property('schema:accessibilityHazard')).toEqual(['none']);
    expect(property('schema:accessibilitySummary')[0]).toContain('读屏软件');
    expect(property('schema:conformsTo')).toEqual([]);
  });
});
