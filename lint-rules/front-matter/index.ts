import type { Definitions } from './affiliations.js';
import { takeAbstract, takeTitle } from './body.js';
import { type Fields, readFields } from './fields.js';
import { doubt, type Finding, mistake } from './findings.js';
import { readHeader } from './header.js';
import { languageOf } from './languages.js';
import type { Affiliation, Author, FrontMatter } from './types.js';
import { parseYaml } from './yaml.js';

export type { Finding, FindingArguments, FindingId } from './findings.js';
export type { Affiliation, Author, FrontMatter, Point } from './types.js';

/** What a `myst.yml` says of the project whose manuscript lies beside it. */
export interface Project {
  fields?: Fields;
  findings: Finding[];
}

/** Reads the `project` part of a `myst.yml`. Places are lines of that file. */
export function readProject(source: string): Project {
  const findings: Finding[] = [];
  const { yaml, findings: faults } = parseYaml(source);
  if (!yaml) return { findings: faults };
  const fields = readFields(yaml, (finding) => findings.push(finding), { unknownKeys: false, path: ['project'] });
  return { fields, findings };
}

export interface ManuscriptText {
  frontMatter: FrontMatter & { title: string };
  /** The language that the text's script suggests, when the front matter states none. */
  scriptLanguage?: string;
  /** The Markdown under the header; whatever was taken out stands as empty lines, so that line numbers are the file's. */
  body: string;
  /** Whether `bibliography` comes from the project rather than from the header. */
  bibliographyFromProject: boolean;
  findings: Finding[];
}

/**
 * Reads a manuscript's front matter, however JOSS, MyST or pandoc would have it written: its header, the project it belongs to where the
 * header is silent, and the title and abstract that MyST and pandoc papers have in their text. `source` has LF line ends. Every fault is
 * told; what is faulty is left out, so that the rest can still be looked at.
 */
export function readManuscript(source: string, project?: Fields): ManuscriptText {
  const header = readHeader(source);
  const findings = [...header.findings];
  const own: Fields = header.yaml
    ? readFields(header.yaml, (finding) => findings.push(finding), { unknownKeys: true, ...(project && { project }) })
    : { definitions: { list: [], byKey: new Map() }, known: [] };
  const joined = { ...project, ...own };

  let { body } = header;
  const abstract = own.abstract === undefined ? takeAbstract(body) : undefined;
  if (abstract) body = abstract.body;
  const heading = takeTitle(body, joined.title);
  if (heading) body = heading.body;
  const title = joined.title ?? heading?.value;

  const start = { line: 1, column: 1 };
  // A header or title that is faulty has been told of already.
  const usable =
    header.findings.length === 0 &&
    !findings.some(
      ({ id, args }) =>
        id === 'header-not-a-map' || (id === 'unexpected-shape' && 'key' in args && args.key === 'title'),
    );
  if (usable && title === undefined) {
    const at = header.yaml?.at([]) ?? start;
    findings.push(header.kind === 'none' ? mistake('header-missing', {}, start) : mistake('title-missing', {}, at));
  }
  const people = joined.people ?? [];
  if (usable && title !== undefined && people.length === 0 && !findings.some(({ severity }) => severity === 'error')) {
    findings.push(doubt('authors-missing', {}, start));
  }
  // People point into the definitions that they were read with.
  const ownPeople = own.people !== undefined;
  const definitions = (ownPeople && own.definitions.list.length > 0 ? own : (project ?? own)).definitions;
  const { authors, affiliations, unused } = resolve(people, definitions);
  if (ownPeople && definitions === own.definitions) {
    for (const { affiliation, at } of unused)
      findings.push(doubt('unused-affiliation', { name: affiliation.name }, at));
  }
  const { subtitle, shortTitle, keywords, date, lang, bibliography, license, doi } = joined;
  const words = abstract?.value || joined.abstract;
  return {
    frontMatter: {
      title: title ?? '',
      ...(subtitle && { subtitle }),
      ...(shortTitle && { shortTitle }),
      authors,
      affiliations,
      ...(words && { abstract: words }),
      keywords: keywords ?? [],
      ...(date && { date }),
      ...(lang && { lang }),
      ...(bibliography && { bibliography }),
      ...(license && { license }),
      ...(doi && { doi }),
    },
    ...(!lang && { scriptLanguage: languageOf(`${title ?? ''}\n${body}`) }),
    body,
    bibliographyFromProject: own.bibliography === undefined && bibliography !== undefined,
    findings,
  };
}

/**
 * Settles who belongs where: indices into a list of affiliations, the defined ones first in their order, then those that authors name in
 * place. A single affiliation that no author refers to is everyone's, as in headers that pair `author` with `affiliation`.
 */
function resolve(
  people: Fields['people'] & object,
  { list }: Definitions,
): { authors: Author[]; affiliations: Affiliation[]; unused: Definitions['list'] } {
  const everyones = list.length === 1 && people.every((person) => person.affiliations.length === 0);
  const used = new Set(people.flatMap((person) => person.affiliations.filter((item) => typeof item === 'number')));
  const affiliations: Affiliation[] = [];
  const position = new Map<string, number>();
  const indexOf = (affiliation: Affiliation): number => {
    const known = position.get(affiliation.name);
    if (known !== undefined) return known;
    position.set(affiliation.name, affiliations.length);
    return affiliations.push(affiliation) - 1;
  };
  list.forEach(({ affiliation }, index) => {
    if (used.has(index) || everyones) indexOf(affiliation);
  });
  const authors = people.map(({ id: _, affiliations: own, ...person }): Author => {
    const items = everyones ? [0] : own;
    const indices = items.map((item) => indexOf(typeof item === 'number' ? list[item]!.affiliation : item));
    return { ...person, affiliations: [...new Set(indices)] };
  });
  return {
    authors,
    affiliations,
    unused: everyones || people.length === 0 ? [] : list.filter((_, index) => !used.has(index)),
  };
}
