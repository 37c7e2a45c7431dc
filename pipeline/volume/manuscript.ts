import { type Finding, type Point, readManuscript, readProject } from '../../lint-rules/front-matter/index.js';
import { sameScript } from '../../lint-rules/front-matter/languages.js';
import { error, type Fault } from '../faults.js';
import { bibliographiesBeside, bibliographyFormats } from './bibliographies.js';
import type { Found } from './discover.js';
import { faultOf } from './fault-of.js';
import type { FigureChecker } from './figures.js';
import type { VolumeFiles } from './files.js';
import { imageReferences, longestParsed } from './image-references.js';
import { type Expanded, expandIncludes } from './includes.js';
import { type Limits, sizeInWords } from './limits.js';
import { pathFault } from './path-fault.js';
import { preflight } from './preflight.js';
import { readText } from './read-text.js';
import type { Figure, Manuscript, Place, Volume } from './types.js';

/** What reading a manuscript needs of the volume. */
export interface ManuscriptTools {
  files: VolumeFiles;
  limits: Limits;
  figures: FigureChecker;
  /** Language of the volume, when it says one. */
  lang?: string;
}

export interface ReadManuscript {
  /** Absent when the file itself cannot be read. */
  manuscript?: Omit<Manuscript, 'role' | 'section'>;
  /** Files read besides figures. */
  sources: Volume['sources'];
  faults: Fault[];
}

/** Reads and checks one manuscript with its figures and bibliographies. */
export async function readManuscriptFile(found: Found, tools: ManuscriptTools): Promise<ReadManuscript> {
  const faults: Fault[] = [];
  const sources: Volume['sources'] = [];
  const main = readText(found.path, { path: found.path }, tools.limits.manuscript, tools.files);
  if ('fault' in main) return { sources, faults: [main.fault] };
  sources.push(main.source);

  const project = readProjectBeside(found, tools, sources, faults);
  const { frontMatter, scriptLanguage, body, findings, bibliographyFromProject } = readManuscript(
    main.text,
    project?.fields,
  );
  const located = (finding: Finding) => faultOf(finding, found.path);
  faults.push(...findings.map(located));
  const expanded = expandIncludes(body, found.path, found.folder, tools);
  faults.push(...expanded.faults);
  sources.push(...expanded.sources);
  const obstacles = [
    ...findObstacles(main.text, frontMatter.abstract ?? '', found.path),
    ...expanded.included.flatMap(({ path, source }) => findObstacles(source, '', path)),
  ];
  faults.push(...obstacles);

  // What would keep pandoc busy for ever may do the same to the parser that finds the images.
  const figures = obstacles.length > 0 ? [] : await checkFigures(expanded, found, tools, faults);
  const namedIn = bibliographyFromProject ? project!.path : found.path;
  const { bibliography: named, lang, ...rest } = frontMatter;
  const wanted = named
    ? named.map(({ path, at }) => ({ path, place: { path: namedIn, ...at } }))
    : bibliographiesBeside(found.folder, tools.files).map((name) => ({ path: name, place: { path: found.path } }));
  const bibliography = checkBibliographies(wanted, found, tools, sources, faults);
  return {
    manuscript: {
      id: found.id,
      path: found.path,
      folder: found.folder ? `${tools.files.root}/${found.folder}` : tools.files.root,
      ...rest,
      lang: lang ?? languageFor(scriptLanguage!, tools.lang),
      bibliography,
      body: expanded.body,
      source: main.text,
      included: expanded.included,
      sha256: main.source.sha256,
      figures,
    },
    sources,
    faults,
  };
}

/**
 * Language of a manuscript that states none: the volume's, where the text is in its script. An English paper in a Chinese volume is
 * English all the same, and must not be set by Chinese rules.
 */
function languageFor(scriptLanguage: string, volumeLanguage: string | undefined): string {
  return volumeLanguage !== undefined && sameScript(volumeLanguage, scriptLanguage) ? volumeLanguage : scriptLanguage;
}

/** What pandoc would hang on, in the whole file, since its title and abstract go through pandoc as well. */
function findObstacles(source: string, abstract: string, path: string): Fault[] {
  const inSource = preflight(source).map(({ id, args, line, column }) => error(id, args, { path, line, column }));
  return inSource.length > 0 ? inSource : preflight(abstract).map(({ id, args }) => error(id, args, { path }));
}

/** A MyST project describes the one manuscript that shares its folder; the volume's own folder belongs to no manuscript. */
function readProjectBeside(found: Found, tools: ManuscriptTools, sources: Volume['sources'], faults: Fault[]) {
  if (!found.folder) return undefined;
  const listing = tools.files.list(found.folder);
  const name = ['myst.yml', 'myst.yaml'].find((candidate) => listing.get(candidate)?.isFile());
  if (!name) return undefined;
  const path = `${found.folder}/${name}`;
  const read = readText(path, { path }, tools.limits.configuration, tools.files);
  if ('fault' in read) {
    faults.push(read.fault);
    return undefined;
  }
  sources.push(read.source);
  const { fields, findings } = readProject(read.text);
  faults.push(...findings.map((finding) => faultOf(finding, path)));
  return { path, fields };
}

async function checkFigures(
  { body, origins }: Expanded,
  found: Found,
  tools: ManuscriptTools,
  faults: Fault[],
): Promise<Figure[]> {
  const figures = new Map<string, Figure>();
  const told = new Set<string>();
  /** Places in the expanded text as places in the file that the line comes from. */
  const placeAt = ({ line, column }: Point): Place => ({ path: found.path, line, ...origins[line - 1], column });
  const references = imageReferences(body, (at) =>
    faults.push(error('images-too-long', { limit: sizeInWords(longestParsed) }, placeAt(at))),
  );
  for (const reference of references) {
    if (figures.has(reference.url) || told.has(reference.url)) continue;
    const { path, line = reference.line } = placeAt(reference);
    const checked = await tools.figures.check({ ...reference, line }, found.folder, path);
    if (!('severity' in checked)) figures.set(reference.url, checked);
    else if (!reference.doubtful) {
      told.add(reference.url);
      faults.push(checked);
    }
  }
  return [...figures.values()];
}

function checkBibliographies(
  wanted: { path: string; place: Place }[],
  found: Found,
  { files, limits }: ManuscriptTools,
  sources: Volume['sources'],
  faults: Fault[],
): Manuscript['bibliography'] {
  const bibliography: Manuscript['bibliography'] = [];
  for (const { path: name, place } of wanted) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) {
      faults.push(error('bibliography-remote', { url: name }, place));
      continue;
    }
    const at = files.find(found.folder, name);
    if ('problem' in at) {
      faults.push(pathFault(at, name, place, 'bibliography'));
    } else if (!bibliographyFormats.test(at.path)) {
      faults.push(error('bibliography-format', { path: name }, place));
    } else {
      const read = readText(at.path, place, limits.bibliography, files);
      if ('fault' in read) faults.push(read.fault);
      else {
        sources.push(read.source);
        bibliography.push({ path: at.path, file: at.file, sha256: read.source.sha256 });
      }
    }
  }
  return bibliography;
}
