import { describe, expect, it } from 'vitest';
import type { Block } from '../../../pipeline/assemble/reader/ast.js';
import { identifiersIn } from '../../../pipeline/assemble/reader/attributes.js';
import { resolveCrossReferences } from '../../../pipeline/assemble/reader/cross-references.js';
import { type LabelPrinter, numberLabels } from '../../../pipeline/assemble/reader/labels.js';
import { captionListings } from '../../../pipeline/assemble/reader/listings.js';
import { stringify, stringifyBlocks } from '../../../pipeline/assemble/reader/walk.js';
import { displayMath, figure, header, image, link, manuscript, none, para, span, str, words } from './nodes.js';

const print: LabelPrinter = (kind, number) => `${kind[0]!.toUpperCase()}${kind.slice(1)} ${number}`;
const cite = (...ids: string[]) => ({
  t: 'Cite' as const,
  c: [
    ids.map((citationId) => ({
      citationId,
      citationPrefix: [],
      citationSuffix: [],
      citationMode: { t: 'NormalCitation' as const },
      citationNoteNum: 0,
      citationHash: 0,
    })),
    [str(`[@${ids.join('; @')}]`)],
  ] as [never[], ReturnType<typeof str>[]],
});
const captionOf = (block: Block) => (block.t === 'Figure' ? stringifyBlocks(block.c[1][1]) : '');

describe('figures', () => {
  it('are numbered in order, the number first in the caption', () => {
    const { blocks } = numberLabels(
      [figure('a', words('First one'), image('a')), figure('', words('Second'), image('b'))],
      print,
    );
    expect(blocks.map(captionOf)).toEqual(['Figure 1 First one', 'Figure 2 Second']);
  });

  it.each(['Figure 1: A map', 'Fig. 7. A map', '图1 A map', '图 3：A map'])('lose the label typed in “%s”', (typed) => {
    const { blocks } = numberLabels([figure('', words(typed), image('a'))], print);
    expect(captionOf(blocks[0]!)).toBe('Figure 1 A map');
  });

  it('without caption and identifier have no number', () => {
    const { blocks, labels } = numberLabels([figure('', [], image('a'))], print);
    expect(captionOf(blocks[0]!)).toBe('');
    expect(labels.size).toBe(0);
  });

  it('take the identifier that a \\label left in the caption', () => {
    const { blocks, labels } = numberLabels([figure('', [...words('A map'), span('fig:map')], image('a'))], print);
    expect(labels.get('fig:map')).toMatchObject({ kind: 'figure', number: '1', id: 'fig:map' });
    expect(identifiersIn(blocks)).toEqual(['fig:map']);
  });
});

it('a code block with a caption is a numbered listing that can be referred to', () => {
  const code: Block = { t: 'CodeBlock', c: [['lst:f', ['python'], [['caption', 'A function']]], 'f()'] };
  const { blocks, labels } = numberLabels(captionListings([code]), print);
  expect(captionOf(blocks[0]!)).toBe('Listing 1 A function');
  expect(labels.get('lst:f')).toMatchObject({ kind: 'listing', number: '1' });
  expect(JSON.stringify(blocks)).toContain(JSON.stringify([['', ['python'], []], 'f()']));
});

it('labelled display math is numbered, other math is not', () => {
  const { blocks, labels } = numberLabels([para(displayMath('a')), para(span('eq:b', displayMath('b')))], print);
  expect(labels.get('eq:b')).toMatchObject({ kind: 'equation', number: '1' });
  expect(blocks[0]).toEqual(para(displayMath('a')));
  expect(blocks[1]).toEqual(para({ t: 'Span', c: [['eq:b', ['equation'], [['number', '1']]], [displayMath('b')]] }));
});

describe('a reference', () => {
  const { blocks, labels } = numberLabels(
    [
      header(1, 'sec:why', 'Why it breaks'),
      figure('fig:a', words('A'), image('a')),
      figure('fig:b', words('B'), image('b')),
    ],
    print,
  );
  const resolve = (...inlines: Parameters<typeof para>) =>
    resolveCrossReferences([...blocks, para(...inlines)], labels, manuscript({ source: 'x\nsee @fig:none' }), print);
  const textOf = (...inlines: Parameters<typeof para>) => {
    const last = resolve(...inlines).blocks.at(-1)!;
    return last.t === 'Para' ? stringify(last.c) : '';
  };

  it('by key prints kind and number', () => expect(textOf(cite('fig:b'))).toBe('Figure 2'));
  it('to several prints all', () => expect(textOf(cite('fig:a', 'fig:b'))).toBe('Figure 1, Figure 2'));
  it('by an empty link prints kind and number', () => expect(textOf(link('#fig:a'))).toBe('Figure 1'));
  it('with words of its own keeps them', () => expect(textOf(link('#fig:a', str('that one')))).toBe('that one'));
  it('to a section prints its heading', () => expect(textOf(link('#sec:why'))).toBe('Why it breaks'));
  it('of class ref-number prints the number alone', () => {
    expect(textOf({ t: 'Link', c: [['', ['ref-number'], []], [], ['#fig:b', '']] })).toBe('2');
  });
  it('to nothing keeps its name and is a warning at its line', () => {
    const { blocks: resolved, faults } = resolve(cite('fig:none'));
    expect(stringifyBlocks(resolved.slice(-1))).toBe('fig:none');
    expect(faults).toMatchObject([
      {
        severity: 'warning',
        id: 'unresolved-reference',
        args: { name: 'fig:none' },
        place: { path: 'paper.md', line: 2 },
      },
    ]);
  });
  it('is no citation of which the key is a heading made into an identifier', () => {
    const { blocks } = numberLabels([header(1, 'pixi', 'Pixi'), para(cite('pixi', 'docs'))], print);
    const { labels } = numberLabels([header(1, 'pixi', 'Pixi')], print);
    expect(resolveCrossReferences(blocks, labels, manuscript(), print).blocks).toEqual(blocks);
  });
  it('leaves real citations alone', () => {
    const { blocks: resolved } = resolve(cite('knuth1981'));
    expect(JSON.stringify(resolved.at(-1))).toContain('"Cite"');
  });
});

it('tables in divs are numbered apart from figures', () => {
  const table: Block = {
    t: 'Table',
    c: [['tbl:t', [], []], [null, [{ t: 'Plain', c: words('T') }]], [], [none, []], [], [none, []]],
  };
  const { labels } = numberLabels([figure('f', words('F'), image('a')), { t: 'Div', c: [none, [table]] }], print);
  expect(labels.get('tbl:t')).toMatchObject({ kind: 'table', number: '1' });
});
