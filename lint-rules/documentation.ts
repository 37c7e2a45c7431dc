import type { Locale } from './text/language.js';

/** One example of a rule's documentation, which is also a test of it. */
export interface Example {
  /** The manuscript. A front matter is not needed; the language is then that of its script. */
  text: string;
  /** The stretches of `text` that the rule reports, in order, exactly as they stand there; an empty list: it must stay silent. */
  finds: string[];
  /** What is left after `galley fix`, where the rule has a certain fix. */
  fixed?: string;
  /** What is left after accepting its suggestions, too. */
  suggested?: string;
  /** Other manuscripts of the volume, by path. */
  beside?: Record<string, string>;
  options?: object;
}

/** What a rule's page says. Markdown; written for contributors who are no programmers. */
export interface Documentation {
  /** One line: what the rule finds, as in "A paragraph broken inside a word or sentence". */
  summary: Record<Locale, string>;
  /** What it looks at, why the damage happens, what to do, and what it leaves alone on purpose. */
  details: Record<Locale, string>;
  /** At least two that find something and three that must not. */
  examples: Example[];
  /** The options with their defaults, by name. */
  options?: Record<string, Record<Locale, string>>;
}

const pages = new URL(
  import.meta.url.includes('/dist/lint-rules/') ? '../../lint-rules/docs/' : './docs/',
  import.meta.url,
);

/**
 * Address of a rule's page: on the repository's web site when a workflow runs there, else the file in this package, which is there without
 * a network.
 */
export function documentationUrl(rule: string, env: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (server && repository && commit) return `${server}/${repository}/blob/${commit}/lint-rules/docs/${rule}.md`;
  return new URL(`${rule}.md`, pages).href;
}
