import { describe, expect, it } from 'vitest';
import { limitNesting, prepareBlocks } from '../../../pipeline/assemble/pdf/passes/blocks.js';
import { prepareFigures } from '../../../pipeline/assemble/pdf/passes/figures.js';
import {
  markLatinParagraphs,
  prepareLanguages,
  typstLanguage,
} from '../../../pipeline/assemble/pdf/passes/language.js';
import { prepareLinks } from '../../../pipeline/assemble/pdf/passes/links.js';
import { typstString } from '../../../pipeline/assemble/pdf/passes/markup.js';
import { prepareMath, typstableTex } from '../../../pipeline/assemble/pdf/passes/math.js';
import { prepareStrings } from '../../../pipeline/assemble/pdf/passes/strings.js';
import { prepareTables } from '../../../pipeline/assemble/pdf/passes/tables.js';
import type { Block, Inline } from '../../../pipeline/assemble/reader/ast.js';
import type { ImageAsset } from '../../../pipeline/assemble/reader/document.js';
import { visit } from '../../../pipeline/assemble/reader/walk.js';
import {
  attr,
  figure,
  header,
  image,
  label,
  link,
  math,
  para,
  plain,
  space,
  span,
  str,
  table,
  words,
} from './nodes.js';

/** A tree as one line: Typst code in ‹›, other strings as they are. */
function shown(blocks: Block[]): string {
  const parts: string[] = [];
  visit(blocks, {
    block: (node) => {
      if (node.t === 'RawBlock') parts.push(`‹${node.c[1]}›`);
    },
    inline: (node) => {
      if (node.t === 'Str') parts.push(node.c);
      if (node.t === 'Space') parts.push(' ');
      if (node.t === 'RawInline') parts.push(`‹${node.c[1]}›`);
      if (node.t === 'Math') parts.push(`$${node.c[1]}$`);
      if (node.t === 'Link') parts.push(`→${node.c[2][0]}:`);
    },
  });
  return parts.join('|');
}

describe('a Typst string', () => {
  it.each([
    ['a', '"a"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['\n\t\u0000\u2028', '"\\u{a}\\u{9}\\u{0}\\u{2028}"'],
    ['中😀', '"中😀"'],
    ['\ud800', '"\ufffd"'],
    ['\\u{41}', '"\\\\u{41}"'],
  ])('%j', (text, literal) => {
    expect(typstString(text)).toBe(literal);
  });
});

describe('strings', () => {
  const one = (text: string, han = false) => shown(prepareStrings([para(str(text))], han));

  it.each([
    ['plain', 'plain'],
    ['a--b', 'a|‹\\-\\-›|b'],
    ['---', '‹\\-\\-\\-›'],
    ['x...y', 'x|‹\\.\\.\\.›|y'],
    ['x-?y', 'x|‹\\-\\?›|y'],
    ['-5', '‹\\-›|5'],
    ['(-5)', '(|‹\\-›|5)'],
    ['2019-10-11', '2019-10-11'],
    ['a-b', 'a-b'],
    ['a\u2028b', 'a| |b'],
    ['\n= x', '=| |x'],
  ])('%j', (text, expected) => {
    expect(one(text)).toBe(expected);
  });

  it('are joined where nothing stands between them', () => {
    const list: Inline[] = [
      str('a/'),
      span(attr(), str('/b')),
      span(attr('', ['c']), span(attr(), str('-'))),
      str('-c'),
    ];
    expect(shown(prepareStrings([para(...list)], false))).toBe('a//b|‹\\-\\-›|c');
  });

  it('are cut after a hundred characters, between letters only', () => {
    const cut = shown(prepareStrings([para(str('中'.repeat(250)))], false)).split('|');
    expect(cut.map((part) => part.length)).toEqual([100, 100, 50]);
    expect(one('/'.repeat(150))).toBe('/'.repeat(150));
    const mixed = `${'a'.repeat(99)}/${'b'.repeat(99)}`;
    expect(one(mixed).split('|').join('')).toBe(mixed);
    expect(
      one(mixed)
        .split('|')
        .every((part) => !part.startsWith('/') && !part.endsWith('/')),
    ).toBe(true);
  });

  it('in Chinese keep an apostrophe Latin and an interpunct off the start of a line', () => {
    expect(one('It’s', true)).toBe('It|‹#latin[’];›|s');
    expect(one('It’s', false)).toBe('It’s');
    expect(one('说：‘好’。', true)).toBe('说：‘好’。');
    expect(one('让·保罗', true)).toBe('让|‹#sym.wj;·›|保罗');
  });
});

describe('equations', () => {
  it('say their TeX', () => {
    expect(shown(prepareMath([para('a ', math('x"\\'))]))).toBe('a| |‹#m-eq("x\\"\\\\")[#none;›|$x"\\$|‹];›');
  });

  it('have their number and place', () => {
    const equation = span(attr('m--e', ['equation'], [['number', '2']]), math('x', true));
    expect(shown(prepareMath([para(equation)]))).toBe(
      '‹#anchor("m--e");›|‹#numbered("2")[#none;›|‹#m-eq("x")[#none;›|$x$|‹];›|‹];›',
    );
  });

  it('do not start a paragraph by what follows them', () => {
    expect(shown(prepareMath([para(math('x', true), ' so')]))).toContain('‹#flush;›| |so');
    expect(shown(prepareMath([para(math('x', true), space)]))).not.toContain('flush');
    expect(shown(prepareMath([para(math('x'), ' so')]))).not.toContain('flush');
  });

  it.each([
    ['\\begin{vmatrix}a\\end{vmatrix}', '\\left|\\begin{matrix}a\\end{matrix}\\right|'],
    ['\\begin{Vmatrix}a\\end{Vmatrix}', '\\left\\|\\begin{matrix}a\\end{matrix}\\right\\|'],
    ['x \\label{eq:x}', 'x '],
    ['\\begin{pmatrix}a\\end{pmatrix}', '\\begin{pmatrix}a\\end{pmatrix}'],
  ])('are what Typst takes: %s', (tex, expected) => {
    expect(typstableTex(tex)).toBe(expected);
  });
});

describe('links', () => {
  const ids = new Set(['m', 'm--a', 'n', 'n--b']);
  const prepared = (...blocks: Block[]) => shown(prepareLinks(blocks, 'm', ids));

  it.each([
    ['https://a.b/c', '→https://a.b/c:|x'],
    ['#m--a', '→#m--a:|x'],
    ['#m', '→#m:|x'],
    ['#n--b', '‹#refer("n--b")[#none;›|x|‹];›'],
    ['#n', '‹#refer("n")[#none;›|x|‹];›'],
    ['#nowhere', 'x'],
    ['', 'x'],
    [`https://a.b/${'c'.repeat(8000)}`, 'x'],
  ])('to %j', (to, expected) => {
    expect(prepared(para(link(to, 'x')))).toBe(expected);
  });

  it('find spans and blocks by their identifiers', () => {
    expect(prepared(para(span(attr('m--a'), 'x')))).toBe('‹#anchor("m--a");›|x');
    expect(prepared({ t: 'Div', c: [attr('m--"'), [para('x')]] })).toBe('‹#anchor("m--\\"")›|x');
  });

  it('leave headings their identifier alone', () => {
    const [heading] = prepareLinks(
      [{ t: 'Header', c: [1, ['m--a', ['unnumbered'], [['lang', 'en']]], words('x')] }],
      'm',
      ids,
    );
    expect(heading).toEqual(header(1, 'm--a', 'x'));
  });
});

describe('languages', () => {
  it.each([
    ['zh-CN', { lang: 'zh', region: 'CN' }],
    ['zh-Hant', { lang: 'zh', region: 'TW' }],
    ['zh-Hans-SG', { lang: 'zh', region: 'SG' }],
    ['en', { lang: 'en' }],
    ['es-419', { lang: 'es' }],
    ['de-1996', { lang: 'de' }],
    ['x"y', undefined],
    ['', undefined],
  ])('%j', (tag, expected) => {
    expect(typstLanguage(tag)).toEqual(expected);
  });

  it('of spans and blocks are calls', () => {
    const inline = span(attr('', [], [['lang', 'zh-TW']]), '字');
    expect(shown(prepareLanguages([para(inline)]))).toBe('‹#in-language("zh", "TW")[#none;›|字|‹];›');
    const block: Block = { t: 'Div', c: [attr('', [], [['lang', 'ja']]), [para('字')]] };
    expect(shown(prepareLanguages([block]))).toBe('‹#block-in-language("ja")[›|字|‹]›');
    const wrong = span(attr('', [], [['lang', ')#']]), 'x');
    expect(shown(prepareLanguages([para(wrong)]))).toBe('x');
  });

  it('of English paragraphs in a Chinese manuscript are seen', () => {
    const english = para('This paper is about the setting of “quoted” words in a line.');
    const chinese = para('This paper is about the setting of “quoted” words in a 行');
    expect(markLatinParagraphs([english, chinese, para('Fig. 1')]).map(({ t }) => t)).toEqual(['Div', 'Para', 'Para']);
  });
});

describe('figures', () => {
  const asset = (width: number, height: number): ImageAsset => ({
    name: 'm/abc.png',
    format: 'png',
    bytes: new Uint8Array(),
    width,
    height,
  });
  const attributes = (inline: Inline, picture: ImageAsset) => {
    const context = { images: new Map([['m/abc.png', picture]]), tallest: 1, fallbackAlt: 'no words' };
    const [block] = prepareFigures([para(inline)], context);
    const [node] = (block as { c: Inline[] }).c;
    return node!.t === 'Image' ? { ...Object.fromEntries(node!.c[0][2]), target: node!.c[2][0] } : undefined;
  };

  it('keep their width, unless that makes them taller than a page takes', () => {
    expect(attributes(image('m/abc.png', 'x', '50%'), asset(100, 100))).toEqual({
      width: '50%',
      alt: 'x',
      target: '/images/abc.png',
    });
    expect(attributes(image('m/abc.png', 'x', '100%'), asset(100, 400))).toMatchObject({ width: '25%' });
    expect(attributes(image('m/abc.png', 'x', '400%'), asset(100, 10))).toMatchObject({ width: '100%' });
    expect(attributes(image('m/abc.png', 'x', 'x'), asset(100, 10))).toMatchObject({ width: '100%' });
  });

  it('have a description', () => {
    expect(attributes(image('m/abc.png', ' '), asset(1, 1))).toMatchObject({ alt: 'no words' });
  });

  it('have their label set apart, and are none without a picture', () => {
    const context = { images: new Map(), tallest: 1, fallbackAlt: 'x' };
    const caption = [label('Figure 1'), space, str('words')];
    const [whole] = prepareFigures([figure('m--f', caption, plain(image('m/abc.png', 'x')))], context);
    expect(whole!.t).toBe('Figure');
    expect(shown([whole!])).toContain('‹#caption-label()[#none;›|Figure 1|‹];›| |words');
    const [none] = prepareFigures([figure('m--f', caption, { t: 'CodeBlock', c: [attr(), 'x'] })], context);
    expect(none!.t).toBe('Div');
  });
});

describe('tables', () => {
  it('have columns as wide as their text, a bold header, and long words that can be divided', () => {
    const [prepared] = prepareTables([
      table(
        'm--t',
        [],
        [
          ['a', 'b'],
          ['some_very_long_identifier', 'c'],
        ],
      ),
    ]);
    if (prepared?.t !== 'Table') throw new Error();
    expect(prepared.c[2]).toEqual([
      [{ t: 'AlignLeft' }, { t: 'ColWidthDefault' }],
      [{ t: 'AlignLeft' }, { t: 'ColWidthDefault' }],
    ]);
    expect(prepared.c[3][1][0]![1][0]![4]).toEqual([plain({ t: 'Strong', c: [str('a')] })]);
    expect(shown([prepared])).toBe('a|b|some_|‹#wbr;›|very_|‹#wbr;›|long_|‹#wbr;›|identifier|c');
  });
});

describe('blocks', () => {
  it('become calls of the template', () => {
    const code: Block = { t: 'CodeBlock', c: [attr('m--c', ['c++']), 'a\n"b"'] };
    expect(shown(prepareBlocks([code]))).toBe('‹#raw(block: true, lang: "c++", "a\\u{a}\\"b\\"")›');
    expect(shown(prepareBlocks([{ t: 'LineBlock', c: [words('a'), words('b')] }]))).toBe('‹#verse()[›|a|b|‹]›');
    const entry: Block = { t: 'Div', c: [attr('', ['csl-entry']), [para('x')]] };
    expect(shown(prepareBlocks([{ t: 'Div', c: [attr('', ['references']), [entry]] }]))).toBe(
      '‹#references()[›|‹#reference-entry()[›|x|‹]›|‹]›',
    );
  });

  it('nested deeper than Typst can set keep their text', () => {
    let quotes: Block[] = [para('deep')];
    let lists: Block[] = [para('deep')];
    for (let level = 0; level < 60; level += 1) {
      quotes = [{ t: 'BlockQuote', c: quotes }];
      lists = [{ t: 'BulletList', c: [lists] }];
    }
    const depth = (blocks: Block[], type: string): number => {
      let count = 0;
      visit(limitNesting(blocks), { block: ({ t }) => (count += Number(t === type)) });
      return count;
    };
    expect(depth(quotes, 'BlockQuote')).toBe(8);
    expect(depth(lists, 'BulletList')).toBe(12);
    expect(shown(limitNesting(quotes))).toBe('deep');
  });
});
