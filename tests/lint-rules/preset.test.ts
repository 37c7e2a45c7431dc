import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Preset, unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import preset, { ownRules, ruleModules, severities, summaryOf } from '../../lint-rules/index.js';
import type { RuleMessage } from '../../lint-rules/rule.js';

const head = '---\ntitle: 试验\nauthors:\n  - name: 某单位\n---\n\n';

async function lint(text: string, with_: Preset = preset): Promise<RuleMessage[]> {
  const file = new VFile({ value: text, path: 'paper.md' });
  const processor = unified().use(remarkParse).use(remarkGfm).use(with_);
  await processor.run(processor.parse(file), file);
  return file.messages as RuleMessage[];
}

describe('the preset', () => {
  test('has every rule, each with its severity and a line about it in both languages', () => {
    expect(Object.keys(ruleModules).sort()).toEqual(Object.keys(ownRules).sort());
    for (const id of Object.keys(severities)) {
      expect(summaryOf(id, 'en')).toBeTruthy();
      expect(summaryOf(id, 'zh')).toMatch(/\p{Script=Han}/u);
    }
  });
  test('works with plain remark', async () => {
    const messages = await lint(`${head}第一段说完了。\n\n\n\n第二段也说完了。`);
    expect(messages.map(({ ruleId, fatal, source }) => [ruleId, fatal, source])).toEqual([
      ['no-consecutive-blank-lines', false, 'remark-lint'],
      ['final-newline', false, 'remark-lint'],
    ]);
  });
  test('lets comments waive findings', async () => {
    const messages = await lint(
      `${head}<!-- lint disable no-consecutive-blank-lines -->\n\n第一段。\n\n\n\n第二段。\n`,
    );
    expect(messages).toEqual([]);
  });
  test('is what the configuration for remark gives', async () => {
    const { default: config } = (await import('../../.remarkrc.js' as string)) as { default: Preset };
    const messages = await lint(`${head}第一段。\n\n\n\n第二段。\n`, config);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['no-consecutive-blank-lines']);
  });
});
