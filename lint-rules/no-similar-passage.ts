import type { Documentation } from './documentation.js';
import { isAllowed } from './passages/allowed.js';
import { argumentsOf, causeOf } from './passages/arguments.js';
import { isRestated } from './passages/statute.js';
import { counts, duplicate, similar } from './passages/verdict.js';
import { defineRule } from './rule.js';

const defaults = { ...similar, allow: [] as string[] };

export const documentation: Documentation = {
  summary: {
    en: 'A passage that is much like another one in the manuscript or the volume',
    zh: '与本篇或本书另一处非常相近的文字',
  },
  details: {
    en: `A shorter passage that stands twice, from 60 letters on (in alphabets like Latin from 75 on, unless it is whole sentences), or one that was edited: an older version of a paragraph that was left in beside the newer one, or a piece that was pasted in and then changed. Set phrases and quotations can look the same, so this is a warning and not an error: compare the two places, and leave them as they are if both are meant.

What may stand twice by right is left alone as it is by \`no-duplicate-passage\`.`,
    zh: `较短的重复，从 60 个字起（拉丁字母等文字从 75 个字母起，完整的句子从 60 个字母起），或者改动过的副本：一段话改写之后，旧稿忘了删去；或者贴进来之后又改过。固定的提法和引文也会这样，所以这里只是提醒，不算错误：请对照两处，如果本来就该如此，不必改动。

可以重复的文字与 \`no-duplicate-passage\` 一样不报告。`,
  },
  options: {
    letters: {
      en: 'Letters from which on any passage counts; in alphabets like Latin a quarter more.',
      zh: '从多少个字起算相近；拉丁等字母文字要多四分之一。',
    },
    paragraph: {
      en: 'Letters that a paragraph must have to count when most of it is alike; in alphabets half as many again.',
      zh: '整段相近时，段落满多少字才算；字母文字要多一半。',
    },
    share: {
      en: 'How much of such a paragraph must be alike, from 0 to 1.',
      zh: '这样的段落要有多大的比例相近才算，从 0 到 1。',
    },
    agreement: {
      en: 'How much of the two passages must agree, from 0 to 1.',
      zh: '两处要有多大比例相同，从 0 到 1。',
    },
    sentences: {
      en: 'Letters from which on whole sentences count that stand twice letter for letter, the same number in every script.',
      zh: '完整的句子逐字重复时，满多少个字或字母才算，各种文字相同。',
    },
    allow: {
      en: 'Texts that may stand twice: a passage that holds one of them is left alone.',
      zh: '可以重复的文字：含有其中之一的段落不报告。',
    },
  },
  examples: [
    {
      text: '档案馆的旧址在河的北岸，三层木楼，冬天没有取暖的设备，抄写的人把墨盒揣在怀里才不会结冰，搬迁那年清点出来的卷宗一共装了四十七条船，沿河走了九天，没有丢失一卷，押船的人后来都得了一枚铜章。\n\n新馆落成之后，老馆员常常说起从前，抄写的人把墨盒揣在怀里才不会结冰，搬迁那年清点出来的卷宗一共装了四十七条船，沿河走了九天，没有丢失一卷，押船的人后来都得了一枚铜章，说完总要笑一笑，再给客人看他保存至今的那一枚，边上已经磨得发亮。\n',
      finds: [
        '抄写的人把墨盒揣在怀里才不会结冰，搬迁那年清点出来的卷宗一共装了四十七条船，沿河走了九天，没有丢失一卷，押船的人后来都得了一枚铜章',
      ],
    },
    {
      text: 'Each map was drawn twice, once in pencil at the site and once in ink at the office, and the two sheets were kept in the same drawer.\n\nNone of the surveyors signed their work.\n\nEvery map was drawn twice, first in pencil at the site and then in ink at the office, and both sheets were kept in the same drawer.\n',
      finds: [
        'map was drawn twice, first in pencil at the site and then in ink at the office, and both sheets were kept in the same drawer',
      ],
    },
    {
      text: 'The foundation wanted to widen the circle of those who took part. The rubbings, which the statistics bureau corrected, are kept in coastal ports.\n\nNobody read them for years on end.\n\nMost of the old maps went to the harbour office. The rubbings, which the statistics bureau corrected, are kept in coastal ports.\n',
      finds: ['The rubbings, which the statistics bureau corrected, are kept in coastal ports'],
    },
    {
      text: 'From the equipment lists one learns that the parish council meant to restore wetlands. What an old craftsman remembered seldom found its way into the maps.\n\nNobody read them for years on end.\n\nFrom the holdings lists one learns that the town meant to restore its wetlands. What a night nurse remembered never found its way into the case histories.\n',
      finds: [],
    },
    {
      text: '凡有水患，先报县署，再修堤岸。\n\n凡有旱情，先报县署，再开水闸。\n',
      finds: [],
    },
    {
      text: '《关于修订沿江各县水文观测与汛期报送办法若干问题的决定》发布之后，各县都设了观测点。\n\n按照《关于修订沿江各县水文观测与汛期报送办法若干问题的决定》的要求，观测点每年校准一次。\n',
      finds: [],
    },
    {
      text: '如图所示，水位在六月达到最高，随后缓慢回落。\n\n如表所示，流量在七月达到最高，随后迅速回落。\n',
      finds: [],
    },
    {
      text: 'On the other hand, the results of the second series are in good agreement with the model.\n\nOn the other hand, the results of the third series do not agree with the model at all.\n',
      finds: [],
    },
    {
      text: '```\nconst level = readings.map((reading) => reading.level - datum).filter((value) => value > threshold)\n```\n\n```\nconst level = readings.map((reading) => reading.level - datum).filter((value) => value > threshold)\n```\n',
      finds: [],
    },
    {
      text: '| 县 | 说明 |\n| - | - |\n| 甲 | 汛期每两个时辰报一次水位，误报的要在次日当众说明缘由，三次误报的撤换看守，另选熟悉水性的人接任，交接时两人同看三天方可离开，写入县志备查 |\n| 乙 | 汛期每两个时辰报一次水位，误报的要在次日当众说明缘由，三次误报的撤换看守，另选熟悉水性的人接任，交接时两人同看三天方可离开，写入县志备查 |\n',
      finds: [],
    },
  ],
};

/** Passages that likely stand twice: shorter ones and edited ones than those that `no-duplicate-passage` is sure of. */
export default defineRule('no-similar-passage', defaults, ({ prose, options, facts, report }) => {
  for (const passage of facts().passages) {
    if (!passage.intruder || passage.kind === 'doubled') continue;
    if (!counts(passage, options) || counts(passage, duplicate) || isRestated(passage, prose)) continue;
    const { start, end } = passage;
    if (isAllowed(prose.source.slice(start, end), options.allow)) continue;
    const kind = passage.kind === 'same' ? 'same' : 'edited';
    report({ kind, args: argumentsOf(passage, prose.source), start, end, cause: causeOf(passage) });
  }
});
