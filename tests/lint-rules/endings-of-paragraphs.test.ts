import { describe, expect, test } from 'vitest';
import splitParagraph from '../../lint-rules/no-split-paragraph.js';
import truncatedEnding from '../../lint-rules/no-truncated-ending.js';
import unmarkedHeading from '../../lint-rules/no-unmarked-heading.js';
import unterminated from '../../lint-rules/no-unterminated-paragraph.js';
import { lintWith, reported } from './support/lint.js';

const found = (rule: unknown, text: string) => lintWith(rule, text).map((message) => reported(message, text));

const kettle =
  'The kettle stood by the window all winter, and nobody was allowed to touch it before the spring. In the evening it was covered with a cloth, and the children were sent to bed.';
const sheets =
  'In spring the sheets were hung in the loft, where the wind went through them for a week. Then they were pressed under a board, sewn in the old manner, and sent down to the harbour.';

describe('a paragraph without a stop', () => {
  test('is found in a short manuscript although it is two of six', () => {
    const cut = kettle.replace(' to bed.', ' up');
    const paragraphs = [kettle, sheets.slice(0, -1), `${kettle} Then.`, cut, `${sheets} Again.`, kettle];
    expect(found(unterminated, `${paragraphs.join('\n\n')}\n`)).toEqual(['to the harbour', 'were sent up']);
  });

  test('is the habit of a manuscript that has many', () => {
    const paragraphs = [kettle, sheets, kettle, sheets, kettle, sheets, kettle, sheets].map((text, index) =>
      index % 2 === 0 ? text : text.slice(0, -1),
    );
    expect(found(unterminated, `${paragraphs.join('\n\n')}\n`)).toEqual([]);
  });

  test('may end in a year, and lawfully in the number of a note', () => {
    expect(
      found(
        unterminated,
        `The loft was built early, and with care. It has been kept in order as it was since 1912\n\n${kettle}\n`,
      ),
    ).toEqual(['was since 1912']);
    expect(
      found(
        unterminated,
        `The loft was built early, and with care. It has been kept in order as it was by the guild12\n\n${kettle}\n`,
      ),
    ).toEqual([]);
  });

  test('ends behind a closing mark in Chinese, and lawfully so in Japanese', () => {
    const chinese = '运河开凿于百年以前。沿河的人把每年春天清理闸门的那几天叫作“开河”';
    expect(
      found(unterminated, `---\nlang: zh-CN\n---\n\n${chinese}\n\n此外，沿河还有三座石桥，都保存得很好。\n`),
    ).toHaveLength(1);
    const japanese = '運河は百年前に掘られた。川沿いの人は、毎年春に水門を掃除する数日を「川開き」';
    expect(
      found(unterminated, `---\nlang: ja\n---\n\n${japanese}\n\n後に石橋が三つ架けられ、今も残っている。\n`),
    ).toEqual([]);
  });

  test('ends behind a bracket in English, unless a stop stands before that', () => {
    const loft = 'The loft was built early, and with care. It was for the sheets and for the kettle';
    expect(found(unterminated, `${loft} (or for both)\n\n${kettle}\n`)).toHaveLength(1);
    expect(found(unterminated, `${loft}. (Or so they say)\n\n${kettle}\n`)).toEqual([]);
  });

  test('may name who said it', () => {
    const motto = '> “甕を割るのは易しい。”——ある職人，1912 年';
    expect(
      found(splitParagraph, `---\nlang: zh-TW\n---\n\n${motto}\n\n閘門與甕的歷史，要從三百年前的那個冬天講起。\n`),
    ).toEqual([]);
  });
});

describe('a semicolon', () => {
  test('goes on with a small letter in the next paragraph, and ends a point before a number', () => {
    expect(found(splitParagraph, `${kettle} It was heavy;\n\n${sheets.replace('In', 'in')}\n`)).toHaveLength(1);
    expect(found(splitParagraph, `${kettle} It was heavy;\n\n2. ${sheets}\n`)).toEqual([]);
  });

  test('is a question mark in Greek', () => {
    expect(
      found(unterminated, `---\nlang: el\n---\n\nΤο εργαστήριο είναι παλιό. Ποιος το θυμάται;\n\nΚανείς δεν ξέρει.\n`),
    ).toEqual([]);
  });
});

test('a Japanese remark needs no stop', () => {
  const text = '（注）甕は冬のあいだ窓のそばに置かれていて、だれも触ってはならないとされた';
  expect(found(splitParagraph, `---\nlang: ja\n---\n\n${text}\n\n春になると紙は屋根裏に吊るされた。\n`)).toEqual([]);
});

test('a formula in letters and signs needs no stop, nor does what leads to it', () => {
  const chinese = '两个量的关系很早就有人知道。按照今天的写法，这个关系可以写成';
  expect(
    found(unterminated, `---\nlang: zh-CN\n---\n\n${chinese}\n\n∀a(a ∈ b ↔ F(a))\n\n此外还有别的写法。\n`),
  ).toEqual([]);
  expect(
    found(splitParagraph, `---\nlang: zh-CN\n---\n\nsin i = n sin r\n\n入射角的正弦与折射角的正弦成比例。\n`),
  ).toEqual([]);
});

test('a line of a programme needs no stop', () => {
  expect(
    found(splitParagraph, 'The workshop is open.\n\n10:00 am – 12:30 pm EST\n\nOld Hall, Harbour Street 4\n'),
  ).toEqual([]);
});

describe('sections that end without a stop', () => {
  const note = (topic: string) =>
    `## ${topic}\n\nKeep the ${topic.toLowerCase()} in order and look after it every week, so that others can use it\n`;
  test('are notes where most do', () => {
    expect(found(truncatedEnding, ['Kettle', 'Glue', 'Thread', 'Loft', 'Harbour'].map(note).join('\n'))).toEqual([]);
  });

  test('are cut off where few do', () => {
    const whole = ['Glue', 'Thread', 'Loft', 'Harbour'].map((topic) => note(topic).replace(/\n$/, '.\n'));
    expect(found(truncatedEnding, [note('Kettle'), ...whole].join('\n'))).toHaveLength(1);
  });
});

describe('the last point of a list', () => {
  const point = '紙を屋根裏に吊るして、一週間のあいだ風に当てることにした';
  test('needs no stop where the others have none', () => {
    expect(
      found(truncatedEnding, `---\nlang: ja\n---\n\n# 紙\n\n- ${point}と聞いた\n- ${point}\n\n# 糊\n\n糊を煮る。\n`),
    ).toEqual([]);
  });
});

test.each([
  ['ja', '9.2.甕を運ぶ人々の話', '甕は冬のあいだ窓のそばに置かれていて、だれも触ってはならないことになっていた。'],
  ['es', '2.¿Por qué se guarda la cola?', sheets],
])('a number without a space heads a paragraph, %s', (lang, title, body) => {
  expect(found(unmarkedHeading, `---\nlang: ${lang}\n---\n\n# A\n\n${body}\n\n${title}\n\n${body}\n`)).toEqual([title]);
});

describe('one word by itself', () => {
  test('heads a paragraph', () => {
    expect(found(unmarkedHeading, `# Glue\n\n${kettle}\n\nPressing\n\n${sheets}\n`)).toEqual(['Pressing']);
  });

  test('is a speaker or a label when it comes again', () => {
    expect(found(unmarkedHeading, `# Glue\n\n${kettle}\n\nAnna\n\n${sheets}\n\nAnna\n\n${kettle}\n`)).toEqual([]);
  });
});
