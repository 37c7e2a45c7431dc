import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManuscript, readProject } from '../../lint-rules/front-matter/index.js';
import { packageRoot } from '../../pipeline/package-root.js';

const read = (header: string, body = 'Text.\n', project?: string) =>
  readManuscript(`---\n${header}\n---\n\n${body}`, project === undefined ? undefined : readProject(project).fields);
const found = (header: string, body?: string) =>
  read(header, body).findings.map(({ severity, id, args, line, column }) => [
    `${line}:${column} ${severity} ${id}`,
    args,
  ]);
/** Authors as “name (affiliation; affiliation)”. */
const people = (header: string, project?: string) => {
  const { authors, affiliations } = read(header, '', project).frontMatter;
  return authors.map(({ name, affiliations: own }) =>
    own.length > 0 ? `${name} (${own.map((index) => affiliations[index]!.name).join('; ')})` : name,
  );
};

describe('authors and affiliations', () => {
  it.each<[string, string, string[]]>([
    [
      'JOSS: a number',
      'authors:\n  - name: A\n    affiliation: 1\naffiliations:\n  - name: U\n    index: 1',
      ['A (U)'],
    ],
    [
      'JOSS: several numbers',
      'authors:\n  - {name: A, affiliation: "1, 2"}\n  - {name: B, affiliation: "1,3"}\n  - {name: C, affiliation: 2 and 3}\naffiliations:\n  - {name: U, index: 1}\n  - {name: V, index: 2}\n  - {name: W, index: 3}',
      ['A (U; V)', 'B (U; W)', 'C (V; W)'],
    ],
    [
      'JOSS: an item without index counts by place',
      'authors: [{name: A, affiliation: 2}, {name: B, affiliation: 1}]\naffiliations: [{name: U}, {name: V}]',
      ['A (V)', 'B (U)'],
    ],
    [
      'JOSS: a letter',
      'authors: [{name: A, affiliation: "a, b"}]\naffiliations: [{name: U, index: a}, {name: V, index: b}]',
      ['A (U; V)'],
    ],
    [
      'JOSS: name in parts',
      'authors:\n  - given-names: Ludwig\n    dropping-particle: van\n    surname: Beethoven\n  - given-names: Louis\n    non-dropping-particle: de\n    surname: Broglie\n    suffix: III',
      ['Ludwig van Beethoven', 'Louis de Broglie III'],
    ],
    [
      'JOSS: a note on the name',
      'authors:\n  - name: A B^[Corresponding author]\n  - name: C D^1^\n  - name: E F\\*',
      ['A B', 'C D', 'E F'],
    ],
    [
      'MyST: ids',
      'authors:\n  - name: A\n    affiliations: [u, v]\naffiliations:\n  - id: u\n    institution: U\n    department: Dept\n    city: C\n    country: D\n  - id: v\n    name: V',
      ['A (Dept, U, C, D; V)'],
    ],
    [
      'MyST: a map of affiliations',
      'authors: [{name: A, affiliation: u}]\naffiliations:\n  u: U of X\n  v: {name: V}',
      ['A (U of X)'],
    ],
    [
      'MyST: free text',
      'authors:\n  - name: A\n    affiliations:\n      - Senate House, S.P.Q.R.\n      - U\n  - name: B\n    affiliations: [U]',
      ['A (Senate House, S.P.Q.R.; U)', 'B (U)'],
    ],
    ['MyST: several in one line', 'authors: [{name: A, affiliations: U; V}]', ['A (U; V)']],
    [
      'MyST: in place',
      'authors:\n  - name: A\n    affiliations:\n      - institution: U\n        department: [D, E]\n        country: C',
      ['A (D, E, U, C)'],
    ],
    ['MyST: a name in parts', 'authors:\n  - name: {given: Ada, family: Example}', ['Ada Example']],
    ['MyST: plain names', 'authors: [A, B]', ['A', 'B']],
    [
      'Quarto: references',
      'author:\n  - name: A\n    affiliations: [{ref: u}]\naffiliations:\n  - {id: u, name: U}',
      ['A (U)'],
    ],
    ['pandoc: one name', 'author: A and B, C', ['A and B, C']],
    ['pandoc: a list', 'author:\n  - A\n  - B', ['A', 'B']],
    [
      'pandoc: maps',
      'author:\n  - name: A\n    affiliation: University of X\n    email: a@example.org',
      ['A (University of X)'],
    ],
    ['pandoc: one map', 'author: {name: A, affiliation: U}', ['A (U)']],
    [
      'pandoc: one-key maps',
      'author:\n  - A B: {institute: [u, v], email: a@example.org}\n  - C D:\n      institute: v\ninstitute:\n  - u: U\n  - v: {name: V, city: W}',
      ['A B (U; V, W)', 'C D (V, W)'],
    ],
    ['pandoc: names as keys', 'author:\n  A B: {affiliation: U}\n  C D: {affiliation: V}', ['A B (U)', 'C D (V)']],
    [
      'one affiliation for all',
      'author: [A, B]\naffiliation: University of X',
      ['A (University of X)', 'B (University of X)'],
    ],
    ['Chinese names in parts', 'authors: [{given: 编辑, family: 校样}]', ['校样编辑']],
    ['an institution', 'author: 校样编辑组', ['校样编辑组']],
    ['no author', 'lang: en', []],
  ])('%s', (_, header, expected) => {
    expect(people(`title: T\n${header}`)).toEqual(expected);
    expect(
      found(`title: T\n${header}`).filter(
        ([what]) => !String(what).includes('unused-') && !String(what).includes('authors-missing'),
      ),
    ).toEqual([]);
  });

  it('keep what else is said of a person', () => {
    const { frontMatter, findings } = read(
      `title: T
authors:
  - name: Ada Example
    native: 示例
    sort: Example
    orcid: https://orcid.org/0000-0002-1825-0097
    email: ada@example.org
    corresponding: yes
    equal-contrib: true
    affiliation: 1
  - given: Ben
    family: Example
    orcid: 0000-0002-1694-233x
affiliations:
  - {index: 1, name: U, ror: 00tjv0s33}`,
    );
    expect(findings).toEqual([]);
    expect(frontMatter.authors).toEqual([
      {
        name: 'Ada Example',
        native: '示例',
        sort: 'Example',
        affiliations: [0],
        orcid: '0000-0002-1825-0097',
        email: 'ada@example.org',
        corresponding: true,
      },
      {
        name: 'Ben Example',
        given: 'Ben',
        family: 'Example',
        affiliations: [],
        orcid: '0000-0002-1694-233X',
        corresponding: false,
      },
    ]);
    expect(frontMatter.affiliations).toEqual([{ name: 'U', ror: 'https://ror.org/00tjv0s33' }]);
  });

  it('mark the corresponding author by a note on the name', () => {
    expect(read('title: T\nauthor: A^[Corresponding author]').frontMatter.authors).toEqual([
      { name: 'A', affiliations: [], corresponding: true },
    ]);
  });
});

describe('the other fields', () => {
  it.each<[string, string, object]>([
    ['keywords in a line', 'keywords: a, b; c，d、e', { keywords: ['a', 'b', 'c', 'd', 'e'] }],
    ['keywords and tags', 'keywords: [a, "b, c"]\ntags:\n  - a\n  - d', { keywords: ['a', 'b, c', 'd'] }],
    ['an abstract', 'abstract: |\n  One.\n\n  Two.', { abstract: 'One.\n\nTwo.' }],
    ['an abstract as MyST has it', 'parts:\n  abstract: One.', { abstract: 'One.' }],
    ['an abstract of paragraphs', 'abstract: [One., Two.]', { abstract: 'One.\n\nTwo.' }],
    ['a short title', 'short-title: S', { shortTitle: 'S' }],
    ['a short title as MyST has it', 'short_title: S', { shortTitle: 'S' }],
    ['a subtitle', 'subtitle: S', { subtitle: 'S' }],
    ['a licence by name', 'license: CC-BY-4.0', { license: 'CC-BY-4.0' }],
    ['a licence in parts', 'license: {content: {id: CC-BY-4.0}, code: MIT}', { license: 'CC-BY-4.0' }],
    ['a licence as Quarto has it', 'license: [{text: CC BY, url: "https://example.org"}]', { license: 'CC BY' }],
    ['a language', 'language: en_GB', { lang: 'en-GB' }],
    ['a language by name', 'lang: english', { lang: 'en' }],
    ['a DOI', 'doi: https://doi.org/10.5555/a.b', { doi: '10.5555/a.b' }],
    [
      'bibliographies',
      'bibliography: [a.bib, b.bib]',
      {
        bibliography: [
          { path: 'a.bib', at: { line: 3, column: 16 } },
          { path: 'b.bib', at: { line: 3, column: 23 } },
        ],
      },
    ],
    ['no bibliography', 'bibliography: []', { bibliography: [] }],
    [
      'numbers and booleans as they are typed',
      'subtitle: 1.10\nshort-title: Yes',
      { subtitle: '1.10', shortTitle: 'Yes' },
    ],
    ['empty keys', 'subtitle:\nabstract: ~\nkeywords:\ndate: null', { keywords: [] }],
  ])('%s', (_, header, expected) => {
    const { frontMatter, findings } = read(`title: T\n${header}\nauthor: E`);
    expect(findings).toEqual([]);
    expect(frontMatter).toMatchObject(expected);
  });

  it('are silent about what only other tools read', () => {
    expect(
      found(
        `title: T
author: E
aas-doi: 10.3847/xxxxx <- update this with the DOI from AAS once you know it.
aas-journal: Astrophysical Journal
header-includes: |
  \\usepackage{x}
output:
  pdf_document: default
exports:
  - format: pdf
kernelspec: {name: python3}
numbersections: true
link-citations: true
csl: apa.csl
geometry: margin=2cm
journal: J
x-own: 1`,
      ),
    ).toEqual([]);
  });

  it('may be quoted over lines that are not indented, as JOSS lets them be', () => {
    const { frontMatter, findings } = read(
      "title: 'A title\nthat''s long: two lines'\nauthor: \"The\neditors\"\norchid: x",
    );
    expect(frontMatter).toMatchObject({ title: "A title that's long: two lines", authors: [{ name: 'The editors' }] });
    expect(findings).toMatchObject([{ id: 'unknown-key', line: 6, column: 1 }]);
  });

  it('take title, subtitle and type as EPUB has them', () => {
    const { frontMatter } = read('title:\n- type: main\n  text: T\n- type: subtitle\n  text: S\nauthor: E');
    expect(frontMatter).toMatchObject({ title: 'T', subtitle: 'S' });
  });
});

describe('what is wrong with a header', () => {
  it.each<[string, [string, object][]]>([
    ['title: [a]\nauthor: E', [['2:8 error unexpected-shape', { key: 'title', expected: 'title', found: 'list' }]]],
    [
      'title: T\nauthor: E\ndate: [a]',
      [['4:7 error unexpected-shape', { key: 'date', expected: 'text', found: 'list' }]],
    ],
    [
      'title: T\nauthor: E\nkeywords: {a: b}',
      [['4:11 error unexpected-shape', { key: 'keywords', expected: 'texts', found: 'map' }]],
    ],
    [
      'title: T\nauthors: [[A]]',
      [['3:11 error unexpected-shape', { key: 'authors[1]', expected: 'person', found: 'list' }]],
    ],
    ['title: T\nauthors:\n  - affiliation: 1', [['4:5 error author-without-name', {}]]],
    [
      'title: T\nauthors:\n  - name: A\n    corresponding: maybe',
      [['5:20 error unexpected-shape', { key: 'authors[1].corresponding', expected: 'flag', found: 'text' }]],
    ],
    [
      'title: T\nauthors:\n  - name: A\n    orcid: 0000-0002-1825-0098',
      [['5:12 error orcid-invalid', { value: '0000-0002-1825-0098', reason: 'check-digit' }]],
    ],
    [
      'title: T\nauthors:\n  - name: A\n    orcid: 1825-0098',
      [['5:12 error orcid-invalid', { value: '1825-0098', reason: 'shape' }]],
    ],
    [
      'title: T\nauthors:\n  - name: A\n    orcid: 0000-0000-0000-0000',
      [['5:12 warning orcid-placeholder', { value: '0000-0000-0000-0000' }]],
    ],
    [
      'title: T\nauthors:\n  - name: A\n    email: a at example.org',
      [['5:12 warning email-invalid', { value: 'a at example.org' }]],
    ],
    [
      'title: T\nauthors:\n  - name: A\n    affilation: U',
      [['5:5 warning unknown-key', { key: 'authors[1].affilation', suggestion: 'affiliation' }]],
    ],
    [
      'title: T\nauthors:\n  - {name: A, affiliation: "1,3"}\naffiliations: [{index: 1, name: U}, {index: 2, name: V}]',
      [
        ['4:28 error unknown-affiliation', { reference: '3', known: ['1', '2'] }],
        ['5:37 warning unused-affiliation', { name: 'V' }],
      ],
    ],
    ['title: T\nauthor: E\naffiliations: [{name: U, ror: x}]', [['4:31 warning ror-invalid', { value: 'x' }]]],
    ['title: T\nauthor: E\nautors: F', [['4:1 warning unknown-key', { key: 'autors', suggestion: 'authors' }]]],
    ['title: T\nauthor: E\nmy-own-thing: F', [['4:1 warning unknown-key', { key: 'my-own-thing' }]]],
    ['title: T\nauthor: E\ndate: some day', [['4:7 warning date-unreadable', { value: 'some day' }]]],
    ['title: T\nauthor: E\nlang: xx-yy-zz-qq', [['4:7 error language-invalid', { value: 'xx-yy-zz-qq' }]]],
    ['title: T\nauthor: E\ndoi: TBD', [['4:6 warning doi-invalid', { value: 'TBD' }]]],
    ['- title: T', [['2:1 error header-not-a-map', { found: 'list' }]]],
    ['title: T\nauthor: "E', [['4:1 error yaml-unclosed', { mark: '"' }]]],
    [
      'title: T\n  author: E',
      [
        ['2:8 error yaml-quote-needed', {}],
        ['2:8 error yaml-missing-colon', {}],
      ],
    ],
  ])('%j', (header, expected) => {
    expect(found(header)).toEqual(expected);
  });
});

describe('where a header stands', () => {
  const plain = (source: string) => {
    const { frontMatter, body, findings } = readManuscript(source);
    return {
      title: frontMatter.title,
      authors: frontMatter.authors.map(({ name }) => name),
      date: frontMatter.date,
      body,
      findings: findings.map(({ id }) => id),
    };
  };

  it.each<[string, string, object]>([
    ['closed with dots', '---\ntitle: T\nauthor: E\n...\nText.', { title: 'T', body: '\n\n\n\nText.', findings: [] }],
    ['after blank lines', '\n\n---\ntitle: T\nauthor: E\n---\nText.', { title: 'T', body: '\n\n\n\n\n\nText.' }],
    ['a rule is no header', '---\n\nText.\n\n---\n', { title: '', findings: ['header-missing'] }],
    [
      'a title block',
      '% A long\n  title\n% One; Two\n  Three\n% June 2019\n\nText.',
      {
        title: 'A long title',
        authors: ['One', 'Two', 'Three'],
        date: '2019-06',
        body: '\n\n\n\n\n\nText.',
        findings: [],
      },
    ],
    [
      'a title block without authors',
      '% T\n%\n% 2019\nText.',
      { title: 'T', authors: [], date: '2019', findings: ['authors-missing'] },
    ],
    [
      'nothing but a heading',
      '# My title {#top}\n\n## One\n',
      { title: 'My title', body: '\n\n## One\n', findings: ['authors-missing'] },
    ],
    [
      'a heading under a header',
      '---\nauthor: E\n---\n\nMy title\n========\n\nText.',
      { title: 'My title', body: '\n\n\n\n\n\n\nText.', findings: [] },
    ],
    [
      'a heading that repeats the title',
      '---\ntitle: My *Title*\nauthor: E\n---\n# My Title\n\n# One\n',
      { title: 'My *Title*', body: '\n\n\n\n\n\n# One\n' },
    ],
    ['a heading that is a section', '---\ntitle: T\nauthor: E\n---\n# One\n', { title: 'T', body: '\n\n\n\n# One\n' }],
    [
      'a comment in code is no heading',
      '# T\n\n```sh\n# not a heading\n```\n',
      { title: 'T', body: '\n\n```sh\n# not a heading\n```\n' },
    ],
    ['several headings', '# One\n\n# Two\n', { title: '', findings: ['header-missing'] }],
    ['no text', '', { title: '', findings: ['header-missing'] }],
  ])('%s', (_, source, expected) => {
    expect(plain(source)).toMatchObject(expected);
  });

  it('takes the abstract that MyST has among the text', () => {
    const { frontMatter, body } = read(
      'title: T\nauthor: E',
      '+++ {"part": "abstract"}\nShort\nand clear.\n+++\nText.\n',
    );
    expect(frontMatter.abstract).toBe('Short\nand clear.');
    expect(body).toBe('\n\n\n\n\n\n\n\n\nText.\n');
  });
});

describe('a MyST project', () => {
  const project = `version: 1
project:
  title: A project
  subtitle: Of several
  authors:
    - name: Ada Example
      id: ada
      affiliations: [u]
  affiliations:
    - {id: u, institution: U}
  keywords: [k]
  bibliography: [refs.bib]
  license: CC-BY-4.0
  date: 2024-07-10
  abbreviations: {MyST: Markedly Structured Text}
  error_rules: []
site:
  template: article-theme
`;

  it('gives what the header lacks', () => {
    const { frontMatter, bibliographyFromProject, findings } = read('title: T\nabstract: A.', 'Text.', project);
    expect(findings).toEqual([]);
    expect(frontMatter).toEqual({
      title: 'T',
      subtitle: 'Of several',
      authors: [{ name: 'Ada Example', affiliations: [0], corresponding: false }],
      affiliations: [{ name: 'U' }],
      abstract: 'A.',
      keywords: ['k'],
      date: '2024-07-10',
      bibliography: [{ path: 'refs.bib', at: { line: 12, column: 18 } }],
      license: 'CC-BY-4.0',
    });
    expect(bibliographyFromProject).toBe(true);
  });

  it('is no title for a text without a header', () => {
    expect(readManuscript('# Own title\n', readProject(project).fields).frontMatter.title).toBe('A project');
  });

  it('has people and affiliations that a header may refer to', () => {
    expect(people('title: T\nauthors: [ada, {name: B, affiliation: u}]', project)).toEqual([
      'Ada Example (U)',
      'B (U)',
    ]);
  });

  it('tells its own faults', () => {
    expect(readProject('project:\n  authors:\n    - {name: A, orcid: 1}\n').findings).toMatchObject([
      { id: 'orcid-invalid', line: 3, column: 24 },
    ]);
  });
});

const joss = path.join(packageRoot, '../shared/corpus/joss');
describe.skipIf(!existsSync(joss))('published JOSS papers (skipped where ../shared is missing)', () => {
  it.each([
    ['bioLEC', 2, ['School of Geosciences, The University of Sydney, Australia'], '2019-06-02'],
    ['mwarp1d', 3, expect.arrayContaining(['Kyoto University, Department of Human Health Sciences']), '2019-10-11'],
  ])('%s is read without a finding', (name, authors, affiliations, date) => {
    const { frontMatter, findings } = readManuscript(readFileSync(path.join(joss, name, 'paper.md'), 'utf8'));
    expect(findings).toEqual([]);
    expect(frontMatter.authors).toHaveLength(authors);
    expect(frontMatter.affiliations.map((affiliation) => affiliation.name)).toEqual(affiliations);
    expect(frontMatter.authors[0]!.orcid).toMatch(/^\d{4}-/);
    expect(frontMatter).toMatchObject({ date, keywords: expect.arrayContaining(['Python']) });
    expect(frontMatter.bibliography!.map((file) => file.path)).toEqual(['paper.bib']);
  });
});
