import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../pipeline/package-root.js';
import { readVolume } from '../../pipeline/volume/read.js';
import { folderOf } from './folder.js';

const shared = path.join(packageRoot, '../shared');

it('the sample volume has no fault', async () => {
  const { volume, warnings } = await readVolume(path.join(packageRoot, 'manuscripts'));
  expect(warnings).toEqual([]);
  expect(volume.manuscripts.length).toBeGreaterThanOrEqual(4);
  expect(volume.manuscripts.every(({ authors }) => authors.length > 0)).toBe(true);
});

describe.skipIf(!existsSync(shared))('real volumes (skipped where ../shared is missing)', () => {
  it('five Chinese manuscripts are read as they are', async () => {
    const { volume, warnings } = await readVolume(path.join(shared, 'source/manuscripts'));
    expect(warnings).toEqual([]);
    expect(volume).toMatchObject({ slug: '新战略-新担当', lang: 'zh-CN', date: '2019-10-11' });
    expect(volume.manuscripts.map(({ id, role }) => [id, role])).toEqual([
      ['preface', 'preface'],
      ...['shanghai', 'jiangsu', 'zhejiang', 'anhui'].map((id) => [id, 'contribution']),
    ]);
    for (const { source, body } of volume.manuscripts) expect(body.split('\n')).toHaveLength(source.split('\n').length);
  });

  it.each(['bioLEC', 'mwarp1d'])('%s is read in a volume of its own, figure and bibliography with it', async (name) => {
    const root = folderOf({ 'volume.yml': 'title: One paper\n' });
    cpSync(path.join(shared, 'corpus/joss', name), path.join(root, name), { recursive: true });
    const { volume, warnings } = await readVolume(root);
    expect(warnings).toEqual([]);
    expect(volume.manuscripts[0]).toMatchObject({
      lang: 'en',
      bibliography: [{ path: `${name}/paper.bib` }],
      figures: [{ place: { path: `${name}/paper.md`, line: expect.any(Number) } }],
    });
  });

  it('English papers in a Chinese volume stay English', async () => {
    const root = folderOf({});
    cpSync(path.join(shared, 'source/manuscripts'), root, { recursive: true });
    cpSync(path.join(shared, 'corpus/joss/bioLEC'), path.join(root, 'bioLEC'), { recursive: true });
    const { volume } = await readVolume(root);
    expect(volume.manuscripts.at(-1)).toMatchObject({ id: 'bioLEC', lang: 'en' });
  });
});
