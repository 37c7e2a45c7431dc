import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/package-root.js';
import { generateVolume } from './bench/generate.js';
import { cli, galley } from './support/galley.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-interrupt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = path.join(folder, 'volume');
const output = path.join(folder, 'output');

/** Processes that `parent` started, as /proc tells. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return new RegExp(`^PPid:\\s+${parent}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      } catch {
        return false;
      }
    })
    .map(Number);
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the children, leaves the old volume as it was and no half-written file',
  async (signal) => {
    rmSync(folder, { recursive: true, force: true });
    generateVolume(path.join(packageRoot, 'manuscripts'), root, 12);
    const small = path.join(folder, 'small');
    generateVolume(path.join(packageRoot, 'manuscripts'), small, 1);
    expect((await galley(['build', '--root', small, '--output', output])).code).toBe(0);
    rmSync(small, { recursive: true });
    const before = readFileSync(path.join(output, 'SHA256SUMS'), 'utf8');
    const files = readdirSync(output).sort();

    const child = spawn(process.execPath, [cli, 'build', '--root', root, '--output', output], {
      env: { ...process.env, GALLEY_LANG: 'en', CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    let children: number[] = [];
    let signalled = false;
    child.stderr.on('data', (data) => {
      stderr += data;
      // The manuscripts are being read from here on, in the children.
      if (!signalled && stderr.includes('Read the volume')) {
        signalled = true;
        setTimeout(() => {
          children = childrenOf(child.pid!);
          child.kill(signal);
        }, 700);
      }
    });
    const code = await new Promise((resolve) => child.on('close', resolve));

    expect(code, stderr).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(stderr).toContain('Interrupted. Nothing was written; the volume that was there before is untouched.');
    expect(children.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow();
    expect(readdirSync(output).sort()).toEqual(files);
    expect(readdirSync(folder).sort()).toEqual(['output', 'volume']);
    expect(readFileSync(path.join(output, 'SHA256SUMS'), 'utf8')).toBe(before);
  },
);
