import { describe, expect, test } from 'vitest';
import { type OwnRuleId, ruleModules } from '../../lint-rules/index.js';
import { lintWith, reported } from './support/lint.js';

const header = (lang: string) => `---\ntitle: A\nlang: ${lang}\n---\n\n`;

/** What a rule reports in a manuscript of one language, as it stands there. */
function finds(id: OwnRuleId, lang: string, text: string): string[] {
  const manuscript = `${header(lang)}${text}\n`;
  return lintWith(ruleModules[id].default, manuscript).map((message) => reported(message, manuscript));
}

/** Language, text, and what is reported there. */
type Case = [lang: string, text: string, found: string[]];

describe('enumerations', () => {
  const cases: Case[] = [
    ['en', 'I. The glue is hot.\n\nII. The thread is wet.\n\nIV. The cloth is dry.', ['IV.']],
    ['en', 'II) The glue is hot.\n\nIII) The thread is wet.', ['II)']],
    ['nl', 'i) De lijm is heet.\n\nii) Het garen is nat.\n\nii) Het linnen is droog.', ['ii)']],
    ['en', '(a) The glue is hot. (a) The thread is wet. (b) The cloth is dry. (c) So it is.', ['(a)']],
    ['en', '(1) hot glue; (2) wet thread; (4) dry cloth.', ['(4)']],
    ['en', '(1) The glue is hot.\n(2) The thread is wet.\n(4) The cloth is dry.', ['(4)']],
    ['pl', 'Krok 1: Klej jest gorący.\n\nKrok 3: Nić jest mokra.', ['Krok 3']],
    ['uk', 'Крок 1: Клей гарячий.\n\nКрок 3: Нитка мокра.', ['Крок 3']],
    ['tr', 'Adım 1: Tutkal sıcak.\n\nAdım 3: İplik ıslak.', ['Adım 3']],
    ['vi', 'Bước 1: Keo nóng.\n\nBước 3: Chỉ ướt.', ['Bước 3']],
    ['fr', 'Primo, la colle est chaude. Tertio, le fil est mouillé.', ['Tertio']],
    ['uk', 'По-перше, клей гарячий. По-третє, нитка мокра.', ['По-третє']],
    ['tr', 'Birincisi, tutkal sıcak. İkincisi, iplik ıslak. Dördüncüsü, bez kuru.', ['Dördüncüsü']],
    ['vi', 'Thứ nhất, keo nóng. Thứ ba, chỉ ướt.', ['Thứ ba']],
    ['de', 'Zweitens ist der Leim heiß. Drittens ist der Faden nass.', ['Zweitens']],
  ];
  test.each(cases)('%s: %j', (lang, text, found) => {
    expect(finds('no-broken-enumeration', lang, text)).toEqual(found);
  });

  const lawful: [string, string][] = [
    ['de', 'Leim kostet Geld, und er stinkt.\n\nZweitens ist der Faden nass.'],
    ['en', 'I. Newton glued.\n\nV. Woolf sewed.\n\nX. Nobody cut.'],
    ['en', '(1) See what comes of (3) and (5) in the end.\n\n(2) Go on.'],
  ];
  test.each(lawful)('%s: %j is lawful', (lang, text) => {
    expect(finds('no-broken-enumeration', lang, text)).toEqual([]);
  });

  test('the missing word is made like the others', () => {
    const [message] = lintWith(ruleModules['no-broken-enumeration'].default, 'Firstly, glue. Thirdly, thread.\n');
    expect(message?.message).toContain('“Secondly”');
  });
});

describe('characters', () => {
  const cases: [id: OwnRuleId, ...Case][] = [
    ['no-compat-codepoints', 'en', 'The pаper is thin, the glυe is not.', ['а']],
    ['no-mixed-width-punctuation', 'es', 'Desde 2018 hasta 2036,, nadie lo sabe.', [',,']],
    ['no-mojibake', 'fr', 'TÃ´t ou tard, la colle sèche.', ['Ã´']],
    ['no-compat-codepoints', 'ru', 'Бyмага тонкая.', ['y']],
    ['no-compat-codepoints', 'uk', 'Цей oбʼєкт тонкий.', ['o']],
    ['no-compat-codepoints', 'nl', 'De prĳs van ĳs.', ['ĳ', 'ĳ']],
    ['no-invisible-characters', 'en', 'The paper\u3000is thin.', ['\u3000']],
    ['no-mixed-width-punctuation', 'en', 'It was thin, , and dear. .', [', ,', '. .']],
    ['no-mixed-width-punctuation', 'en', 'It was thin． Then it tore.', ['．']],
    ['no-mixed-width-punctuation', 'en', 'It was thin:. Then it tore.', [':.']],
    ['no-mixed-width-punctuation', 'fr', 'Le papier （très fin） est cher.', ['（très fin）']],
    ['no-mojibake', 'fr', 'Le papier Г©tait trГЁs fin, lвЂ™encre aussi.', ['Г©', 'ГЁ', 'вЂ™']],
    ['no-mojibake', 'ru', 'Вот ПФДЕМШОЩН листы.', ['ПФДЕМШОЩН']],
    ['no-mojibake', 'fr', 'Le papier est trиs fin.', ['и']],
    ['no-mojibake', 'fr', 'Le dŽmon quÕun papier retient.', ['Ž', 'Õ']],
    ['no-mojibake', 'fr', 'J’√©tais l√† dans l’√©t√©.', ['√©', '√†', '√©', '√©']],
    ['no-mojibake', 'tr', 'Kâğıt çalƒ±şmasƒ±.', ['ƒ±', 'ƒ±']],
    ['no-mojibake', 'ru', 'Наша —Ä–∞–±–æ—Ç–∞ началась.', ['—Ä–∞–±–æ—Ç–∞']],
    ['no-mojibake', 'nl', 'Het is éÃ©n vel en ÃƒÂ©én draad.', ['Ã©', 'ÃƒÂ©']],
    ['no-mojibake', 'vi', 'Giấy hiá»ƒn thị thÆ°ờng ngày.', ['á»ƒ', 'Æ°']],
  ];
  test.each(cases)('%s, %s: %j', (id, lang, text, found) => {
    expect(finds(id, lang, text)).toEqual(found);
  });

  const lawful: [id: OwnRuleId, lang: string, text: string][] = [
    ['no-compat-codepoints', 'ru', 'Запрос в SQLе, 3D-печать, IT-компания и Git’ом.'],
    ['no-compat-codepoints', 'en', 'He wrote Москва, then α and Ωmega.'],
    ['no-invisible-characters', 'fr', 'Vraiment\u00a0? Oui\u202f! « 10\u00a0km »'],
    ['no-mixed-width-punctuation', 'en', 'Well. . . it tore. And so . . . on, etc., and cd . then.'],
    ['no-mojibake', 'fr', 'Il dit —écoute !— et —âme perdue— partit. CAFÉ À TOUTE HEURE.'],
    ['no-mojibake', 'ru', 'СОДЕРЖАНИЕ и РОССТАНДАРТ. В… комнате, Е„ и №5; „Да“ — «Нет».'],
    ['no-mojibake', 'cs', 'Žluťoučký kůň a KČ, Škoda, mŠk.'],
  ];
  test.each(lawful)('%s, %s: %j is lawful', (id, lang, text) => {
    expect(finds(id, lang, text)).toEqual([]);
  });
});

const prose = 'The old bindery stood by the river, and nobody went there in winter, when the days were short.';
const between = (line: string) =>
  `${prose}\n\n${line}\n\nIn spring the doors were opened again, and the first sheets were hung up to dry.`;

describe('lines between paragraphs', () => {
  test.each([
    ['en', 'Bookbinding in Small Towns 14'],
    ['en', '14 E. Harrow, Bookbinding in Small'],
    ['en', 'E. Harrow: Bookbinding in Small Towns | 14'],
    ['en', '[ 14 ]'],
    ['vi', 'tr. 14'],
    ['de', '- Seite 14 -'],
    ['de', 'Zeitschrift für Papierkunde, Bd. 12, Heft 3 (2015)'],
    ['ru', 'Вестник бумажного дела, т. 12, № 3 (2015)'],
    ['pt', 'Anais do Congresso do Papel 2019, p. 33-41'],
    ['fr', '© 2015 Presses du papier. Tous droits réservés.'],
  ])('%s: “%s” is furniture', (lang, line) => {
    const manuscript = `---\ntitle: Bookbinding in Small Towns\nlang: ${lang}\n---\n\n${between(line)}\n`;
    const messages = lintWith(ruleModules['no-page-furniture'].default, manuscript);
    expect(messages.map((message) => reported(message, manuscript))).toEqual([line]);
  });

  test('a page number between dashes inside a paragraph is found, though Markdown makes a list of it', () => {
    const text =
      'The old bindery stood by the river, and nobody went\n- 12 -\nthere in the winter months, when the days were short.';
    expect(finds('no-page-furniture', 'en', text)).toEqual(['- 12 -']);
  });

  test('lines of a passage that stands twice are no running heads', () => {
    const text =
      'In a passage that is wrapped by hand and stands in two places,\nthe last part\nof a sentence may be a short line, which is no running head.';
    expect(finds('no-page-furniture', 'en', `${text}\n\n${prose}\n\n${text}`)).toEqual([]);
  });

  test.each([
    ['en', 'Paper and Ink'],
    ['en', 'IV. Paper and Ink'],
    ['en', '3. The Drying of Paper'],
    ['de', 'Buchbinderwerkstätten'],
    ['en', 'ABSTRACT'],
  ])('%s: “%s” is a heading', (lang, line) => {
    const text = `${prose}\n\n${line}\n\nThe first sheets were hung up to dry in spring, when the doors were opened again and somebody came.`;
    expect(finds('no-unmarked-heading', lang, text)).toEqual([line]);
  });

  test.each([
    ['de', 'Bild 1-2. Die Presse und der Leimtopf'],
    ['nl', 'Figuur 3. De pers en de lijmpot'],
    ['en', 'Jane Harrow and John Lindner'],
    ['en', '1. Fold the sheets'],
    ['en', 'Example'],
  ])('%s: “%s” is none', (lang, line) => {
    const text = `${prose}\n\n${line}\n\nThe first sheets were hung up to dry in spring, when the doors were opened again and somebody came.`;
    expect(finds('no-unmarked-heading', lang, text)).toEqual([]);
  });
});

describe('pairs of marks', () => {
  test('a conversation between « and », each turn behind a dash, is whole however long', () => {
    const turns = Array.from({ length: 9 }, (_, index) => `— Encore ${index}, dit la relieuse.`).join(
      '\n\nElle rit.\n\n',
    );
    expect(finds('no-unbalanced-pairs', 'fr', `« Qui est là ? demanda-t-il.\n\n${turns}\n\n— Personne. »`)).toEqual([]);
  });

  test.each([
    ['ru', 'Он сказал »тонкая бумага« и ушёл.', ['»тонкая бумага«']],
    ['de', 'Er sagte »dünnes Papier« und ging.', []],
    ['tr', 'Bugün ’ince kâğıt‘ dedi.', ['’ince kâğıt‘']],
  ])('%s: %j', (lang, text, found) => {
    expect(finds('no-unbalanced-pairs', lang, text)).toEqual(found);
  });
});

describe('breaks and endings', () => {
  test('a soft hyphen at a break is a hyphen', () => {
    const text = `${prose} Then somebody came and took the pa\u00ad\n\nper away, and the glue and the thread as well.`;
    expect(finds('no-split-paragraph', 'en', text)).toEqual(['pa\u00ad\n\nper']);
  });

  test('a sentence goes on behind authors and title', () => {
    const manuscript =
      '---\ntitle: The Old Bindery\nlang: en\n---\n\nSomebody took the paper away before the\n\nE. Harrow: The Old Bindery\n\nspring came and the doors were opened again.\n';
    const [message] = lintWith(ruleModules['no-split-paragraph'].default, manuscript);
    expect(message?.expected).toEqual(['the spring']);
  });

  test('a hyphen for a word to come is none of a word cut in two, although the two make a word', () => {
    const text = `Veel zielen wonen in de ziel- en lijmwereld van de oude binderij, zegt men daar.`;
    expect(finds('no-split-paragraph', 'nl', text)).toEqual([]);
    expect(finds('no-split-paragraph', 'nl', 'Veel zielen wonen in de oude binderij, en daar zijn zie- len.')).toEqual([
      'zie- len',
    ]);
  });

  test('a hyphen may stand for a dash', () => {
    expect(finds('no-split-paragraph', 'en', 'They kept the kettles- the oldest that they had, in the loft.')).toEqual(
      [],
    );
  });

  test('a word with a capital that stands on both sides of a break was printed twice', () => {
    const text = `${prose} Then somebody came in from the harbour with Harrow\n\nHarrow of the mill, who wanted the thread and the glue.`;
    expect(finds('no-split-paragraph', 'en', text)).toHaveLength(1);
  });

  test('a comma behind a stop is no half of a sentence', () => {
    const text = `${prose} Somebody took the paper away.,\n\nThe glue was left there, and nobody wanted the thread.`;
    expect(finds('no-split-paragraph', 'en', text)).toEqual([]);
  });

  test('a link behind the last sentence is no sentence cut off', () => {
    const text = `${prose}\n\n${prose} More of it can be read there, by anyone. [papermuseum.org](https://example.org/)`;
    expect(finds('no-truncated-ending', 'en', text)).toEqual([]);
  });
});

describe('words that stand twice', () => {
  test.each([
    ['tr', 'Kitaplar çok eski ve ve çok güzel.', ['ve ve']],
    ['tr', 'Eski kütüphaneleri kütüphaneleri gezdik.', ['kütüphaneleri kütüphaneleri']],
    ['tr', 'Yavaş yavaş yürüdük, yer yer durduk, ağlaya ağlaya döndük.', []],
    ['vi', 'Đây là một một cuốn sách.', ['một một']],
    ['vi', 'Người người nhà nhà đều đọc, trời xanh xanh, từ từ thôi.', []],
  ])('%s: %j', (lang, text, found) => {
    expect(finds('no-repeated-words', lang, text)).toEqual(found);
  });

  test.each([
    '* Open Paper Initiative. [openpaperinitiative.org](https://example.org/)',
    '**The press and the river.** The press and the river are old, and nobody has counted the years.',
    'Readers can keep:\n\n- searches\n- lists of bookbinders\n\nBookbinders can be kept for a year, and longer by those who ask for it.',
  ])('a name or a head that is taken up is not printed twice: %j', (text) => {
    const manuscript = `---\ntitle: A\nlang: en\n---\n\n${prose}\n\n${text}\n`;
    expect(lintWith(ruleModules['no-duplicate-passage'].default, manuscript)).toEqual([]);
  });
});

test('a key of the header that is nearly a known one, and an address of mail that is none, are told', () => {
  const manuscript =
    '---\ntitle: A\nauthors:\n  - name: B C\n    email: b.c(at)example.org\nabstrakt: D\nmood: fair\n---\n\nE.\n';
  const messages = lintWith(ruleModules['manuscript-front-matter'].default, manuscript);
  expect(messages.map((message) => reported(message, manuscript))).toEqual(['b.c(at)example.org', 'abstrakt: D']);
});
