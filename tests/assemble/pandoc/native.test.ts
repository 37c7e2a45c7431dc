import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPandoc, type PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import { hasEnded } from '../../support/processes.js';
import { embedded, faultOf, jobs, native, script } from './jobs.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'galley-native-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
// A folder for temporary files that no other test uses at the same time.
vi.stubEnv('TMPDIR', path.join(scratch, 'tmp'));
mkdirSync(tmpdir());

const inUse = () => readdirSync(tmpdir());

/** A shell program that says it is a pandoc, and for a job does `deed`. */
const pandocThat = (deed: string) =>
  script(scratch, `#!/bin/sh\nif [ "$1" = --version ]; then echo "pandoc 3.10"; exit; fi\n${deed}\n`);

async function waitFor(file: string): Promise<string> {
  while (!existsSync(file) || !readFileSync(file, 'utf8').endsWith('\n')) await wait(20);
  return readFileSync(file, 'utf8').trim();
}

describe('a native pandoc', () => {
  let one: PandocDoor;
  let other: PandocDoor;
  beforeAll(async () => {
    [one, other] = await Promise.all([openPandoc({ env: native }), openPandoc({ env: embedded })]);
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  it.each(Object.entries(jobs))('gives the same text as the embedded one: %s', async (_, job) => {
    expect(one.kind).toBe('native');
    const [text, expected] = await Promise.all([one.run(job), other.run(job)]);
    expect(expected.output.trim()).not.toBe('');
    expect(text.output.trimEnd()).toBe(expected.output.trimEnd());
  });

  it('gives the same warnings and the same faults', async () => {
    const notes = { ...jobs.read, input: 'x[^a]\n\n[^a]: x\n\n[^a]: y\n' };
    const { warnings } = await other.run(notes);
    expect(warnings).toHaveLength(1);
    expect((await one.run(notes)).warnings).toEqual(warnings);
    for (const job of [
      { ...jobs.bibliography, input: '@article{a,\n  title = {x},\n  year 2000\n}' },
      { ...jobs.read, defaults: { from: 'markdonw', to: 'json' } },
      { ...jobs.cite, files: {} },
    ]) {
      expect(await faultOf(one.run(job))).toEqual(await faultOf(other.run(job)));
    }
  });

  it('does more jobs at once than there are cores, each its own, and leaves no folder', async () => {
    const runs = Array.from({ length: 4 }, (_, n) =>
      one.run({ ...jobs.read, defaults: { from: 'markdown', to: 'plain' }, input: `number ${n}` }),
    );
    expect((await Promise.all(runs)).map(({ output }) => output.trim())).toEqual(runs.map((_, n) => `number ${n}`));
    expect(inUse()).toEqual([]);
  });
});

it('a job runs in a private folder with its own files, the sandbox on, a bare environment, and no shell', async () => {
  const said = path.join(scratch, 'said');
  const spy = pandocThat(
    `{ echo "$*"; pwd; env; ls -R; cat galley-job.json; echo; } > "${said}"; echo '"' > galley-output`,
  );
  const door = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: spy, SECRET: 'token' } });
  const run = async (from: string) => {
    await door.run({ ...jobs.cite, label: '$(touch pwned).md', defaults: { from, to: 'plain' } });
    return readFileSync(said, 'utf8');
  };
  const text = await run('markdown');
  expect(text.split('\n')[0]).toBe('--defaults galley-job.json');
  expect(text).toMatch(/^\.\/in:\nr\.bib$/m);
  expect(text).not.toMatch(/SECRET|GALLEY|USER/);
  const job = (of: string) => JSON.parse(of.trim().split('\n').at(-1)!);
  expect(job(text)).toMatchObject({ sandbox: true, from: 'markdown', 'input-files': ['galley-input'] });
  expect(job(await run('json')).sandbox).toBe(false);
  await door.close();
});

it('a file whose name leads out of the folder is written within it', async () => {
  const said = path.join(scratch, 'tree');
  const door = await openPandoc({
    env: { ...process.env, GALLEY_PANDOC: pandocThat(`find . -type f > "${said}"; echo > galley-output`) },
  });
  const outside = path.join(tmpdir(), 'galley-escaped');
  await door.run({ ...jobs.read, files: { '../galley-escaped': Buffer.from('x'), [outside]: Buffer.from('x') } });
  expect(readFileSync(said, 'utf8')).toContain('./galley-escaped');
  expect(existsSync(outside)).toBe(false);
  await door.close();
});

it('a folder can be entered by nobody else', async () => {
  const door = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: pandocThat('stat -c %a . > galley-output') } });
  expect((await door.run(jobs.read)).output.trim()).toBe('700');
  await door.close();
});

it('a run that hangs is ended with everything that it started; the others finish, and no folder is left', async () => {
  const pidFile = path.join(scratch, 'grandchild');
  const hanging = pandocThat(
    `if grep -q bomb galley-input; then sleep 300 & echo $! > "${pidFile}"; wait; fi\ncat galley-input > galley-output`,
  );
  const door = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: hanging }, jobTimeoutMs: 1500 });
  const hang = door.run({ ...jobs.read, label: 'bomb.md', input: 'bomb' });
  const others = Array.from({ length: 3 }, (_, n) => door.run({ ...jobs.read, input: `${n}` }));
  expect(await faultOf(hang)).toMatchObject({ id: 'pandoc-timeout', place: { path: 'bomb.md' } });
  expect((await Promise.all(others)).map(({ output }) => output)).toEqual(['0', '1', '2']);
  expect(await hasEnded(Number(await waitFor(pidFile)))).toBe(true);
  await door.close();
  expect(inUse()).toEqual([]);
});

it('when it is closed or aborted, what runs and what waits ends, and no folder is left', async () => {
  const env = { ...process.env, GALLEY_PANDOC: pandocThat('sleep 300') };
  const abort = new AbortController();
  const [aborted, closed] = [await openPandoc({ env, signal: abort.signal }), await openPandoc({ env })];
  const runs = [aborted, closed].map((door) =>
    Promise.allSettled(Array.from({ length: 12 }, () => door.run(jobs.read))),
  );
  await wait(300);
  abort.abort(new Error('enough'));
  await Promise.all([aborted.close(), closed.close()]);
  expect(inUse()).toEqual([]);
  const reasons = (await Promise.all(runs)).map(
    (ends) => new Set(ends.map((end) => end.status === 'rejected' && end.reason.message)),
  );
  expect(reasons).toEqual([new Set(['enough']), new Set(['pandoc was closed'])]);
});

it('the fixture is executable, as a pandoc on the PATH must be', () => {
  expect(statSync(native.GALLEY_PANDOC).mode & 0o111).not.toBe(0);
});
