import type { Documentation } from './documentation.js';
import { balance, type Fault } from './pairs/balance.js';
import { type Mark, marksOf, quoteStyle } from './pairs/marks.js';
import { defineRule, type RuleContext } from './rule.js';
import { type Block, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Quotation marks and brackets without their partner, turned round or crossed',
    zh: '缺了一半、前后颠倒或互相交叉的引号、书名号和括号',
  },
  details: {
    en: 'A mark is easily lost at a page’s or line’s end, and then nobody can tell where a quotation ends and who is speaking. The rule reports the mark that has no partner, where it opens. It knows the quotation marks of many languages and leaves alone: apostrophes, inch marks, labels such as 1）, half-open intervals [0, 1), and a quotation over several paragraphs, of which each opens with a mark and only the last one closes.',
    zh: '换页或换行时，引号、括号很容易丢掉一个，读者就分不清引文到哪里为止、话是谁说的。本规则指出没有配对的那个符号，缺后半个的在前半个处指出。它认得多种语言的引号；撇号、英寸号、“1）”之类的序号、半开区间 [0, 1)，以及跨几段的引文（每段开头用前引号，末段才用后引号）都不在此列。',
  },
  examples: [
    { text: '他说：“今天开会。\n\n会议很短。\n', finds: ['“'] },
    { text: '按照《办法规定执行。\n', finds: ['《'] },
    { text: '会议讨论了三件事）。\n', finds: ['）'] },
    { text: '这是”重点“内容。\n', finds: ['”重点“'], suggested: '这是“重点”内容。\n' },
    { text: '见“办法（试行”）。\n', finds: ['（试行”）'], suggested: '见“办法（试行）”。\n' },
    {
      text: '各单位（含附属单位)都要参加。\n',
      finds: ['（含附属单位)'],
      suggested: '各单位（含附属单位）都要参加。\n',
    },
    { text: 'She said “yes and left (quietly).\n', finds: ['“'] },
    { text: 'Er sagte „ja und ging.\n', finds: ['„'] },
    { text: 'Il a dit oui » et partit.\n', finds: ['»'] },
    { text: '彼は「はいと答えた。\n', finds: ['「'] },
    { text: '---\nlang: de\n---\n\nDie Seite „Themen" zeigt sie.\n', finds: ['"'] },
    { text: 'The “stable“ release.\n', finds: ['“'], suggested: 'The “stable” release.\n' },
    { text: '“第一段。\n\n“第二段。”\n', finds: [] },
    { text: 'Don’t take the students’ books from ’90s shelves.\n', finds: [] },
    { text: 'Er sagte „ja“ und »nein«, sie „‚vielleicht‘“.\n', finds: [] },
    { text: '分两步：1）准备；2）实施。\n', finds: [] },
    { text: 'Steps: a) read, b) write. Nice :) A 5" screen.\n', finds: [] },
    { text: 'On [0, 1) and (a, b] it holds.\n', finds: [] },
    { text: '《办法》《条例》“两张皮”“灯下黑”（含附件）。\n', finds: [] },
    { text: 'Hon sade ”ja” och gick.\n', finds: [] },
    { text: '他说：\n\n“先看\n\n$$\nx\n$$\n\n再说。”\n', finds: [] },
    { text: 'كنت أبحث عن ”هواية“ جديدة، وقال “نعم”.\n', finds: [] },
    { text: 'אפשר לקרוא את הספר ע"י פתיחתו.\n', finds: [] },
    { text: '‘종이’의 값은 ‘먹’보다 쌌다. 그는 “‘풀’이 없다”고 했다.\n', finds: [] },
    { text: '---\nlang: ko\n---\n\n그는 ”종이”의 값을 물었다.\n', finds: ['”'] },
    { text: '그는 ‘종이‘ 값을 물었다.\n', finds: ['‘'] },
    { text: '그는 종이’의 값을 물었다.\n', finds: ['’'] },
    { text: '가) 종이를 자른다.\n\nア）紙を切る。\n', finds: [] },
  ],
};

type Context = RuleContext<'no-unbalanced-pairs', object>;

/** How many blocks on a quotation may close that was left open, with formulas or lists in between. */
const blocksAhead = 4;
/** How many turns a conversation may have between « and », where each speaker after the first begins with a dash, as in French. */
const linesAhead = 60;
const turnOfSpeech = /^[—–]\s/u;

export default defineRule('no-unbalanced-pairs', {}, (context) => {
  const { prose } = context;
  if (!/[（）()[\]［］【】〖〗〔〕《》〈〉「」『』“”„‘’‚«»‹›"]/u.test(prose.source)) return;
  const style = quoteStyle(prose);
  const byBlock = prose.blocks.map((block) => {
    const marks = marksOf(block, style);
    return marks.length > 0 ? balance(marks, block.text) : [];
  });
  acrossBlocks(prose.blocks, byBlock);
  byBlock.forEach((faults, index) => {
    for (const fault of faults) reportFault(context, prose.blocks[index]!, fault);
  });
});

/** Takes out what goes on in the next paragraphs: a quotation that each of them opens anew, or that one of them closes. */
function acrossBlocks(blocks: readonly Block[], byBlock: Fault[][]): void {
  byBlock.forEach((faults, index) => {
    if (faults.length === 0) return;
    const block = blocks[index]!;
    const last = faults.findLast(({ kind }) => kind === 'unclosed');
    if (!last || block.kind !== 'paragraph') return;
    const { character, family } = last.mark;
    let left = blocksAhead;
    for (let ahead = index + 1; left > 0 && ahead <= Math.min(index + linesAhead, blocks.length - 1); ahead++) {
      const next = blocks[ahead]!;
      if (next.kind !== 'paragraph' || next.section !== block.section) return;
      left = family === 'angle' && turnOfSpeech.test(next.text) ? blocksAhead : left - 1;
      const reopens = isQuotation(family) && next.text.trimStart().startsWith(character);
      const closing = byBlock[ahead]!.find(({ kind, mark }) => kind === 'unopened' && mark.family === family);
      if (!reopens && !closing) continue;
      faults.splice(faults.indexOf(last), 1);
      if (closing && !reopens) byBlock[ahead]!.splice(byBlock[ahead]!.indexOf(closing), 1);
      return;
    }
  });
}

const isQuotation = (family: string) =>
  ['double', 'single', 'corner', 'white corner', 'angle', 'straight'].includes(family);

function reportFault({ prose, report }: Context, block: Block, fault: Fault): void {
  const { mark } = fault;
  const range = (from: Mark, to: Mark = from) => sourceRange(block, from.index, to.index + 1);
  const inner = (from: Mark, to: Mark) => prose.source.slice(range(from).end, range(to).start);
  switch (fault.kind) {
    case 'unclosed':
    case 'unopened':
      report({
        kind: fault.kind,
        args: { mark: mark.character, text: around(block.text, mark.index, fault.kind) },
        ...range(mark),
      });
      break;
    case 'turned': {
      const { start, end } = range(mark);
      const text = mark.turned!;
      const args = { mark: mark.character, expected: text };
      report({ kind: 'turned', args, start, end, fix: { start, end, text, safety: 'suggest' } });
      break;
    }
    case 'reversed': {
      const { partner } = fault;
      const { start, end } = range(mark, partner);
      const text = `${partner.character}${inner(mark, partner)}${mark.character}`;
      report({
        kind: 'reversed',
        args: { text: brief(prose.source.slice(start, end)) },
        start,
        end,
        fix: { start, end, text, safety: 'suggest' },
      });
      break;
    }
    case 'crossed': {
      const { outer, partner, outerPartner } = fault;
      const { start, end } = range(mark, partner);
      const text = `${mark.character}${inner(mark, outerPartner)}${inner(outerPartner, partner)}${partner.character}${outerPartner.character}`;
      const args = { inner: mark.character, outer: outer.character, text: brief(prose.source.slice(start, end)) };
      const certain = inner(outerPartner, partner) === '';
      report({ kind: 'crossed', args, start, end, ...(certain && { fix: { start, end, text, safety: 'suggest' } }) });
      break;
    }
    case 'widths': {
      const { partner } = fault;
      const { start, end } = range(mark, partner);
      const wide = /[（［]/.test(mark.character) || /[）］]/.test(partner.character);
      const isCjk =
        wide &&
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(block.text.slice(mark.index, partner.index));
      const [left, right] = mark.family === 'round' ? (isCjk ? '（）' : '()') : isCjk ? '［］' : '[]';
      const text = `${left}${inner(mark, partner)}${right}`;
      report({
        kind: 'widths',
        args: { text: brief(prose.source.slice(start, end)) },
        start,
        end,
        fix: { start, end, text, safety: 'suggest' },
      });
      break;
    }
  }
}

/** Some words at the mark, so that it can be found in a long paragraph. */
function around(text: string, index: number, kind: 'unclosed' | 'unopened'): string {
  const words = kind === 'unclosed' ? text.slice(index, index + 16) : text.slice(Math.max(0, index - 15), index + 1);
  return words
    .replace(/[\s\uFFFC]+/g, ' ')
    .toWellFormed()
    .trim();
}

const brief = (text: string) =>
  (text.length > 40 ? `${text.slice(0, 24)}…${text.slice(-14)}` : text).replace(/\s+/g, ' ').toWellFormed();
