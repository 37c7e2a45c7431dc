import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNative, isNewEnough } from '../../pipeline/assemble/pandoc/find.js';
import { openPandoc, type PandocDoor, type PandocJob } from '../../pipeline/assemble/pandoc.js';
import { InputError } from '../../pipeline/faults.js';
import { packageRoot } from '../../pipeline/package-root.js';

const nativeFolder = path.join(packageRoot, 'tests/fixtures/native-pandoc');
const scratch = mkdtempSync(path.join(tmpdir(), 'galley-pandoc-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const embedded = { ...process.env, GALLEY_PANDOC: 'embedded' };
const native = { ...process.env, GALLEY_PANDOC: path.join(nativeFolder, 'pandoc') };

const bibliography = '@article{knuth, author={Knuth, Donald}, title={Breaking Paragraphs}, journal={SPE}, year=1981}';
const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id>
<updated>2020-01-01T00:00:00Z</updated></info><citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>`;

const jobs: Record<string, PandocJob> = {
  tree: {
    label: 'a.md',
    defaults: { from: 'markdown', to: 'json' },
    input: '# 标题\n\n*正文* $x^2$[^1]\n\n[^1]: note\n',
  },
  mathml: {
    label: 'a.md',
    defaults: { from: 'markdown', to: 'html5', 'html-math-method': { method: 'mathml' }, wrap: 'none' },
    input: '$\\frac{1}{2}$ and “text”',
  },
  typst: {
    label: 'a.md',
    defaults: { from: 'markdown', to: 'typst-citations-smart', wrap: 'none' },
    input: '- 甲\n- #b',
  },
  citations: {
    label: 'a.md',
    defaults: { from: 'markdown', to: 'plain', citeproc: true, bibliography: ['r.bib'], csl: 's.csl' },
    input: 'See [@knuth].',
    files: { 'r.bib': Buffer.from(bibliography), 's.csl': Buffer.from(csl) },
  },
};

/** Processes whose command line names one of Galley's children, as /proc tells. */
function children(): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return (
          parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('embedded-process')
        );
      } catch {
        return false;
      }
    });
}

async function faultOf(promise: Promise<unknown>) {
  const fault = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(fault).toBeInstanceOf(InputError);
  return (fault as InputError).faults[0]!;
}

describe('the embedded pandoc', () => {
  let door: PandocDoor;
  beforeAll(async () => {
    door = await openPandoc({ env: embedded });
  });
  afterAll(() => door.close());

  it('names its version', () => {
    expect(door.kind).toBe('embedded');
    expect(isNewEnough(door.version)).toBe(true);
  });

  it('reads, cites and writes', async () => {
    expect(JSON.parse((await door.run(jobs.tree!)).output).blocks[0].t).toBe('Header');
    expect((await door.run(jobs.mathml!)).output).toContain('<mfrac>');
    expect((await door.run(jobs.typst!)).output).toContain('\\#b');
    expect((await door.run(jobs.citations!)).output).toContain('See (Breaking paragraphs).');
  });

  it('reports warnings with their kind', async () => {
    const { warnings } = await door.run({
      label: 'a.md',
      defaults: { from: 'markdown', to: 'html5', 'html-math-method': { method: 'mathml' } },
      input: '$\\nosuchmacro{x}$',
    });
    expect(warnings).toMatchObject([{ type: 'CouldNotConvertTeXMath' }]);
  });

  it('names the file and line of a failed run, and does the next job', async () => {
    const failed = door.run({
      label: 'r.bib',
      defaults: { from: 'biblatex', to: 'csljson' },
      input: '@article{a,\n  title = {x},\n  year 2000\n}',
    });
    const next = door.run(jobs.tree!);
    expect(await faultOf(failed)).toMatchObject({ id: 'pandoc-failed', place: { path: 'r.bib', line: 3 } });
    expect((await next).output).toContain('Header');
  });

  it('sees no file that it was not given', async () => {
    const included = await door.run({
      label: 'a.tex',
      defaults: { from: 'latex', to: 'plain' },
      input: '\\input{/etc/passwd}',
    });
    expect(included.output.trim()).toBe('');
    const cited = door.run({
      ...jobs.citations!,
      defaults: { ...jobs.citations!.defaults, bibliography: ['/etc/passwd'] },
    });
    expect(await faultOf(cited)).toMatchObject({ id: 'pandoc-failed', place: { path: 'a.md' } });
  });

  it('keeps nothing of one job for the next', async () => {
    await door.run(jobs.citations!);
    const again = door.run({ ...jobs.citations!, files: {} });
    expect((await faultOf(again)).id).toBe('pandoc-failed');
  });

  it('does many jobs at once, each its own', async () => {
    const outputs = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        door.run({ label: `${n}.md`, defaults: { from: 'markdown', to: 'plain' }, input: `number ${n}` }),
      ),
    );
    expect(outputs.map(({ output }) => output.trim())).toEqual(outputs.map((_, n) => `number ${n}`));
  });
});

it('a run that hangs is ended at its limit; the others finish, and no process is left', async () => {
  const door = await openPandoc({ env: embedded, jobTimeoutMs: 2500 });
  const hang = door.run({ label: 'bomb.md', defaults: { from: 'markdown', to: 'json' }, input: '['.repeat(20) });
  const after = Array.from({ length: 3 }, () => door.run(jobs.tree!));
  expect(await faultOf(hang)).toMatchObject({ id: 'pandoc-timeout', args: { seconds: 3 }, place: { path: 'bomb.md' } });
  for (const { output } of await Promise.all(after)) expect(output).toContain('Header');
  await door.close();
  expect(children()).toEqual([]);
});

describe('a native pandoc', () => {
  it('gives the same text as the embedded one', async () => {
    const [one, other] = [await openPandoc({ env: embedded }), await openPandoc({ env: native })];
    expect(other.kind).toBe('native');
    for (const job of Object.values(jobs)) {
      expect((await other.run(job)).output.trim(), job.label).toBe((await one.run(job)).output.trim());
    }
    const warn: PandocJob = {
      label: 'a.md',
      defaults: { from: 'markdown', to: 'html5' },
      input: '[^a]\n\n[^a]: x\n\n[^a]: y\n',
    };
    expect((await other.run(warn)).warnings).toEqual((await one.run(warn)).warnings);
    expect(await faultOf(other.run({ ...jobs.citations!, files: {} }))).toMatchObject({ place: { path: 'a.md' } });
    await Promise.all([one.close(), other.close()]);
  });

  it('on the PATH is preferred when it is new enough', async () => {
    const { native: found } = await findNative({ PATH: nativeFolder + path.delimiter + process.env.PATH });
    expect(found?.file).toBe(path.join(nativeFolder, 'pandoc'));
  });

  it('that is too old is passed over, with the reason', async () => {
    const old = script('old', '#!/bin/sh\necho "pandoc 2.17.1.1"\n');
    const env = { PATH: `${path.dirname(old)}${path.delimiter}${process.env.PATH}` };
    expect(await findNative(env)).toEqual({ rejected: `${old} 2.17.1.1 < 3.2` });
    const door = await openPandoc({ env });
    expect(door.kind).toBe('embedded');
    await door.close();
  });

  it('that was asked for and cannot be used is an error', async () => {
    const fault = await faultOf(openPandoc({ env: { GALLEY_PANDOC: '/no/such/pandoc' } }));
    expect(fault).toMatchObject({ id: 'pandoc-not-usable', args: { wanted: '/no/such/pandoc' } });
  });

  it('that hangs is ended with everything that it started', async () => {
    const pidFile = path.join(scratch, 'grandchild.pid');
    const hanging = script(
      'hanging',
      `#!/bin/sh\nif [ "$1" = --version ]; then echo "pandoc 3.10"; exit; fi\nsleep 300 &\necho $! > ${pidFile}\nwait\n`,
    );
    const door = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: hanging }, jobTimeoutMs: 1000 });
    expect(await faultOf(door.run(jobs.tree!))).toMatchObject({ id: 'pandoc-timeout', place: { path: 'a.md' } });
    await door.close();
    expect(isRunning(readFileSync(pidFile, 'utf8').trim())).toBe(false);
  });

  it('leaves no folder behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('galley-pandoc-')).length;
    const door = await openPandoc({ env: native });
    await door.run(jobs.tree!);
    await door.close();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('galley-pandoc-')).length).toBe(before);
  });
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

function script(name: string, text: string): string {
  const folder = mkdtempSync(path.join(scratch, `${name}-`));
  const file = path.join(folder, 'pandoc');
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

function isRunning(pid: string): boolean {
  if (existsSync(`/proc/${pid}/stat`)) return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  try {
    execFileSync('kill', ['-0', pid], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
