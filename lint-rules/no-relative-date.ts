import type { Documentation } from './documentation.js';
import { defineRule } from './rule.js';
import { sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Dates that only hold when the text was new, such as “last week”',
    zh: '只在写作当时成立的日期，如“今年”“上个月”',
  },
  details: {
    en: 'A volume is read for years, and then nobody knows which year “this year” was. Write the date itself: the year, or the month and the year. Quotations are left alone, since they keep their words. This is advice for editors and fails nothing.',
    zh: '文集要读很多年，到那时谁也不知道“今年”是哪一年。请写出具体的年份或年月。引文保留原话，不在此列。这是给编辑的建议，不影响检查是否通过。',
  },
  options: { allow: { en: 'Expressions that may stay', zh: '可以保留的说法' } },
  examples: [
    { text: 'Last October, the team visited three counties.\n', finds: ['Last October'] },
    {
      text: 'The team came last October 2019 and stayed until the last of May 1999; the last may be wrong.\n',
      finds: [],
    },
    { text: '今年7月下旬召开了会议。\n', finds: ['今年7月下旬'] },
    { text: '上个月开始试行，去年年底结束。\n', finds: ['上个月', '去年年底'] },
    { text: 'The workshop took place last week.\n', finds: ['last week'] },
    { text: '---\nlang: de\n---\n\nDie Tagung fand letztes Jahr statt.\n', finds: ['letztes Jahr'] },
    { text: '---\nlang: de\n---\n\nLetztes Jahr tagte niemand.\n', finds: ['Letztes Jahr'] },
    { text: '昨年の調査では、先月の倍だった。\n', finds: ['昨年', '先月'] },
    { text: '---\nlang: fr\n---\n\nLa réunion de la semaine dernière.\n', finds: ['la semaine dernière'] },
    {
      text: '---\nlang: ko\n---\n\n지난해 10월 조사반은 이번 달에 세 군을 찾았다.\n',
      finds: ['지난해 10월', '이번 달'],
    },
    { text: '---\nlang: ko\n---\n\n지난 주장은 다음 해설과 같다.\n', finds: [] },
    { text: '2019年7月下旬召开了会议。\n', finds: [] },
    { text: '他说：“今年是关键的一年。”\n', finds: [] },
    { text: '> 今年是关键的一年。\n', finds: [] },
    { text: 'At last week by week the prints improved; last, but not least.\n', finds: [] },
    { text: '至今年轻人仍这样做。\n', finds: [] },
  ],
};

const chinese = String.raw`(?<![至迄如从從当當那现現于於古往])(?:(?:今|去|前|明|本)年(?![轻輕度代龄齡级級纪紀幼老少迈邁届])(?:\d{1,2}月(?:[上中下]旬|\d{1,2}日)?|[上下]半年|年[初中底末]|以来|以來|[春夏秋冬][天季])?|(?:上|下|这|這|本)个?個?(?:月|星期|周|週|季度)(?![刊边邊])|(?:本|上|下)[周週](?=[一二三四五六日末，。])|昨天|昨日|前天)`;
const japanese = '昨年度?|今年度?|来年度?|先月|今月|来月|先週|今週|来週|昨日|一昨年';
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const english = String.raw`\b(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\s(?:year|month|week|weekend|spring|summer|autumn|fall|winter|quarter|semester)(?!\s(?:by|after))(?:['’]s)?\b|\b(?:[Ll]ast|[Nn]ext|[Tt]his\s(?:past|coming))\s(?:${months})(?![\p{L}\d])(?!\s\d{4})|\b(?:[Yy]esterday|[Tt]omorrow)\b|\b(?:[Ee]arlier|[Ll]ater)\sthis\s(?:year|month|week)\b`;
const german = String.raw`\b(?:letzte[snmr]?|vergangene[snmr]?|vorige[snmr]?|nächste[snmr]?|diese[snmr]?)\s(?:Jahr(?:es)?|Monats?|Woche|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Sommers?|Winters?|Herbst(?:es)?|Frühlings?|Frühjahr(?:s)?)\b(?!\s\d{4})|\bheuer\b|\bgestern\b|\bvorgestern\b`;
const french = String.raw`\b(?:l['’]an(?:née)?\s(?:dernière?|passée?|prochaine?)|la\ssemaine\s(?:dernière|passée|prochaine)|le\smois\s(?:dernier|passé|prochain)|cette\sannée)(?![\p{L}])|\bhier\b`;
const korean =
  '(?<![가-힣])(?:올해|지난해|작년|내년|내후년|재작년|(?:지난|다음|이번) ?(?:달|주|해|학기))(?: \\d{1,2}월)?(?=[\\s,.]|[은는에의도을를이가까부][\\s지터])';
const patterns: [language: RegExp, pattern: RegExp][] = [
  [/^(?:zh|yue|wuu)/i, new RegExp(chinese, 'gu')],
  [/^ja/i, new RegExp(japanese, 'gu')],
  [/^ko/i, new RegExp(korean, 'gu')],
  [/^en/i, new RegExp(english, 'gu')],
  [/^de/i, new RegExp(german, 'giu')],
  [/^fr/i, new RegExp(french, 'giu')],
];
const quoted = /“[^“”]{0,400}”|「[^「」]{0,400}」|„[^„“”]{0,400}[“”]|«[^«»]{0,400}»|"[^"]{0,400}"/gu;

export default defineRule('no-relative-date', { allow: [] as string[] }, ({ prose, options, report }) => {
  const pattern = patterns.find(([language]) => language.test(prose.lang))?.[1];
  if (!pattern || prose.source.search(pattern) < 0) return;
  for (const block of prose.blocks) {
    if (block.kind !== 'paragraph' || block.context === 'quote') continue;
    const quotations = [...block.text.matchAll(quoted)].map(
      ({ 0: text, index }) => [index, index + text.length] as const,
    );
    for (const { 0: text, index } of block.text.matchAll(pattern)) {
      if (options.allow.includes(text) || quotations.some(([from, to]) => from <= index && index < to)) continue;
      report({ kind: 'date', args: { text }, ...sourceRange(block, index, index + text.length) });
    }
  }
});
