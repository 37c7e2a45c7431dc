import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { imageAsset } from '../../../pipeline/assemble/images/asset.js';
import { type Fault, InputError } from '../../../pipeline/faults.js';
import { figureOf, svg } from './figures.js';

async function made(source: string): Promise<{ text: string; warnings: Fault[] }> {
  const warnings: Fault[] = [];
  const asset = await imageAsset(figureOf('a.svg', 'svg', source), 'paper', {
    onWarning: (fault) => warnings.push(fault),
  });
  return { text: new TextDecoder().decode(asset.bytes), warnings };
}

async function fault(source: string | Uint8Array): Promise<string> {
  const failure = await imageAsset(figureOf('a.svg', 'svg', source), 'paper').catch((cause: unknown) => cause);
  if (!(failure instanceof InputError)) throw new Error(`accepted: ${String(failure)}`);
  expect(failure.faults[0]!.place).toEqual({ path: 'paper.md', line: 7, column: 1 });
  return failure.faults[0]!.id;
}

const pixel = Buffer.from(
  await sharp({ create: { width: 2, height: 2, channels: 3, background: '#f00' } })
    .png()
    .toBuffer(),
).toString('base64');

describe('a drawing', () => {
  test('keeps what draws', async () => {
    const parts = [
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><path id="p" d="M0 0L9 9"/></defs>',
      '<style>.a, .b > text { fill: #123456; font: 10px sans-serif } rect { fill: url(#g) }</style>',
      '<g class="b" transform="translate(3 4) rotate(20)"><rect class="a" width="9" height="9" style="stroke: rgb(1, 2, 3); fill: url(#g)"/></g>',
      '<use xlink:href="#p" x="2"/><use href="#p"/>',
      '<text x="1" y="2" text-anchor="middle" xml:space="preserve">中文 &amp; a &lt; b ]]&gt; c<tspan dy="3">下</tspan></text>',
      `<image width="2" height="2" xlink:href="data:image/png;base64,${pixel}"/>`,
    ];
    const { text, warnings } = await made(svg(parts.join('')));
    expect(warnings).toEqual([]);
    for (const kept of [
      '<linearGradient id="g">',
      'd="M0 0L9 9"',
      'fill: url(#g)',
      'translate(3 4) rotate(20)',
      'stroke: rgb(1, 2, 3)',
      'font: 10px sans-serif',
      '中文',
      '下</tspan>',
      'text-anchor="middle"',
      pixel,
    ]) {
      expect(text).toContain(kept);
    }
    expect(text.match(/<use xlink:href="#p"/g)).toHaveLength(2);
    expect(text).toContain(']]&gt;');
    await expect(sharp(Buffer.from(text)).png().toBuffer()).resolves.toBeDefined();
  });

  test('has a size and a view box', async () => {
    const { text } = await made(svg('<rect width="5" height="5"/>', ''));
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(text).toContain('viewBox="0 0 300 150"');
    expect(text).toContain('width="300" height="150"');
  });

  test('with prefixed names is the same drawing', async () => {
    const { text } = await made(
      '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:rect width="5" height="5"/></svg:svg>',
    );
    expect(text).toContain('<rect width="5" height="5"/>');
  });
});

describe('a hostile drawing loses', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', /script|alert/],
    ['a script by prefix', '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>', /script|alert/],
    ['an event handler', '<rect onload="alert(1)" onclick="alert(1)" width="1" height="1"/>', /alert|onload|onclick/],
    [
      'foreign content',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="x"/></body></foreignObject>',
      /foreignObject|iframe|body/,
    ],
    [
      'an image from the web',
      '<image xlink:href="https://tracker.example/x.png" width="1" height="1"/>',
      /tracker|<image/,
    ],
    ['an image from the disk', '<image href="file:///etc/passwd" width="1" height="1"/>', /passwd|<image/],
    [
      'an image by path',
      '<image href="/etc/passwd" width="1" height="1"/><image href="../x.png"/>',
      /passwd|x\.png|<image/,
    ],
    [
      'a drawing in it',
      `<image href="data:image/svg+xml;base64,${Buffer.from(svg('<script/>')).toString('base64')}"/>`,
      /<image/,
    ],
    [
      'a use of another file',
      '<use href="https://e.example/x.svg#a"/><use xlink:href="other.svg#a"/>',
      /e\.example|other|<use/,
    ],
    ['a link', '<a href="javascript:alert(1)"><text>shown</text></a>', /javascript|<a\b/],
    [
      'an address in an attribute',
      '<rect fill="url(https://e.example/p.svg#a)" filter="url( \'http://e.example/f\' )" width="1" height="1"/>',
      /example/,
    ],
    [
      'an address in a style',
      '<rect style="fill: red; cursor: url(https://e.example/c.png); mask: url(//e.example)" width="1" height="1"/>',
      /example|cursor/,
    ],
    [
      'an import',
      '<style>@import "https://e.example/a.css"; @import url(https://e.example/b.css); rect { fill: red }</style>',
      /import|example/,
    ],
    [
      'a font from the web',
      '<style>@font-face { font-family: x; src: url(https://e.example/f.woff2) } rect { fill: red }</style>',
      /font-face|example/,
    ],
    ['an escaped address', '<style>rect { fill: \\75rl(https://e.example/x) }</style>', /example/],
    [
      'a string as an image',
      '<style>svg { background-image: image-set("https://e.example/x.png" 1x) }</style>',
      /example/,
    ],
    ['an address after a comment', '<style>rect { fill: u/**/rl(https://e.example/x) } /* </style>', /example/],
    [
      'an animation',
      '<rect width="1" height="1"><animate attributeName="x" to="9"/><set attributeName="href" to="javascript:alert(1)"/></rect>',
      /animate|<set|javascript/,
    ],
    [
      'moving styles',
      '<style>@keyframes k { from { x: 0 } to { x: 9 } } rect { animation: k 1s infinite; fill: red }</style>',
      /keyframes|animation/,
    ],
    ['an outside filter', '<filter id="f"><feImage href="https://e.example/x.png"/></filter>', /feImage|example/],
    [
      'instructions',
      '<?xml-stylesheet href="https://e.example/s.css"?><rect width="1" height="1"/>',
      /stylesheet|example/,
    ],
    [
      'other namespaces',
      '<metadata xmlns:r="urn:r"><r:secret>x</r:secret></metadata><rect inkscape:label="secret" xmlns:inkscape="urn:i" width="1" height="1"/>',
      /secret|metadata/,
    ],
  ])('%s', async (_, content, gone) => {
    const { text } = await made(svg(content));
    expect(text).not.toMatch(gone);
    expect(text).toMatch(/^<svg /);
  });

  test('and its author is told what a reader would miss', async () => {
    const label = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Label</p></foreignObject>';
    const { warnings } = await made(svg(`${label}<script/><image href="https://e.example/x.png"/>`));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      id: 'svg-parts-removed',
      args: { elements: ['<foreignObject>', '<image>', '<script>'] },
    });
  });

  test('but not what its author gave a substitute for', async () => {
    const { text, warnings } = await made(svg('<switch><foreignObject/><text>Label</text></switch>'));
    expect(warnings).toEqual([]);
    expect(text).toContain('Label');
  });
});

describe('a drawing is refused that', () => {
  test('is no SVG', async () => {
    expect(await fault('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toBe('svg-not-readable');
    expect(await fault('<svg><g></svg>')).toBe('svg-not-readable');
    expect(await fault(new Uint8Array([0xff, 0xfe, 0x3c, 0x00]))).toBe('svg-not-readable');
  });

  test('declares entities, whether they read files or multiply', async () => {
    const outside = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const laughs = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>';
    expect(await fault(outside + svg('<text>&x;</text>'))).toBe('svg-not-readable');
    expect(await fault(laughs + svg('<text>&c;</text>'))).toBe('svg-not-readable');
  });

  test('repeats itself beyond measure', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`);
    expect(await fault(svg(`<defs><path id="l0" d="M0 0"/>${levels.join('')}</defs><use href="#l12"/>`))).toBe(
      'svg-too-complex',
    );
    expect(await fault(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBe('svg-too-complex');
    expect(await fault(svg('<path d="M0 0"/>'.repeat(100_001)))).toBe('svg-too-complex');
  });

  test('is nested beyond measure', async () => {
    expect(await fault(svg('<g>'.repeat(300) + '</g>'.repeat(300)))).toBe('svg-too-complex');
    expect(['svg-too-complex', 'svg-not-readable']).toContain(
      await fault(svg('<g>'.repeat(50_000) + '</g>'.repeat(50_000))),
    );
  });

  test('holds a picture too large, or one that is not what it says', async () => {
    const header = Buffer.from(pixel, 'base64');
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    expect(await fault(svg(`<image href="data:image/png;base64,${header.toString('base64')}"/>`))).toBe(
      'svg-too-complex',
    );
    expect(await fault(svg(`<image href="data:image/jpeg;base64,${pixel}"/>`))).toBe('svg-not-readable');
    expect(await fault(svg('<image href="data:image/png;base64,AAAA"/>'))).toBe('svg-not-readable');
  });
});

test('text made to be slow to check takes no time', async () => {
  const started = performance.now();
  const size = 300_000;
  for (const value of [
    'a'.repeat(size),
    'url(#'.repeat(size / 5),
    '('.repeat(size),
    'a('.repeat(size / 2),
    ' '.repeat(size),
  ]) {
    await made(svg(`<rect fill="${value}" style="fill:${value}" width="1" height="1"/>`));
  }
  for (const css of [
    '@{'.repeat(size / 2),
    '@a;'.repeat(size / 3),
    '/*'.repeat(size / 2),
    '{'.repeat(size),
    'a{b:c}'.repeat(size / 6),
    '@'.repeat(size),
  ]) {
    await made(svg(`<style>${css}</style><rect width="1" height="1"/>`));
  }
  expect(performance.now() - started).toBeLessThan(30_000);
});
