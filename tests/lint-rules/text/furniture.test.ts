import { describe, expect, test } from 'vitest';
import { isImprint, isPageNumberLine, readFolio } from '../../../lint-rules/text/furniture.js';

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

describe('the imprint of a journal or a newspaper', () => {
  test.each([
    '装订通讯　2016年3月8日　第5版',
    '2016年3月8日　星期二　第5版',
    '第6期　　　　　古籍与装订　　　　　2017年',
    '88　　　　　书籍研究　　　　　2015年第2期',
    '《纸史》2014年第3期',
    '2014年第1期（总第40期）',
    '第12卷 第2期　　　　纸与墨　　　　Vol. 12, No. 2',
    '2013年5月　　　　书史研究　　　　May 2013',
    '装帧论坛 2016.04（中）31',
  ])('%s', (line) => {
    expect(isImprint(line)).toBe(true);
  });

  test.each([
    '2019年',
    '2019年9月10日',
    '第3期',
    '第1版前言',
    '2016年工作回顾',
    '2016年（第 20 期）：纸张越来越贵',
    '1.2 第3期 总结',
    '2015年与2016年  比较',
    '第十二期',
    '第3卷 纸',
  ])('%s is none', (line) => {
    expect(isImprint(line)).toBe(false);
  });
});
