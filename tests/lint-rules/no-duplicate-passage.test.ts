import { expect, test } from 'vitest';
import duplicate from '../../lint-rules/no-duplicate-passage.js';
import similar from '../../lint-rules/no-similar-passage.js';
import { lintWith } from './support/lint.js';

const rule = '装订工坊应当在开工之前把所用纸张的来源、批次和厚度逐项登记在册，并在登记册上注明经手人的姓名和日期';
const filler = ['总则', '登记', '检查', '保管', '出借', '修复', '销毁'].map(
  (topic, index) => `第${'一二三四五六七'[index]}条 本章规定${topic}的办法，由各工坊自行制定细则。`,
);
const found = (articles: string[]) =>
  [duplicate, similar].flatMap((one) => lintWith(one, `${articles.join('\n\n')}\n`)).length;

test('a statute punishes in the words of its rule', () => {
  const breach = `第九条 ${rule}而没有登记的，由主管部门责令改正，处五百元以上二千元以下罚款。`;
  expect(found([...filler, `第八条 ${rule}，并于每季度末报送主管部门备查。`, breach])).toBe(0);
  // Elsewhere the same words are told of.
  expect(found([`开工：${rule}。`, '各工坊自行制定细则。', `${rule}，以备查考，不得遗漏。`])).toBe(1);
});

test('a whole paragraph that a statute has twice is told of', () => {
  expect(found([...filler, `第八条 ${rule}。`, '第九条 细则另定。', `第八条 ${rule}。`])).toBe(1);
});

test('two chapters of one book in a list of works, under whatever heading, name the book alike', () => {
  const book =
    'in *The Handbook of Kettles, Sheets, and Glue in the Early Modern Bindery*, J. Doe (ed.), Harbour: Kettle Press';
  const works = `- Doe, J., 1998, “On the kettle,” ${book}, pp. 12–40.\n- –––, 1998, “On the sheets,” ${book}, pp. 41–59.`;
  expect(found(['## What I read', works])).toBe(0);
});
