import type { Nodes, Root } from 'mdast';
import { unified } from 'unified';
import type { VFile } from 'vfile';

/** Makes a tree of a manuscript. */
export type Parse = (file: VFile) => Root;

/** Parts of Markdown that are only looked for in a text that has their mark, since each makes every text slower to read. */
interface Extensions {
  frontmatter: boolean;
  table: boolean;
  footnote: boolean;
  strikethrough: boolean;
  math: boolean;
}

const byteOrderMark = '\uFEFF';

function extensionsIn(source: string): Extensions {
  return {
    frontmatter: source.startsWith('---') || source.startsWith(`${byteOrderMark}---`),
    table: source.includes('|'),
    footnote: source.includes('[^'),
    strikethrough: source.includes('~~'),
    math: source.includes('$'),
  };
}

const parsers = new Map<string, Promise<Parse>>();

/**
 * The parser for a text: CommonMark with front matter, tables, footnotes, `~~` and mathematics. Every position in its trees is a place in `source`
 * as it stands, whatever its line ends and with or without a byte order mark.
 */
export function parserFor(source: string): Promise<Parse> {
  const wanted = extensionsIn(source);
  const key = JSON.stringify(wanted);
  const known = parsers.get(key) ?? makeParser(wanted);
  parsers.set(key, known);
  return known;
}

/** Each part is imported only when it is wanted: loading all of them takes longer than reading most manuscripts. */
async function makeParser(wanted: Extensions): Promise<Parse> {
  const { default: remarkParse } = await import('remark-parse');
  const processor = unified().use(remarkParse);
  if (wanted.frontmatter) processor.use((await import('remark-frontmatter')).default);
  if (wanted.math) processor.use((await import('remark-math')).default);
  const syntax: unknown[] = [];
  const tree: unknown[] = [];
  if (wanted.table) {
    const [{ gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
      import('micromark-extension-gfm-table'),
      import('mdast-util-gfm-table'),
    ]);
    syntax.push(gfmTable());
    tree.push(gfmTableFromMarkdown());
  }
  if (wanted.footnote) {
    const [{ gfmFootnote }, { gfmFootnoteFromMarkdown }] = await Promise.all([
      import('micromark-extension-gfm-footnote'),
      import('mdast-util-gfm-footnote'),
    ]);
    syntax.push(gfmFootnote());
    tree.push(gfmFootnoteFromMarkdown());
  }
  if (wanted.strikethrough) {
    const [{ gfmStrikethrough }, { gfmStrikethroughFromMarkdown }] = await Promise.all([
      import('micromark-extension-gfm-strikethrough'),
      import('mdast-util-gfm-strikethrough'),
    ]);
    // For pandoc, which makes the book, a single tilde is a subscript.
    syntax.push(gfmStrikethrough({ singleTilde: false }));
    tree.push(gfmStrikethroughFromMarkdown());
  }
  processor.use(function () {
    const data = this.data() as Record<string, unknown[] | undefined>;
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...syntax];
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...tree];
  });
  processor.freeze();
  return (file) => {
    const root = processor.parse(file);
    if (String(file).startsWith(byteOrderMark)) countByteOrderMark(root);
    return root;
  };
}

/** The parser counts from behind a byte order mark; the file does not. */
function countByteOrderMark(root: Root): void {
  const nodes: Nodes[] = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const { position } = node;
    for (const point of position ? [position.start, position.end] : []) {
      if (point.offset !== undefined) point.offset++;
      if (point.line === 1) point.column++;
    }
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
}
