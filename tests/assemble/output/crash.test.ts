import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStaging } from '../../../pipeline/assemble/output/replace.js';
import { listing, temporaryFolder, volumeFiles, wholeVolume } from './folders.js';

const writer = path.join(import.meta.dirname, 'writer.mjs');
const names = ['one', 'second'];

/** A parent with an output folder that holds the volume “one” and something of a person's. */
async function prepared(own: string): Promise<string> {
  const parent = temporaryFolder();
  const output = path.join(parent, 'output');
  const staging = await openStaging(output);
  for (const [file, bytes] of volumeFiles('one')) await staging.write(file, bytes);
  await staging.commit();
  mkdirSync(path.dirname(path.join(output, own)), { recursive: true });
  writeFileSync(path.join(output, own), 'mine');
  return parent;
}

async function recover(output: string): Promise<void> {
  await (await openStaging(output, 0)).discard();
}

/** Runs a build that is killed at its first, second, third … change of the file system, until one comes through. */
async function killAtEveryStep(own: string, look: (parent: string, killed: boolean) => Promise<void>): Promise<number> {
  const template = await prepared(own);
  for (let step = 1; ; step++) {
    const parent = temporaryFolder();
    cpSync(template, parent, { recursive: true });
    const { signal, status, stderr } = spawnSync(process.execPath, [
      writer,
      path.join(parent, 'output'),
      'second',
      `${step}`,
    ]);
    expect(signal ?? status, String(stderr)).toBe(signal ? 'SIGKILL' : 0);
    await look(parent, signal !== null);
    if (!signal) return step;
  }
}

describe('a build killed at any step', () => {
  it('leaves a whole volume where the folder is exchanged; between the two renames, in the hidden folder', async () => {
    const between: number[] = [];
    const seen = new Set<string | undefined>();
    const steps = await killAtEveryStep('README.md', async (parent, killed) => {
      const output = path.join(parent, 'output');
      if (existsSync(output)) {
        seen.add(wholeVolume(output, names));
        expect(readFileSync(path.join(output, 'README.md'), 'utf8')).toBe('mine');
      } else {
        between.push(1);
        expect(wholeVolume(path.join(parent, '.output.galley/old'), names)).toBe('one');
      }
      await recover(output);
      expect(wholeVolume(output, names)).toBeDefined();
      expect(readFileSync(path.join(output, 'README.md'), 'utf8')).toBe('mine');
      expect(readdirSync(parent)).toEqual(['output']);
      if (!killed) expect(wholeVolume(output, names)).toBe('second');
    });
    expect(steps).toBeGreaterThan(30);
    expect(between).toHaveLength(1);
    expect(seen).toEqual(new Set(names));
  }, 120_000);

  it('leaves a volume that the next start completes where files are replaced one by one', async () => {
    const mixed: number[] = [];
    const steps = await killAtEveryStep('letters/letter.txt', async (parent) => {
      const output = path.join(parent, 'output');
      if (!wholeVolume(output, names)) mixed.push(1);
      await recover(output);
      expect(wholeVolume(output, names)).toBeDefined();
      expect(readFileSync(path.join(output, 'letters/letter.txt'), 'utf8')).toBe('mine');
      expect(readdirSync(parent)).toEqual(['output']);
      expect(listing(output)).not.toContain('.galley-staging/');
    });
    expect(steps).toBeGreaterThan(30);
    expect(mixed.length).toBeGreaterThan(0);
  }, 120_000);

  it('is put right by the next build, whatever that one is called', async () => {
    const template = await prepared('README.md');
    for (const step of [12, 24, 36, 40, 44, 48, 52]) {
      const parent = temporaryFolder();
      cpSync(template, parent, { recursive: true });
      const output = path.join(parent, 'output');
      spawnSync(process.execPath, [writer, output, 'second', `${step}`]);
      const { status, stderr } = spawnSync(process.execPath, [writer, output, 'a third']);
      expect(status, String(stderr)).toBe(0);
      expect(wholeVolume(output, [...names, 'a third'])).toBe('a third');
      expect(readdirSync(parent)).toEqual(['output']);
    }
  }, 60_000);

  it('loses nothing when somebody made the output folder anew before the next start', async () => {
    const template = await prepared('README.md');
    let met = 0;
    for (let step = 30; step < 60 && met === 0; step++) {
      const parent = temporaryFolder();
      cpSync(template, parent, { recursive: true });
      const output = path.join(parent, 'output');
      spawnSync(process.execPath, [writer, output, 'second', `${step}`]);
      if (existsSync(output)) continue;
      met++;
      mkdirSync(path.join(output, 'letters'), { recursive: true });
      writeFileSync(path.join(output, 'letters/letter.txt'), 'mine');
      writeFileSync(path.join(output, 'README.md'), 'mine, restored');
      await recover(output);
      expect(wholeVolume(output, names)).toBe('second');
      expect(readFileSync(path.join(output, 'letters/letter.txt'), 'utf8')).toBe('mine');
      expect(readFileSync(path.join(output, 'README.md'), 'utf8')).toBe('mine, restored');
      expect(readdirSync(parent)).toEqual(['output']);
    }
    expect(met).toBe(1);
  }, 60_000);

  it('leaves a whole volume when it is killed at any moment', async () => {
    const parent = await prepared('README.md');
    const output = path.join(parent, 'output');
    for (let round = 0; round < 30; round++) {
      const child = spawn(process.execPath, [writer, output, round % 2 ? 'one' : 'second'], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), 60 + round * 5);
      await ended;
      if (existsSync(output)) expect(wholeVolume(output, names)).toBeDefined();
      await recover(output);
      expect(wholeVolume(output, names)).toBeDefined();
      expect(readFileSync(path.join(output, 'README.md'), 'utf8')).toBe('mine');
    }
  }, 60_000);
});
