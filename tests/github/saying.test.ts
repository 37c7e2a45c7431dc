import type { Paragraph, PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { type OwnRuleId, ownRules } from '../../lint-rules/ids.js';
import { ruleModules } from '../../lint-rules/index.js';
import { sayFinding } from '../../lint-rules/messages/index.js';
import { runnableRules } from '../../pipeline/check/rules.js';
import { parseManuscript, type RuleFinding, RuleRunner } from '../../pipeline/check/run-rules.js';
import { quotation, sayTree } from '../../pipeline/github/saying.js';
import { markdownOf } from '../../pipeline/github/tree.js';
import { paragraph } from '../../pipeline/markdown-tree.js';

const plain = (nodes: PhrasingContent[]) => nodes.map((node) => ('value' in node ? node.value : '')).join('');
const withoutQuotes = (text: string) => text.replace(/[“”\s]/g, '');

/** Findings of every rule, from the examples of their documentation. */
async function findings(): Promise<RuleFinding[]> {
  const runner = new RuleRunner({ off: [], options: {} });
  const all: RuleFinding[] = [];
  for (const [id, { documentation }] of Object.entries(ruleModules)) {
    for (const { text, options } of documentation.examples) {
      if (options) continue;
      const manuscript = await parseManuscript('example.md', text);
      const found = [...runner.runAlone(manuscript), ...runner.runVolumeWide(manuscript, undefined, undefined)];
      all.push(...found.filter(({ ruleId }) => ruleId === id));
    }
  }
  return all;
}

describe('what is said of a finding', () => {
  it('is the sentence of the catalogue, with everything from the manuscript in code', async () => {
    const all = await findings();
    expect(new Set(all.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(15);
    for (const { ruleId, kind, args } of all) {
      for (const locale of ['zh', 'en'] as const) {
        const said = sayFinding(locale, ruleId as OwnRuleId, kind!, args!);
        const tree = sayTree(locale, ruleId, kind!, args!);
        const kept = (text: string) => withoutQuotes(plain([quotation(text)]) === ' ' ? '' : text);
        if (!/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115F\u1160\u3164\uFFA0]/u.test(JSON.stringify(args)))
          expect(withoutQuotes(plain(tree.message))).toBe(kept(said.message));
        const words = Object.values(args!).filter((value) => typeof value === 'string' && /\p{L}{3}/u.test(value));
        for (const node of tree.message)
          if (node.type === 'text') for (const word of words) expect(node.value).not.toContain(word);
      }
    }
  });

  it('has a sentence for a finding whose arguments are not believed: what its rule finds', () => {
    for (const { id } of runnableRules) {
      for (const locale of ['zh', 'en'] as const)
        expect(plain(sayTree(locale, id, '', undefined).message)).toMatch(/\p{L}/u);
    }
    expect(Object.keys(ownRules).length).toBeLessThanOrEqual(runnableRules.length);
  });

  it('A10: leaves no markup, mention or link of the manuscript alive', () => {
    const evil =
      '</code><img src=x onerror=alert(1)> @everyone [a](https://evil.example) `` ` #1 <!-- galley -->\u202E';
    const { message } = sayTree('en', 'no-repeated-words', 'repeated', { text: evil });
    const code = message.filter(({ type }) => type === 'inlineCode');
    expect(code).toHaveLength(1);
    const written = markdownOf([paragraph(...message)]);
    const [block, ...others] = unified().use(remarkParse).use(remarkGfm).parse(written).children;
    expect(others).toEqual([]);
    expect((block as Paragraph).children.map(({ type }) => type)).toEqual(['inlineCode', 'text']);
    expect(written).not.toContain('\u202E');
  });

  it('quotes on one line, whatever stood there', () => {
    expect(quotation('a\n```\n\n# b\r\nc')).toEqual({ type: 'inlineCode', value: 'a ``` # b c' });
    expect(quotation('\u200B')).toEqual({ type: 'inlineCode', value: ' ' });
  });
});
