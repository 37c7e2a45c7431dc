import type { Said } from '../said.js';

/** Messages of the rules about how a text is laid out in its file. */
export const layout = {
  'no-consecutive-blank-lines': {
    run: ({ count }: { count: number }): Said => ({
      message: `${count} empty lines in a row`,
      note: 'A page often ended here in the original, and text is easily lost or doubled there: read the paragraphs before and after once more. One empty line is enough.',
    }),
  },
};
