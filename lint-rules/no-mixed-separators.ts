import type { Documentation } from './documentation.js';
import { defineRule } from './rule.js';
import { sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Parallel phrases that are parted by different marks',
    zh: '并列的几个短语之间标点不一致',
  },
  details: {
    en: 'Three or more phrases that begin with the same character and are about as long as each other make one series, and one mark parts them: 以…、以…、以…. Where one is parted by ， and the next by 、, it is mostly a slip. This is advice for editors and fails nothing.',
    zh: '三个以上开头相同、长短相近的短语构成一组排比，中间的标点应当一致：以……、以……、以……。有的用顿号、有的用逗号，多半是疏忽。这是给编辑的建议，不影响检查是否通过。',
  },
  examples: [
    {
      text: '坚持以学习夯实根基、以政治提升能力，以党性锤炼意识，不断前进。\n',
      finds: ['以学习夯实根基、以政治提升能力，以党性锤炼意识'],
    },
    {
      text: '我们要抓学习促提高，抓落实促发展、抓作风促转变，一步一步来。\n',
      finds: ['抓学习促提高，抓落实促发展、抓作风促转变'],
    },
    { text: '有关部门从航道入手、从就业着眼，从经费落笔，写成报告。\n', finds: ['从航道入手、从就业着眼，从经费落笔'] },
    { text: '坚持以学习夯实根基、以政治提升能力、以党性锤炼意识，不断前进。\n', finds: [] },
    { text: '他去了上海、南京，又到了杭州、合肥。\n', finds: [] },
    { text: '不怕苦，不怕累；不计名、不计利。\n', finds: [] },
    { text: 'First this, then that; first this again.\n', finds: [] },
    { text: '亲自倡导、亲自谋划、亲自推动。\n', finds: [] },
  ],
};

/** Phrases between marks: the ones that a series may be made of. */
const phrase = /[^，、；。：！？\s“”‘’（）《》\uFFFC]{3,24}/gu;
const han = /^\p{Script=Han}/u;
/** How much longer than the shortest of a series its longest phrase may be. */
const evenness = 1.6;

export default defineRule('no-mixed-separators', {}, ({ prose, report }) => {
  for (const block of prose.blocks) {
    const { text } = block;
    if (!block.cjk || !text.includes('、') || !text.includes('，') || !mayHaveSeries(text)) continue;
    const phrases = [...text.matchAll(phrase)].map(({ 0: words, index }) => ({
      words,
      start: index,
      end: index + words.length,
    }));
    let from = 0;
    while (from < phrases.length) {
      let to = from + 1;
      while (to < phrases.length && goesOn(text, phrases[to - 1]!, phrases[to]!)) to++;
      if (to - from < 3) {
        from = to;
        continue;
      }
      const series = phrases.slice(from, to);
      const marks = new Set(series.slice(1).map(({ start }) => text[start - 1]));
      const lead = leadOf(series);
      const lengths = series.map(({ words }, index) => words.length - (index === 0 ? lead : 0));
      const shortest = lengths.reduce((least, length) => Math.min(least, length));
      if (marks.size > 1 && lengths.every((length) => length <= shortest * evenness)) {
        const first = series[0]!;
        const last = series.at(-1)!;
        const head = last.words[0]!;
        const start = first.start + lead;
        report({
          kind: 'series',
          args: { head, marks: [...marks].join(' ') },
          ...sourceRange(block, start, last.end),
        });
      }
      from = to;
    }
  }
});

const longestPhrase = 24;
/** What ends a phrase, apart from the blanks of ASCII. */
const ends = new Set('，、；。：！？“”‘’（）《》\uFFFC\u00a0\u3000');

/** A cheap first look: whether two different marks are in a row of such as are followed by the character that the phrase before them begins with, or nearly. */
function mayHaveSeries(text: string): boolean {
  let behind = -1;
  let before = '';
  let comma = text.indexOf('，');
  let pause = text.indexOf('、');
  while (comma >= 0 || pause >= 0) {
    const at = comma < 0 || (pause >= 0 && pause < comma) ? pause : comma;
    if (at === comma) comma = text.indexOf('，', at + 1);
    else pause = text.indexOf('、', at + 1);
    const head = text[at + 1];
    // Mostly it does not stand near at all, which is soon told.
    if (head === undefined || !text.slice(Math.max(0, at - longestPhrase), at).includes(head)) continue;
    const start = startOfPhrase(text, at);
    // A longer one is looked at from nearer by.
    const lead = at - start > longestPhrase ? at - start : longestLead;
    if (!text.slice(start, Math.min(at, start + lead)).includes(head)) continue;
    if (behind !== start) before = '';
    before += text[at];
    if (before.includes('，') && before.includes('、')) return true;
    behind = at + 1;
  }
  return false;
}

function startOfPhrase(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= longestPhrase && !ends.has(text[start - 1]!) && text.charCodeAt(start - 1) > 0x20)
    start--;
  return start;
}

interface Phrase {
  words: string;
  start: number;
  end: number;
}

/** Characters of the sentence before it that the first phrase of a series may have in front, as in 有关部门从…入手. */
const longestLead = 8;

/** How many of them it has. */
const leadOf = (series: readonly Phrase[]): number => Math.max(0, series[0]!.words.indexOf(series.at(-1)!.words[0]!));

/** Whether a phrase follows another one, parted by one mark, and begins as it does. */
function goesOn(text: string, one: Phrase, next: Phrase): boolean {
  if (next.start !== one.end + 1 || (text[one.end] !== '，' && text[one.end] !== '、')) return false;
  const head = next.words[0]!;
  if (!han.test(head)) return false;
  // The first phrase of a series may have words of the sentence before it: 坚持以….
  return one.words.startsWith(head) || (one.words.slice(1, longestLead).includes(head) && !one.words.startsWith(head));
}
