import { signs, utf8AsGbk } from './characters/misreadings.js';
import type { Documentation } from './documentation.js';
import { defineRule } from './rule.js';
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
    { text: 'Such a file shows “Ã©” for é.\n', finds: [] },
    { text: 'Le format « diff combiné\u00a0» et l’index é\u00a0—\n', finds: [] },
    { text: 'São Paulo, Ärger, Ångström, œuvre, Ðuro.\n', finds: [] },
    { text: 'Il dit « À BIENTÔT » et sortit du CAFÉ».\n', finds: [] },
    { text: '水很烫烫的。屯田。\n', finds: [] },
    { text: 'Россия и СССР.\n', finds: [] },
    { text: '`Ã©` ist ein Beispiel.\n', finds: [] },
    { text: '鍙鐨等字很少见。\n', finds: [] },
  ],
};

export default defineRule('no-mojibake', { allow: [] as string[] }, ({ prose, options, report }) => {
  const { source } = prose;
  const suspicious = [...signs, utf8AsGbk()].filter(
    ({ pattern, needs }) => (!needs || needs.test(source)) && source.search(pattern) >= 0,
  );
  if (suspicious.length === 0) return;
  for (const block of prose.blocks) {
    const taken = new Uint8Array(block.text.length);
    for (const { pattern, needs, judge } of suspicious) {
      if (needs && !needs.test(block.text)) continue;
      for (const match of block.text.matchAll(pattern)) {
        if (options.allow.includes(match[0])) continue;
        const found = judge(match[0]);
        if (!found) continue;
        const from = match.index + (found.from ?? 0);
        const to = match.index + (found.to ?? match[0].length);
        if (taken.subarray(from, to).includes(1)) continue;
        const text = block.text.slice(from, to);
        if (found.kind === 'misread' && isMentioned(block.text, from, to)) continue;
        taken.fill(1, from, to);
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

/** A letter or two in quotation marks of their own: a text about character sets shows what they look like. */
const isMentioned = (text: string, from: number, to: number): boolean =>
  to - from <= 3 &&
  (/[“‘„«「"']/.test(text[from - 1] ?? '') || /[”’“»」"']/.test(text[to] ?? '')) &&
  !/\p{L}/u.test(text[from - 1] ?? '');
