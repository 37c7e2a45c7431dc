import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a hostile volume may try to reach. */
export interface Surroundings {
  /** A folder outside the volume; every file in it holds the canary: secret.txt, .tex, .typ, .csl, .bib, .png and .svg, and paper.md. */
  outside: string;
  /** The same folder as the manuscripts would have to write it. */
  relative: string;
  /** Address of a server that must never be asked. */
  server: string;
}

export interface HostileVolume {
  name: string;
  /** Writes the volume to `folder`, which exists. */
  make(folder: string, surroundings: Surroundings): void | Promise<void>;
  expect: Refused | Built;
  /** Seconds that the whole run may take; 30 where nothing is said. */
  seconds?: number;
}

/** The build says what is wrong, and touches nothing. */
export interface Refused {
  exit: 2;
  /** The file at fault, relative to the volume, and the line in it. */
  file?: string;
  line?: number;
  /** What the messages say, besides. */
  says?: RegExp[];
}

/** The volume is built, and what was tried did not work. */
export interface Built {
  exit: 0;
  /** What a reader finds in the text of the PDF and of the EPUB. White space does not count. */
  textContains?: string[];
  /** What neither text holds. */
  textLacks?: string[];
  /** What no byte of the EPUB's files holds. */
  epubLacks?: (string | RegExp)[];
  /** What is said on the way. */
  says?: RegExp[];
}

/** The line on which the body begins that `paper` writes. */
export const bodyLine = 7;

/** A manuscript with an ordinary header; `front` are further lines of it, which stand from line 6 on and move the body down. */
export function paper(body: string, front = ''): string {
  return `---\ntitle: A paper\nauthors:\n  - name: An Institute\nlang: en\n${front && `${front}\n`}---\n${body}\n`;
}

/** The header's line on which `front` begins. */
export const frontLine = 6;

export const volumeFile = 'title: A hostile volume\nlang: en\ndate: 2026-11-23\n';

/** Writes a volume of these files, `volume.yml` added. */
export function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries({ 'volume.yml': volumeFile, ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** A volume of one paper with this body. */
export function body(
  name: string,
  text: string | ((s: Surroundings) => string),
  expect: HostileVolume['expect'],
): HostileVolume {
  return {
    name,
    make: (folder, surroundings) =>
      write(folder, { 'paper.md': paper(typeof text === 'string' ? text : text(surroundings)) }),
    expect,
  };
}

/** A volume of one paper whose header has these further lines. */
export function front(
  name: string,
  lines: (s: Surroundings) => string,
  expect: HostileVolume['expect'],
): HostileVolume {
  return {
    name,
    make: (folder, surroundings) =>
      write(folder, { 'paper.md': paper('Text that stays [@secret].', lines(surroundings)) }),
    expect,
  };
}
