import { describe, expect, test } from 'vitest';
import { type OwnRuleId, type RuleModule, ruleModules, severities } from '../../lint-rules/index.js';
import { lintWith, reported } from './support/lint.js';

const first =
  '마을 도서관은 강가의 낡은 창고에서 시작되었다. 처음에는 책이 서른 권뿐이었지만, 해마다 조금씩 늘어 지금은 만 권이 넘는다. 사람들은 아주 천천히, 그러나 꾸준히 책을 모았다.';
const second =
  '겨울이 되면 창고 안은 몹시 추웠다. 난로를 피우려면 장작이 필요했고, 장작은 마을 사람들이 돌아가며 가져왔다. “불이 꺼지면 안 됩니다.” 관장은 늘 그렇게 말했다.';
const paper = `---
title: 마을 도서관의 기록
authors:
  - name: 지역기록연구원
lang: ko
---

# 마을 도서관의 기록

${first}

## 처음의 어려움

${second}

- 책의 분류
- 목록의 작성
- 기증받은 책의 정리

첫째, 책을 크기에 따라 나누었다. 둘째, 저자의 이름에 따라 다시 나누었다. 셋째, 목록을 만들어 벽에 붙였다.

## 오늘의 모습

오늘날 도서관에는 하루 평균 120명이 찾아온다(2019년 기준). 그 가운데 절반은 어린이이며, 나머지는 어른이다. 자세한 내용은 https://example.org/data에서 볼 수 있다.

| 해 | 책 |
| --- | --- |
| 1990 | 30 |

> 책은 사람을 만들고, 사람은 책을 만든다.

분석에는 다음 식을 사용하였다.

$$y = ax + b$$

여기서 $a$는 기울기이고 $b$는 절편이다.

가. 대출 기간은 두 주이다.

나. 늦으면 벌금을 낸다.

저희 도서관을 찾아 주셔서 감사합니다.
`;

/** What the rules of the gate find, as rule and place. */
function findings(text: string): [string, string][] {
  return (Object.entries(ruleModules) as [OwnRuleId, RuleModule][])
    .filter(([id]) => severities[id] !== 'advice')
    .flatMap(([id, { default: rule }]) =>
      lintWith(rule, text).map((message): [string, string] => [id, reported(message, text)]),
    );
}

describe('Korean', () => {
  test('is left alone where nothing is wrong', () => {
    expect(findings(paper)).toEqual([]);
  });

  test.each([
    ['no-split-paragraph', '조금씩\n\n늘어', '조금씩 늘어', '조금씩\n\n늘어'],
    ['no-split-paragraph', '관장은\n\n늘', '관장은 늘', '관장은\n\n늘'],
    ['no-split-paragraph', '사람\n\n들이', '사람들이', '사람\n\n들이'],
    ['no-split-paragraph', '시작되었\n\n다.', '시작되었다.', '시작되었\n\n다'],
    ['no-split-paragraph', '피우려면\n\n장작이', '피우려면 장작이', '피우려면\n\n장작이'],
    ['no-split-paragraph', '해마다\n\n— 12 —\n\n조금씩', '해마다 조금씩', '해마다\n\n— 12 —\n\n조금씩'],
    ['no-page-furniture', '— 12 —\n\n## 오늘의', '## 오늘의', '— 12 —'],
    ['no-unterminated-paragraph', '모았다\n\n겨울이', '모았다.\n\n## 처음의 어려움\n\n겨울이', '모았다'],
    ['no-truncated-ending', '책을 모았다\n', '책을 모았다.\n', '모았다'],
    ['no-truncated-ending', '벽에 붙였고,\n\n## 오늘의', '벽에 붙였다.\n\n## 오늘의', '붙였고,'],
    ['no-unbalanced-pairs', '‘분류’는 책의’', '책의', '’'],
    ['no-unbalanced-pairs', '(2019년 기준', '(2019년 기준)', '('],
    ['no-repeated-words', '하루 평균 평균', '하루 평균', '평균 평균'],
    ['no-repeated-words', '마을 도도서관은', '마을 도서관은', '도도'],
    ['no-broken-enumeration', '넷째, 목록을', '셋째, 목록을', '넷째'],
    ['no-unmarked-heading', '처음의 어려움\n', '## 처음의 어려움\n', '처음의 어려움'],
    ['no-invisible-characters', '사람\u200b들이', '사람들이', '\u200b'],
    ['no-unmarked-heading', '장작을 둘러싼 논의\n\n오늘날', '오늘날', '장작을 둘러싼 논의'],
    ['no-mojibake', '历磊狼 捞抚俊', '저자의 이름에', '历磊狼 捞抚俊'],
    ['no-mojibake', '¸ñ·ÏÀ» 만들어', '목록을 만들어', '¸ñ·ÏÀ»'],
  ] as const)('%s finds %s', (rule, damaged, right, found) => {
    const text = paper.replace(right, damaged);
    expect(text).not.toBe(paper);
    const own = findings(text).filter(([id]) => id === rule);
    expect(own).toHaveLength(1);
    expect(own[0]![1]).toContain(found);
  });

  test.each([
    '장작을 못 구하는 까닭\n\n이 까닭은 산이 멀다는 데에 있다. 산은 멀고 길은 험했다.',
    '도서관에 대하여\n\n이 도서관은 강가의 낡은 창고에서 시작되었다. 그 뒤로 해마다 늘었다.',
    '종이의 차이\n\n하지만 종이는 두 가지가 있다. 하나는 희고 하나는 누렇다.',
    '종이의 제작 방법\n\n이 방법은 오래되었다. 제작 방법이 남아 있어서 누구나 따라 할 수 있다.',
    '목록의 검토\n\n어렵지 않게 책을 찾으려면 목록이 필요하다. 목록은 벽에 붙인다.',
    'catalog.find\n\n여러 가지 방법으로 책을 찾을 수 있다. 그 가운데 하나를 고른다.',
    '2.1 목록의 작성 방법\n\n가장 먼저 책을 크기에 따라 나눈다. 다음으로 이름에 따라 나눈다.',
  ])('no-split-paragraph takes no title for a piece of a sentence: %s', (text) => {
    expect(findings(text).filter(([id]) => id === 'no-split-paragraph')).toEqual([]);
  });

  test('no-duplicate-passage finds a paragraph that stands twice', () => {
    const text = paper.replace('| 해 |', `${first}\n\n| 해 |`);
    expect(findings(text).map(([id]) => id)).toContain('no-duplicate-passage');
  });
});
