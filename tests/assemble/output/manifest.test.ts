import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFiles, encodeManifest, makeManifest, sha256Sums } from '../../../pipeline/assemble/output/manifest.js';
import type { Manuscript, Volume } from '../../../pipeline/volume/types.js';
import { temporaryFolder } from './folders.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const figure = (name: string) => ({
  path: name,
  file: `/secret/place/${name}`,
  bytes: name.length,
  sha256: hash(name),
});

const manuscript = (id: string, figures: string[], more: object = {}) =>
  ({
    id,
    path: `${id}/${id}.md`,
    folder: `/secret/place/${id}`,
    title: `On ${id}`,
    authors: [{ name: '某大学' }, { name: 'An Institute' }],
    figures: figures.map(figure),
    ...more,
  }) as unknown as Manuscript;

const volume = {
  root: '/secret/place',
  slug: 'proceedings',
  title: '文集',
  lang: 'zh-CN',
  date: '2026-11',
  doi: '10.1234/volume',
  contents: [],
  manuscripts: [manuscript('b', ['b/z.png', 'shared.png']), manuscript('a', ['shared.png'], { doi: '10.1234/a' })],
  sources: ['volume.yml', 'b/b.md', 'a/a.md', 'B/refs.bib'].map(figure),
} as unknown as Volume;

const files = describeFiles([
  ['proceedings.pdf', Buffer.from('pdf')],
  ['proceedings.epub', Buffer.from('epub')],
  ['offprints/01-b.pdf', Buffer.from('b')],
]);

const parts = {
  volume,
  tools: [
    { name: 'typst', version: '0.14.2' },
    { name: 'galley', version: '0.1.0' },
  ],
  fonts: [{ family: 'F', style: 'normal' as const, weight: 400, package: 'font-f', version: '1.0.0' }],
  ranges: [
    { id: 'a', first: 9, last: 12, label: '5', lastLabel: '8' },
    { id: 'b', first: 5, last: 8, label: '1', lastLabel: '4' },
  ],
  files,
  sourceDate: new Date('2026-11-01T00:00:00Z'),
};

describe('the manifest', () => {
  it('says what was made, from what, with what', () => {
    expect(makeManifest(parts)).toEqual({
      format: 'galley-manifest/1',
      title: '文集',
      slug: 'proceedings',
      lang: 'zh-CN',
      date: '2026-11',
      doi: '10.1234/volume',
      sourceDate: '2026-11-01T00:00:00Z',
      tools: [
        { name: 'galley', version: '0.1.0' },
        { name: 'typst', version: '0.14.2' },
      ],
      fonts: parts.fonts,
      manuscripts: [
        {
          id: 'b',
          path: 'b/b.md',
          title: 'On b',
          authors: ['某大学', 'An Institute'],
          pages: { first: 5, last: 8, firstLabel: '1', lastLabel: '4' },
        },
        {
          id: 'a',
          path: 'a/a.md',
          title: 'On a',
          authors: ['某大学', 'An Institute'],
          doi: '10.1234/a',
          pages: { first: 9, last: 12, firstLabel: '5', lastLabel: '8' },
        },
      ],
      inputs: ['B/refs.bib', 'a/a.md', 'b/b.md', 'b/z.png', 'shared.png', 'volume.yml'].map((name) => ({
        path: name,
        bytes: name.length,
        sha256: hash(name),
      })),
      outputs: ['offprints/01-b.pdf', 'proceedings.epub', 'proceedings.pdf'].map((name) => ({
        path: name,
        bytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })),
    });
  });

  it('is the same bytes whatever the order in which its parts were found, and names no folder of the machine', () => {
    const encode = (changed: Partial<typeof parts>) =>
      Buffer.from(encodeManifest(makeManifest({ ...parts, ...changed })));
    const shuffled = encode({
      tools: [...parts.tools].reverse(),
      files: [...files].reverse(),
      ranges: [...parts.ranges].reverse(),
      volume: { ...volume, sources: [...volume.sources].reverse() },
    });
    expect(shuffled.equals(encode({}))).toBe(true);
    expect(shuffled.toString()).not.toContain('secret');
    expect(shuffled.toString().endsWith('}\n')).toBe(true);
  });

  it('has no pages when no PDF was made', () => {
    const manifest = makeManifest({ ...parts, ranges: [] }) as { manuscripts: object[] };
    expect(manifest.manuscripts[0]).not.toHaveProperty('pages');
  });
});

describe('the checksums', () => {
  it('are what sha256sum checks, for every name that a file may have', () => {
    const folder = temporaryFolder();
    const names = [
      'b.pdf',
      'a.pdf',
      'B.pdf',
      '书 名.epub',
      '*star',
      'back\\slash',
      'line\nbreak',
      'return\rhere',
      '-dash',
      'two  spaces ',
    ];
    for (const name of names) writeFileSync(path.join(folder, name), name);
    const sums = sha256Sums(describeFiles(names.map((name) => [name, Buffer.from(name)])));
    writeFileSync(path.join(folder, 'SHA256SUMS'), sums);
    expect(
      sums
        .split('\n')
        .slice(0, -1)
        .map((line) => line.replace(/^\\?[0-9a-f]{64} {2}/, '')),
    ).toEqual([
      '*star',
      '-dash',
      'B.pdf',
      'a.pdf',
      'b.pdf',
      'back\\\\slash',
      'line\\nbreak',
      'return\\rhere',
      'two  spaces ',
      '书 名.epub',
    ]);
    const check = spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (check.error) return; // A machine without coreutils.
    expect(check).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
