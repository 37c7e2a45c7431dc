import { expect, test } from 'vitest';
import { assignmentsIn, commandsIn } from './commands.js';
import { holds, interpolate } from './expressions.js';
import { expression } from './read.js';

test('conditions stand for success unless they ask', () => {
  const scope = (status: 'success' | 'failure') => ({ contexts: { github: { event_name: 'push' } }, status });
  const table: [unknown, boolean, boolean][] = [
    [undefined, true, false],
    ["github.event_name == 'push'", true, false],
    [expression("github.event_name == 'push'"), true, false],
    ["always() && github.event_name == 'push'", true, true],
    ["failure() || github.event_name == 'pull'", false, true],
    ['!cancelled()', true, true],
    ["'always()' == 'x'", false, false],
    ['contains(fromJSON(\'["push"]\'), github.event_name)', true, false],
    [false, false, false],
  ];
  for (const [condition, good, bad] of table)
    expect([condition, holds(condition, scope('success')), holds(condition, scope('failure'))]).toEqual([
      condition,
      good,
      bad,
    ]);
  expect(() => holds('nothing.at.all', scope('success'))).toThrow();
  expect(interpolate(`a ${expression('github.event_name')} b ${expression('1 == 1')}`, scope('success'))).toBe(
    'a push b true',
  );
});

test('commands are read as the runner reads them', () => {
  const log =
    'text ::error::no\n::error file=a%2Cb,line=1::x%0Ay\n  ::notice::n\r::warning::after a return\n::stop-commands::end\n::error::stopped\n::end::\n::debug::d\n';
  expect(commandsIn(log)).toEqual([
    { name: 'error', properties: { file: 'a,b', line: '1' }, message: 'x\ny' },
    { name: 'notice', properties: {}, message: 'n' },
    { name: 'warning', properties: {}, message: 'after a return' },
    { name: 'stop-commands', properties: {}, message: 'end' },
    { name: 'debug', properties: {}, message: 'd' },
  ]);
  expect(assignmentsIn('a=1=2\nb<<X\nl1\nl2\nX\n\nc=\n')).toEqual({ a: '1=2', b: 'l1\nl2', c: '' });
  expect(() => assignmentsIn('b<<X\nl1\n')).toThrow(/delimiter/);
  expect(() => assignmentsIn('no sign\n')).toThrow(/Invalid format/);
});
