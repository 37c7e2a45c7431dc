import { expect, it } from 'vitest';
import { factsOf, factsSince } from '../../../lint-rules/facts/index.js';
import { seeded } from '../../bench/rules/random.js';
import { traceOfText } from '../support/facts.js';

/** Phrases that a volume repeats, some with small differences between them: what makes matches of every kind. */
const phrases =
  '各单位要不断强化理论武装工作 各单位要不断强化思想武装工作 引导大家把学习成果用到实际工作中去 引导大家把学习成果带到实际工作中去 这座桥建于百年以前桥身全用石块砌成 这座塔建于百年以前塔身全用石块砌成 印刷工人把字模排好以后在上面刷一层墨 再把纸铺上去轻轻压平等待墨迹慢慢变干 我们走访了三个村子每到一处都先听取村民的意见 the old press in the yard provides enough pressure 参加会议的有市直属机关工作委员会的三十名代表'.split(
    ' ',
  );

it('says the same of a volume after edits as from scratch, whatever was edited', () => {
  let passedOver = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const random = seeded(String(seed));
    const any = (count: number) => Math.floor(random() * count);
    const sentence = () => {
      const own = Array.from({ length: 3 + any(12) }, () => String.fromCharCode(0x4e00 + any(3000))).join('');
      return `${Array.from({ length: 1 + any(4) }, () => phrases[any(phrases.length)]!).join(random() < 0.5 ? '，' : '')}${own}。`;
    };
    const paragraph = () => Array.from({ length: 1 + any(4) }, sentence).join('');
    const texts = Array.from({ length: 14 }, () => Array.from({ length: 1 + any(5) }, paragraph));
    const traces = () => texts.map((text, index) => traceOfText(`${index}.md`, text.join('\n\n')));

    let before = traces();
    let { shared } = factsSince(before);
    for (let round = 0; round < 6; round++) {
      for (let edit = 0; edit <= any(3); edit++) {
        const text = texts[any(texts.length)]!;
        const kind = any(4);
        if (kind === 0) text.splice(any(text.length + 1), 0, paragraph());
        else if (kind === 1) text.splice(any(text.length), 1);
        else if (kind === 2) text.splice(any(text.length + 1), 0, texts[any(texts.length)]![0] ?? paragraph());
        else if (text.length > 0) text[any(text.length)] += sentence();
      }
      const now = traces();
      const changed = new Map(before.flatMap((trace, index) => (isSame(trace, now[index]) ? [] : [[index, trace]])));
      const kept: typeof shared = JSON.parse(JSON.stringify(shared));
      const since = factsSince(now, { shared: kept, changed });
      passedOver += since.shared.filter((one) => kept.includes(one)).length;
      const scratch = factsSince(now);
      expect(since.shared, `seed ${seed}, round ${round}`).toEqual(scratch.shared);
      expect([...since.facts]).toEqual([...factsOf(now)]);
      shared = since.shared;
      before = now;
    }
    expect(shared.some(({ passages }) => passages.length > 0)).toBe(true);
    expect(shared.some(({ differences }) => differences.length > 0)).toBe(true);
  }
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
  let { shared } = factsSince(edits[0]!);
  for (const [index, now] of edits.entries()) {
    const before = edits[Math.max(0, index - 1)]!;
    const since = factsSince(now, { shared, changed: new Map([[0, before[0]!]]) });
    expect(since.shared).toEqual(factsSince(now).shared);
    shared = since.shared;
  }
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
