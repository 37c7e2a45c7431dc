import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, warning } from '../../faults.js';
import { packageRoot } from '../../package-root.js';
import type { Manuscript } from '../../volume/types.js';
import type { PandocDoor } from '../pandoc.js';
import type { Block, Citation, Inline, Pandoc } from './ast.js';
import { isEastAsian } from './dialect.js';
import { placeOf } from './places.js';
import { type CslEntry, prepareEntries } from './styles/entries.js';
import { mapInlines, stringify, visit } from './walk.js';

type Cite = Inline & { t: 'Cite' };

const referencesHeading =
  /^\s*(?:\d+[.．]?\s*)?(references?|bibliography|works cited|literature cited|参考文献|參考文獻|引用文献)\s*[:：]?\s*$/i;

/** Reads each bibliography file once in a build, however many manuscripts share it. */
export class Bibliographies {
  readonly #read = new Map<string, Promise<CslEntry[]>>();

  constructor(readonly pandoc: PandocDoor) {}

  /** All entries of a manuscript's bibliographies. Throws an `InputError` that names the file, and the line where pandoc gives it. */
  async entriesOf(manuscript: Manuscript): Promise<CslEntry[]> {
    return (await Promise.all(manuscript.bibliography.map((file) => this.#entries(file)))).flat();
  }

  #entries({ path: label, file, sha256 }: Manuscript['bibliography'][number]): Promise<CslEntry[]> {
    const known = this.#read.get(sha256);
    if (known) return known;
    const entries = this.#convert(label, file);
    this.#read.set(sha256, entries);
    return entries;
  }

  async #convert(label: string, file: string): Promise<CslEntry[]> {
    const format = path.extname(file) === '.json' ? 'csljson' : 'biblatex';
    const input = await readFile(file, 'utf8');
    const { output } = await this.pandoc.run({ label, defaults: { from: format, to: 'csljson' }, input });
    return JSON.parse(output) as CslEntry[];
  }
}

/**
 * Sets citations and the list of references with citeproc (citationstyles.org): author and date where the language is
 * written in Latin script, numbers in the manner of GB/T 7714 where it is Chinese. The list stands where `Div #refs` is, else at the end,
 * under the author's own heading or under `heading`. A key that no bibliography has stays visible and is a warning with its place.
 */
export async function resolveCitations(
  blocks: Block[],
  manuscript: Manuscript,
  bibliographies: Bibliographies,
  heading: string,
): Promise<{ blocks: Block[]; faults: Fault[] }> {
  if (citedKeys(blocks).size === 0) return { blocks: dropEmptyReferences(blocks), faults: [] };

  const entries = await bibliographies.entriesOf(manuscript);
  const known = new Set(entries.map((entry) => entry.id));
  const named = keysForDois(blocks, entries, known);
  const cited = citedKeys(named);
  const faults: Fault[] = [...cited]
    .filter((key) => !known.has(key) && key !== '*' && !doiIn(key))
    .map((key) => warning('unknown-citation', { key }, placeOf(manuscript, `@${key}`)));
  const marked = mapInlines(named, (list) => list.flatMap((node) => keepUnknown(node, known)));
  if (![...cited].some((key) => known.has(key) || key === '*')) return { blocks: dropEmptyReferences(marked), faults };

  const used = cited.has('*') ? entries : entries.filter((entry) => cited.has(entry.id));
  const { citations, list } = await runCiteproc(citationsIn(marked), used, manuscript, bibliographies.pandoc);
  const set = mapInlines(marked, (inlines) =>
    inlines.flatMap((node) => (node.t === 'Cite' ? (citations.get(node.c[0]) ?? node.c[1]) : [node])),
  );
  return { blocks: placeReferences(set, list, heading), faults };
}

/**
 * Has citeproc set the citations of one manuscript, in their order, and the list of references. It gets the citations alone, a paragraph
 * each: the text between them changes nothing, and writing and reading it would cost more than citing.
 */
async function runCiteproc(
  cites: Cite[],
  entries: CslEntry[],
  manuscript: Manuscript,
  pandoc: PandocDoor,
): Promise<{ citations: Map<Citation[], Inline[]>; list: Block[] }> {
  const style = isEastAsian(manuscript.lang) ? 'numeric' : 'author-date';
  const paragraphs = cites.map((cite): Block => ({ t: 'Para', c: [cite] }));
  const document: Pandoc = { 'pandoc-api-version': [1, 23, 1], meta: {}, blocks: paragraphs };
  const { output } = await pandoc.run({
    label: manuscript.path,
    defaults: {
      from: 'json',
      to: 'json',
      citeproc: true,
      bibliography: ['references.json'],
      csl: 'style.csl',
      metadata: { lang: citationLanguage(manuscript.lang), 'link-citations': true },
    },
    input: JSON.stringify(document),
    files: {
      'references.json': Buffer.from(JSON.stringify(prepareEntries(entries, style))),
      'style.csl': await styleFile(style),
    },
  });
  const { blocks } = JSON.parse(output) as Pandoc;
  const plain = mapInlines(blocks, (inlines) => inlines.flatMap((node) => (node.t === 'Cite' ? node.c[1] : [node])));
  const citations = new Map(
    cites.map((cite, index) => {
      const paragraph = plain[index];
      return [cite.c[0], paragraph?.t === 'Para' ? paragraph.c : cite.c[1]];
    }),
  );
  const list = plain.find(isReferenceList);
  return { citations, list: list?.t === 'Div' ? list.c[1] : [] };
}

function citationsIn(blocks: Block[]): Cite[] {
  const cites: Cite[] = [];
  visit(blocks, { inline: (node) => node.t === 'Cite' && cites.push(node) });
  return cites;
}

function citedKeys(blocks: Block[]): Set<string> {
  return new Set(citationsIn(blocks).flatMap(({ c: [citations] }) => citations.map(({ citationId }) => citationId)));
}

/** The DOI that a key is, as in MyST's `@doi:10.1000/182`, in lower case. */
function doiIn(key: string): string | undefined {
  return /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,}\/\S+)$/i.exec(key)?.[1]?.toLowerCase();
}

/** Citations by DOI name the entry that has it, where one does. */
function keysForDois(blocks: Block[], entries: CslEntry[], known: Set<string>): Block[] {
  const byDoi = new Map(entries.map((entry) => [doiIn(String(entry.DOI ?? '')), entry.id]));
  const key = (id: string) => (known.has(id) ? id : ((doiIn(id) && byDoi.get(doiIn(id))) ?? id));
  return mapInlines(blocks, (list) =>
    list.map((node) => {
      if (node.t !== 'Cite' || node.c[0].every(({ citationId }) => key(citationId) === citationId)) return node;
      return { t: 'Cite', c: [node.c[0].map((one) => ({ ...one, citationId: key(one.citationId) })), node.c[1]] };
    }),
  );
}

/** A citation of which no key is known is printed as it was written, a DOI as a link; citeproc would print “(key?)” for it. */
function keepUnknown(node: Inline, known: Set<string>): Inline[] {
  if (node.t !== 'Cite') return [node];
  const [citations, written] = node.c;
  if (citations.some(({ citationId }) => known.has(citationId) || citationId === '*')) return [node];
  if (!citations.every(({ citationId }) => doiIn(citationId))) return written;
  return citations.flatMap(({ citationId }, index): Inline[] => {
    const url = `https://doi.org/${doiIn(citationId)}`;
    const link: Inline = { t: 'Link', c: [['', [], []], [{ t: 'Str', c: url }], [url, '']] };
    return index === 0 ? [link] : [{ t: 'Str', c: ',' }, { t: 'Space' }, link];
  });
}

const styles = new Map<string, Promise<Uint8Array>>();

function styleFile(name: 'author-date' | 'numeric'): Promise<Uint8Array> {
  const file = path.join(packageRoot, 'pipeline/assemble/reader/styles', `${name}.csl`);
  const style = styles.get(name) ?? readFile(file);
  styles.set(name, style);
  return style;
}

/** The locale that citeproc knows: it ships zh-CN and zh-TW, and sorts Chinese names by sound only when told so. */
function citationLanguage(lang: string): string {
  if (/^zh\b/i.test(lang)) return /hant|tw|hk|mo/i.test(lang) ? 'zh-TW' : 'zh-CN-u-co-pinyin';
  return lang.includes('-') ? lang : lang.toLowerCase() === 'en' ? 'en-US' : lang;
}

const isReferenceList = (block: Block): boolean => block.t === 'Div' && block.c[0][0] === 'refs';

/**
 * Puts the list of references where `Div #refs` stands, else under the author's own empty heading for it, else at the end under a
 * new heading.
 */
function placeReferences(blocks: Block[], entries: Block[], heading: string): Block[] {
  const list: Block = {
    t: 'Div',
    c: [['refs', ['references'], []], entries.map((entry) => (entry.t === 'Div' ? asEntry(entry) : entry))],
  };
  const at = blocks.findIndex(isReferenceList);
  if (at >= 0) return blocks.with(at, list);
  const own = blocks.findLastIndex((block) => block.t === 'Header' && referencesHeading.test(stringify(block.c[2])));
  const isEmpty = own >= 0 && (blocks[own + 1] === undefined || blocks[own + 1]!.t === 'Header');
  if (isEmpty) return blocks.toSpliced(own + 1, 0, list);
  const header: Block = { t: 'Header', c: [1, ['references', ['unnumbered'], []], [{ t: 'Str', c: heading }]] };
  return [...blocks, header, list];
}

function asEntry({ c: [[id], content] }: Block & { t: 'Div' }): Block {
  return { t: 'Div', c: [[id, ['csl-entry'], []], content] };
}

/** A heading “References” with nothing under it, as JOSS papers end, is dropped where there is nothing to list. */
function dropEmptyReferences(blocks: Block[]): Block[] {
  const last = blocks.at(-1);
  const empty = last?.t === 'Header' && referencesHeading.test(stringify(last.c[2]));
  return (empty ? blocks.slice(0, -1) : blocks).filter((block) => !isReferenceList(block));
}
