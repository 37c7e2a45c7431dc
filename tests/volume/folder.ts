import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import { type Fault, InputError } from '../../pipeline/faults.js';
import { sayFault } from '../../pipeline/messages/index.js';
import { readVolume } from '../../pipeline/volume/read.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export type Tree = Record<string, string | Uint8Array>;

/** A real folder with these files. */
export function folderOf(files: Tree): string {
  const root = mkdtempSync(path.join(tmpdir(), 'galley-volume-'));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

/** A volume of these files; what is not given is a sound volume.yml and nothing else. */
export function volumeOf(files: Tree): string {
  return folderOf({ 'volume.yml': 'title: Proceedings\n', ...files });
}

/** A sound manuscript with this text. */
export function paper(body: string, header = 'title: A paper\nauthor: The editors\n'): string {
  return `---\n${header}---\n\n${body}\n`;
}

/** `path:line:column severity: English message` of each fault that reading the folder gives, errors and warnings alike. */
export async function faultsOf(root: string, limits = {}): Promise<string[]> {
  const faults = await readVolume(root, { limits }).then(
    ({ warnings }) => warnings,
    (cause) => {
      if (cause instanceof InputError) return cause.faults;
      throw cause;
    },
  );
  return faults.map((fault) => inEnglish(fault));
}

export function inEnglish(fault: Fault): string {
  const english = sayFault('en', fault);
  const chinese = sayFault('zh', fault);
  if (!/\p{Script=Han}/u.test(chinese) || /undefined|\[object/.test(english + chinese))
    throw new Error(`${fault.id}: ${chinese}`);
  const { path: file = '', line, column } = fault.place ?? {};
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${fault.severity}: ${english}`;
}

/** A picture of one colour. */
export function picture(
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' = 'png',
  width = 4,
  height = 3,
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#884422' } })
    .toFormat(format)
    .toBuffer();
}

/** A picture that takes some bytes, so that it can be cut off. */
export function noise(format: 'png' | 'jpeg', size = 64): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from({ length: size * size * 3 }, (_, index) => (index * 7919 + (index >> 3) * 104729) & 255),
  );
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}
