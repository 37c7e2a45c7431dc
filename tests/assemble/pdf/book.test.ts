import { describe, expect, it } from 'vitest';
import { bookData, dateParts, manuscriptData } from '../../../pipeline/assemble/pdf/book.js';
import { pageGeometry } from '../../../pipeline/assemble/pdf/page.js';
import { plainTitle, runningTitle, shorten } from '../../../pipeline/assemble/pdf/running-title.js';
import { stringify } from '../../../pipeline/assemble/reader/walk.js';
import type { Author } from '../../../pipeline/volume/types.js';
import { link, note, para, str, words } from './nodes.js';
import { documentOf, smallVolume, volumeOf } from './volume.js';

const author = (name: string, given: Partial<Author> = {}): Author => ({
  name,
  affiliations: [],
  corresponding: false,
  ...given,
});

describe('the parts of a volume', () => {
  const document = (id: string, role: 'preface' | 'contribution' | 'afterword') =>
    documentOf({ id, role, title: words(id), blocks: [] });

  it('stand on roman pages while they are prefaces', () => {
    const documents = [document('a', 'preface'), document('b', 'contribution'), document('c', 'preface')];
    const { front, body } = bookData(volumeOf(documents));
    expect(front.map(({ id }) => id)).toEqual(['a']);
    expect(body.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('are one level deeper in a section', () => {
    const { front, body } = bookData(smallVolume().volume);
    expect(front).toEqual([{ kind: 'manuscript', id: 'preface', level: 1 }]);
    expect(body.map((part) => (part.kind === 'section' ? part.title : [part.id, part.level]))).toEqual([
      '论文',
      ['rules', 2],
      ['paper', 2],
    ]);
  });
});

describe("a manuscript's authors", () => {
  const data = (authors: Author[], affiliations: string[]) =>
    manuscriptData(
      documentOf({
        id: 'a',
        title: words('A'),
        authors,
        affiliations: affiliations.map((name) => ({ name })),
        blocks: [],
      }),
    );

  it('are marked where affiliations differ', () => {
    const { authors, affiliations } = data(
      [author('A', { affiliations: [1, 0] }), author('B', { affiliations: [1] })],
      ['X', 'Y'],
    );
    expect(authors.map(({ marks }) => marks)).toEqual(['2,1', '2']);
    expect(affiliations).toEqual([
      { name: 'X', mark: '1' },
      { name: 'Y', mark: '2' },
    ]);
  });

  it('are not marked where one affiliation is that of all', () => {
    const { authors, affiliations } = data(
      [author('A', { affiliations: [0] }), author('B', { affiliations: [0] })],
      ['X'],
    );
    expect(authors.map(({ marks }) => marks)).toEqual(['', '']);
    expect(affiliations).toEqual([{ name: 'X', mark: '' }]);
  });

  it('have their address printed when they are to be written to', () => {
    const { authors, correspondence } = data(
      [
        author('A', { email: 'a@example.org', corresponding: true, native: '甲' }),
        author('B', { email: 'b@example.org' }),
      ],
      [],
    );
    expect(correspondence).toEqual(['a@example.org']);
    expect(authors[0]).toMatchObject({ name: 'A (甲)', marks: '*' });
  });
});

describe('the imprint', () => {
  it('says what the volume says, and links what has an address', () => {
    const { imprint } = bookData(
      volumeOf([], {
        editors: [author('Office A'), author('Office B')],
        publisher: { name: 'Press', place: 'Shanghai' },
        date: '2026-05',
        isbn: '978-3-16-148410-0',
        doi: '10.1234/x',
        license: 'CC-BY-SA-4.0',
      }),
    );
    expect(imprint).toEqual([
      { label: 'Edited by', text: 'Office A and Office B', url: null },
      { label: 'Publisher', text: 'Shanghai: Press', url: null },
      { label: 'Published', text: 'May 2026', url: null },
      { label: 'ISBN', text: '978-3-16-148410-0', url: null },
      { label: 'DOI', text: '10.1234/x', url: 'https://doi.org/10.1234/x' },
      { label: 'Licence', text: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
    ]);
  });

  it('is empty when nothing is known', () => {
    expect(bookData(volumeOf([])).imprint).toEqual([]);
  });
});

describe('the picture on the cover', () => {
  it('has a paragraph for each manuscript, as long as its text, and one marked line', () => {
    const long = documentOf({ id: 'a', title: words('A'), body: 'x'.repeat(9000), blocks: [] });
    const short = documentOf({ id: 'b', title: words('B'), body: 'x'.repeat(100), blocks: [] });
    const { cover } = bookData(volumeOf([long, short]));
    expect(cover.filter(({ start }) => start > 0)).toHaveLength(2);
    expect(cover.filter(({ marked }) => marked)).toHaveLength(1);
    expect(cover.findLastIndex(({ start }) => start > 0)).toBeGreaterThan(cover.length / 2);
  });

  it('does not grow with the number of manuscripts', () => {
    const many = Array.from({ length: 300 }, (_, at) => documentOf({ id: `m${at}`, title: words('A'), blocks: [] }));
    expect(bookData(volumeOf(many)).cover.length).toBeLessThan(40);
  });
});

describe('pages', () => {
  it.each(['a4', 'a5', 'b5', 'us-letter'] as const)('of %s hold whole Han characters in a line', (size) => {
    const { width, inside, outside, textWidth, fontSize, textHeight } = pageGeometry(size);
    expect(inside + outside + textWidth).toBeCloseTo(width, 1);
    expect((textWidth / fontSize) % 1).toBe(0);
    expect(inside).toBeGreaterThan(outside);
    expect(textHeight).toBeGreaterThan(textWidth);
  });
});

describe('running titles', () => {
  it.each([
    ['short', 20, 'short'],
    ['A title that goes on', 6, 'A title…'],
    ['中文标题很长很长', 5, '中文标题…'],
    ['Averylongwordwithoutanyspace', 6, 'Averylongw…'],
  ])('%s in %d ems', (text, ems, expected) => {
    expect(shorten(text, ems)).toBe(expected);
  });

  it('drop footnotes and links, and keep emphasis while they fit', () => {
    const title = [
      { t: 'Emph' as const, c: words('Title') },
      note(para('x')),
      { t: 'LineBreak' as const },
      link('#a', 'linked'),
    ];
    expect(stringify(plainTitle(title))).toBe('Title linked');
    expect(runningTitle(title, 20)[0]).toEqual({ t: 'Emph', c: [str('Title')] });
    expect(runningTitle(title, 4)).toEqual([str('Title…')]);
  });
});

describe('a date', () => {
  it.each([
    ['2026-05-12', [2026, 5, 12]],
    ['2026-05', [2026, 5, 1]],
    ['2026', [2026, 1, 1]],
    [undefined, null],
  ])('%s as parts', (iso, parts) => {
    expect(dateParts(iso)).toEqual(parts);
  });
});
