import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../../../lint-rules/facts/fingerprints.js';
import { factsOf, packTrace, unpackTrace } from '../../../lint-rules/facts/index.js';
import { sourceOffsets } from '../../../lint-rules/facts/marks.js';
import { findMatches, type Work } from '../../../lint-rules/facts/matches.js';
import { streamOf } from '../../../lint-rules/facts/stream.js';
import { traceOfText } from '../support/facts.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '河道',
        '“',
        '”',
        '《',
        '》',
        '\n\n',
        '# ',
        '> ',
        '。',
        ' ',
        'Lock',
        '\ud842',
        '𠮷',
        '&amp;',
        '\\*',
        '`a`',
        '$x$',
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join('')),
);

describe('the trace of a manuscript', () => {
  test('comes back from its packed form as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const trace = traceOfText('a.md', text);
        expect(unpackTrace(packTrace(trace))).toEqual(trace);
      }),
      { numRuns: 300, seed: 21 },
    );
  });

  test('is read wherever its bytes stand among others', () => {
    const trace = traceOfText('a.md', '沿江各县每年春天疏浚河道。\n\n秋天修筑堤坝。\n');
    const packed = packTrace(trace);
    for (let at = 0; at < 4; at++) {
      const bytes = new Uint8Array(packed.length + 9);
      bytes.set(packed, at);
      expect(unpackTrace(bytes.subarray(at, at + packed.length))).toEqual(trace);
    }
  });

  test('knows where each letter stands in the source', () => {
    const text = '# 题\n\n甲&amp;乙\\*丙 *丁*\n`戊`己\n\n> 庚\n\n- 辛𠮷\n';
    const trace = traceOfText('a.md', text);
    const letters = Array.from(sourceOffsets(trace), (offset) => text[offset]);
    expect(letters.join('')).toBe('甲乙丙丁己辛𠮷');
    expect(String.fromCharCode(...trace.letters)).toBe('甲乙丙丁己辛𠮷');
  });

  test('leaves out what stands twice by right', () => {
    const text =
      '---\ntitle: 甲\n---\n\n# 乙\n\n> 丙\n\n```\n丁\n```\n\n| 戊 |\n| - |\n| 己 |\n\n庚[^1]。\n\n[^1]: 辛\n\n[壬](https://example.org)\n\n## 参考文献\n\n癸\n\n# 子\n\n丑\n';
    expect(String.fromCharCode(...traceOfText('a.md', text).letters)).toBe('庚丑');
  });
});

test.each([
  '# 致谢',
  '## 版权声明',
  '# 参考文献 {#refs}',
  '# Acknowledgements and funding',
  '# Data availability statement',
  '# Literatur',
])('leaves out a section that manuscripts share: %s', (heading) => {
  expect(traceOfText('a.md', `${heading}\n\n甲乙丙丁\n`).letters).toHaveLength(0);
});

test.each([
  '# 基金会的做法',
  '## 版权归属与土壤盐分',
  '# Copyright in the age of print',
  '# Literatur der Romantik',
  '# 声明的历史',
])('reads a section that only sounds like one: %s', (heading) => {
  expect(traceOfText('a.md', `${heading}\n\n甲乙丙丁\n`).letters).toHaveLength(4);
});

describe('the work of comparing', () => {
  const workOn = (text: string) => {
    const stream = streamOf([traceOfText('a.md', text)]);
    const { letters } = stream;
    const work: Work = { steps: 0 };
    findMatches(letters, fingerprintsOf(stream), () => {}, work);
    return work.steps / letters.length;
  };
  const han = (length: number, kinds: number) =>
    Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((at * at * 7919 + at * 31) % kinds))).join('');

  test.each([
    ['copies of one text', (times: number) => `${han(600, 2000)}。\n\n`.repeat(times)],
    ['one letter', (times: number) => '哈'.repeat(600 * times)],
    ['few letters', (times: number) => han(600 * times, 7)],
    ['paragraphs of one letter', (times: number) => '河\n\n'.repeat(300 * times)],
    ['a short sentence again and again', (times: number) => '各县疏浚河道三十里。'.repeat(60 * times)],
  ])('grows with the text and no faster: %s', (_, make) => {
    const few = workOn(make(10));
    const many = workOn(make(80));
    expect(many).toBeLessThan(few * 1.5 + 10);
    expect(many).toBeLessThan(200);
  });
});

test('no text breaks the facts of a volume', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const traces = texts.map((text, index) => traceOfText(`${index}.md`, `${text}\n\n${texts[0]}`));
      const facts = factsOf(traces);
      for (const [path, { passages, variants, runningHeads }] of facts) {
        const { length } = `${texts[Number.parseInt(path, 10)]}\n\n${texts[0]}`;
        for (const { start, end } of [...passages, ...variants, ...runningHeads]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(length);
        }
      }
    }),
    { numRuns: 200, seed: 22 },
  );
});
