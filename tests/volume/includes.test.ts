import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/faults.js';
import { sayFault } from '../../pipeline/messages/index.js';
import { readVolume } from '../../pipeline/volume/read.js';

let root: string;
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-includes-'));
  write('volume.yml', 'title: T\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const main = (body: string) => write('paper/main.md', `---\ntitle: P\nauthor: Institute\n---\n${body}`);
const bodyOf = async () => (await readVolume(root)).volume.manuscripts[0]!.body.trim();
const faults = async () => {
  const fault = await readVolume(root).catch((reason: unknown) => reason);
  expect(fault).toBeInstanceOf(InputError);
  return (fault as InputError).faults.map((each) => ({ ...each.place, text: sayFault('en', each) }));
};

describe('an included file', () => {
  it('stands in the place of its directive, without its header', async () => {
    main('Before.\n\n:::{include} part.md\n:::\n\nAfter.\n');
    write('paper/part.md', '---\ntitle: elsewhere\n---\nInside.\n');
    expect((await bodyOf()).split(/\n+/)).toEqual(['Before.', 'Inside.', 'After.']);
  });

  it('may include another', async () => {
    main('```{include} a.md\n```\n');
    write('paper/a.md', 'A\n\n```{include} b.md\n```\n');
    write('paper/b.md', 'B');
    expect((await bodyOf()).split(/\n+/)).toEqual(['A', 'B']);
  });

  it('is a code block where it has a language, with the lines that were chosen', async () => {
    main('```{literalinclude} code/x.py\n:language: python\n:caption: A script\n:lines: 2-3\n```\n');
    write('paper/code/x.py', 'one\ntwo\n```\nfour\n');
    expect(await bodyOf()).toBe('````{code-block} python\n:caption: A script\n\ntwo\n```\n````');
  });

  it('is left alone inside a code block', async () => {
    main('````\n```{include} gone.md\n```\n````\n');
    expect(await bodyOf()).toContain('{include} gone.md');
  });

  it('is named with its own line when something is wrong in it', async () => {
    main('One.\n\n:::{include} part.md\n:::\n');
    write('paper/part.md', 'Two.\n\n![A map](map.png)\n');
    expect(await faults()).toEqual([
      {
        path: 'paper/part.md',
        line: 3,
        column: 1,
        text: 'There is no figure “map.png”. Add the file, or correct its name.',
      },
    ]);
  });

  it('that is missing, outside or itself again is an error at the directive', async () => {
    main('```{include} gone.md\n```\n\n```{include} ../../../etc/passwd\n```\n\n```{include} self.md\n```\n');
    write('paper/self.md', '```{include} self.md\n```\n');
    const found = await faults();
    expect(found.map(({ path: file, line }) => [file, line])).toEqual([
      ['paper/main.md', 5],
      ['paper/main.md', 8],
      ['paper/self.md', 1],
    ]);
    expect(found[0]!.text).toBe('There is no included file “gone.md”. Add the file, or correct its name.');
    expect(found[1]!.text).toContain('lies outside the volume');
    expect(found[2]!.text).toContain('includes itself');
  });

  it('belongs to the inputs of the volume', async () => {
    main(':::{include} part.md\n:::\n');
    write('paper/part.md', 'Inside.');
    expect((await readVolume(root)).volume.sources.map(({ path: file }) => file)).toContain('paper/part.md');
  });
});
