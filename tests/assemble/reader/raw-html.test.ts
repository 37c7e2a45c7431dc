import { describe, expect, test } from 'vitest';
import { resolveRawHtml } from '../../../pipeline/assemble/reader/raw-html.js';
import { holdsRaw, withPandoc } from './with-pandoc.js';

const { markdown, html } = withPandoc();

async function resolved(source: string) {
  const result = resolveRawHtml(await markdown(source));
  expect(holdsRaw(result.blocks)).toBe(false);
  const told = result.notices.map(({ id, args }) => `${id} ${Object.values(args).join(' ')}`);
  return { html: (await html(result.blocks)).replace(/\n+/g, '').replace(/ +/g, ' '), told };
}

describe('raw HTML in running text', () => {
  test.each([
    ['H<sub>2</sub>O, 1<sup>st</sup>', '<p>H<sub>2</sub>O, 1<sup>st</sup></p>'],
    [
      '<b>a *b*</b> <i>c</i> <u>d</u> <del>e</del>',
      '<p><strong>a <em>b</em></strong> <em>c</em> <u>d</u> <del>e</del></p>',
    ],
    ['a<br>b<br/>c', '<p>a<br />b<br />c</p>'],
    ['<code>x &amp; y</code> <kbd>Ctrl</kbd>', '<p><code>x &amp; y</code> <code class="kbd">Ctrl</code></p>'],
    ['<a href="https://example.org/?a=1&amp;b">t</a>', '<p><a href="https://example.org/?a=1&amp;b">t</a></p>'],
    ['<q>a</q>', '<p>“a”</p>'],
    ['x <!-- lint ignore --> y', '<p>x y</p>'],
    ['a <b>open and *x <i>y* z</i>', '<p>a open and <em>x y</em> z</p>'],
    ['</b>a', '<p>a</p>'],
    ['<span id="s">a</span>', '<p><span id="s">a</span></p>'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '<p>漢(かん)</p>'],
    ['`<b>x</b>`{=html}', '<p><strong>x</strong></p>'],
    ['1 < 2 and a<b', '<p>1 &lt; 2 and a&lt;b</p>'],
  ])('%s', async (source, expected) => {
    const { html: made, told } = await resolved(source);
    expect(made).toBe(expected);
    expect(told).toEqual([]);
  });

  test('an unknown tag is told of, and its text stays', async () => {
    const { html: made, told } = await resolved('std::vector<Thing> and <Foo>bar</Foo>');
    expect(made).toBe('<p>std::vector and bar</p>');
    expect(told).toEqual(['html-unknown-tag Thing', 'html-unknown-tag Foo']);
  });

  test.each([
    ['a <script>alert(1)</script> b', 'alert'],
    ['a <style>p { color: red }</style> b', 'color'],
    ['<template>gone</template>', 'gone'],
  ])('%s vanishes without a word', async (source, gone) => {
    const { html: made, told } = await resolved(source);
    expect(made).not.toContain(gone);
    expect(told).toEqual([]);
  });

  test.each([
    ['iframe', 'a <iframe src="https://example.org">inner</iframe> b'],
    ['svg', '<svg><text>inner</text></svg>'],
    ['object', '<object data="x.swf">inner</object>'],
    ['form', '<form><p>inner</p></form>'],
    ['video', '<video src="a.mp4">inner</video>'],
  ])('<%s> is left out with its content, and told of', async (name, source) => {
    const { html: made, told } = await resolved(source);
    expect(made).not.toContain('inner');
    expect(told).toContain(`html-left-out ${name}`);
  });

  test('raw text of other formats is left out and told of', async () => {
    const { html: made, told } = await resolved('a `#read("x")`{=typst} b\n\n```{=openxml}\n<w:p/>\n```\n');
    expect(made).toBe('<p>a b</p>');
    expect(told).toEqual(['raw-left-out typst', 'raw-left-out openxml']);
  });
});

describe('images in HTML', () => {
  test('one that has a paragraph to itself is a figure without a caption', async () => {
    const { html: made } = await resolved('<p align="center">\n<img src="a.png" width="300" alt="Caf&eacute;">\n</p>');
    expect(made).toBe('<figure><img src="a.png" alt="Café" width="300" /></figure>');
  });

  test('two side by side stay a paragraph', async () => {
    const { html: made } = await resolved('<img src="a.png" alt="A"> <img src="b.png" alt="B">');
    expect(made).toMatch(/^<p><img src="a.png"[^>]*> <img src="b.png"[^>]*><\/p>$/);
  });

  test('a width may stand in the style', async () => {
    const { html: made } = await resolved('x <img src="a.png" style="width: 50%; color: red"> y');
    expect(made).toContain('width:50.0%');
    expect(made).not.toContain('color');
  });
});

describe('HTML between paragraphs', () => {
  test.each([
    ['a comment', 'a\n\n<!-- c\n\nd -->\n\nb', '<p>a</p><p>b</p>'],
    ['a rule', '<hr>', '<hr />'],
    ['a tag right behind text', 'a\n<hr>\nb', '<p>a</p><hr /><p>b</p>'],
    ['centred text', '<center>\na *b*\n</center>', '<p>a <em>b</em></p>'],
    ['a list', '<ul><li>one</li><li>two *x*</ul>', '<ul><li>one</li><li>two <em>x</em></li></ul>'],
    ['a numbered list', '<ol start="3"><li>a</li></ol>', '<ol start="3" type="1"><li>a</li></ol>'],
    ['a definition list', '<dl><dt>a<dd>b</dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['a heading', '<h2 align="center">Big *x*</h2>', '<h2 id="big-x">Big <em>x</em></h2>'],
    ['a quotation', '<blockquote>a</blockquote>', '<blockquote><p>a</p></blockquote>'],
    ['a listing', '<pre><code class="language-c">a &lt; b\n\n  c</code></pre>', '<code class="sourceCode c">'],
    ['raw HTML in one piece', '```{=html}\n<p>a <b>b</b></p>\n```', '<p>a <strong>b</strong></p>'],
    ['an open division', '<section>\n\na\n', '<p>a</p>'],
  ])('%s', async (_, source, expected) => {
    const { html: made, told } = await resolved(source);
    expect(made).toContain(expected);
    expect(told).toEqual([]);
  });

  test('a collapsed section is open in a book', async () => {
    const { html: made } = await resolved('<details><summary>More</summary>\n\nText\n\n</details>');
    expect(made).toBe('<div class="details"><p><strong>More</strong></p><p>Text</p></div>');
  });

  test('a figure takes the place of pandoc’s own', async () => {
    const { html: made } = await resolved(
      '<figure id="f">\n\n![alt](a.png){width=50%}\n\n<figcaption>Cap *x*, [@k]</figcaption>\n</figure>',
    );
    expect(made.match(/<figure/g)).toHaveLength(1);
    expect(made).toContain('<figure id="f"><img src="a.png"');
    expect(made).toContain('<figcaption>Cap <em>x</em>');
  });

  test('a figure round a table is the table’s', async () => {
    const { html: made } = await resolved(
      '<figure id="t"><figcaption>Cap</figcaption>\n\n| a |\n|--|\n| b |\n\n</figure>',
    );
    expect(made).toMatch(/^<table id="t"><caption>Cap<\/caption>/);
  });

  test('a table keeps spans, alignment, head and Markdown', async () => {
    const { html: made } = await resolved(
      '<table id="t"><caption>C</caption><tr><th>a<th align="right">b</tr>\n<tr><td colspan="2">*x*</td></tr><tr><td>y</td></tr></table>',
    );
    expect(made).toContain('<table id="t"><caption>C</caption>');
    expect(made).toContain('<thead><tr><th>a</th><th style="text-align: right;">b</th></tr></thead>');
    expect(made).toContain('<td colspan="2"><em>x</em></td>');
    expect(made).toMatch(/<tr><td>y<\/td><td[^>]*><\/td><\/tr>/);
  });

  test('an anchor in a paragraph of its own names what follows', async () => {
    const { html: made } = await resolved('<a id="x"></a>\n\n## Head');
    expect(made).toBe('<h2 id="head"><span id="x"></span>Head</h2>');
  });
});

describe('hostile HTML', () => {
  test.each([
    ['an endless colspan', '<table><tr><td colspan="99999999" rowspan="99999999">a</td></tr></table>'],
    ['names of JavaScript’s own', '<constructor>a</constructor> <__proto__>b</__proto__> <toString>c</toString>'],
    ['deep nesting', `${'<div><span>'.repeat(300)}a${'</span></div>'.repeat(300)}`],
    ['a tag that never ends', `\`${'<a '.repeat(20_000)}\`{=html}`],
    ['quotes that never end', `\`${`<a "${'x'.repeat(50)}`.repeat(2000)}\`{=html}`],
    ['unclosed tags', '<b>'.repeat(300)],
  ])('%s costs no time and loses no text', async (_, source) => {
    const blocks = await markdown(source);
    const started = performance.now();
    const result = resolveRawHtml(blocks);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(holdsRaw(result.blocks)).toBe(false);
  });
});
