import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNewEnough } from '../../../pipeline/assemble/pandoc/find.js';
import { openPandoc, type PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import { bomb, embedded, faultOf, jobs } from './jobs.js';

/** Process ids of embedded pandocs that this test started, as /proc tells. */
function processes(): string[] {
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
    const read = JSON.parse((await door.run(jobs.read)).output);
    expect(read.blocks.map(({ t }: { t: string }) => t)).toEqual(['Header', 'Para', 'Figure']);
    expect((await door.run(jobs.tex)).output).toContain('"Cite"');
    expect(JSON.parse((await door.run(jobs.bibliography)).output)).toMatchObject([{ id: 'knuth' }]);
    expect((await door.run(jobs.cite)).output).toBe(
      '见“#甲” $\\frac{1}{2}$ (Breaking paragraphs)\n\nBreaking paragraphs\n',
    );
    expect((await door.run(jobs.typst)).output).toContain('\\#甲');
    expect((await door.run(jobs.html)).output).toContain('<mfrac>');
  });

  it('reports warnings with their kind, and with their line where pandoc knows it', async () => {
    const formula = await door.run({
      ...jobs.html,
      defaults: { ...jobs.html.defaults, from: 'markdown' },
      input: '$\\no$',
    });
    expect(formula.warnings).toMatchObject([{ type: 'CouldNotConvertTeXMath' }]);
    const note = await door.run({ ...jobs.read, input: 'x[^a]\n\n[^a]: x\n\n[^a]: y\n' });
    expect(note.warnings).toMatchObject([{ type: 'DuplicateNoteReference', line: 5 }]);
    expect(note.warnings[0]!.message).not.toContain('stdin');
  });

  it('names the file and line of a failed run, and does the next job', async () => {
    const broken = '@article{a,\n  title = {x},\n  year 2000\n}';
    const failed = door.run({ ...jobs.bibliography, input: broken });
    const next = door.run(jobs.read);
    expect(await faultOf(failed)).toMatchObject({ id: 'pandoc-failed', place: { path: 'r.bib', line: 3 } });
    expect((await next).output).toContain('Header');
    // The line is the bibliography's, not the manuscript's.
    const cited = door.run({ ...jobs.cite, files: { ...jobs.cite.files, 'in/r.bib': Buffer.from(broken) } });
    const fault = await faultOf(cited);
    expect(fault.place).toEqual({ path: 'a.md' });
    expect(fault.args).toMatchObject({ message: expect.stringMatching(/in\/r\.bib.*line 3/) });
  });

  it('sees no file that it was not given', async () => {
    const included = await door.run({
      ...jobs.tex,
      defaults: { from: 'latex', to: 'plain' },
      input: '\\input{/etc/passwd}',
    });
    expect(included.output.trim()).toBe('');
    for (const outside of ['/etc/passwd', '../../../etc/passwd']) {
      for (const key of ['bibliography', 'csl', 'metadata-file']) {
        const value = key === 'csl' ? outside : [outside];
        const run = door.run({ ...jobs.cite, defaults: { ...jobs.cite.defaults, [key]: value } });
        expect(await faultOf(run), key).toMatchObject({ id: 'pandoc-failed', place: { path: 'a.md' } });
      }
    }
  });

  it('puts no file beside the folder of its job', async () => {
    const files = { '../escaped.bib': jobs.cite.files['in/r.bib'], 's.csl': jobs.cite.files['s.csl'] };
    const run = door.run({
      ...jobs.cite,
      defaults: { ...jobs.cite.defaults, bibliography: ['../escaped.bib'] },
      files,
    });
    expect((await faultOf(run)).id).toBe('pandoc-failed');
  });

  it('keeps nothing of one job for the next', async () => {
    await door.run(jobs.cite);
    expect((await faultOf(door.run({ ...jobs.cite, files: {} }))).id).toBe('pandoc-failed');
  });

  it('does many jobs at once, each its own, with a second process', async () => {
    expect(processes()).toHaveLength(1);
    const outputs = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        door.run({ label: `${n}.md`, defaults: { from: 'markdown', to: 'plain' }, input: `number ${n}` }),
      ),
    );
    expect(outputs.map(({ output }) => output.trim())).toEqual(outputs.map((_, n) => `number ${n}`));
    expect(processes()).toHaveLength(Math.min(2, availableParallelism()));
  });
});

it('a run that hangs is ended at its limit; the others finish, and no process is left', async () => {
  const door = await openPandoc({ env: embedded, jobTimeoutMs: 3000 });
  const [hanging] = processes();
  const hang = door.run(bomb);
  const after = Array.from({ length: 3 }, () => door.run(jobs.read));
  expect(await faultOf(hang)).toMatchObject({ id: 'pandoc-timeout', args: { seconds: 3 }, place: { path: 'bomb.md' } });
  for (const { output } of await Promise.all(after)) expect(output).toContain('Header');
  expect(processes()).not.toContain(hanging);
  await door.close();
  expect(processes()).toEqual([]);
});

it('a process that dies costs no job', async () => {
  const door = await openPandoc({ env: embedded });
  await door.run(jobs.read);
  for (const pid of processes()) process.kill(Number(pid), 'SIGKILL');
  expect((await door.run(jobs.read)).output).toContain('Header');
  const run = door.run(jobs.read);
  for (const pid of processes()) process.kill(Number(pid), 'SIGKILL');
  expect((await run).output).toContain('Header');
  await door.close();
});

it('an abort ends what runs and what waits, with its reason, and starts nothing', async () => {
  const abort = new AbortController();
  const door = await openPandoc({ env: embedded, signal: abort.signal });
  await door.run(jobs.read);
  const before = processes();
  const runs = [bomb, ...Array.from({ length: 15 }, () => jobs.read)].map((job) => door.run(job));
  abort.abort(new Error('enough'));
  for (const run of runs) await expect(run).rejects.toThrow('enough');
  expect(processes().filter((pid) => !before.includes(pid))).toEqual([]);
  await door.close();
  expect(processes()).toEqual([]);
});

it('closing ends a run that is under way, blames no manuscript for it, and takes no more', async () => {
  const door = await openPandoc({ env: embedded });
  await door.run(jobs.read);
  const runs = [door.run(bomb), door.run(jobs.read)];
  const ends = Promise.allSettled(runs);
  await door.close();
  expect(await ends).toMatchObject([
    { status: 'rejected', reason: { message: 'pandoc was closed' } },
    { status: 'rejected', reason: { message: 'pandoc was closed' } },
  ]);
  await expect(door.run(jobs.read)).rejects.toThrow('pandoc was closed');
  expect(processes()).toEqual([]);
});
