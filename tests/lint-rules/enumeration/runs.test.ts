import { describe, expect, test } from 'vitest';
import rule from '../../../lint-rules/no-broken-enumeration.js';
import { lintWith, reported } from '../support/lint.js';

const found = (text: string) => lintWith(rule, text).map((message) => reported(message, text));
const points = ['纸张要先晾干，再按纤维的方向裁开。', '棉线要先打蜡。', '胶水要趁热刷匀，凉了就粘不牢。'];
const between = '装订车间在院子的最里面，冬天只有一个炉子取暖。\n\n';

describe('points that are announced begin with 1', () => {
  test.each([
    ['准备工作包括以下几个方面：（3）裁纸的人先磨刀。\n', ['（3）']],
    ['準備工作包括以下幾個方面：④裁紙的人先磨刀。\n', ['④']],
    ['这样做有两点理由。\n\n其次，棉线要先打蜡。\n', ['其次']],
    ['要求如下：其二，棉线要先打蜡；其三，胶水要趁热刷匀。\n', ['其二']],
    ['工序分为：2）裁纸；1）晾纸；3）压平。\n', ['2）']],
    ['有三个步骤：\n\n3. 压平\n', ['3.']],
    ['统一、规范是前提。\n\n关键技术：\n\n二、晾纸要看天。\n\n三、裁纸要磨刀。\n', ['二、']],
  ])('%j', (text, markers) => expect(found(text)).toEqual(markers));

  test('whatever was numbered in the same way before', () => {
    const before = `（一）${points[0]}\n\n（二）${points[1]}\n\n${between.repeat(8)}`;
    expect(found(`${before}工坊提出下列要求：（三）磨刀要勤。\n`)).toEqual(['（三）']);
    expect(found(`1. 晾纸\n2. 裁纸\n\n${between.repeat(70)}工坊提出下列要求：\n\n3. 磨刀\n`)).toEqual(['3.']);
  });

  test.each([
    '晾纸和裁纸都说过了，其余几点如下：（3）磨刀要勤。\n',
    '他引用规程第五条的下列规定：（3）磨刀要勤。\n',
    '第二点，棉线要先打蜡。\n\n说到第二点。第三点，胶水要趁热刷匀。\n',
    `（一）${points[0]}\n\n（二）晾纸有以下几个方面要留意。\n\n（三）${points[2]}\n`,
    '1. 晾纸\n\n晾纸有以下两种办法：\n\n2. 裁纸\n',
    '裁纸的人要先磨刀，工序如下：……（3）压平。\n',
  ])('unless they go on from others: %j', (text) => expect(found(text)).toEqual([]));
});

test('what begins with 1 and stands together counts by itself', () => {
  const earlier = `一是${points[0]}\n\n二是${points[1]}\n\n${between}一是${points[2]}\n\n${between}`;
  const row = ['一是晾纸', '二是裁纸', '三是压平', '三是穿线'].join('。\n\n');
  expect(found(`${earlier}${row}。\n`)).toEqual(['三是']);
});

test('a range has all the points in it', () => {
  expect(found('（1）说的是纸；（2）-（4）说的是线、胶和布；（5）说的是刀。\n')).toEqual([]);
  expect(found('（1）说的是纸；（2）说的是线；（3）、（4）都不说；（5）说的是刀；（9）说的是皮。\n')).toEqual([
    '（9）',
  ]);
});

test('a year behind a point is no fraction', () => {
  const paragraphs = ['1.装订处成立。', '2.第二年搬了家。', '4.2016年又搬了一次。'];
  expect(found(`${paragraphs.join('\n\n')}\n`)).toEqual(['4.']);
});
