import { describe, expect, test } from 'vitest';
import rule from '../../lint-rules/no-unbalanced-pairs.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string) => lintWith(rule, text).map((message) => reported(message, text));

describe('a bracket that only closes', () => {
  test.each([
    '## １）糊の作り方',
    '例）甕の口を布でしばる。',
    '糊を煮る。\n\nNG 例)強い火で煮る。',
    '注１）冬のあいだだけ。',
  ])('ends a label in Japanese: %s', (text) => {
    expect(found(`---\nlang: ja\n---\n\n${text}\n`)).toEqual([]);
  });

  test('is unbalanced behind words', () => {
    expect(found('---\nlang: ja\n---\n\n糊の甕）は窓のそばに置かれていた。\n')).toEqual(['）']);
  });
});

test('a single quotation mark behind a Latin word closes before Chinese', () => {
  expect(found('---\nlang: zh-CN\n---\n\n假设‘Kettles’和‘Sheets’分别是两本书的名字。\n')).toEqual([]);
});

test('an arrow behind a line is no quotation mark where none is written so', () => {
  expect(found('- How to keep a kettle »\n- How to boil glue »\n')).toEqual([]);
  expect(found('« Non, non », répondit-elle.\n\n« Personne ne le savait. »\n')).toEqual([]);
  expect(found('---\nlang: fr\n---\n\nLa colle est prête ». Personne ne le savait.\n')).toEqual(['»']);
});
