import type { Expected, Found } from '../../front-matter/findings.js';

/** What a value of a header should be, in words. */
const expectations: Record<Expected, string> = {
  text: 'text',
  texts: 'text or a list of texts',
  people: 'a name, or a list of names or of maps with “name”',
  person: 'a name or a map with “name”',
  name: 'text, or a map with “given” and “family”',
  affiliations: 'a list of affiliations, or a map of them by id',
  affiliation: 'text, or a map with “name”',
  references: 'an affiliation, its number or id, or a list of these',
  flag: 'true or false',
  number: 'a whole number',
  map: 'a map of keys and values',
  list: 'a list',
  title: 'text',
  license: 'the name of a licence',
  contents: 'a list of manuscripts and sections',
  'contents-entry': 'an id, “manuscript: id”, or “section: title” with “manuscripts: [ids]”',
  publisher: 'a name, or a map with “name” and “place”',
  editors: 'a name, or a list of names',
};

/** What it is instead. */
export const foundNames: Record<Found, string> = { text: 'text', list: 'a list', map: 'a map', nothing: 'nothing' };

/** A guess at a word that was perhaps meant. */
export const meant = (suggestion?: string) => (suggestion ? ` Perhaps “${suggestion}” is meant.` : '');

/** What is wrong with a header. Each says what is wrong and what to do; programs that read a volume say the same. */
export const frontMatter = {
  'yaml-syntax': ({ detail }: { detail: string }) => `This is no valid YAML: ${detail}.`,
  'yaml-duplicate-key': ({ key }: { key: string }) =>
    `The key “${key}” stands here a second time. Keep one of the two.`,
  'yaml-tab': (_: object) => 'YAML must not be indented with tabs. Use spaces.',
  'yaml-quote-needed': (_: object) =>
    'This value contains “: ” and so looks like a key of its own. Put the value in quotes.',
  'yaml-reserved-character': ({ character }: { character: string }) =>
    `A value must not begin with “${character}”. Put the value in quotes.`,
  'yaml-unclosed': ({ mark }: { mark: string }) => `A closing ${mark} is missing before this place.`,
  'yaml-missing-colon': (_: object) => 'A key without a colon: write “key: value”.',
  'yaml-indentation': (_: object) =>
    'The indentation does not fit the lines above. Keys of one map must start in the same column.',
  'yaml-unknown-alias': ({ alias }: { alias: string }) =>
    `*${alias} repeats something that was never marked with &${alias}. If it is text, put it in quotes.`,
  'yaml-too-many-aliases': (_: object) =>
    'The aliases (*name) here repeat each other too often. Write out what they stand for.',
  'yaml-too-deep': ({ levels }: { levels: number }) =>
    `The YAML is nested more than ${levels} levels deep here. Make it flatter.`,
  'header-missing': (_: object) =>
    'The file has neither a header nor a title. Begin it with “---”, “title: …”, “---”, or with a single “# Title”.',
  'header-unterminated': (_: object) => 'The header that begins here has no end. Close it with a line “---”.',
  'header-too-large': ({ kilobytes }: { kilobytes: number }) =>
    `The header is larger than ${kilobytes} KB. Move what belongs to the text below it.`,
  'header-not-a-map': ({ found }: { found: Found }) =>
    `The header holds ${foundNames[found]}; expected keys and values, such as “title: On Proofs”.`,
  'unexpected-shape': ({ key, expected, found }: { key: string; expected: Expected; found: Found }) =>
    `“${key}” is ${foundNames[found]}; expected ${expectations[expected]}.`,
  'unknown-key': ({ key, suggestion }: { key: string; suggestion?: string }) =>
    `Nothing reads the key “${key}”; it is ignored.${meant(suggestion)}`,
  'title-missing': (_: object) =>
    'The manuscript has no title. Add “title: …” to its header, or begin its text with a single “# Title”.',
  'authors-missing': (_: object) => 'The manuscript names no authors. Add “authors:” to its header.',
  'author-without-name': (_: object) => 'This author has no name. Add “name:”, or “given:” and “family:”.',
  'unknown-affiliation': ({ reference, known }: { reference: string; known: string[] }) =>
    `There is no affiliation “${reference}”. ${known.length > 0 ? `Defined under “affiliations”: ${known.join(', ')}.` : 'Define it under “affiliations”.'}`,
  'unused-affiliation': ({ name }: { name: string }) =>
    `No author has the affiliation “${name}”, so it is not printed.`,
  'affiliation-without-name': (_: object) => 'This affiliation has no name. Add “name:”.',
  'orcid-invalid': ({ value, reason }: { value: string; reason: 'shape' | 'check-digit' }) =>
    reason === 'shape'
      ? `“${value}” is no ORCID iD. Expected 16 digits such as 0000-0002-1825-0097.`
      : `“${value}” is no ORCID iD: its last digit does not fit the others, so one of them is mistyped.`,
  'orcid-placeholder': ({ value }: { value: string }) =>
    `“${value}” only stands in for an ORCID iD and is left out. Write the author's own, or remove the line.`,
  'ror-invalid': ({ value }: { value: string }) =>
    `“${value}” is no ROR identifier and is left out. One looks like https://ror.org/00tjv0s33.`,
  'email-invalid': ({ value }: { value: string }) => `“${value}” is no e-mail address and is left out.`,
  'date-unreadable': ({ value }: { value: string }) =>
    `“${value}” is no date that can be read, so it is left out. Write it as 2026-11-23, 2026-11 or 2026.`,
  'language-invalid': ({ value }: { value: string }) =>
    `“${value}” is no language tag. Write, for example, zh-CN, en or en-GB.`,
  'doi-invalid': ({ value }: { value: string }) =>
    `“${value}” is no DOI and is left out. A DOI looks like 10.5555/12345678.`,
};
