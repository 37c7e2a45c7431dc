import type { z } from 'zod';
import { type Definitions, isMap, oneLine, readDefinitions } from './affiliations.js';
import { isoDate } from './dates.js';
import { doubt, isAbsent, kindOf, mistake } from './findings.js';
import { doi as doiOf } from './identifiers.js';
import { closest, type Field, fieldKeys, fieldOf, isForeignKey } from './keys.js';
import { languageNamed, languageTag } from './languages.js';
import { type Person, readPeople } from './people.js';
import { type Context, check, fieldSchemas } from './schema.js';
import type { FrontMatter, Point } from './types.js';
import type { Yaml, YamlPath } from './yaml.js';

/** A header's fields, people and affiliations still apart, so that a project's and a manuscript's header can be joined. */
export interface Fields extends Omit<FrontMatter, 'authors' | 'affiliations' | 'keywords'> {
  people?: Person[];
  definitions: Definitions;
  /** People described for reference by id. */
  known: Person[];
  keywords?: string[];
}

export interface FieldsOptions {
  /** Fields of the project that the header belongs to: its people and affiliations can be referred to. */
  project?: Fields;
  /** Report keys that nobody knows; a project's file has a language of its own. */
  unknownKeys: boolean;
  /** Where in the YAML the fields stand. */
  path?: YamlPath;
}

/** Reads and normalises all fields of a header. Faults go to `context.report`; what is faulty is left out. */
export function readFields(yaml: Yaml, report: Context['report'], options: FieldsOptions): Fields {
  const context: Context = { yaml, report };
  const root = options.path ?? [];
  const map = root.reduce<unknown>((inner, step) => (isMap(inner) ? inner[String(step)] : undefined), yaml.value);
  const empty: Fields = { definitions: { list: [], byKey: new Map() }, known: [] };
  if (isAbsent(map)) return empty;
  if (!isMap(map)) {
    report(mistake('header-not-a-map', { found: kindOf(map) }, yaml.at(root)));
    return empty;
  }
  const given = collect(map, root, context, options.unknownKeys);
  const pathOf = (field: Field): YamlPath => given.get(field)?.path ?? root;
  function value<F extends Field>(field: F): z.output<(typeof fieldSchemas)[F]> | undefined {
    const found = given.get(field);
    return (
      found &&
      (check(fieldSchemas[field], found.value, found.path, context) as z.output<(typeof fieldSchemas)[F]> | undefined)
    );
  }
  const line = (field: 'subtitle' | 'shortTitle') => oneLine(value(field) ?? '') || undefined;

  const own = readDefinitions(value('affiliations'), pathOf('affiliations'), context);
  const definitions = own.list.length > 0 ? own : (options.project?.definitions ?? own);
  const inherited = [...(options.project?.known ?? []), ...(options.project?.people ?? [])];
  const known = readPeople(value('contributors'), pathOf('contributors'), context, definitions, inherited);
  const authors = value('authors');
  const people =
    authors === undefined
      ? undefined
      : readPeople(authors, pathOf('authors'), context, definitions, [...known, ...inherited]);
  return {
    ...titles(value('title')),
    ...defined({ subtitle: line('subtitle'), shortTitle: line('shortTitle') }),
    ...(people && { people }),
    definitions,
    known,
    ...defined({
      abstract: abstractOf(value('abstract'), value('parts')),
      keywords: keywordsOf(value('keywords'), value('tags')),
      date: converted(value('date'), 'date-unreadable', isoDate, pathOf('date'), context),
      doi: converted(value('doi'), 'doi-invalid', doiOf, pathOf('doi'), context),
      lang: language(value('lang'), pathOf('lang'), context),
      bibliography: bibliographyOf(value('bibliography'), pathOf('bibliography'), context),
      license: licenseOf(value('license')),
    }),
  };
}

/** The fields that the map has, with where they stand; reports keys that mean nothing to anyone. */
function collect(map: Record<string, unknown>, root: YamlPath, { yaml, report }: Context, unknownKeys: boolean) {
  const given = new Map<Field, { value: unknown; path: YamlPath }>();
  for (const [key, value] of Object.entries(map)) {
    const field = fieldOf(key);
    const path = [...root, key];
    if (field) {
      if (!isAbsent(value) && !given.has(field)) given.set(field, { value, path });
    } else if (unknownKeys && !isForeignKey(key)) {
      const suggestion = closest(key, Object.values(fieldKeys).flat());
      report(doubt('unknown-key', { key, ...(suggestion && { suggestion }) }, yaml.atKey(path)));
    }
  }
  return given;
}

function titles(value: z.output<typeof fieldSchemas.title> | undefined): Pick<Fields, 'title' | 'subtitle'> {
  if (value === undefined) return {};
  const parts = typeof value === 'string' ? [{ text: value }] : [value].flat();
  const typed = (type: string) => parts.find((part) => 'type' in part && part.type === type)?.text;
  const title = oneLine(typed('main') ?? parts[0]?.text ?? '');
  const subtitle = oneLine(typed('subtitle') ?? '');
  return { ...(title && { title }), ...(subtitle && { subtitle }) };
}

/** An abstract under its own key or as MyST's part of that name; a list is its paragraphs. */
function abstractOf(
  value: string | string[] | undefined,
  parts: Record<string, unknown> | undefined,
): string | undefined {
  const part = parts?.abstract;
  const paragraphs = [value ?? (typeof part === 'string' || Array.isArray(part) ? part : [])].flat();
  const texts = paragraphs.filter((item) => typeof item === 'string');
  return texts.map((text) => text.trim()).join('\n\n') || undefined;
}

/** Keywords and tags together; one line of text holds several, parted by commas or semicolons of any script. */
function keywordsOf(...values: (string | string[] | undefined)[]): string[] | undefined {
  const all = values.flatMap((value) => (typeof value === 'string' ? value.split(/[,;，；、\n]/) : (value ?? [])));
  const words = all.map(oneLine).filter((word) => !isAbsent(word));
  return words.length > 0 ? [...new Set(words)] : undefined;
}

function converted(
  value: string | undefined,
  id: 'date-unreadable' | 'doi-invalid',
  read: (text: string) => string | undefined,
  path: YamlPath,
  { yaml, report }: Context,
): string | undefined {
  if (value === undefined) return undefined;
  const result = read(value);
  if (result === undefined) report(doubt(id, { value: oneLine(value) }, yaml.at(path)));
  return result;
}

function language(value: string | undefined, path: YamlPath, { yaml, report }: Context): string | undefined {
  if (value === undefined) return undefined;
  const tag = languageNamed(value) ?? languageTag(value);
  if (!tag) report(mistake('language-invalid', { value: oneLine(value) }, yaml.at(path)));
  return tag;
}

function bibliographyOf(
  value: string | string[] | undefined,
  path: YamlPath,
  { yaml }: Context,
): { path: string; at: Point }[] | undefined {
  if (value === undefined) return undefined;
  const files =
    typeof value === 'string'
      ? [{ path: value.trim(), at: yaml.at(path) }]
      : value.map((file, index) => ({ path: file.trim(), at: yaml.at([...path, index]) }));
  return files.filter((file) => !isAbsent(file.path));
}

/** A licence's name: text, or the most telling part of a map (MyST parts content and code; Quarto has text, type and url). */
function licenseOf(value: unknown): string | undefined {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(licenseOf).find(Boolean);
  if (!isMap(value)) return undefined;
  for (const key of ['content', 'id', 'text', 'type', 'name', 'url', 'code']) {
    const name = licenseOf(value[key]);
    if (name) return name;
  }
  return undefined;
}

function defined<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
