import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bodyLine, type HostileVolume, paper, type Surroundings, write } from '../hostile-volume.js';
import { greyPng, squarePdf } from '../pictures.js';

const line = bodyLine + 2;

/** A paper that shows the figure `name` on its third line. */
function figure(
  name: string,
  file: string,
  content: Uint8Array | string,
  expect: HostileVolume['expect'],
): HostileVolume {
  return {
    name,
    make: (folder) => write(folder, { 'paper.md': paper(`Text that stays.\n\n![A figure](${file})`), [file]: content }),
    expect,
  };
}

/** A paper that names an image which it must not have. */
function address(name: string, image: (s: Surroundings) => string, more: Partial<HostileVolume> = {}): HostileVolume {
  return {
    name,
    make: (folder, surroundings) => write(folder, { 'paper.md': paper(`Text.\n\n${image(surroundings)}`) }),
    expect: { exit: 2, file: 'paper.md', line },
    ...more,
  };
}

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">${content}<rect width="50" height="50"/></svg>`;

const refused = { exit: 2, file: 'paper.md', line } as const;

export const figureVolumes: HostileVolume[] = [
  figure('a figure that is text', 'figure.png', 'no image', refused),
  figure('a figure that is empty', 'figure.png', '', refused),
  figure('a figure that is a web page', 'figure.svg', '<!doctype html><html><script>1</script></html>', refused),
  figure('a figure cut off in the middle', 'figure.png', greyPng(200, 200).subarray(0, 60), refused),
  figure('a figure of which only the header is there', 'figure.png', greyPng(200, 200).subarray(0, 33), refused),
  figure('a figure of 64 megapixels in 10 kB', 'figure.png', greyPng(8000, 8000), {
    ...refused,
    says: [/megapixel|pixels/i],
  }),
  figure('a figure that claims 10,000 megapixels', 'figure.png', greyPng(100_000, 100_000, { data: false }), {
    ...refused,
    says: [/megapixel|pixels/i],
  }),
  figure(
    'a drawing that claims to be immense',
    'figure.svg',
    svg('').replace('width="100" height="100"', 'width="100000" height="100000"'),
    {
      exit: 0,
      textContains: ['Text that stays.'],
    },
  ),
  figure('a PNG that is called a JPEG', 'figure.jpg', greyPng(20, 20), {
    exit: 0,
    textContains: ['Text that stays.', 'A figure'],
  }),
  figure('a figure in PDF', 'figure.pdf', squarePdf(), { exit: 0, textContains: ['Text that stays.', 'A figure'] }),
  figure('a figure in PDF that is cut off', 'figure.pdf', squarePdf().subarray(0, 80), refused),
  figure('a figure that carries a comment', 'figure.png', greyPng(20, 20, { text: 'taken at home' }), {
    exit: 0,
    epubLacks: ['taken at home'],
  }),
  {
    name: 'a drawing that runs code and opens files',
    make: (folder, { outside, relative, server }) =>
      write(folder, {
        'paper.md': paper('Text that stays.\n\n![A figure](figure.svg)'),
        'figure.svg': svg(
          `<script>fetch("${server}/script")</script><image href="/etc/passwd" width="9" height="9"/>` +
            `<image xlink:href="${outside}/secret.png" width="9" height="9"/><image href="${relative}/secret.svg" width="9" height="9"/>` +
            `<image href="${server}/image.png" width="9" height="9"/><use href="${server}/use.svg#a"/>` +
            `<style>@import url("${server}/style.css"); rect { fill: url("${server}/fill.svg#a") }</style>` +
            `<rect onload="alert(1)" width="9" height="9"/><a href="javascript:alert(1)"><rect width="1" height="1"/></a>` +
            `<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${server}/frame"/></foreignObject>`,
        ),
      }),
    expect: {
      exit: 0,
      textContains: ['Text that stays.'],
      epubLacks: [
        '<script',
        'passwd',
        'secret.',
        'onload',
        'javascript:',
        'foreignObject',
        'iframe',
        '@import',
        '127.0.0.1',
      ],
    },
  },
  figure(
    'a drawing with a document type and entities',
    'figure.svg',
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<text y="10">&a;</text>')}`,
    refused,
  ),
  figure(
    'a drawing that is an entity bomb',
    'figure.svg',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
      .join('')}]>${svg('<text y="10">&j;</text>')}`,
    refused,
  ),
  address('an image one folder up', ({ relative }) => `![A figure](${relative}/secret.png)`),
  address(
    'an image one folder up, encoded',
    ({ relative }) => `![A figure](${relative.replaceAll('.', '%2e')}/secret.png)`,
  ),
  address('an image by its absolute path', ({ outside }) => `![A figure](${outside}/secret.png)`),
  address('an image by a file address', ({ outside }) => `![A figure](file://${outside}/secret.png)`),
  address('a remote image', ({ server }) => `![A figure](${server}/figure.png)`),
  address(
    'a remote image without its protocol',
    ({ server }) => `![A figure](${server.replace('http:', '')}/figure.png)`,
  ),
  address('a remote image by reference', ({ server }) => `![A figure][there]\n\n[there]: ${server}/figure.png`),
  address('a remote image in HTML', ({ server }) => `<img src="${server}/figure.png" alt="A figure">`),
  address('an image out of the volume in HTML', ({ outside }) => `<img src="${outside}/secret.png" alt="A figure">`),
  address('an image out of the volume in TeX', ({ outside }) => `\\includegraphics{${outside}/secret.png}`),
  address(
    'an image out of the volume in a MyST directive',
    ({ outside }) => `\`\`\`{figure} ${outside}/secret.png\nA figure\n\`\`\``,
  ),
  address('an image that is not there', () => '![A figure](none.png)'),
  {
    name: 'a figure that is a link out of the volume',
    make: (folder, { outside }) => {
      write(folder, { 'paper.md': paper('Text.\n\n![A figure](figure.png)') });
      symlinkSync(path.join(outside, 'secret.png'), path.join(folder, 'figure.png'));
    },
    expect: { ...refused, says: [/link/] },
  },
  {
    name: 'a figure in a folder that is a link out of the volume',
    make: (folder, { outside }) => {
      write(folder, { 'paper/paper.md': paper('Text.\n\n![A figure](figures/secret.png)') });
      symlinkSync(outside, path.join(folder, 'paper/figures'));
    },
    expect: { exit: 2, file: 'paper/paper.md', line, says: [/link/] },
  },
  {
    name: 'a figure that is a pipe which nobody writes to',
    make: (folder) => {
      write(folder, { 'paper.md': paper('Text.\n\n![A figure](figure.png)') });
      spawnSync('mkfifo', [path.join(folder, 'figure.png')]);
    },
    expect: refused,
  },
  {
    name: 'a figure of 30 MB',
    make: (folder) => {
      write(folder, { 'paper.md': paper('Text.\n\n![A figure](figure.png)') });
      writeFileSync(path.join(folder, 'figure.png'), Buffer.concat([greyPng(20, 20), Buffer.alloc(30 << 20)]));
    },
    expect: { ...refused, says: [/MB/] },
  },
];
