import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FakeGitHub } from './github/index.js';
import { takeAttempts } from './network-guard.js';

describe('a test that reaches for the network', () => {
  it('fails, and is told which host it wanted', async () => {
    await expect(fetch('https://example.org/')).rejects.toThrow();
    expect(takeAttempts()).toEqual([expect.stringContaining('example.org')]);
  });

  it('fails when a process that it starts does so', async () => {
    const program = 'fetch("http://203.0.113.7/").catch(() => {})';
    await promisify(execFile)(process.execPath, ['-e', program]);
    expect(takeAttempts()).toEqual([expect.stringContaining('203.0.113.7')]);
  });

  it('may reach this machine itself', async () => {
    const github = await FakeGitHub.start();
    expect((await fetch(`${github.url}/nowhere`)).status).toBe(404);
    github.violations.length = 0;
    await github.close();
    expect(takeAttempts()).toEqual([]);
  });
});
