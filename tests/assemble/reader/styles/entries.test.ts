import { describe, expect, it } from 'vitest';
import { type CslEntry, prepareEntries } from '../../../../pipeline/assemble/reader/styles/entries.js';

const prepare = (entry: Partial<CslEntry>, style: 'author-date' | 'numeric' = 'author-date') =>
  prepareEntries([{ id: 'x', type: 'book', ...entry }], style)[0]!;

describe('prepareEntries', () => {
  it.each([
    ['https://doi.org/10.1000/x', '10.1000/x'],
    ['http://dx.doi.org/10.1000/x', '10.1000/x'],
    ['doi: 10.1000/x', '10.1000/x'],
    [' 10.1000/x ', '10.1000/x'],
  ])('bares the DOI in “%s”', (DOI, expected) => {
    expect(prepare({ DOI }).DOI).toBe(expected);
  });

  it('takes an address in place of a publisher for a URL, without overwriting one', () => {
    expect(prepare({ publisher: 'https://example.org/a' })).toMatchObject({ URL: 'https://example.org/a' });
    const both = prepare({ publisher: 'https://example.org/a', URL: 'https://example.org/b' });
    expect(both).toMatchObject({ URL: 'https://example.org/b' });
    expect(both).not.toHaveProperty('publisher');
    expect(prepare({ note: 'See https://example.org/a' })).toMatchObject({ note: 'See https://example.org/a' });
  });

  it.each([
    [{ URL: 'https://arxiv.org/abs/1706.03762' }, 'article'],
    [{ URL: 'https://example.org/' }, 'webpage'],
    [{ publisher: 'https://example.org/' }, 'webpage'],
    [{}, 'document'],
  ])('gives an entry without a type one: %o', (entry, type) => {
    expect(prepare({ type: '', ...entry }).type).toBe(type);
  });

  it('keeps a particle with the family name', () => {
    const author = [{ family: 'Berg', given: 'Jan', 'dropping-particle': 'van der' }];
    expect(prepare({ author }).author).toEqual([{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }]);
    expect(prepare({ author }, 'numeric').author).toEqual([
      { family: 'BERG', given: 'Jan', 'non-dropping-particle': 'VAN DER' },
    ]);
  });

  it('marks entries in Latin script, by title and names, for numbers only', () => {
    const author = [{ family: 'Knuth', given: 'Donald' }];
    expect(prepare({ title: 'A book', author }, 'numeric')).toHaveProperty('dimensions');
    expect(prepare({ title: '一本书', author }, 'numeric')).not.toHaveProperty('dimensions');
    expect(prepare({ title: 'Un livre', author: [{ literal: '编辑组' }] }, 'numeric')).not.toHaveProperty('dimensions');
    expect(prepare({ title: 'A book', author, dimensions: '20 cm' })).not.toHaveProperty('dimensions');
  });

  it('leaves the names of institutions and of people without a given name as they are', () => {
    const author = [{ literal: 'Web Consortium' }, { family: '鲁迅' }, { family: 'Unicode Consortium' }];
    expect(prepare({ author }, 'numeric').author).toEqual(author);
  });

  it('does not change the entries that it was given', () => {
    const entry: CslEntry = { id: 'x', DOI: 'https://doi.org/10.1/x', author: [{ family: 'A', given: 'B' }] };
    const before = structuredClone(entry);
    prepareEntries([entry], 'numeric');
    expect(entry).toEqual(before);
  });
});
