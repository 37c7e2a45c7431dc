import { expect, test } from 'vitest';
import splitParagraph from '../../../lint-rules/no-split-paragraph.js';
import unmarkedHeading from '../../../lint-rules/no-unmarked-heading.js';
import unterminated from '../../../lint-rules/no-unterminated-paragraph.js';
import { ruledTables } from '../../../lint-rules/text/ruled-tables.js';
import { lintWith } from '../support/lint.js';

const above = 'The workshop kept a record of its kettles, and every kettle had a line.\n\n';
const below = '\nNone of them was ever sold, and two are there still.\n';
const multiline = `-------------------------------------------------------------
 Kettle     Made of         Held Remarks
----------- ------- ------------ -------------------------
   First    copper         12.0  Bought with the house, and used for
                                 hide glue, which had to be

  Second    iron            5.0  Hung by the window, where nobody was
                                 allowed to touch it before spring
-------------------------------------------------------------
`;
const simple = `  Kettle     Held
-------  ---------
 First        12.0
 Second        5.0
`;

const taken = (source: string) => ruledTables(source).map(({ start, end }) => source.slice(start, end).trimEnd());

test.each([
  ['multiline', multiline],
  ['simple', simple],
])('a %s table of pandoc’s is found as a whole', (_, table) => {
  expect(taken(above + table + below)).toEqual([table.trimEnd()]);
});

test('its cells are no paragraphs', () => {
  for (const rule of [splitParagraph, unmarkedHeading, unterminated])
    expect(lintWith(rule, above + multiline + below)).toEqual([]);
});

test('rules between sections, headings underlined and dashes in text are no tables', () => {
  expect(taken(`${above}---\n${below}\nKettles\n-------\n\nTwo -- or three -- are there.\n`)).toEqual([]);
});

test('a ruler without an end takes no more than its paragraph', () => {
  expect(taken(`-- --\nFirst\n\n${above}`)).toEqual(['-- --\nFirst']);
});
