import type { Found } from '../../../lint-rules/front-matter/findings.js';
import { foundNames as findings, frontMatter, meant } from '../../../lint-rules/messages/en/front-matter.js';

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

/** What is wrong with a volume's files. Each says what is wrong and what to do. */
export const volume = {
  ...frontMatter,
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
