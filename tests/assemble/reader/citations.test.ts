import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPandoc, type PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import type { Block, Pandoc } from '../../../pipeline/assemble/reader/ast.js';
import { Bibliographies, resolveCitations } from '../../../pipeline/assemble/reader/citations.js';
import { readerFor } from '../../../pipeline/assemble/reader/dialect.js';
import { stringifyBlocks } from '../../../pipeline/assemble/reader/walk.js';
import { manuscript } from './nodes.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-citations-'));
const file = path.join(folder, 'r.bib');
writeFileSync(
  file,
  `@article{knuth, author={Knuth, Donald E. and Plass, Michael F.}, title={Breaking Paragraphs into Lines},
    journal={Software: Practice and Experience}, year=1981, volume=11, pages={1119--1184}, doi={10.1002/spe.4380111102}}
@book{unused, author={Nobody Else}, title={Unused}, year=2000, publisher={P}}`,
);
let pandoc: PandocDoor;
beforeAll(async () => {
  pandoc = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: 'embedded' } });
});
afterAll(async () => {
  await pandoc.close();
  rmSync(folder, { recursive: true, force: true });
});

async function cited(source: string, lang = 'en') {
  const { output } = await pandoc.run({
    label: 'p.md',
    defaults: { from: readerFor(lang), to: 'json' },
    input: source,
  });
  const paper = manuscript({ lang, source, bibliography: [{ path: 'r.bib', file, sha256: 'a' }] });
  const { blocks } = JSON.parse(output) as Pandoc;
  const result = await resolveCitations(blocks, paper, new Bibliographies(pandoc), 'References');
  return { ...result, text: stringifyBlocks(result.blocks) };
}

const listed = (blocks: Block[]) => blocks.findIndex((block) => block.t === 'Div' && block.c[0][0] === 'refs');

describe('citations', () => {
  it('are set by author and date in English, and only what is cited is listed', async () => {
    const { text, faults } = await cited('Lines break well [@knuth, p. 3], say @knuth.');
    expect(text).toContain('(Knuth and Plass, 1981, p. 3), say Knuth and Plass (1981).');
    expect(text).toContain('Breaking paragraphs into lines');
    expect(text).not.toContain('Unused');
    expect(faults).toEqual([]);
  });

  it('are numbered in Chinese', async () => {
    expect((await cited('断行有法[@knuth]。', 'zh-CN')).text).toContain('断行有法[1]。');
  });

  it('inside notes and captions are set too', async () => {
    const { text } = await cited('A note.[^n]\n\n[^n]: See @knuth.');
    expect(text).toContain('See Knuth and Plass (1981).');
  });

  it('of an unknown key stay visible and are a warning with line and column', async () => {
    const { text, faults } = await cited('First.\n\nAs shown [@gone].');
    expect(text).toContain('[@gone]');
    expect(faults).toMatchObject([
      {
        severity: 'warning',
        id: 'unknown-citation',
        args: { key: 'gone' },
        place: { path: 'paper.md', line: 3, column: 11 },
      },
    ]);
  });

  it('by DOI find the entry that has it, and are a link where none does', async () => {
    expect((await cited('As [@doi:10.1002/SPE.4380111102].')).text).toContain('As (Knuth and Plass, 1981).');
    const { text, faults } = await cited('As @doi:10.1000/182 says.');
    expect(text).toBe('As https://doi.org/10.1000/182 says.');
    expect(faults).toEqual([]);
  });
});

describe('the list of references', () => {
  it('stands under the author’s own empty heading', async () => {
    const { blocks } = await cited('See @knuth.\n\n# References\n\n# Appendix\n');
    expect(blocks.map(({ t }) => t)).toEqual(['Para', 'Header', 'Div', 'Header']);
  });
  it('stands at the end under a heading of its own otherwise', async () => {
    const { blocks, text } = await cited('See @knuth.');
    expect(listed(blocks)).toBe(blocks.length - 1);
    expect(text).toContain('References');
  });
  it('stands where the author put it', async () => {
    const { blocks } = await cited('See @knuth.\n\n::: {#refs}\n:::\n\nThe end.');
    expect(blocks.map(({ t }) => t)).toEqual(['Para', 'Div', 'Para']);
  });
  it('and its heading are left out where nothing is cited', async () => {
    expect((await cited('Nothing.\n\n# References\n')).blocks.map(({ t }) => t)).toEqual(['Para']);
  });
});

it('a bibliography that cannot be read is an error with its file and line', async () => {
  const broken = path.join(folder, 'broken.bib');
  writeFileSync(broken, '@article{a,\n  title = {x}\n  year = 2000\n}\n');
  const paper = manuscript({ bibliography: [{ path: 'broken.bib', file: broken, sha256: 'b' }] });
  await expect(new Bibliographies(pandoc).entriesOf(paper)).rejects.toMatchObject({
    faults: [{ id: 'pandoc-failed', place: { path: 'broken.bib', line: 3 } }],
  });
});
