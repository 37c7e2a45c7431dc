import { describe, expect, it } from 'vitest';
import { isoDate } from '../../lint-rules/front-matter/dates.js';
import { doi, email, isbn, issn, orcid, ror } from '../../lint-rules/front-matter/identifiers.js';
import { closest } from '../../lint-rules/front-matter/keys.js';
import { languageOf, languageTag } from '../../lint-rules/front-matter/languages.js';
import { slugOf } from '../../pipeline/volume/slug.js';

describe('dates as people write them', () => {
  it.each([
    ['2019', '2019'],
    ['2019-06', '2019-06'],
    ['2019-6-2', '2019-06-02'],
    ['2019/10/11', '2019-10-11'],
    ['2019.10.11', '2019-10-11'],
    ['20191011', '2019-10-11'],
    ['2019-10-11T10:00:00Z', '2019-10-11'],
    ['2019-10-11 10:00:00 +0200', '2019-10-11'],
    ['11 October 2019', '2019-10-11'],
    ['2 June 2019', '2019-06-02'],
    ['08 January 2023', '2023-01-08'],
    ['11 Oct. 2019', '2019-10-11'],
    ['11th October, 2019', '2019-10-11'],
    ['11th of October 2019', '2019-10-11'],
    ['1st Sept 2020', '2020-09-01'],
    ['11-Oct-2019', '2019-10-11'],
    ['October 11, 2019', '2019-10-11'],
    ['Oct 11th 2019', '2019-10-11'],
    ['Friday, October 11, 2019', '2019-10-11'],
    ['Fri, 11 Oct 2019', '2019-10-11'],
    ['June 2019', '2019-06'],
    ['2019 October 11', '2019-10-11'],
    ['11. Oktober 2019', '2019-10-11'],
    ['11 octobre 2019', '2019-10-11'],
    ['11 de octubre de 2019', '2019-10-11'],
    ['2019年10月11日', '2019-10-11'],
    ['2019 年 10 月', '2019-10'],
    ['２０１９年', '2019'],
    ['11.10.2019', '2019-10-11'],
    ['31/10/2019', '2019-10-31'],
    ['10/31/2019', '2019-10-31'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (written, iso) => {
    expect(isoDate(written)).toBe(iso);
  });

  it.each([
    '10/11/2019',
    '30 February 2019',
    '2019-13',
    '2019-00-01',
    '2019-06-31',
    'today',
    '11 Foo 2019',
    '\\today',
    'Spring 2019',
    '',
  ])('“%s” is none, or not one alone', (written) => {
    expect(isoDate(written)).toBeUndefined();
  });
});

describe('identifiers', () => {
  it.each([
    [orcid('0000-0002-1825-0097'), { id: '0000-0002-1825-0097' }],
    [orcid('https://orcid.org/0000-0002-1694-233X'), { id: '0000-0002-1694-233X' }],
    [orcid('orcid.org/0000-0002-1694-233x/'), { id: '0000-0002-1694-233X' }],
    [orcid('0000000218250097'), { id: '0000-0002-1825-0097' }],
    [orcid('0000‐0002‐1825‐0097'), { id: '0000-0002-1825-0097' }],
    [orcid('0000-0002-1825-0079'), { problem: 'check-digit' }],
    [orcid('0000-0002-1825'), { problem: 'shape' }],
    [isbn('978-3-16-148410-0'), '978-3-16-148410-0'],
    [isbn('ISBN 978 3 16 148410 0'), '978-3-16-148410-0'],
    [isbn('0-306-40615-2'), '0-306-40615-2'],
    [isbn('0-8044-2957-x'), '0-8044-2957-X'],
    [isbn('978-3-16-148410-9'), undefined],
    [isbn('977-3-16-148410-0'), undefined],
    [issn('0378-5955'), '0378-5955'],
    [issn('2434561x'), '2434-561X'],
    [issn('0378-5950'), undefined],
    [doi('doi:10.5555/12345678'), '10.5555/12345678'],
    [doi('http://dx.doi.org/10.5555/(a)b'), '10.5555/(a)b'],
    [doi('10.5555/a b'), undefined],
    [doi('10.5555/<script>'), undefined],
    [ror('https://ror.org/00tjv0s33'), 'https://ror.org/00tjv0s33'],
    [ror('00TJV0S33'), 'https://ror.org/00tjv0s33'],
    [ror('10tjv0s33'), undefined],
    [email('ada@example.org'), 'ada@example.org'],
    [email('<mailto:ada@example.org>'), 'ada@example.org'],
    [email('ada@localhost'), undefined],
    [email('ada(at)example.org'), undefined],
  ])('case %#', (actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

describe('languages', () => {
  it.each([
    ['zh_cn', 'zh-CN'],
    ['EN-gb', 'en-GB'],
    ['zh-Hans', 'zh-Hans'],
    ['de_DE.UTF-8', 'de-DE'],
    ['qqqqq', undefined],
    ['a b', undefined],
    ['', undefined],
  ])('tag %s', (written, tag) => {
    expect(languageTag(written)).toBe(tag);
  });

  it.each([
    ['A paper in English, with 一些 Han.', 'en'],
    ['一篇中文的论文，用到 Markdown 和 pandoc。', 'zh-CN'],
    ['これは日本語で書かれた論文です。', 'ja'],
    ['이것은 한국어로 쓴 논문이다.', 'ko'],
    ['123', 'en'],
    ['', 'en'],
  ])('of “%s”', (text, lang) => {
    expect(languageOf(text)).toBe(lang);
  });
});

it.each([
  ['校样：从投稿到成书', '校样-从投稿到成书'],
  ['Proceedings of the 3rd Élan Workshop!', 'proceedings-of-the-3rd-elan-workshop'],
  ['Don’t / break\\..\\things', 'dont-break-things'],
  ['Straße & Œuvre', 'strasse-oeuvre'],
  ['Сборник трудов', 'сборник-трудов'],
  ['   ', 'volume'],
  ['???', 'volume'],
  ['CON', 'con-volume'],
  ['会'.repeat(100), '会'.repeat(60)],
  ['word '.repeat(30), Array(12).fill('word').join('-')],
])('the slug of “%s”', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

it.each([
  ['titel', 'title'],
  ['Autor', 'author'],
  ['keyword', 'keywords'],
  ['completely-else', undefined],
  ['x', undefined],
])('the known key that “%s” means', (key, meant) => {
  expect(closest(key, ['title', 'subtitle', 'author', 'keywords', 'date'])).toBe(meant);
});
