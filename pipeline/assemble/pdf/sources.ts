import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../package-root.js';
import type { Volume } from '../../volume/types.js';
import type { Document } from '../reader/document.js';
import { bookData, manuscriptData } from './book.js';
import type { TypstParts } from './convert.js';
import { imagePath } from './passes/figures.js';
import { typstString } from './passes/markup.js';

/** What a compile is given: Typst sources, and images and data. */
export interface Sources {
  sources: Record<string, string>;
  files: Record<string, Uint8Array>;
}

/** What generated markup may call. Named one by one: in an equation every name of the template would hide Typst's own. */
const elements = [
  'anchor',
  'block-in-language',
  'caption-label',
  'flush',
  'horizontalrule',
  'in-language',
  'latin',
  'm-eq',
  'mat',
  'numbered',
  'refer',
  'reference-entry',
  'references',
  'verse',
  'wbr',
].join(', ');

const importElements = `#import "/galley/elements.typ": ${elements}\n`;

/** The templates, by their path in the compiler's world. */
export function templateSources(): Record<string, string> {
  const folder = path.join(packageRoot, 'pipeline/assemble/pdf');
  const names = readdirSync(folder).filter((name) => name.endsWith('.typ'));
  return Object.fromEntries(names.map((name) => [`/galley/${name}`, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Path of the source that holds manuscript `index`, and of the one that holds its text. */
export function manuscriptPaths(index: number): { head: string; body: string; data: string } {
  const name = `/manuscripts/${String(index + 1).padStart(4, '0')}`;
  return { head: `${name}.typ`, body: `${name}-text.typ`, data: `${name}.json` };
}

/** Everything that a volume is compiled from, its main source being `/volume.typ`. */
export function volumeSources(volume: Volume, documents: Document[], parts: TypstParts[]): Sources {
  const sources: Record<string, string> = templateSources();
  const files: Record<string, Uint8Array> = { '/volume.json': json(bookData(volume)) };
  documents.forEach((document, index) => {
    const paths = manuscriptPaths(index);
    sources[paths.head] = headSource(paths, parts[index]!);
    sources[paths.body] = `${importElements}${parts[index]!.body}\n`;
    files[paths.data] = json(manuscriptData(document));
    for (const image of document.images) files[imagePath(image.name)] = image.bytes;
  });
  sources['/volume.typ'] = volumeSource(documents);
  assertNoPackages(sources);
  return { sources, files };
}

/** The source of manuscript `index`'s offprint, which begins at the printed page `start`; the rest is the volume's. */
export function offprintSource(index: number, start: number, style: '1' | 'i', bindRight: boolean): string {
  const { head, data } = manuscriptPaths(index);
  return [
    '#import "/galley/galley.typ": offprint',
    `#import ${typstString(head)}: article`,
    `#offprint(json("/volume.json"), json(${typstString(data)}), article, ${start}, ${typstString(style)}, ${bindRight})`,
    '',
  ].join('\n');
}

/** The sources of the cover alone, `width` by `height` in points. */
export function coverSources(volume: Volume, width: number, height: number): Sources & { main: string } {
  const main = '/cover.typ';
  const source = `#import "/galley/galley.typ": cover\n#cover(json("/volume.json"), ${width}pt, ${height}pt)\n`;
  return {
    sources: { ...templateSources(), [main]: source },
    files: { '/volume.json': json(bookData(volume)) },
    main,
  };
}

function headSource(paths: { body: string; data: string }, parts: TypstParts): string {
  const content = (markup: string) => (markup ? `[${markup}]` : 'none');
  return [
    `${importElements}#import "/galley/manuscript.typ": manuscript`,
    `#let title = [${parts.plainTitle}]`,
    '#let article(book, level) = manuscript(',
    `  book, json(${typstString(paths.data)}), level,`,
    `  title: [${parts.title}],`,
    `  short: [${parts.shortTitle}],`,
    `  subtitle: ${content(parts.subtitle)},`,
    `  abstract: ${content(parts.abstract)},`,
    `  include(${typstString(paths.body)}),`,
    ')',
    '',
  ].join('\n');
}

function volumeSource(documents: Document[]): string {
  const imports = documents.map((_, index) => `#import ${typstString(manuscriptPaths(index).head)} as m${index}`);
  const entries = (name: string) =>
    documents.map(({ id }, index) => `${typstString(id)}: m${index}.${name}, `).join('') || ':';
  return [
    '#import "/galley/galley.typ": volume',
    ...imports,
    `#volume(json("/volume.json"), (${entries('title')}), (${entries('article')}))`,
    '',
  ].join('\n');
}

/** Typst fetches packages by itself when a source asks for one; none of ours does, and pandoc escapes what manuscripts write. */
function assertNoPackages(sources: Record<string, string>): void {
  for (const [name, text] of Object.entries(sources)) {
    if (
      /#?(?:import|include)\s*\(?\s*"@/.test(
        text.replace(/"(?:[^"\\\n]|\\.)*"/g, (literal) => (literal.startsWith('"@') ? literal : '""')),
      )
    )
      throw new Error(`${name} imports a package`);
  }
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
