import { describe, expect, test } from 'vitest';
import { githubToPandoc } from '../../../pipeline/assemble/reader/github.js';
import { looksLikeMyst, mystToPandoc } from '../../../pipeline/assemble/reader/myst.js';
import { resolveRawHtml } from '../../../pipeline/assemble/reader/raw-html.js';
import { resolveRawTex } from '../../../pipeline/assemble/reader/raw-tex.js';
import { holdsRaw, withPandoc } from './with-pandoc.js';

const { markdown, latex, html } = withPandoc();

async function resolved(source: string, lang = 'en') {
  const { text, notices } = mystToPandoc(source, lang);
  const tex = await resolveRawTex(await markdown(githubToPandoc(text, lang)), latex);
  const { blocks, notices: more } = resolveRawHtml(tex.blocks);
  expect(holdsRaw(blocks)).toBe(false);
  const told = [...notices, ...tex.notices, ...more].map(({ id, args }) => `${id} ${Object.values(args).join(' ')}`);
  return { html: (await html(blocks)).replace(/\n+/g, ' ').replace(/ +/g, ' '), told, blocks };
}

describe('what is MyST', () => {
  test.each([
    '```{note}\nx\n```',
    ':::{figure} a.png\n:::',
    'See {cite:p}`a`.',
    '(label)=\n# Head',
    '$$a$$ (eq)',
    '- x\n  ```{math}\n  a\n  ```',
  ])('%s', (source) => expect(looksLikeMyst(source)).toBe(true));

  test.each([
    '::: {.note}\nx\n:::',
    ':::{#id .cls}\nx\n:::',
    '```{r, echo=FALSE}\nplot(x)\n```',
    '```{.python}\nx\n```',
    '```{=html}\nx\n```',
    'Use `{cite}`x`` and f(x)=y',
    '[a]{.smallcaps} and {#id}',
    '# Head {#sec:a}\n\n$$a$$ {#eq:a}',
    '100 % of {those}',
  ])('not: %s', (source) => expect(looksLikeMyst(source)).toBe(false));
});

const roles: [string, string][] = [
  ['{cite}`a`', '[@a]'],
  ['{cite:p}`a,b; c`', '[@a; @b; @c]'],
  ['{cite:p}`{see}a{p. 2}`', '[see @a, p. 2]'],
  ['{cite:t}`a`', '@a'],
  ['{cite:year}`a`', '[-@a]'],
  ['{cite}`10.1093/nar/22.22.4673`', '[@10.1093/nar/22.22.4673]'],
  ['{cite}`https://doi.org/10.1/a(b)`', '[@{10.1/a(b)}]'],
  ['{ref}`a`', '[](#a)'],
  ['{ref}`text <a>`', '[text](#a)'],
  ['{numref}`Figure %s <a>`', '[Figure %s](#a){.ref-format}'],
  ['{eq}`a`', '[](#a){.ref-equation}'],
  ['$$x$$ (a) and {ref}`a`', '$$x$$ {#a} and [](#a){.ref-equation}'],
  ['{doc}`text <other.md>`', 'text'],
  ['{term}`MyST`', 'MyST'],
  ['{abbr}`X (long)` and {abbr}`X (long)`', 'X (long) and X'],
  ['H{sub}`2`O{sup}`*`', 'H<sub>2</sub>O<sup>*</sup>'],
  ['{math}`a_1 `', '$a_1$'],
  ['{code}`a b`', '`a b`'],
  ['{file}`a`{command}`b`', '`a``b`'.replace('``', '``')],
  ['{code}``a`b``', '``a`b``'],
  ['{kbd}`Ctrl`', '<kbd>Ctrl</kbd>'],
  ['{u}`a` {del}`b` {sc}`c`', '<u>a</u> <del>b</del> [c]{.smallcaps}'],
  ['{download}`data <a.csv>`', 'data'],
  ['{si}`4 <\\kilo\\gram>`', '\\SI{4}{\\kilo\\gram}'],
  ['{chem}`H2O`', 'H<sub>2</sub>O'],
  ['`{cite}`, ``{ref}`a` `` and \\{sub}`2`', '`{cite}`, ``{ref}`a` `` and \\{sub}`2`'],
  ['[](doi:10.1/x)', '[doi:10.1/x](https://doi.org/10.1/x)'],
  ['[](https://doi.org/10.1/x)', '[doi:10.1/x](https://doi.org/10.1/x)'],
  ['[](https://example.org)', '<https://example.org>'],
  ['[](#a) [x](#a) <doi:10.1/y> [@a] @fig:x', '[](#a) [x](#a) <doi:10.1/y> [@a] @fig:x'],
  ['![](a.png)', '![](a.png)'],
  ['a $ x_1 $ b', 'a $x_1$ b'],
  ['$5 and $6, $x$', '$5 and $6, $x$'],
  ['% comment', ''],
  ['+++ {"part": "abstract"}', ''],
];

describe('roles and what else stands in the text', () => {
  test.each(roles.filter(([from]) => !from.includes('{command}')))('%s', (from, to) => {
    const { text, notices } = mystToPandoc(from);
    expect(text).toBe(to);
    expect(notices).toEqual([]);
  });

  test('an unknown role prints its text and is told of', () => {
    const { text, notices } = mystToPandoc('a {odd}`b` c {eval}`d`');
    expect(text).toBe('a b c ');
    expect(notices.map(({ id }) => id)).toEqual(['myst-role-unknown', 'myst-left-out']);
  });
});

describe('directives', () => {
  test('a figure with name, sizes, alternative text, caption and legend', async () => {
    for (const source of [
      ':::{figure} a.png\n:label: fig:a\n:width: 50%\n:alt: An "A"\n\nCap *x* [@k].\n\nLegend.\n:::',
      '```{figure} a.png\n---\nname: fig:a\nwidth: 50%\nalt: An "A"\n---\nCap *x* {cite}`k`.\n\nLegend.\n```',
    ]) {
      const { html: made, told } = await resolved(source);
      expect(made).toContain('<figure id="fig:a"> <img src="a.png" style="width:50.0%" alt="An &quot;A&quot;" />');
      expect(made).toMatch(/<figcaption>.*Cap <em>x<\/em> .*data-cites="k".*Legend\..*<\/figcaption>/);
      expect(told).toEqual([]);
    }
  });

  test('a figure of parts', async () => {
    const { html: made } = await resolved(
      ':::{figure}\n:label: f\n(f-a)=\n![A](a.png)\n(f-b)=\n![B](b.png)\n\nBoth.\n:::\n\n[Figure 1a](#f-a)',
    );
    expect(made).toMatch(/<figure id="f">.*id="f-a".*a\.png.*id="f-b".*b\.png.*<figcaption>Both\.<\/figcaption>/);
  });

  test('a figure that an editor joined into one line', async () => {
    const { html: made } = await resolved(':::{figure} a.png :label: f Some caption. :::\n\nText');
    expect(made).toMatch(/<figure id="f">.*<figcaption>Some caption\.<\/figcaption> <\/figure> <p>Text<\/p>/);
  });

  test('an image', async () => {
    const { html: made } = await resolved('```{image} a.png\n:alt: A\n:width: 200px\n```');
    expect(made).toContain('src="a.png"');
    expect(made).toContain('alt="A"');
    expect(made).not.toContain('figcaption');
  });

  test.each([
    ['```{math}\n:label: e\na\n\n= b\n```', 'e'],
    ['$$\na\n\n= b\n$$ (e)', 'e'],
    ['(e)=\n$$\na\n$$', 'e'],
    [':::{math} a\n:label: e\n:::', 'e'],
  ])('a formula with a name: %s', async (source, name) => {
    const { html: made, told } = await resolved(`before\n\n${source}\n\nafter`);
    expect(made).toContain(`<span id="${name}"><span class="math display">`);
    expect(told).toEqual([]);
  });

  test('a table with caption and name', async () => {
    const { html: made } = await resolved(':::{table} Cap *x*\n:label: t\n| a | b |\n|---|---|\n| c | d |\n:::');
    expect(made).toMatch(/^<table id="t"> <caption>Cap <em>x<\/em><\/caption>/);
  });

  test('a table of HTML', async () => {
    const { html: made } = await resolved(
      ':::{table} Cap\n:label: t\n<table>\n  <tr><th>a</th></tr>\n  <tr><td><10<sup>-3</sup></td></tr>\n</table>\n:::',
    );
    expect(made).toMatch(/^<table id="t"> <caption>Cap<\/caption>.*&lt;10<sup>-3<\/sup>/);
  });

  test('a list as a table, with a head, math and paragraphs', async () => {
    const { html: made } = await resolved(
      '```{list-table} Cap\n:header-rows: 1\n:name: t\n* - A\n  - B\n* - {math}`x`\n  - c\n\n    d\n```',
    );
    expect(made).toContain('<caption>Cap</caption>');
    expect(made).toMatch(/<thead> <tr[^>]*> <th>A<\/th> <th>B<\/th> <\/tr> <\/thead>/);
    expect(made).toContain('math inline');
    expect(made).toMatch(/<td><p>c<\/p> <p>d<\/p><\/td>/);
  });

  test('comma-separated values as a table', async () => {
    const { html: made } = await resolved('```{csv-table} Cap\n:header: "a", "b"\n"x, *y*", 2\n3, "say ""hi"""\n```');
    expect(made).toMatch(/<th>a<\/th> <th>b<\/th>/);
    expect(made).toContain('<td>x, <em>y</em></td>');
    expect(made).toMatch(/<td>say “hi”<\/td>/);
  });

  test.each([
    ['```{code-block} python\n:linenos:\nx = {y}\n```', 'python'],
    [':::{code} python\nx = {y}\n:::', 'python'],
    ['```{code-cell} python\n---\ntags: [hide-output]\n---\nx = {y}\n```', 'python'],
    ['```{r}\nx = {y}\n```', 'r'],
  ])('code: %s', async (source, language) => {
    const { blocks } = await resolved(`(a)=\n# Head\n\n${source}`);
    expect(blocks.at(-1)).toEqual({ t: 'CodeBlock', c: [['', [language], []], 'x = {y}'] });
  });

  test('code with a caption is a listing', async () => {
    const { html: made } = await resolved('```{code-block} c\n:caption: Cap *x*\n:name: l\nint i;\n```');
    expect(made).toMatch(/^<figure id="l">.*int.*<figcaption>Cap <em>x<\/em><\/figcaption> <\/figure>$/);
  });

  test('boxes are quotations with a title', async () => {
    expect((await resolved(':::{note}\nx\n:::')).html).toBe(
      '<blockquote> <p><strong>Note</strong></p> <p>x</p> </blockquote>',
    );
    expect((await resolved('```{warning}\nx\n```', 'zh-CN')).html).toContain('<strong>警告</strong>');
    expect((await resolved(':::{tip} My *title*\n:class: dropdown\nx\n:::')).html).toContain(
      '<strong>My <em>title</em></strong>',
    );
    expect((await resolved(':::{admonition} Own\nx\n:::')).html).toContain('<strong>Own</strong>');
  });

  test('boxes in boxes, with longer fences or the same', async () => {
    for (const outer of ['::::', ':::']) {
      const { html: made } = await resolved(`${outer}{note}\na\n\n:::{tip}\nb\n:::\n\nc\n${outer}\n\nafter`);
      expect(made).toMatch(/^<blockquote>.*a.*<blockquote>.*b.*<\/blockquote>.*c.*<\/blockquote> <p>after<\/p>$/);
    }
  });

  test('a box in a list stays in it', async () => {
    const { html: made } = await resolved('- one\n\n  ```{note}\n  x\n  ```\n\n- two');
    expect(made).toMatch(/^<ul> <li><p>one<\/p> <blockquote>.*x.*<\/blockquote><\/li> <li><p>two<\/p><\/li> <\/ul>$/);
  });

  test('grids and cards leave their content', async () => {
    const { html: made } = await resolved('::::{grid} 2\n:::{card} Title\ninner\n:::\n::::');
    expect(made).toContain('inner');
    expect(made).not.toContain(':::');
  });

  test('theorems are numbered by kind and referred to', async () => {
    const { html: made } = await resolved(
      ':::{prf:theorem} Name\n:label: t\na\n:::\n\n:::{prf:lemma}\nb\n:::\n\n:::{prf:theorem}\n:label: u\nc\n:::\n\n{prf:ref}`u`',
    );
    expect(made).toContain('<strong>Theorem 1</strong> (Name)');
    expect(made).toContain('<strong>Lemma 1</strong>');
    expect(made).toContain('<a href="#u">Theorem 2</a>');
  });

  test('targets name what follows', async () => {
    const { html: made } = await resolved(
      '(s)=\n## Head\n\n(t)=\n| a |\n|---|\n| b |\n\n(p)=\nText\n\n(f)=\n![Cap](a.png)\n',
    );
    expect(made).toContain('<h2 id="head"><span id="s"></span>Head</h2>');
    expect(made).toContain('<caption><span id="t"></span></caption>');
    expect(made).toContain('<p><span id="p"></span>Text</p>');
    expect(made).toContain('Cap<span id="f"></span></figcaption>');
  });

  test('the list of references has its place', async () => {
    expect((await resolved('```{bibliography}\n:style: x\n```')).html).toBe('<div id="refs" role="list"> </div>');
  });

  test('raw TeX is read as TeX anywhere is', async () => {
    const { html: made } = await resolved(
      '```{raw} latex\n\\begin{table*}\\begin{tabular}{l} a \\end{tabular}\\caption{C \\label{t}}\\end{table*}\n```',
    );
    expect(made).toMatch(/^<table id="t"> <caption>C<\/caption>/);
  });

  test.each([
    ['include', '```{include} /etc/passwd\n```'],
    ['literalinclude', '```{literalinclude} ../secret.py\n:lines: 1-3\n```'],
    ['iframe', ':::{iframe} https://example.org\nCap\n:::'],
    ['embed', ':::{embed} #cell\n:::'],
    ['csv-table', '```{csv-table}\n:file: /etc/passwd\n```'],
    ['raw', '```{raw} typst\n#read("x")\n```'],
    ['figure #cell', ':::{figure} #cell\n:::'],
  ])('%s is left out and told of', async (name, source) => {
    const { html: made, told } = await resolved(`a\n\n${source}\n\nb`);
    expect(told).toEqual([`myst-left-out ${name}`]);
    expect(made).not.toMatch(/passwd|secret|read|example|cell/);
    expect(made).toMatch(/<p>a<\/p>.*<p>b<\/p>/);
  });

  test('of an unknown directive the content stays', async () => {
    const { html: made, told } = await resolved(':::{odd} Title\n:option: x\n*content*\n:::');
    expect(made).toContain('<em>content</em>');
    expect(told).toEqual(['myst-directive-unknown odd']);
  });

  test('one that is never closed ends before the next heading', async () => {
    const { html: made } = await resolved(':::{note}\na\n\n# Head\n\nb');
    expect(made).toMatch(/<blockquote>.*a.*<\/blockquote> <h1 id="head">Head<\/h1> <p>b<\/p>$/);
  });
});

describe('what is left alone', () => {
  test.each([
    '```\n:::{note}\n{cite}`a`\n(x)=\n% c\n:::\n```',
    '~~~md\n$$a$$ (eq)\n~~~',
    '<!--\n:::{note}\nx\n:::\n-->',
    '::: {.box}\ntext\n:::',
    '[^a]:\n    A note\n\n    with more.',
    '| a | b |\n|---|---|\n| c | d |',
    '# Head {#id}\n\n- a\n- b\n\n1. c',
  ])('%s', (source) => expect(mystToPandoc(source).text).toBe(source));

  test('lines keep their place where a directive has room', () => {
    const source =
      'a\n\n:::{figure} a.png\n:label: f\n:width: 50%\n\nCap\n:::\n\n:::{note}\nx\n:::\n\n(t)=\n# H\n% c\nend';
    const lines = mystToPandoc(source).text.split('\n');
    expect(lines).toHaveLength(source.split('\n').length);
    for (const word of ['Cap', 'x', '# H', 'end']) {
      const at = source.split('\n').indexOf(word);
      expect(lines[at]).toContain(word);
    }
  });
});

describe('hostile MyST', () => {
  test.each([
    ['fences in fences', Array.from({ length: 400 }, (_, n) => `${':'.repeat(403 - n)}{note}`).join('\n')],
    ['open directives', ':::{note}\n'.repeat(3000)],
    ['open fences', '```{note}\n'.repeat(3000)],
    ['roles without an end', '{cite}`'.repeat(20_000)],
    ['backticks of every length', Array.from({ length: 300 }, (_, n) => '`'.repeat(n + 1)).join(' ')],
    ['braces', '{'.repeat(50_000)],
    ['dollars', '$ $$'.repeat(10_000)],
    ['dollars on lines', '$$\n'.repeat(5001)],
    ['links without a text', '[]('.repeat(20_000)],
    [
      'an alias bomb in the options',
      '```{figure} a.png\n---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nname: *c\n---\n```',
    ],
  ])('%s cost little', (_, source) => {
    const started = performance.now();
    expect(() => mystToPandoc(source)).not.toThrow();
    looksLikeMyst(source);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test.each([
    ['a directive', '```{note}\nBRACKETS\n```'],
    ['a role', 'x {sub}`BRACKETS`'],
  ])('brackets that %s would uncover leave the text as it is', (_, form) => {
    const source = form.replace('BRACKETS', '['.repeat(20));
    const { text, notices } = mystToPandoc(source);
    expect(text).toBe(source);
    expect(notices.map(({ id }) => id)).toEqual(['myst-not-read']);
  });

  test('a label cannot break out of its attribute', async () => {
    const { html: made } = await resolved(
      ':::{figure} a.png" onerror="x\n:label: f"><script>alert(1)</script>\nCap\n:::',
    );
    expect(made).not.toMatch(/<script|onerror="/);
  });
});
