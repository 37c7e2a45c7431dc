import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readVolume } from '../../pipeline/volume/read.js';
import { faultsOf, folderOf, noise, paper, picture, type Tree, volumeOf } from './folder.js';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="72pt"/>';
const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Page /MediaBox [0 0 200 100.5] >>\nendobj\n';

async function figuresOf(body: string, files: Tree) {
  const { volume } = await readVolume(volumeOf({ 'a/paper.md': paper(body), ...files }));
  return volume.manuscripts[0]!.figures;
}

describe('the figures of a manuscript', () => {
  it.each<[string, string, number, number]>([
    ['png', 'png', 4, 3],
    ['jpeg', 'jpeg', 4, 3],
    ['gif', 'gif', 4, 3],
    ['webp', 'webp', 4, 3],
    ['tiff', 'tiff', 4, 3],
  ])('are known by content, not by name: %s', async (format, expected, width, height) => {
    const content = await picture(format as 'png');
    const [figure] = await figuresOf('Text.\n\n![A square](f.jpg)', { 'a/f.jpg': content });
    expect(figure).toMatchObject({
      url: 'f.jpg',
      path: 'a/f.jpg',
      format: expected,
      width,
      height,
      bytes: content.length,
      place: { path: 'a/paper.md', line: 8, column: 1 },
    });
  });

  it.each([
    [svg, 192, 96],
    ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg viewBox="0 0 30 40" width="60"/>', 60, 80],
    ['<svg viewBox="0,0,30,40" width="100%" height="100%"/>', 30, 40],
    ['<svg/>', 300, 150],
  ])('have the size that an SVG gives: %s', async (content, width, height) => {
    expect(await figuresOf('![x](f.svg)', { 'a/f.svg': content })).toMatchObject([{ format: 'svg', width, height }]);
  });

  it('have the size of a PDF page', async () => {
    expect(await figuresOf('![x](f.pdf)', { 'a/f.pdf': pdf })).toMatchObject([
      { format: 'pdf', width: 200, height: 100.5 },
    ]);
  });

  it.each<[string, string, [url: string, line: number, column: number][]]>([
    ['an image in a sentence', 'So ![x](f.png) it is.', [['f.png', 6, 4]]],
    ['a title and attributes', '![x](f.png "T"){width=50%}', [['f.png', 6, 1]]],
    ['a reference', '![x][one]\n\n[one]: f.png', [['f.png', 6, 1]]],
    ['a reference defined far away', '![one][]\n\nText.\n\n- list\n\n[one]: f.png', [['f.png', 6, 1]]],
    ['percent-encoding', '![x](my%20f.png)', [['my%20f.png', 6, 1]]],
    ['spaces, as pandoc allows', '![x](my f.png)', [['my f.png', 6, 1]]],
    ['a query', '![x](f.png?raw=true)', [['f.png?raw=true', 6, 1]]],
    ['HTML', '<p>\n<img alt="x" src="f.png" width=3>\n</p>', [['f.png', 7, 1]]],
    ['HTML in a sentence', "Text <img src='f.png'/> text", [['f.png', 6, 6]]],
    ['a MyST figure', '```{figure} f.png\n:name: x\nCaption\n```', [['f.png', 6, 13]]],
    ['a MyST figure in colons', ':::{figure} f.png\nCaption\n:::', [['f.png', 6, 13]]],
    ['a MyST image', '```{image} f.png\n```', [['f.png', 6, 12]]],
    ['a figure in a note', '````{note}\nText\n```{figure} f.png\n```\n````', [['f.png', 8, 13]]],
    ['any extension', '![x](f.*)', [['f.*', 6, 1]]],
    ['TeX', '\\begin{figure}\n\\includegraphics[width=\\textwidth]{f.png}\n\\end{figure}', [['f.png', 7, 1]]],
    ['TeX without extension', '\\includegraphics{f}', [['f', 6, 1]]],
    ['raw TeX', '```{=latex}\n\\includegraphics{f}\n```', [['f', 7, 1]]],
    ['a list item', '- one\n\n    ![x](f.png)', [['f.png', 8, 5]]],
    ['a table', '| a |\n|---|\n| ![x](f.png) |', [['f.png', 8, 3]]],
    ['a definition', 'Term\n:   text\n\n    ![x](f.png)', [['f.png', 9, 5]]],
    ['two places', '![x](f.png)\n\n![y](f.png)', [['f.png', 6, 1]]],
    ['code', '`![x](no.png)` and\n\n```\n![x](no.png)\n<img src="no.png">\n```', []],
    ['indented code', 'Text:\n\n    ![x](no.png)\n', []],
    ['math', '$![x](no.png)$', []],
    ['a comment', 'Text <!-- ![x](no.png)\n\n![y](no.png) --> text', []],
    ['a MyST cross-reference', '![](#fig:one)', []],
    ['a link', '[x](no.png)', []],
  ])('are found in %s', async (_, body, expected) => {
    const png = await picture();
    const figures = await figuresOf(body, { 'a/f.png': png, 'a/my f.png': png });
    expect(figures.map(({ url, place }) => [url, place.line, place.column])).toEqual(expected);
  });

  it('may stand anywhere in the volume', async () => {
    const png = await picture();
    const figures = await figuresOf('![x](../shared/f.png) ![y](./sub/../f.png)', {
      'shared/f.png': png,
      'a/f.png': png,
      'a/sub/x': '',
    });
    expect(figures.map((figure) => figure.path)).toEqual(['shared/f.png', 'a/f.png']);
  });

  it('are found whichever way their letters are composed', async () => {
    const figures = await figuresOf('![x](abb\u00e9.png)', { 'a/abbe\u0301.png': await picture() });
    expect(figures).toHaveLength(1);
  });
});

describe('a figure that cannot be used', () => {
  const at = 'a/paper.md:6:1 error:';
  const other = (name: string, format: string) =>
    `${at} “a/${name}” is ${format}, which no book can show. Save it as SVG, PDF, PNG or JPEG.`;

  it.each<[string, string, Tree, string]>([
    ['is missing', '![x](f.png)', {}, `${at} There is no figure “f.png”. Add the file, or correct its name.`],
    [
      'is missing in TeX',
      '\\includegraphics{f}',
      {},
      `${at} There is no figure “f”. Add the file, or correct its name.`,
    ],
    [
      'is spelt in other letters',
      '![x](fig1.png)',
      { 'a/Fig1.PNG': 'x' },
      `${at} There is no figure “fig1.png”, but there is “Fig1.PNG”. Write upper and lower case as in the file's name.`,
    ],
    [
      'has a folder in other letters',
      '![x](Img/f.png)',
      { 'a/img/f.png': 'x' },
      `${at} There is no figure “Img/f.png”, but there is “img”. Write upper and lower case as in the file's name.`,
    ],
    [
      'has an absolute path',
      '![x](/etc/passwd)',
      {},
      `${at} The figure “/etc/passwd” is named by an absolute path. Put the file into the volume and name it relative to this file.`,
    ],
    [
      'lies outside',
      '![x](../../f.png)',
      {},
      `${at} The figure “../../f.png” lies outside the volume's folder. Put a copy into it.`,
    ],
    [
      'lies outside, encoded',
      '![x](%2e%2e/%2e%2e/f.png)',
      {},
      `${at} The figure “../../f.png” lies outside the volume's folder. Put a copy into it.`,
    ],
    [
      'is remote',
      '![x](https://example.org/f.png)',
      {},
      `${at} The figure “https://example.org/f.png” is on the network, and nothing is fetched. Put a copy beside the manuscript and name that.`,
    ],
    [
      'is remote without a scheme',
      '<img src="//example.org/f.png">',
      {},
      `${at} The figure “//example.org/f.png” is on the network, and nothing is fetched. Put a copy beside the manuscript and name that.`,
    ],
    [
      'is a file address',
      '![x](file:///etc/passwd)',
      {},
      `${at} The figure “file:///etc/passwd” is a “file:” address. Put the image beside the manuscript and name the file.`,
    ],
    [
      'is a data address',
      '![x](data:image/png;base64,AAAA)',
      {},
      `${at} The figure “data:image/png;base64,AAAA” is a “data:” address. Put the image beside the manuscript and name the file.`,
    ],
    ['is empty', '![x](f.png)', { 'a/f.png': '' }, `${at} The figure “a/f.png” is an empty file. Save it again.`],
    [
      'is text',
      '![x](f.png)',
      { 'a/f.png': 'not an image' },
      `${at} “a/f.png” is no image. Expected PNG, JPEG, SVG, PDF, GIF, WebP or TIFF.`,
    ],
    ['is a web page', '![x](f.png)', { 'a/f.png': '<!DOCTYPE html><html></html>' }, other('f.png', 'HTML')],
    ['is EPS', '![x](f.eps)', { 'a/f.eps': '%!PS-Adobe-3.0 EPSF-3.0\n' }, other('f.eps', 'EPS')],
    [
      'is HEIC',
      '![x](f.heic)',
      { 'a/f.heic': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') },
      other('f.heic', 'HEIC'),
    ],
    [
      'is a film',
      '![x](f.mp4)',
      { 'a/f.mp4': Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1') },
      other('f.mp4', 'video'),
    ],
    [
      'was not fetched',
      '![x](f.png)',
      { 'a/f.png': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' },
      `${at} “a/f.png” is only a pointer to a figure in Git LFS. Run “git lfs pull”.`,
    ],
    [
      'is broken SVG',
      '![x](f.svg)',
      { 'a/f.svg': '<svg><g></svg>' },
      `${at} The figure “a/f.svg” is damaged or breaks off (Missing end tag for element g (line 1, column 9)). Save it again.`,
    ],
    [
      'is SVG in another encoding',
      '![x](f.svg)',
      { 'a/f.svg': Buffer.from('<svg><text>\xe9</text></svg>', 'latin1') },
      `${at} The drawing “a/f.svg” is not in UTF-8. Save it as SVG in UTF-8.`,
    ],
  ])('%s', async (_, body, files, expected) => {
    expect(await faultsOf(volumeOf({ 'a/paper.md': paper(body), ...files }))).toEqual([expected]);
  });

  it.each(['png', 'jpeg'] as const)('breaks off: %s', async (format) => {
    const whole = await noise(format);
    const root = volumeOf({ 'a/paper.md': paper('![x](f.png)'), 'a/f.png': whole.subarray(0, whole.length * 0.7) });
    expect(await faultsOf(root)).toEqual([
      expect.stringMatching(
        /^a\/paper\.md:6:1 error: The figure “a\/f\.png” is damaged or breaks off \(.+\)\. Save it again\.$/,
      ),
    ]);
  });

  it('has too many pixels, whatever its bytes', async () => {
    const large = await sharp({ create: { width: 8000, height: 7000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await faultsOf(volumeOf({ 'a/paper.md': paper('![x](f.png)'), 'a/f.png': large }))).toEqual([
      `${at} The figure “a/f.png” has 8000 × 7000 pixels, and at most 50 million are read. Scale it down.`,
    ]);
  });

  it('is written out in the text, however long', async () => {
    const root = volumeOf({ 'a/paper.md': paper(`![x](data:image/png;base64,${'iVBORw0KGgo'.repeat(100_000)})`) });
    const started = performance.now();
    expect(await faultsOf(root)).toEqual([
      `${at} The figure “data:image/png;base64,iVBORw0KGgoiVBORw0KGgoiVBORw0KGgo” is a “data:” address. Put the image beside the manuscript and name the file.`,
    ]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('stands among more text than can be parsed in time', async () => {
    const root = volumeOf({ 'a/paper.md': paper(`One.\n\n![x](f.png) ${'_a '.repeat(100_000)}`) });
    const started = performance.now();
    expect(await faultsOf(root)).toEqual([
      'a/paper.md:8:1 error: The paragraphs with images hold more than 196 KB of text, reached here. Split the manuscript, or put images into paragraphs of their own.',
    ]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('is too large', async () => {
    const root = volumeOf({ 'a/paper.md': paper('![x](f.png)'), 'a/f.png': await noise('png') });
    expect(await faultsOf(root, { figure: 100 })).toEqual([
      expect.stringMatching(
        /^a\/paper\.md:6:1 error: The figure “a\/f\.png” has \d+ KB, and at most 100 B are read\. Save it smaller\.$/,
      ),
    ]);
  });

  it('is, or lies behind, a symbolic link, be its target inside or out', async () => {
    const outside = folderOf({ 'f.png': await picture() });
    const root = volumeOf({
      'a/paper.md': paper('![x](in.png)\n\n![x](out.png)\n\n![x](dir/f.png)'),
      'a/f.png': await picture(),
    });
    symlinkSync('f.png', path.join(root, 'a/in.png'));
    symlinkSync(path.join(outside, 'f.png'), path.join(root, 'a/out.png'));
    symlinkSync(outside, path.join(root, 'a/dir'));
    const link = 'is, or lies behind, a symbolic link, and links are not followed. Put the file itself there.';
    expect(await faultsOf(root)).toEqual([
      `${at} The figure “in.png” ${link}`,
      `a/paper.md:8:1 error: The figure “out.png” ${link}`,
      `a/paper.md:10:1 error: The figure “dir/f.png” ${link}`,
    ]);
  });

  it.skipIf(process.platform === 'win32')('is a pipe, which is not waited for', async () => {
    const root = volumeOf({ 'a/paper.md': paper('![x](f.png)') });
    execFileSync('mkfifo', [path.join(root, 'a/f.png')]);
    expect(await faultsOf(root)).toEqual([
      `${at} The figure “f.png” is a folder or a special file. Name a regular file.`,
    ]);
  });
});
