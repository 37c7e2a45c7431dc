import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { documentationUrl } from '../../lint-rules/documentation.js';
import type { Locale } from '../../lint-rules/text/language.js';
import { code, link, paragraph, strong, text } from '../markdown-tree.js';
import { say } from '../messages/index.js';
import type { Told } from './confirm.js';
import { quotation, sayTree } from './saying.js';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '_' })
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .freeze();

/** Writes a tree as Markdown. */
export const markdownOf = (children: RootContent[]): string => {
  const root: Root = { type: 'root', children };
  return writer.stringify(root).trim();
};

/** Between two sentences, or a sentence and what follows it. */
export const gap = (locale: Locale) => (locale === 'zh' ? '' : ' ');

/** Where things are that comments lead to. */
export interface Links {
  /** Of the server, without a slash at its end. */
  server: string;
  /** `owner/name`. */
  repository: string;
  /** Commit that was looked at. */
  head: string;
  run: string;
  /** The pull request's page with the changed lines. */
  files: string;
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
  link(documentationUrl(rule, env), code(rule));

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
  const place = quotation(`${cause.path}:${cause.line}`);
  return [
    text(`${say(locale, 'feedback-other-place', {})}${gap(locale)}`),
    link(linesUrl(links, cause.path, cause.line, cause.endLine), place),
    text(' · '),
  ];
}

/** A place in a file, leading to its lines. */
export function placeLink(path: string, line: number, endLine: number, links: Links): PhrasingContent {
  return link(linesUrl(links, path, line, endLine), quotation(`${path}:${line}`));
}

/** A list of blocks, item by item. */
export const listOf = (items: BlockContent[][]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children })),
});
