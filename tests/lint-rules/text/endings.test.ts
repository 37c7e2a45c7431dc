import { describe, expect, test } from 'vitest';
import { endingOf, isHeadingLike, isTerminated } from '../../../lint-rules/text/endings.js';
import { opaque } from '../../../lint-rules/text/mask.js';

describe('how a paragraph ends', () => {
  test.each([
    ['事情办成了。', 'stop'],
    ['他说：“事情办成了。”', 'stop'],
    ['事情办成了（见下文）。', 'stop'],
    ['事情办成了。[12]', 'stop'],
    [`It works. ${opaque.repeat(12)}`, 'stop'],
    ['It works.¹', 'stop'],
    ['Er sagte: „Es geht.“', 'stop'],
    ['これでよい。」', 'stop'],
    ['यह ठीक है।', 'stop'],
    ['هل هذا صحيح؟', 'stop'],
    ['分为三类：', 'colon'],
    ['分为三类；', 'semicolon'],
    ['紧扣主题，', 'comma'],
    ['مرحبا،', 'comma'],
    ['他指出：“', 'opening'],
    ['强化理论武', 'letter'],
    ['サーバー', 'letter'],
    ['the tool pro-', 'hyphen'],
    ['他走了——', 'dash'],
    ['印发《办法》', 'closing'],
    [`run ${opaque.repeat(5)}`, 'opaque'],
    ['増加率は 12%', 'letter'],
    ['', 'other'],
  ])('%j: %s', (text, ending) => expect(endingOf(text)).toBe(ending));

  test('a stop or a colon finishes a paragraph, a letter or a comma does not', () => {
    expect(['好。', '如下：', 'Yes!”'].map(isTerminated)).toEqual([true, true, true]);
    expect(['好', '好，', '《好》', 'und'].map(isTerminated)).toEqual([false, false, false, false]);
  });
});

describe('the shape of a title', () => {
  test.each([
    '提高机关党建质量的思考',
    '深入学习 全面落实 扎实推进',
    '为什么要开展调查研究？',
    'Getting started with the press',
    'Die Werkstatt und ihre Geschichte',
    '印刷術の歴史',
  ])('%j has it', (text) => expect(isHeadingLike(text)).toBe(true));
  test.each([
    '会议开始了。',
    '会议开始了，代表入场，主席讲话，',
    '分为三类：',
    'The press was old. It stood in the yard.',
    'which was old and stood in the yard',
    '字'.repeat(60),
    '',
  ])('%j has not', (text) => expect(isHeadingLike(text)).toBe(false));
});
