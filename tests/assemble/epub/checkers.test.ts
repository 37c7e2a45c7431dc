import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderEpub } from '../../../pipeline/assemble/epub/render.js';
import { openPandoc } from '../../../pipeline/assemble/pandoc.js';
import type { Role } from '../../../pipeline/volume/types.js';
import { type Book, openBook } from './book.js';
import { sampleVolume } from './sample.js';
import { coverPng, document, manuscript, para, volume } from './volume.js';

let epub: Uint8Array;
let smallest: Uint8Array;
let everyRole: Uint8Array;
let book: Book;

beforeAll(async () => {
  const pandoc = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: 'embedded' } });
  const tools = { pandoc, cover: await coverPng(), sourceDate: new Date('2026-06-01') };
  const sample = await sampleVolume();
  epub = (await renderEpub(sample.volume, sample.documents, tools)).epub;
  book = openBook(epub);
  const only = document(manuscript('only'), [para('One paragraph.')]);
  smallest = (await renderEpub(volume([only]), [only], tools)).epub;
  const roles: Role[] = ['preface', 'foreword', 'introduction', 'keynote', 'contribution', 'afterword', 'appendix'];
  const parts = roles.map((role) => document(manuscript(role, { role, lang: 'zh-Hant' }), [para('一段。')]));
  everyRole = (await renderEpub(volume(parts, { issn: '2049-3630' }), parts, tools)).epub;
  await pandoc.close();
});

describe('EPUBCheck', () => {
  test('reports nothing on a volume with everything in it', async () => {
    expect((await EpubCheck.validate(epub)).messages).toEqual([]);
  });

  test('reports nothing on the smallest volume', async () => {
    expect((await EpubCheck.validate(smallest)).messages).toEqual([]);
  });

  test('reports nothing on a volume with a manuscript of every role', async () => {
    expect((await EpubCheck.validate(everyRole)).messages).toEqual([]);
  });

  // The reference implementation is 33 MB of Java, too much for every checkout: EPUBCHECK_JAR names it where it is.
  const jar = process.env.EPUBCHECK_JAR;
  test.skipIf(!jar)(`reports nothing in Java either${jar ? '' : ' (set EPUBCHECK_JAR to run it)'}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'galley-epubcheck-'));
    try {
      for (const [name, bytes] of Object.entries({ sample: epub, smallest, everyRole })) {
        const file = path.join(folder, `${name}.epub`);
        writeFileSync(file, bytes);
        const run = spawnSync('java', ['-jar', jar!, '--usage', file], { encoding: 'utf8' });
        expect(run.stdout + run.stderr).toContain('0 fatals / 0 errors / 0 warnings / 0 infos / 0 usages');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('html-validate', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Rules of HTML syntax and taste that do not hold for XHTML, MathML and pandoc's table columns.
      'void-style': 'off',
      'no-inline-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-raw-characters': 'off',
      'no-implicit-button-type': 'off',
      'long-title': 'off',
      'valid-id': ['error', { relaxed: true }],
      'prefer-native-element': 'off',
      'no-redundant-role': 'off',
      'tel-non-breaking': 'off',
    },
  });

  test('finds what is wrongly nested', async () => {
    const report = await validator.validateString(
      '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><ul><p>x</p></ul></body></html>',
    );
    expect(report.valid).toBe(false);
  });

  test('finds nothing in any document', async () => {
    for (const { path } of book.pages) {
      const report = await validator.validateString(book.text(path).replace(/^<\?xml[^>]*\?>\n/, ''), path);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
        ),
      ).toEqual([]);
    }
  });
});
