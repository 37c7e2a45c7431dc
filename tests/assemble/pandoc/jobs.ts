import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { PandocJob } from '../../../pipeline/assemble/pandoc.js';
import { type Fault, InputError } from '../../../pipeline/faults.js';
import { packageRoot } from '../../../pipeline/package-root.js';

/** Holds an executable `pandoc`: the embedded build's own command line over real files. */
export const nativeFolder = path.join(packageRoot, 'tests/fixtures/native-pandoc');

export const embedded = { ...process.env, GALLEY_PANDOC: 'embedded' };
export const native = { ...process.env, GALLEY_PANDOC: path.join(nativeFolder, 'pandoc') };

const bibliography = '@article{knuth, author={Knuth, Donald}, title={Breaking Paragraphs}, journal={SPE}, year=1981}';
const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id>
<updated>2020-01-01T00:00:00Z</updated></info><citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>`;

/** The tree of `See [@knuth], *bold* $x$.`, as a pass of ours may give it. */
const tree = {
  'pandoc-api-version': [1, 23, 1],
  meta: {},
  blocks: [
    {
      t: 'Para',
      c: [
        { t: 'Str', c: '见“#甲”' },
        { t: 'Space' },
        { t: 'Math', c: [{ t: 'InlineMath' }, '\\frac{1}{2}'] },
        { t: 'Space' },
        {
          t: 'Cite',
          c: [
            [
              {
                citationId: 'knuth',
                citationPrefix: [],
                citationSuffix: [],
                citationMode: { t: 'NormalCitation' },
                citationNoteNum: 1,
                citationHash: 0,
              },
            ],
            [{ t: 'Str', c: '[@knuth]' }],
          ],
        },
      ],
    },
  ],
};

/** One job of each kind that a build has. */
export const jobs = {
  read: {
    label: 'a.md',
    defaults: { from: 'markdown+raw_tex-smart-yaml_metadata_block', to: 'json' },
    input: '# 标题 {#t}\n\n*正文* $x^2$[^1]\n\n![图](b.png){width=50%}\n\n[^1]: note\n',
  },
  tex: { label: 'a.md', defaults: { from: 'latex', to: 'json' }, input: '\\textbf{a} \\(x\\) \\cite{b}' },
  bibliography: { label: 'r.bib', defaults: { from: 'biblatex', to: 'csljson' }, input: bibliography },
  cite: {
    label: 'a.md',
    defaults: { from: 'json', to: 'plain', citeproc: true, bibliography: ['in/r.bib'], csl: 's.csl', wrap: 'none' },
    input: JSON.stringify(tree),
    files: { 'in/r.bib': Buffer.from(bibliography), 's.csl': Buffer.from(csl) },
  },
  typst: {
    label: 'a.md',
    defaults: { from: 'json', to: 'typst-citations-smart', wrap: 'none' },
    input: JSON.stringify(tree),
  },
  html: {
    label: 'a.md',
    defaults: { from: 'json', to: 'html5', 'html-math-method': { method: 'mathml' }, wrap: 'none' },
    input: JSON.stringify(tree),
  },
} satisfies Record<string, PandocJob>;

/** More opening brackets than pandoc's Markdown reader can work through in a lifetime. */
export const bomb: PandocJob = {
  label: 'bomb.md',
  defaults: { from: 'markdown', to: 'json' },
  input: '['.repeat(30),
};

/** The first fault of a run that must fail with one of the input. */
export async function faultOf(run: Promise<unknown>): Promise<Fault> {
  const fault = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(fault).toBeInstanceOf(InputError);
  return (fault as InputError).faults[0]!;
}

/** Writes an executable `pandoc` into a new folder of `scratch`; returns its path. */
export function script(scratch: string, text: string): string {
  const file = path.join(mkdtempSync(path.join(scratch, 'bin-')), 'pandoc');
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}
