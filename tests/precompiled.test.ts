import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/package-root.js';
import { cli } from './support/galley.js';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-precompiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (...args: string[]) => execFileSync(process.execPath, args, { encoding: 'utf8', cwd: folder });

it('is taken by the V8 that it was kept for, and by no other', () => {
  const loader = pathToFileURL(path.join(packageRoot, 'dist/pipeline/precompiled.js')).href;
  const program = `import { precompiled } from '${loader}'; process.stdout.write(String(precompiled().cachedDataRejected))`;
  expect(node('--input-type=module', '--eval', program)).toBe('false');
  expect(node('--no-opt', '--input-type=module', '--eval', program)).toBe('true');
});

it('works the same without', () => {
  writeFileSync(path.join(folder, 'paper.md'), '# 报告\n\n这是是一篇报告。\n\n（一）第一\n');
  const lint = [cli, 'lint', '--reporter', 'json', '--quiet', '--root', folder];
  const run = (...flags: string[]) => {
    try {
      return node(...flags, ...lint, path.join(folder, 'paper.md'));
    } catch (failure) {
      return (failure as { stdout: string }).stdout;
    }
  };
  expect(JSON.parse(run())[0].messages).not.toEqual([]);
  expect(run('--no-opt')).toBe(run());
});
