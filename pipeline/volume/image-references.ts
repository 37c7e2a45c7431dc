import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Point } from '../../lint-rules/front-matter/types.js';
import { partitionPoint } from '../../lint-rules/text/partition-point.js';
import { codeLines, maskComments } from './preflight-text.js';

/** An image that a text names. */
export interface ImageReference {
  /** As the author wrote it. */
  url: string;
  line: number;
  column: number;
  /** Whether it may also be an example, so that only an image that exists counts. */
  doubtful: boolean;
  /** TeX names images without their extension. */
  tex: boolean;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

/** What a text without images does not contain: reading such a text for them would cost more than all the rest. */
const mayHaveImages = /!\[|<img|\{(?:figure|image)\}|\\includegraphics/i;

/** Characters of blocks with images that are parsed at most. */
export const longestParsed = 200_000;

/** Directives in directives that are looked into. */
const deepestDirective = 4;

/** MyST directives whose content is Markdown. */
const directive =
  /^\{(?:figure|image|subfigure|admonition|note|tip|hint|important|warning|caution|danger|attention|seealso|margin|sidebar|topic|grid|grid-item|card|tab-set|tab-item|dropdown|aside|list-table|table|proof|prf:\w+|exercise|solution|epigraph|pull-quote|blockquote|details)\}/;

/**
 * Finds the images that a body names: Markdown's, reference images, `<img>`, MyST's figure and image directives, and
 * `\includegraphics`. Code is left alone. Pandoc reads some images that CommonMark does not (spaces in an address); these are found too.
 * Only blocks that may hold an image are parsed: parsing all would take longer than everything else that reading a volume does. Where even
 * these are longer than any paper's, nothing is parsed and `onTooLong` hears where: the parser takes 20 s for 2 MB.
 */
export function imageReferences(body: string, onTooLong?: (at: Point) => void): ImageReference[] {
  if (!mayHaveImages.test(body)) return [];
  const found: ImageReference[] = [];
  const reduced: string[] = [];
  const indents: number[] = [];
  let length = 0;
  for (const { lines, line, indent, code } of blocks(shortenData(maskComments(body)))) {
    const source = lines.join('\n');
    if (code) {
      for (const { url, index } of markdownImages(source)) {
        const before = source.slice(0, index).split('\n');
        const place = { line: line + before.length - 1, column: before.at(-1)!.length + indent + 1 };
        found.push({ url, ...place, doubtful: true, tex: false });
      }
    } else if (mayHaveImages.test(source) || /^ {0,3}\[[^\][\n]+\]:/m.test(source)) {
      length += source.length;
      if (length > longestParsed) {
        onTooLong?.({ line, column: 1 + indent });
        return [];
      }
      lines.forEach((text, index) => {
        reduced[line - 1 + index] = text;
        indents[line - 1 + index] = indent;
      });
    }
  }
  const text = Array.from(reduced, (line) => line ?? '').join('\n');
  const parsed = inMarkdown(text, { line: 1, column: 1 });
  const placed = parsed.map((image) => ({ ...image, column: image.column + (indents[image.line - 1] ?? 0) }));
  return [...found, ...placed].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Images written out in the text are told of by their beginning; their megabytes need not be parsed for that. */
function shortenData(text: string): string {
  return text.includes('data:')
    ? text.replace(/(data:[\w/+.-]{0,60}[;,][\w,=;-]{0,40})[A-Za-z0-9+/=%._-]{100,}/g, '$1')
    : text;
}

interface Block {
  lines: string[];
  /** 1-based. */
  line: number;
  /** Columns taken away from each of its lines. */
  indent: number;
  /** Whether it looks like indented code, which under a definition or a note is text for pandoc. */
  code: boolean;
}

/** Parts of a text between blank lines, a fenced block in one piece; what is indented under a list item or a note loses its indentation. */
function* blocks(text: string): Generator<Block> {
  const lines = text.split('\n');
  const kinds = codeLines(lines);
  let start = 0;
  for (let end = 0; end <= lines.length; end++) {
    if (end < lines.length && (kinds[end] === 'fenced' || lines[end]!.trim() !== '')) continue;
    if (end > start) {
      const part = lines.slice(start, end);
      const indent = part.reduce((least, line) => Math.min(least, line.search(/\S/)), Number.POSITIVE_INFINITY);
      yield {
        lines: part.map((line) => line.slice(indent)),
        line: start + 1,
        indent,
        code: kinds[start] === 'indented',
      };
    }
    start = end + 1;
  }
}

function inMarkdown(text: string, start: Point, depth = 0): ImageReference[] {
  const tree: Root = parser.parse(text);
  const found: ImageReference[] = [];
  const placeOf = placesIn(text, start);
  const add = (url: string, offset: number, more: Partial<ImageReference> = {}) => {
    const trimmed = url.trim();
    // MyST names figures elsewhere by their label.
    if (trimmed && !trimmed.startsWith('#'))
      found.push({ url: trimmed, ...placeOf(offset), doubtful: false, tex: false, ...more });
  };
  const addresses = new Map<string, string>();
  visit(tree, 'definition', (node) => {
    if (!addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  });

  /** What has been understood, so that neither TeX nor pandoc's images are looked for in it. */
  const done: [from: number, to: number][] = [];
  visit(tree, (node: Nodes) => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    if (node.type === 'image') add(node.url, from);
    else if (node.type === 'imageReference') {
      const url = addresses.get(node.identifier);
      if (url !== undefined) add(url, from);
      return;
    } else if (node.type === 'html') {
      for (const { url, index } of htmlImages(node.value)) add(url, from + index);
    } else if (node.type === 'code') {
      const source = text.slice(from, to);
      const firstBreak = source.indexOf('\n');
      const { lang, meta } = node;
      if (lang && meta && /^\{(?:figure|image)\}$/.test(lang)) add(meta, from + Math.max(source.indexOf(meta), 0));
      if (lang && directive.test(lang) && firstBreak > 0) {
        const inner = source.slice(firstBreak + 1, Math.max(source.lastIndexOf('\n'), firstBreak + 1));
        if (depth < deepestDirective && mayHaveImages.test(inner)) {
          for (const image of inMarkdown(inner, placeOf(from + firstBreak + 1), depth + 1)) found.push(image);
        }
      } else if (lang && /^\{=(?:la)?tex\}$/.test(lang)) {
        for (const { url, index } of texImages(source)) add(url, from + index, { tex: true });
      } else if (!/^[`~]{3}/.test(source)) {
        // Indented: code for CommonMark, but under a definition or a note it is text for pandoc.
        for (const { url, index } of markdownImages(source)) add(url, from + index, { doubtful: true });
      }
    } else if (node.type !== 'inlineCode' && node.type !== 'math' && node.type !== 'inlineMath') return;
    done.push([from, to]);
  });

  const rest = without(text, done);
  for (const { url, index } of texImages(rest)) add(url, index, { tex: true });
  for (const { url, index } of markdownImages(rest)) if (/\s/.test(url)) add(url, index);
  for (const match of rest.matchAll(/^[ \t>]*:{3,}[ \t]*\{(?:figure|image)\}[ \t]+(\S[^\n]*)$/gm)) {
    add(match[1]!, match.index + match[0].length - match[1]!.length);
  }
  return found;
}

interface Hit {
  url: string;
  index: number;
}

function htmlImages(html: string): Hit[] {
  if (html.startsWith('<!--')) return [];
  const pattern = /<img\b[^<>]{0,2000}?\ssrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;
  return [...html.matchAll(pattern)].map((match) => ({
    url: (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&'),
    index: match.index,
  }));
}

function texImages(text: string): Hit[] {
  const pattern = /\\includegraphics\*?\s{0,20}(?:\[[^\][]{0,500}\]\s{0,20})?\{([^{}\n]{1,500})\}/g;
  return [...text.matchAll(pattern)].map((match) => ({ url: match[1]!, index: match.index }));
}

/** Images by pandoc's rules: the address may hold spaces. */
function markdownImages(text: string): Hit[] {
  const pattern = /!\[[^\][]{0,2000}\]\(([^()<>\n"]{1,1000})(?:\s"[^"\n]{0,1000}")?\)/g;
  return [...text.matchAll(pattern)].map((match) => ({ url: match[1]!.trim(), index: match.index }));
}

function without(text: string, ranges: [from: number, to: number][]): string {
  let result = '';
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    if (from < result.length) continue;
    result += text.slice(result.length, from) + text.slice(from, to).replace(/[^\n]/g, ' ');
  }
  return result + text.slice(result.length);
}

/** Line and column of an offset, the text itself beginning at `start`. */
function placesIn(text: string, start: Point): (offset: number) => Point {
  const breaks = [...text.matchAll(/\n/g)].map((match) => match.index);
  return (offset) => {
    const before = partitionPoint(breaks.length, (index) => breaks[index]! < offset);
    const column = before === 0 ? offset + start.column : offset - breaks[before - 1]!;
    return { line: start.line + before, column };
  };
}
