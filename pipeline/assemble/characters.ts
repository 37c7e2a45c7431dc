import { error, type Fault } from '../faults.js';
import type { Author, Place, Volume } from '../volume/types.js';
import { uncoveredCharacters } from './pdf/coverage.js';
import type { Block, Inline } from './reader/ast.js';
import type { Document } from './reader/document.js';
import { placeOf } from './reader/places.js';
import { visit } from './reader/walk.js';

/**
 * One error for each character of the volume that no packaged font has, at the first place where each file holds it: printed, it
 * would be an empty box. Formulas are left out; they have a font of their own, and Typst checks it.
 */
export function checkCharacters(volume: Volume, documents: Document[]): Fault[] {
  const front = [volume.title, volume.subtitle, volume.event?.name, volume.event?.place, volume.publisher?.name]
    .concat(volume.publisher?.place, volume.license, ...volume.editors.map(authorText))
    .concat(volume.contents.map((entry) => (entry.kind === 'section' ? entry.title : '')))
    .join('\n');
  return [
    ...faultsOf(front, () => ({ path: 'volume.yml' })),
    ...documents.flatMap((document) =>
      faultsOf(textOf(document), (character) => {
        const { manuscript } = document;
        const place = placeOf(manuscript, character);
        // What is not in the manuscript comes from its bibliography, by way of the list of references.
        return place.line || manuscript.bibliography.length === 0 ? place : { path: manuscript.bibliography[0]!.path };
      }),
    ),
  ];
}

function faultsOf(text: string, place: (character: string) => Place): Fault[] {
  const seen = new Set<string>();
  return uncoveredCharacters(text).flatMap(({ character, codePoint }) => {
    if (seen.has(character)) return [];
    seen.add(character);
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return [error('character-not-covered', { character, code }, place(character))];
  });
}

function textOf({ manuscript, title, subtitle, abstract, blocks }: Document): string {
  const names = manuscript.authors.map(authorText).concat(manuscript.affiliations.map(({ name }) => name));
  const titles: Block[] = [title, subtitle].map((inlines) => ({ t: 'Plain', c: inlines }));
  const parts = [...names, ...manuscript.keywords];
  const inline = (node: Inline) => {
    if (node.t === 'Str') parts.push(node.c);
    if (node.t === 'Code') parts.push(node.c[1]);
  };
  const block = (node: Block) => {
    if (node.t === 'CodeBlock') parts.push(node.c[1]);
  };
  visit([...titles, ...abstract, ...blocks], { inline, block });
  return parts.join('\n');
}

function authorText({ name, native }: Author): string {
  return native ? `${name}\n${native}` : name;
}
