import { expect, test } from 'vitest';
import { maskNonProse, opaque } from '../../../lint-rules/text/mask.js';

const masked = (text: string) => maskNonProse(text).replace(new RegExp(`${opaque}+`, 'g'), '*');

test('an address ends where Chinese, Japanese or Korean goes on without a space', () => {
  expect(masked('请从http://example.org/data/下载数据。')).toBe('请从*下载数据。');
  expect(masked('数据见https://example.org/a_b?c=d，下同。')).toBe('数据见*，下同。');
  expect(masked('詳細はhttps://example.org/をごらんください。')).toBe('詳細は*をごらんください。');
  expect(masked('자료는 https://example.org/data에서 받는다.')).toBe('자료는 *에서 받는다.');
  expect(masked('（doi:10.1000/x,y）、10.1000/182・補遺')).toBe('（*）、*・補遺');
});

test('an address keeps its own marks, but not the stop behind it', () => {
  expect(masked('See https://example.org/a(b)/c.html. Then go on.')).toBe('See *. Then go on.');
});
