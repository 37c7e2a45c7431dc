/** An entry of a bibliography in CSL-JSON (citationstyles.org/schema/v1.0). */
export type CslEntry = { id: string; type?: string } & Record<string, unknown>;

interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
}

const nameVariables = ['author', 'editor', 'translator', 'collection-editor', 'container-author'];
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const webAddress = /^<?(https?:\/\/[^\s<>]+)>?$/;

/**
 * Makes entries ready for the style that will set them: what BibTeX files write in many ways is brought into one, and what a
 * style cannot find out by itself is settled here. In: entries as pandoc converts them from a bibliography. Out: new entries.
 *
 * - a DOI is bare, without the address of its resolver; an address given as a publisher or a note is a URL;
 * - an entry without a type (BibTeX's `misc`) is a preprint, a web page or a document;
 * - “van der” belongs to the family name, as BibTeX prints it;
 * - for `numeric`: an entry in Latin script is marked by `dimensions` and its family names are in capitals (GB/T 7714—2015, 8.1.1),
 *   but not the names of institutions.
 */
export function prepareEntries(entries: CslEntry[], style: 'author-date' | 'numeric'): CslEntry[] {
  return entries.map((entry) => {
    const prepared = withType(withAddress(entry));
    const latin = !eastAsian.test(JSON.stringify([entry.title, entry.author, entry.editor]));
    for (const variable of nameVariables) {
      const names = prepared[variable];
      if (!Array.isArray(names)) continue;
      prepared[variable] = (names as CslName[]).map((name) => {
        const whole = withParticle(name);
        return style === 'numeric' ? capitalised(whole) : whole;
      });
    }
    if (style === 'numeric' && latin) prepared.dimensions = 'latin';
    else delete prepared.dimensions;
    return prepared;
  });
}

function withAddress(entry: CslEntry): CslEntry {
  const prepared = { ...entry };
  if (typeof prepared.DOI === 'string') {
    prepared.DOI = prepared.DOI.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  }
  for (const variable of ['publisher', 'note']) {
    const address = typeof prepared[variable] === 'string' && webAddress.exec(prepared[variable].trim())?.[1];
    if (!address) continue;
    delete prepared[variable];
    prepared.URL ??= address;
  }
  return prepared;
}

function withType(entry: CslEntry): CslEntry {
  if (entry.type) return entry;
  if (typeof entry.URL !== 'string') return { ...entry, type: 'document' };
  return { ...entry, type: /^https?:\/\/(?:\w+\.)?arxiv\.org\//i.test(entry.URL) ? 'article' : 'webpage' };
}

function withParticle(name: CslName): CslName {
  const { 'dropping-particle': particle, ...rest } = name;
  if (!particle || !rest.family) return name;
  return { ...rest, 'non-dropping-particle': [particle, rest['non-dropping-particle']].filter(Boolean).join(' ') };
}

function capitalised(name: CslName): CslName {
  const upper = { ...name };
  for (const part of ['family', 'non-dropping-particle'] as const) {
    if (name[part] && name.given) upper[part] = name[part].toUpperCase();
  }
  return upper;
}
