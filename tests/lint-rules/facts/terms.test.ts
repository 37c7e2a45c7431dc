import { describe, expect, test } from 'vitest';
import { readTerms } from '../../../lint-rules/facts/terms.js';

describe('terms.yml', () => {
  test('lists terms, alone or with what may differ', () => {
    const { terms, findings } = readTerms(
      '- 工作委员会\n- term: 走在前、作表率\n  max: 2\n  allow: 走在前列\n- {term: Flussbuch, allow: [Flußbuch, Flussbücher]}\n',
    );
    expect(findings).toEqual([]);
    expect(terms).toEqual([
      { term: '工作委员会' },
      { term: '走在前、作表率', max: 2, allow: ['走在前列'] },
      { term: 'Flussbuch', allow: ['Flußbuch', 'Flussbücher'] },
    ]);
  });

  test('may be empty', () => {
    expect(readTerms('')).toEqual({ terms: [], findings: [] });
    expect(readTerms('# none yet\n')).toEqual({ terms: [], findings: [] });
  });

  test('tells every fault with its place, and keeps what is right', () => {
    const { terms, findings } = readTerms(
      '- 工作委员会\n- [甲]\n- max: 2\n- term: 乙\n  max: many\n- term: 丙\n  alow: 丁\n- term: 戊\n  allow: {a: b}\n',
    );
    expect(terms).toEqual([{ term: '工作委员会' }, { term: '乙' }, { term: '丙' }, { term: '戊' }]);
    expect(findings.map(({ id, args, line }) => [line, id, args])).toEqual([
      [2, 'unexpected-shape', { key: 'terms', expected: 'text', found: 'list' }],
      [3, 'unexpected-shape', { key: 'term', expected: 'text', found: 'nothing' }],
      [5, 'unexpected-shape', { key: 'max', expected: 'number', found: 'text' }],
      [7, 'unknown-key', { key: 'alow', suggestion: 'allow' }],
      [9, 'unexpected-shape', { key: 'allow', expected: 'texts', found: 'map' }],
    ]);
  });

  test('must be a list', () => {
    expect(readTerms('terms: [甲]\n').findings).toMatchObject([
      { id: 'unexpected-shape', args: { key: 'terms', expected: 'list', found: 'map' }, line: 1 },
    ]);
    expect(readTerms('- [').findings).not.toEqual([]);
  });
});
