import { describe, expect, it } from 'vitest';
import { readVolume } from '../../pipeline/volume/read.js';
import { faultsOf, folderOf, paper, volumeOf } from './folder.js';

const sound = { 'a.md': paper('Text.') };
const withFile = (yaml: string, files = {}) => folderOf({ 'volume.yml': yaml, ...sound, ...files });

describe('a volume file', () => {
  it('gives all that it says, normalised', async () => {
    const root = withFile(
      `title: 校样：从投稿到成书
subtitle: Galley Proofs
lang: zh_cn
date: 23 November 2026
event:
  name: Seminar
  date: 2026-11
  place: Shanghai
editors:
  - The editors
  - given: Press
    family: Committee
publisher: {name: A press, place: Leiden}
isbn: 978-3-16-148410-0
issn: "03785955"
doi: https://doi.org/10.5555/12345678
license: CC-BY-4.0
page:
  size: A4
contents:
  - section: Papers
    manuscripts:
      - a
      - manuscript: b
        role: keynote
  - manuscript: c
    role: preface
`,
      { 'b.md': paper('x'), 'c/paper.md': paper('x') },
    );
    const { volume, warnings } = await readVolume(root);
    expect(warnings).toEqual([]);
    expect(volume).toMatchObject({
      slug: '校样-从投稿到成书',
      lang: 'zh-CN',
      date: '2026-11-23',
      event: { name: 'Seminar', date: '2026-11', place: 'Shanghai' },
      publisher: { name: 'A press', place: 'Leiden' },
      isbn: '978-3-16-148410-0',
      issn: '0378-5955',
      doi: '10.5555/12345678',
      license: 'CC-BY-4.0',
      page: { size: 'a4' },
      contents: [
        { kind: 'section', title: 'Papers', manuscripts: ['a', 'b'] },
        { kind: 'manuscript', id: 'c' },
      ],
    });
    expect(volume.editors.map(({ name }) => name)).toEqual(['The editors', 'Press Committee']);
    expect(volume.manuscripts.map(({ id, role, section }) => [id, role, section])).toEqual([
      ['a', 'contribution', 'Papers'],
      ['b', 'keynote', 'Papers'],
      ['c', 'preface', undefined],
    ]);
  });

  it('needs nothing but a title', async () => {
    const { volume } = await readVolume(withFile('title: Proceedings 2026\n'));
    expect(volume).toMatchObject({ slug: 'proceedings-2026', lang: 'en', page: { size: 'a5' }, editors: [] });
    expect(volume.contents).toEqual([{ kind: 'manuscript', id: 'a' }]);
  });

  it.each([
    ['', 'volume.yml:1:1 error: volume.yml holds nothing; expected keys and values, such as “title: Proceedings”.'],
    ['- a\n', 'volume.yml:1:1 error: volume.yml holds a list; expected keys and values, such as “title: Proceedings”.'],
    ['lang: en\n', 'volume.yml:1:1 error: The volume has no title. Add a line such as “title: Proceedings”.'],
    ['lang: en\ntitle:\n', 'volume.yml:2:1 error: The volume has no title. Add a line such as “title: Proceedings”.'],
    ['title: [a, b]\n', 'volume.yml:1:8 error: “title” is a list; expected text.'],
    [
      'title: T\nsubtilte: S\n',
      'volume.yml:2:1 warning: Galley does not know the key “subtilte” and ignores it. Perhaps “subtitle” is meant.',
    ],
    [
      'title: T\npage:\n  margin: 2cm\n',
      'volume.yml:3:3 warning: Galley does not know the key “page.margin” and ignores it. Known here: size.',
    ],
    [
      'title: T\npage: {size: a7}\n',
      'volume.yml:2:14 error: “a7” is no page size that Galley sets. Choose a4, a5, b5 or us-letter.',
    ],
    ['title: T\npage: a4\n', 'volume.yml:2:7 error: “page” is text; expected a map of keys and values.'],
    [
      'title: T\nlang: klingonese\n',
      'volume.yml:2:7 error: “klingonese” is no language tag. Write, for example, zh-CN, en or en-GB.',
    ],
    [
      'title: T\ndate: 2026-02-30\n',
      'volume.yml:2:7 error: “2026-02-30” is no date that can be read. Write it as 2026-11-23, 2026-11 or 2026.',
    ],
    [
      'title: T\nevent:\n  name: E\n  date: soon\n',
      'volume.yml:4:9 error: “soon” is no date that can be read. Write it as 2026-11-23, 2026-11 or 2026.',
    ],
    ['title: T\nevent:\n  date: 2026\n', 'volume.yml:3:3 error: The event has no name. Add “name:” under “event:”.'],
    [
      'title: T\npublisher: {place: P}\n',
      'volume.yml:2:12 error: The publisher has no name. Add “name:” under “publisher:”.',
    ],
    [
      'title: T\nisbn: 978-3-16-148410-1\n',
      'volume.yml:2:7 error: “978-3-16-148410-1” is no ISBN: it needs 13 or 10 digits of which the last is the right check digit. Compare it with what the ISBN agency gave you.',
    ],
    [
      'title: T\nissn: 0378-5954\n',
      'volume.yml:2:7 error: “0378-5954” is no ISSN: it needs 8 digits of which the last is the right check digit. Compare it with what the ISSN centre gave you.',
    ],
    ['title: T\ndoi: 11.1/x\n', 'volume.yml:2:6 error: “11.1/x” is no DOI. A DOI looks like 10.5555/12345678.'],
    [
      'title: T\nslug: ../My Book\n',
      'volume.yml:2:7 error: “../My Book” cannot name the output files. Use lower-case letters, digits and hyphens, such as “my-book”.',
    ],
    [
      'title: T\ncontents: a\n',
      'volume.yml:2:11 error: “contents” is text; expected a list of manuscripts and sections.',
    ],
    [
      'title: T\ncontents:\n  - {role: preface}\n  - a\n',
      'volume.yml:3:5 error: “contents[1]” is a map; expected an id, “manuscript: id”, or “section: title” with “manuscripts: [ids]”.',
    ],
    [
      'title: T\ncontents:\n  - section: S\n  - a\n',
      'volume.yml:3:5 error: “contents[1]” is a map; expected an id, “manuscript: id”, or “section: title” with “manuscripts: [ids]”.',
    ],
    [
      'title: T\ncontents:\n  - {manuscript: a, role: prefase}\n',
      'volume.yml:3:27 error: “prefase” is no role. Choose preface, foreword, introduction, keynote, contribution, afterword or appendix.',
    ],
    [
      'title: T\ncontents:\n  - a\n  - aa\n',
      'volume.yml:4:5 error: The contents name “aa”, but there is no aa.md and no folder “aa” with a Markdown file. Perhaps “a” is meant.',
    ],
    [
      'title: T\ncontents:\n  - a\n  - section: S\n    manuscripts: [a]\n',
      'volume.yml:5:19 error: The contents name “a” twice; the first time is in line 3. Remove one of the two.',
    ],
    [
      'title: T\nterms: terms.yml\n',
      'volume.yml:2:8 error: There is no terms file “terms.yml”. Add the file, or correct its name.',
    ],
    [
      'title: T\nterms: ../terms.yml\n',
      "volume.yml:2:8 error: The terms file “../terms.yml” lies outside the volume's folder. Put a copy into it.",
    ],
    ['title: T\ntitle: U\n', 'volume.yml:2:1 error: The key “title” stands here a second time. Keep one of the two.'],
    ['title: T\nevent:\n\tname: x\n', 'volume.yml:3:1 error: YAML must not be indented with tabs. Use spaces.'],
    [
      'title: A: B\n',
      'volume.yml:1:8 error: This value contains “: ” and so looks like a key of its own. Put the value in quotes.',
    ],
    ['title: @T\n', 'volume.yml:1:8 error: A value must not begin with “@”. Put the value in quotes.'],
    ['title: "T\n', 'volume.yml:2:1 error: A closing " is missing before this place.'],
    ['title: T\neditors\n', 'volume.yml:2:1 error: A key without a colon: write “key: value”.'],
    [
      'title: *t\n',
      'volume.yml:1:8 error: *t repeats something that was never marked with &t. If it is text, put it in quotes.',
    ],
  ])('%j is told as such', async (yaml, expected) => {
    expect(await faultsOf(withFile(yaml))).toEqual([expected]);
  });

  it.each([
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]\n`).join('')}`,
    ],
    ['an alias of itself', 'title: T\ncontents: &a [*a]\n'],
  ])('%s is an error in under a second', async (_, yaml) => {
    const root = withFile(yaml);
    const started = performance.now();
    const faults = await faultsOf(root);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(faults.join()).toMatch(
      /^volume\.yml:\d+:\d+ error: The aliases \(\*name\) here repeat each other too often\./,
    );
  });

  it.each([
    ['['.repeat(60_000), 33],
    ['- '.repeat(30_000), 131],
    ['{a: '.repeat(15_000), 129],
  ])('nesting that would end the process is an error with its place', async (yaml, column) => {
    expect(await faultsOf(withFile(yaml))).toEqual([
      `volume.yml:1:${column} error: The YAML is nested more than 32 levels deep here. Make it flatter.`,
    ]);
  });

  it('is refused above its size limit', async () => {
    expect(await faultsOf(withFile(`title: T\n# ${'x'.repeat(70_000)}\n`))).toEqual([
      'volume.yml error: “volume.yml” has 69 KB, and at most 64 KB are read. Split it, or move what is no text into files of its own.',
    ]);
  });

  it('may be missing, with the way out said', async () => {
    const root = folderOf(sound);
    expect(await faultsOf(root)).toEqual([
      ` error: No volume.yml in “${root}”. Create one with at least a title, or name the volume's folder with --root.`,
    ]);
    expect(await faultsOf(`${root}/none`)).toEqual([
      ` error: There is no folder “${root}/none”. Name the folder that holds volume.yml with --root.`,
    ]);
  });

  it('checks and names the terms file', async () => {
    const { volume } = await readVolume(
      volumeOf({ 'volume.yml': 'title: T\nterms: lists/terms.yml\n', 'lists/terms.yml': 'a: b\n', ...sound }),
    );
    expect(volume.terms).toBe('lists/terms.yml');
    expect(volume.sources.map(({ path }) => path)).toContain('lists/terms.yml');
  });
});
