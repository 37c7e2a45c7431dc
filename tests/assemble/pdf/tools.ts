import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import { TypstCompiler } from '../../../pipeline/assemble/pdf/typst-compiler.js';
import { error, InputError } from '../../../pipeline/faults.js';

interface Converter {
  convert(
    defaults: Record<string, unknown>,
    input: string,
    files: Record<string, never>,
  ): Promise<{ stdout: string; stderr: string; warnings: { type: string; pretty: string }[] }>;
}

/** Pandoc itself in this process, for tests of what its writer makes of our trees; the doors have tests of their own. */
export async function pandocHere(): Promise<PandocDoor> {
  const name = 'pandoc-wasm';
  const { convert } = (await import(name)) as Converter;
  return {
    kind: 'embedded',
    version: '',
    async run({ defaults, input, label }) {
      const { stdout, stderr, warnings } = await convert(defaults, input, {});
      if (stderr.startsWith('ERROR'))
        throw new InputError([error('pdf-not-set', { message: stderr }, { path: label })]);
      return { output: stdout, warnings: warnings.map(({ type, pretty }) => ({ type, message: pretty })) };
    },
    async close() {},
  };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The compiler in this process; the one in a process of its own is `openTypst`. */
export function compilerHere(): TypstCompiler {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'galley-pdf-test-'));
  folders.push(folder);
  const workspace = path.join(folder, 'world');
  mkdirSync(workspace);
  process.env.FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
  writeFileSync(process.env.FONTCONFIG_FILE, `<fontconfig><dir>${workspace}</dir></fontconfig>`);
  return new TypstCompiler(workspace);
}
