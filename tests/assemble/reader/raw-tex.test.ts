import { describe, expect, test } from 'vitest';
import type { Block } from '../../../pipeline/assemble/reader/ast.js';
import { settableMath, splitMathLabel } from '../../../pipeline/assemble/reader/display-math.js';
import { resolveRawHtml } from '../../../pipeline/assemble/reader/raw-html.js';
import { resolveRawTex } from '../../../pipeline/assemble/reader/raw-tex.js';
import { holdsRaw, withPandoc } from './with-pandoc.js';

const { markdown, latex, html } = withPandoc();

async function resolved(source: string) {
  const runs: string[] = [];
  const { blocks, notices } = await resolveRawTex(await markdown(source), (tex) => {
    runs.push(tex);
    return latex(tex);
  });
  expect(holdsRaw(blocks)).toBe(false);
  const told = notices.map(({ id, args }) => `${id} ${Object.values(args).join(' ')}`);
  const all = resolveRawHtml(blocks).blocks;
  return { html: (await html(all)).replace(/\n+/g, ' ').replace(/ +/g, ' '), told, runs, blocks: all };
}

describe('TeX in running text', () => {
  test.each([
    ['See \\ref{a}.', '<p>See <a href="#a" class="ref-number"></a>.</p>'],
    [
      '\\autoref{a}, \\cref{b} and \\Cref{c}',
      '<p><a href="#a" class="ref"></a>, <a href="#b" class="ref"></a> and <a href="#c" class="ref"></a></p>',
    ],
    ['\\cref{a,b}', '<p><a href="#a" class="ref"></a>, <a href="#b" class="ref"></a></p>'],
    [
      '\\eqref{a} \\nameref{b} \\pageref{c}',
      '<p><a href="#a" class="ref-equation"></a> <a href="#b" class="ref-name"></a> <a href="#c" class="ref"></a></p>',
    ],
    ['Figure~\\ref{a}', '<p>Figure\u00a0<a href="#a" class="ref-number"></a></p>'],
    ['a \\label{x}', '<p>a<span id="x"></span></p>'],
    ['\\textbf{a} \\emph{b} \\texttt{c}', '<p><strong>a</strong> <em>b</em> <code>c</code></p>'],
    ['{\\em a b} and {\\bf c}', '<p><span><em>a b</em></span> and <span><strong>c</strong></span></p>'],
    ['\\LaTeX and \\TeX', '<p>LaTeX and TeX</p>'],
    ['a\\footnote{b}', '<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'],
    ['\\SI{3}{\\meter}', '<p>3\u00a0m</p>'],
    ['\\ce{H2O}', '<p>H<sub>2</sub>O</p>'],
    ['\\noindent Text \\vspace{1cm} more', '<p>Text more</p>'],
    ['a\\newline b', '<p>a<br /> b</p>'],
    ['\\href{https://example.org}{a}', '<p><a href="https://example.org">a</a></p>'],
    ['`\\textit{a}`{=latex}', '<p><em>a</em></p>'],
    ['\\makecell{a\\\\b}', '<p><span>a b</span></p>'],
  ])('%s', async (source, expected) => {
    const { html: made, told } = await resolved(source);
    expect(made.replace(/ <section id="footnotes.*/, '')).toBe(expected);
    expect(told).toEqual([]);
  });

  test('citations are pandoc’s, and print as Markdown writes them where no bibliography knows them', async () => {
    const { blocks } = await resolved('\\citep[see][p. 2]{a,b} and \\citet{c}');
    const text = JSON.stringify(blocks);
    expect(text.match(/"citationId":"(\w)"/g)).toEqual(['"citationId":"a"', '"citationId":"b"', '"citationId":"c"']);
    expect(text).toContain('"AuthorInText"');
    expect(text).toContain('[@a; @b]');
  });

  test('what is no TeX is printed as it stands, and told of', async () => {
    const { html: made, told } = await resolved('C:\\temp\\new and more');
    expect(made).toBe('<p>C:\\temp\\new and more</p>');
    expect(told).toEqual(['tex-printed-as-written \\temp', 'tex-printed-as-written \\new']);
  });

  test('of an unknown command the text stays', async () => {
    const { html: made, told } = await resolved('a \\mycommand{the \\textbf{text}} b');
    expect(made).toBe('<p>a the <strong>text</strong> b</p>');
    expect(told).toEqual(['tex-command-unknown mycommand']);
  });
});

describe('TeX between paragraphs', () => {
  test('a table with caption, label, rules and spans', async () => {
    const { html: made, told } = await resolved(`Before
\\begin{table*}[ht]
\\centering
\\small
\\begin{tabular}{lr}
\\toprule
\\textbf{A} & B \\\\ \\midrule
c & 1 \\\\ \\cmidrule(lr){1-2}
\\multicolumn{2}{c}{d} \\\\ \\bottomrule
\\end{tabular}
\\caption{Cap \\label{tab:a}}
\\end{table*}
after`);
    expect(made).toContain('<table id="tab:a">');
    expect(made).toContain('<caption>Cap</caption>');
    expect(made).toContain('<strong>A</strong>');
    expect(made).toContain('colspan="2"');
    expect(made).not.toContain('1-2');
    expect(made).toMatch(/^<p>Before<\/p>.*<p>after<\/p>$/);
    expect(told).toEqual([]);
  });

  test('a figure', async () => {
    const { html: made } = await resolved(
      '\\begin{figure}[h]\n\\centering\n\\includegraphics[width=0.5\\textwidth]{a.png}\n\\caption{Cap}\\label{fig:a}\n\\end{figure}',
    );
    expect(made).toContain('<figure id="fig:a">');
    expect(made).toContain('src="a.png" style="width:50.0%"');
    expect(made).toContain('<figcaption>Cap</figcaption>');
  });

  test.each([
    ['equation', '\\begin{equation}\na = b \\label{eq:1}\n\\end{equation}'],
    ['align in a paragraph', 'text\n\\begin{align}\na &= b \\label{eq:1}\n\\end{align}\nmore'],
    ['dollars with a label', '$$a = b \\label{eq:1}$$'],
    ['dollars with pandoc-crossref’s name', '$$a = b$$ {#eq:1}'],
    ['a label behind', '$$a = b$$\n\n\\label{eq:1}'],
    ['subequations', '\\begin{subequations}\\label{eq:1}\\begin{align}a &= b\\end{align}\\end{subequations}'],
  ])('a formula keeps its name: %s', async (_, source) => {
    const { html: made, told } = await resolved(source);
    expect(made).toMatch(/<span id="eq:1"><span class="math display">/);
    expect(made).not.toMatch(/label|\{#/);
    expect(told).toEqual([]);
  });

  test('a tag is the number, with a label or without', async () => {
    const { blocks } = await resolved('$$a \\tag{S1}$$\n\n$$b$$ {#eq:b tag="B.2"}.');
    const text = JSON.stringify(blocks);
    expect(text).toContain('["eq:S1",[],[["tag","S1"]]]');
    expect(text).toContain('["eq:b",[],[["tag","B.2"]]]');
    expect(text).toContain('{"t":"Str","c":"."}');
  });

  test('the second label of a formula leads to its first', async () => {
    const { html: made } = await resolved(
      '$$\\begin{align}a \\label{x} \\\\ b \\label{y}\\end{align}$$\n\n\\eqref{y} and [-@y]',
    );
    expect(made).toContain('<a href="#x" class="ref-equation">');
    expect(made).toContain('data-cites="x"');
  });

  test.each([
    [
      'enumerate',
      '\\begin{enumerate}\n\\item a\n\\item b\n\\end{enumerate}',
      '<ol> <li><p>a</p></li> <li><p>b</p></li> </ol>',
    ],
    ['quote', '\\begin{quote}\na\n\\end{quote}', '<blockquote> <p>a</p> </blockquote>'],
    ['verbatim', '\\begin{verbatim}\n\\input{x}\n\\end{verbatim}', '\\input{x}'],
    ['section', '\\section{A}\\label{s}', '<h1 id="s">A</h1>'],
    ['listing with a caption', '\\begin{lstlisting}[caption=Cap,label=l]\nx\n\\end{lstlisting}', '<figure id="l">'],
  ])('%s', async (_, source, expected) => {
    const { html: made, told } = await resolved(source);
    expect(made).toContain(expected);
    expect(told).toEqual([]);
  });

  test('labels in captions, headings and behind images', async () => {
    const { html: made } = await resolved(
      '# Head \\label{sec:h}\n\n![Cap \\label{fig:a}](a.png)\n\n![Cap](b.png)\\label{fig:b}\n\n![Cap {#fig:c}](c.png)\n',
    );
    expect(made).toContain('<h1 id="head">Head<span id="sec:h"></span></h1>');
    expect(made.match(/<figure>/g)).toHaveLength(3);
    for (const name of ['a', 'b', 'c']) {
      expect(made).toContain(`<img src="${name}.png" alt="Cap" />`);
      expect(made).toContain(`<figcaption aria-hidden="true">Cap<span id="fig:${name}"></span></figcaption>`);
    }
  });

  test.each([
    '\\newpage',
    '\\clearpage\n\n\\maketitle',
    '\\bibliography{refs}',
    '\\newcommand{\\x}[1]{\\textbf{#1}}',
    '\\def\\x{y}',
    '\\setlength{\\parindent}{0pt}',
    '\\renewcommand{\\arraystretch}{1.5}',
    '\\DeclareMathOperator{\\argmin}{arg\\,min}',
    '\\usepackage[utf8]{inputenc}',
    '\\begingroup\n\\fontsize{8}{9}\\selectfont',
    '\\let\\a\\b',
    '\\vskip 0.2in',
  ])('%s prints nothing and says nothing', async (source) => {
    const { html: made, told, runs } = await resolved(source);
    expect(made).toBe('');
    expect(told).toEqual([]);
    expect(runs).toEqual([]);
  });
});

describe('hostile TeX', () => {
  test.each([
    ['\\input{/etc/passwd}', '\\input{/etc/passwd}'],
    ['\\include{/etc/passwd}', '\\include{/etc/passwd}'],
    ['\\lstinputlisting{/etc/passwd}', '\\lstinputlisting{/etc/passwd}'],
    ['\\immediate\\write18{id}', '\\immediate'],
    ['\\openout1=x', '\\openout1'],
    ['\\begin{center}\\input{/etc/passwd} kept\\end{center}', '\\input{/etc/passwd}'],
  ])('%s never reaches pandoc', async (source, named) => {
    const { told, runs } = await resolved(source);
    expect(told).toContain(`tex-left-out ${named}`);
    expect(runs.join('')).not.toMatch(/input|include|write|openout/);
  });

  test('a definition that calls itself ends nothing', async () => {
    const { html: made } = await resolved('`\\def\\a{\\a\\a} \\a`{=latex} and \\textbf{b}');
    expect(made).toContain('<strong>b</strong>');
  });

  test('one piece that cannot be read spoils no other', async () => {
    const { html: made, told } = await resolved(
      '\\textbf{a}\n\n```{=latex}\n\\begin{quote} {\n```\n\n\\textit{b}\n\n```{=latex}\n\\end{document}\n```\n\n\\emph{c}',
    );
    expect(made).toContain('<strong>a</strong>');
    expect(made).toContain('<em>b</em>');
    expect(made).toContain('<em>c</em>');
    expect(told.some((line) => line.startsWith('tex-left-out'))).toBe(true);
  });

  test.each([
    ['environments that are never closed', '\\begin{itemize}\\item '.repeat(12)],
    ['environments in environments', `${'\\begin{tabular}{l}'.repeat(9)}a${'\\end{tabular}'.repeat(9)}`],
    ['groups in groups', `${'{'.repeat(90)}a${'}'.repeat(90)}`],
  ])('%s are not read at all', async (_, tex) => {
    const { told, runs } = await resolved(`\`${tex}\`{=latex} \\textbf{b}`);
    expect(runs).toEqual(['\\textbf{b}']);
    expect(told[0]).toMatch(/^tex-left-out/);
  });

  test('a piece cannot pass itself off as a marker', async () => {
    const { html: made } = await resolved('\\textbf{a}\n\n```{=latex}\npiece1x\n```\n\n\\textit{piece0x}');
    expect(made).toBe('<p><strong>a</strong></p> <p>piece1x</p> <p><em>piece0x</em></p>');
  });

  test('all pieces are read in one run', async () => {
    const { runs } = await resolved('\\textbf{a} \\textit{b} \\ref{c}\n\n\\begin{quote}d\\end{quote}');
    expect(runs).toHaveLength(1);
  });

  test.each([
    ['braces', '`'.concat('{'.repeat(20_000), '`{=latex}')],
    ['commands', '`'.concat('\\x['.repeat(5000), '`{=latex}')],
    ['verbatim', '`'.concat('\\verb|'.repeat(5000), '`{=latex}')],
  ])('endless %s cost little', async (_, source) => {
    const blocks: Block[] = await markdown(source);
    const started = performance.now();
    await resolveRawTex(blocks, async () => []);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('formulas', () => {
  test.each([
    ['a \\label{x}', { tex: 'a', labels: ['x'] }],
    ['a \\nonumber', { tex: 'a', labels: [] }],
    ['a \\tag{$1^*$}', { tex: 'a', labels: [], tag: '1^*' }],
    [
      '\\begin{align} a \\label{x} \\\\ b \\label{y} \\end{align}',
      { tex: '\\begin{align} a \\\\ b \\end{align}', labels: ['x', 'y'] },
    ],
    ['\\notagood', { tex: '\\notagood', labels: [] }],
  ])('%s is split', (tex, expected) => {
    expect(splitMathLabel(tex)).toEqual(expected);
  });

  test.each([
    ['a \\\\ b', '\\begin{aligned}\na \\\\ b\n\\end{aligned}'],
    ['a &= b \\\\', '\\begin{aligned}\na &= b\n\\end{aligned}'],
    ['\\begin{cases} a & b \\\\ c \\end{cases}', '\\begin{cases} a & b \\\\ c \\end{cases}'],
    ['\\text{a \\& b}', '\\text{a \\& b}'],
    ['\\begin{displaymath}a\\end{displaymath}', 'a'],
  ])('%s is made settable', (tex, expected) => {
    expect(settableMath(tex)).toBe(expected);
  });
});
