import { blankLinesIn, oddSpaces } from './characters/blanks.js';
import {
  invisibles,
  isLawfulInvisible,
  kindOfInvisible,
  mayBeInvisible,
  turnsDirection,
  windowsCharacter,
} from './characters/invisible.js';
import { holderOf, type Unprinted, unprintedIn } from './characters/places.js';
import type { Documentation } from './documentation.js';
import { defineRule, type RuleContext } from './rule.js';
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
    { text: '```\nif (a\u2066b) {}\n```\n', finds: ['\u2066'], fixed: '```\nif (ab) {}\n```\n' },
    {
      text: '见[网页](https://exam\u200bple.org/)。\n',
      finds: ['\u200b'],
      fixed: '见[网页](https://example.org/)。\n',
    },
    { text: 'The cata\u00ad\nlogue of proofs.\n', finds: ['\u00ad'], fixed: 'The catalogue of proofs.\n' },
    { text: '- 一。\n  \n- 二。\n', finds: ['  '], fixed: '- 一。\n\n- 二。\n' },
    { text: '## 加强思\u00a0想建设\n', finds: ['\u00a0'], suggested: '## 加强思想建设\n' },
    { text: '👨\u200d👩\u200d👧 ❤\ufe0f 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}\n', finds: [] },
    { text: '葛\u{e0100}城\n', finds: [] },
    { text: 'می\u200cخواهم\n', finds: [] },
    { text: '\u3000\u3000段首空两格，是常见的写法。\n', finds: [] },
    { text: '**第一条**\u3000各单位要认真落实。\n', finds: [] },
    { text: '**著作権の帰属**\u3000具体的には、検収書に署名が要る。\n', finds: [] },
    { text: '# 新征程\u3000新作为\n', finds: [] },
    { text: '第一作者\u3000第二作者\n', finds: [] },
    { text: '王\u3000刚、李建国、张\u3000明出席会议。\n', finds: [] },
    { text: '白日依山尽\u3000黄河入海流。\n', finds: [] },
    { text: '1\ufe0f\u20e3 ©\ufe0f ❤\ufe0f\n', finds: [] },
    { text: '책을\u3000읽는\u00a0사람이 많다.\n', finds: ['\u3000', '\u00a0'], suggested: '책을 읽는 사람이 많다.\n' },
    { text: 'Qu’est-ce\u00a0? 10\u00a0km\n', finds: [] },
    { text: 'שלום\u200f, עולם\n', finds: [] },
    { text: '```\na\n  \nb\n```\n', finds: [] },
  ],
};

type Context = RuleContext<'no-invisible-characters', { allow: string[] }>;

export default defineRule('no-invisible-characters', { allow: [] as string[] }, (context) => {
  const { prose, tree, report } = context;
  const { source } = prose;
  const hasInvisible = mayBeInvisible.test(source);
  const blankLines = /\n[^\S\n\r]+\r?(?:\n|$)|^\ufeff?[^\S\n\r]+\r?\n/.test(source);
  if (hasInvisible || blankLines) {
    const unprinted = unprintedIn(tree, source);
    if (hasInvisible) characters(context, unprinted);
    for (const { start, end } of blankLinesIn(source, unprinted))
      report({ kind: 'blank-line', args: {}, start, end, fix: { start, end, text: '', safety: 'safe' } });
  }
  if (/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(source)) for (const block of prose.blocks) spaces(context, block);
});

/** Looks at the source itself, since a link's address or a picture's words are no prose and suffer as well. */
function characters({ prose, options, report }: Context, unprinted: readonly Unprinted[]): void {
  const { source, lang } = prose;
  const allowed = new Set(options.allow.flatMap((text) => [...text]));
  const holder = holderOf(unprinted);
  for (const match of source.matchAll(invisibles)) {
    const kind = holder(match.index)?.kind;
    let at = match.index;
    let found = '';
    const tell = () => {
      if (found) report(findingFor(found, at - found.length, source));
      found = '';
    };
    for (const character of match[0]) {
      const right =
        (at === 0 && character === '\ufeff') ||
        allowed.has(character) ||
        (kind !== undefined && kind !== 'header' && !turnsDirection(character)) ||
        isLawfulInvisible(character, source, at, lang);
      if (right) tell();
      else found += character;
      at += character.length;
    }
    tell();
  }
}

type Finding = Parameters<Context['report']>[0];

function findingFor(run: string, start: number, source: string): Finding {
  const end = start + run.length;
  const code = codesOf(run);
  const windows = windowsCharacter(run);
  if (windows !== undefined)
    return {
      kind: 'windows',
      args: { code, expected: windows },
      start,
      end,
      fix: { start, end, text: windows, safety: 'suggest' },
    };
  if (/[\u2028\u2029]/.test(run))
    return { kind: 'line-separator', args: { code }, start, end, fix: { start, end, text: ' ', safety: 'suggest' } };
  const kind = kindOfInvisible(run);
  if (/[\u000b\u000c]/.test(run)) {
    // Word processors end a line or a page so; between words of an alphabet a space is needed then.
    const text = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]$/u.test(
      source.slice(start - 1, start),
    )
      ? ' '
      : '';
    const inLine =
      !/^(?:\r?\n|$)/.test(source.slice(end, end + 2)) &&
      !/(?:\n|^)$/.test(source.slice(Math.max(0, start - 1), start));
    return {
      kind,
      args: { code },
      start,
      end,
      fix: { start, end, text: inLine ? text : '', safety: inLine ? 'suggest' : 'safe' },
    };
  }
  // A soft hyphen that was printed parts a word over two lines.
  const lineEnd = /^\u00ad+$/.test(run) ? /^\r?\n[ \t]{0,8}(?=\p{Ll})/u.exec(source.slice(end, end + 12)) : null;
  return {
    kind,
    args: { code },
    start,
    end,
    fix: { start, end: end + (lineEnd?.[0].length ?? 0), text: '', safety: 'safe' },
  };
}

function spaces({ report }: Context, block: Block): void {
  for (const { from, to, certain, expected } of oddSpaces(block)) {
    const { start, end } = sourceRange(block, from, to);
    const code = codesOf(block.text.slice(from, to));
    report({
      kind: code === 'U+3000' && expected === ' ' ? 'wide-space' : 'space',
      args: { code },
      start,
      end,
      fix: { start, end, text: expected, safety: certain ? 'safe' : 'suggest' },
    });
  }
}

function codesOf(run: string): string {
  const codes = [...new Set([...run])].map(
    (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return codes.slice(0, 3).join(' ');
}
