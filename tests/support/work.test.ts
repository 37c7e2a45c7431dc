import { expect, test } from 'vitest';
import { outgrown, workOf } from './work.js';

const linear = (text: string) => [...text].filter((letter) => letter === 'b').length;
const quadratic = (text: string) => [...text].filter((_, index) => text.slice(index).includes('b')).length;
const patterns = (text: string) => text.match(/a/g)?.length;
const tails = (text: string) => [...text].map((_, index) => /b/.test(text.slice(0, index)));

async function growth(run: (text: string) => unknown): Promise<string[]> {
  const work = (size: number) => workOf('support/work.test', () => run('a'.repeat(size)));
  await work(100);
  return outgrown(await work(1000), await work(4000), 4);
}

test('work that grows with the text is told from work that grows with its square', async () => {
  expect(await growth(linear)).toEqual([]);
  expect(await growth(quadratic)).not.toEqual([]);
});
test('how far patterns look is counted', async () => {
  expect(await growth(patterns)).toEqual([]);
  expect(await growth(tails)).not.toEqual([]);
});
