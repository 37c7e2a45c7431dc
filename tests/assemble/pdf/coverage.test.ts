import { beforeAll, describe, expect, it } from 'vitest';
import { readCoverage } from '../../../pipeline/assemble/pdf/cmap.js';
import { isCovered, uncoveredCharacters } from '../../../pipeline/assemble/pdf/coverage.js';
import { fontFiles } from '../../../pipeline/assemble/pdf/fonts.js';
import { templateSources } from '../../../pipeline/assemble/pdf/sources.js';
import type { TypstCompiler } from '../../../pipeline/assemble/pdf/typst-compiler.js';
import { compilerHere } from './tools.js';

let compiler: TypstCompiler;
beforeAll(() => {
  compiler = compilerHere();
});

const styles = [
  '',
  '#set text(weight: "bold")',
  '#set text(style: "italic")',
  '#set text(weight: "bold", style: "italic")',
];

/** What the typesetter says of `text`, set as a manuscript in `lang` is; PDF/UA refuses characters without a glyph. */
function typesetterOn(text: string, style = '', lang = 'zh'): string[] {
  const source = [
    '#import "/galley/typography.typ": text-rules',
    '#set document(title: "x")',
    `#show: text-rules.with((page: (fontSize: 10), lang: "${lang}", region: none))`,
    style,
    text,
  ].join('\n');
  const sources = { ...templateSources(), '/main.typ': source };
  const reply = compiler.compile({ sources, files: {}, main: '/main.typ', format: 'pdf', standard: 'ua-1' });
  return reply.ok ? [] : reply.errors.map(({ message }) => message);
}

const literal = (codePoint: number) => `\\u{${codePoint.toString(16)}}`;
const assigned = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u;

describe('characters that the packaged fonts have', () => {
  it('are set by the typesetter in every style', () => {
    const covered: number[] = [];
    for (let codePoint = 0x20; codePoint < 0x30000; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      if (assigned.test(character) && !/\p{M}/u.test(character) && isCovered(codePoint)) covered.push(codePoint);
    }
    expect(covered.length).toBeGreaterThan(35_000);
    const text = covered.map((codePoint, at) => literal(codePoint) + (at % 40 === 39 ? '\n\n' : '')).join('');
    for (const style of styles) expect(typesetterOn(text, style)).toEqual([]);
    expect(typesetterOn(text, '', 'en')).toEqual([]);
  });

  it('include what is composed, ignored, or made from spaces', () => {
    const text =
      'e\u0301 \u00e9 a\u0327\u0301 \u2011 \u2003 \u3000 \u00ad 1\ufe0f\u20e3 葛\u{e0100} \u{1f469}\u200d\u{1f52c} \u202a\u202c \u2066\u2069';
    expect(uncoveredCharacters(text)).toEqual([]);
    for (const style of styles) expect(typesetterOn(text, style)).toEqual([]);
  });
});

describe('characters that no packaged font has', () => {
  const missing = ['\u{20bb7}', '\u{2ebf9}', '\ud55c', '\ue000', '\u{1f9ff}\u{e000}', '\u0e01', '\u{13000}', '\u0001'];

  it.each(missing)('are found, and refused by the typesetter: %j', (character) => {
    expect(uncoveredCharacters(`甲${character}乙`).length).toBe(1);
    const markup = [...character].map((part) => literal(part.codePointAt(0)!)).join('');
    expect(typesetterOn(`甲${markup}乙`)).not.toEqual([]);
  });

  it('are given with their place in the text', () => {
    expect(uncoveredCharacters('a\u{1f600}\u{20bb7}b\ue000')).toEqual([
      { character: '\u{20bb7}', codePoint: 0x20bb7, index: 3 },
      { character: '\ue000', codePoint: 0xe000, index: 6 },
    ]);
  });

  it('are found in a long text at once', () => {
    const started = performance.now();
    expect(uncoveredCharacters('中文 and Latin, '.repeat(100_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the font files', () => {
  it('exist, and have the letters of their kind', () => {
    const has = (file: string, character: string) => {
      const codePoint = character.codePointAt(0)!;
      return (readCoverage(file)[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0;
    };
    for (const { family, file } of fontFiles) {
      expect(has(file, family === 'Noto Emoji' ? '\u{1f600}' : 'a'), file).toBe(true);
      expect(has(file, '中'), file).toBe(family === 'Noto Serif SC');
    }
    expect(fontFiles.filter(({ family }) => family === 'Noto Serif SC').map(({ weight }) => weight)).toEqual([
      400, 700,
    ]);
  });
});
