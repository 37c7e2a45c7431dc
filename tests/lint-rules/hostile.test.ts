import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { analyse } from 'scslre';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyFixes } from '../../lint-rules/apply-fixes.js';
import { ruleModules, settle } from '../../lint-rules/index.js';
import type { RuleMessage } from '../../lint-rules/rule.js';
import { upstreamPlugins } from '../../lint-rules/upstream.js';
import { outgrown, workOf } from '../support/work.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMath);
const rules = new Map<string, Plugin>([
  ...Object.entries(ruleModules).map(([id, { default: rule }]): [string, Plugin] => [id, rule as Plugin]),
  ...Object.entries(upstreamPlugins).map(([id, plugin]): [string, Plugin] => [id, plugin as Plugin]),
  ['settle', settle as Plugin],
]);

interface Parsed {
  tree: Root;
  text: string;
}

const parse = (text: string): Parsed => ({ tree: parser.parse(text), text });

async function run(plugins: Iterable<Plugin>, { tree, text }: Parsed): Promise<RuleMessage[]> {
  const file = new VFile({ value: text, path: 'paper.md' });
  const processor = unified();
  for (const plugin of plugins) processor.use(plugin);
  await processor.run(tree, file);
  return file.messages as RuleMessage[];
}

/** Texts of about `n` letters that make a careless rule slow. */
const shapes: Record<string, (n: number) => string> = {
  'one line of Han': (n) => '推动各项工作落到实处并取得新的进展'.repeat(n / 17),
  'one line of Latin': (n) => 'the quick brown fox jumps over a lazy dog '.repeat(n / 42),
  'one word': (n) => 'a'.repeat(n),
  'paragraphs of one character': (n) => '党\n\n'.repeat(n / 3),
  'short lines without a stop': (n) => '工作报告\n\n'.repeat(n / 6),
  'one paragraph over and over': (n) =>
    '各单位要认真学习会议精神，结合实际抓好落实，确保各项任务按期完成。\n\n'.repeat(n / 34),
  'opening marks': (n) => '“（《['.repeat(n / 4),
  'closing marks': (n) => '”）》]'.repeat(n / 4),
  'asterisks and Han': (n) => '**思想。**行动'.repeat(n / 9),
  enumerators: (n) => '一是抓学习，三是抓落实；'.repeat(n / 12),
  'numbered lines': (n) => '（三）任务\n\n'.repeat(n / 7),
  'page numbers': (n) => '— 3 —\n\n'.repeat(n / 7),
  'zero-width characters': (n) => '字\u200b'.repeat(n / 2),
  'lone surrogates': (n) => '\ud842'.repeat(n),
  'astral Han': (n) => '𠮷野'.repeat(n / 3),
  mojibake: (n) => 'Ã¤â€™锟斤拷'.repeat(n / 8),
  radicals: (n) => '⽉⻓'.repeat(n / 2),
  'half-width stops': (n) => '字,字.'.repeat(n / 4),
  'doubled stops': (n) => '。，'.repeat(n / 2),
  'doubled words': (n) => '紧跟紧跟'.repeat(n / 4),
  'hyphens at line ends': (n) => 'pro- vides\n'.repeat(n / 11),
  'a table': (n) => `|a|b|\n|-|-|\n${'|字|字|\n'.repeat(n / 6)}`,
  'a list': (n) => '- 字\n\n  字\n'.repeat(n / 8),
  'nested quotes': (n) => `${'>'.repeat(Math.min(n / 20, 400))} 字`,
  citations: (n) => '见 [@a, p. 3]。'.repeat(n / 13),
  digits: (n) => '1'.repeat(n),
  'white space': (n) => `字${' '.repeat(n)}字`,
  headings: (n) => '## 一、题\n\n字。\n\n'.repeat(n / 13),
};

const patterns = new Map<string, RegExp>();
const exec = RegExp.prototype.exec;

describe('no text, however it is made,', () => {
  beforeAll(() => {
    RegExp.prototype.exec = function (this: RegExp, text: string) {
      patterns.set(String(this), this);
      return exec.call(this, text);
    };
  });
  afterAll(() => {
    RegExp.prototype.exec = exec;
  });

  const units = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '“',
      '”',
      '（',
      '）',
      '。',
      '，',
      '\n\n',
      '\n',
      '- ',
      '> ',
      '1. ',
      '**',
      '党',
      '工作',
      'the ',
      '\u200b',
      '\u3000',
      '\ud842',
      '𠮷',
      '|',
      '[^1]',
      '[@a]',
      '```\n',
      '第 3 页',
      '一是',
      '⽉',
      '!',
      ' ',
      '---\n',
      ':::',
      '$',
      '# ',
    ),
  );
  const texts = fc.array(units, { maxLength: 60 }).map((parts) => parts.join(''));

  test('makes a rule fail, or report a place outside of it', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        for (const { place, message } of await run(rules.values(), parse(text))) {
          expect(message).not.toBe('');
          if (!place || !('start' in place)) continue;
          expect(place.start.offset).toBeGreaterThanOrEqual(0);
          expect(place.end.offset).toBeLessThanOrEqual(text.length);
          expect(place.start.offset).toBeLessThanOrEqual(place.end.offset!);
        }
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test('is changed again by a second round of certain fixes', async () => {
    const fixed = async (text: string) => {
      const fixes = (await run(rules.values(), parse(text))).flatMap(({ fix }) =>
        fix?.safety === 'safe' ? [fix] : [],
      );
      return applyFixes(text, fixes).text;
    };
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        let once = text;
        for (let round = 0; round < 10; round++) once = await fixed(once);
        expect(await fixed(once)).toBe(once);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test.each(['字'.repeat(1_000_000), 'word '.repeat(200_000), '党\n\n'.repeat(100_000)])(
    'takes a rule down by its size (%#)',
    async (text) => {
      await run(rules.values(), parse(text));
    },
    120_000,
  );
});

describe('the work of the rules grows with the text, not faster:', () => {
  const size = 2400;
  // V8 sometimes counts the blocks of a function anew when it compiles it once more, so one odd count is no evidence.
  test.each(Object.entries(shapes))('%s', { retry: 2 }, async (_, make) => {
    const work = async (n: number) => {
      const parsed = parse(make(n));
      return workOf('/lint-rules/', () => run(rules.values(), parsed));
    };
    // What is only done once, such as loading the word list, is no part of it.
    await work(240);
    expect(outgrown(await work(size), await work(size * 4), 4)).toEqual([]);
  });
});

describe('the patterns of the rules', () => {
  test('never look at the same text again and again', () => {
    expect(patterns.size).toBeGreaterThan(20);
    const slow = [...patterns.values()].flatMap((pattern) => {
      const { reports } = analyse(pattern, { reportTypes: { Move: false } });
      return reports.map(
        ({ type, exponential }) => `${exponential ? 'exponential' : 'polynomial'} ${type}: ${pattern}`,
      );
    });
    expect(slow).toEqual([]);
  });
});
