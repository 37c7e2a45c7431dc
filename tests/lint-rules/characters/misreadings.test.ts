import { describe, expect, test } from 'vitest';
import { bytesIn, windowsOf } from '../../../lint-rules/characters/encodings.js';
import rule from '../../../lint-rules/no-mojibake.js';
import { lintWith, reported } from '../support/lint.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const windows = (bytes: Uint8Array) => Array.from(bytes, windowsOf).join('');
const found = (text: string) => lintWith(rule, text).map((message) => reported(message, text));
const suggested = (text: string) => lintWith(rule, text).map(({ fix }) => fix?.text);

const european = [
  'für',
  'Größe',
  'Übung',
  'naïve',
  'garçon',
  'São',
  'ñ',
  'č',
  'ł',
  'Łódź',
  'Dvořák',
  'Þór',
  'é',
  '×',
  'à',
];
const marks = ['“', '”', '’', '–', '—', '…', '•', '→', '≤', '€', '©', '°', '½', '·', 'ﬁ'];

describe('UTF-8 that was read as Windows-1252 is read back', () => {
  test.each([...european, ...marks])('%s', (word) => {
    const damaged = windows(utf8(word));
    const text = `Das Wort ${damaged} hier.`;
    const [fix] = lintWith(rule, text).map((message) => message.fix);
    expect(fix).toBeDefined();
    let mended = text;
    for (const { fix: each } of lintWith(rule, text).reverse())
      if (each) mended = mended.slice(0, each.start) + each.text + mended.slice(each.end);
    expect(mended).toBe(`Das Wort ${word} hier.`);
  });

  test.each(['für', 'Größe', '“', 'é'])('also when it happened twice: %s', (word) => {
    const twice = windows(utf8(windows(utf8(word))));
    expect(suggested(`Das Wort ${twice} hier.`).join('')).toBe([...word].filter((one) => one > '\u007f').join(''));
  });

  test.each(['会议精神', '推动高质量发展取得新成效', '資料を確認してください', 'Привет', '대한민국'])('%s', (text) =>
    expect(suggested(`X ${windows(utf8(text))} Y`)).toEqual([text]),
  );

  test('in headers and in the words of pictures', () => {
    expect(found('---\ntitle: cafÃ©\n---\n\nText.\n')).toEqual(['Ã©']);
    expect(found('![CafÃ©](a.png) is shown.\n')).toEqual(['Ã©']);
  });
});

describe('text in another character set that was read as Latin-1 is read back', () => {
  test.each(['中文', '会议精神', '各单位要认真落实会议精神', '图书馆', '全部'])('GBK: %s', (text) => {
    const bytes = bytesIn('gbk', text)!;
    expect(suggested(`题为${windows(bytes)}。`)).toEqual([text]);
  });

  test.each(['Привет', 'Москва', 'документ'])('Windows-1251: %s', (text) =>
    expect(suggested(`Вот ${windows(bytesIn('windows-1251', text)!)}.`)).toEqual([text]),
  );
});

test.each([
  'Buchstaben äöüÄÖÜß, ÄÖÜäöüß, àâçéèêëîïôûùüÿñæœ, ÀÂÇÉÈÊËÎÏÔÛÙÜŸÑÆŒ, ÀÁÂÃÄÅÆÇÈÉÊË',
  'ÅÄÖ åäö ÆØÅ æøå, ÁÉÍÓÚÑ áéíóúñ',
  'MÃE, IRMÃ, «IRMû, “AMANHÃ”, ÇÃO, AÇÕES, ALEMÃES',
  'Ísland þjóð Ægir ÞÓRÐUR, Việt Nam, đường, ÂU CƠ',
  '« PÂTÉ » À la FORÊT… ÎLE, ÉTÉ—HIVER, CAFÉ’S, “OLÉ”',
  '½×¾ ±5° §3 ¶ «µ» ©®, ¿Qué? ¡Sí! x²·y³',
  'Здравствуйте, РСФСР, ВСЁ, мРНК, Їжак, Україна, Ђорђе, Љубљана',
  '縺れ、繧繝、紧紧围绕新时代，浣溪沙，涓涓细流，琛琪璇琦、锜、鎏、铉',
  '老板笑眯眯的，说：「欸欸，等一下」。',
  '烫烫的茶；屯屯洼；√2π，f√x，ƒ(x)，√∂',
])('leaves %j alone', (text) => expect(found(text)).toEqual([]));

describe('UTF-8 that was read as a character set of East Asia, with signs among the characters', () => {
  test.each([
    ['zh-CN', '反腐败斗争褰㈠娍依然严峻复杂。', '褰㈠娍'],
    ['ja', '最後に一つの事螳溘↓豌励づく。', '螳溘↓豌'],
    ['ja', 'ギャップを蝓九ａ繧区焔段について考える。', '蝓九ａ繧区焔'],
  ])('%s: %s', (lang, text, part) => {
    const [first] = found(`---\nlang: ${lang}\n---\n\n${text}\n`);
    expect(first).toContain(part);
  });

  test('old spellings of Japanese are none', () => {
    expect(found('---\nlang: ja\n---\n\n驛長は證書を讀み、關所の雖も隨はずといふことを聲高に辯じた。\n')).toEqual([]);
  });
});
