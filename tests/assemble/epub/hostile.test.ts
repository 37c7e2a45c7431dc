import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Root } from 'xast';
import { renderEpub } from '../../../pipeline/assemble/epub/render.js';
import { openPandoc, type PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import type { Attr, Block } from '../../../pipeline/assemble/reader/ast.js';
import { all, type Book, byId, openBook, textOf, withClass } from './book.js';
import { code, coverPng, document, heading, link, manuscript, note, para, plain, volume, words } from './volume.js';

/** What the reader never lets through, given to this stage directly: it must not depend on that. */
const attributes: Attr = [
  'm--x" onload="alert(1)',
  ['noteref', 'math', '"><script>', 'cover'],
  [
    ['onclick', 'alert(1)'],
    ['style', 'background:url(https://tracker.example/x.png);position:fixed'],
    ['srcdoc', '<script>alert(1)</script>'],
    ['formaction', 'https://example.org'],
    ['http-equiv', 'refresh'],
    ['epub:type', 'pagebreak'],
    ['role', 'doc-pagebreak'],
    ['galley', 'noteref'],
    ['galley', 'notes'],
    ['xmlns:x', 'http://www.w3.org/1999/xhtml'],
    ['lang', 'en" onclick="x'],
    ['data-x', 'y'],
  ],
];

const addresses = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//host.example/x',
  '../../secret',
  '#nowhere',
  'https://',
];

const blocks: Block[] = [
  { t: 'RawBlock', c: ['html', '<script>alert("raw block")</script>'] },
  { t: 'Header', c: [1, attributes, words('Heading')] },
  para(
    { t: 'RawInline', c: ['html', '<img src="x" onerror="alert(1)">'] },
    { t: 'Span', c: [attributes, words('a span')] },
    ' <script>alert("text")</script> & ]]> ',
    { t: 'Code', c: [attributes, '</code><script>'] },
    { t: 'Image', c: [['', [], [['alt', '"><script>']]], [], ['https://tracker.example/pixel.png', '']] },
    { t: 'Image', c: [['', [], []], [], ['../../../etc/passwd', '']] },
  ),
  { t: 'Div', c: [attributes, [para('in a div')]] },
  { t: 'CodeBlock', c: [attributes, '</pre><script>alert(1)</script>'] },
  ...addresses.map((address) => para(link(address, `to ${address.trim().slice(0, 4)}`))),
  para(link('https://example.org/"><script>', 'quoted')),
  para(link('https://example.org/中文 path', 'spaces and Han')),
  para({ t: 'Math', c: [{ t: 'InlineMath' }, '\\text{</math><script>alert(1)</script>}'] }),
  para({ t: 'Math', c: [{ t: 'InlineMath' }, '\\href{javascript:alert(1)}{x}'] }),
  para('control \u0001\u0008\u000b\ufffe characters'),
  code('python" onclick="x', 'x = 1'),
  heading(1, 'm--twice', 'Twice'),
  heading(1, 'm--twice', 'Twice'),
  para(link('https://example.org', 'a link ', { t: 'Emph', c: [note(para('with a note in it'))] })),
];

let pandoc: PandocDoor;
let book: Book;
let page: Root;
let messages: unknown[];

beforeAll(async () => {
  pandoc = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: 'embedded' } });
  const author = { affiliations: [], corresponding: true, email: 'a@b.example"><script>', name: '<script>x</script>' };
  const about = manuscript('m', {
    title: 'A <script>alert(1)</script> title',
    authors: [author],
    keywords: ['</div><script>'],
    section: '<b>section</b>',
    doi: '10.1/"><script>',
    license: '<i>licence</i>',
  });
  const one = document(about, blocks);
  const { epub } = await renderEpub(
    volume([one], { title: '</title><script>', editors: [author], publisher: { name: ']]><x/>' }, isbn: '<9>' }),
    [one],
    { pandoc, cover: await coverPng(), sourceDate: new Date('2026-06-01') },
  );
  book = openBook(epub);
  page = book.pages.at(-1)!.root;
  messages = (await EpubCheck.validate(epub)).messages.filter(({ id }) => id !== 'OPF-085');
});

afterAll(() => pandoc.close());

describe('a hostile manuscript', () => {
  test('brings no element but those of a text', () => {
    const names = new Set(book.pages.flatMap(({ root }) => all(root).map(({ name }) => name)));
    for (const name of ['script', 'iframe', 'object', 'embed', 'form', 'input', 'style', 'svg', 'base', 'x']) {
      expect(names.has(name)).toBe(false);
    }
    expect(textOf(page)).toContain('<script>alert("text")</script> & ]]>');
  });

  test('brings no attribute that acts, loads or claims a role', () => {
    for (const { name, attributes: found } of all(page)) {
      for (const [key, value] of Object.entries(found)) {
        expect(key, name).not.toMatch(/^on|srcdoc|formaction|http-equiv|^data-/i);
        if (key === 'style') expect(value).toMatch(/^(text-align|width|padding)/);
        if (key === 'role') expect(value).toMatch(/^doc-(chapter|noteref|footnote|backlink|subtitle)$/);
        if (key === 'lang') expect(value).toMatch(/^[a-z-]+$/i);
      }
    }
    const [span] = all(page, 'span').filter((element) => textOf(element) === 'a span');
    expect(span!.attributes).toEqual({});
  });

  test('links nowhere but to the web, to mail and within the book', () => {
    const hrefs = all(page, 'a').map(({ attributes }) => attributes.href!);
    for (const href of hrefs) expect(href).toMatch(/^(https:\/\/|mailto:|#m\.fn|#m\.fnref)/);
    for (const address of addresses) expect(textOf(page)).toContain(`to ${address.trim().slice(0, 4)}`);
    expect(hrefs).toContain('https://example.org/%E4%B8%AD%E6%96%87%20path');
  });

  test('shows no image that was not checked', () => {
    expect(all(page, 'img')).toEqual([]);
    expect([...book.items.values()].filter(({ href }) => href!.startsWith('images/'))).toHaveLength(1);
  });

  test('cannot pass its own text off as a note', () => {
    expect(withClass(page, 'noteref')).toHaveLength(1);
    expect(all(page, 'aside').map((aside) => textOf(aside).trim())).toEqual(['1 with a note in it']);
  });

  test('keeps a call out of the link that it stood in', () => {
    for (const anchor of all(page, 'a')) expect(all(anchor, 'a')).toEqual([]);
  });

  test('gives no identifier twice', () => {
    expect(all(page).filter(({ attributes }) => attributes.id === 'm--twice')).toHaveLength(1);
    expect(byId(page, 'm--twice')).toBeDefined();
  });

  test('leaves a book that EPUBCheck has nothing to say about', () => {
    expect(messages).toEqual([]);
  });
});

describe('a large volume', () => {
  test('takes time in proportion to its text', async () => {
    const cover = await coverPng();
    const long = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        para('一段中文与 English 的混排文字，', { t: 'Emph', c: words('着重') }, `第 ${index} 段。`),
      );
    const time = async (count: number) => {
      const one = document(manuscript('long'), [...long(count), { t: 'BulletList', c: [[plain('end')]] }]);
      const started = performance.now();
      await renderEpub(volume([one]), [one], { pandoc, cover, sourceDate: new Date(0) });
      return performance.now() - started;
    };
    await time(200);
    const few = await time(1_000);
    expect(await time(8_000)).toBeLessThan(few * 8 * 3 + 500);
  });
});
