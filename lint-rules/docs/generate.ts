import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { type OwnRuleId, ruleModules, severities } from '../index.js';
import { type UpstreamRuleId, upstreamRules } from '../upstream.js';
import { figuresOf } from './figures.js';
import { indexPage } from './index-page.js';
import { rulePage, upstreamPage, waiverPage } from './page.js';

const writer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm);

/** Every page of the rules' documentation, from the rules' own files: Markdown by path relative to lint-rules/. */
export function pages(figures: ReturnType<typeof figuresOf>): Map<string, string> {
  const written = (tree: Root) => writer.stringify(tree);
  return new Map([
    ['README.md', written(indexPage(figures))],
    ['docs/no-unused-waiver.md', written(waiverPage())],
    ...(Object.keys(ruleModules) as OwnRuleId[]).map((id): [string, string] => {
      const { documentation, default: rule } = ruleModules[id];
      return [
        `docs/${id}.md`,
        written(rulePage({ id, severity: severities[id], documentation, defaults: rule.defaults })),
      ];
    }),
    ...(Object.keys(upstreamRules) as UpstreamRuleId[]).map((id): [string, string] => [
      `docs/${id}.md`,
      written(upstreamPage(id, severities[id])),
    ]),
  ]);
}

/** Writes the pages beside the rules' sources, in the folder `root` of the project. */
export async function generate(root: string): Promise<void> {
  const recorded = await readFile(path.join(root, 'tests/bench/rules/figures.json'), 'utf8');
  await mkdir(path.join(root, 'lint-rules/docs'), { recursive: true });
  for (const [name, text] of pages(figuresOf(recorded))) await writeFile(path.join(root, 'lint-rules', name), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generate(fileURLToPath(new URL('../../../', import.meta.url)));
}
