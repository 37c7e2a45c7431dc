import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../lint-rules/apply-fixes.js';
import enumeration from '../../lint-rules/no-broken-enumeration.js';
import furniture from '../../lint-rules/no-page-furniture.js';
import runIn from '../../lint-rules/no-uneven-run-in-headings.js';
import headings from '../../lint-rules/no-unmarked-heading.js';
import { lintWith, reported } from './support/lint.js';

const prose = '装订车间在院子的最里面，冬天只有一个炉子取暖，老师傅们从早上七点一直做到天黑。';

/** Texts that look broken and are not. */
const lawful = [
  '4、人造闪电\n\n闪电对人类至关重要。\n',
  '1）条目\n\n2）条目\n\n3）条目\n',
  '## 甲\n\n一、纸张\n\n二、棉线\n\n## 乙\n\n一、胶水\n\n二、布面\n',
  `${prose}\n\n此致\n\n敬礼！\n`,
  '床前点着灯\n窗外下着雨\n床前点着灯\n窗外下着雨\n',
  '“第一段说的是纸。\n\n“第二段说的是线。”\n',
  '问：一天做多少本？\n\n答：一百本。\n\n问：忙的时候呢？\n\n答：一百五十本。\n',
  '各级都要作表率，统一是前提，唯一是标准。二〇〇四年，十一是假期。\n',
  '微信号 a~b、C++、R&D 和 DOI 10.1000/x,y 都不是编号。\n',
  '葛󠄀城的𠮷野家，👨‍👩‍👧 三人。\n',
  `![](figure.png)\n\n图 1 书脊\n\n${prose}\n\n![](figure.png)\n\n图 2 书口\n\n${prose}\n`,
  `${prose}\n\n证明。\n\n${prose}\n\n证明。\n\n${prose}\n\n证明。\n`,
  'The energy is\n\n$$E = mc^2$$\n\n(12)\n\nas was shown a long time ago by somebody else.\n',
  '1986\\. A great year.\n',
  `先说纸张：${prose}\n\n其次，棉线要先打蜡，免得日后松脱，书口也会整齐一些。\n`,
  `一方面，${prose}\n\n其次，棉线要先打蜡，免得日后松脱。\n\n再次，胶水要趁热刷匀，凉了就粘不牢。\n`,
  `第三条 本办法所称装订工坊是指以手工装订为业的单位或者个人\n\n${prose}\n`,
  `${prose}\n\n第三十条 装订工坊的负责人应当\n\n${prose.slice(3)}\n`,
  `${prose}\n\n机器换代意味着更轻松的工作，进而\n\n${prose.slice(3)}\n`,
  `一九五七年三月十二日\n\n${prose}\n\n${prose.slice(2)}\n`,
  `${prose}\n\n文件名：src/main.typ\n\n${prose}\n\n文件名：src/main.typ\n\n${prose}\n\n文件名：src/main.typ\n\n${prose}\n`,
  'Theorem 1. Every book has a spine, or it is no book at all.\n\nTheorem 3. No spine has a book, unless the glue holds.\n',
];

describe('texts that only look broken', () => {
  for (const [name, rule] of Object.entries({ enumeration, furniture, headings, runIn })) {
    test.each(lawful)(`${name} is silent on %j`, (text) => {
      expect(lintWith(rule, text).map((message) => reported(message, text))).toEqual([]);
    });
  }
});

test('a question by itself may be a title', () => {
  const text = `${prose}\n\n什么是蝴蝶装？\n\n${prose.slice(2)}${prose}\n`;
  expect(lintWith(headings, text).map((message) => reported(message, text))).toEqual(['什么是蝴蝶装？']);
  expect(lintWith(headings, text.replace('什么是蝴蝶装？', '为什么呢？'))).toEqual([]);
});

test('其次 and 再次 in succession continue something', () => {
  const text = `${prose}\n\n其次，棉线要先打蜡，免得日后松脱。\n\n再次，胶水要趁热刷匀，凉了就粘不牢。\n`;
  expect(lintWith(enumeration, text).map((message) => reported(message, text))).toEqual(['其次']);
});

describe('page furniture', () => {
  test('what a journal has at the head of a page, once', () => {
    const head = '第6期　　　　　古籍与装订　　　　　2017年';
    const text = `${prose}\n\n${head}\n\n${prose.slice(4)}\n`;
    expect(lintWith(furniture, text).map((message) => reported(message, text))).toEqual([head]);
    expect(lintWith(headings, text)).toEqual([]);
    // Under the title, and as the source below the text, it stands by right.
    expect(lintWith(furniture, `# 题目\n\n${head}\n\n${prose}\n\n《纸史》2014年第3期\n`)).toEqual([]);
  });

  test('a line that the volume knows as a running head is one in a manuscript that has it once', () => {
    const head = '古籍装订文萃';
    const text = `${prose}\n\n${head}\n\n${prose}\n`;
    const start = text.indexOf(head);
    const facts = {
      passages: [],
      variants: [],
      runningHeads: [{ start, end: start + head.length, text: head, count: 5 }],
    };
    expect(lintWith(furniture, text)).toEqual([]);
    expect(lintWith(furniture, text, undefined, { facts }).map((message) => reported(message, text))).toEqual([head]);
  });

  test('a page number and the running head beside it are taken out together', () => {
    const text = `前一页的话还没有说完，\n\n— 12 —\n\n古籍装订研讨会论文集\n\n这里接着说下去，一直说到这一段结束为止，才算完整。\n`;
    const messages = lintWith(furniture, text);
    expect(messages.map((message) => reported(message, text))).toEqual(['— 12 —', '古籍装订研讨会论文集']);
    const fixes = messages.flatMap(({ fix }) => (fix ? [fix] : []));
    expect(applyFixes(text, fixes).text).toBe(
      '前一页的话还没有说完，\n\n这里接着说下去，一直说到这一段结束为止，才算完整。\n',
    );
  });

  test('the last line of a file is taken out with the empty line before it', () => {
    const text = `${prose}\n\n— 12 —\n`;
    const fixes = lintWith(furniture, text).flatMap(({ fix }) => (fix ? [fix] : []));
    expect(applyFixes(text, fixes).text).toBe(`${prose}\n`);
  });
});
