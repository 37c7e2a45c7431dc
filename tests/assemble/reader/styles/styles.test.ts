import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPandoc, type PandocDoor } from '../../../../pipeline/assemble/pandoc.js';
import { type CslEntry, prepareEntries } from '../../../../pipeline/assemble/reader/styles/entries.js';
import { packageRoot } from '../../../../pipeline/package-root.js';

type Style = 'author-date' | 'numeric';

let pandoc: PandocDoor;
beforeAll(async () => {
  pandoc = await openPandoc();
});
afterAll(() => pandoc.close());

const languages: Record<Style, string> = { 'author-date': 'en-US', numeric: 'zh-CN-u-co-pinyin' };

/** `text` with its citations and references set, as plain paragraphs; emphasis shows as `_…_`. */
async function set(style: Style, bibliography: string, text: string, lang = languages[style]): Promise<string[]> {
  const converted = await pandoc.run({
    label: 'references.bib',
    defaults: { from: 'biblatex', to: 'csljson' },
    input: bibliography,
  });
  const entries = prepareEntries(JSON.parse(converted.output) as CslEntry[], style);
  const csl = await readFile(path.join(packageRoot, 'pipeline/assemble/reader/styles', `${style}.csl`));
  const { output } = await pandoc.run({
    label: 'text.md',
    defaults: {
      from: 'markdown',
      to: 'plain+gutenberg',
      wrap: 'none',
      citeproc: true,
      bibliography: ['references.json'],
      csl: 'style.csl',
      metadata: { lang, 'link-citations': true },
    },
    input: text,
    files: { 'references.json': Buffer.from(JSON.stringify(entries)), 'style.csl': csl },
  });
  return output.trim().split(/\n{2,}/);
}

/** How one entry of a bibliography is listed. */
async function listed(style: Style, entry: string, lang?: string): Promise<string> {
  const key = /\{\s*([^,\s]+)/.exec(entry)![1]!;
  const paragraphs = await set(style, entry, `[@${key}]`, lang);
  expect(paragraphs).toHaveLength(2);
  return paragraphs[1]!;
}

const works: [what: string, entry: string, authorDate: string, numeric: string][] = [
  [
    'an article',
    `@article{a, author={Knuth, Donald E. and Plass, Michael F.}, title={Breaking Paragraphs into Lines}, journal={Software: Practice and Experience}, year=1981, volume=11, number=11, pages={1119--1184}, doi={10.1002/spe.4380111102}}`,
    'Knuth, D. E. and Plass, M. F. (1981). Breaking paragraphs into lines. _Software: Practice and Experience_, _11_(11), 1119–1184. https://doi.org/10.1002/spe.4380111102',
    '[1] KNUTH D E, PLASS M F. Breaking paragraphs into lines[J]. Software: Practice and Experience, 1981, 11(11): 1119-1184. DOI:10.1002/spe.4380111102.',
  ],
  [
    'an article with an abbreviated journal and an article number',
    `@article{a, author={Ray, Roy}, title={What is a line?}, journal={Proc. Acad. Sci.}, year=2020, volume=3, pages={e12}}`,
    'Ray, R. (2020). What is a line? _Proc. Acad. Sci._, _3_, e12.',
    '[1] RAY R. What is a line?[J]. Proc. Acad. Sci., 2020, 3: e12.',
  ],
  [
    'an article without a volume',
    `@article{a, author={Ray, Roy}, title={A line}, journal={Lines}, year=2020}`,
    'Ray, R. (2020). A line. _Lines_.',
    '[1] RAY R. A line[J]. Lines, 2020.',
  ],
  [
    'an article that is to appear',
    `@article{a, author={Ray, Roy}, title={A line}, journal={Lines}, pubstate={forthcoming}}`,
    'Ray, R. (forthcoming). A line. _Lines_.',
    '[1] RAY R. A line[J]. Lines.',
  ],
  [
    'an article of a Chinese journal by more than three authors',
    `@article{a, author={张三 and 李四 and 王五 and 赵六}, title={中文排版研究}, journal={出版科学}, year=2019, volume=27, number=3, pages={12--18}, langid={chinese}}`,
    '张三, 李四, 王五, and 赵六 (2019). 中文排版研究. _出版科学_, _27_(3), 12–18.',
    '[1] 张三, 李四, 王五, 等. 中文排版研究[J]. 出版科学, 2019, 27(3): 12-18.',
  ],
  [
    'an English article by more than three authors',
    `@article{a, author={One, Ann and Two, Bob and Three, Cy and Four, Di}, title={A title}, journal={Lines}, year=2020, volume=3, number=1, pages={1--2}}`,
    'One, A., Two, B., Three, C., and Four, D. (2020). A title. _Lines_, _3_(1), 1–2.',
    '[1] ONE A, TWO B, THREE C, et al. A title[J]. Lines, 2020, 3(1): 1-2.',
  ],
  [
    'a newspaper article',
    `@article{a, author={丁一}, title={会议召开}, journal={出版日报}, entrysubtype={newspaper}, date={2000-11-20}, pages={15}, langid={chinese}}`,
    '丁一 (2000). 会议召开. _出版日报_, 15.',
    '[1] 丁一. 会议召开[N]. 出版日报, 2000-11-20(15).',
  ],
  [
    'a book with edition and volume, by an author with a particle',
    `@book{b, author={van der Berg, Jan}, title={The Book}, edition={2}, publisher={Some Press}, address={London}, year=1999, volume={3}}`,
    'van der Berg, J. (1999). _The book_ (2nd ed., Vol. 3). Some Press, London.',
    '[1] VAN DER BERG J. The book: Vol. 3[M]. 2nd ed. London: Some Press, 1999.',
  ],
  [
    'a book of editors',
    `@book{b, editor={Smith, John and Doe, Jane}, title={An Edited Book}, publisher={Press}, year=2001}`,
    'Smith, J. and Doe, J. (eds.) (2001). _An edited book_. Press.',
    '[1] SMITH J, DOE J. An edited book[M]. Press, 2001.',
  ],
  [
    'a Chinese book in its second edition',
    `@book{b, author={鲁迅}, title={呐喊}, publisher={人民文学出版社}, address={北京}, year=1973, edition={2}, langid={chinese}}`,
    '鲁迅 (1973). _呐喊_ (2nd ed.). 人民文学出版社, 北京.',
    '[1] 鲁迅. 呐喊[M]. 2版. 北京: 人民文学出版社, 1973.',
  ],
  [
    'a translated book',
    `@book{b, author={Knuth, Donald}, translator={苏运霖}, title={计算机程序设计艺术}, publisher={国防工业出版社}, address={北京}, year=2002, volume=1, langid={chinese}}`,
    'Knuth, D. (2002). _计算机程序设计艺术_ (Vol. 1). 国防工业出版社, 北京.',
    '[1] KNUTH D. 计算机程序设计艺术: 第1卷[M]. 苏运霖, 译. 北京: 国防工业出版社, 2002.',
  ],
  [
    'a chapter',
    `@incollection{c, author={Ray, Roy}, title={The chapter}, booktitle={The whole}, editor={Poe, Paul}, publisher={Press}, address={Paris}, year=2003, pages={10--20}, edition={3}}`,
    'Ray, R. (2003). The chapter. In P. Poe (ed.), _The whole_ (3rd ed., pp. 10–20). Press, Paris.',
    '[1] RAY R. The chapter[M]//POE P. The whole. 3rd ed. Paris: Press, 2003: 10-20.',
  ],
  [
    'a chapter of a Chinese collection',
    `@incollection{c, author={王五}, title={章节}, booktitle={文集}, editor={赵六}, publisher={出版社}, address={上海}, year=2008, pages={1--9}, langid={chinese}}`,
    '王五 (2008). 章节. In 赵六 (ed.), _文集_ (pp. 1–9). 出版社, 上海.',
    '[1] 王五. 章节[M]//赵六. 文集. 上海: 出版社, 2008: 1-9.',
  ],
  [
    'a paper of a conference',
    `@inproceedings{p, author={Ray, Roy}, title={The paper}, booktitle={Proceedings of the {Line Conference}}, year=2003, pages={76--85}, publisher={ACM}, address={New York}, doi={https://doi.org/10.1000/x.y}}`,
    'Ray, R. (2003). The paper. In _Proceedings of the Line Conference_ (pp. 76–85). ACM, New York. https://doi.org/10.1000/x.y',
    '[1] RAY R. The paper[C]//Proceedings of the Line Conference. New York: ACM, 2003: 76-85. DOI:10.1000/x.y.',
  ],
  [
    'a report of an institution',
    `@techreport{r, author={{National Institute}}, title={Hash Standard}, type={Federal Standard}, number={FIPS 180-4}, institution={Department of Commerce}, year=2015}`,
    'National Institute (2015). _Hash standard_ (Federal Standard FIPS 180-4). Department of Commerce.',
    '[1] National Institute. Hash standard: FIPS 180-4[R]. Department of Commerce, 2015.',
  ],
  [
    'a standard',
    `@standard{s, author={{标准化委员会}}, title={标点符号用法}, number={GB/T 15834—2011}, publisher={中国标准出版社}, address={北京}, year=2011, langid={chinese}}`,
    '标准化委员会 (2011). _标点符号用法_ (GB/T 15834—2011). 中国标准出版社, 北京.',
    '[1] 标准化委员会. 标点符号用法: GB/T 15834—2011[S]. 北京: 中国标准出版社, 2011.',
  ],
  [
    'a thesis',
    `@phdthesis{t, author={Liang, Franklin Mark}, title={Word Hyphenation}, school={Stanford University}, year=1983}`,
    'Liang, F. M. (1983). _Word hyphenation_ (PhD thesis). Stanford University.',
    '[1] LIANG F M. Word hyphenation[D]. Stanford University, 1983.',
  ],
  [
    'a web page of an institution, with the day of the visit',
    `@online{w, author={{Web Consortium}}, title={{EPUB} 3.3}, date={2023-05-25}, url={https://example.org/epub/}, urldate={2026-11-03}}`,
    'Web Consortium (2023). _EPUB 3.3_. https://example.org/epub/ (accessed November 3, 2026)',
    '[1] Web Consortium. EPUB 3.3[EB/OL]. (2023-05-25)[2026-11-03]. https://example.org/epub/.',
  ],
  [
    'a web page with neither author nor date',
    `@online{w, title={Nobody's page}, url={https://example.org/n}}`,
    '_Nobody’s page_ (n.d.). https://example.org/n',
    '[1] Nobody’s page[EB/OL]. https://example.org/n.',
  ],
  [
    'an address given in “howpublished”',
    `@misc{m, author={Nob, N.}, title={A thing}, howpublished={\\url{https://example.org/misc}}, year=2010}`,
    'Nob, N. (2010). _A thing_. https://example.org/misc',
    '[1] NOB N. A thing[EB/OL]. (2010). https://example.org/misc.',
  ],
  [
    'a preprint',
    `@misc{m, author={Abc, X.}, title={A preprint}, year=2017, eprint={1706.03762}, archivePrefix={arXiv}}`,
    'Abc, X. (2017). _A preprint_. https://arxiv.org/abs/1706.03762',
    '[1] ABC X. A preprint[EB/OL]. (2017). https://arxiv.org/abs/1706.03762.',
  ],
  [
    'software without a date',
    `@software{s, author={MacFarlane, John}, title={Pandoc}, version={3.10}, url={https://pandoc.org/}}`,
    'MacFarlane, J. (n.d.). _Pandoc_ (Version 3.10) [Software]. https://pandoc.org/',
    '[1] MACFARLANE J. Pandoc[CP/OL]. Version 3.10. https://pandoc.org/.',
  ],
  [
    'a dataset',
    `@dataset{d, author={Org, Olaf}, title={Some data}, year=2022, publisher={Zenodo}, doi={10.5281/zenodo.1}}`,
    'Org, O. (2022). _Some data_ [Dataset]. Zenodo. https://doi.org/10.5281/zenodo.1',
    '[1] ORG O. Some data[DS]. Zenodo, 2022. DOI:10.5281/zenodo.1.',
  ],
  [
    'a patent',
    `@patent{p, author={吴九}, title={一种装置}, number={CN1234}, date={2005-06-07}, langid={chinese}}`,
    '吴九 (2005). _一种装置_ (CN1234).',
    '[1] 吴九. 一种装置: CN1234[P]. 2005-06-07.',
  ],
  [
    'an unpublished manuscript',
    `@unpublished{u, author={Unp, U.}, title={Lines}, note={Lecture notes}, year=2000}`,
    'Unp, U. (2000). _Lines_. Lecture notes.',
    '[1] UNP U. Lines[Z]. 2000.',
  ],
];

describe('the list of references', () => {
  it.each(works)('sets %s', async (_, entry, authorDate, numeric) => {
    expect(await listed('author-date', entry)).toBe(authorDate);
    expect(await listed('numeric', entry)).toBe(numeric);
  });

  it('speaks the language of the manuscript', async () => {
    const entry = works.find(([what]) => what === 'a chapter')![1];
    expect(await listed('author-date', entry, 'de-DE')).toBe(
      'Ray, R. (2003). The chapter. In P. Poe (Hrsg.), _The whole_ (3. Aufl., S. 10–20). Press, Paris.',
    );
  });

  it('shortens a list of more than ten authors after the seventh', async () => {
    const authors = Array.from('ABCDEFGHIJK', (letter) => `${letter}x, ${letter}`).join(' and ');
    const text = await listed('author-date', `@book{b, author={${authors}}, title={Many}, year=2000}`);
    expect(text).toBe('Ax, A., Bx, B., Cx, C., Dx, D., Ex, E., Fx, F., Gx, G., et al. (2000). _Many_.');
  });
});

const two = `@book{k, author={Knuth, Donald}, title={One}, year=1984}
@book{l, author={Liang, Frank and Moe, Max}, title={Two}, year=1983}
@online{u, author={{Unicode Consortium}}, title={First}, url={https://example.org/1}}
@online{v, author={{Unicode Consortium}}, title={Second}, url={https://example.org/2}}
@book{m, author={Ann, A. and Bob, B. and Cy, C.}, title={Three}, year=2001}
@book{n, author={Ann, A. and Bob, B. and Cy, C.}, title={Four}, year=2001}`;

describe('citations in the text', () => {
  it.each([
    ['[@k]', '(Knuth, 1984)'],
    ['@k says', 'Knuth (1984) says'],
    ['[@k, p. 3]', '(Knuth, 1984, p. 3)'],
    ['[@k; @l]', '(Knuth, 1984; Liang and Moe, 1983)'],
    ['[see @l, chap. 2]', '(see Liang and Moe, 1983, chap. 2)'],
    ['[@u] and [@v]', '(Unicode Consortium, n.d.-a) and (Unicode Consortium, n.d.-b)'],
    ['[@m] and [@n]', '(Ann et al., 2001b) and (Ann et al., 2001a)'],
  ])('by author and date: %s', async (text, expected) => {
    expect((await set('author-date', two, text))[0]).toBe(expected);
  });

  it('by raised numbers in the order in which they come', async () => {
    const [text, first, second] = await set('numeric', two, '前文[@l]，后文[@k; @l]，又见[@k; @l; @u]。');
    expect(text).toBe('前文^([1])，后文^([1,2])，又见^([1–3])。');
    expect(first).toMatch(/^\[1\] LIANG F, MOE M\. Two/);
    expect(second).toMatch(/^\[2\] KNUTH D\. One/);
  });

  it('lists Chinese names by sound, after Latin ones, where authors and dates are cited', async () => {
    const chinese = `@book{z, author={张三}, title={甲}, year=2001}
@book{o, author={欧阳修}, title={乙}, year=2002}
@book{c, author={陈二}, title={丙}, year=2003}
@book{k, author={Knuth, Donald}, title={One}, year=1984}`;
    const entries = (await set('author-date', chinese, '[@z; @o; @c; @k]', 'zh-CN-u-co-pinyin')).slice(1);
    expect(entries.map((entry) => entry.slice(0, 2))).toEqual(['Kn', '陈二', '欧阳', '张三']);
  });
});

const corpus = path.join(packageRoot, '../shared/corpus/joss');
const blemishes = /\(\s*\)|\[\s*\]|\.\.|,,|,\.|;\.|\s[,.;:]|\(,|,\s*\)|: :|https?:\/\/\S*https?:|undefined|null/;

describe.skipIf(!existsSync(corpus))('the bibliographies of published JOSS papers', () => {
  for (const paper of ['bioLEC', 'mwarp1d']) {
    for (const style of ['author-date', 'numeric'] as const) {
      it(`are set without blemish: ${paper}, ${style}`, async () => {
        const bibliography = await readFile(path.join(corpus, paper, 'paper.bib'), 'utf8');
        const keys = [...bibliography.matchAll(/^@\w+\{\s*([^,\s]+)/gm)].map(([, key]) => key!);
        const entries = (await set(style, bibliography, keys.map((key) => `[@${key}]`).join(' '))).slice(1);
        expect(entries).toHaveLength(keys.length);
        for (const entry of entries) {
          expect(entry).not.toMatch(blemishes);
          expect(entry).not.toContain('n.d.');
          expect(entry).toMatch(/\d{4}/);
        }
      });
    }
  }
});
