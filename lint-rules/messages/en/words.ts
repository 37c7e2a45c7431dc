import type { Said } from '../said.js';

/** Messages of the rules about words: what is there, and in the note why it happens and what to do. */
export const words = {
  'no-repeated-words': {
    repeated: ({ text }: { text: string }): Said => ({
      message: `“${text}” stands twice in a row`,
      note: 'This slips in when text is pasted, or where a line or a page ended in the original. Keep one of the two. If another word belongs here, put that in its place.',
    }),
  },
  'no-merged-overlap': {
    merged: ({ text, expected }: { text: string; expected: string }): Said => ({
      message: `“${text}” may be short for “${expected}”`,
      note: 'Where one word ends as the next one begins, the common part is easily written only once. Elsewhere this manuscript has the whole word. Please check whether something is missing.',
    }),
  },
};
