import type { Documentation } from './documentation.js';
import { isAllowed } from './passages/allowed.js';
import { argumentsOf, causeOf } from './passages/arguments.js';
import { excerpt } from './passages/excerpt.js';
import { removalOf } from './passages/removal.js';
import { isRestated } from './passages/statute.js';
import { counts, duplicate } from './passages/verdict.js';
import { defineRule } from './rule.js';

const defaults = { ...duplicate, allow: [] as string[] };

export const documentation: Documentation = {
  summary: {
    en: 'A passage that stands twice, in one manuscript or in two of the volume',
    zh: '同一段文字出现两次，在一篇稿件里，或者在本书的两篇稿件里',
  },
  details: {
    en: `When text is copied out of a PDF or pasted together from several files, a passage is easily pasted twice: a whole paragraph, the end of one that slips into another text, or the last line of a page that stands again at the top of the next one.

Only letters and digits are compared, so that line breaks, punctuation and emphasis make no difference, and a copy in which a few characters were corrected later is found, too. A passage counts from 100 letters on (125 in alphabets like Latin, when anything was changed in it), or when it is most of a paragraph of at least 40 (60). A line that is printed twice in succession counts much sooner.

Of the two copies the one is reported that seems not to belong: it continues an enumeration that does not begin before it, or it speaks of a place or institution that the text around it does not know. The other copy is named as well. Which one goes is for you to decide: deleting is only ever a suggestion.

Quotations, tables, footnotes, headings, code, bibliographies, licences, acknowledgements and notes on authors may stand twice, and so may a formula that many manuscripts share. In a statute the words of a rule may come again where its breach is punished.`,
    zh: `从 PDF 里复制文字，或者把几个文件拼在一起时，很容易把同一段贴上两次：有时是整段，有时是一段的后半混进了别的文章，有时是上一页的最后一行在下一页开头又出现一次。

这里只比较文字和数字，所以换行、标点、加粗都不影响；后来改过几个字的副本也能找到。满 100 个字（拉丁字母等文字有改动的为 125 个字母），或者占了一个 40 字（60 个字母）以上段落的大部分，就算重复；接连印了两遍的一行，短得多也算。

两处之中，报告的是看起来不在原位的那一处：它接着往下数，前文却没有开头；或者它说的地名、机构在前后文里找不到。另一处的位置也会一并指出。删哪一处由您决定，删除永远只是建议。

引文、表格、脚注、标题、代码、参考文献、许可声明、致谢和作者简介可以重复，许多稿件共有的套语也可以。法规里，罚则可以重说一遍前面条款的话。`,
  },
  options: {
    letters: {
      en: 'Letters from which on a passage counts, even an edited one; in alphabets like Latin a quarter more.',
      zh: '重复从多少个字起算，有改动的也算；拉丁等字母文字要多四分之一。',
    },
    verbatim: {
      en: 'Letters from which on a passage without any difference counts, the same number in every script.',
      zh: '一字不差的重复，满多少个字或字母就算，各种文字相同。',
    },
    paragraph: {
      en: 'Letters that a paragraph must have to count when most of it is copied; in alphabets half as many again.',
      zh: '整段重复时，段落满多少字才算；字母文字要多一半。',
    },
    share: {
      en: 'How much of such a paragraph must be copied, from 0 to 1.',
      zh: '这样的段落要重复多大的比例才算，从 0 到 1。',
    },
    agreement: {
      en: 'How much of an edited copy must agree with the other one, from 0 to 1.',
      zh: '改动过的副本与另一处要有多大比例相同，从 0 到 1。',
    },
    allow: {
      en: 'Texts that may stand twice: a passage that holds one of them is left alone.',
      zh: '可以重复的文字：含有其中之一的段落不报告。',
    },
  },
  examples: [
    {
      text: '运河上的船工把一天分成四个时段，每个时段都有自己的号子。\n\n到了闸口，几条船要一起等水位升起来，号子就换成应答的唱法，前船一句，后船一句，连岸上看热闹的孩子都会跟着唱。\n\n夜里靠岸之后，不再有人唱。\n\n到了闸口，几条船要一起等水位升起来，号子就换成应答的唱法，前船一句，后船一句，连岸上看热闹的孩子都会跟着唱。\n',
      finds: [
        '到了闸口，几条船要一起等水位升起来，号子就换成应答的唱法，前船一句，后船一句，连岸上看热闹的孩子都会跟着唱',
      ],
      suggested:
        '运河上的船工把一天分成四个时段，每个时段都有自己的号子。\n\n到了闸口，几条船要一起等水位升起来，号子就换成应答的唱法，前船一句，后船一句，连岸上看热闹的孩子都会跟着唱。\n\n夜里靠岸之后，不再有人唱。\n',
    },
    {
      text: 'The lock keepers kept a book in which every barge was entered with its cargo, its draught and the hour at which it passed.\n\nIn dry summers the entries thin out.\n\nThe lock keepers kept a book in which every barge was entered with its cargo, its draft and the hour at which it passed.\n',
      finds: [
        'The lock keepers kept a book in which every barge was entered with its cargo, its draft and the hour at which it passed',
      ],
    },
    {
      text: '碑文由三位书手先后写成，笔画粗细各不相同，行距却始终如一，可见动笔之前已经有人打好了格子\n\n可见动笔之前已经有人打好了格子，三个人只是照着写。\n',
      finds: ['可见动笔之前已经有人打好了格子'],
      suggested:
        '碑文由三位书手先后写成，笔画粗细各不相同，行距却始终如一，可见动笔之前已经有人打好了格子，三个人只是照着写。\n',
    },
    {
      text: '測量に使われた鎖は二十メートルの長さがあり、夏と冬とで値を直す必要があったため、気温が必ず帳面に書き添えられていた。気温が必ず帳面に書き添えられていた。\n',
      finds: ['気温が必ず帳面に書き添えられていた'],
      suggested:
        '測量に使われた鎖は二十メートルの長さがあり、夏と冬とで値を直す必要があったため、気温が必ず帳面に書き添えられていた。\n',
    },
    {
      text: '一是疏浚河道，二十年来第一次把淤泥清到河底。\n\n江苏的圩田靠水车排水，闸口由各村轮流看守，每年春天重新议定次序，写在祠堂的墙上，人人看得见，江苏的做法也由此传开。\n\n三是修订章程，把浙江各县的水则统一刻在石碑上，汛期每两个时辰报一次水位，误报的要在次日当众说明缘由，浙江由此少了许多纠纷。\n',
      beside: {
        'zhejiang.md':
          '浙江的水利向来由各县自理。\n\n一是设立水则，浙江沿江每十里一处。\n\n二是训练水手，浙江每县三十人。\n\n三是修订章程，把浙江各县的水则统一刻在石碑上，汛期每两个时辰报一次水位，误报的要在次日当众说明缘由，浙江由此少了许多纠纷。\n',
      },
      finds: [
        '三是修订章程，把浙江各县的水则统一刻在石碑上，汛期每两个时辰报一次水位，误报的要在次日当众说明缘由，浙江由此少了许多纠纷',
      ],
    },
    {
      text: '他在报告里写道：“凡是可以用水运的，不用车运；凡是可以用车运的，不用肩挑；凡是必须肩挑的，也要先把路修平，让挑的人少走一步弯路。”\n\n后来的章程又引了一遍：“凡是可以用水运的，不用车运；凡是可以用车运的，不用肩挑；凡是必须肩挑的，也要先把路修平，让挑的人少走一步弯路。”\n',
      finds: [],
    },
    {
      text: '在真学真懂上用心用力，在常学常新上用心用力，在笃信笃行上用心用力。亲自倡导、亲自谋划、亲自推动。\n',
      finds: [],
    },
    {
      text: '渔火照着江面照着江面上的人，我们唱吧\n\n我们唱吧，唱到天亮。\n',
      finds: [],
    },
    {
      text: 'Die Brücke wurde zweimal gebaut: das erste Mal aus Holz, weil der Stein fehlte, das zweite Mal aus Stein, weil das Holz fehlte.\n\nDer Zoll wurde zweimal erhoben: das erste Mal bei der Auffahrt, das zweite Mal bei der Abfahrt.\n',
      finds: [],
    },
    {
      text: '> The committee shall keep the minutes of every session and shall publish them within ten days after the session has closed.\n\nThe rule is old.\n\n> The committee shall keep the minutes of every session and shall publish them within ten days after the session has closed.\n',
      finds: [],
    },
    {
      text: '# First study\n\nWater was sampled daily.\n\n## Funding\n\nThe work was paid for by the river authority, which had no part in the design of the study or in the writing of the report.\n\n# Second study\n\nSoil was sampled weekly.\n\n## Funding\n\nThe work was paid for by the river authority, which had no part in the design of the study or in the writing of the report.\n',
      finds: [],
    },
    {
      text: '水位记录表由闸口看守每日填写\n\n水位记录表由闸口看守每日填写，月底送交县里。\n',
      finds: [],
    },
  ],
};

/**
 * Passages that stand twice for certain. Of two copies only the one that does not seem to belong is reported, with the other as its cause.
 */
export default defineRule('no-duplicate-passage', defaults, ({ prose, options, facts, report }) => {
  for (const passage of facts().passages) {
    if (!passage.intruder || !counts(passage, options) || isRestated(passage, prose)) continue;
    const { start, end } = passage;
    const source = prose.source.slice(start, end);
    if (isAllowed(source, options.allow)) continue;
    const fix = removalOf(passage, prose);
    const place = { start, end, cause: causeOf(passage), ...(fix && { fix }) };
    if (passage.kind === 'doubled') report({ kind: 'doubled', args: { quote: excerpt(source) }, ...place });
    else report({ kind: passage.kind, args: argumentsOf(passage, prose.source), ...place });
  }
});
