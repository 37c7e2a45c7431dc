import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockedError, takeLock } from '../../../pipeline/assemble/output/lock.js';
import { openStaging } from '../../../pipeline/assemble/output/replace.js';
import { InputError } from '../../../pipeline/faults.js';
import { temporaryFolder, wholeVolume } from './folders.js';

const writer = path.join(import.meta.dirname, 'writer.mjs');
const taker = path.join(import.meta.dirname, 'taker.mjs');

/** Runs a script in a process of its own; resolves to its exit code, or to what it wrote to standard error. */
function run(...args: string[]): Promise<unknown> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('exit', (code) => resolve(stderr || code));
  });
}

describe('two builds at once', () => {
  it('write one after the other, and the folder holds the volume of one of them', async () => {
    const output = path.join(temporaryFolder(), 'output');
    const names = ['one', 'second', 'the third', 'number four'];
    for (let round = 0; round < 3; round++) {
      const ends = names.map((name) => run(writer, output, name));
      expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
      expect(wholeVolume(output, names)).toBeDefined();
      expect(readdirSync(path.dirname(output))).toEqual(['output']);
    }
  });

  it('are told of each other when one does not finish', async () => {
    const output = path.join(temporaryFolder(), 'output');
    const first = await openStaging(output);
    const fault = await openStaging(output, 100).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(InputError);
    expect((fault as InputError).faults).toMatchObject([
      { id: 'output-busy', args: { path: output, pid: process.pid } },
    ]);
    await first.discard();
    await (await openStaging(output, 0)).discard();
  });
});

describe('a lock', () => {
  it('that is let go while another process is refused is no fault', async () => {
    const folder = path.join(temporaryFolder(), 'lock');
    const ends = Array.from({ length: 4 }, () => run(taker, folder, '200'));
    expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
    expect(readdirSync(path.dirname(folder))).toEqual([]);
  });

  it('of a process that runs no more is taken over, what is in it kept', async () => {
    const folder = path.join(temporaryFolder(), 'lock');
    mkdirSync(folder);
    // Larger than any process number that Linux gives out.
    writeFileSync(path.join(folder, `owner-4194305-1-${hostname()}`), '');
    writeFileSync(path.join(folder, 'left'), '');
    const lock = await takeLock(folder, 0);
    expect(readdirSync(folder)).toContain('left');
    lock.release();
    expect(readdirSync(path.dirname(folder))).toEqual([]);
  });

  it('of a process whose number was given to another one since is taken over', async () => {
    const folder = path.join(temporaryFolder(), 'lock');
    mkdirSync(folder);
    writeFileSync(path.join(folder, `owner-${process.pid}-1-${hostname()}`), '');
    (await takeLock(folder, 0)).release();
  });

  it('of another machine is respected for a while', async () => {
    const folder = path.join(temporaryFolder(), 'lock');
    mkdirSync(folder);
    const mark = path.join(folder, 'owner-1-1-another-machine');
    writeFileSync(mark, '');
    await expect(takeLock(folder, 0)).rejects.toThrow(LockedError);
    utimesSync(mark, 0, 0);
    (await takeLock(folder, 0)).release();
  });
});
