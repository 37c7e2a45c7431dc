import { lines, words } from '../compose/grammar.js';
import { pick } from '../random.js';
import { isCjk, type Planter, paragraphs } from './planting.js';

const dates: Record<string, { when: string[]; sentence: string }> = {
  'zh-CN': {
    when: words('今年 去年 明年 上个月 下个月 本月 今年上半年 去年10月 上周 今年7月下旬'),
    sentence: '{when}，课题组走访了三个县。',
  },
  'zh-TW': {
    when: words('今年 去年 明年 上個月 下個月 本月 今年上半年 去年10月 上週'),
    sentence: '{when}，工作小組走訪了三個縣。',
  },
  ja: { when: words('今年 昨年 来年 先月 来月 今月 先週 昨年10月'), sentence: '{when}、調査班は三つの県を訪れた。' },
  ko: {
    when: lines('올해\n지난해\n내년\n지난달\n다음 달\n이번 달\n지난주\n지난해 10월'),
    sentence: '{when} 조사반은 세 군을 찾았다.',
  },
  en: {
    when: lines('Last week\nLast year\nThis year\nNext month\nEarlier this year\nLast October'),
    sentence: '{when}, the team visited three counties.',
  },
  de: {
    when: lines('Letztes Jahr\nDieses Jahr\nIm letzten Monat\nNächste Woche\nIm vergangenen Jahr'),
    sentence: '{when} besuchte die Gruppe drei Landkreise.',
  },
  fr: {
    when: lines('L’année dernière\nCette année\nLe mois dernier\nLa semaine prochaine'),
    sentence: '{when}, l’équipe a visité trois cantons.',
  },
};

/** A sentence that says when only to those who know the day it was written on. */
export const plant: Planter = (text, random) => {
  const language = dates[text.lang] ?? dates[text.lang.split('-')[0]!];
  const host = pick(random, paragraphs(text, 30));
  if (!host || !language) return undefined;
  const when = pick(random, language.when)!;
  const space = isCjk(text) ? '' : ' ';
  const start = host.end + space.length;
  return {
    source:
      text.source.slice(0, host.end) + space + language.sentence.replace('{when}', when) + text.source.slice(host.end),
    ranges: [{ start, end: start + when.length }],
    kind: when,
  };
};
