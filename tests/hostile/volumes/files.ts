import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bodyLine, type HostileVolume, paper, volumeFile, write } from '../hostile-volume.js';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Folders and files that are not what their names say. */
export const fileVolumes: HostileVolume[] = [
  { name: 'an empty folder', make: () => {}, expect: { exit: 2, says: [/volume\.yml/] } },
  {
    name: 'a folder that is not there',
    make: (folder) => rmSync(folder, { recursive: true }),
    expect: { exit: 2, says: [/volume\.yml|no such|not exist|no folder/i] },
  },
  {
    name: 'a folder without volume.yml',
    make: (folder) => writeFileSync(path.join(folder, 'paper.md'), paper('Text.')),
    expect: { exit: 2, says: [/volume\.yml/] },
  },
  {
    name: 'a volume without a manuscript',
    make: (folder) => write(folder, {}),
    expect: { exit: 2, says: [/manuscript/] },
  },
  {
    name: 'a binary file named .md',
    make: (folder) => {
      const bytes = Buffer.alloc(4096);
      for (let index = 0; index < bytes.length; index++) bytes[index] = (index * 167 + 13) % 256;
      write(folder, { 'paper.md': bytes });
    },
    expect: { exit: 2, file: 'paper.md' },
  },
  {
    name: 'a PDF named .md',
    make: (folder) => write(folder, { 'paper.md': Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1') }),
    expect: { exit: 2, file: 'paper.md', says: [/PDF/] },
  },
  {
    name: 'a manuscript in UTF-16',
    make: (folder) => write(folder, { 'paper.md': utf16(paper('文字。')) }),
    expect: { exit: 2, file: 'paper.md', says: [/UTF-16/, /UTF-8/] },
  },
  {
    name: 'a manuscript in UTF-16 without a byte order mark',
    make: (folder) => write(folder, { 'paper.md': utf16(paper('文字。')).subarray(2) }),
    expect: { exit: 2, file: 'paper.md', says: [/UTF-8/] },
  },
  {
    name: 'volume.yml in UTF-16',
    make: (folder) => write(folder, { 'volume.yml': utf16(volumeFile), 'paper.md': paper('Text.') }),
    expect: { exit: 2, file: 'volume.yml', says: [/UTF-16/] },
  },
  {
    name: 'a byte that is no UTF-8',
    make: (folder) =>
      write(folder, {
        'paper.md': Buffer.concat([Buffer.from(paper('One.\n\nTwo ')).subarray(0, -1), Buffer.from([0xff, 0x0a])]),
      }),
    expect: { exit: 2, file: 'paper.md', line: bodyLine + 2, says: [/UTF-8/] },
  },
  {
    name: 'a manuscript of 50 MB',
    make: (folder) => write(folder, { 'paper.md': paper('A line of ordinary text.\n'.repeat(2_100_000)) }),
    expect: { exit: 2, file: 'paper.md', says: [/MB/] },
    seconds: 10,
  },
  {
    name: 'a manuscript of one line of 100 kB',
    make: (folder) => write(folder, { 'paper.md': paper('ordinary words '.repeat(7_000)) }),
    expect: { exit: 0, textContains: ['ordinary words ordinary words'] },
  },
  {
    name: 'a manuscript that is a link out of the volume',
    make: (folder, { outside }) => {
      write(folder, { 'honest.md': paper('Text.') });
      symlinkSync(path.join(outside, 'paper.md'), path.join(folder, 'paper.md'));
    },
    expect: { exit: 2, file: 'paper.md', says: [/link/] },
  },
  {
    name: 'a manuscript’s folder that is a link out of the volume',
    make: (folder, { outside }) => {
      write(folder, { 'honest.md': paper('Text.') });
      symlinkSync(outside, path.join(folder, 'paper'));
    },
    expect: { exit: 2, file: 'paper', says: [/link/] },
  },
  {
    name: 'a volume.yml that is a link out of the volume',
    make: (folder, { outside }) => {
      write(folder, { 'paper.md': paper('Text.') });
      rmSync(path.join(folder, 'volume.yml'));
      symlinkSync(path.join(outside, 'volume.yml'), path.join(folder, 'volume.yml'));
    },
    expect: { exit: 2, file: 'volume.yml', says: [/link/] },
  },
  {
    name: 'a manuscript that links to an endless device',
    make: (folder) => {
      write(folder, { 'honest.md': paper('Text.') });
      symlinkSync('/dev/zero', path.join(folder, 'paper.md'));
    },
    expect: { exit: 2, file: 'paper.md' },
  },
  {
    name: 'a manuscript that links to itself',
    make: (folder) => {
      write(folder, { 'honest.md': paper('Text.') });
      symlinkSync('paper.md', path.join(folder, 'paper.md'));
    },
    expect: { exit: 2, file: 'paper.md' },
  },
  {
    name: 'a manuscript that is a pipe which nobody writes to',
    make: (folder) => {
      write(folder, { 'honest.md': paper('Text.') });
      spawnSync('mkfifo', [path.join(folder, 'paper.md')]);
    },
    expect: { exit: 2, file: 'paper.md' },
  },
  {
    name: 'names that a terminal would obey',
    make: (folder) => write(folder, { 'a\u001b[2J\u202eb.md': paper('![x](none.png)') }),
    expect: { exit: 2, says: [/\\u\{1b\}\[2J\\u\{202e\}/] },
  },
  {
    name: 'a title that would be a path out of the folder',
    make: (folder) =>
      write(folder, { 'volume.yml': 'title: ../../../etc/evil\nlang: en\n', 'paper.md': paper('Text that stays.') }),
    expect: { exit: 0, textContains: ['Text that stays.'] },
  },
  {
    name: 'an alias bomb in volume.yml',
    make: (folder) => write(folder, { 'volume.yml': aliasBomb, 'paper.md': paper('Text.') }),
    expect: { exit: 2, file: 'volume.yml', says: [/alias|anchor/i] },
    seconds: 5,
  },
  {
    name: 'an alias bomb in a header',
    make: (folder) => write(folder, { 'paper.md': `---\n${aliasBomb}---\nText.\n` }),
    expect: { exit: 2, file: 'paper.md', says: [/alias|anchor/i] },
    seconds: 5,
  },
  {
    name: 'a header of 20,000 open brackets',
    make: (folder) => write(folder, { 'paper.md': `---\ntitle: ${'['.repeat(20_000)}\n---\nText.\n` }),
    expect: { exit: 2, file: 'paper.md', line: 2 },
    seconds: 5,
  },
  {
    name: 'a header that would be a prototype',
    make: (folder) =>
      write(folder, {
        'paper.md': '---\ntitle: A paper\n__proto__:\n  polluted: yes\nconstructor: x\n---\nText that stays.\n',
      }),
    expect: { exit: 0, textContains: ['Text that stays.'] },
  },
];

const aliasBomb = [
  'title: x',
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
  '',
].join('\n');
