import type { Element, ElementContent } from 'xast';
import type { Affiliation, Author, Manuscript, Role } from '../../volume/types.js';
import type { Document } from '../reader/document.js';
import { stringify } from '../reader/walk.js';
import { joinNames, type PrintedWords, printedDate, wordsFor } from '../words.js';
import { mark } from './notes.js';
import { xhtml } from './page.js';
import type { PartName } from './prepare.js';
import { clean, noteIds, type PageContext } from './xhtml.js';
import { element, isElement, lines, parseFragment, text } from './xml.js';

const semantics: Record<Role, { type: string; matter: 'frontmatter' | 'bodymatter' | 'backmatter' }> = {
  preface: { type: 'preface', matter: 'frontmatter' },
  foreword: { type: 'foreword', matter: 'frontmatter' },
  introduction: { type: 'introduction', matter: 'bodymatter' },
  keynote: { type: 'chapter', matter: 'bodymatter' },
  contribution: { type: 'chapter', matter: 'bodymatter' },
  afterword: { type: 'afterword', matter: 'backmatter' },
  appendix: { type: 'appendix', matter: 'backmatter' },
};

/** The page of one manuscript, from the HTML that pandoc made of its prepared tree. `context` comes back with what was found. */
export function manuscriptPage(document: Document, markup: string, context: PageContext): string {
  const { manuscript } = document;
  const words = wordsFor(manuscript.lang);
  const { parts, rest } = takeParts(parseFragment(markup));
  context.identifiers.add(document.id);

  const title = clean(inlineContent(parts.title), context);
  const subtitle = clean(inlineContent(parts.subtitle), context);
  const abstract = clean(parts.abstract ?? [], context);
  const body = clean(rest, context);
  const notes = noteAsides(parts.notes ?? [], context);

  const { type, matter } = semantics[manuscript.role];
  const section = element(
    'section',
    { id: document.id, 'epub:type': type, role: `doc-${type}`, 'aria-labelledby': `${document.id}.title` },
    lines(titleBlock(manuscript, title, subtitle, { words, sectionLang: context.volumeLang })),
    abstract.length > 0 && [abstractSection(abstract, words), text('\n')],
    manuscript.keywords.length > 0 && [keywordLine(manuscript.keywords, words), text('\n')],
    body,
    notes.length > 0 && lines(notesSection(notes, words)),
    lines(imprint(manuscript, words)),
  );
  const plainTitle = stringify(document.title);
  return xhtml({ lang: manuscript.lang, title: plainTitle, toRoot: '../', type: matter, body: lines(section) });
}

/** Takes the marked blocks out of the text, wherever pandoc's sections put them. */
function takeParts(nodes: ElementContent[]): {
  parts: Partial<Record<PartName, ElementContent[]>>;
  rest: ElementContent[];
} {
  const parts: Partial<Record<PartName, ElementContent[]>> = {};
  const sweep = (list: ElementContent[]): ElementContent[] =>
    list.flatMap((node): ElementContent[] => {
      if (!isElement(node)) return [node];
      const part = node.attributes[`data-${mark}`];
      if (node.name === 'div' && part && part !== 'note') {
        parts[part as PartName] = node.children;
        return [];
      }
      return node.name === 'section' ? [{ ...node, children: sweep(node.children) }] : [node];
    });
  const rest = sweep(nodes);
  return { parts, rest };
}

/** What stands in a line: the children of a lone paragraph, or the nodes themselves. */
function inlineContent(nodes: ElementContent[] = []): ElementContent[] {
  const content = nodes.filter((node) => isElement(node) || (node.type === 'text' && node.value.trim() !== ''));
  const [only] = content;
  const inline = content.length === 1 && isElement(only, 'p') ? only.children : nodes;
  return inline.map((node) => (node.type === 'text' ? text(node.value.replace(/^\n|\n$/g, '')) : node));
}

function titleBlock(
  manuscript: Manuscript,
  title: ElementContent[],
  subtitle: ElementContent[],
  { words, sectionLang }: { words: PrintedWords; sectionLang: string },
): Element {
  const { authors, affiliations, section } = manuscript;
  const lang = sectionLang === manuscript.lang ? undefined : sectionLang;
  const numbered = affiliations.length > 1;
  return element(
    'header',
    {},
    lines(
      section !== undefined && element('p', { class: 'section-name', lang, 'xml:lang': lang }, section),
      element('h1', { id: `${manuscript.id}.title` }, title),
      subtitle.length > 0 && element('p', { class: 'subtitle', role: 'doc-subtitle' }, subtitle),
      authors.length > 0 && element('p', { class: 'authors' }, authorLine(authors, numbered, words)),
      affiliations.length > 0 && affiliationList(affiliations, numbered),
      correspondence(authors, words),
    ),
  );
}

function authorLine(authors: Author[], numbered: boolean, words: PrintedWords): ElementContent[] {
  // joinNames decides about commas and “and”; the names come back as the elements that they stand for.
  const placeholders = authors.map((_, index) => `\u0000${index}\u0000`);
  return joinNames(placeholders, words)
    .split('\u0000')
    .map((piece, index) => (index % 2 === 0 ? text(piece) : authorName(authors[Number(piece)]!, numbered)));
}

function authorName(author: Author, numbered: boolean): Element {
  const marks = author.affiliations.map((index) => String(index + 1)).join(',');
  return element(
    'span',
    { class: 'author' },
    printedName(author),
    numbered && marks !== '' && element('sup', {}, marks),
    author.orcid !== undefined && [
      text(' '),
      element(
        'a',
        { class: 'orcid', href: `https://orcid.org/${author.orcid}`, 'aria-label': `ORCID ${author.orcid}` },
        'iD',
      ),
    ],
  );
}

/** A name with its native form behind it, where that differs. */
export function printedName({ name, native }: Author): string {
  return native && native !== name ? `${name} (${native})` : name;
}

function affiliationList(affiliations: Affiliation[], numbered: boolean): Element {
  if (!numbered) return element('p', { class: 'affiliation' }, affiliations[0]!.name);
  return element('ol', { class: 'affiliations' }, lines(affiliations.map(({ name }) => element('li', {}, name))));
}

function correspondence(authors: Author[], words: PrintedWords): Element | undefined {
  const reachable = authors.filter(({ corresponding, email }) => corresponding && email);
  if (reachable.length === 0) return undefined;
  const addresses = reachable.flatMap(({ email }, index) => [
    ...(index > 0 ? [text(words.nameSeparator)] : []),
    element('a', { href: `mailto:${encodeURI(email!)}` }, email),
  ]);
  return element('p', { class: 'correspondence' }, words.correspondence + words.colon, addresses);
}

function abstractSection(content: ElementContent[], words: PrintedWords): Element {
  return element(
    'section',
    { class: 'abstract', 'epub:type': 'abstract', role: 'doc-abstract' },
    lines(element('h2', {}, words.abstract)),
    content,
  );
}

function keywordLine(keywords: string[], words: PrintedWords): Element {
  return element(
    'div',
    { class: 'keywords' },
    element('b', {}, words.keywords + words.colon.trimEnd()),
    words.colon.endsWith(' ') ? ' ' : '',
    keywords.join(words.keywordSeparator),
  );
}

/** The notes in the order of their calls; a note may call further ones, which follow it. */
function noteAsides(nodes: ElementContent[], context: PageContext): Element[] {
  const contents = new Map(
    nodes.filter((node) => isElement(node, 'div')).map((note) => [note.attributes.id ?? '', note.children]),
  );
  const asides: Element[] = [];
  for (let number = 1; number <= context.calls.length; number++) {
    const { note, call } = noteIds(context.manuscriptId, number);
    const content = clean(contents.get(context.calls[number - 1]!) ?? [], context);
    const label = element(
      'a',
      {
        class: 'backlink',
        href: `#${call}`,
        role: 'doc-backlink',
        'aria-label': context.phrases.backToText(number),
      },
      String(number),
    );
    asides.push(
      element('aside', { id: note, 'epub:type': 'footnote', role: 'doc-footnote' }, withLabel(content, label)),
    );
  }
  return asides;
}

/** Puts a note's number, which leads back to its call, at the start of its first paragraph. */
function withLabel(content: ElementContent[], label: Element): ElementContent[] {
  const first = content.findIndex((node) => isElement(node));
  const paragraph = content[first];
  if (!isElement(paragraph, 'p')) return [element('p', {}, label), ...content];
  const labelled = { ...paragraph, children: [label, text(' '), ...paragraph.children] };
  return content.map((node, index) => (index === first ? labelled : node));
}

function notesSection(notes: Element[], words: PrintedWords): Element {
  return element('section', { class: 'notes', 'aria-label': words.notes }, lines(notes));
}

/** Date, DOI and licence, where the manuscript has them. */
function imprint({ date, doi, license, lang }: Manuscript, words: PrintedWords): Element | undefined {
  const link = doi && element('a', { href: `https://doi.org/${encodeURI(doi)}` }, `https://doi.org/${doi}`);
  const facts: ElementContent[][] = [
    ...(date ? [[text(printedDate(date, lang))]] : []),
    ...(link ? [[link]] : []),
    ...(license ? [[text(`${words.licence}${words.colon}${license}`)]] : []),
  ];
  if (facts.length === 0) return undefined;
  return element('footer', { class: 'imprint' }, lines(facts.map((fact) => element('p', {}, fact))));
}
