import type { Link, Parents } from 'mdast';
import { headerOf } from './characters/places.js';
import type { Documentation } from './documentation.js';
import { closest } from './front-matter/keys.js';
import { imagesIn } from './resources/images.js';
import { anchorLetters, type Labels, labelPrefix, labelsIn } from './resources/labels.js';
import { type Reference, referencesIn } from './resources/references.js';
import { rolesIn } from './resources/roles.js';
import { defineRule, type RuleContext } from './rule.js';
import { sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Pictures, bibliographies, citations, notes and references that are not there, pictures without words',
    zh: '找不到的图片、参考文献、引用、脚注和交叉引用，没有替代文字的图片',
  },
  details: {
    en: 'What the text refers to must come with it: a picture in the manuscript’s folder, a work in its bibliography, a note with its text, a figure with its label, a file that a link leads to. Names are easily misspelt, and files easily left behind when a manuscript is sent. A picture needs a caption or alternative text, which is read aloud to those who do not see it; `{alt=""}` says that it is mere ornament. Used without a volume, the rule only looks at what the text itself tells: notes, labels and alternative text.',
    zh: '文中提到的东西要随稿件一起交来：图片放在稿件的文件夹里，文献列在参考文献里，脚注要有内容，图表要有标签，链接到的文件要在。名称容易拼错，寄送稿件时也容易漏掉文件。图片要有图题或替代文字，供看不见图的读者听读；`{alt=""}` 表示图片只是装饰。单独使用本规则而没有整卷时，只检查稿件自身能看出的：脚注、标签和替代文字。',
  },
  options: { allow: { en: 'Names that need not be found', zh: '不必找到的名称' } },
  examples: [
    { text: '见脚注[^lost]。\n\n另见脚注[^1]。\n\n[^1]: 内容。\n', finds: ['[^lost]'] },
    { text: '![](map.png)\n', finds: ['![](map.png)'] },
    { text: 'See @fig:nowhere.\n\n![Map](map.png){#fig:map}\n', finds: ['@fig:nowhere'] },
    { text: 'See [above](#no-such-place).\n\n# Introduction\n\nText.\n', finds: ['[above](#no-such-place)'] },
    { text: 'See {numref}`fig-lost`.\n', finds: ['`fig-lost`'] },
    { text: 'As \\ref{fig:lost} shows.\n', finds: ['fig:lost'] },
    { text: '![图一　示意图](map.png)\n', finds: [] },
    { text: '![](ornament.png){alt=""}\n', finds: [] },
    { text: 'See @fig:map and [@li2020].\n\n![Map](map.png){#fig:map}\n', finds: [] },
    { text: 'See [the introduction](#introduction).\n\n# 1. Introduction\n\nText.\n', finds: [] },
    { text: 'Write to someone@example.org or see https://example.org/@user.\n', finds: [] },
    { text: '`[^lost]` is how a note is written.\n', finds: [] },
    { text: 'A range [^a-z] in prose\\[^x\\].\n\n```\n[^lost]\n```\n', finds: ['[^a-z]'] },
  ],
};

type Context = RuleContext<'no-missing-resource', { allow: string[] }>;

export default defineRule('no-missing-resource', { allow: [] as string[] }, (context) => {
  const { tree, prose } = context;
  const { source } = prose;
  images(context);
  bibliographies(context);
  if (source.includes('[^')) notes(context);
  if (/\]\([^)\s]{0,300}\.\w/.test(source)) for (const link of linksIn(tree, isFile)) checkFile(context, link);
  if (!/@|\\[a-zA-Z]{0,4}(?:ref|cite)|\{(?:cite|foot|num|eq|ref|prf|label)|\]\(#/.test(source)) return;
  const labels = labelsIn(tree, source);
  for (const block of prose.blocks) {
    for (const reference of referencesIn(block, prose)) check(context, reference, labels);
  }
  if (/\{(?:cite|foot|num|eq|ref|prf|label)/.test(source)) {
    for (const reference of rolesIn(tree)) check(context, reference, labels);
  }
  if (source.includes('](#')) for (const link of linksIn(tree, isPlace)) checkLink(context, link, labels);
});

function images({ tree, prose, data, options, report }: Context): void {
  if (!/!\[|\{(?:figure|image)\}/.test(prose.source)) return;
  for (const { url, hasWords, start, end } of imagesIn(tree, prose.source)) {
    if (options.allow.includes(url)) continue;
    if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url)) report({ kind: 'network', args: { url }, start, end });
    else if (!/^data:/i.test(url) && data.resources && !data.resources.exists(filePath(url)))
      report({ kind: 'image', args: { url }, start, end });
    else if (!hasWords) report({ kind: 'words', args: { url }, start, end });
  }
}

/** The file that an address names: without its query, and with percent-encoding undone where it is one. */
function filePath(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const bibliographyKey = /^bibliography[ \t]*:[ \t]*(.*)$/m;

/** Bibliographies that the header names and that are not beside the manuscript. */
function bibliographies({ tree, prose, data, options, report }: Context): void {
  const header = headerOf(tree);
  if (!header || !data.resources) return;
  const text = prose.source.slice(header.start, header.end);
  const match = bibliographyKey.exec(text);
  if (!match) return;
  const list =
    /^(?:[ \t]*-[ \t]+.*(?:\r?\n|$))+/.exec(text.slice(match.index + match[0].length).replace(/^\r?\n/, ''))?.[0] ?? '';
  const written = `${match[1]}\n${match[1]!.trim() ? '' : list}`;
  for (const { 0: name } of written.matchAll(/[^\s"'[\],-][^"'[\],\n]*[^\s"'[\],]/g)) {
    if (name.startsWith('#') || options.allow.includes(name) || data.resources.exists(name)) continue;
    const start = header.start + text.indexOf(name, match.index);
    report({ kind: 'bibliography', args: { path: name }, start, end: start + name.length });
  }
}

/** Marks of notes that have no text: the parser leaves them in the words. */
function notes({ prose, options, report }: Context): void {
  for (const block of prose.blocks) {
    if (!block.text.includes('[^')) continue;
    for (const { 0: mark, 1: name, index } of block.text.matchAll(/\[\^([^\s[\]]{1,80})\](?!:)/gu)) {
      const { start, end } = sourceRange(block, index, index + mark.length);
      if (prose.source[start - 1] === '\\' || prose.source.slice(start, end) !== mark || options.allow.includes(name!))
        continue;
      report({ kind: 'note', args: { name: name! }, start, end });
    }
  }
}

function check({ data, options, report }: Context, { kind, name, start, end, bare }: Reference, labels: Labels): void {
  const keys = data.resources?.citationKeys;
  if (options.allow.includes(name) || labels.named.has(name) || keys?.has(name) || data.resources?.labels?.has(name))
    return;
  if (kind === 'label' || (kind === 'key' && labelPrefix.test(name))) {
    if (kind === 'label' && labels.headings.has(anchorLetters(name))) return;
    const suggestion = closest(name, labels.named);
    report({ kind: 'label', args: { name, ...(suggestion && { suggestion }) }, start, end });
  } else if (keys) {
    const suggestion = closest(name, keys);
    if (bare && !suggestion && !/\d{2}/.test(name)) return;
    report({ kind: 'citation', args: { name, ...(suggestion && { suggestion }) }, start, end });
  }
}

/** The links of a manuscript whose address is of a kind. */
function* linksIn(parent: Parents, kind: (url: string) => boolean): Generator<Link> {
  for (const node of parent.children) {
    if (node.type === 'link' && kind(node.url)) yield node;
    else if ('children' in node) yield* linksIn(node as Parents, kind);
  }
}

const isPlace = (url: string): boolean => url.startsWith('#');
/** Whether an address names a file beside the manuscript: it has no scheme and no host, and the file a type. */
const isFile = (url: string): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(url) && /[^/.]\.[a-z][a-z0-9]{0,4}(?:[?#].*)?$/i.test(url) && !isHost(url);
/** An address on the network that lost its scheme: www.example.org/a.html. */
const isHost = (url: string): boolean =>
  /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|cn|tw|jp|de|uk|fr)(?:[/:]|$))/i.test(url);

/** A link to a file that did not come along. */
function checkFile({ data, options, report }: Context, { url, position }: Link): void {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined || options.allow.includes(url)) return;
  if (data.resources && !data.resources.exists(filePath(url))) report({ kind: 'file', args: { url }, start, end });
}

function checkLink({ data, options, report }: Context, link: Link, labels: Labels): void {
  const name = filePath(link.url.replace('#', ' ')).trim();
  const start = link.position?.start.offset;
  const end = link.position?.end.offset;
  if (!name || start === undefined || end === undefined || options.allow.includes(name)) return;
  const letters = anchorLetters(name);
  const isHeading =
    labels.headings.has(letters) || [...labels.headings].some((one) => one.replace(/^\p{N}+/u, '') === letters);
  if (isHeading || labels.named.has(name) || data.resources?.labels?.has(name)) return;
  report({ kind: 'place', args: { name }, start, end });
}
