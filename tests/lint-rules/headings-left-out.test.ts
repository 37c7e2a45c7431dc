import { describe, expect, test } from 'vitest';
import enumeration from '../../lint-rules/no-broken-enumeration.js';
import headings from '../../lint-rules/no-unmarked-heading.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string) => lintWith(headings, text).map((message) => reported(message, text));
const body = '装订车间在院子的最里面，冬天只有一个炉子取暖，老师傅们从早上七点一直做到天黑。\n\n';
const item = '- 纸\n- 线\n\n';

describe('a line with the number that the headings around it leave out is a heading', () => {
  test.each([
    [`1. 生平\n\n${body}# 2. 手艺\n\n${body}# 3. 徒弟\n\n${body}`, '1. 生平'],
    [`# 书\n\n## 第一节 纸\n\n${body}第二节 线、胶和布\n\n${item}## 第三节 工具\n\n${body}`, '第二节 线、胶和布'],
    [`## 第一種：手工\n\n${body}第二種：機器\n\n${body}## 第三種：兩者都用\n\n${body}`, '第二種：機器'],
    [`## 4.5 工具\n\n4.5.1 刀\n\n${item}### 4.5.2 锯\n\n${body}`, '4.5.1 刀'],
    [`## （一）纸\n\n${body}（二）线从哪里来？\n\n${item}## （三）胶\n\n${body}`, '（二）线从哪里来？'],
  ])('%j', (text, heading) => {
    expect(found(text)).toEqual([heading]);
    expect(lintWith(enumeration, text)).toEqual([]);
  });

  test('which Markdown takes for the end of a list', () => {
    const list = `1. 看天\n2. 看风\n3. 看云\n\n2. 裁纸\n\n`;
    expect(found(`# 1. 晾纸\n\n${list}${body}# 3. 压平\n\n${body}`)).toEqual(['2. 裁纸']);
  });

  test('two of them one after the other, at the depth of the others', () => {
    const text = `## 一、纸\n\n${body}二、线\n\n${item}三、胶\n\n${item}## 四、布\n\n${body}`;
    expect(lintWith(headings, text).map((message) => message.expected)).toEqual([['## 二、线'], ['## 三、胶']]);
  });

  test.each([
    `# 1. 晾纸\n\n1. 看天\n2. 看风\n\n${body}# 2. 裁纸\n\n${body}`,
    `# 1. 晾纸\n\n${body}2. 看风，再看天。\n\n${body}# 3. 裁纸\n\n${body}`,
    `# 一、纸\n\n一、看天\n\n二、看风\n\n${item}# 二、线\n\n${body}`,
  ])('unless points of its own are counted there: %j', (text) => expect(found(text)).toEqual([]));
});

describe('a line that is written as the marked headings are', () => {
  test.each([
    [`## Q：纸从哪里来？\n\n${body}## Q：线从哪里来？\n\n${body}Q：胶是谁熬的？\n\n${body}`, 'Q：胶是谁熬的？'],
    [`## 纸张\n\n${body}## 棉线\n\n${body}胶水\n\n${body}`, '胶水'],
    [`# 4. 纸\n\n${body}![](a.png)\n\n4.1 生活与作品\n\n${body}`, '4.1 生活与作品'],
    [`## 结论与建议\n\n${body}建议\n\n${body}`, '建议'],
    [`${body}1. 晾纸的由来\n\n${body}${body}`, '1. 晾纸的由来'],
  ])('%j', (text, heading) => expect(found(text)).toEqual([heading]));

  test.each([
    `## Q：纸从哪里来？\n\n${body}A：从乡下来？\n\n${body}`,
    `## 纸张与线\n\n${body}胶水\n\n${body}`,
    `${body}1. 先把纸晾干\n\n${body}2. 再把纸裁开\n\n${body}`,
  ])('and not without their like: %j', (text) => expect(found(text)).toEqual([]));
});
