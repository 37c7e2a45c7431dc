import type { Root } from 'mdast';
import { eastAsianSigns, withHoles } from './characters/east-asian.js';
import { hanSigns } from './characters/han-misread.js';
import { replacements, signs, utf8AsGbk, utf8AsShiftJis } from './characters/misreadings.js';
import { headerOf } from './characters/places.js';
import type { Documentation } from './documentation.js';
import { imagesIn } from './resources/images.js';
import { defineRule, type Fix } from './rule.js';
import { type Prose, sourceRange } from './text/prose.js';

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
    { text: 'これは縺吶↑繧上■です。\n', finds: ['縺吶↑繧上■'], suggested: 'これはすなわちです。\n' },
    { text: 'Text fÃƒÂ¼r alle.\n', finds: ['ÃƒÂ¼'], suggested: 'Text für alle.\n' },
    { text: '題名は“‚±‚ñ‚É‚¿‚Í”です。\n', finds: ['‚±‚ñ‚É‚¿‚Í'], suggested: '題名は“こんにちは”です。\n' },
    { text: 'Вот рТЙЧЕФ и Ìîñêâà.\n', finds: ['рТЙЧЕФ', 'Ìîñêâà'], suggested: 'Вот Привет и Москва.\n' },
    { text: '문서는 ´ëÇÑ¹Î±¹ 것이다.\n', finds: ['´ëÇÑ¹Î±¹'], suggested: '문서는 대한민국 것이다.\n' },
    { text: 'Gr√∂√üe und f√ºr.\n', finds: ['√∂√ü', '√º'], suggested: 'Größe und für.\n' },
    {
      text: '規則では、資料は評価縺吶ｋ縺薙→縺ｫ縺ｪ縺｣縺ｦ縺\ufffdｋ。\n',
      finds: ['縺吶ｋ縺薙→縺ｫ縺ｪ縺｣縺ｦ縺\ufffdｋ'],
    },
    {
      text: '---\nlang: ko\n---\n\n마을 사람들은 胶农赋飘俊辑 종이를 만들었다.\n',
      finds: ['胶农赋飘俊辑'],
      suggested: '---\nlang: ko\n---\n\n마을 사람들은 스크립트에서 종이를 만들었다.\n',
    },
    { text: '村里的人都说涴欴腔詞測蚗很好。\n', finds: ['涴欴腔詞測蚗'] },
    { text: '---\nlang: ko\n---\n\n大學과 圖書館, 그리고 東西南北이라는 말.\n', finds: [] },
    { text: '“真的吗？？？？”她问，“鬼魅魍魉，踽踽独行。”\n', finds: [] },
    {
      text: '軟件的配置宸ヤ綔鍙樺緱瀹规槗。\n',
      finds: ['宸ヤ綔鍙樺緱瀹规槗'],
      suggested: '軟件的配置工作变得容易。\n',
    },
    { text: '请把鎶婂噯澶囧ソ页面收好。\n', finds: ['鎶婂噯澶囧ソ'], suggested: '请把把准备好页面收好。\n' },
    { text: '次の邂｡逅\ufffdｦ冗ｨ九°繧峨\ufffdを見る。\n', finds: ['邂｡逅\ufffdｦ冗ｨ九°繧峨\ufffd'] },
    { text: '做法是使å°½å\ufffd¯èƒ½å°\ufffd令它取值。\n', finds: ['å°½å\ufffd¯èƒ½å°\ufffd'] },
    { text: '次の･ﾗ･ｩ･､･､ﾈ､ﾎを見る。\n', finds: ['･ﾗ･ｩ･､･､ﾈ､ﾎ'] },
    {
      text: '図は\u0082±\u0082Ì\u008f\u00cdの最後にある。\n',
      finds: ['\u0082±\u0082Ì\u008f\u00cd'],
      suggested: '図はこの章の最後にある。\n',
    },
    { text: '문서의 ﾀﾏｷﾎ ｹﾙｲﾛ 보존한다. 그것은????다른 일이다.\n', finds: ['ﾀﾏｷﾎ ｹﾙｲﾛ', '????'] },
    { text: 'ﾃﾞｰﾀ､ｶﾅとｶｳﾝﾀを読む。本当????\n', finds: [] },
    { text: 'Près de lâ€™école.\n', finds: ['â€™'], suggested: 'Près de l’école.\n' },
    { text: 'Es läuft regelmÃ¤ßig.\n', finds: ['Ã¤'], suggested: 'Es läuft regelmäßig.\n' },
    { text: '![CafÃ©](a.png) is shown.\n', finds: ['Ã©'], suggested: '![Café](a.png) is shown.\n' },
    { text: '10Â km of roadÂ work.\n', finds: ['Â ', 'Â '], suggested: '10 km of road work.\n' },
    { text: 'Such a file shows “Ã©” for é.\n', finds: [] },
    { text: 'Le format « diff combiné\u00a0» et l’index é\u00a0—\n', finds: [] },
    { text: 'São Paulo, Ärger, Ångström, œuvre, Ðuro.\n', finds: [] },
    { text: 'Il dit « À BIENTÔT » et sortit du CAFÉ».\n', finds: [] },
    { text: '水很烫烫的。屯田。\n', finds: [] },
    { text: 'Россия и СССР, мРНК, ВКонтакте.\n', finds: [] },
    { text: 'Buchstaben: äöüÄÖÜß, ÀÁÂÃÄÅÆÇÈÉÊË, ÁÉÍÓÚÑ.\n', finds: [] },
    { text: '“AMANHÃ” e «IRMû, √2π, f√x, ƒ(x).\n', finds: [] },
    { text: '`Ã©` ist ein Beispiel.\n', finds: [] },
    { text: '鍙鐨等字很少见。\n', finds: [] },
  ],
};

export default defineRule('no-mojibake', { allow: [] as string[] }, ({ tree, prose, options, report }) => {
  const { source, lang } = prose;
  let seen: Uint8Array | undefined;
  const has = (characters: string) => {
    seen ??= unitsIn(source);
    for (let index = 0; index < characters.length; index++) if (seen[characters.charCodeAt(index)]) return true;
    return false;
  };
  const suspicious = [
    withHoles,
    ...signs,
    ...eastAsianSigns,
    ...hanSigns,
    ...utf8AsShiftJis(),
    utf8AsGbk(),
    replacements,
  ].filter(
    (sign) =>
      (!sign.lang || sign.lang.test(lang)) &&
      (!sign.anyOf || has(sign.anyOf())) &&
      (!sign.needs || sign.needs.test(source)) &&
      source.search(sign.pattern) >= 0,
  );
  if (suspicious.length === 0) return;
  for (const { text, at } of stretchesOf(tree, prose)) {
    const taken = new Uint8Array(text.length);
    for (const { pattern, needs, judge } of suspicious) {
      if (needs && !needs.test(text)) continue;
      for (const { 0: run, index } of text.matchAll(pattern)) {
        if (options.allow.includes(run)) continue;
        const around = { before: text[index - 1] ?? '', after: text[index + run.length] ?? '', lang };
        const found = judge(run, around);
        if (!found) continue;
        const from = index + (found.from ?? 0);
        const to = index + (found.to ?? run.length);
        if (taken.subarray(from, to).includes(1) || (found.kind === 'misread' && isMentioned(text, from, to))) continue;
        taken.fill(1, from, to);
        const { start, end } = at(from, to);
        // The parser shows a null character so; that is another rule's.
        if (found.kind === 'replacement' && !source.slice(start, end).includes('\ufffd')) continue;
        const place = { start, end };
        const shown = text.slice(from, to);
        if (found.kind === 'misread') {
          const { expected } = found;
          const fix: Fix = { ...place, text: expected, safety: 'suggest' };
          const short = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
          report({ kind: 'misread', args: { text: short, expected }, ...place, fix });
        } else if (found.kind === 'private') {
          const code = `U+${shown.codePointAt(0)!.toString(16).toUpperCase()}`;
          report({ kind: 'private', args: { code }, ...place });
        } else report({ kind: found.kind, args: { text: shown.slice(0, 20) }, ...place });
      }
    }
  }
});

/** Which code units a text has. */
function unitsIn(text: string): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (let index = 0; index < text.length; index++) units[text.charCodeAt(index)] = 1;
  return units;
}

interface Stretch {
  text: string;
  at(from: number, to: number): { start: number; end: number };
}

/** What people read: prose, the header, and the words and titles of pictures. */
function* stretchesOf(tree: Root, { blocks, source }: Prose): Generator<Stretch> {
  for (const block of blocks) yield { text: block.text, at: (from, to) => sourceRange(block, from, to) };
  const places = [headerOf(tree), ...imagesIn(tree, source)];
  for (const place of places) {
    if (!place) continue;
    const { start, end } = place;
    yield { text: source.slice(start, end), at: (from, to) => ({ start: start + from, end: start + to }) };
  }
}

/** A letter or two in quotation marks of their own: a text about character sets shows what they look like. */
const isMentioned = (text: string, from: number, to: number): boolean =>
  to - from <= 3 &&
  !/\p{L}['’]$/u.test(text.slice(Math.max(0, from - 2), from)) &&
  (/[“‘„«「"']/.test(text[from - 1] ?? '') || /[”’“»」"']/.test(text[to] ?? '')) &&
  !/\p{L}/u.test(text[from - 1] ?? '');
