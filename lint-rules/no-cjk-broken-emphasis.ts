import type { Documentation } from './documentation.js';
import { defineRule, type Fix } from './rule.js';
import { type Block, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Emphasis that is bold for one reader and asterisks for another',
    zh: '有的地方显示为强调、有的地方显示为星号的强调标记',
  },
  details: {
    en: 'By the rules of CommonMark, `**` is no emphasis when it stands between a punctuation mark and a letter: in `**聚合思想。**思想` GitHub prints the asterisks, while other programs print bold. In languages without spaces this happens all the time. `galley fix` moves the punctuation outside: `**聚合思想**。思想`. Blanks between the signs and the text have the same effect and are taken out.',
    zh: '按 CommonMark 的规定，夹在标点和文字之间的 `**` 不算强调：`**聚合思想。**思想` 在 GitHub 上会印出星号，在别的程序里却是粗体。中文、日文词间没有空格，很容易这样。“galley fix”会把标点移到外面：`**聚合思想**。思想`。符号与文字之间有空格也会这样，空格会一并删去。',
  },
  examples: [
    { text: '**聚合思想。**思想影响行为。\n', finds: ['**聚合思想。**'], fixed: '**聚合思想**。思想影响行为。\n' },
    { text: '这是**“重点”**的内容。\n', finds: ['**“重点”**'], fixed: '这是“**重点**”的内容。\n' },
    { text: '见**《办法》**第三条。\n', finds: ['**《办法》**'], fixed: '见《**办法**》第三条。\n' },
    { text: 'これは**「校正」**です。\n', finds: ['**「校正」**'], fixed: 'これは「**校正**」です。\n' },
    { text: '这是** 重点 **内容。\n', finds: ['** 重点 **'], fixed: '这是**重点**内容。\n' },
    { text: '这是__重点__内容。\n', finds: ['__重点__'], fixed: '这是**重点**内容。\n' },
    {
      text: '**[办法](a.md)。**各单位执行。\n',
      finds: ['**[办法](a.md)。**'],
      fixed: '**[办法](a.md)**。各单位执行。\n',
    },
    {
      text: '本书依许可**（CC BY 4.0）**发布。\n',
      finds: ['**（CC BY 4.0）**'],
      fixed: '本书依许可（**CC BY 4.0**）发布。\n',
    },
    { text: '**聚合思想**。思想影响行为。\n', finds: [] },
    { text: '3*4*5 等于六十。\n', finds: [] },
    { text: '作者甲*，作者乙*\n', finds: [] },
    { text: '写作 \\*\\*重点。\\*\\*内容 时不算。\n', finds: [] },
    { text: '`**聚合思想。**思想` 是例子。\n', finds: [] },
    { text: '他骂了一句***，就走了。\n', finds: [] },
    { text: '文件名是 snake_case_name，模式是 *.md。\n', finds: [] },
    { text: 'A footnote* and another.*\n', finds: [] },
  ],
};

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** Marks that were left as text around a stretch without any. */
const leftOver = /(?<![*_~\\])(\*{1,3}|__|~~)(?!\1)([^*_~\n]{1,200})(?<!\\)\1(?![*_~])/gu;
const opening = /^[“‘「『《〈（(【〔［[{"']+/u;
const closing = /[”’」』》〉）)】〕］\]}"'。，、；：！？．.,;:!?…—]+$/u;
const hasCjk = new RegExp(`[${cjk}]`, 'u');
const letterAround = /^[\p{L}\p{N}]$/u;

export default defineRule('no-cjk-broken-emphasis', {}, ({ prose, report }) => {
  if (!/[*_~]/.test(prose.source)) return;
  for (const block of prose.blocks) {
    if (!/\*|__|~~/.test(block.text) || !hasCjk.test(block.text)) continue;
    for (const match of block.text.matchAll(leftOver)) {
      const [whole, mark, inner] = match as unknown as [string, string, string];
      const kind = kindOf(block.text, match.index, whole, mark, inner);
      if (!kind) continue;
      const { start, end } = sourceRange(block, match.index, match.index + whole.length);
      if (!stands(prose.source, start, mark) || !stands(prose.source, end - mark.length, mark)) continue;
      const text = inner.trim();
      report({ kind, args: { text, mark }, start, end, fix: fixFor(block, match.index, mark, inner, prose.source) });
    }
  }
});

/** Whether the marks stand in the source as they are, not escaped. */
const stands = (source: string, at: number, mark: string) => source.startsWith(mark, at) && source[at - 1] !== '\\';

function kindOf(
  text: string,
  index: number,
  whole: string,
  mark: string,
  inner: string,
): 'marks' | 'blanks' | undefined {
  const before = text[index - 1] ?? '';
  const after = text[index + whole.length] ?? '';
  if (!hasCjk.test(inner) && !(mark.length > 1 && (hasCjk.test(before) || hasCjk.test(after)))) return undefined;
  const trimmed = inner.trim();
  if (trimmed !== inner) {
    // A single asterisk with blanks around is a sign of its own.
    return mark.length > 1 && trimmed.length > 0 && !closing.test(trimmed.slice(0, 1)) ? 'blanks' : undefined;
  }
  if (/^[，。、；：！？,;:!?]/.test(inner)) return undefined;
  const opensBadly = opening.test(inner) && letterAround.test(before);
  const closesBadly = closing.test(inner) && letterAround.test(after);
  const underscores = mark === '__' && (letterAround.test(before) || letterAround.test(after));
  return opensBadly || closesBadly || underscores ? 'marks' : undefined;
}

/** The same stretch with what is punctuation at its ends moved outside of the marks. */
function fixFor(block: Block, index: number, mark: string, inner: string, source: string): Fix {
  const { start, end } = sourceRange(block, index, index + inner.length + 2 * mark.length);
  const first = index + mark.length;
  const trimmed = inner.trim();
  const lead = inner.indexOf(trimmed);
  const open = opening.exec(trimmed)?.[0].length ?? 0;
  const close = closing.exec(trimmed.slice(open))?.[0].length ?? 0;
  const from = first + lead + open;
  const to = first + lead + trimmed.length - close;
  const slice = (a: number, b: number) =>
    a < b ? source.slice(sourceRange(block, a, b).start, sourceRange(block, a, b).end) : '';
  // What is between, with links and code as they are written there.
  const middleStart =
    open > 0
      ? sourceRange(block, from - 1, from).end
      : sourceRange(block, first - 1, first).end + blanks(source, sourceRange(block, first - 1, first).end);
  const middleEnd = close > 0 ? sourceRange(block, to, to + 1).start : end - mark.length;
  const middle = source.slice(middleStart, middleEnd).trim();
  const sign = mark === '__' ? '**' : mark;
  const text = `${slice(first + lead, from)}${sign}${middle}${sign}${slice(to, first + lead + trimmed.length)}`;
  return { start, end, text, safety: 'safe' };
}

const blanks = (source: string, at: number) => /^[ \t]*/.exec(source.slice(at, at + 40))![0].length;
