import { beforeAll, describe, expect, it } from 'vitest';
import type { PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import { templateSources } from '../../../pipeline/assemble/pdf/sources.js';
import type { TypstCompiler } from '../../../pipeline/assemble/pdf/typst-compiler.js';
import { type TypstTreeContext, typstTree } from '../../../pipeline/assemble/pdf/typst-tree.js';
import type { Block, Inline } from '../../../pipeline/assemble/reader/ast.js';
import { attr, figure, label, link, math, note, para, plain, span, str, table } from './nodes.js';
import { readPdf } from './read-pdf.js';
import { compilerHere, pandocHere } from './tools.js';

/** What tries to end the text that it stands in, so that the code after it would run. */
const breakouts = [
  ['', ')', ']', '"', '\\"', '$', '`', '```', '*', '_', '>', '}', ']]', '")', '"]', ')]', '$]'],
  ['//', '/*', '*/', '\\', '\\\\', '\n', '\n\n', '\r', '\u2028', '\u0085', '\u000b', '= ', '- ', '+ ', '/ x: ', '1. '],
  [
    '<x>',
    '@x',
    '~',
    '---',
    '...',
    '-?',
    '\u200b',
    '\u0000',
    '];',
    '#none;',
    '#[',
    '#{',
    'https://a.b/',
    ' \\',
    "'",
    '·',
    'a’b',
  ],
].flat();
const payloads = [
  '#panic("P")',
  'panic("P")',
  '#read("/x")',
  '#include "/x"',
  '#image("/x")',
  '#let f(x)=x',
  '= x',
  '(x)',
  '[x]',
  '.y',
];

const cell = (text: string): Block =>
  table(
    '',
    [],
    [
      [text, 'b'],
      [text, 'd'],
    ],
  );
const attribute = (key: string, value: string): Inline => span(attr('', [], [[key, value]]), 'x');

/** Every place of a tree that holds text. */
const slots: Record<string, (text: string) => Block[]> = {
  paragraph: (text) => [para(str(text))],
  'after a word': (text) => [para('a ', str(text))],
  'two strings': (text) => [para(str('a/'), str(`/${text}`))],
  'a span beside a string': (text) => [para(str('a/'), span(attr('', ['c']), str(`/${text}`)))],
  'after emphasis': (text) => [para({ t: 'Emph', c: [str('a')] }, str(text))],
  'in emphasis': (text) => [para({ t: 'Emph', c: [str(text)] }, 'b')],
  'in strong': (text) => [para({ t: 'Strong', c: [str(text)] })],
  'in a superscript': (text) => [para('a', { t: 'Superscript', c: [str(text)] })],
  'in quotes': (text) => [para({ t: 'Quoted', c: [{ t: 'DoubleQuote' }, [str(text)]] })],
  'after an equation': (text) => [para(math('x'), str(text))],
  'after a displayed equation': (text) => [para(math('x', true), str(text))],
  'in an equation': (text) => [para('a', math(text), 'b')],
  "in an equation's text": (text) => [para('a', math(`\\text{${text}}`), 'b')],
  'in a displayed equation': (text) => [para(math(text, true))],
  "a numbered equation's number": (text) => [
    para(span(attr('m--e', ['equation'], [['number', text]]), math('x', true))),
  ],
  'in code': (text) => [para('a', { t: 'Code', c: [attr(), text] }, str(text))],
  'a code class': (text) => [{ t: 'CodeBlock', c: [attr('', [text]), 'x'] }],
  'a code block': (text) => [{ t: 'CodeBlock', c: [attr('m--c', ['py']), text] }],
  'in a listed code block': (text) => [{ t: 'BulletList', c: [[{ t: 'CodeBlock', c: [attr(), `${text}\n${text}`] }]] }],
  'a link text': (text) => [para(link('https://a.b', str(text)), str(text))],
  'a link target': (text) => [para(link(`https://a.b/${text}`, 'x'))],
  'a link in the volume': (text) => [para(span(attr(`m--${text}`), 'y'), link(`#m--${text}`, 'x'))],
  'a link to another manuscript': (text) => [para(link(`#n--${text}`, str(text)), str(text))],
  'an identifier of a span': (text) => [para(span(attr(`m--${text}`), str(text)), str(text))],
  'an identifier of a heading': (text) => [{ t: 'Header', c: [1, attr(`m--${text}`), [str(text)]] }],
  'an identifier of a block': (text) => [{ t: 'Div', c: [attr(`m--${text}`), [para(str(text))]] }],
  'an entry': (text) => [
    {
      t: 'Div',
      c: [
        attr('m--refs', ['references']),
        [{ t: 'Div', c: [attr(`m--ref-${text}`, ['csl-entry']), [para(str(text))]] }],
      ],
    },
  ],
  'a language': (text) => [para(attribute('lang', text))],
  'in another language': (text) => [para('a', span(attr('', [], [['lang', 'zh-TW']]), str(text)), str(text))],
  'a block in another language': (text) => [{ t: 'Div', c: [attr('', [], [['lang', 'zh-TW']]), [para(str(text))]] }],
  'an unknown attribute': (text) => [para(attribute('typst:text:fill', `red)${text}`), attribute(text, text))],
  'in a footnote': (text) => [para('a', note(para(str(text))), str(text))],
  'an alt text': (text) => [
    para({ t: 'Image', c: [attr('', [], [['alt', text]]), [], ['m/000000000000.svg', '']] }, str(text)),
  ],
  'an image width': (text) => [
    para({ t: 'Image', c: [attr('', [], [['width', text]]), [], ['m/000000000000.svg', text]] }),
  ],
  'a caption': (text) => [
    figure(
      'm--f',
      [label(text), { t: 'Space' }, str(text)],
      plain({ t: 'Image', c: [attr(), [], ['m/000000000000.svg', '']] }),
    ),
  ],
  'a caption without a picture': (text) => [figure('', [str(text)], para(str(text)))],
  'a table cell': (text) => [cell(text)],
  'a long table cell': (text) => [cell(`snake_case_word/${text}/ofSomeLength`)],
  'a table caption': (text) => [table(`m--${text}`, [label('T'), { t: 'Space' }, str(text)], [['a'], ['b']])],
  'a list item': (text) => [{ t: 'BulletList', c: [[plain(str(text))], [plain('b')]] }],
  'an ordered item': (text) => [
    { t: 'OrderedList', c: [[3, { t: 'UpperRoman' }, { t: 'OneParen' }], [[para(str(text))]]] },
  ],
  'a term': (text) => [{ t: 'DefinitionList', c: [[[str(text)], [[para(str(text))]]]] }],
  'a quotation': (text) => [{ t: 'BlockQuote', c: [para(str(text))] }],
  'a verse': (text) => [{ t: 'LineBlock', c: [[str(text)], [str(text)]] }],
  'after a line break': (text) => [para('a', { t: 'LineBreak' }, str(text))],
  'a heading': (text) => [{ t: 'Header', c: [2, attr(), [str(text)]] }],
};

const context: TypstTreeContext = {
  manuscript: 'm',
  lang: 'en',
  ids: new Set(['m', 'n', ...breakouts.flatMap((b) => payloads.flatMap((p) => [`m--${b}${p}`, `n--${b}${p}`]))]),
  images: new Map(),
  tallest: 1,
};
const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
);
const pixel = { '/images/000000000000.svg': svg };

let pandoc: PandocDoor;
let compiler: TypstCompiler;
let imports: string;

beforeAll(async () => {
  pandoc = await pandocHere();
  compiler = compilerHere();
  imports = '#import "/galley/elements.typ": *\n';
});

async function markupOf(blocks: Block[], lang: string): Promise<string> {
  const { output } = await pandoc.run({
    label: 'm.md',
    defaults: { from: 'json', to: 'typst-citations-smart', wrap: 'none' },
    input: JSON.stringify({
      'pandoc-api-version': [1, 23, 1],
      meta: {},
      blocks: typstTree(blocks, { ...context, lang }),
    }),
  });
  return output;
}

/** `blocks` as a PDF, with the characters that no font has left as boxes. */
async function compiled(blocks: Block[]): Promise<Uint8Array> {
  const sources = { ...templateSources(), '/main.typ': imports + (await markupOf(blocks, 'en')) };
  const reply = compiler.compile({ sources, files: pixel, main: '/main.typ', format: 'pdf', standard: '1.7' });
  if (!reply.ok) throw new Error(reply.errors[0]!.message);
  return reply.pdf!;
}

/** Why the markup of `blocks` does not compile; undefined when it does. */
async function failure(blocks: Block[], lang: string): Promise<string | undefined> {
  const output = await markupOf(blocks, lang);
  const reply = compiler.compile({
    sources: { ...templateSources(), '/main.typ': imports + output },
    files: pixel,
    main: '/main.typ',
    format: 'svg',
  });
  return reply.ok ? undefined : `${reply.errors[0]!.message} in ${output}`;
}

describe('text of a manuscript', () => {
  for (const [slot, blocks] of Object.entries(slots)) {
    it(`stays text: ${slot}`, async () => {
      for (const [lang, tried] of [
        ['en', payloads],
        ['zh-CN', payloads.slice(0, 2)],
      ] as const) {
        const texts = breakouts.flatMap((breakout) => tried.map((payload) => breakout + payload));
        // Cases share a compile; only when that fails are they tried one by one, to name the one.
        const all = texts.flatMap((text) => blocks(text));
        if ((await failure(all, lang)) === undefined) continue;
        for (const text of texts) expect(await failure(blocks(text), lang), JSON.stringify(text)).toBeUndefined();
      }
    });
  }

  it('is printed whole, and makes no heading', async () => {
    const texts = breakouts.flatMap((breakout) => ['a/b', '= x', '(y)'].map((payload) => breakout + payload));
    const around: ((text: string) => Block)[] = [
      (text) => para(str(text), ' sentinel'),
      (text) => para(str('a/'), span(attr('', ['c']), str(`/${text}`)), ' sentinel'),
      (text) => para(span(attr('', [], [['lang', 'zh-TW']]), str(text)), ' sentinel'),
      (text) => para(math('x'), str(text), ' sentinel'),
    ];
    const blocks = texts.flatMap((text) => around.map((make) => make(text)));
    const pdf = await readPdf(await compiled(blocks));
    expect(pdf.text.match(/sentinel/g)).toHaveLength(blocks.length);
    expect(pdf.outline).toEqual([]);
  });
});
