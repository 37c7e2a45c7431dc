import { bytesIn, decoded, windowsBytes } from './characters/encodings.js';
import type { Documentation } from './documentation.js';
import { defineRule } from './rule.js';
import { lexicon } from './text/lexicon.js';
import { sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Text that was read with the wrong character set',
    zh: '用错字符集读出的乱码',
  },
  details: {
    en: 'A file was once opened, sent or converted with another character set than it was written in, and letters became other letters: “é” became “Ã©”, 中文 became “ä¸­æ–‡” or 涓枃. Where nothing could be read at all, � or 锟斤拷 stand. Characters of private use had a shape only in the font of the original. Where the way back is certain, the rule suggests the original; compare it all the same.',
    zh: '文件曾用另一种字符集打开、传送或转换，字就变成了别的字：“é”变成“Ã©”，“中文”变成“ä¸­æ–‡”或“涓枃”；完全读不出来的地方留下 � 或“锟斤拷”。专用区的字符只有原稿的字体才有字形。能够还原时，本规则给出原文，但仍请对照原稿。',
  },
  options: {
    allow: { en: 'Stretches that are right as they are', zh: '本来就应这样写的文字' },
  },
  examples: [
    { text: '会议\ufffd\ufffd开始了。\n', finds: ['\ufffd\ufffd'] },
    { text: '结果是锟斤拷锟斤拷。\n', finds: ['锟斤拷锟斤拷'] },
    { text: '内存里全是烫烫烫。\n', finds: ['烫烫烫'] },
    { text: 'A cafÃ© in Paris.\n', finds: ['Ã©'], suggested: 'A café in Paris.\n' },
    { text: 'Itâ€™s late.\n', finds: ['â€™'], suggested: 'It’s late.\n' },
    { text: '这是ä¸­æ–‡。\n', finds: ['ä¸­æ–‡'], suggested: '这是中文。\n' },
    { text: 'Привет: РџСЂРёРІРµС‚.\n', finds: ['РџСЂРёРІРµС‚'], suggested: 'Привет: Привет.\n' },
    { text: 'A bullet \uf0b7 here.\n', finds: ['\uf0b7'] },
    { text: '标题是ÖÐ¹úÈËÃñ。\n', finds: ['ÖÐ¹úÈËÃñ'], suggested: '标题是中国人民。\n' },
    { text: 'São Paulo, Ärger, Ångström, œuvre, Ðuro.\n', finds: [] },
    { text: 'Il dit « À BIENTÔT » et sortit du CAFÉ».\n', finds: [] },
    { text: '水很烫烫的。屯田。\n', finds: [] },
    { text: 'Россия и СССР.\n', finds: [] },
    { text: '`Ã©` ist ein Beispiel.\n', finds: [] },
    { text: '鍙鐨等字很少见。\n', finds: [] },
  ],
};

type Found =
  | { kind: 'replacement' | 'filler' | 'garbled' }
  | { kind: 'private' }
  | { kind: 'misread'; expected: string };

interface Sign {
  /** What a careful look is worth at; bounded. */
  pattern: RegExp;
  judge(run: string): Found | undefined;
}

const trails = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

const signs: Sign[] = [
  { pattern: /\ufffd+/gu, judge: () => ({ kind: 'replacement' }) },
  { pattern: /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]+/gu, judge: () => ({ kind: 'private' }) },
  { pattern: /(?:锟斤拷){1,60}|锟斤|烫{3,60}|屯{3,60}|(?:錕斤拷){1,60}/gu, judge: () => ({ kind: 'filler' }) },
  // Bytes of UTF-8 taken for Windows-1252: a lead byte and as many trail bytes as it calls for.
  {
    pattern: new RegExp(
      `(?:[\\u00c2-\\u00df][${trails}]|[\\u00e0-\\u00ef][${trails}]{1,2}|[\\u00f0-\\u00f4][${trails}]{2,3}){1,200}`,
      'gu',
    ),
    judge: fromWindows,
  },
  // Bytes of GBK or EUC-JP taken for Latin-1: letters with accents and signs in a row, as no language has them.
  { pattern: /[\u00a1-\u00ff]{4,400}/gu, judge: fromLatin },
  // Bytes of UTF-8 taken for Windows-1251.
  {
    pattern: /(?:[РСВ][\u00a0-\u00bbЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї]){3,200}/gu,
    judge: (run) => repaired('windows-1251', run),
  },
  // Bytes of UTF-8 taken for Shift_JIS: kana begin with 縺 or 繧.
  {
    pattern: /[^\s\p{ASCII}]{0,2}(?:[縺繧繝][^\s\p{ASCII}]{1,4}){2,200}/gu,
    judge: (run) => repaired('shift_jis', run) ?? { kind: 'garbled' },
  },
];

export default defineRule('no-mojibake', { allow: [] as string[] }, ({ prose, options, report }) => {
  const { source } = prose;
  const suspicious = signs.filter(({ pattern }) => source.search(pattern) >= 0);
  const gbk = utf8AsGbk();
  const hasGbk = source.search(gbk.pattern) >= 0;
  if (suspicious.length === 0 && !hasGbk) return;
  for (const block of prose.blocks) {
    const taken: { start: number; end: number }[] = [];
    for (const { pattern, judge } of hasGbk ? [...suspicious, gbk] : suspicious) {
      for (const match of block.text.matchAll(pattern)) {
        const text = match[0];
        const [from, to] = [match.index, match.index + text.length];
        if (options.allow.includes(text) || taken.some(({ start, end }) => start < to && from < end)) continue;
        const found = judge(text);
        if (!found) continue;
        taken.push({ start: from, end: to });
        const { start, end } = sourceRange(block, from, to);
        if (found.kind === 'misread') {
          const { expected } = found;
          const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
          report({
            kind: 'misread',
            args: { text: shown, expected },
            start,
            end,
            fix: { start, end, text: expected, safety: 'suggest' },
          });
        } else if (found.kind === 'private') {
          const code = `U+${text.codePointAt(0)!.toString(16).toUpperCase()}`;
          report({ kind: 'private', args: { code }, start, end });
        } else report({ kind: found.kind, args: { text: text.slice(0, 20) }, start, end });
      }
    }
  }
});

/** Whether a repaired text is one: letters and the marks of print, nothing that controls. */
const plausible = /^[\p{L}\p{M}\p{N}\p{P}\p{Sc}\p{Sm}\p{So}\p{Sk}\p{Zs}]+$/u;

function fromWindows(run: string): Found | undefined {
  const bytes = windowsBytes(run);
  const expected = bytes && decoded('utf-8', bytes);
  if (!bytes || !expected || !plausible.test(expected)) return undefined;
  // A capital with an accent before a closing mark is lawful: “CAFÉ”, « MENÜ ». Two bytes alone need the leads that European letters have.
  if (bytes.length === 2 && !/^[ÃÂ]/.test(run) && !(/^[ÄÅ]/.test(run) && !/[‘’“”»«…—–]$/.test(run))) return undefined;
  if (bytes.length === 2 && /^Â[^\u0080-\u00bf]/.test(run)) return undefined;
  return { kind: 'misread', expected };
}

function fromLatin(run: string): Found | undefined {
  const bytes = windowsBytes(run);
  if (!bytes || (!/[\u00a1-\u00bf\u00d0\u00d7\u00de\u00f0\u00f7\u00fe]/.test(run) && !isUnpronounceable(run)))
    return undefined;
  const expected = decoded('gbk', bytes);
  if (expected && /^[\p{Script=Han}\u3000-\u303f\uff00-\uff5e“”‘’…—·]+$/u.test(expected) && isReadable(expected))
    return { kind: 'misread', expected };
  const japanese = decoded('euc-jp', bytes);
  if (japanese && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff]+$/u.test(japanese))
    return { kind: 'misread', expected: japanese };
  return run.length >= 8 ? { kind: 'garbled' } : undefined;
}

/** More capitals with accents behind each other than a word in capitals of any language has. */
const isUnpronounceable = (run: string) => /[\u00c0-\u00df][\u00e0-\u00ff]|[\u00c0-\u00de]{3}/.test(run);

/** Whether Chinese text is made of characters in use. */
function isReadable(text: string): boolean {
  const words = lexicon();
  const letters = [...text].filter((one) => /\p{Script=Han}/u.test(one));
  return letters.length > 0 && letters.filter((one) => words.beginning(one) > 200).length >= letters.length * 0.7;
}

function repaired(encoding: 'gbk' | 'shift_jis' | 'windows-1251', run: string): Found | undefined {
  const bytes = bytesIn(encoding, run);
  const expected = bytes && decoded('utf-8', bytes);
  return expected && plausible.test(expected) ? { kind: 'misread', expected } : undefined;
}

let gbkSign: Sign | undefined;

/** Bytes of UTF-8 taken for GBK: Han characters of which the bytes are those of UTF-8 by their whole length. */
function utf8AsGbk(): Sign {
  if (gbkSign) return gbkSign;
  const decoder = new TextDecoder('gbk');
  // What the first two bytes of a Han character, of kana and of full-width marks look like.
  const leads = new Set<string>();
  for (let lead = 0xe3; lead <= 0xef; lead++) {
    for (let trail = 0x80; trail <= 0xbf; trail++) leads.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  const letters = [...leads].filter((one) => /^\p{Script=Han}$/u.test(one)).join('');
  gbkSign = {
    pattern: new RegExp(`[${letters}][\\p{Script=Han}€]{2,400}[?�]?`, 'gu'),
    judge(run) {
      const bytes = bytesIn('gbk', run.replace(/[?�€]+$/u, ''));
      if (!bytes || bytes.length < 6) return undefined;
      const expected = decoded('utf-8', bytes);
      if (
        !expected ||
        [...expected].length < 2 ||
        !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff5e“”‘’…—]+$/u.test(expected)
      )
        return undefined;
      return isReadable(expected) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(expected)
        ? { kind: 'misread', expected }
        : undefined;
    },
  };
  return gbkSign;
}
