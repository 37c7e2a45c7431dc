import type { Code, InlineCode, Parents } from 'mdast';
import {
  directions,
  invisibles,
  isLawfulInvisible,
  kindOfInvisible,
  windowsCharacter,
} from './characters/invisible.js';
import { headerOf } from './characters/places.js';
import type { Documentation } from './documentation.js';
import { defineRule, type RuleContext } from './rule.js';
import { isTerminated } from './text/endings.js';
import { type Block, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Characters that nobody sees: zero-width, control and direction marks, odd spaces',
    zh: '看不见的字符：零宽字符、控制字符、方向标记、异常空格',
  },
  details: {
    en: 'Web pages, PDF and chat programs leave characters behind that print nothing. They split words for search and for speech programs, move line breaks, or turn the order of letters around so that a line reads differently from what it says. Lawful uses stay: emoji made of several parts, variants of Han characters, the joiners of Arabic and Indian scripts, a space of full width at the start of a paragraph or in a title, a no-break space in French or before a unit. A space between two Han characters of running text, and a line that looks empty but holds blanks, are told of too.',
    zh: '网页、PDF 和聊天软件会留下印不出来的字符：它们让读者搜不到词、朗读软件读断词，改变换行的位置，甚至颠倒字母的次序，使一行文字看上去和实际内容不一样。合理的用法不在此列：由几部分组成的表情符号、汉字异体选择符、阿拉伯文和印度文字的连接符、段首或标题里的全角空格、法文标点前和单位前的不换行空格。正文里两个汉字之间的空格，以及看似空白却含有空格的行，也会指出。',
  },
  options: {
    allow: { en: 'Characters that are meant to be there', zh: '有意使用的字符' },
  },
  examples: [
    { text: '工作\u200b报告\n', finds: ['\u200b'], fixed: '工作报告\n' },
    { text: 'cata\u00adlogue of proofs\n', finds: ['\u00ad'], fixed: 'catalogue of proofs\n' },
    { text: '正\ufeff文\u202e\n', finds: ['\ufeff', '\u202e'], fixed: '正文\n' },
    {
      text: '各单位要认真落实，及时\u3000总结会议精神。\n',
      finds: ['\u3000'],
      fixed: '各单位要认真落实，及时总结会议精神。\n',
    },
    { text: '他在中\u00a0国工作。\n', finds: ['\u00a0'], fixed: '他在中国工作。\n' },
    { text: '第一段。\n \n第二段。\n', finds: [' '], fixed: '第一段。\n\n第二段。\n' },
    { text: 'He said \u0093yes\u0094.\n', finds: ['\u0093', '\u0094'], suggested: 'He said “yes”.\n' },
    { text: '`a\u202eb`\n', finds: ['\u202e'], fixed: '`ab`\n' },
    { text: '👨\u200d👩\u200d👧 ❤\ufe0f 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}\n', finds: [] },
    { text: '葛\u{e0100}城\n', finds: [] },
    { text: 'می\u200cخواهم\n', finds: [] },
    { text: '\u3000\u3000段首空两格，是常见的写法。\n', finds: [] },
    { text: '**第一条**\u3000各单位要认真落实。\n', finds: [] },
    { text: '# 新征程\u3000新作为\n', finds: [] },
    { text: '第一作者\u3000第二作者\n', finds: [] },
    { text: 'Qu’est-ce\u00a0? 10\u00a0km\n', finds: [] },
    { text: 'שלום\u200f, עולם\n', finds: [] },
    { text: '```\na\n  \nb\n```\n', finds: [] },
  ],
};

export default defineRule('no-invisible-characters', { allow: [] as string[] }, (context) => {
  const { prose, tree, options } = context;
  const { source } = prose;
  const allowed = new Set(options.allow.flatMap((text) => [...text]));
  if (source.search(invisibles) >= 0) {
    for (const block of prose.blocks) inText(context, block.text, (from, to) => sourceRange(block, from, to), allowed);
    const header = headerOf(tree);
    const offset = header?.start ?? 0;
    if (header) {
      inText(
        context,
        source.slice(offset, header.end),
        (from, to) => ({ start: offset + from, end: offset + to }),
        allowed,
      );
    }
    if (source.search(directions) >= 0) inCode(context, tree);
  }
  if (source.search(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/) >= 0) {
    for (const block of prose.blocks) {
      spacesIn(context, block);
      blankLinesIn(context, block);
    }
  }
  blankLines(context);
});

type Context = RuleContext<'no-invisible-characters', { allow: string[] }>;
type At = (from: number, to: number) => { start: number; end: number };

function inText({ prose, report }: Context, text: string, at: At, allowed: ReadonlySet<string>): void {
  for (const match of text.matchAll(invisibles)) {
    const run = match[0];
    if (isLawfulInvisible(run, text, match.index, prose.lang) || [...run].every((one) => allowed.has(one))) continue;
    const { start, end } = at(match.index, match.index + run.length);
    const windows = windowsCharacter(run);
    const fix = {
      start,
      end,
      text: windows ?? '',
      safety: windows === undefined ? ('safe' as const) : ('suggest' as const),
    };
    if (windows !== undefined)
      report({ kind: 'windows', args: { code: codesOf(run), expected: windows }, start, end, fix });
    else if (/[\u2028\u2029]/.test(run))
      report({
        kind: 'line-separator',
        args: { code: codesOf(run) },
        start,
        end,
        fix: { ...fix, text: ' ', safety: 'suggest' },
      });
    else report({ kind: kindOfInvisible(run), args: { code: codesOf(run) }, start, end, fix });
  }
}

function inCode({ report }: Context, parent: Parents): void {
  for (const node of parent.children) {
    if ('children' in node) inCode({ report } as Context, node as Parents);
    else if (node.type === 'code' || node.type === 'inlineCode') directionsIn(node, report);
  }
}

function directionsIn(node: Code | InlineCode, report: Context['report']): void {
  const offset = node.position?.start.offset;
  if (offset === undefined) return;
  const { length } = node.value;
  for (const match of node.value.matchAll(directions)) {
    // The value of inline code stands in the source as it is, behind its opening marks; that of a block may be indented, and is then left.
    if (node.type === 'code') continue;
    const marks = ((node.position!.end.offset ?? 0) - offset - length) / 2;
    if (!Number.isInteger(marks)) continue;
    const start = offset + marks + match.index;
    const end = start + match[0].length;
    report({
      kind: 'direction',
      args: { code: codesOf(match[0]) },
      start,
      end,
      fix: { start, end, text: '', safety: 'safe' },
    });
  }
}

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？“”‘’（）《》〈〉【】「」『』]`;
const betweenHan = new RegExp(`(?<=${wide})[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]+(?=${wide})`, 'gu');

/** Odd spaces between two Han characters of running text. Titles, lists of names and tables have them by habit. */
function spacesIn({ report }: Context, block: Block): void {
  if (!block.cjk || block.kind !== 'paragraph' || !isTerminated(block.text)) return;
  for (const match of block.text.matchAll(betweenHan)) {
    const stop = block.text[match.index - 1]!;
    // A space of full width behind a stop, a closing mark or a label stands for a pause that the author wanted.
    if (/\u3000/.test(match[0]) && (/[。！？：」』”》】、）]/.test(stop) || isRunIn(block, match.index))) continue;
    const { start, end } = sourceRange(block, match.index, match.index + match[0].length);
    report({
      kind: 'space',
      args: { code: codesOf(match[0]) },
      start,
      end,
      fix: { start, end, text: '', safety: 'safe' },
    });
  }
}

/** Lines of blanks that do not part paragraphs, since they are no spaces to the parser: what stands around them runs together. */
function blankLinesIn({ report }: Context, block: Block): void {
  for (const match of block.text.matchAll(/(?<=^|\n)[\u00a0\u2000-\u200a\u202f\u205f\u3000]+(?=\n|$)/g)) {
    const { start, end } = sourceRange(block, match.index, match.index + match[0].length);
    report({ kind: 'blank-line', args: {}, start, end, fix: { start, end, text: '', safety: 'safe' } });
  }
}

/** Whether a space parts a short head from the text that runs on behind it, as in “第一条　” or a bold one. */
function isRunIn({ text, node }: Block, index: number): boolean {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  if (index - lineStart <= 14 && !/[，。；、]/.test(text.slice(lineStart, index))) return true;
  const first = 'children' in node ? node.children[0] : undefined;
  return first !== undefined && (first.type === 'strong' || first.type === 'emphasis') && index <= 60;
}

const blankLine = /(?<=\n)[^\S\n\r]+(?=\r?\n)/g;

/** Lines of nothing but blanks between the blocks of the document. */
function blankLines({ tree, prose, report }: Context): void {
  let position: number | undefined;
  for (const node of tree.children) {
    const from = node.position?.start.offset ?? 0;
    if (position !== undefined) {
      const gap = prose.source.slice(position, from);
      if (gap.length > 2) {
        for (const match of gap.matchAll(blankLine)) {
          const start = position + match.index;
          const end = start + match[0].length;
          report({ kind: 'blank-line', args: {}, start, end, fix: { start, end, text: '', safety: 'safe' } });
        }
      }
    }
    position = node.position?.end.offset ?? position;
  }
}

function codesOf(run: string): string {
  const codes = [...new Set([...run])].map(
    (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return codes.slice(0, 3).join(' ');
}
