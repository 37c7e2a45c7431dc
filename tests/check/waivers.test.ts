import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkLint from 'remark-lint';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { Waiving, waiversIn } from '../../pipeline/check/waivers.js';

const rules = ['no-a', 'no-b', 'no-c'];

/** A finding of each rule at every node. */
function findingsIn(tree: Root): { ruleId: string; start: number }[] {
  const found: { ruleId: string; start: number }[] = [];
  visit(tree, (node) => {
    for (const ruleId of rules) found.push({ ruleId, start: node.position!.start.offset! });
  });
  return found;
}

const parse = (source: string) => unified().use(remarkParse).parse(source) as Root;

/** What remark-lint itself leaves of these findings. */
function keptByRemark(source: string): string[] {
  const file = new VFile({ value: source });
  const tree = parse(source);
  visit(tree, (node) => {
    for (const ruleId of rules) file.message('x', { place: node.position!.start, ruleId, source: 'remark-lint' });
  });
  unified().use(remarkLint).runSync(tree, file);
  return file.messages.map(({ ruleId, place }) => `${ruleId} ${(place as { offset: number }).offset}`);
}

function keptHere(source: string): string[] {
  const tree = parse(source);
  const waiving = new Waiving(waiversIn(tree, source));
  return findingsIn(tree)
    .filter((finding) => !waiving.waives(finding))
    .map(({ ruleId, start }) => `${ruleId} ${start}`);
}

const ids = fc.array(fc.constantFrom(...rules, 'no-other'), { maxLength: 3 });
const comment = fc
  .tuple(fc.constantFrom('ignore', 'disable', 'enable'), ids, fc.constantFrom(' ', '  ', '\n'))
  .map(([verb, names, gap]) => `<!--${gap}lint ${[verb, ...names].join(gap)} -->`);
const block = fc.constantFrom(
  'A paragraph of *words*.',
  '# Heading',
  '- one\n- two',
  '> quoted\n>\n> more',
  '<!-- another comment -->',
  'Inline <!-- lint ignore no-a --> words',
  '- item\n\n  <!-- lint disable no-b -->\n\n  inside',
);
const documents = fc.array(fc.oneof(block, comment), { maxLength: 12 }).map((parts) => parts.join('\n\n'));

describe('comments that waive findings', () => {
  test('let through exactly what remark-lint lets through', () => {
    fc.assert(
      fc.property(documents, (source) => {
        expect(keptHere(source)).toEqual(keptByRemark(source));
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test('do so on any text around them', () => {
    const text = fc.array(fc.oneof(comment, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 8 });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('\n').replaceAll('\r', '');
        expect(keptHere(source)).toEqual(keptByRemark(source));
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  const unused = (source: string) => {
    const tree = parse(source);
    const waiving = new Waiving(waiversIn(tree, source));
    for (const finding of findingsIn(tree)) waiving.waives(finding);
    return waiving.unused().map(({ waiver, ids: names }) => [source.slice(waiver.start, waiver.end), names]);
  };

  test('are unused when there is nothing behind them', () => {
    expect(unused('Text.\n\n<!-- lint ignore no-a -->')).toEqual([['<!-- lint ignore no-a -->', ['no-a']]]);
  });

  test('are unused for those of their rules that found nothing', () => {
    expect(unused('<!-- lint ignore no-a no-x -->\n\nText.')).toEqual([['<!-- lint ignore no-a no-x -->', ['no-x']]]);
  });

  test('are used when they waive one finding', () => {
    expect(unused('<!-- lint disable no-a -->\n\nText.\n\n<!-- lint enable no-a -->')).toEqual([]);
  });

  test('cost no more than their length, whatever stands in them', () => {
    const source = `<!-- lint x="${'\\'.repeat(50_000)} -->\n\n${'<!-- lint a '.repeat(20_000)}`;
    expect(waiversIn(parse(source), source).length).toBe(1);
  });
});
