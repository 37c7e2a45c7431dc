import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Child, ChildFault, ChildTimeout, startChild } from '../pipeline/child.js';
import { packageRoot } from '../pipeline/package-root.js';
import { endAllChildren } from '../pipeline/process-groups.js';
import { hasEnded, isRunning } from './support/processes.js';

const folder = path.join(packageRoot, 'tests/fixtures/children');
const limit = { timeoutMs: 20_000 };

interface Request {
  deed: string;
  value?: unknown;
}

let started: Child<Request, unknown>[] = [];
function start(env: NodeJS.ProcessEnv = {}): Child<Request, unknown> {
  const child = startChild<Request, unknown>(path.join(folder, 'worker.mjs'), { env, label: 'worker' });
  started.push(child);
  return child;
}
afterEach(async () => {
  for (const child of started) child.kill();
  await Promise.all(started.map((child) => child.close()));
  started = [];
});

it('answers one request after another, bytes and maps too', async () => {
  const child = start();
  const value = { bytes: new Uint8Array([0, 255]), map: new Map([['a', 1]]) };
  expect(await child.call({ deed: 'echo', value }, limit)).toEqual(value);
  expect(await child.call({ deed: 'echo', value: 2 }, limit)).toBe(2);
});

it('sees no environment but what it was given', async () => {
  expect(await start({ GIVEN: '1' }).call({ deed: 'environment' }, limit)).toEqual(
    // The channel's own variables are taken away by Node itself.
    ['GIVEN'],
  );
});

it('tells what went wrong in it, and goes on', async () => {
  const child = start();
  await expect(child.call({ deed: 'fail' }, limit)).rejects.toThrow(new ChildFault('it cannot be done'));
  expect(await child.call({ deed: 'echo', value: 1 }, limit)).toBe(1);
});

it('takes one call at a time, so that no answer goes to another question', async () => {
  const child = start();
  const first = child.call({ deed: 'echo', value: 1 }, limit);
  await expect(child.call({ deed: 'echo', value: 2 }, limit)).rejects.toThrow(ChildFault);
  expect(await first).toBe(1);
});

it('that dies in a call says so with its last words, and in every call after', async () => {
  const child = start();
  await expect(child.call({ deed: 'die' }, limit)).rejects.toThrow(new ChildFault('worker ended (3) last words'));
  expect(child.alive).toBe(false);
  await expect(child.call({ deed: 'echo' }, limit)).rejects.toThrow(/^worker ended \(3\)/);
});

it('that takes too long is ended, and so is what it started', async () => {
  const child = start();
  const grandchild = (await child.call({ deed: 'grandchild' }, limit)) as number;
  expect(isRunning(grandchild)).toBe(true);
  await expect(child.call({ deed: 'hang' }, { timeoutMs: 300 })).rejects.toThrow(
    new ChildTimeout('worker', 300).message,
  );
  expect(await hasEnded(child.pid!)).toBe(true);
  expect(await hasEnded(grandchild)).toBe(true);
});

it('ends at an abort, with its reason', async () => {
  const child = start();
  await child.call({ deed: 'echo' }, limit);
  const abort = new AbortController();
  const call = child.call({ deed: 'hang' }, { ...limit, signal: abort.signal });
  abort.abort(new Error('enough'));
  await expect(call).rejects.toThrow('enough');
  expect(await hasEnded(child.pid!)).toBe(true);
});

it('is gone when close returns, whether it was idle, busy or dead', async () => {
  const [idle, busy, dead] = [start(), start(), start()];
  for (const child of [idle, busy, dead]) await child.call({ deed: 'echo' }, limit);
  const hang = busy.call({ deed: 'hang' }, limit).catch((fault: unknown) => fault);
  dead.kill();
  await Promise.all([idle.close(), busy.close(), dead.close()]);
  for (const { pid } of [idle, busy, dead]) expect(isRunning(pid!)).toBe(false);
  expect(await hang).toBeInstanceOf(ChildFault);
});

it('every child ends at endAllChildren', async () => {
  const children = [start(), start()];
  for (const child of children) await child.call({ deed: 'echo' }, limit);
  endAllChildren();
  for (const { pid } of children) expect(await hasEnded(pid!)).toBe(true);
});

it('a module that does not exist is a fault, not a wait', async () => {
  const child = startChild(path.join(folder, 'missing.mjs'), { env: {}, label: 'missing' });
  await expect(child.call({}, limit)).rejects.toThrow(ChildFault);
});

it.skipIf(process.platform === 'win32')('ends when its parent was killed, even in a job without an end', async () => {
  const parent = spawn(process.execPath, [path.join(folder, 'parent.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(String(said));
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  expect(await hasEnded(pid)).toBe(true);
});
