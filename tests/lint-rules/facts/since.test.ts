import { expect, it } from 'vitest';
import { factsOf, factsSince } from '../../../lint-rules/facts/index.js';
import type { Trace } from '../../../lint-rules/facts/types.js';
import { seeded } from '../../bench/rules/random.js';
import { traceOfText } from '../support/facts.js';

/** Phrases that a volume repeats, some with small differences between them: what makes matches of every kind. */
const phrases =
  '各单位要不断强化理论武装工作 各单位要不断强化思想武装工作 引导大家把学习成果用到实际工作中去 引导大家把学习成果带到实际工作中去 这座桥建于百年以前桥身全用石块砌成 这座塔建于百年以前塔身全用石块砌成 印刷工人把字模排好以后在上面刷一层墨 再把纸铺上去轻轻压平等待墨迹慢慢变干 我们走访了三个村子每到一处都先听取村民的意见 the old press in the yard provides enough pressure 参加会议的有市直属机关工作委员会的三十名代表'.split(
    ' ',
  );

it('says the same of a volume after edits as from scratch, whatever was edited', () => {
  let passedOver = 0;
  let untold = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const random = seeded(String(seed));
    const any = (count: number) => Math.floor(random() * count);
    const own = (length: number) => Array.from({ length }, () => String.fromCharCode(0x4e00 + any(3000))).join('');
    const sentence = () => {
      return `${Array.from({ length: 1 + any(4) }, () => phrases[any(phrases.length)]!).join(random() < 0.5 ? '，' : '')}${own(3 + any(12))}。`;
    };
    const paragraph = () => Array.from({ length: 1 + any(4) }, sentence).join('');
    const texts = Array.from({ length: 10 }, () => Array.from({ length: 1 + any(12) }, paragraph));
    const traces = () => texts.map((text, index) => traceOfText(`${index}.md`, text.join('\n\n')));

    let before = traces();
    let { foundOut, facts } = factsSince(before);
    for (let round = 0; round < 6; round++) {
      for (let edit = 0; edit <= any(3); edit++) {
        const text = texts[any(texts.length)]!;
        const kind = any(6);
        if (kind === 0) text.splice(any(text.length + 1), 0, paragraph());
        else if (kind === 1) text.splice(any(text.length), 1);
        else if (kind === 2) text.splice(any(text.length + 1), 0, texts[any(texts.length)]![0] ?? paragraph());
        else if (kind === 3) text.splice(any(text.length + 1), 0, '- 短行');
        else if (text.length > 0) {
          const at = any(text.length);
          const cut = any(text[at]!.length);
          if (kind === 4) text[at] += sentence();
          else
            text[at] =
              `${text[at]!.slice(0, cut)}${random() < 0.5 ? '。' : own(1 + any(3))}${text[at]!.slice(cut + any(9))}`;
        }
      }
      const now = traces();
      const changed = new Map(before.flatMap((trace, index) => (isSame(trace, now[index]) ? [] : [[index, trace]])));
      const kept = structuredClone(foundOut);
      const since = factsSince(now, { ...kept, changed });
      passedOver += since.foundOut.shared.filter((one) => kept.shared.includes(one)).length;
      untold += now.length - since.facts.size;
      const scratch = factsSince(now);
      expect(since.foundOut, `seed ${seed}, round ${round}`).toEqual(scratch.foundOut);
      // What is not told anew is what it was.
      for (const [path, told] of since.facts) facts.set(path, told);
      expect([...facts]).toEqual([...factsOf(now)]);
      foundOut = since.foundOut;
      before = now;
    }
    facts = factsSince(before, { ...foundOut, changed: new Map() }, new Set(['3.md'])).facts;
    expect([...facts]).toEqual([['3.md', factsOf(before).get('3.md')]]);
    expect(foundOut.shared.some(({ passages }) => passages.length > 0)).toBe(true);
    expect(foundOut.shared.some(({ differences }) => differences.length > 0)).toBe(true);
  }
  expect(untold).toBeGreaterThan(0);
  expect(passedOver).toBeGreaterThan(0);
});

it('says the same where an edit makes a phrase one of those that stand too often to be compared with all', () => {
  const own = (n: number) =>
    Array.from({ length: 9 }, (_, k) => String.fromCharCode(0x4e00 + ((n * 97 + k * 31) % 3000))).join('');
  const [one, other] = ['用', '带'].map(
    (verb) => `各单位要不断强化理论武装工作，引导大家把学习成果${verb}到实际工作中去`,
  );
  const tracesWith = (edited: string) =>
    Array.from({ length: 40 }, (_, index) => {
      const text = `${index % 3 ? one : other}${own(index)}。\n\n${index === 0 ? edited : own(index + 99)}。`;
      return traceOfText(`${index}.md`, text);
    });
  const edits = ['', `${one}${own(200)}`, `${one}${own(200)}，${one}${own(201)}`, own(202)].map(tracesWith);
  let { foundOut } = factsSince(edits[0]!);
  for (const [index, now] of edits.entries()) {
    const before = edits[Math.max(0, index - 1)]!;
    const since = factsSince(now, { ...foundOut, changed: new Map([[0, before[0]!]]) });
    expect(since.foundOut).toEqual(factsSince(now).foundOut);
    foundOut = since.foundOut;
  }
});

const run = '印刷工人把字模排好以后在上面刷一层墨';
/** Letters of which no two runs are alike. */
const own = (length: number, from: number) => String.fromCharCode(...Array.from({ length }, (_, at) => from + at));
const [first, second] = [own(100, 0x5000), own(100, 0x5100)];
const [end, beginning] = [first + own(24, 0x6000), own(24, 0x6100) + second];

it.each([
  [
    'stands between two stretches of one copy',
    [end, own(9, 0x7000), beginning],
    [end, own(200, 0x7100), beginning],
    first + own(55, 0x8000) + second,
  ],
  ['makes a phrase of which little stays', [run, '用力压得很平'], [run, '使劲踩得很平'], `${run}使力压得很高`],
  ['stands before what stays', ['村民们都用力', run], ['邻居来了用力', run], `村民们都用劲${run}`],
])('says the same where an edit %s', (_, before, now, text) => {
  const tracesWith = (paragraphs: string[]) =>
    [paragraphs.join('\n\n'), text].map((one, index) => traceOfText(`${index}.md`, `${one}\n`));
  const shared = [before, now].map((paragraphs) => factsSince(tracesWith(paragraphs)).foundOut.shared[1]);
  expect(shared[0]).not.toEqual(shared[1]);
  for (const [one, then] of [
    [before, now],
    [now, before],
  ].map((both) => both.map(tracesWith)) as Trace[][][]) {
    const since = factsSince(then!, { ...factsSince(one!).foundOut, changed: new Map([[0, one![0]!]]) });
    expect(since.foundOut).toEqual(factsSince(then!).foundOut);
  }
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
