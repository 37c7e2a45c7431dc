import type { Nodes, Parents, Root } from 'mdast';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { withoutPlainParagraphs } from './plain-paragraphs.js';

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
    // Looked for in vain, a header takes all quotations, lists and notes of the text for plain lines.
    frontmatter: /^\uFEFF?---/.test(source) && /\n---[ \t]*(?:\r?\n|$)/.test(source),
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
    const source = String(file);
    const read = wanted.math ? withDisplaysAsCode(source) : source;
    const root = parseAbridged((text) => processor.parse(text), read) ?? processor.parse(read);
    if (read !== source) asMath(root, source);
    if (source.startsWith(byteOrderMark)) countByteOrderMark(root);
    return root;
  };
}

/** Parses a text without what is nothing but prose, where that gives the same tree. */
function parseAbridged(parse: (text: string) => Root, text: string): Root | undefined {
  const abridged = withoutPlainParagraphs(text);
  const root = abridged && parse(abridged.text);
  return root && abridged.restore(root) ? root : undefined;
}

/** Lines that a formula may have. */
const longestDisplay = 80;

/**
 * The text with formulas as code that begin with `$$ a` on one line and end with `b $$` on a later one; it is as long, and code is no prose either.
 * pandoc, which makes the book, reads them as displays; remark-math wants the last two dollars on a line of their own, and would take all that follows
 * for mathematics.
 */
function withDisplaysAsCode(source: string): string {
  if (!source.includes('$$')) return source;
  const lines = source.split('\n');
  for (let first = 0; first < lines.length; first++) {
    if (
      !/^[ \t]{0,3}\$\$[ \t]*[^\s$]/.test(lines[first]!) ||
      lines[first]!.indexOf('$', lines[first]!.indexOf('$$') + 2) >= 0
    )
      continue;
    const last = endOfDisplay(lines, first);
    if (last === undefined) continue;
    lines[first] = lines[first]!.replace('$$', '``');
    lines[last] = lines[last]!.replace('$$', '``');
    first = last;
  }
  return lines.join('\n');
}

/** Makes displays again of the paragraphs that hold nothing but such a formula. */
function asMath(parent: Parents, source: string): void {
  parent.children.forEach((node, index) => {
    if (node.type !== 'paragraph') {
      if ('children' in node) asMath(node as Parents, source);
      return;
    }
    const [only] = node.children;
    const start = only?.position?.start.offset ?? 0;
    if (node.children.length !== 1 || only?.type !== 'inlineCode' || !source.startsWith('$$', start)) return;
    const math = { type: 'math', value: only.value, position: node.position };
    parent.children[index] = math as unknown as typeof node;
  });
}

/** The line that ends such a formula, if nothing but the formula stands between; one that holds the two dollars alone ends it for remark-math, too. */
function endOfDisplay(lines: readonly string[], first: number): number | undefined {
  for (let at = first + 1; at < lines.length && at <= first + longestDisplay; at++) {
    const line = lines[at]!.trim();
    if (line === '' || line.includes('`')) return undefined;
    const dollar = line.indexOf('$');
    if (dollar >= 0) return dollar > 0 && dollar === line.length - 2 && line.endsWith('$$') ? at : undefined;
  }
  return undefined;
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
