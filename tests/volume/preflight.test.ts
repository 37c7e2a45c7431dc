import { describe, expect, it } from 'vitest';
import { preflight } from '../../pipeline/volume/preflight.js';

const found = (body: string) => preflight(body).map(({ id, line, column }) => `${id} ${line}:${column}`);

describe('what pandoc would hang on', () => {
  it.each<[string, string, string]>([
    ['open brackets', '['.repeat(18), 'brackets-too-deep 1:7'],
    ['nested brackets', `Text.\n\nSo ${'['.repeat(8)}x${']'.repeat(8)}`, 'brackets-too-deep 3:10'],
    ['intervals', 'in [0, 1) or '.repeat(14), 'brackets-too-deep 1:82'],
    ['open images', `a\n${'![a '.repeat(3000)}`, 'brackets-too-deep 2:26'],
    ['open citations', '[@a '.repeat(12), 'brackets-too-deep 1:25'],
    ['brackets in a list item', `- a\n\n    ${'['.repeat(9)}`, 'brackets-too-deep 3:11'],
    ['brackets after a fence that never closes', `\`\`\`\n${'['.repeat(9)}`, 'brackets-too-deep 2:7'],
    ['many nested brackets', `a [[[[[x]]]]] `.repeat(200), 'brackets-too-many 1:1763'],
    ['open links', '[a](b '.repeat(500), 'links-unclosed 1:3'],
    ['less-than signs', '<'.repeat(3000), 'less-than-too-many 1:1'],
    ['comparisons', 'a < b '.repeat(1000), 'less-than-too-many 1:3'],
    ['ampersands', '&'.repeat(3000), 'ampersands-too-many 1:1'],
    ['entities that do not end', `x ${'&#'.repeat(2000)}`, 'ampersands-too-many 1:3'],
    ['backticks', `x ${'`'.repeat(2000)}`, 'backticks-unmatched 1:3'],
    ['open environments', '\\begin{a} '.repeat(300), 'environments-unclosed 1:1'],
    ['open environments in many paragraphs', 'x\n\n\\begin{a}\n\n'.repeat(300), 'environments-unclosed 3:1'],
    ['open comments', '<!--\n\n'.repeat(500), 'comments-unclosed 1:1'],
    ['quotations', `${'> '.repeat(60)}x`, 'quotes-too-deep 1:1'],
    ['lists on one line', `${'- '.repeat(60)}x`, 'lists-too-deep 1:1'],
    [
      'lists by indentation',
      Array.from({ length: 14 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
      'lists-too-deep 13:1',
    ],
  ])('%s are found at their place', (_, body, expected) => {
    expect(found(body)[0]).toBe(expected);
  });
});

describe('what pandoc reads with ease', () => {
  it.each<[string, string]>([
    ['fenced code', `\`\`\`lisp\n${'['.repeat(50)}\n\n${'<'.repeat(5000)}\n\`\`\``],
    ['indented code', `Text:\n\n    ${'['.repeat(50)}\n    ${'['.repeat(50)}`],
    ['code in a list', `- item\n\n  \`\`\`\n  ${'['.repeat(50)}\n  \`\`\``],
    ['inline code', `\`${'['.repeat(50)}\` and \`\`${'[` '.repeat(50)}\`\``],
    ['math', `$${'['.repeat(50)}$ and $$\n${'['.repeat(50)}\n$$`],
    ['half-open intervals in math', '$[0, 1)$ and '.repeat(200)],
    ['escaped brackets', '\\['.repeat(50)],
    ['a TeX table', `\\begin{tabular}{ll}\n${'a & b \\\\\n'.repeat(2000)}\\end{tabular}`],
    ['many citations', 'as shown [@smith2019, p. 3; see also @jones [-@doe]] and '.repeat(300)],
    ['many links', '[text](https://example.org/a?b=c&d=e) '.repeat(2000)],
    ['an address with many parts', `https://example.org/?${'a=b&'.repeat(50)}`],
    ['linked images', '[![a](b.png)](c) '.repeat(500)],
    ['a list of intervals', '- from [0, 1)\n'.repeat(50)],
    ['a table of intervals', `| a | b |\n|---|---|\n${'| [0, 1) | [1, 2) |\n'.repeat(50)}`],
    ['task lists', '- [ ] a\n- [x] b\n'.repeat(100)],
    ['a rule of spaced dashes', '- '.repeat(40).trim()],
    ['footnotes', 'Text[^1] and^[a note [with] brackets].\n\n[^1]: A note.\n'.repeat(50)],
    ['HTML', '<b>a</b> &amp; <br> '.repeat(600)],
    ['comments', '<!-- [[[[[[[[[[ -->\n\n'.repeat(100)],
    ['Chinese', '会议“文集”的稿件，【甲】、[乙]与（丙）。'.repeat(3000)],
    ['a blank text', ''],
  ])('%s raises nothing', (_, body) => {
    expect(preflight(body)).toEqual([]);
  });

  it.each<[string, string]>([
    ['paragraphs', 'word [a](b) `c` $d$ <b>\n'.repeat(100_000)],
    ['dollar signs', '$a '.repeat(500_000)],
    ['backtick runs', '` a `` '.repeat(200_000)],
    ['environments', '\\begin{a}\\end{b}'.repeat(100_000)],
    ['comments', '<!-- a --> '.repeat(100_000)],
    ['fences', '```\n'.repeat(300_000)],
    ['brackets', '[['.repeat(1_000_000)],
    ['less-than signs', '<a '.repeat(500_000)],
  ])('takes time in proportion to length: %s', (_, body) => {
    const started = performance.now();
    preflight(body);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
