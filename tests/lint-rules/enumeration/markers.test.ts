import { describe, expect, test } from 'vitest';
import { readMarkers } from '../../../lint-rules/enumeration/markers.js';

const read = (text: string, cjk = true) => readMarkers(text, cjk).map((marker) => `${marker.text}=${marker.number}`);

describe('markers of points', () => {
  test('stand at the start of a text or of a clause', () => {
    expect(read('一是学习；二是检查，三是总结。')).toEqual(['一是=1', '二是=2', '三是=3']);
    expect(read('第一，看；第二，写。')).toEqual(['第一=1', '第二=2']);
    expect(read('（一）到会；（二）记录。')).toEqual(['（一）=1', '（二）=2']);
    expect(read('其一，贵；其二，慢。')).toEqual(['其一=1', '其二=2']);
    expect(read('第一に、紙。第二に、糸。')).toEqual(['第一に=1', '第二に=2']);
    expect(read('二つ目は糸である。')).toEqual(['二つ目=2']);
    expect(read('First, cut; second, fold, and third, sew.', false)).toEqual(['First=1', 'second=2', 'third=3']);
    expect(read('En premier lieu, le papier. En second lieu, le fil.', false)).toEqual([
      'En premier lieu=1',
      'En second lieu=2',
    ]);
    expect(read('Во-первых, бумага. Во-вторых, нить.', false)).toEqual(['Во-первых=1', 'Во-вторых=2']);
    expect(read('첫째, 종이. 둘째, 실.', false)).toEqual(['첫째=1', '둘째=2']);
    expect(read('(a) paper; (b) thread; (c) glue', false)).toEqual(['(a)=1', '(b)=2', '(c)=3']);
    expect(read('(i) paper; (ii) thread; (iv) glue', false)).toEqual(['(i)=1', '(ii)=2', '(iv)=4']);
  });

  test.each([
    '统一是前提',
    '居世界第二，亚洲第一。',
    '一是一，二是二',
    '二要素',
    '时间是10：30、11：30',
    '长度为3.5米',
  ])('%s has none but lawful words', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    'See Eq. (3) and (4).',
    'The second, third and fourth came.',
    'It was first-class, and third, fourth, and fifth.',
  ])('%s counts nothing', (text) => {
    expect(read(text, false)).toEqual([]);
  });
});
