import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../lint-rules/facts/index.js';
import type { RepeatedPassage } from '../../../lint-rules/facts/types.js';
import duplicateRule from '../../../lint-rules/no-duplicate-passage.js';
import similarRule from '../../../lint-rules/no-similar-passage.js';
import { factsFor, traceOfText } from '../support/facts.js';
import { lintWith } from '../support/lint.js';

const source = new URL('../../../../shared/source/', import.meta.url);
const there = existsSync(source);

const own = (passages: RepeatedPassage[]) => passages.filter(({ intruder }) => intruder);

describe.skipIf(!there)('the source text (found beside the project, else left out)', () => {
  const range = ({ place }: { place?: unknown }) => {
    const { start, end } = place as {
      start: { line: number; column: number };
      end: { line: number; column: number };
    };
    return `${start.line}:${start.column}-${end.line}:${end.column}`;
  };

  test('has one passage that stands twice, reported on the copy that does not belong', () => {
    const text = readFileSync(new URL('extract.txt', source), 'utf8');
    const messages = lintWith(duplicateRule, text);
    expect(messages.map(range)).toEqual(['43:349-45:317']);
    expect(range(messages[0]!.cause as { place?: unknown })).toBe('70:132-72:317');
    expect(messages[0]!.args).toMatchObject({ count: 409, evidence: [{ kind: 'stray-enumerator', marker: '三是' }] });
    expect(lintWith(similarRule, text)).toEqual([]);
  });

  test('as a volume has it in the manuscript of the other province only', () => {
    const names = ['anhui', 'jiangsu', 'preface', 'shanghai', 'zhejiang'].map((name) => `${name}.md`);
    const texts = Object.fromEntries(
      names.map((name) => [name, readFileSync(new URL(`manuscripts/${name}`, source), 'utf8')]),
    );
    const found = names.flatMap((name) =>
      lintWith(duplicateRule, texts[name]!, undefined, { facts: factsFor(name, texts) }, name).map((message) => ({
        name,
        place: range(message),
        other: message.cause && (message.cause as { file?: string }).file,
      })),
    );
    expect(found).toEqual([{ name: 'jiangsu.md', place: '18:349-20:317', other: 'anhui.md' }]);
  });
});

test('a paragraph that stands twice is found even where all its phrases are common', () => {
  const phrases = [
    '沿江各县每年春天疏浚河道',
    '看守堤坝的人轮流记下水位',
    '各乡把新添的石料登记造册',
    '府库按照旧例拨给工匠口粮',
  ];
  const own = (number: number) =>
    Array.from({ length: 24 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((number * number * 977 + number * at * at * 61) % 5003)),
    ).join('');
  /** Any two phrases stand side by side in many paragraphs, so that no few letters of a copy tell where it was taken from. */
  const others = Array.from({ length: 240 }, (_, n) => `${phrases[n % 4]}${phrases[(n >> 2) % 4]}${own(n)}。`);
  const copied = `${[0, 1, 3, 2, 0, 2, 1, 3, 0].map((at) => phrases[at]).join('')}。`;
  const text = [copied, ...others, copied].join('\n\n');
  const found = factsFor('a.md', { 'a.md': text }).passages.filter(({ start, kind }) => start === 0 && kind === 'same');
  expect(found.map(({ end, other }) => [end, other.end.offset])).toEqual([[copied.length - 1, text.length - 1]]);
});

describe('a stretch that stands twice', () => {
  /** Random text in Han letters, without a sign, so that letters and units of the source are one. */
  const prose = (length: { min: number; max: number }) =>
    fc
      .array(fc.noBias(fc.integer({ min: 0, max: 1999 })), { minLength: length.min, maxLength: length.max })
      .map((letters) => String.fromCharCode(...letters.map((letter) => 0x4e00 + letter)));

  /** All pairs of equal stretches of a text that cannot be longer, of some length, that do not overlap: by comparing every pair of places. */
  function longestRepeats(text: string, least: number): { p: number; q: number; length: number }[] {
    const found: { p: number; q: number; length: number }[] = [];
    let above = new Int32Array(text.length + 1);
    for (let p = 1; p <= text.length; p++) {
      const row = new Int32Array(text.length + 1);
      for (let q = 1; q < p; q++) {
        if (text[p - 1] !== text[q - 1]) continue;
        row[q] = above[q - 1]! + 1;
        const ends = p === text.length || text[p] !== text[q];
        if (ends && row[q]! >= least && p - q >= row[q]!) {
          found.push({ p: p - row[q]!, q: q - row[q]!, length: row[q]! });
        }
      }
      above = row;
    }
    return found;
  }

  test('is found wherever it stands, from its first letter to its last, as comparing every pair of places finds it', () => {
    fc.assert(
      fc.property(
        prose({ min: 200, max: 500 }),
        fc.nat(),
        fc.integer({ min: 40, max: 120 }),
        fc.nat(),
        (text, from, length, to) => {
          const start = from % (text.length - length);
          // Inside the stretch itself it would make two shorter ones.
          const at = to % 2 === 0 ? to % (start + 1) : start + length + (to % (text.length - start - length));
          const planted = text.slice(0, at) + text.slice(start, start + length) + text.slice(at);
          const expected = longestRepeats(planted, 40);
          const { passages } = factsFor('a.md', { 'a.md': planted });
          const found = own(passages).map(({ start, end, other }) => ({
            p: start,
            q: other.start.offset,
            length: end - start,
          }));
          for (const one of expected) {
            const same = found.find(({ p, q }) => (p === one.p && q === one.q) || (p === one.q && q === one.p));
            expect(same?.length).toBe(one.length);
          }
          expect(found.length).toBe(expected.length);
        },
      ),
      { numRuns: 150, seed: 11 },
    );
  });

  test('is found in another manuscript, and told of in one of the two only', () => {
    fc.assert(
      fc.property(prose({ min: 150, max: 300 }), prose({ min: 60, max: 200 }), fc.nat(), (text, copied, to) => {
        const at = to % text.length;
        const facts = factsOf([
          traceOfText('a.md', copied),
          traceOfText('b.md', `${text.slice(0, at)}${copied}${text.slice(at)}`),
        ]);
        const a = own(facts.get('a.md')!.passages);
        const b = own(facts.get('b.md')!.passages);
        expect(a.length + b.length).toBe(1);
        const [mine, other] = [facts.get('b.md')!.passages[0]!, facts.get('a.md')!.passages[0]!];
        expect([mine.start, mine.end]).toEqual([at, at + copied.length]);
        expect([other.start, other.end]).toEqual([0, copied.length]);
        expect(mine.other).toMatchObject({ path: 'a.md', start: { line: 1, column: 1, offset: 0 } });
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  test('is found with a letter in twenty changed', () => {
    fc.assert(
      fc.property(prose({ min: 60, max: 160 }), prose({ min: 100, max: 100 }), fc.nat(18), (copied, text, shift) => {
        const edited = Array.from(copied, (letter, index) => (index % 20 === shift ? '阑' : letter)).join('');
        const { passages } = factsFor('a.md', { 'a.md': `${copied}\n\n${text}\n\n${edited}\n` });
        expect(own(passages)).toHaveLength(1);
        const [passage] = own(passages);
        expect(passage).toMatchObject({ kind: 'edited' });
        expect(passage!.share).toBeGreaterThan(0.8);
        expect(passage!.agreement).toBeGreaterThan(0.9);
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  test('spans the paragraphs that were copied in a row', () => {
    const [one, two, rest] = ['河道', '堤坝', '圩田'].map((word, index) =>
      Array.from({ length: 40 }, (_, at) => word + String.fromCharCode(0x5000 + index * 500 + at * 7)).join(''),
    );
    const text = `${one}。\n\n${two}。\n\n${rest}。\n\n${one}。\n\n${two}。\n`;
    const { passages } = factsFor('a.md', { 'a.md': text });
    expect(own(passages).map(({ start, end }) => text.slice(start, end))).toEqual([`${one}。\n\n${two}`]);
  });

  test('that many manuscripts share is a formula of theirs', () => {
    const formula =
      '本文所用水文资料均由沿江各县观测站逐日报送，经本会汇总复核，与原始记录如有出入，以原始记录为准，引用时请注明来源与年份。';
    const texts = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `${index}.md`,
        `${String.fromCharCode(...Array.from({ length: 120 }, (_, at) => 0x5000 + index * 400 + at * 3))}\n\n${formula}\n`,
      ]),
    );
    const facts = factsOf(Object.entries(texts).map(([path, text]) => traceOfText(path, text)));
    expect([...facts.values()].flatMap(({ passages }) => own(passages))).toEqual([]);
  });

  test('of fifty copies each has one other place', () => {
    const text = Array.from({ length: 90 }, (_, at) => String.fromCharCode(0x4e00 + ((at * at * 31) % 3000))).join('');
    const { passages } = factsFor('a.md', { 'a.md': `${text}。\n\n`.repeat(50) });
    expect(own(passages)).toHaveLength(49);
  });
});

describe('a line printed twice in succession', () => {
  const found = (text: string) =>
    lintWith(duplicateRule, text).map((message) => [message.kind, (message as { actual?: string }).actual]);

  test('is found across the break of a page, with the number of the page between', () => {
    const text =
      '看守每两个时辰报一次水位，误报的要在次日当众说明缘由，三次误报的\n\n— 12 —\n\n当众说明缘由，三次误报的撤换看守，另选熟悉水性的人接任。\n';
    expect(found(text)).toEqual([['doubled', '当众说明缘由，三次误报的']]);
  });

  test('is found in one paragraph, and three in a row are two too many', () => {
    const sentence = '看守每两个时辰报一次水位，写在墙上。';
    expect(found(`${sentence}${sentence}${sentence}然后换班。\n`)).toHaveLength(2);
  });

  test('is not seen in a title that the first sentence takes up, nor in parallel clauses', () => {
    expect(found('# 一\n\n沿江各县水文观测与报送办法\n\n沿江各县水文观测与报送办法共十二条。\n')).toEqual([]);
    expect(found('他是第一个到的人的儿子，也是第一个到的人的学生，后来自己也成了第一个到的人。\n')).toEqual([]);
  });
});
