import { inPieces, isLawfulRun, lookalikes, mayBeInPieces, ordinaryFor } from './characters/lookalikes.js';
import { isCyrillicLanguage, mayBeMixed, otherAlphabet } from './characters/other-alphabet.js';
import { headerOf } from './characters/places.js';
import type { Documentation } from './documentation.js';
import { imagesIn } from './resources/images.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type Prose, sourceRange } from './text/prose.js';
import { isHan } from './text/scripts.js';

export const documentation: Documentation = {
  summary: {
    en: 'Characters that only look like the ordinary ones',
    zh: '只是看起来像普通汉字的字符',
  },
  details: {
    en: 'Fonts in a PDF often name the shapes of a character, not the character: the radical ⽉ (U+2F49) for 月, the ligature ﬁ for fi, ﺏ for the letter ب. A file system may write が, 한 or é in pieces, a letter and its mark apart, and a page that was set in columns has ︑ for 、. On paper nobody sees a difference, but a search does not find the word, a dictionary does not know it, and a speech program skips it. `galley fix` puts the ordinary character in place. In titles and names of the header it only suggests it, since a name may be written with such a form on purpose; list those in `allow`. A Cyrillic а in a Latin word, or a Latin one in a Cyrillic word, is of the same kind: scans and copied addresses bring it.',
    zh: 'PDF 里的字体往往只记字形，不记是哪个字：用部首 ⽉（U+2F49）代替“月”，用连字 ﬁ 代替 fi。有的文件系统把 が、한、é 拆成字母和符号两截，竖排的版面会留下 ︑ 这样的标点。印在纸上看不出差别，但读者搜不到这个词，词典不认识它，朗读软件会跳过它。“galley fix”会换成普通字符。稿件开头的标题和姓名只给出建议，因为人名可能有意用这样的字；这样的字请写进 `allow`。拉丁文单词里混进的西里尔字母 а，或者反过来，也属于这一类：多半来自扫描识别或复制。',
  },
  options: {
    allow: {
      en: 'Characters that are right as they are, such as those of a name',
      zh: '本来就应这样写的字，例如人名用字',
    },
  },
  examples: [
    { text: '⽉亮升起来了。\n', finds: ['⽉'], fixed: '月亮升起来了。\n' },
    { text: '年⻓者⻘睐⻋站。\n', finds: ['⻓', '⻘', '⻋'], fixed: '年长者青睐车站。\n' },
    { text: 'The ofﬁce is on the ﬁrst ﬂoor.\n', finds: ['ﬁ', 'ﬁ', 'ﬂ'], fixed: 'The office is on the first floor.\n' },
    { text: '更多\uf901料。\n', finds: ['\uf901'], fixed: '更多更料。\n' },
    { text: 'ｶﾞｲﾄﾞを読む。\n', finds: ['ｶﾞｲﾄﾞ'], fixed: 'ガイドを読む。\n' },
    { text: 'か\u3099いと\u3099を読む。\n', finds: ['か\u3099', 'と\u3099'], fixed: 'がいどを読む。\n' },
    {
      text: '\u1112\u1161\u11ab\u1100\u1173\u11af 문서.\n',
      finds: ['\u1112\u1161\u11ab\u1100\u1173\u11af'],
      fixed: '한글 문서.\n',
    },
    { text: 'Cafe\u0301 is closed.\n', finds: ['e\u0301'], fixed: 'Café is closed.\n' },
    {
      text: '北風が吹いた︑と彼は﹁言った﹂。\n',
      finds: ['︑', '﹁', '﹂'],
      fixed: '北風が吹いた、と彼は「言った」。\n',
    },
    { text: '𝐁𝐨𝐥𝐝 words.\n', finds: ['𝐁𝐨𝐥𝐝'], fixed: 'Bold words.\n' },
    { text: '𝗧𝗵𝗲 𝗲𝗻𝗱 of it.\n', finds: ['𝗧𝗵𝗲 𝗲𝗻𝗱'], fixed: 'The end of it.\n' },
    { text: '![⽉亮图](⽉.png) 如上。\n', finds: ['⽉'], fixed: '![月亮图](⽉.png) 如上。\n' },
    { text: 'The mean x\u0304 and a\u0332.\n', finds: [] },
    { text: '\uf91d先生\n', finds: [], options: { allow: ['\uf91d'] } },
    { text: 'The pаper is thin.\n', finds: ['а'], suggested: 'The paper is thin.\n' },
    { text: 'Бyмага и Git-репозиторий.\n', finds: ['y'], suggested: 'Бумага и Git-репозиторий.\n' },
    { text: '月亮、青年、车站。\n', finds: [] },
    { text: '第Ⅲ章，第①条，重 5 ㎏。\n', finds: [] },
    { text: '葛\u{e0100}城、𠮷野家。\n', finds: [] },
    { text: '`⽉` 是部首。\n', finds: [] },
    { text: 'The set 𝒜 is open, 𝑘𝑇 and 𝑅𝑒 are numbers, 𝟏𝟎 is bold.\n', finds: [] },
    { text: '(･ω･) と言う。\n', finds: [] },
    { text: 'これは譁ｭ髱です。\n', finds: [] },
    { text: '﨑 and 﨎 are ideographs of their own.\n', finds: [] },
  ],
};

export default defineRule('no-compat-codepoints', { allow: [] as string[] }, ({ tree, prose, options, report }) => {
  const { source } = prose;
  if (mayBeMixed.test(source)) otherLetters(prose, options.allow, report);
  const hasPieces = mayBeInPieces.test(source);
  if (!hasPieces && source.search(lookalikes) < 0) return;
  const allowed = new Set(options.allow.flatMap((text) => [...text]));

  const look = (
    text: string,
    safety: Fix['safety'],
    at: (from: number, to: number) => { start: number; end: number },
  ) => {
    const say = (from: number, to: number, expected: string) => {
      const actual = text.slice(from, to);
      const { start, end } = at(from, to);
      const args = { actual, code: codes(actual), expected };
      report({ kind: 'character', args, start, end, fix: { start, end, text: expected, safety } });
    };
    for (const match of text.matchAll(lookalikes)) {
      if (isLawfulRun(match[0]) || isMisread(text, match.index, match[0])) continue;
      for (const { from, to, ordinary } of stretches(match[0], allowed))
        say(match.index + from, match.index + to, ordinary);
    }
    if (!hasPieces) return;
    for (const { 0: run, index } of text.matchAll(inPieces)) {
      const whole = run.normalize('NFC');
      if (whole !== run && !allowed.has(run)) say(index, index + run.length, whole);
    }
  };
  for (const block of prose.blocks) look(block.text, 'safe', (from, to) => sourceRange(block, from, to));
  const inSource = (start: number, end: number, safety: Fix['safety']) =>
    look(source.slice(start, end), safety, (from, to) => ({ start: start + from, end: start + to }));
  // Of a picture its words alone: the file may well be called so.
  for (const { start, end } of imagesIn(tree, source)) {
    const words = /^!\[[^[\]]*\]/.exec(source.slice(start, end))?.[0];
    if (words) inSource(start, start + words.length, 'safe');
  }
  const header = headerOf(tree);
  if (header) inSource(header.start, header.end, 'suggest');
});

/** Letters of another alphabet within a word: a Cyrillic а in “pаper”. */
function otherLetters(
  { blocks, lang }: Prose,
  allow: string[],
  report: RuleContext<'no-compat-codepoints', object>['report'],
): void {
  for (const block of blocks) {
    for (const { from, to, word, alphabet, expected } of otherAlphabet(block.text, isCyrillicLanguage(lang))) {
      const actual = block.text.slice(from, to);
      if (allow.includes(word) || allow.includes(actual)) continue;
      const { start, end } = sourceRange(block, from, to);
      const args = { actual, code: codes(actual), expected, word };
      report({ kind: alphabet, args, start, end, fix: { start, end, text: expected, safety: 'suggest' } });
    }
  }
}

/** The stretches of a run that have an ordinary form and are not allowed, with that form. Half-width kana are read together with their marks. */
function* stretches(
  run: string,
  allowed: ReadonlySet<string>,
): Generator<{ from: number; to: number; ordinary: string }> {
  let from = 0;
  let ordinary = '';
  let position = 0;
  for (const character of run) {
    // The spaces within a stretch of letters that only look bold.
    const between = ordinary !== '' && / |’|-/.test(character);
    const plain = allowed.has(character) ? undefined : between ? character : ordinaryFor(character);
    if (plain === undefined) {
      if (ordinary) yield { from, to: position, ordinary: joined(run.slice(from, position), ordinary) };
      from = position + character.length;
      ordinary = '';
    } else ordinary += plain;
    position += character.length;
  }
  if (ordinary) yield { from, to: position, ordinary: joined(run.slice(from, position), ordinary) };
}

/** One half-width kana between two Han characters: the trace of a wrong character set, which is another rule's. */
const isMisread = (text: string, index: number, run: string): boolean =>
  /^[\uff66-\uff9f]$/.test(run) && isHan(text[index - 1] ?? '') && isHan(text[index + 1] ?? '');

const joined = (written: string, ordinary: string) =>
  /[\uff61-\uffdc]/.test(written) ? written.normalize('NFKC') : ordinary;

function codes(text: string): string {
  const [first, ...others] = [...text].map(
    (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return others.length > 2 ? `${first}…` : [first, ...others].join(' ');
}
