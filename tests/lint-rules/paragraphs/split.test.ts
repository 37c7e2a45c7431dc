import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../lint-rules/apply-fixes.js';
import rule from '../../../lint-rules/no-split-paragraph.js';
import type { Fix, RuleMessage } from '../../../lint-rules/rule.js';
import { lintWith, reported } from '../support/lint.js';

const find = (text: string) => lintWith(rule, text);
const kinds = (text: string) => find(text).map(({ kind }) => kind);
const safely = (text: string) => applyFixes(text, fixes(find(text), 'safe')).text;
const fixes = (messages: RuleMessage[], safety: Fix['safety']) =>
  messages.flatMap(({ fix }) => (fix?.safety === safety ? [fix] : []));

const left = '会议认为，各单位要高度重视这项工作，不断强化理论武';
const right = '装，引导大家把学习成果用到实际工作中去。';

describe('what may stand between the two pieces', () => {
  test.each([
    '— 12 —',
    '- 12 -',
    '12',
    '第 3 页',
    '第3页 共10页',
    'Page 3 of 10',
    'xii',
    '<!-- page 12 -->',
    '\\newpage',
    '***',
  ])('%s', (line) => {
    const [message] = find(`${left}\n\n${line}\n\n${right}\n`);
    expect(message?.kind).toBe('word');
    expect(message?.expected).toEqual(['武装']);
    expect(message?.fix?.safety).not.toBe('safe');
  });

  test('a running head that is the manuscript’s title', () => {
    const text = `---\ntitle: 机关工作年报\n---\n\n${left}\n\n机关工作年报 12\n\n${right}\n`;
    expect(kinds(text)).toEqual(['word']);
  });

  test('what a journal has at the head of its pages', () => {
    expect(kinds(`${left}\n\n第6期　　　　　书籍研究　　　　　2017年\n\n${right}\n`)).toEqual(['word']);
    expect(kinds(`${left.slice(0, -10)}，\n\n装订通讯　2016年3月8日　第5版\n\n${right}\n`)).toEqual(['sentence']);
  });

  test('nothing, when a number or a remark in brackets is broken', () => {
    expect(kinds('厂里的机器一共换过三次，最后一次花了全年收入的 30\n\n%，大家都舍不得。\n')).toEqual(['sentence']);
    expect(kinds('关于这件事的记载见于县志【1\n\n2】，后来的书都照抄，没有一本核对过。\n')).toEqual(['sentence']);
  });

  test('nothing, when an article of a statute is broken', () => {
    expect(kinds('第二十四条 装订工坊确需变更登记内容规定的\n\n经营场所的，应当到原登记机关办理。\n')).toEqual([
      'sentence',
    ]);
  });

  test('nothing, when a particle or a duty opens the second half', () => {
    expect(kinds('第二十七条 适用简单工序装订\n\n的书册，除装订处认为太厚的以外，都用棉线穿订。\n')).toEqual([
      'sentence',
    ]);
    expect(kinds('装订处：持续扩大工坊的名声和\n\n作坊的规模，学徒一年多过一年，老师傅也有了帮手。\n')).toEqual([
      'sentence',
    ]);
    expect(kinds('机器在头一天就停\n\n了，老师傅们只好用手装订。\n')).toEqual(['sentence']);
    expect(kinds('一　没有调查，没有发言权\n\n你没有去过装订车间，就不要谈装订。\n')).toEqual([]);
  });

  test('a picture, when a word is broken around it', () => {
    expect(kinds(`${left}\n\n![图](a.png)\n\n${right}\n`)).toEqual(['word']);
  });

  test('the end of a list or a quotation', () => {
    expect(kinds(`- 第一项工作已经完成。\n- ${left}\n\n${right}\n`)).toEqual(['word']);
    expect(kinds(`> ${left}\n\n${right}\n`)).toEqual(['word']);
  });

  test('the mark of the next item, when a word is cut', () => {
    expect(kinds('- 各车间要整理\n- 推动各机关工作委\n- 员会把档案送到装订处\n')).toEqual(['word']);
    expect(kinds('1. 装订处要健全规章制\n2. 度，定期检查。\n')).toEqual(['word']);
    expect(safely('- 推动各机关工作委\n- 员会把档案送到装订处\n')).toContain('委\n- 员');
    for (const lawful of [
      '- 整理数据\n- 分析结果\n- 写出报告\n',
      '1. 纸不够时回到步骤一\n2. 把书脊压平\n',
      '- 晾纸的\n- 裁纸的\n\n以下各项另行安排，由装订处通知。\n',
    ])
      expect(kinds(lawful)).toEqual([]);
  });

  test('not a table, a program or a formula behind a sentence', () => {
    expect(kinds('We run the\n\n```\npress\n```\n\nwith the lever down, as always.\n')).toEqual([]);
    expect(kinds('It is given by\n\n$$a = b$$\n\nwhere $a$ is the area of the sheet.\n')).toEqual([]);
    expect(kinds('工作量为\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n其中甲为实际数。\n')).toEqual([]);
  });
});

describe('the certain correction', () => {
  test('joins the two pieces and nothing else', () => {
    expect(safely(`${left}\n\n${right}\n`)).toBe(`${left}${right}\n`);
    expect(safely(`> ${left}\n>\n> ${right}\n`)).toBe(`> ${left}${right}\n`);
    expect(safely(`- ${left}\n\n  ${right}\n`)).toBe(`- ${left}${right}\n`);
  });

  test('puts a space between words that the manuscript uses, and none within one', () => {
    const words = 'The wheel turns and the wheel stops. A press provides force. ';
    expect(safely(`${words}We saw that the\n\nwheel was old.\n`)).toBe(`${words}We saw that the wheel was old.\n`);
    expect(safely(`${words}This one also pro\n\nvides it.\n`)).toBe(`${words}This one also provides it.\n`);
  });

  test('keeps the hyphen of a word that has one elsewhere', () => {
    const words = 'A well-known press. ';
    expect(safely(`${words}It is well-\n\nknown here.\n`)).toBe(`${words}It is well-known here.\n`);
  });

  test('is none where markup ends or begins at the break', () => {
    const [message] = find(`**${left}**\n\n${right}\n`).concat(find(`${left}\n\n**${right}**\n`));
    expect(message?.fix).toBeUndefined();
  });

  test('is none for what deletes or invents a character', () => {
    const doubled = '大家一致表示，要锻造坚强有力的机关基层党组织\n\n织，坚决落实各项任务。\n';
    const lost = '省直属机关工作委员会、市直属机关工作委\n\n会，都派人参加了会议。\n';
    expect([...kinds(doubled), ...kinds(lost)]).toEqual(['doubled', 'lost']);
    expect([safely(doubled), safely(lost)]).toEqual([doubled, lost]);
  });
});

describe('what is no break', () => {
  test.each([
    ['names and addresses', '某某大学\n\n某某学院\n\n某某市某某路\n'],
    ['a by-line', '机关党建的几点思考\n\n某某研究所\n\n机关党建是一项长期工作，需要不断努力。\n'],
    ['a numbered list in paragraphs', '（一）学习要深入；\n\n（二）检查要跟上；\n\n（三）整改要到位。\n'],
    ['paragraphs that end in semicolons', '学习要深入；\n\n检查要跟上；\n\n整改要到位。\n'],
    ['a quotation with its source', '> 「紙是一種技術。」——某出版社，2020 年\n>\n> 技術隨著需要而改變，紙也不例外。\n'],
    ['a definition', '活字\n\n:   可以反复使用的字模。\n'],
    ['a caption', '本节介绍三种机器。\n\n表 2 三种机器的比较\n\n三种机器各有长处，用户可以按需要选择。\n'],
    ['keywords', '关键词：印刷；活字；纸张\n\n印刷术的出现改变了书籍的面貌。\n'],
    ['an attribution', '书是人类进步的阶梯。\n\n——某作家\n\n我们都爱读书。\n'],
    ['a title in English', 'Printing with movable type\n\nTypes are cast in metal and set by hand.\n'],
    ['a title in German', 'Die Kunst des Setzens\n\nLettern werden aus Metall gegossen.\n'],
    ['a legal doubling', '他把书一本\n\n一本地放回书架，然后离开了房间。\n', ['word', 'sentence']],
    ['a directive', ':::{note}\nSet the type with care\n:::\n\nthen lock the forme.\n'],
    [
      'appointments in paragraphs',
      '现决定：某甲同志任装订车间主任、总支部书记，不再担任副主任、委员职务；\n\n某乙同志任印刷车间主任，某丙同志不再担任主任职务。\n',
    ],
    [
      'a title that its text tells again whole',
      '城南古籍协会举行修复问题公开会\n\n城南古籍协会29日举行修复问题公开会。多人发言。\n',
    ],
    ['a chronicle', '2016年3月8日 某市第三届代表大会第五次会议通过\n\n2017年4月9日 某省第二届代表大会第六次会议批准\n'],
    ['a date and what happened then', '2016年3月8日 某市代表大会第五次会议通过\n\n本条例适用于本市的书店和印刷厂。\n'],
    [
      'a definition without a stop',
      '活字\n: 可以反复使用的字模，用完拆开\n\n雕版\n: 整页刻成的木板\n\n这两种方法并存了很久。\n',
    ],
    ['keywords without a colon', '关键词\t印刷\t活字\t纸张\n\n印刷术的出现改变了书籍的面貌。\n'],
    [
      'a title that its text tells again',
      '城南旧书市场改建工程今年全面开工\n\n城南旧书市场的改建工程本月开工，计划用一年时间完成。\n',
    ],
    ['a title above a report', '全市修复古籍已超过两千册\n\n记者从图书馆了解到，修复工作明年结束。\n'],
    ['a short title', '几点思考\n\n采访中大家说到，如今的年轻人更愿意学修书。\n'],
    ['text in Thai, which has no stops', 'ภาษาไทยไม่มีจุดจบประโยค\n\nภาษาไทยเขียนติดกัน\n'],
  ] as [string, string, string[]?][])('%s', (_, text, allowed) => {
    for (const kind of kinds(text)) expect(allowed ?? []).toContain(kind);
  });
});

test('points at the two pieces and what is between them', () => {
  const text = `${left}\n\n${right}\n`;
  expect(find(text).map((message) => reported(message, text))).toEqual(['武\n\n装']);
});
