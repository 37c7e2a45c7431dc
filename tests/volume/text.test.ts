import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../pipeline/volume/text.js';
import { faultsOf, noise, paper, volumeOf } from './folder.js';

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
/** 会议文集的稿件 in GBK. */
const gbk = [0xbb, 0xe1, 0xd2, 0xe9, 0xce, 0xc4, 0xbc, 0xaf, 0xb5, 0xc4, 0xb8, 0xe5, 0xbc, 0xfe];

describe('a manuscript that is no UTF-8 text', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'UTF-16 with a mark',
      Buffer.from('\uFEFF---\ntitle: T\n', 'utf16le'),
      'a.md:1:1 error: “a.md” is in UTF-16. Save it as UTF-8.',
    ],
    [
      'UTF-16 without one',
      Buffer.from(paper('Text.'), 'utf16le'),
      'a.md:1:1 error: “a.md” is in UTF-16. Save it as UTF-8.',
    ],
    [
      'UTF-16 of Chinese',
      Buffer.from(paper('会议文集。\n'.repeat(50)), 'utf16le'),
      'a.md:1:1 error: “a.md” is in UTF-16. Save it as UTF-8.',
    ],
    [
      'GBK',
      bytes('---\ntitle: ', gbk, '\n---\n'),
      'a.md:2:8 error: “a.md” is not UTF-8: the byte BB here fits nowhere. It looks like GB18030. Save it as UTF-8.',
    ],
    [
      'Latin-1',
      bytes('---\ntitle: Caf', [0xe9], ' T\n---\n'),
      'a.md:2:11 error: “a.md” is not UTF-8: the byte E9 here fits nowhere. It looks like windows-1252. Save it as UTF-8.',
    ],
    [
      'a broken sequence after Han',
      bytes('---\ntitle: 中文', [0xe4, 0xb8], '\n---\n'),
      'a.md:2:10 error: “a.md” is not UTF-8: the byte E4 here fits nowhere. Save it as UTF-8.',
    ],
    ['a NUL', bytes(paper('Te\0xt')), 'a.md:6:3 error: “a.md” has a NUL character here. Remove it.'],
    [
      'a PDF',
      bytes('%PDF-1.7\n', [0xe2, 0xe3]),
      'a.md error: “a.md” is no text but a PDF. Save the text as Markdown in UTF-8.',
    ],
    [
      'a Word document',
      bytes('PK\x03\x04', deflateRawSync('x'), 'word/document.xml'),
      'a.md error: “a.md” is no text but a Word document. Save the text as Markdown in UTF-8.',
    ],
    [
      'other bytes',
      bytes([0, 1, 2, 0xff, 0xfe, 0, 3, 7, 9]),
      'a.md error: “a.md” is no text but a binary file. Save the text as Markdown in UTF-8.',
    ],
    [
      'a large file that was not fetched',
      bytes('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
      'a.md error: “a.md” is no text but a pointer to a file in Git LFS; run “git lfs pull”. Save the text as Markdown in UTF-8.',
    ],
  ])('is named for what it is: %s', async (_, content, expected) => {
    expect(await faultsOf(volumeOf({ 'a.md': content }))).toEqual([expected]);
  });

  it('is named for what it is: an image', async () => {
    expect(await faultsOf(volumeOf({ 'a.md': await noise('png') }))).toEqual([
      'a.md error: “a.md” is no text but an image. Save the text as Markdown in UTF-8.',
    ]);
  });

  it('is refused above the limit without being parsed', async () => {
    const root = volumeOf({ 'a.md': paper('x'.repeat(6_000_000)) });
    expect(await faultsOf(root)).toEqual([
      'a.md error: “a.md” has 5.7 MB, and at most 5 MB are read. Split it, or move what is no text into files of its own.',
    ]);
    expect(await faultsOf(root, { manuscript: 7_000_000 })).toEqual([]);
  });

  it('is also found among bibliographies', async () => {
    const root = volumeOf({
      'a/paper.md': paper('x', 'title: T\nauthor: E\nbibliography: r.bib\n'),
      'a/r.bib': bytes('@book{a,\n title={', [0xe9], '}}'),
    });
    expect(await faultsOf(root)).toEqual([
      'a/r.bib:2:9 error: “a/r.bib” is not UTF-8: the byte E9 here fits nowhere. It looks like windows-1252. Save it as UTF-8.',
    ]);
  });
});

describe('decoding', () => {
  it('drops a mark and makes all line ends one', () => {
    expect(decodeText(bytes('\uFEFFa\r\nb\rc\n'))).toEqual({ text: 'a\nb\nc\n' });
  });

  it.each([
    [[0xc0, 0x80], 0],
    [[0x41, 0xed, 0xa0, 0x80], 1],
    [[0xf4, 0x90, 0x80, 0x80], 0],
    [[0xf0, 0x9f, 0x98], 0],
    [[0x41, 0x80], 1],
  ])('finds the first bad byte of %j', (content, offset) => {
    expect(decodeText(Buffer.from(content))).toMatchObject({
      problem: 'bad-byte',
      byte: content[offset],
      column: offset + 1,
    });
  });
});
