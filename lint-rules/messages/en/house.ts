import type { Said } from '../said.js';

/** Messages of the rules about what an editor may want to settle: what is there, and in the note why it matters and what to do. */
export const house = {
  'no-relative-date': {
    date: ({ text }: { text: string }): Said => ({
      message: `“${text}” says nothing to a reader in some years`,
      note: 'The volume is read long after it was written. Write the date itself, with its year.',
    }),
  },
  'no-mixed-separators': {
    series: ({ head, marks }: { head: string; marks: string }): Said => ({
      message: `The parallel phrases with “${head}” are parted by different marks (${marks})`,
      note: 'Phrases of one series take the same mark. Choose one for all of them.',
    }),
  },
};
