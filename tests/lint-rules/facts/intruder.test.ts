import { expect, test } from 'vitest';
import { factsFor } from '../support/facts.js';

const copied =
  '把浙江各县的水则统一刻在石碑上，汛期每两个时辰报一次水位，误报的要在次日当众说明缘由，三次误报的撤换看守，浙江由此少了许多纠纷。';

test('an enumerator that continues nothing speaks against a copy, whichever stands first', () => {
  const text = `江苏的圩田靠水车排水。\n\n三是修订章程，${copied}\n\n浙江的水利由各县自理。\n\n一是设立水则。\n\n二是训练水手。\n\n三是修订章程，${copied}\n`;
  const [first, second] = factsFor('a.md', { 'a.md': text }).passages;
  expect(first).toMatchObject({ intruder: true, inside: true });
  expect(first!.evidence).toContainEqual({ kind: 'stray-enumerator', marker: '三是' });
  expect(second).toMatchObject({ intruder: false, evidence: [] });
});

test('a name that the surroundings of the other copy know speaks against a copy', () => {
  const host = '江苏的圩田靠水车排水，闸口由各村轮流看守，江苏每年春天重新议定次序。';
  const home = '浙江的水利由各县自理，浙江沿江每十里设一处水则，浙江每县训练水手三十人。';
  const facts = factsFor('a.md', { 'a.md': `${host}${copied}\n`, 'b.md': `${home}${copied}\n` });
  expect(facts.passages[0]).toMatchObject({
    intruder: true,
    evidence: [{ kind: 'foreign-name', name: '浙江', inside: 2, outside: 3 }],
  });
});

test('names with a capital tell in other scripts', () => {
  const text =
    'Marburg kept its own gauges, and Marburg printed the readings once in every month of the year for all the mills downstream.';
  const facts = factsFor('a.md', {
    'a.md': `The Fulda mills had no gauges of their own.\n\n${text}\n`,
    'b.md': `In the city of Marburg gauges were common; the council of Marburg paid for each gauge in Marburg.\n\n${text}\n`,
  });
  expect(facts.passages[0]!.intruder).toBe(true);
  expect(facts.passages[0]!.evidence).toContainEqual({ kind: 'foreign-name', name: 'marburg', inside: 1, outside: 3 });
});

test('without a sign the later copy is the one reported', () => {
  const [first, second] = factsFor('a.md', { 'a.md': `${copied}\n\n闸口在下游。\n\n${copied}\n` }).passages;
  expect([first!.intruder, second!.intruder]).toEqual([false, true]);
});
