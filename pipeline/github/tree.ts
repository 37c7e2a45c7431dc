import type { BlockContent, Link, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { documentationUrl } from '../../lint-rules/documentation.js';
import type { Locale } from '../../lint-rules/text/language.js';
import { say } from '../messages/index.js';
import type { Told } from './confirm.js';
import { quotation, sayTree } from './saying.js';

/*
 * All that is said on a pull request is built as a tree and written by remark-stringify, so that nothing quoted can break out of its place. Only the
 * program's own words are ever text or HTML; what comes from elsewhere is code.
 */

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '_' })
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .freeze();

/** Writes a tree as Markdown. */
export const markdownOf = (children: RootContent[]): string => {
  const root: Root = { type: 'root', children };
  return writer.stringify(root).trim();
};

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
export const link = (url: string, ...children: Link['children']): PhrasingContent => ({ type: 'link', url, children });
/** Only ever the program's own words. */
export const html = (value: string): RootContent => ({ type: 'html', value });

/** Between two sentences, or a sentence and what follows it. */
export const gap = (locale: Locale) => (locale === 'zh' ? '' : ' ');

/** What can be unfolded under a summary of the program's own words. */
export const folded = (summary: string, children: RootContent[]): RootContent[] => [
  html(`<details><summary>${summary}</summary>`),
  ...children,
  html('</details>'),
];

/** Where things are that comments lead to. */
export interface Links {
  /** Of the server, without a slash at its end. */
  server: string;
  /** `owner/name`. */
  repository: string;
  /** Commit that was looked at. */
  head: string;
  run: string;
  proof?: string;
  env: NodeJS.ProcessEnv;
}

/** Address of some lines of a file as they were looked at. */
export function linesUrl({ server, repository, head }: Links, path: string, first: number, last = first): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const plain = /\.(?:md|markdown)$/i.test(path) ? '?plain=1' : '';
  return `${server}/${repository}/blob/${head}/${encoded}${plain}#L${first}${last > first ? `-L${last}` : ''}`;
}

/** A rule's name, leading to its page. */
export const ruleLink = (rule: string, { env }: Links): PhrasingContent =>
  link(documentationUrl(rule, env), { type: 'inlineCode', value: rule });

/** What there is to say about one finding: what is there, and why and what to do. */
export function findingBlocks(finding: Told, links: Links, locale: Locale): BlockContent[] {
  const { message, note } = sayTree(locale, finding.rule, finding.kind, finding.args);
  const severity = say(locale, `severity-${finding.severity}`, {});
  return [
    paragraph(strong(severity), text(locale === 'zh' ? '：' : ': '), ...message),
    ...(note.length > 0 ? [paragraph(...note)] : []),
    paragraph(...otherPlace(finding, links, locale), ruleLink(finding.rule, links)),
  ];
}

function otherPlace({ cause }: Told, links: Links, locale: Locale): PhrasingContent[] {
  if (!cause) return [];
  const place = quotation(`${cause.path}:${cause.line}`) as Link['children'][number];
  return [
    text(`${say(locale, 'feedback-other-place', {})}${gap(locale)}`),
    link(linesUrl(links, cause.path, cause.line, cause.endLine), place),
    text(' · '),
  ];
}
