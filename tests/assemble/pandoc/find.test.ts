import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describePandoc, isNewEnough } from '../../../pipeline/assemble/pandoc/find.js';
import { openPandoc } from '../../../pipeline/assemble/pandoc.js';
import { sayFault } from '../../../pipeline/messages/index.js';
import { faultOf, nativeFolder, script } from './jobs.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'galley-find-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const onPath = (...folders: string[]) => ({ PATH: [...folders, process.env.PATH].join(path.delimiter) });
const saying = (text: string) => script(scratch, `#!/bin/sh\nprintf '${text}\\n'\n`);
const passedOver = (file: string, version?: string) => ({
  kind: 'embedded',
  version: expect.stringMatching(/^3\./),
  passedOver: { file, ...(version && { version }) },
});

it('a pandoc on the PATH is preferred when it is new enough', async () => {
  const file = path.join(nativeFolder, 'pandoc');
  const choice = await describePandoc(onPath(nativeFolder));
  expect(choice).toMatchObject({ kind: 'native', file });
  // The real command line of the embedded build answers.
  expect(choice).toMatchObject({
    version: ((await describePandoc({ GALLEY_PANDOC: 'embedded' })) as { version: string }).version,
  });
});

it.each(['pandoc 3.2', 'pandoc 3.10\\nFeatures: -server +lua', 'pandoc.exe 4.0.1', 'pandoc 3.2.1-nightly-2024-05-01'])(
  'one that says %j is taken',
  async (text) => {
    const file = saying(text);
    expect(await describePandoc(onPath(path.dirname(file)))).toMatchObject({ kind: 'native', file });
  },
);

it.each([
  ['pandoc 2.17.1.1\\nCompiled with pandoc-types 3.22', '2.17.1.1'],
  ['pandoc 3.1.13', '3.1.13'],
])('one that says %j is passed over as too old', async (text, version) => {
  const file = saying(text);
  const env = onPath(path.dirname(file));
  expect(await describePandoc(env)).toEqual(passedOver(file, version));
  const door = await openPandoc({ env });
  expect(door.kind).toBe('embedded');
  await door.close();
});

it.each(['', 'hello', 'pandoc', 'not pandoc 3.10'])('one that says %j is none', async (text) => {
  const file = saying(text);
  expect(await describePandoc(onPath(path.dirname(file)))).toEqual(passedOver(file));
});

it('one that fails is passed over', async () => {
  const file = script(scratch, '#!/bin/sh\necho pandoc 3.10\nexit 1\n');
  expect(await describePandoc(onPath(path.dirname(file)))).toEqual(passedOver(file));
  const broken = script(scratch, '#!/no/such/interpreter\n');
  expect(await describePandoc(onPath(path.dirname(broken)))).toEqual(passedOver(broken));
});

it('neither a folder, nor a file that is not executable, nor a relative part of the PATH is searched', async () => {
  const folder = path.join(scratch, 'folder');
  mkdirSync(path.join(folder, 'pandoc'), { recursive: true });
  const plain = path.join(scratch, 'plain');
  mkdirSync(plain);
  writeFileSync(path.join(plain, 'pandoc'), 'x');
  chmodSync(path.join(plain, 'pandoc'), 0o644);
  const choice = await describePandoc({
    PATH: [folder, plain, path.relative(process.cwd(), nativeFolder), ''].join(path.delimiter),
  });
  expect(choice).toEqual({ kind: 'embedded', version: expect.any(String) });
});

it('GALLEY_PANDOC chooses the embedded one, the one on the PATH, or one by its path', async () => {
  expect(await describePandoc({ ...onPath(nativeFolder), GALLEY_PANDOC: 'embedded' })).toMatchObject({
    kind: 'embedded',
  });
  const file = saying('pandoc 3.5');
  expect(await describePandoc({ ...onPath(path.dirname(file)), GALLEY_PANDOC: 'native' })).toMatchObject({ file });
  expect(await describePandoc({ ...onPath(nativeFolder), GALLEY_PANDOC: file })).toMatchObject({ version: '3.5' });
});

it('what GALLEY_PANDOC asks for and cannot be used is an error that says why', async () => {
  const old = saying('pandoc 2.17');
  const mute = saying('');
  const cases: [NodeJS.ProcessEnv, string][] = [
    [{ GALLEY_PANDOC: '/no/such/pandoc' }, 'there is no such program'],
    [{ GALLEY_PANDOC: 'native', PATH: '' }, 'there is no such program'],
    [{ GALLEY_PANDOC: old }, `${old} is version 2.17, and 3.2 or newer is needed`],
    [{ ...onPath(path.dirname(mute)), GALLEY_PANDOC: 'native' }, `${mute} does not answer as pandoc does`],
  ];
  for (const [env, why] of cases) {
    const fault = await faultOf(openPandoc({ env }));
    expect(sayFault('en', fault)).toBe(
      `GALLEY_PANDOC asks for “${env.GALLEY_PANDOC}”, which cannot be used: ${why}. Name a pandoc of 3.2 or newer, or write “embedded”.`,
    );
    expect(sayFault('zh', fault)).toMatch(/^GALLEY_PANDOC 指定的/);
  }
});

it.each([
  ['3.2', true],
  ['3.10', true],
  ['3.1.13', false],
  ['2.17.1.1', false],
  ['4.0', true],
])('pandoc %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});
