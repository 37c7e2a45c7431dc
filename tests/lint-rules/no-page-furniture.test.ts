import { describe, expect, test } from 'vitest';
import pageFurniture from '../../lint-rules/no-page-furniture.js';
import splitParagraph from '../../lint-rules/no-split-paragraph.js';
import { lintWith, reported } from './support/lint.js';

const found = (text: string) => lintWith(pageFurniture, text).map((message) => reported(message, text));
const kettle = 'The kettle stood by the window all winter, and nobody was allowed to touch it.';
const sheets = 'In spring the sheets were hung in the loft, where the wind went through them.';

describe('page numbers between paragraphs', () => {
  test.each(['[112]', '54 | Page', 'Page | 54'])('%s is one', (line) => {
    expect(found(`# Glue\n\n${kettle}\n\n${line}\n\n${sheets}\n`)).toEqual([line]);
  });

  test('one with a word may stand behind a short sentence', () => {
    expect(found(`# Glue\n\nNobody knew.\n\np. 51\n\n${sheets}\n`)).toEqual(['p. 51']);
  });

  test('labels of notes are none', () => {
    expect(found(`# Glue\n\n${kettle}\n\n[1]\n\n${sheets}\n\n[2]\n\n${kettle} Again.\n`)).toEqual([]);
  });
});

describe('a title with the number of its chapter', () => {
  const header = '---\ntitle: "3. The glue and the kettle"\n---\n\n';

  test('is a running head although Markdown takes it for a list', () => {
    const text = `${header}${kettle}\n\n3. The glue and the kettle\n\n${sheets}\n\n3. The glue and the kettle 14\n\n${kettle} So it was.\n`;
    expect(found(text)).toEqual(['3. The glue and the kettle', '3. The glue and the kettle 14']);
  });

  test('may have the page number before it', () => {
    const japanese = '---\ntitle: 6.糊と甕の話\nlang: ja\n---\n\n';
    const winter = '甕は冬のあいだ窓のそばに置かれていて、だれも触ってはならないことになっていた。';
    const text = `${japanese}${winter}\n\n84 6.糊と甕の話\n\n春になると紙は屋根裏に吊るされて、風がそのあいだを通り抜けていくのであった。\n`;
    expect(found(text)).toEqual(['84 6.糊と甕の話']);
  });

  test('does not hide a sentence that goes on behind it', () => {
    const text = `${header}The kettle stood by the window all winter, and nobody of\n\n3. The glue and the kettle\n\nthe family was allowed to touch it before spring.\n`;
    expect(lintWith(splitParagraph, text)).toHaveLength(1);
  });

  test('is a point of a list elsewhere', () => {
    expect(found(`${header}${kettle}\n\n3. The glue\n\n${sheets}\n`)).toEqual([]);
  });
});
