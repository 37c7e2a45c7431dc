import { admonitionTitle } from './admonitions.js';
import type { Directive } from './myst-directive.js';
import { figure, image } from './myst-figures.js';
import { anchorFor, type Conversion, idOf, labelOf, type Renderer, titled, withoutEmptyLines } from './myst-markup.js';
import { statement, statementNames } from './myst-statements.js';
import { csvTable, listTable } from './myst-tables.js';

const boxes =
  'attention caution danger error hint important note seealso tip warning admonition topic sidebar aside margin dropdown callout';

const nothing: Renderer = () => [];

const leftOut: Renderer = (directive, conversion) => {
  conversion.leftOut(directive.name, directive.written);
  return [];
};

/** The content alone, under the argument as a title where one is given. */
const unwrapped: Renderer = (directive, conversion) => [
  `<div${idOf(directive)}>${titled(directive.argument, conversion)}`,
  ...conversion.lines(directive.body),
  '</div>',
];

const renderers = new Map<string, Renderer>([
  ...boxes.split(' ').map((name): [string, Renderer] => [name, box]),
  ...'quote epigraph pull-quote blockquote highlights'.split(' ').map((name): [string, Renderer] => [name, quotation]),
  ...'code code-block code-cell sourcecode parsed-literal mermaid prompt'
    .split(' ')
    .map((name): [string, Renderer] => [name, code]),
  ...`toctree toc contents tableofcontents index highlight default-role meta currentmodule sectnum nb-exec-table tags`
    .split(/\s+/)
    .map((name): [string, Renderer] => [name, nothing]),
  ...`include literalinclude embed iframe video audio raw:typst eval-rst anywidget any:bundle widget glue
    glue:figure jupyter-execute output graphviz plot blog-posts search site:search`
    .split(/\s+/)
    .map((name): [string, Renderer] => [name, leftOut]),
  ...`div container compound rst-class only grid grid-item grid-item-card card cards tab-set tab-item tabs glossary versionadded
    versionchanged deprecated solution-start solution-end exercise-start exercise-end myst button-link details abstract acknowledgements
    keypoints data-availability plain-language-summary rubric centered hlist`
    .split(/\s+/)
    .map((name): [string, Renderer] => [name, unwrapped]),
  ...statementNames.map((name): [string, Renderer] => [name, statement]),
  ['figure', figure],
  ['figure-md', figure],
  ['subfigure', figure],
  ['image', image],
  ['math', math],
  ['raw', raw],
  ['raw:latex', raw],
  ['raw:tex', raw],
  ['raw:html', raw],
  ['table', table],
  ['list-table', listTable],
  ['flat-table', listTable],
  ['csv-table', csvTable],
  ['bibliography', () => ['::: {#refs}', ':::']],
]);

/** Names of the directives that are known here. */
export const directiveNames: ReadonlySet<string> = new Set(renderers.keys());

/** Languages of code chunks that stand where a directive's name does in R Markdown. */
const chunkLanguages = new Set('r python julia bash sh sql javascript js stan cpp c fortran matlab ojs'.split(' '));

/** The lines that stand for a directive; of an unknown one its content. */
export function renderDirective(directive: Directive, conversion: Conversion): string[] {
  const known = renderers.get(directive.name);
  if (known) return known(directive, conversion);
  if (chunkLanguages.has(directive.name)) return fenced(directive.name, directive.body);
  conversion.unknownDirective(directive.name, directive.written);
  return unwrapped(directive, conversion);
}

function box(directive: Directive, conversion: Conversion): string[] {
  const title = directive.argument || admonitionTitle(directive.options.get('class') ?? '', conversion.lang) || '';
  const own = admonitionTitle(directive.name, conversion.lang) ?? '';
  return [
    `<blockquote>${labelOf(directive) ? `<p>${anchorFor(labelOf(directive))}</p>` : ''}${titled(directive.name === 'admonition' ? title : directive.argument || own, conversion)}`,
    ...conversion.lines(directive.body),
    '</blockquote>',
  ];
}

function quotation(directive: Directive, conversion: Conversion): string[] {
  const body = directive.argument ? [directive.argument, ...directive.body] : directive.body;
  const source = directive.options.get('attribution');
  return [
    '<blockquote>',
    ...conversion.lines(body),
    ...(source ? ['', `— ${conversion.inline(source)}`] : []),
    '</blockquote>',
  ];
}

function code(directive: Directive, conversion: Conversion): string[] {
  const { name, argument, options, body } = directive;
  if (name === 'code-cell' && /remove-(input|cell)|hide-(input|cell)/.test(options.get('tags') ?? '')) return [];
  const language = name === 'mermaid' ? 'mermaid' : argument.split(/\s/)[0]!.replace(/^\{.*\}$/, '');
  const caption = options.get('caption');
  if (!caption) return fenced(language, body, labelOf(directive));
  return [
    `<figure${idOf(directive)}>`,
    ...fenced(language, body),
    `<figcaption>${conversion.inline(caption)}</figcaption></figure>`,
  ];
}

/** A code block whose fence is longer than any in it. */
function fenced(language: string, body: string[], id = ''): string[] {
  const longest = Math.max(2, ...body.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0));
  const fence = '`'.repeat(longest + 1);
  const name = /^(?:[\w+#.-]+|\{=\w+\})$/.test(language) ? language : '';
  const simpleId = /^[\w:.-]+$/.test(id) ? id : '';
  const info = simpleId ? `{#${simpleId}${name ? ` .${name}` : ''}}` : name;
  const start = body.findIndex((line) => line.trim() !== '');
  return [`${fence}${info}`, ...body.slice(Math.max(start, 0)), fence];
}

function math(directive: Directive, conversion: Conversion): string[] {
  const label = labelOf(directive);
  if (label) conversion.equations.add(label);
  const lines = [directive.argument, ...directive.body].filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.some((line) => line.includes('$$'))) return lines;
  return ['$$', ...withoutEmptyLines(lines), label ? `$$ {#${label}}` : '$$'];
}

/** Raw TeX and HTML are read by the passes for them, as anywhere in a manuscript. */
function raw(directive: Directive, conversion: Conversion): string[] {
  const format = (/^raw:(\w+)$/.exec(directive.name)?.[1] ?? directive.argument).toLowerCase();
  if (/^(?:la)?tex$|^html$/.test(format)) return fenced(`{=${format}}`, directive.body);
  return leftOut(directive, conversion);
}

function table(directive: Directive, conversion: Conversion): string[] {
  const caption = directive.argument || (directive.options.get('caption') ?? '');
  const shown = caption ? `<figcaption>${conversion.inline(caption)}</figcaption>` : '';
  return [`<figure${idOf(directive)}>${shown}`, '', ...conversion.lines(directive.body), '', '</figure>'];
}
