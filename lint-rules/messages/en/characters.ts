import type { Said } from '../said.js';

/** Messages of the rules about characters. */
export const characters = {
  'no-compat-codepoints': {
    character: ({ actual, code, expected }: { actual: string; code: string; expected: string }): Said => ({
      message: `“${actual}” (${code}) only looks like “${expected}”`,
      note: 'It came with text copied from a PDF. Readers who search for the word will not find it, and speech programs may skip it. Replace it with the ordinary character.',
    }),
  },
};
