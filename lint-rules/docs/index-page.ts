import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { severities, summaryOf } from '../index.js';
import { type Counts, type Figures, percent, sum } from './figures.js';

/** The page that names every rule, with the figures that were measured last. */
export function indexPage(figures: Figures): Root {
  const gate = Object.entries(figures.rules).filter(([id]) => severityOf(id) !== 'advice');
  return {
    type: 'root',
    children: [
      ...parsed(introduction),
      table(
        ['Rule · 规则', 'Severity · 级别', 'Finds', '指出'],
        Object.entries(severities).map(([id, severity]) => [
          link(id),
          text(severity),
          text(summaryOf(id, 'en') ?? ''),
          text(summaryOf(id, 'zh') ?? ''),
        ]),
      ),
      ...parsed(howMeasured),
      table(
        ['Rule', 'Planted', 'Recall', 'Precision'],
        [
          ...Object.keys(severities).flatMap((id) => {
            const counts = figures.rules[id]?.all;
            return counts && counts.planted > 0 ? [row(code(id), counts)] : [];
          }),
          row(text('all rules of the gate'), sum(gate.map(([, byLanguage]) => byLanguage.all!))),
        ],
      ),
      ...parsed('The gate’s rules together, by language:'),
      table(['Language', 'Planted', 'Recall', 'Precision'], languages(gate.map(([, byLanguage]) => byLanguage))),
      ...parsed('False alarms on text without planted defects:'),
      table(
        ['Text', 'Characters', 'Errors and warnings per 10,000', 'Advice per 10,000'],
        Object.entries(figures.clean).map(([name, { characters, gate: alarms, advice }]) => [
          text(name),
          text(String(characters)),
          text(((10_000 * alarms) / characters).toFixed(2)),
          text(((10_000 * advice) / characters).toFixed(2)),
        ]),
      ),
      ...parsed(usage),
    ],
  };
}

const introduction = `# The rules · 规则

Each rule is a [remark-lint](https://github.com/remarkjs/remark-lint) plugin that finds one kind of damage which text brings along from PDF, Word and scans. Errors and warnings are the gate; advice is a sheet of queries for the editor and fails nothing. Every page has examples, and these are the rule’s tests.

每条规则都是一个 remark-lint 插件，专门找文字从 PDF、Word 和扫描件里带来的某一种损伤。错误和警告决定检查是否通过；建议是给编辑的疑问，不影响通过。每条规则的页面都有例子，这些例子就是它的测试。`;

const howMeasured = `## Figures

\`npm run bench:rules\` plants defects of every kind with a seeded generator into this project’s sample volume, into text that it composes, and, where they lie beside the project, into edited books in four languages; then it counts. **Recall** is the share of planted defects that were found, **precision** the share of findings that were right. A finding on text without planted defects is a false alarm, unless someone looked and found the text itself wrong. The tests fail when a rule falls below these figures.`;

const usage = `## With plain remark

\`\`\`js
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import preset from 'galley/lint-rules';

await unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(preset).run(tree, file);
\`\`\`

A single rule is \`galley/lint-rules/no-split-paragraph\`. Without a volume, the rules that compare manuscripts look at the one they are given.`;

const severityOf = (id: string) => (severities as Record<string, string>)[id];
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const link = (id: string): PhrasingContent => ({ type: 'link', url: `docs/${id}.md`, children: [code(id)] });
const parsed = (markdown: string): RootContent[] => unified().use(remarkParse).parse(markdown).children;

function table(head: string[], rows: PhrasingContent[][]): RootContent {
  const tableRow = (cells: PhrasingContent[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
  });
  return { type: 'table', children: [tableRow(head.map(text)), ...rows.map(tableRow)] };
}

function row(name: PhrasingContent, { planted, found, right, wrong }: Counts): PhrasingContent[] {
  return [name, text(String(planted)), text(percent(found, planted)), text(percent(right, right + wrong))];
}

function languages(byLanguage: readonly Record<string, Counts>[]): PhrasingContent[][] {
  const names = new Set(byLanguage.flatMap((counts) => Object.keys(counts)).filter((name) => name !== 'all'));
  return [...names].map((name) => row(text(name), sum(byLanguage.flatMap((counts) => counts[name] ?? []))));
}
