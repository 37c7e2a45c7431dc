import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bibliographyKeys } from '../../pipeline/check/bibliography-keys.js';
import { citationKeys } from '../../pipeline/check/citation-keys.js';
import { type Answer, resourcesFor, stillTrue } from '../../pipeline/check/resources.js';
import { VolumeFiles } from '../../pipeline/volume/files.js';
import { folderOf, header } from './volume.js';

const bib =
  '@article{lin2020,\n  title = {A}\n}\n@string{x = "y"}\n@comment{no, thing}\n@BOOK ( chen:21 ,\n title={B})\n';

describe('keys of a bibliography', () => {
  test.each([
    ['a.bib', bib, ['lin2020', 'chen:21']],
    ['a.json', '[{"id": "lin2020"}, {"id": 7}, null]', ['lin2020', '7']],
    ['a.yaml', 'references:\n- id: lin2020\n  title: A\n', ['lin2020']],
    ['a.bib', '', []],
  ])('%s', (name, source, keys) => expect([...bibliographyKeys(name, source)!]).toEqual(keys));

  test.each([
    ['a.json', '{'],
    ['a.json', '{"a": 1}'],
    ['a.yml', 'a: [b'],
    ['a.txt', 'x'],
  ])('are unknown where %s cannot be read: %s', (name, source) =>
    expect(bibliographyKeys(name, source)).toBeUndefined(),
  );
});

describe('what a manuscript may refer to', () => {
  const named = (name: string) => header('一').replace('lang:', `bibliography: ${name}\nlang:`);

  async function beside(folder: string, files: Record<string, string>) {
    const root = await folderOf(files);
    return { root, fresh: () => ({ files: new VolumeFiles(root), folder }) };
  }

  const keysFor = async (source: string, folder: string, files: Record<string, string>) => {
    const { fresh } = await beside(folder, files);
    const keys = resourcesFor(fresh(), [], (ask) => citationKeys(source, ask)).citationKeys;
    return keys && [...keys];
  };

  test('are the keys of the bibliographies that its front matter names', async () => {
    expect(await keysFor(named('[a.bib, b.bib]'), '', { 'a.bib': bib, 'b.bib': '@misc{z,}' })).toEqual([
      'lin2020',
      'chen:21',
      'z',
    ]);
    expect(await keysFor(`\uFEFF${named('a.bib').replaceAll('\n', '\r\n')}`, '', { 'a.bib': bib })).toHaveLength(2);
  });

  test('are those beside it, or of its project, when it names none and has a folder of its own', async () => {
    expect(await keysFor(header('一'), 'p', { 'p/a.bib': bib })).toHaveLength(2);
    expect(await keysFor(header('一'), '', { 'a.bib': bib })).toEqual([]);
    const project = { 'p/myst.yml': 'project:\n  bibliography: x.bib\n', 'p/x.bib': '@misc{z,}', 'p/a.bib': bib };
    expect(await keysFor(header('一'), 'p', project)).toEqual(['z']);
  });

  test.each(['none.bib', '../../outside.bib', '/etc/passwd', 'https://example.org/a.bib', 'a.txt'])(
    'are unknown when a bibliography cannot be read: %s',
    async (name) => expect(await keysFor(named(name), '', { 'a.txt': bib })).toBeUndefined(),
  );

  test('is asked for again when a file comes, goes or changes, and not otherwise', async () => {
    const { root, fresh } = await beside('p', { 'p/a.bib': bib, 'p/figure.png': 'x' });
    const answers: Answer[] = [];
    const resources = resourcesFor(fresh(), answers, (ask) => citationKeys(header('一'), ask));
    expect([resources.exists('figure.png'), resources.exists('none.png'), resources.citationKeys?.size]).toEqual([
      true,
      false,
      2,
    ]);
    expect(stillTrue(JSON.parse(JSON.stringify(answers)), fresh())).toBe(true);
    await writeFile(path.join(root, 'p/other.txt'), '');
    expect(stillTrue(answers, fresh())).toBe(true);
    await writeFile(path.join(root, 'p/a.bib'), `${bib}@misc{z,}`);
    expect(stillTrue(answers, fresh())).toBe(false);
    await writeFile(path.join(root, 'p/a.bib'), bib);
    expect(stillTrue(answers, fresh())).toBe(true);
    await writeFile(path.join(root, 'p/b.bib'), '');
    expect(stillTrue(answers, fresh())).toBe(false);
  });
});
