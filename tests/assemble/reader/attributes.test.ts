import { describe, expect, it } from 'vitest';
import type { Attr, Block } from '../../../pipeline/assemble/reader/ast.js';
import { confine, identifiersIn, settleCrossLinks } from '../../../pipeline/assemble/reader/attributes.js';
import { header, link, para, span, str } from './nodes.js';

const targets = { id: 'paper', manuscriptAt: (file: string) => (file === '../other/main.md' ? 'other' : undefined) };
const confined = (...blocks: Block[]) => confine(blocks, targets);

describe('attributes', () => {
  const hostile: Attr = [
    'x y"><script>',
    ['good', '`fence', 'a b', 'x'.repeat(41)],
    [
      ['typst:text:fill', 'red)#panic("P")'],
      ['onclick', 'alert(1)'],
      ['style', 'background:url(//x)'],
      ['width', '50%'],
      ['height', 'calc(1px)'],
      ['lang', 'zh-CN'],
      ['epub:type', 'pagebreak'],
    ],
  ];
  it.each(['Span', 'Code', 'Div', 'CodeBlock'])('of a %s are confined to what is known', (kind) => {
    const block = {
      Span: para({ t: 'Span', c: [hostile, [str('x')]] }),
      Code: para({ t: 'Code', c: [hostile, 'x'] }),
      Div: { t: 'Div', c: [hostile, []] } as Block,
      CodeBlock: { t: 'CodeBlock', c: [hostile, 'x'] } as Block,
    }[kind]!;
    expect(JSON.stringify(confined(block).blocks)).toContain(
      JSON.stringify([
        'paper--x-y-script-',
        ['good'],
        [
          ['width', '50%'],
          ['lang', 'zh-CN'],
        ],
      ]),
    );
  });
});

describe('identifiers', () => {
  it('are unique, prefixed by the manuscript', () => {
    const { blocks } = confined(header(1, 'a', 'A'), header(1, 'a', 'B'));
    expect(identifiersIn(blocks)).toEqual(['paper--a', 'paper--a-2']);
  });
  it('keep Han letters', () => {
    expect(identifiersIn(confined(header(1, '小节', '小节')).blocks)).toEqual(['paper--小节']);
  });
});

describe('links', () => {
  const urlOf = (url: string, ...before: Block[]) => {
    const block = confined(...before, para(link(url, str('text')))).blocks.at(-1)!;
    const inline = block.t === 'Para' ? block.c[0]! : undefined;
    return inline?.t === 'Link' ? inline.c[2][0] : undefined;
  };
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['mailto:office@example.org', 'mailto:office@example.org'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['../other/main.md', '#other'],
    ['../other/main.md#part', '#other--part'],
  ])('to %s lead to %s', (given, expected) => expect(urlOf(given)).toBe(expected));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/x',
    'other.pdf',
    '',
  ])('to “%s” are unlinked, their text stays', (given) => {
    expect(urlOf(given)).toBeUndefined();
    expect(JSON.stringify(confined(para(link(given, str('text')))).blocks)).toContain('text');
  });

  it('inside the manuscript follow the identifier', () => {
    expect(urlOf('#part', para(span('part', str('x'))))).toBe('#paper--part');
  });
  it('to nothing are unlinked and named', () => {
    expect(confined(para(link('#gone', str('x')))).dangling).toEqual(['gone']);
  });
  it('inside a link are unlinked', () => {
    const block = confined(para(link('https://a.example', link('https://b.example', str('x'))))).blocks[0];
    expect(JSON.stringify(block)).not.toContain('b.example');
  });
  it('to a missing place in another manuscript lead to that manuscript', () => {
    const [block] = settleCrossLinks([para(link('#other--gone', str('x')))], new Set(['other']), ['paper', 'other']);
    expect(block).toEqual(para(link('#other', str('x'))));
  });
});

it('raw nodes do not survive', () => {
  const { blocks } = confined(
    { t: 'RawBlock', c: ['typst', '#panic()'] },
    para({ t: 'RawInline', c: ['html', '<b>'] }),
  );
  expect(JSON.stringify(blocks)).not.toMatch(/Raw|panic|<b>/);
});
