import { describe, expect, test } from 'vitest';
import { isPageNumberLine, readFolio } from '../../../lint-rules/text/furniture.js';

describe('page numbers', () => {
  test.each([
    ['— 12 —', 12],
    ['-12-', 12],
    ['－ １２ －', 12],
    ['· 12 ·', 12],
    ['— iv —', 4],
    ['第 3 页', 3],
    ['第十二页', 12],
    ['第3頁，共10頁', 3],
    ['共10页 第3页', 3],
    ['— 第 12 页 —', 12],
    ['Page 3 of 10', 3],
    ['Seite 3 von 10', 3],
    ['Стр. 3 из 10', 3],
    ['pagina 12 di 30', 12],
  ])('%s is certainly one', (line, number) => {
    expect(readFolio(line)).toEqual({ number, form: 'certain' });
  });

  test.each([
    ['S. 12', 'named'],
    ['p. 12', 'named'],
    ['12 页', 'named'],
    ['3 / 480', 'named'],
    ['12', 'bare'],
    ['１２', 'bare'],
    ['xii', 'roman'],
  ])('%s has the form of one', (line, form) => {
    expect(readFolio(line)?.form).toBe(form);
    expect(isPageNumberLine(line)).toBe(true);
  });

  test.each(['2019', '0', '(12)', '[12]', '图 12', 'civil', 'Page', '12 monkeys', '第 3 章', '', ' ', '啊'])(
    '%j is none',
    (line) => {
      expect(isPageNumberLine(line)).toBe(false);
    },
  );
});
