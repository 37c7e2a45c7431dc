import type { Root } from 'mdast';
import { headerOf } from './characters/places.js';
import type { Documentation } from './documentation.js';
import type { Finding } from './front-matter/index.js';
import { fieldKeys, fieldOf } from './front-matter/keys.js';
import { defineRule, type RuleContext } from './rule.js';

export const documentation: Documentation = {
  summary: {
    en: 'A header that lacks what the book needs, or has mistakes in it',
    zh: '文件头缺少成书所需的内容，或写得有误',
  },
  details: {
    en: 'The header between the two lines `---` gives the book its title, its authors with their institutions, the language and the date; they are printed, indexed and cited. The rule reads it as the book does, however JOSS, MyST or pandoc would have it written, and checks what can be checked: the shape of each value, the ORCID iD by its last digit (ISO 7064 MOD 11-2), dates, language tags, and affiliations that are referred to and not defined. Everything wrong is told at once.',
    zh: '两行 `---` 之间的文件头写明题目、作者及单位、语言和日期，它们会印出来、编入索引、供人引用。本规则按成书时的读法检查文件头，JOSS、MyST、pandoc 的写法都认得；能核对的都核对：各项的形式、ORCID 的末位校验码（ISO 7064 MOD 11-2）、日期、语言代码，以及引用了却没有写明的单位。所有问题一次说完。',
  },
  examples: [
    { text: '---\nauthors: [某单位]\n---\n\n正文。\n', finds: ['authors: [某单位]'] },
    {
      text: '---\ntitle: 论校样\nauthors:\n  - name: 某单位\n    orcid: 0000-0002-1825-0098\n---\n\n正文。\n',
      finds: ['0000-0002-1825-0098'],
    },
    { text: '---\ntitle: 论校样\n---\n\n正文。\n', finds: ['---'] },
    { text: '---\ntitle: "论校样\nauthors: [某单位]\n---\n\n正文。\n', finds: ['---'] },
    { text: '---\ntitle: 论校样\nauthors: [某单位]\ndate: 2021-13-45\n---\n\n正文。\n', finds: ['2021-13-45'] },
    { text: '没有题目的正文。\n', finds: ['没有题目的正文。'] },
    { text: '---\ntitle: 论校样\nauthors: [某单位]\n---\n\n正文。\n', finds: [] },
    { text: '---\ntitle: On Proofs\nauthor: A Society\nlang: en\ndate: 2026-11-23\n---\n\nText.\n', finds: [] },
    { text: '# 论校样\n\n正文。\n', finds: [] },
    {
      text: '---\ntitle: 论校样\nauthors:\n  - name: 某单位\n    orcid: 0000-0002-1825-0097\n---\n\n正文。\n',
      finds: [],
    },
  ],
};

type Reader = typeof import('./front-matter/index.js');
let reader: Reader | undefined;

/** Whether a manuscript begins with a header. */
export const hasHeader = (source: string): boolean => /^\uFEFF?---[ \t]*\r?\n/.test(source);

/** Loads what reads headers. It takes some time, so it is only done for manuscripts that have one; afterwards the rule runs at once. */
export async function loadReader(): Promise<Reader> {
  reader ??= await import('./front-matter/index.js');
  return reader;
}

export default defineRule('manuscript-front-matter', {}, (context) => {
  const { tree, prose } = context;
  if (!hasHeader(prose.source)) {
    withoutHeader(context);
    return undefined;
  }
  if (reader) return report(context, reader);
  return loadReader().then((loaded) => report({ ...context, tree }, loaded));
});

/** Doubts of the schema that leave something out of the book which was meant to be in it. */
const lost: ReadonlySet<string> = new Set([
  'authors-missing',
  'date-unreadable',
  'doi-invalid',
  'email-invalid',
  'ror-invalid',
]);

/** Whether a key that means nothing is a slip for one that does and that the header lacks, so that its value is lost: `abstact`. */
function isSlip({ id, args }: Finding, header: string): boolean {
  const { suggestion } = args as { suggestion?: string };
  if (id !== 'unknown-key' || !suggestion) return false;
  const field = fieldOf(suggestion);
  const keys: readonly string[] = field ? fieldKeys[field] : [suggestion];
  return !keys.some((key) => new RegExp(`^[ \\t-]*${key}[ \\t]*:`, 'im').test(header));
}

type Context = RuleContext<'manuscript-front-matter', object>;

/** A manuscript without a header has its title in the text: one heading of the first level, at its start. */
function withoutHeader({ tree, prose, report: say }: Context): void {
  const titles = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
  const first = tree.children.find(({ type }) => type !== 'html');
  if (!first || (titles.length === 1 && titles[0] === first)) return;
  const start = first.position?.start.offset ?? 0;
  say({ kind: 'header-missing', args: {}, start, end: endOfLine(prose.source, start) });
}

function report({ tree, prose, report: say }: Context, { readManuscript }: Reader): void {
  const source = prose.source.replace(/^\uFEFF/, '');
  const shift = prose.source.length - source.length;
  const { findings } = readManuscript(source.replace(/\r\n?/g, '\n'));
  const lines = lineStarts(source);
  const header = prose.source.slice(0, headerOf(tree)?.end ?? 0);
  for (const finding of findings) {
    if (finding.severity !== 'error' && !lost.has(finding.id) && !isSlip(finding, header)) continue;
    const start = Math.min((lines[finding.line - 1] ?? 0) + finding.column - 1 + shift, prose.source.length);
    const end = endOfValue(finding, prose.source, start, tree);
    say({ kind: finding.id, args: finding.args as never, start, end });
  }
}

/** To the value's end: that of its line, without a comment or what closes a list around it. */
function endOfValue({ args }: Finding, source: string, start: number, tree: Root): number {
  const value = 'value' in args && typeof args.value === 'string' ? args.value : undefined;
  if (value && source.startsWith(value, start)) return start + value.length;
  const limit = headerOf(tree)?.end ?? source.length;
  return Math.max(Math.min(endOfLine(source, start), Math.max(limit, start)), start);
}

function endOfLine(source: string, start: number): number {
  const length = /^[^\r\n]*/.exec(source.slice(start, start + 2000))![0].trimEnd().length;
  return start + length;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}
