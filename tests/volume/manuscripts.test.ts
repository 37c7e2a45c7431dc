import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVolume } from '../../pipeline/volume/read.js';
import { faultsOf, folderOf, paper, volumeOf } from './folder.js';

const ids = async (root: string) => (await readVolume(root)).volume.manuscripts.map(({ id }) => id);

describe('the manuscripts of a volume', () => {
  it('are files and folders, in an order that no machine changes', async () => {
    const root = volumeOf({
      'p10.md': paper('x'),
      'p9/paper.md': paper('x'),
      'Zebra.markdown': paper('x'),
      '论文/main.md': paper('x'),
      'README.md': '# About',
      'readme_zh.md': '# 说明',
      'CONTRIBUTING.md': 'x',
      '_draft.md': 'x',
      '.hidden.md': 'x',
      'images/notes.txt': 'x',
      'p9/README.md': '# About',
    });
    expect(await ids(root)).toEqual(['Zebra', 'p9', 'p10', '论文']);
  });

  it('include a file named like a README when the contents say so', async () => {
    const root = folderOf({ 'volume.yml': 'title: T\ncontents: [CONTRIBUTING]\n', 'CONTRIBUTING.md': paper('x') });
    expect(await ids(root)).toEqual(['CONTRIBUTING']);
  });

  it('may share a folder with other Markdown when one of them is plainly the paper', async () => {
    expect(
      await ids(volumeOf({ 'a/notes.md': 'x', 'a/paper.md': paper('x'), 'b/b.md': paper('x'), 'b/c.md': 'x' })),
    ).toEqual(['a', 'b']);
  });

  it('come last with a warning when the contents do not name them', async () => {
    const root = folderOf({
      'volume.yml': 'title: T\ncontents: [z]\n',
      'z.md': paper('x'),
      'b.md': paper('x'),
      'a/paper.md': paper('x'),
    });
    expect(await ids(root)).toEqual(['z', 'a', 'b']);
    expect((await readVolume(root)).volume.contents.map((entry) => 'id' in entry && entry.id)).toEqual(['z', 'a', 'b']);
    expect(await faultsOf(root)).toEqual([
      'a/paper.md warning: The contents in volume.yml do not name “a” yet, so it comes last.',
      'b.md warning: The contents in volume.yml do not name “b” yet, so it comes last.',
    ]);
  });

  it('give the volume its language when it states none', async () => {
    const root = volumeOf({
      'a.md': paper('中文的正文在这里。'),
      'b.md': paper('另一篇中文的正文。'),
      'c.md': paper('English text.'),
    });
    const { volume } = await readVolume(root);
    expect([volume.lang, ...volume.manuscripts.map(({ lang }) => lang)]).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'en']);
  });

  it('take the language of the volume only where their text is in its script', async () => {
    const root = folderOf({
      'volume.yml': 'title: T\nlang: zh-TW\n',
      'a.md': paper('中文的正文。'),
      'b.md': paper('English text.'),
    });
    expect((await readVolume(root)).volume.manuscripts.map(({ lang }) => lang)).toEqual(['zh-TW', 'en']);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'no manuscript',
      {},
      [
        'volume.yml error: The volume has no manuscripts. Put Markdown files beside volume.yml: “paper.md”, or a folder “paper” with one Markdown file in it.',
      ],
    ],
    [
      'a file and a folder of one id',
      { 'a.md': paper('x'), 'a/paper.md': paper('x') },
      ['a/paper.md error: Two manuscripts have the id “a”: a.md and a/paper.md. Rename one of them.'],
    ],
    [
      'ids that differ in case alone',
      { 'Ab.md': paper('x'), 'aB.md': paper('x') },
      [
        'aB.md error: Ab.md and aB.md differ only in upper and lower case, which not every system tells apart. Rename one of them.',
      ],
    ],
    [
      'an unsafe name',
      { 'my paper (1).md': paper('x') },
      [
        "my paper (1).md error: “my paper (1)” cannot be a manuscript's id. Name the file or folder with letters, digits, “-”, “_” and “.” only, such as “my-paper-1”.",
      ],
    ],
    [
      'several Markdown files in a folder',
      { 'a/one.md': paper('x'), 'a/two.md': paper('x') },
      [
        'a error: The folder “a” has several Markdown files: one.md, two.md. Leave one, or call the manuscript paper.md.',
      ],
    ],
    [
      'no header and no title',
      { 'a.md': 'Just text.\n' },
      [
        'a.md:1:1 error: The file has neither a header nor a title. Begin it with “---”, “title: …”, “---”, or with a single “# Title”.',
      ],
    ],
    [
      'a header without end',
      { 'a.md': '---\ntitle: T\n\nText.\n' },
      ['a.md:1:1 error: The header that begins here has no end. Close it with a line “---”.'],
    ],
    [
      'a header without a title',
      { 'a.md': '---\nauthor: The editors\n---\n\n# One\n\n# Two\n' },
      [
        'a.md:2:1 error: The manuscript has no title. Add “title: …” to its header, or begin its text with a single “# Title”.',
      ],
    ],
    [
      'a header that is too large',
      { 'a.md': `---\ntitle: T\nabstract: ${'x'.repeat(66_000)}\n---\n` },
      ['a.md:1:1 error: The header is larger than 64 KB. Move what belongs to the text below it.'],
    ],
    [
      'no author',
      { 'a.md': '---\ntitle: T\n---\n' },
      ['a.md:1:1 warning: The manuscript names no authors. Add “authors:” to its header.'],
    ],
    [
      'an alias bomb',
      {
        'a.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]\n`).join('')}---\n`,
      },
      ['a.md:3:8 error: The aliases (*name) here repeat each other too often. Write out what they stand for.'],
    ],
    [
      'a missing bibliography',
      { 'a.md': paper('x', 'title: T\nauthor: E\nbibliography: [one.bib, refs.bib]\n'), 'one.bib': '' },
      ['a.md:4:25 error: There is no bibliography “refs.bib”. Add the file, or correct its name.'],
    ],
    [
      'a bibliography outside',
      { 'a/paper.md': paper('x', 'title: T\nauthor: E\nbibliography: ../../refs.bib\n') },
      [
        "a/paper.md:4:15 error: The bibliography “../../refs.bib” lies outside the volume's folder. Put a copy into it.",
      ],
    ],
    [
      'a bibliography by an absolute path',
      { 'a.md': paper('x', 'title: T\nauthor: E\nbibliography: /etc/passwd\n') },
      [
        'a.md:4:15 error: The bibliography “/etc/passwd” is named by an absolute path. Put the file into the volume and name it relative to this file.',
      ],
    ],
    [
      'a bibliography on the network',
      { 'a.md': paper('x', 'title: T\nauthor: E\nbibliography: https://example.org/a.bib\n') },
      [
        'a.md:4:15 error: The bibliography “https://example.org/a.bib” is on the network, and nothing is fetched. Put a copy beside the manuscript and name that.',
      ],
    ],
    [
      'a bibliography of no known kind',
      { 'a.md': paper('x', 'title: T\nauthor: E\nbibliography: refs.txt\n'), 'refs.txt': '' },
      ['a.md:4:15 error: “refs.txt” is no bibliography that can be read. Expected a .bib, .json or .yaml file.'],
    ],
    [
      'what pandoc would hang on',
      { 'a.md': paper(`Text.\n\nSo ${'['.repeat(18)}`) },
      [
        'a.md:8:10 error: More than 6 “[” are open here at once. Close them, or write “\\[” where a bracket is only a bracket.',
      ],
    ],
    [
      'a broken myst.yml',
      { 'a/main.md': '---\ntitle: T\nauthor: E\n---\n', 'a/myst.yml': 'project:\n  title: A: B\n' },
      ['a/myst.yml:2:10 error: This value contains “: ” and so looks like a key of its own. Put the value in quotes.'],
    ],
  ])('%s is told, with its place', async (_, files, expected) => {
    expect(await faultsOf(volumeOf(files))).toEqual(expected);
  });

  it('are never read through symbolic links', async () => {
    const outside = folderOf({ 'secret.md': paper('x'), 'folder/paper.md': paper('x') });
    const root = volumeOf({ 'a.md': paper('x'), 'd/README.md': 'x' });
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'b.md'));
    symlinkSync(path.join(outside, 'folder'), path.join(root, 'c'));
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'd', 'paper.md'));
    const link = 'is a symbolic link, and links are not followed. Put the file itself there.';
    expect(await faultsOf(root)).toEqual([
      `b.md error: “b.md” ${link}`,
      `c error: “c” ${link}`,
      `d/paper.md error: “d/paper.md” ${link}`,
    ]);
  });

  it('may be reached through a root that is a link itself', async () => {
    const root = volumeOf({ 'a.md': paper('x') });
    const link = path.join(folderOf({}), 'link');
    symlinkSync(root, link);
    expect((await readVolume(link)).volume.root).toBe(root);
  });

  it('are not read when volume.yml is a link', async () => {
    const root = volumeOf({ 'a.md': paper('x') });
    renameSync(path.join(root, 'volume.yml'), path.join(root, 'other.yml'));
    symlinkSync('other.yml', path.join(root, 'volume.yml'));
    expect(await faultsOf(root)).toEqual([
      'volume.yml error: volume.yml is a link or a folder. Put a real file there; links are not followed.',
    ]);
  });

  it('tell all their faults at once', async () => {
    const root = folderOf({
      'volume.yml': 'titel: T\ncontents: [a, nowhere]\n',
      'a.md': paper(
        '![x](none.png)',
        'title: T\nauthors:\n  - name: A\n    orcid: 0000-0002-1825-0098\nbibliography: none.bib\n',
      ),
      'b.md': 'No title.\n',
      'c.md': Buffer.from([0xff, 0xfe, 0x41, 0]),
    });
    expect((await faultsOf(root)).map((fault) => fault.match(/^\S+ (?:error|warning)/)![0])).toEqual([
      'volume.yml:1:1 error',
      'volume.yml:1:1 warning',
      'volume.yml:2:15 error',
      'a.md:5:12 error',
      'a.md:6:15 error',
      'a.md:9:1 error',
      'b.md:1:1 error',
      'c.md:1:1 error',
    ]);
  });

  it('keep the lines of the file and the hash of its bytes', async () => {
    const source = '\uFEFF---\r\ntitle: T\r\nauthor: E\r\n---\r\n\r\nText.\r\n';
    const { volume } = await readVolume(volumeOf({ 'a.md': source }));
    const [manuscript] = volume.manuscripts;
    expect(manuscript!.body).toBe('\n\n\n\n\nText.\n');
    expect(manuscript!.source).toBe('---\ntitle: T\nauthor: E\n---\n\nText.\n');
    expect(volume.sources.map(({ path: file, bytes }) => [file, bytes])).toEqual([
      ['volume.yml', 19],
      ['a.md', Buffer.byteLength(source)],
    ]);
    expect(manuscript!.sha256).toBe(volume.sources[1]!.sha256);
  });

  it('use the bibliographies beside them when they name none, in a folder of their own', async () => {
    const root = volumeOf({ 'a/paper.md': paper('x'), 'a/refs.bib': '', 'b.md': paper('x'), 'other.bib': '' });
    const { volume } = await readVolume(root);
    expect(volume.manuscripts.map(({ bibliography }) => bibliography.map(({ path: file }) => file))).toEqual([
      ['a/refs.bib'],
      [],
    ]);
  });

  it('are refused when a folder stands where the file should', async () => {
    const root = volumeOf({ 'a.md': paper('![x](pictures)', 'title: T\nauthor: E\n') });
    mkdirSync(path.join(root, 'pictures'));
    expect(await faultsOf(root)).toEqual([
      'a.md:6:1 error: The figure “pictures” is a folder or a special file. Name a regular file.',
    ]);
  });
});
