import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { ChildTimeout } from '../pipeline/child.js';
import { endAllChildren } from '../pipeline/process-groups.js';
import { runProgram } from '../pipeline/run-program.js';
import { hasEnded } from './support/processes.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'galley-program-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const options = { env: { PATH: process.env.PATH }, timeoutMs: 20_000 };

/** A shell program that starts another, which holds its output open, and writes that one's process id to `file`. */
const withGrandchild = (file: string, then: string) => ['-c', `sleep 300 & echo $! > "${file}"; ${then}`];

async function pidIn(file: string): Promise<number> {
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await wait(20);
  return Number(readFileSync(file, 'utf8'));
}

it('gives what was said and the exit code', async () => {
  const result = await runProgram('sh', ['-c', 'echo out; echo err >&2; exit 4'], options);
  expect(result).toEqual({ code: 4, stdout: 'out\n', stderr: 'err\n' });
});

it('hands arguments over as they are: no shell reads them', async () => {
  const args = ['$(id)', '`id`', 'a b', "'", '; exit 9'];
  const { stdout } = await runProgram(
    process.execPath,
    ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...args],
    options,
  );
  expect(JSON.parse(stdout)).toEqual(args);
});

it('after its time the program is ended, and what it started', async () => {
  const file = path.join(scratch, 'late');
  await expect(runProgram('sh', withGrandchild(file, 'wait'), { ...options, timeoutMs: 500 })).rejects.toThrow(
    ChildTimeout,
  );
  expect(await hasEnded(await pidIn(file))).toBe(true);
});

it('a program that ends and leaves another that holds its output open does not hold up the run', async () => {
  const file = path.join(scratch, 'left');
  await expect(runProgram('sh', withGrandchild(file, 'exit 0'), { ...options, timeoutMs: 500 })).rejects.toThrow(
    ChildTimeout,
  );
  expect(await hasEnded(await pidIn(file))).toBe(true);
});

it('an abort ends it with the reason, and endAllChildren ends it too', async () => {
  const abort = new AbortController();
  const run = runProgram('sleep', ['300'], { ...options, signal: abort.signal });
  abort.abort(new Error('enough'));
  await expect(run).rejects.toThrow('enough');
  await expect(runProgram('sleep', ['300'], { ...options, signal: abort.signal })).rejects.toThrow('enough');
  const other = runProgram('sleep', ['300'], options);
  endAllChildren();
  expect((await other).code).toBeNull();
});

it('a program that does not exist is an error', async () => {
  await expect(runProgram(path.join(scratch, 'none'), [], options)).rejects.toThrow('ENOENT');
});
