import type { Documentation } from './documentation.js';
import { mergedTerms, mergersIn } from './repetition/merged.js';
import { defineRule } from './rule.js';
import { sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A word that may have swallowed part of the next one',
    zh: '前后两个词有相同的字，可能漏写了一遍',
  },
  details: {
    en: `Where one Chinese word ends as the next one begins, the common part is easily written only once: 基层党组织力 for 基层党组织组织力, “the power of the party's
organisations to organise”. The rule looks for a word of three or more characters with one character behind it that belongs to nothing, where the
end of the word and that character are a word of their own, and where the manuscript, or the volume, uses this word at least twice by itself. It cannot know what was meant,
so it asks, on the editor's query sheet, and never fails a check.`,
    zh: `汉语里前一个词的末尾和后一个词的开头相同时，相同的字容易只写一遍，例如把“基层党组织组织力”写成“基层党组织力”。本规则查找这样的地方：三个字以上的词后面跟着一个没有着落的字，
而词尾加上这个字恰好是另一个词，并且本篇或本书别处至少两次单独用到它。本规则不能断定原意，只是提请核对，列在编辑的待查清单里，不影响检查结果。`,
  },
  options: {
    allow: {
      en: 'Expressions that are right as they stand: `["党组织力"]`.',
      zh: '本来就正确的说法：`["党组织力"]`。',
    },
    minUses: {
      en: 'How often the manuscript or the volume must use the shorter word by itself.',
      zh: '较短的词在本篇或本书中至少单独出现多少次。',
    },
  },
  examples: [
    {
      text: '组织力是关键。各地增强组织力，提升基层党组织力。\n',
      finds: ['党组织力'],
      suggested: '组织力是关键。各地增强组织力，提升基层党组织组织力。\n',
    },
    {
      text: '要重视生产力，發展生產力是硬道理，解放生產力，提高農業生產力。生產力決定一切。\n',
      finds: [],
    },
    {
      text: '組織力是關鍵，要增強組織力。提升基層黨組織力。\n',
      finds: ['黨組織力'],
      suggested: '組織力是關鍵，要增強組織力。提升基層黨組織組織力。\n',
    },
    {
      text: '服务员很热情，服务员也很忙。这家公共服务员工不多。\n',
      finds: [],
    },
    {
      text: '各县都要提升基层党组织力。\n',
      beside: { 'other.md': '组织力是关键。各地都在增强组织力，检验组织力。\n' },
      finds: ['党组织力'],
    },
    { text: '提升基层党组织力。\n', finds: [] },
    { text: '组织力是关键。各地增强组织力，提升基层党组织组织力。\n', finds: [] },
    { text: '党组织要增强凝聚力、创造力、战斗力，推进常态化制度化。\n', finds: [] },
    { text: '組織力是關鍵，要增強組織力。各級黨組織力爭上游。\n', finds: [] },
    { text: 'A workshop shop, and a shop in the workshop.\n', finds: [] },
    { text: '组织力是关键。各地增强组织力，提升基层党组织力。\n', finds: [], options: { allow: ['党组织力'] } },
  ],
};

export default defineRule(
  'no-merged-overlap',
  { allow: [] as string[], minUses: 2 },
  ({ prose, options, facts, report }) => {
    if (mergersIn(prose).length === 0) return;
    const allow = new Set(options.allow);
    for (const { block, from, to, word, term } of mergedTerms(prose, options.minUses, facts().uses ?? {})) {
      const text = block.text.slice(from, to);
      if (allow.has(text)) continue;
      const { start, end } = sourceRange(block, from, to);
      const expected = word + term;
      const fix = { start, end, text: expected, safety: 'suggest' as const };
      const plain = end - start === to - from;
      report({ kind: 'merged', args: { text, expected }, start, end, expected: [expected], ...(plain && { fix }) });
    }
  },
);
