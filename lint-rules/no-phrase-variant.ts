import type { Documentation } from './documentation.js';
import { isAllowed } from './passages/allowed.js';
import { causeOf } from './passages/arguments.js';
import { defineRule } from './rule.js';

export const documentation: Documentation = {
  summary: {
    en: 'Two nearly identical phrases in one volume that differ by a word',
    zh: '同一本书里几乎相同、只差一两个字的提法',
  },
  details: {
    en: `When the same phrase of some length occurs twice and differs in one short word, often one of the two has lost a word or has a wrong one: “the speech given at the meeting” and “the speech given the meeting”. The rarer of the two forms is shown, together with the other. Both can be right; this is a hint for the editor and never fails a check.

Phrases that differ in numbers only, in opposites such as “above” and “below” in Chinese, in words of three characters that have none in common, or in a word that one of them has twice are left alone.`,
    zh: `同一个较长的提法出现两次，只差一两个字，往往是其中一处漏了字或写错了字：“在会议上的重要讲话”和“关于会议上的重要讲话”。这里指出较少见的那一种写法，并列出另一种。两种都对也是可能的，所以只供编辑参考，不影响检查结果。

只有数字不同的不算，“以上”与“以下”这样意思相反的不算，三个字全不相同的词也不算，一处只是把一个词多写了一遍的也不算。`,
  },
  options: {
    allow: {
      en: 'Phrases that may be worded differently: what holds one of them is left alone.',
      zh: '允许另有写法的提法：含有其中之一的不报告。',
    },
  },
  examples: [
    {
      text: '各县认真学习了巡抚在沿江水利会议上的训示，随即着手疏浚河道。\n\n入冬以后，各县认真学习了巡抚关于沿江水利会议上的训示，并写成条陈。\n',
      finds: ['抚关于沿'],
    },
    {
      text: '闸口要始终坚持疏浚与筑堤并重的做法和章程，来年照此办理。\n\n乡里也要始终坚持疏浚与筑堤并重做法和章程，不得偏废。\n',
      finds: ['重做'],
    },
    {
      text: 'The council asked for an account of the repairs made at the upper lock in the spring.\n\nIt paid on receiving an account of the repairs made to the upper lock in the spring.\n',
      finds: ['made to the'],
    },
    { text: '各县疏浚河道三十里，耗时两个月完成。\n\n各县疏浚河道四十里，耗时两个月完成。\n', finds: [] },
    {
      text: '本年的沿江水利会议由工程局主办，与会的有三百人。\n\n本年的沿江水利会议由商务会主办，与会的有三百人。\n',
      finds: [],
    },
    { text: '闸口以上的河段由各县分别看守和疏浚。\n\n闸口以下的河段由各县分别看守和疏浚。\n', finds: [] },
    { text: '疏浚河道，修筑堤坝。\n\n清理河道，修筑堤坝。\n', finds: [] },
    {
      text: '各县认真学习了巡抚在沿江水利会议上的训示，随即着手疏浚河道。\n\n入冬以后，各县认真学习了巡抚在沿江水利会议上的训示，并写成条陈。\n',
      finds: [],
    },
    {
      text: 'The lock was repaired in the spring of 1911 by the men of the upper village.\n\nThe lock was repaired in the spring of 1921 by the men of the upper village.\n',
      finds: [],
    },
    {
      text: '各县认真学习了巡抚在沿江水利会议上的训示，随即着手疏浚河道。\n\n入冬以后，各县认真学习了巡抚关于沿江水利会议上的训示，并写成条陈。\n',
      options: { allow: ['沿江水利会议上的训示'] },
      finds: [],
    },
    {
      text: '各县认真学习了巡抚关于沿江水利会议上的训示，随即着手疏浚河道。\n\n入冬以后，各县认真学习了巡抚关于关于沿江水利会议上的训示，并写成条陈。\n',
      finds: [],
    },
    {
      text: 'The council asked for an account of the repairs made at the upper lock in the spring.\n\nIt paid on receiving an account of the repairs made at the the upper lock in the spring.\n',
      finds: [],
    },
    { text: 'Das Haus am Fluss ist alt.\n\nDas Haus beim Fluss ist neu.\n', finds: [] },
  ],
};

/** How far from the difference a phrase that may differ is looked for, in units. */
const around = 60;

/** Phrases that stand elsewhere with another word in them. */
export default defineRule('no-phrase-variant', { allow: [] as string[] }, ({ prose, options, facts, report }) => {
  for (const variant of facts().variants) {
    const { start, end, phrase, otherPhrase, other, inside } = variant;
    if (isAllowed(prose.source.slice(Math.max(0, start - around), end + around), options.allow)) continue;
    const args = { phrase, other: otherPhrase, ...(!inside && { path: other.path }), line: other.start.line };
    report({ kind: 'differs', args, start, end, cause: causeOf(variant) });
  }
});
