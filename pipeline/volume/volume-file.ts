import { z } from 'zod';
import { isMap, oneLine } from '../../lint-rules/front-matter/affiliations.js';
import { isoDate } from '../../lint-rules/front-matter/dates.js';
import { type Expected, type Finding, isAbsent, kindOf } from '../../lint-rules/front-matter/findings.js';
import { doi, isbn, issn } from '../../lint-rules/front-matter/identifiers.js';
import { closest } from '../../lint-rules/front-matter/keys.js';
import { languageNamed, languageTag } from '../../lint-rules/front-matter/languages.js';
import { readPeople } from '../../lint-rules/front-matter/people.js';
import { type Context, check, text } from '../../lint-rules/front-matter/schema.js';
import type { Author, Point } from '../../lint-rules/front-matter/types.js';
import { parseYaml, type Yaml, type YamlPath } from '../../lint-rules/front-matter/yaml.js';
import { error, type Fault, warning } from '../faults.js';
import { type ContentsPlan, readContents } from './contents.js';
import { faultOf } from './fault-of.js';
import { slugOf } from './slug.js';
import type { PageSize, Place, Volume } from './types.js';

export const volumeFileName = 'volume.yml';

/** What volume.yml says, before the manuscripts are looked at. */
export interface VolumeFile extends Partial<Omit<Volume, 'root' | 'contents' | 'manuscripts' | 'sources' | 'terms'>> {
  contents?: ContentsPlan;
  terms?: { path: string; at: Point };
  lint?: LintSection;
}

/** What stands under `lint:`. What the rules make of it is for whoever runs them. */
export interface LintSection {
  value: Record<string, unknown>;
  /** Place of the value at a path that starts below `lint`, and of its key. */
  at(path: YamlPath): Place;
  atKey(path: YamlPath): Place;
}

const sizes: PageSize[] = ['a4', 'a5', 'b5', 'us-letter'];
const map = z.record(z.string(), z.unknown(), { error: 'map' satisfies Expected });

const schemas = {
  title: text,
  subtitle: text,
  slug: text,
  lang: text,
  date: text,
  event: map,
  editors: z.union([z.string(), z.array(z.unknown()), map], { error: 'editors' satisfies Expected }),
  publisher: z.union([z.string(), map], { error: 'publisher' satisfies Expected }),
  isbn: text,
  issn: text,
  doi: text,
  license: text,
  page: map,
  terms: text,
  lint: map,
  contents: z.array(z.unknown(), { error: 'contents' satisfies Expected }),
};
type Key = keyof typeof schemas;
const keys = Object.keys(schemas) as Key[];

/** Reads volume.yml. Every fault has its line and column; what is faulty is left out of the result. */
export function readVolumeFile(source: string): { volume: VolumeFile; faults: Fault[] } {
  const faults: Fault[] = [];
  const { yaml, findings } = parseYaml(source);
  faults.push(...findings.map((finding) => faultOf(finding, volumeFileName)));
  if (!yaml) return { volume: {}, faults };
  if (!isMap(yaml.value)) {
    const found = isAbsent(yaml.value) ? 'nothing' : kindOf(yaml.value);
    return {
      volume: {},
      faults: [error('volume-file-not-a-map', { found }, { path: volumeFileName, line: 1, column: 1 })],
    };
  }
  return { volume: new Reader(yaml, yaml.value, faults).read(), faults };
}

class Reader {
  readonly #context: Context;

  constructor(
    readonly yaml: Yaml,
    readonly value: Record<string, unknown>,
    readonly faults: Fault[],
  ) {
    this.#context = { yaml, report: (finding) => this.#report(finding) };
  }

  read(): VolumeFile {
    this.#knownKeys(this.value, keys, []);
    const title = this.#line('title');
    if (title === undefined && (isAbsent(this.value.title) || typeof this.value.title === 'string')) {
      this.faults.push(error('volume-title-missing', {}, this.#place('title' in this.value ? ['title'] : [])));
    }
    const contents = this.#get('contents');
    const terms = this.#get('terms');
    const lint = this.#get('lint');
    const volume: VolumeFile = {
      title,
      subtitle: this.#line('subtitle'),
      slug: this.#slug(title),
      lang: this.#converted('lang', (tag) => languageNamed(tag) ?? languageTag(tag), 'language-invalid'),
      date: this.#date(['date'], this.#get('date')),
      event: this.#event(),
      editors: this.#editors(),
      publisher: this.#publisher(),
      isbn: this.#converted('isbn', isbn, 'isbn-invalid'),
      issn: this.#converted('issn', issn, 'issn-invalid'),
      doi: this.#converted('doi', doi, 'volume-doi-invalid'),
      license: this.#line('license'),
      page: this.#page(),
      ...(contents && { contents: readContents(contents, this.yaml, this.faults) }),
      ...(terms && { terms: { path: terms.trim(), at: this.yaml.at(['terms']) } }),
      ...(lint && { lint: this.#lint(lint) }),
    };
    return Object.fromEntries(Object.entries(volume).filter(([, value]) => value !== undefined));
  }

  #place(path: YamlPath): Place {
    return { path: volumeFileName, ...this.yaml.at(path) };
  }

  #report(finding: Finding): void {
    this.faults.push(faultOf(finding, volumeFileName));
  }

  #get<K extends Key>(key: K): z.output<(typeof schemas)[K]> | undefined {
    const value = Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    if (isAbsent(value)) return undefined;
    return check(schemas[key] as z.ZodType, value, [key], this.#context) as z.output<(typeof schemas)[K]> | undefined;
  }

  #line(key: 'title' | 'subtitle' | 'license'): string | undefined {
    return oneLine(this.#get(key) ?? '') || undefined;
  }

  #converted(
    key: 'lang' | 'isbn' | 'issn' | 'doi',
    read: (value: string) => string | undefined,
    id: 'language-invalid' | 'isbn-invalid' | 'issn-invalid' | 'volume-doi-invalid',
  ): string | undefined {
    const value = this.#get(key);
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined) this.faults.push(error(id, { value: oneLine(value) }, this.#place([key])));
    return result;
  }

  #date(path: YamlPath, value: unknown): string | undefined {
    if (isAbsent(value)) return undefined;
    const written = check(text, value, path, this.#context);
    const date = written === undefined ? undefined : isoDate(written);
    if (written !== undefined && date === undefined) {
      this.faults.push(error('volume-date-unreadable', { value: oneLine(written) }, this.#place(path)));
    }
    return date;
  }

  /** A text inside one of the maps. */
  #inner(key: Key, inner: string, value: Record<string, unknown>): string | undefined {
    if (isAbsent(value[inner])) return undefined;
    const checked = check(text, value[inner], [key, inner], this.#context);
    return checked === undefined ? undefined : oneLine(checked);
  }

  #slug(title: string | undefined): string | undefined {
    const wanted = this.#get('slug')?.trim();
    if (wanted === undefined) return title === undefined ? undefined : slugOf(title);
    const slug = slugOf(wanted);
    if (slug !== wanted)
      this.faults.push(error('slug-invalid', { value: wanted, suggestion: slug }, this.#place(['slug'])));
    return slug;
  }

  #event(): Volume['event'] {
    const value = this.#get('event');
    if (!value) return undefined;
    this.#knownKeys(value, ['name', 'date', 'place'], ['event']);
    const name = this.#inner('event', 'name', value);
    const date = this.#date(['event', 'date'], value.date);
    const place = this.#inner('event', 'place', value);
    if (name === undefined) {
      this.faults.push(error('event-name-missing', {}, this.#place(['event'])));
      return undefined;
    }
    return { name, ...(date && { date }), ...(place && { place }) };
  }

  #publisher(): Volume['publisher'] {
    const value = this.#get('publisher');
    if (value === undefined) return undefined;
    if (typeof value === 'string') return { name: oneLine(value) };
    this.#knownKeys(value, ['name', 'place'], ['publisher']);
    const name = this.#inner('publisher', 'name', value);
    const place = this.#inner('publisher', 'place', value);
    if (name === undefined) {
      this.faults.push(error('publisher-name-missing', {}, this.#place(['publisher'])));
      return undefined;
    }
    return { name, ...(place && { place }) };
  }

  /** Editors stand on the title page by name; affiliations would have nowhere to point. */
  #editors(): Author[] | undefined {
    const value = this.#get('editors');
    if (value === undefined) return undefined;
    const people = readPeople(value, ['editors'], this.#context, { list: [], byKey: new Map() });
    return people.map(({ id: _, ...person }) => ({ ...person, affiliations: [] }));
  }

  #page(): Volume['page'] | undefined {
    const value = this.#get('page');
    if (!value) return undefined;
    this.#knownKeys(value, ['size'], ['page']);
    const size = this.#inner('page', 'size', value)?.toLowerCase();
    if (size === undefined) return undefined;
    if ((sizes as string[]).includes(size)) return { size: size as PageSize };
    this.faults.push(error('page-size-unknown', { value: size, known: sizes }, this.#place(['page', 'size'])));
    return undefined;
  }

  #lint(value: Record<string, unknown>): LintSection {
    return {
      value,
      at: (path) => this.#place(['lint', ...path]),
      atKey: (path) => ({ path: volumeFileName, ...this.yaml.atKey(['lint', ...path]) }),
    };
  }

  #knownKeys(value: Record<string, unknown>, known: readonly string[], path: YamlPath): void {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      const suggestion = closest(key, known);
      const place = { path: volumeFileName, ...this.yaml.atKey([...path, key]) };
      const args = { key: [...path, key].join('.'), known: [...known], ...(suggestion && { suggestion }) };
      this.faults.push(warning('volume-key-unknown', args, place));
    }
  }
}
