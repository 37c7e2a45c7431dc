import type { Documentation } from './documentation.js';
import { defineRule } from './rule.js';

export const documentation: Documentation = {
  summary: {
    en: 'Several empty lines in a row',
    zh: '连续的多个空行',
  },
  details: {
    en: 'One empty line parts two paragraphs; more of them print nothing. They often show where a page ended in the original, which is where text gets lost or doubled: read what stands before and after once more. The fix leaves one empty line. Code and formulas are left alone.',
    zh: '段落之间空一行就够了，多出来的空行不会印出来。它们往往是原稿换页的地方，文字最容易在那里丢失或重复：请再读一遍前后两段。修正后只留一个空行。代码和公式不受影响。',
  },
  examples: [
    { text: '第一段。\n\n\n\n第二段。\n', finds: ['\n\n\n\n'], fixed: '第一段。\n\n第二段。\n' },
    { text: 'One.\r\n\r\n\r\nTwo.\r\n', finds: ['\r\n\r\n\r\n'], fixed: 'One.\r\n\r\nTwo.\r\n' },
    { text: 'Last.\n\n\n', finds: [] },
    { text: '第一段。\n\n第二段。\n', finds: [] },
    { text: '```\na\n\n\n\nb\n```\n', finds: [] },
    { text: '$$\na\n\n\nb\n$$\n', finds: [] },
    { text: '- one\n\n- two\n', finds: [] },
  ],
};

// The plugin of this name in remark-lint searches all siblings for each node, which takes minutes on a text of 100,000 paragraphs.
export default defineRule('no-consecutive-blank-lines', {}, ({ tree, prose, report }) => {
  const { source } = prose;
  const end = /\r\n/.test(source.slice(0, 10_000)) ? '\r\n' : '\n';
  const lines = (start: number, stop: number) => source.slice(start, stop).split('\n').length - 1;

  let position: number | undefined;
  for (const node of tree.children) {
    const from = node.position?.start.offset ?? 0;
    if (position !== undefined && lines(position, from) > 2) {
      const start = position;
      // Indentation before a block is its own.
      const stop = source.lastIndexOf('\n', from - 1) + 1;
      const count = lines(start, stop) - 1;
      report({
        kind: 'run',
        args: { count },
        start,
        end: stop,
        fix: { start, end: stop, text: end + end, safety: 'safe' },
      });
    }
    position = node.position?.end.offset ?? position;
  }
});
