import type { Volume } from '../../volume/types.js';
import type { Document } from '../reader/document.js';
import { stringify } from '../reader/walk.js';
import { joinNames, wordsFor } from '../words.js';
import { isIdentifier } from './allowed.js';

/** A line of the table of contents. */
export interface OutlineItem {
  kind: 'section' | 'manuscript' | 'heading';
  text: string;
  /** Language of the text, where it is not the volume's. */
  lang?: string;
  /** Authors, of a manuscript. */
  authors?: string;
  /** From the book's root; a section has none of its own. */
  href?: string;
  children: OutlineItem[];
}

/** Levels of headings below a manuscript's title that the contents show. */
const headingLevels = 2;

/** The table of contents: sections, the manuscripts in them and their headings, in the order of the book. */
export function outline(
  volume: Volume,
  documents: Document[],
  fileOf: (manuscriptId: string) => string,
): OutlineItem[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const listed = new Set<string>();
  const line = (id: string): OutlineItem[] => {
    const document = byId.get(id);
    if (!document || listed.has(id)) return [];
    listed.add(id);
    return [manuscriptItem(volume, document, fileOf(id))];
  };
  const items = volume.contents.flatMap((entry): OutlineItem[] => {
    if (entry.kind === 'manuscript') return line(entry.id);
    const children = entry.manuscripts.flatMap(line);
    return children.length > 0 ? [{ kind: 'section', text: entry.title, children }] : [];
  });
  return [...items, ...documents.flatMap(({ id }) => line(id))];
}

function manuscriptItem(volume: Volume, document: Document, file: string): OutlineItem {
  const { lang, authors } = document.manuscript;
  const names = joinNames(
    authors.map(({ name }) => name),
    wordsFor(lang),
  );
  return {
    kind: 'manuscript',
    text: stringify(document.title),
    ...(lang !== volume.lang && { lang }),
    ...(names && { authors: names }),
    href: file,
    children: nestedHeadings(document, file),
  };
}

function nestedHeadings(document: Document, file: string): OutlineItem[] {
  const top: OutlineItem[] = [];
  for (const { level, id, text } of document.headings) {
    if (level > headingLevels || text.trim() === '') continue;
    const item: OutlineItem = { kind: 'heading', text, href: isIdentifier(id) ? `${file}#${id}` : file, children: [] };
    const parent = level > 1 ? top.at(-1) : undefined;
    (parent ? parent.children : top).push(item);
  }
  return top;
}
