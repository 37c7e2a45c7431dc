import { createHash } from 'node:crypto';
import type { Author, Entry, Manuscript, Role, Volume } from '../../volume/types.js';
import type { Document } from '../reader/document.js';
import { stringify } from '../reader/walk.js';
import { joinNames, type PrintedWords, printedDate, wordsFor } from '../words.js';
import { coverLines } from './cover-lines.js';
import { pageGeometry } from './page.js';
import { typstLanguage } from './passes/language.js';
import { shorten } from './running-title.js';

/** Words without the functions among them, as data for the templates. */
type WordData = { [Key in keyof PrintedWords as PrintedWords[Key] extends string ? Key : never]: string };

/** What is printed on one line of the imprint or under an abstract. */
interface ImprintLine {
  label: string | null;
  text: string;
  url: string | null;
}

/** Roles that stand before page 1, when nothing but their like stands before them. */
const frontRoles: ReadonlySet<Role> = new Set<Role>(['preface', 'foreword']);

/** Everything but the manuscripts' texts that the template prints of a volume, as JSON data. */
export function bookData(volume: Volume) {
  const words = wordsFor(volume.lang);
  const page = pageGeometry(volume.page.size);
  const { front, body } = arrange(volume);
  const editors = volume.editors.map(printedName);
  const event = volume.event && [
    volume.event.name,
    volume.event.place,
    volume.event.date && date(volume.event.date, volume),
  ];
  const publisher =
    volume.publisher && [volume.publisher.place, volume.publisher.name].filter(Boolean).join(words.colon);
  const authors = [...new Set(volume.manuscripts.flatMap(({ authors }) => authors.map(({ name }) => name)))];
  const coverNames = joinNames(editors.length > 0 ? editors : authors.slice(0, 6), words);
  const dated = volume.date ? date(volume.date, volume) : null;
  return {
    page,
    recto: false,
    ...languageData(volume.lang),
    words: wordData(words),
    title: volume.title,
    subtitle: volume.subtitle ?? null,
    fullTitle: volume.subtitle ? `${volume.title}${words.colon}${volume.subtitle}` : volume.title,
    running: shorten(volume.title, headWidth(volume)),
    event: event ? event.filter(Boolean).join(words.lang === 'en' ? ', ' : '　') : null,
    editors: editors.length > 0 ? joinNames(editors, words) : null,
    publisher: publisher ?? null,
    date: dated,
    imprint: imprint(volume, words),
    description: [volume.subtitle, volume.event?.name].filter(Boolean).join(' · ') || null,
    documentAuthors: editors.length > 0 ? volume.editors.map(({ name }) => name) : authors,
    documentKeywords: [...new Set(volume.manuscripts.flatMap(({ keywords }) => keywords))],
    documentDate: dateParts(volume.date),
    cover: coverLines(volume),
    coverNames,
    coverPlace:
      [volume.publisher?.name !== coverNames && volume.publisher?.name, dated]
        .filter(Boolean)
        .join(words.lang === 'en' ? ', ' : '　') || null,
    front,
    body,
    manuscripts: volume.manuscripts.map((manuscript) => ({
      id: manuscript.id,
      ...languageData(manuscript.lang),
      inSection: manuscript.section !== undefined,
      authors: joinNames(manuscript.authors.map(printedName), wordsFor(manuscript.lang)),
    })),
  };
}

/** What the template prints of one manuscript besides its text, as JSON data. */
export function manuscriptData({ manuscript, title, subtitle }: Document) {
  const { authors, affiliations } = manuscript;
  const words = wordsFor(manuscript.lang);
  // With one affiliation for all, marks would only be noise.
  const marked = affiliations.length > 1 && authors.length > 1;
  const full = [title, subtitle].map(stringify).filter(Boolean).join(words.colon);
  return {
    id: manuscript.id,
    ...languageData(manuscript.lang),
    words: wordData(words),
    authors: authors.map((author) => ({
      name: printedName(author),
      marks: [
        ...(marked ? author.affiliations.map((index) => String(index + 1)) : []),
        ...(author.corresponding && author.email && authors.length > 1 ? ['*'] : []),
      ].join(','),
      orcid: author.orcid ?? null,
    })),
    affiliations: affiliations.map(({ name }, index) => ({ name, mark: marked ? String(index + 1) : '' })),
    correspondence: authors.flatMap(({ corresponding, email }) => (corresponding && email ? [email] : [])),
    keywords: manuscript.keywords.join(words.keywordSeparator) || null,
    imprint: [
      ...(manuscript.doi
        ? [{ text: `https://doi.org/${manuscript.doi}`, url: `https://doi.org/${manuscript.doi}` }]
        : []),
      ...(manuscript.date ? [{ text: printedDate(manuscript.date, manuscript.lang), url: null }] : []),
      ...(manuscript.license ? [{ text: manuscript.license, url: licenceUrl(manuscript.license) }] : []),
    ],
    documentTitle: full,
    documentAuthors: authors.map(({ name }) => name),
    documentKeywords: manuscript.keywords,
  };
}

/** Ems that a running head has room for beside its page number. */
export function headWidth(volume: Volume): number {
  const { textWidth, fontSize } = pageGeometry(volume.page.size);
  return textWidth / (fontSize * 0.86) - 5;
}

/** An ISO 8601 date as year, month and day; what it leaves open is the first. */
export function dateParts(iso: string | undefined): [number, number, number] | null {
  const match = iso && /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  return match ? [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)] : null;
}

type Part = { kind: 'section'; id: string; title: string } | { kind: 'manuscript'; id: string; level: 1 | 2 };

/** The volume's parts in order: those on roman pages, and from page 1 on. */
function arrange(volume: Volume): { front: Part[]; body: Part[] } {
  const roles = new Map(volume.manuscripts.map(({ id, role }) => [id, role]));
  const first = volume.contents.findIndex((entry) => entry.kind === 'section' || !frontRoles.has(roles.get(entry.id)!));
  const split = first < 0 ? volume.contents.length : first;
  const parts = (entry: Entry): Part[] => {
    if (entry.kind === 'manuscript') return [{ kind: 'manuscript', id: entry.id, level: 1 }];
    const id = `galley:section:${createHash('sha256')
      .update(`${entry.title}\n${entry.manuscripts.join('\n')}`)
      .digest('hex')
      .slice(0, 12)}`;
    const inside = entry.manuscripts.map((manuscript): Part => ({ kind: 'manuscript', id: manuscript, level: 2 }));
    return [{ kind: 'section', id, title: entry.title }, ...inside];
  };
  return {
    front: volume.contents.slice(0, split).flatMap(parts),
    body: volume.contents.slice(split).flatMap(parts),
  };
}

function imprint(volume: Volume, words: PrintedWords): ImprintLine[] {
  const lines: (ImprintLine | undefined)[] = [
    volume.editors.length > 0
      ? { label: words.editedBy, text: joinNames(volume.editors.map(printedName), words), url: null }
      : undefined,
    volume.publisher && {
      label: words.publisher,
      text: [volume.publisher.place, volume.publisher.name].filter(Boolean).join(words.colon),
      url: null,
    },
    volume.date ? { label: words.published, text: date(volume.date, volume), url: null } : undefined,
    volume.isbn ? { label: 'ISBN', text: volume.isbn, url: null } : undefined,
    volume.issn ? { label: 'ISSN', text: volume.issn, url: null } : undefined,
    volume.doi ? { label: 'DOI', text: volume.doi, url: `https://doi.org/${volume.doi}` } : undefined,
    volume.license ? { label: words.licence, text: volume.license, url: licenceUrl(volume.license) } : undefined,
  ];
  return lines.filter((line) => line !== undefined);
}

/** The address of a Creative Commons licence by its SPDX identifier; null for any other text. */
function licenceUrl(license: string): string | null {
  const match = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/i.exec(license.trim());
  if (match) return `https://creativecommons.org/licenses/${match[1]!.toLowerCase()}/${match[2]}/`;
  return /^CC0-1\.0$/i.test(license.trim()) ? 'https://creativecommons.org/publicdomain/zero/1.0/' : null;
}

function printedName({ name, native }: Author): string {
  return native && native !== name ? `${name} (${native})` : name;
}

function date(iso: string, { lang }: Pick<Manuscript, 'lang'>): string {
  return printedDate(iso, lang);
}

function languageData(tag: string): { lang: string; region: string | null } {
  const language = typstLanguage(tag);
  return { lang: language?.lang ?? 'en', region: language?.region ?? null };
}

function wordData(words: PrintedWords): WordData {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => typeof word === 'string')) as WordData;
}
