import type { Expected, Found } from '../../../lint-rules/front-matter/findings.js';

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
const findings: Record<Found, string> = { text: 'text', list: 'a list', map: 'a map', nothing: 'nothing' };

type Subject = 'figure' | 'bibliography' | 'terms' | 'include';
const subjects: Record<Subject, string> = {
  figure: 'figure',
  bibliography: 'bibliography',
  terms: 'terms file',
  include: 'included file',
};

const binaries = {
  PDF: 'a PDF',
  Word: 'a Word document',
  ZIP: 'a ZIP archive',
  RTF: 'an RTF document',
  image: 'an image',
  binary: 'a binary file',
  LFS: 'a pointer to a file in Git LFS; run “git lfs pull”',
};

const or = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' or $1');
const meant = (suggestion?: string) => (suggestion ? ` Did you mean “${suggestion}”?` : '');

/** What is wrong with a volume's files. Each says what is wrong and what to do. */
export const volume = {
  'no-volume-folder': ({ root }: { root: string }) =>
    `There is no folder “${root}”. Name the folder that holds volume.yml with --root.`,
  'no-volume-file': ({ root }: { root: string }) =>
    `No volume.yml in “${root}”. Create one with at least a title, or name the volume's folder with --root.`,
  'volume-file-not-a-file': (_: object) =>
    'volume.yml is a link or a folder. Put a real file there; links are not followed.',
  'volume-file-not-a-map': ({ found }: { found: Found }) =>
    `volume.yml holds ${findings[found]}; expected keys and values, such as “title: Proceedings”.`,
  'volume-title-missing': (_: object) => 'The volume has no title. Add a line such as “title: Proceedings”.',
  'volume-key-unknown': ({ key, known, suggestion }: { key: string; known: string[]; suggestion?: string }) =>
    `Galley does not know the key “${key}” and ignores it.${meant(suggestion) || ` Known here: ${known.join(', ')}.`}`,
  'volume-date-unreadable': ({ value }: { value: string }) =>
    `“${value}” is no date that can be read. Write it as 2026-11-23, 2026-11 or 2026.`,
  'volume-doi-invalid': ({ value }: { value: string }) => `“${value}” is no DOI. A DOI looks like 10.5555/12345678.`,
  'isbn-invalid': ({ value }: { value: string }) =>
    `“${value}” is no ISBN: it needs 13 or 10 digits of which the last is the right check digit. Compare it with what the ISBN agency gave you.`,
  'issn-invalid': ({ value }: { value: string }) =>
    `“${value}” is no ISSN: it needs 8 digits of which the last is the right check digit. Compare it with what the ISSN centre gave you.`,
  'slug-invalid': ({ value, suggestion }: { value: string; suggestion: string }) =>
    `“${value}” cannot name the output files. Use lower-case letters, digits and hyphens, such as “${suggestion}”.`,
  'event-name-missing': (_: object) => 'The event has no name. Add “name:” under “event:”.',
  'publisher-name-missing': (_: object) => 'The publisher has no name. Add “name:” under “publisher:”.',
  'page-size-unknown': ({ value, known }: { value: string; known: string[] }) =>
    `“${value}” is no page size that Galley sets. Choose ${or(known)}.`,
  'role-unknown': ({ role, known }: { role: string; known: string[] }) => `“${role}” is no role. Choose ${or(known)}.`,
  'no-manuscripts': (_: object) =>
    'The volume has no manuscripts. Put Markdown files beside volume.yml: “paper.md”, or a folder “paper” with one Markdown file in it.',
  'contents-without-file': ({ id, suggestion }: { id: string; suggestion?: string }) =>
    `The contents name “${id}”, but there is no ${id}.md and no folder “${id}” with a Markdown file.${meant(suggestion)}`,
  'contents-twice': ({ id, line }: { id: string; line: number }) =>
    `The contents name “${id}” twice; the first time is in line ${line}. Remove one of the two.`,
  'not-in-contents': ({ id }: { id: string }) =>
    `The contents in volume.yml do not name “${id}” yet, so it comes last.`,
  'duplicate-id': ({ id, one, other }: { id: string; one: string; other: string }) =>
    `Two manuscripts have the id “${id}”: ${one} and ${other}. Rename one of them.`,
  'colliding-ids': ({ one, other }: { id: string; one: string; other: string }) =>
    `${one} and ${other} differ only in upper and lower case, which not every system tells apart. Rename one of them.`,
  'unsafe-id': ({ id, suggestion }: { id: string; suggestion: string }) =>
    `“${id}” cannot be a manuscript's id. Name the file or folder with letters, digits, “-”, “_” and “.” only, such as “${suggestion}”.`,
  'several-markdown-files': ({ folder, files }: { folder: string; files: string[] }) =>
    `The folder “${folder}” has several Markdown files: ${files.join(', ')}. Leave one, or call the manuscript paper.md.`,
  'manuscript-is-a-link': ({ path }: { path: string }) =>
    `“${path}” is a symbolic link, and links are not followed. Put the file itself there.`,
  'not-a-regular-file': ({ path }: { path: string }) => `“${path}” is no regular file. Put a text file there.`,

  'file-unreadable': ({ path }: { path: string }) => `“${path}” cannot be opened. Check that you may read it.`,
  'file-too-large': ({ path, size, limit }: { path: string; size: string; limit: string }) =>
    `“${path}” has ${size}, and at most ${limit} are read. Split it, or move what is no text into files of its own.`,
  'text-is-binary': ({ path, kind }: { path: string; kind: keyof typeof binaries }) =>
    `“${path}” is no text but ${binaries[kind]}. Save the text as Markdown in UTF-8.`,
  'text-encoding': ({ path, encoding }: { path: string; encoding: string }) =>
    `“${path}” is in ${encoding}. Save it as UTF-8.`,
  'text-not-utf8': ({ path, byte, encoding }: { path: string; byte: string; encoding?: string }) =>
    `“${path}” is not UTF-8: the byte ${byte} here fits nowhere.${encoding ? ` It looks like ${encoding}.` : ''} Save it as UTF-8.`,
  'text-nul': ({ path }: { path: string }) => `“${path}” has a NUL character here. Remove it.`,

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
    `The header holds ${findings[found]}; expected keys and values, such as “title: On Proofs”.`,
  'unexpected-shape': ({ key, expected, found }: { key: string; expected: Expected; found: Found }) =>
    `“${key}” is ${findings[found]}; expected ${expectations[expected]}.`,
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

  'include-too-deep': ({ path, depth }: { path: string; depth: number }) =>
    `“${path}” is included through more than ${depth} files, or includes itself. Include it directly.`,
  'path-absolute': ({ path, subject }: { path: string; subject: Subject }) =>
    `The ${subjects[subject]} “${path}” is named by an absolute path. Put the file into the volume and name it relative to this file.`,
  'path-outside': ({ path, subject }: { path: string; subject: Subject }) =>
    `The ${subjects[subject]} “${path}” lies outside the volume's folder. Put a copy into it.`,
  'path-is-a-link': ({ path, subject }: { path: string; subject: Subject }) =>
    `The ${subjects[subject]} “${path}” is, or lies behind, a symbolic link, and links are not followed. Put the file itself there.`,
  'path-is-no-file': ({ path, subject }: { path: string; subject: Subject }) =>
    `The ${subjects[subject]} “${path}” is a folder or a special file. Name a regular file.`,
  'path-case': ({ path, found, subject }: { path: string; found: string; subject: Subject }) =>
    `There is no ${subjects[subject]} “${path}”, but there is “${found}”. Write upper and lower case as in the file's name.`,
  'path-missing': ({ path, subject }: { path: string; subject: Subject }) =>
    `There is no ${subjects[subject]} “${path}”. Add the file, or correct its name.`,

  'figure-remote': ({ url }: { url: string }) =>
    `The figure “${url}” is on the network, and nothing is fetched. Put a copy beside the manuscript and name that.`,
  'figure-scheme': ({ url, scheme }: { url: string; scheme: string }) =>
    `The figure “${url}” is a “${scheme}:” address. Put the image beside the manuscript and name the file.`,
  'figure-unreadable': ({ path }: { path: string }) =>
    `The figure “${path}” cannot be opened. Check that you may read it.`,
  'figure-too-large': ({ path, size, limit }: { path: string; size: string; limit: string }) =>
    `The figure “${path}” has ${size}, and at most ${limit} are read. Save it smaller.`,
  'figure-empty': ({ path }: { path: string }) => `The figure “${path}” is an empty file. Save it again.`,
  'figure-not-fetched': ({ path }: { path: string }) =>
    `“${path}” is only a pointer to a figure in Git LFS. Run “git lfs pull”.`,
  'figure-no-image': ({ path }: { path: string }) =>
    `“${path}” is no image. Expected PNG, JPEG, SVG, PDF, GIF, WebP or TIFF.`,
  'figure-format': ({ path, format }: { path: string; format: string }) =>
    `“${path}” is ${format}, which no book can show. Save it as SVG, PDF, PNG or JPEG.`,
  'figure-broken': ({ path, reason }: { path: string; reason: string }) =>
    `The figure “${path}” is damaged or breaks off (${reason}). Save it again.`,
  'figure-svg-not-utf8': ({ path }: { path: string }) =>
    `The drawing “${path}” is not in UTF-8. Save it as SVG in UTF-8.`,
  'figure-too-many-pixels': ({
    path,
    width,
    height,
    megapixels,
  }: {
    path: string;
    width: number;
    height: number;
    megapixels: number;
  }) =>
    `The figure “${path}” has ${width} × ${height} pixels, and at most ${megapixels} million are read. Scale it down.`,

  'images-too-long': ({ limit }: { limit: string }) =>
    `The paragraphs with images hold more than ${limit} of text, reached here. Split the manuscript, or put images into paragraphs of their own.`,
  'bibliography-remote': ({ url }: { url: string }) =>
    `The bibliography “${url}” is on the network, and nothing is fetched. Put a copy beside the manuscript and name that.`,
  'bibliography-format': ({ path }: { path: string }) =>
    `“${path}” is no bibliography that can be read. Expected a .bib, .json or .yaml file.`,

  'brackets-too-deep': ({ limit }: { limit: number }) =>
    `More than ${limit} “[” are open here at once. Close them, or write “\\[” where a bracket is only a bracket.`,
  'brackets-too-many': ({ limit }: { limit: number }) =>
    `This paragraph nests too many brackets, up to ${limit} in each other. Part it, or write “\\[” where a bracket is only a bracket.`,
  'links-unclosed': ({ limit }: { limit: number }) =>
    `This paragraph has more than ${limit} “](” without a “)”; the first is here. Close them.`,
  'less-than-too-many': ({ limit }: { limit: number }) =>
    `This paragraph has more than ${limit} “<” that begin no tag; the first is here. Put it in a code block or part it.`,
  'ampersands-too-many': ({ limit }: { limit: number }) =>
    `More than ${limit} “&” follow each other here without a space. Put the text in a code block.`,
  'backticks-unmatched': ({ limit }: { limit: number }) =>
    `This paragraph has more than ${limit} backticks that enclose nothing; the first is here. Close or remove them.`,
  'environments-unclosed': ({ limit }: { limit: number }) =>
    `More than ${limit} “\\begin{…}” have no “\\end{…}”; the first is here. Close them.`,
  'comments-unclosed': ({ limit }: { limit: number }) =>
    `More than ${limit} “<!--” have no “-->”; the first is here. Close them.`,
  'quotes-too-deep': ({ limit }: { limit: number }) =>
    `Quotations are nested more than ${limit} levels deep here. Make them flatter.`,
  'lists-too-deep': ({ limit }: { limit: number }) =>
    `Lists are nested more than ${limit} levels deep here. Make them flatter.`,
};
