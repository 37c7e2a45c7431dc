import type { Element } from 'xast';
import type { Author, Volume } from '../../volume/types.js';
import { phrasesFor } from './phrases.js';
import { element, lines, serialize } from './xml.js';

/** A file of the book, for the manifest; `path` is relative to the package document. */
export interface ManifestItem {
  id: string;
  path: string;
  mediaType: string;
  properties?: string[];
  /** Whether it is read in the order of the book. */
  inSpine?: boolean;
}

export interface PackageFacts {
  /** URN. */
  identifier: string;
  sourceDate: Date;
  items: ManifestItem[];
  hasImages: boolean;
  hasMath: boolean;
}

/** The package document (OPF): what the book is, what is in it and in which order it is read. */
export function packageDocument(volume: Volume, facts: PackageFacts): string {
  const manifest = facts.items.map(({ id, path, mediaType, properties = [] }) =>
    element('item', {
      id,
      href: path,
      'media-type': mediaType,
      properties: properties.length > 0 ? properties.join(' ') : undefined,
    }),
  );
  const spine = facts.items.filter(({ inSpine }) => inSpine).map(({ id }) => element('itemref', { idref: id }));
  return serialize(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': volume.lang,
      },
      lines(
        element(
          'metadata',
          { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
          lines(
            ...identifiers(volume, facts.identifier),
            ...titles(volume),
            ...people(volume),
            ...languages(volume).map((lang) => element('dc:language', {}, lang)),
            volume.date !== undefined && element('dc:date', {}, volume.date),
            element('meta', { property: 'dcterms:modified' }, `${facts.sourceDate.toISOString().slice(0, 19)}Z`),
            volume.publisher && element('dc:publisher', {}, volume.publisher.name),
            volume.license !== undefined && element('dc:rights', {}, volume.license),
            volume.issn !== undefined && element('meta', { property: 'dcterms:isPartOf' }, `urn:issn:${volume.issn}`),
            ...accessibility(volume, facts),
            element('meta', { name: 'cover', content: 'cover-image' }),
          ),
        ),
        element('manifest', {}, lines(manifest)),
        element('spine', { toc: 'ncx' }, lines(spine)),
      ),
    ),
  );
}

function identifiers({ isbn, doi }: Volume, identifier: string): Element[] {
  const urn = isbn && `urn:isbn:${isbn.replace(/[^0-9Xx]/g, '')}`;
  return [
    element('dc:identifier', { id: 'id' }, identifier),
    ...(urn ? [element('dc:identifier', { id: 'isbn' }, urn), element('dc:source', {}, urn)] : []),
    ...(doi ? [element('dc:identifier', { id: 'doi' }, `https://doi.org/${doi}`)] : []),
  ];
}

const refine = (id: string, property: string, value: string, scheme?: string) =>
  element('meta', { refines: `#${id}`, property, scheme }, value);

function titles({ title, subtitle }: Volume): Element[] {
  const line = (id: string, value: string, type: string, order: string) => [
    element('dc:title', { id }, value),
    refine(id, 'title-type', type, undefined),
    refine(id, 'display-seq', order, undefined),
  ];
  return [...line('title', title, 'main', '1'), ...(subtitle ? line('subtitle', subtitle, 'subtitle', '2') : [])];
}

/** The editors have made a volume; without editors its authors have, and with them the authors have contributed. */
function people(volume: Volume): Element[] {
  const authors = distinct(volume.manuscripts.flatMap((manuscript) => manuscript.authors));
  const editors = distinct(volume.editors);
  const line = (name: 'dc:creator' | 'dc:contributor', role: string, id: string, person: Author) => [
    element(name, { id }, person.name),
    refine(id, 'role', role, 'marc:relators'),
    ...(fileAs(person) ? [refine(id, 'file-as', fileAs(person)!)] : []),
  ];
  const by = editors.length > 0 ? 'dc:contributor' : 'dc:creator';
  return [
    ...editors.flatMap((person, index) => line('dc:creator', 'edt', `editor${index + 1}`, person)),
    ...authors.flatMap((person, index) => line(by, 'aut', `author${index + 1}`, person)),
  ];
}

/** A person who wrote twice is named once: by ORCID where there is one, else by name. */
function distinct(people: Author[]): Author[] {
  const known = new Map<string, Author>();
  for (const person of people) {
    const key = person.orcid ?? person.name;
    if (!known.has(key)) known.set(key, person);
  }
  return [...known.values()];
}

function fileAs({ sort, family, given, name }: Author): string | undefined {
  if (sort) return sort;
  // A Han name is filed as it is written: family name first.
  if (!family || !given || /\p{Script=Han}/u.test(name)) return undefined;
  return `${family}, ${given}`;
}

function languages(volume: Volume): string[] {
  return [...new Set([volume.lang, ...volume.manuscripts.map(({ lang }) => lang)])];
}

function accessibility(volume: Volume, { hasImages, hasMath }: PackageFacts): Element[] {
  const schema = (property: string, value: string) => element('meta', { property: `schema:${property}` }, value);
  const features = [
    'alternativeText',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    ...(hasMath ? ['MathML'] : []),
  ];
  return [
    schema('accessMode', 'textual'),
    // The cover is a picture even where the text has none.
    schema('accessMode', 'visual'),
    schema('accessModeSufficient', 'textual'),
    ...features.map((feature) => schema('accessibilityFeature', feature)),
    schema('accessibilityHazard', 'none'),
    schema('accessibilitySummary', phrasesFor(volume.lang).accessibility({ images: hasImages, math: hasMath })),
    element('meta', { property: 'pageBreakSource' }, 'none'),
  ];
}
