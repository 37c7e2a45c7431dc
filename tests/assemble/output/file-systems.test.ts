import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, volumeFiles } from './folders.js';

const writer = path.join(import.meta.dirname, 'writer.mjs');

/** Runs a shell script in a mount namespace of its own, where it may mount what it likes on `$1`. */
function inOwnMounts(script: string, folder: string) {
  const prelude = `build() { "${process.execPath}" "${writer}" "$1/output" "$2" 2>&1 | grep -o 'output-[a-z-]*' | head -1 || true; }\n`;
  const args = [
    '--user',
    '--map-root-user',
    '--mount',
    'bash',
    '-euo',
    'pipefail',
    '-c',
    prelude + script,
    'bash',
    folder,
  ];
  return spawnSync('unshare', args, { encoding: 'utf8' });
}

const canMount = inOwnMounts('mount -t tmpfs none "$1"', temporaryFolder()).status === 0;

// Where a machine lets nobody mount (some containers, anything but Linux), these are skipped.
describe.skipIf(!canMount)('an output folder', () => {
  it('that is a mount point gets the volume, files of a person kept, no trace left', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'output'));
    const { stdout, stderr } = inOwnMounts(
      `mount -t tmpfs none "$1/output"
       echo mine > "$1/output/README.md"
       build "$1" one; build "$1" second
       cd "$1/output"; sha256sum --check --strict --quiet SHA256SUMS
       find . -type f | sort; ls -A "$1"`,
      folder,
    );
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      './README.md',
      ...['SHA256SUMS', 'manifest.json', 'offprints/01-a.pdf', 'offprints/02-6.pdf'].map((file) => `./${file}`),
      './second.epub',
      './second.pdf',
      'output',
    ]);
  });

  it('on a full disk is an error, and the old volume is whole', () => {
    const folder = temporaryFolder();
    const size = [...volumeFiles('one').values()].reduce((sum, bytes) => sum + bytes.length, 0);
    const { stdout, stderr } = inOwnMounts(
      `mount -t tmpfs -o size=${Math.ceil((size * 1.6) / 1024)}k none "$1"
       mkdir "$1/output"
       build "$1" one
       build "$1" second
       cd "$1/output"; sha256sum --check --strict --quiet SHA256SUMS; ls; ls -A ..`,
      folder,
    );
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      'output-disk-full',
      'SHA256SUMS',
      'manifest.json',
      'offprints',
      'one.epub',
      'one.pdf',
      'output',
    ]);
  });

  it('that may only be read is an error, and the old volume is whole', () => {
    const folder = temporaryFolder();
    const { stdout, stderr } = inOwnMounts(
      `mkdir "$1/output"
       build "$1" one
       mount --bind "$1/output" "$1/output"; mount -o remount,ro,bind "$1/output"
       build "$1" second
       cd "$1/output"; sha256sum --check --strict --quiet SHA256SUMS; ls`,
      folder,
    );
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      'output-not-writable',
      'SHA256SUMS',
      'manifest.json',
      'offprints',
      'one.epub',
      'one.pdf',
    ]);
  });

  it('in a parent that may only be read is written file by file', () => {
    const folder = temporaryFolder();
    const { stdout, stderr } = inOwnMounts(
      `mount -t tmpfs none "$1"; mkdir "$1/output"
       mount --bind "$1/output" "$1/output"; mount -o remount,ro,bind "$1" 2>/dev/null || mount -o remount,ro "$1"
       mount -o remount,rw,bind "$1/output" 2>/dev/null || true
       touch "$1/output/probe" 2>/dev/null && rm "$1/output/probe" || { echo cannot; exit 0; }
       build "$1" one; build "$1" second
       cd "$1/output"; sha256sum --check --strict --quiet SHA256SUMS; ls -A`,
      folder,
    );
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      'SHA256SUMS',
      'manifest.json',
      'offprints',
      'second.epub',
      'second.pdf',
    ]);
  });
});

it.skipIf(process.platform === 'win32')(
  'an output folder of somebody else is an error, and the volume in it is whole',
  () => {
    const folder = temporaryFolder();
    const output = path.join(folder, 'output');
    mkdirSync(output);
    for (const [file, bytes] of volumeFiles('one')) {
      mkdirSync(path.dirname(path.join(output, file)), { recursive: true });
      writeFileSync(path.join(output, file), bytes);
    }
    cpSync(output, path.join(folder, 'copy'), { recursive: true });
    const script = `chmod -R a-w "${folder}"; exec "${process.execPath}" "${writer}" "${output}" second`;
    // A superuser may write anywhere, and so gives up being one.
    const drop =
      process.getuid?.() === 0
        ? ['setpriv', '--reuid=65534', '--clear-groups', '--inh-caps=-all', '--bounding-set=-all']
        : [];
    if (process.getuid?.() === 0) spawnSync('chmod', ['-R', 'a+rX', folder]);
    const words = [...drop, 'sh', '-c', drop.length > 0 ? script.replace(/^chmod.*?; /, '') : script];
    const { status, stderr } = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8' });
    if (drop.length === 0) spawnSync('chmod', ['-R', 'u+w', folder]);
    expect(status).not.toBe(0);
    expect(stderr).toContain('output-not-writable');
    for (const [file, bytes] of volumeFiles('one'))
      expect(readFileSync(path.join(output, file)).equals(bytes)).toBe(true);
  },
);
