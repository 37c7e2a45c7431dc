import type { Block, Cell, ColSpec, Inline, Row } from '../../reader/ast.js';
import { mapInlines, transform } from '../../reader/walk.js';
import { code } from './markup.js';

/** A word of this length gets places where it may be divided; a narrow column has no room for more. */
const longWord = 14;

/**
 * Tables as the page needs them: columns as wide as their text asks for (the dashes of a Markdown table say nothing of widths), text at the
 * left where the author chose no side, and words too long for a column divisible.
 */
export function prepareTables(blocks: Block[]): Block[] {
  return transform(blocks, {
    blocks: (list) => list.map((block) => (block.t === 'Table' ? prepareTable(block) : block)),
  });
}

function prepareTable(table: Extract<Block, { t: 'Table' }>): Block {
  const [[id], caption, columns, [headAttr, head], bodies, [footAttr, foot]] = table.c;
  const rows = (list: Row[]): Row[] => list.map(([attr, cells]) => [attr, cells.map(prepareCell)]);
  return {
    t: 'Table',
    c: [
      [id, [], []],
      caption,
      columns.map(
        ([side]): ColSpec => [side.t === 'AlignDefault' ? { t: 'AlignLeft' } : side, { t: 'ColWidthDefault' }],
      ),
      [headAttr, rows(head).map(emphasised)],
      bodies.map(([attr, n, bodyHead, body]) => [attr, n, rows(bodyHead), rows(body)]),
      [footAttr, rows(foot)],
    ],
  };
}

function prepareCell([, side, rowSpan, columnSpan, blocks]: Cell): Cell {
  return [['', [], []], side, rowSpan, columnSpan, mapInlines(blocks, (list) => list.flatMap(divisible))];
}

/** A row of the header, in bold type. */
function emphasised([attr, cells]: Row): Row {
  const strong = (block: Block): Block =>
    block.t === 'Plain' || block.t === 'Para' ? { t: block.t, c: [{ t: 'Strong', c: block.c }] } : block;
  return [
    attr,
    cells.map(([a, side, rowSpan, columnSpan, blocks]) => [a, side, rowSpan, columnSpan, blocks.map(strong)]),
  ];
}

/** `inline` with places to break after the joints of long words: `snake_case`, `path/to`, `camelCase`. */
function divisible(inline: Inline): Inline[] {
  if (inline.t !== 'Str' || !/[!-~]{14}/.test(inline.c)) return [inline];
  return inline.c
    .split(/([!-~]+)/)
    .flatMap((part) =>
      part.length < longWord ? [part] : part.split(/(?<=[_/.:=,;&?|+-])(?![_/.:=,;&?|+-])|(?<=[a-z])(?=[A-Z])/),
    )
    .filter((part) => part !== '')
    .flatMap((part, at): Inline[] => [...(at > 0 ? [code('#wbr;')] : []), { t: 'Str', c: part }]);
}
