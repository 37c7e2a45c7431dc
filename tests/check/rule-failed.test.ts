import { lintRule } from 'unified-lint-rule';
import { expect, test, vi } from 'vitest';
import { InputError } from '../../pipeline/faults.js';
import { folderOf, header } from './volume.js';

vi.mock('../../pipeline/check/rules.js', async (original) => {
  const plugin = lintRule('remark-lint:heading-increment', (_, file) => {
    if (String(file).includes('坏')) throw new TypeError('no such thing\nsecond line');
  });
  const rule = { id: 'heading-increment', plugin, severity: 'warning', defaults: {}, volumeWide: false };
  return { ...(await original<object>()), runnableRules: [rule] };
});

const { lint } = await import('../../pipeline/check/lint.js');

test('a rule that fails is told of with its name and the manuscript, and ends the run', async () => {
  const cwd = await folderOf({ 'a.md': `${header('一')}好。\n`, 'b.md': `${header('二')}坏。\n` });
  const request = { root: 'manuscripts', cwd, language: 'en' as const };
  expect((await lint({ ...request, paths: ['a.md'] })).result.files).toEqual([{ path: 'a.md', messages: [] }]);
  const fault = await lint({ ...request, paths: ['a.md', 'b.md'] }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(InputError);
  expect((fault as InputError).faults).toEqual([
    {
      severity: 'error',
      id: 'rule-failed',
      args: { rule: 'heading-increment', detail: 'no such thing' },
      place: { path: 'b.md' },
    },
  ]);
});
