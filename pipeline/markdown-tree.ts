import type { BlockContent, Heading, Html, InlineCode, Link, PhrasingContent, Strong, Table, Text } from 'mdast';

/*
 * Nodes of the Markdown that Galley writes, in its comments and summaries. It is built as a tree and written by remark-stringify, so that nothing quoted can
 * break out of its place: only the program's own words are ever text or HTML, and what comes from elsewhere is code.
 */

export const text = (value: string): Text => ({ type: 'text', value });
/** A stretch of a text on one line. */
export const code = (value: string): InlineCode => ({ type: 'inlineCode', value: value.replace(/\s+/g, ' ') });
export const strong = (value: string): Strong => ({ type: 'strong', children: [text(value)] });
export const link = (url: string, ...children: Link['children']): Link => ({ type: 'link', url, children });
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
export const heading = (depth: Heading['depth'], value: string): Heading => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
/** Only ever the program's own words. */
export const html = (value: string): Html => ({ type: 'html', value });

/** What can be unfolded under a summary of the program's own words. */
export const folded = <Block>(summary: string, children: readonly Block[]): (Block | Html)[] => [
  html(`<details><summary>${summary}</summary>`),
  ...children,
  html('</details>'),
];

/** A table of words and a number behind them, by its rows, the first of which is its head. */
export const countTable = (rows: PhrasingContent[][][]): Table => ({
  type: 'table',
  align: [null, null, 'right'],
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })),
});
