import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStaging } from '../../../pipeline/assemble/output/replace.js';
import { InputError } from '../../../pipeline/faults.js';
import { listing, temporaryFolder, volumeFiles, wholeVolume } from './folders.js';

async function write(output: string, name: string): Promise<void> {
  const staging = await openStaging(output);
  for (const [file, bytes] of volumeFiles(name)) await staging.write(file, bytes);
  await staging.commit();
}

async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(InputError);
  return (fault as InputError).faults.map(({ id, args }) => ({ id, args }));
}

describe('writing a volume', () => {
  it('makes the output folder, its parents included, and leaves nothing else', async () => {
    const parent = temporaryFolder();
    await write(path.join(parent, 'deep/output'), 'one');
    expect(wholeVolume(path.join(parent, 'deep/output'), ['one'])).toBe('one');
    expect(readdirSync(path.join(parent, 'deep'))).toEqual(['output']);
  });

  it('shows the old volume until the new one is committed', async () => {
    const output = path.join(temporaryFolder(), 'output');
    await write(output, 'one');
    const staging = await openStaging(output);
    for (const [file, bytes] of volumeFiles('two')) await staging.write(file, bytes);
    expect(listing(output)).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'offprints/',
      'offprints/01-a.pdf',
      'offprints/02-3.pdf',
      'one.epub',
      'one.pdf',
    ]);
    await staging.commit();
    expect(wholeVolume(output, ['one', 'two'])).toBe('two');
  });

  it('replaces a volume of another name and with other offprints', async () => {
    const output = path.join(temporaryFolder(), 'output');
    await write(output, 'a long name');
    await write(output, 'short');
    expect(listing(output)).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'offprints/',
      'offprints/01-a.pdf',
      'offprints/02-5.pdf',
      'short.epub',
      'short.pdf',
    ]);
  });

  it('leaves the old volume and no trace of its own when it is discarded', async () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'output');
    await write(output, 'one');
    const staging = await openStaging(output);
    await staging.write('two.pdf', Buffer.from('half'));
    await staging.discard();
    await staging.discard();
    expect(wholeVolume(output, ['one'])).toBe('one');
    expect(readdirSync(parent)).toEqual(['output']);
  });

  it('makes no output folder when the first build is discarded', async () => {
    const parent = temporaryFolder();
    const staging = await openStaging(path.join(parent, 'output'));
    await staging.write('one.pdf', Buffer.from('half'));
    await staging.discard();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('keeps the permissions of the output folder', async () => {
    const output = path.join(temporaryFolder(), 'output');
    mkdirSync(output);
    chmodSync(output, 0o2750);
    await write(output, 'one');
    expect(statSync(output).mode & 0o7777).toBe(0o2750);
  });

  it.each(['../out.pdf', '/out.pdf', 'a/b/c.pdf', '', '.', 'a//b', 'a\\b', 'a\0b', '.hidden', 'a/..'])(
    'takes no file named %j',
    async (name) => {
      const staging = await openStaging(path.join(temporaryFolder(), 'output'));
      await expect(staging.write(name, Buffer.from('x'))).rejects.toThrow('Not a name for an output file');
      await staging.discard();
    },
  );
});

describe('things in the output folder that Galley did not write', () => {
  it('stay as they are: files, links, and what stands among the offprints', async () => {
    const output = path.join(temporaryFolder(), 'output');
    await write(output, 'one');
    writeFileSync(path.join(output, 'README.md'), 'mine');
    writeFileSync(path.join(output, '.gitkeep'), '');
    symlinkSync('/etc/hostname', path.join(output, 'link'));
    writeFileSync(path.join(output, 'offprints/notes.txt'), 'mine too');
    const inode = statSync(path.join(output, 'README.md')).ino;
    await write(output, 'two');
    expect(wholeVolume(output, ['one', 'two'])).toBe('two');
    expect(readFileSync(path.join(output, 'README.md'), 'utf8')).toBe('mine');
    expect(statSync(path.join(output, 'README.md'))).toMatchObject({ ino: inode, nlink: 1 });
    expect(readlinkSync(path.join(output, 'link'))).toBe('/etc/hostname');
    expect(readFileSync(path.join(output, 'offprints/notes.txt'), 'utf8')).toBe('mine too');
    expect(existsSync(path.join(output, '.gitkeep'))).toBe(true);
  });

  it('stay in place when there are folders among them: the folder itself is not exchanged', async () => {
    const home = path.join(temporaryFolder(), 'home');
    mkdirSync(path.join(home, 'letters/2026'), { recursive: true });
    writeFileSync(path.join(home, 'letters/2026/letter.txt'), 'dear');
    const inode = statSync(home).ino;
    await write(home, 'one');
    await write(home, 'two');
    expect(statSync(home).ino).toBe(inode);
    expect(wholeVolume(home, ['one', 'two'])).toBe('two');
    expect(readFileSync(path.join(home, 'letters/2026/letter.txt'), 'utf8')).toBe('dear');
    expect(listing(home)).not.toContain('.galley-staging/');
  });

  it('are not exchanged under the feet of a shell that stands in the folder', async () => {
    const output = path.join(temporaryFolder(), 'output');
    await write(output, 'one');
    const inode = statSync(output).ino;
    const done = spawnSync(process.execPath, [path.join(import.meta.dirname, 'writer.mjs'), '.', 'two'], {
      cwd: output,
    });
    expect(String(done.stderr)).toBe('');
    expect(statSync(output).ino).toBe(inode);
    expect(wholeVolume(output, ['one', 'two'])).toBe('two');
  });

  it('are not overwritten: the build says which are in the way', async () => {
    const output = path.join(temporaryFolder(), 'output');
    mkdirSync(output);
    writeFileSync(path.join(output, 'one.pdf'), 'my own book');
    expect(await faultOf(write(output, 'one'))).toEqual([
      { id: 'output-taken', args: { path: output, names: ['one.pdf'] } },
    ]);
    expect(listing(output)).toEqual(['one.pdf']);
    expect(readFileSync(path.join(output, 'one.pdf'), 'utf8')).toBe('my own book');
  });

  it.each([
    ['of a web application', '{"name": "app", "outputs": [{"path": "notes.txt"}]}'],
    ['that is no JSON', 'manifest'],
    ['that is a list', '[]'],
    ['that is null', 'null'],
  ])('include a manifest.json %s', async (_, content) => {
    const output = path.join(temporaryFolder(), 'output');
    mkdirSync(output);
    writeFileSync(path.join(output, 'manifest.json'), content);
    expect(await faultOf(write(output, 'one'))).toMatchObject([
      { id: 'output-taken', args: { names: ['manifest.json'] } },
    ]);
    expect(readFileSync(path.join(output, 'manifest.json'), 'utf8')).toBe(content);
  });

  it('are not deleted because a forged manifest lists them by a way out of the folder', async () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'output');
    mkdirSync(path.join(output, 'docs/deep'), { recursive: true });
    for (const file of ['secret', 'output/docs/deep/file', 'output/.ssh']) writeFileSync(path.join(parent, file), 'x');
    const outputs = ['../secret', path.join(parent, 'secret'), 'docs/deep/file', 'docs/../../secret', '.ssh', 7, null];
    const manifest = { format: 'galley-manifest/1', outputs: outputs.map((name) => ({ path: name })) };
    writeFileSync(path.join(output, 'manifest.json'), JSON.stringify(manifest));
    await write(output, 'one');
    for (const file of ['secret', 'output/docs/deep/file', 'output/.ssh'])
      expect(existsSync(path.join(parent, file))).toBe(true);
  });

  it.each(['offprints', 'one.pdf', 'manifest.json'])(
    'are not written through when %s is a symbolic link',
    async (name) => {
      const parent = temporaryFolder();
      const output = path.join(parent, 'output');
      mkdirSync(output);
      mkdirSync(path.join(parent, 'elsewhere'));
      symlinkSync(path.join(parent, 'elsewhere'), path.join(output, name));
      expect(await faultOf(write(output, 'one'))).toMatchObject([{ id: 'output-taken', args: { names: [name] } }]);
      expect(readdirSync(path.join(parent, 'elsewhere'))).toEqual([]);
      expect(lstatSync(path.join(output, name)).isSymbolicLink()).toBe(true);
    },
  );
});

describe('an output folder that is not what it should be', () => {
  it('may be a symbolic link that the user made; the link stays', async () => {
    const parent = temporaryFolder();
    mkdirSync(path.join(parent, 'disk/books'), { recursive: true });
    symlinkSync(path.join(parent, 'disk/books'), path.join(parent, 'output'));
    await write(path.join(parent, 'output'), 'one');
    await write(path.join(parent, 'output'), 'two');
    expect(lstatSync(path.join(parent, 'output')).isSymbolicLink()).toBe(true);
    expect(wholeVolume(path.join(parent, 'disk/books'), ['one', 'two'])).toBe('two');
  });

  it('is an error when it is a file', async () => {
    const output = path.join(temporaryFolder(), 'output');
    writeFileSync(output, 'file');
    expect(await faultOf(openStaging(output))).toEqual([{ id: 'output-no-folder', args: { path: output } }]);
    expect(readFileSync(output, 'utf8')).toBe('file');
  });

  it('is an error when its parent is a file', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await faultOf(openStaging(path.join(file, 'output')))).toMatchObject([{ id: 'output-no-folder' }]);
  });

  it('is an error when it links to itself', async () => {
    const output = path.join(temporaryFolder(), 'output');
    symlinkSync('output', output);
    expect(await faultOf(openStaging(output))).toMatchObject([{ id: 'output-no-folder' }]);
  });

  it('is an error when something else has the name that Galley prepares under', async () => {
    const parent = temporaryFolder();
    mkdirSync(path.join(parent, '.output.galley/mine'), { recursive: true });
    expect(await faultOf(openStaging(path.join(parent, 'output')))).toMatchObject([
      { id: 'output-in-the-way', args: { name: path.join(parent, '.output.galley') } },
    ]);
    expect(listing(parent)).toEqual(['.output.galley/', '.output.galley/mine/']);
  });
});
