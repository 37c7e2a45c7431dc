import type { PandocDoor } from '../../../pipeline/assemble/pandoc.js';

interface Converter {
  convert(
    defaults: Record<string, unknown>,
    input: string,
    files: Record<string, never>,
  ): Promise<{ stdout: string; stderr: string }>;
}

/** Pandoc itself in this process, for tests of what is done with its output; the doors have tests of their own. */
export async function pandocInProcess(): Promise<PandocDoor> {
  const name = 'pandoc-wasm';
  const { convert } = (await import(name)) as Converter;
  return {
    kind: 'embedded',
    version: '',
    async run({ defaults, input }) {
      const { stdout, stderr } = await convert(defaults, input, {});
      if (stderr.startsWith('ERROR')) throw new Error(stderr);
      return { output: stdout, warnings: [] };
    },
    async close() {},
  };
}
