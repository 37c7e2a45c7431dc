import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import rule from '../../lint-rules/no-repeated-words.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string, options?: object) =>
  lintWith(rule, text, options).map((message) => reported(message, text));

describe('words from the manuscript itself', () => {
  const doubled = '他在程序序列化时出错。';

  test('a doubled character is a mistake where the same words stand elsewhere without it', () => {
    expect(found('这次核心心算法改动很大。\n')).toEqual(['心心']);
    expect(found(`${doubled}\n`)).toEqual([]);
  });

  test('a doubling that recurs is a term', () => {
    expect(found('冰墩墩的价格上涨，新政政策出台。\n\n冰墩墩售罄，新政政策见效。\n')).toEqual([]);
  });

  test('a capitalised pair is a name unless the manuscript has the word alone', () => {
    const alone = 'Smith wrote it, and Smith signed it.';
    expect(found('A song by Keiko Keiko was sung.\n')).toEqual([]);
    expect(found(`${alone}\n\nThe letter to Smith Smith was lost.\n`)).toEqual(['Smith Smith']);
  });
});

describe('characters that meet themselves in Chinese', () => {
  test.each([
    ['向公众募募捐', '募募'],
    ['厂里，国国家标准', '国国'],
    ['他们的市市民', '市市'],
    ['手机机的屏幕', '机机'],
    ['纸因为为潮湿而变形', '为为'],
    ['他遇到到一个难题', '到到'],
    ['比起来来，还是旧的好', '来来'],
    ['在这种情况下下，纸会变形', '下下'],
    ['第三届届年会', '届届'],
    ['这是一一个办法', '一一'],
    ['每个个问题', '个个'],
    ['这里似乎乎没有人', '乎乎'],
    ['纸都会都会变形', '都会都会'],
    ['他走到走到窗前', '走到走到'],
    ['关系到大众大众的健康', '大众大众'],
  ])('%s', (text, doubled) => expect(found(`${text}。\n`)).toEqual([doubled]));

  test('a name that stands elsewhere with the character once', () => {
    expect(found('老克莱姆来了。克莱姆坐下，克莱莱姆说，纸不够了。\n')).toEqual(['莱莱']);
  });

  test.each([
    '我们关心的是是否够用',
    '两者既不相同也不不同于第三者',
    '他受不了了',
    '话说起来没完没了了',
    '从遇到到熟悉用了三年',
    '书架上上下下都擦过',
    '上上周刚来过',
    '先先后后来了三批',
    '逐一一一核对过',
    '工坊里有有关的记录',
    '学校里许多在学学生',
    '客舱舱壁上有字',
    '公有制制度',
    '一个个问题，一届届毕业生',
    '能不能不写，会不会不来',
    '热乎乎的粥',
    '他大口大口地喝',
    '成群成群的鸟',
    '扣扣子的时候',
  ])('but not in %s', (text) => expect(found(`${text}。\n`)).toEqual([]));
});

describe('places', () => {
  test('reports in headings, lists, quotes, tables and notes', () => {
    const text =
      '# 总结的的话\n\n- 在在场\n\n> 是是它\n\n| 从从前门 |\n|---|\n| 我的的 |\n\n文[^1]\n\n[^1]: 为了的的缘故\n';
    expect(found(text)).toEqual(['的的', '在在', '是是', '从从', '的的', '的的']);
  });

  test('has the range of both copies across escapes and line ends', () => {
    expect(found('A \\* of the\n  the roof.\n')).toEqual(['the\n  the']);
    expect(found('> of the\n> the roof\n')).toEqual(['the\n> the']);
  });

  test('suggests nothing where taking one copy away would break the markup', () => {
    const [message] = lintWith(rule, 'It is the *the* roof.\n');
    expect(message).toBeDefined();
    expect(message!.fix).toBeUndefined();
  });

  test('leaves code, formulas, citations and addresses alone', () => {
    expect(found('用 `的的` 和 $x x$，见 [@the the] 与 https://example.org/the/the。\n')).toEqual([]);
  });
});

describe('languages', () => {
  test.each([
    ['de', 'Die Frau, die die Werkstatt leitet, sagt, dass sie sie kennt.'],
    ['de', 'Das führt zu zu hohen Kosten.'],
    ['fr', 'Nous nous souvenons que vous vous trompez, tout en en parlant très très bas.'],
    ['it', 'Le cose cambiano piano piano, via via che si va.'],
    ['tr', 'Yavaş yavaş yürüdü ve çeşit çeşit kitap aldı.'],
    ['vi', 'Người người nhà nhà đều vui.'],
    ['ko', '그는 매우 매우 기뻐했고 하나 하나 살폈다.'],
    ['en', 'The house they live in in Leeds is old; what we agreed on on Monday holds, and nobody drops in in winter.'],
    ['ja', '知らず知らずのうちに恐れおののいていた。'],
    ['ja', '私のところどころにある物々しい品を、少しずつ少しずつ、ドキドキしながら見た。'],
    ['ja', 'そうはいうものの、会社社長と子どもも共に来た。'],
    ['zh', '大家聊聊天、散散步，高高兴兴，一个问题一个问题地解决。'],
    ['zh', '“是是，我我我这就来。”他说，“对对对。”'],
    ['zh', '一张张照片、一代一代人、整页整页的字，想拿多少拿多少。'],
    ['zh', '他大口大口地喝，小步小步的走，如同一个一个纸人，数那一场一场的雨。'],
    ['zh', '人不欺我我不欺人。该干吗干吗去，儿子的儿子的儿子也说不清。'],
    ['zh', '政党党、政、军三方在战争中中国一侧的代表，反对行业对行业的歧视，听听批评批评者怎么说。'],
    ['zh', '茶壶咕嘟咕嘟响，纸面湿润润的，这里翻天覆地地变了，剩下的很多很多。'],
    ['zh', '活字印刷\n活字印刷把字一个个铸出来，用完拆开再用。'],
  ])('%s: %s is sound', (lang, text) => expect(found(`---\nlang: ${lang}\n---\n\n${text}\n`)).toEqual([]));

  test.each([
    ['de', 'Wir wissen, dass der der Hof alt ist.', 'der der'],
    ['en', 'They live in in Leeds, and she was in in the loft.', 'in in'],
    ['fr', 'La colle de de la forme est dure.', 'de de'],
    ['ru', 'Бумага лежит в в шкафу.', 'в в'],
    ['es', 'El taller de la la calle mayor.', 'la la'],
    ['ja', '用語語は直直接に関係係しない。', '語語'],
    ['ja', '長く継続すること継続することで甕は古びる。', '継続すること継続すること'],
    ['ja', '紙の重さに耐え重さに耐えられる棚。', '重さに耐え重さに耐え'],
    ['ja', '素早く紙を運び、素早早く糊を煮る。', '早早'],
    ['ja', '高品質な製品製品を作る。', '製品製品'],
    ['zh', '基础设施设施已经建成。', '设施设施'],
    ['zh', '他们们都来了。', '们们'],
    ['zh', '按照本研究的的研究对象，选取样本。', '的的'],
    ['zh', '没有人说得清为什么为什么会这样排。', '为什么为什么'],
    ['zh', '船到深深圳靠岸，常常州人来接。', '深深'],
    ['zh', '这里的一切都一切都变了样。', '一切都一切都'],
    ['zh', '要把这一道一道工序写清楚，再交给下一班的师傅。', '一道一道'],
    ['zh', '师傅们把裁好的纸张\n纸张放进压机。', '纸张\n纸张'],
  ])('%s: %s is a mistake', (lang, text, word) => expect(found(`---\nlang: ${lang}\n---\n\n${text}\n`)[0]).toBe(word));
});

describe('hostile input', () => {
  test('any text is read', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, (source) => {
        for (const place of found(source)) expect(place.length).toBeGreaterThan(1);
      }),
    );
  });

  test.each([
    ['one character', '的'.repeat(200_000)],
    ['pairs', '的的，'.repeat(60_000)],
    ['one word', 'the '.repeat(50_000)],
    ['punctuation', '. '.repeat(2).concat('.'.repeat(200_000), ' .'.repeat(1000))],
    ['names', 'Keiko Keiko, '.repeat(20_000)],
    ['katakana', 'ユーザー'.repeat(40_000)],
  ])('%s over and over is read at once', (_, text) => {
    const start = performance.now();
    found(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test('finds nothing in the sample volume', () => {
  const root = new URL('../../manuscripts/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) expect(found(readFileSync(new URL(name, root), 'utf8'))).toEqual([]);
});
